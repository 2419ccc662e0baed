// Writes words to standard output as the yearly step draws them, without end: for a suite of statistical tests
// (scripts/test_random_words.sh). By replicate, year and purpose, of everybody of a city in the order of their ids.

#include "core/random_batch.hpp"

#include <cstdio>
#include <numeric>
#include <vector>

int main() {
    using namespace spires;
    std::vector<std::uint64_t> people(355'600);
    std::iota(people.begin(), people.end(), std::uint64_t{1});
    const std::uint32_t purposes[] = {static_cast<std::uint32_t>(Purpose::exposure_noise), static_cast<std::uint32_t>(Purpose::habits),
                                      static_cast<std::uint32_t>(Purpose::events), static_cast<std::uint32_t>(Purpose::departure),
                                      condition_purpose(ConditionEvent::incidence, 0), condition_purpose(ConditionEvent::incidence, 4)};
    std::vector<std::uint32_t> out(4 * people.size());
    BlockWords words;
    for (std::uint32_t replicate = 0;; ++replicate)
        for (int year = 2022; year <= 2043; ++year)
            for (const std::uint32_t purpose : purposes) {
                words.draw_all({1, replicate}, people, year, purpose);
                for (std::size_t row = 0; row < people.size(); ++row)
                    for (std::size_t which = 0; which < 4; ++which) out[4 * row + which] = words.word(which, row);
                if (std::fwrite(out.data(), sizeof out.front(), out.size(), stdout) != out.size()) return 0;  // the tests have seen enough
            }
}
