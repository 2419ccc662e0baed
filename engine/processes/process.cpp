#include "processes/process.hpp"

#include <span>
#include <utility>

namespace spires {

namespace {

/// One block at a time on a thread.
Strata& strata_of_thread() {
    thread_local Strata columns;
    return columns;
}

}  // namespace

const Strata& Step::strata(const Places& places) {
    Strata& columns = strata_of_thread();
    // A block of nobody is classified too: the columns still hold another's rows.
    if (const std::size_t first = std::exchange(classified_rows, block.people.size()); first == 0 || first != block.people.size()) {
        columns.classify(block.people, year, places, first);
        for (const auto* keys : {&columns.tally, &columns.tally_next}) tallies.open(std::span(*keys).subspan(first));
    }
    return columns;
}

void Step::count_expected() {
    if (expected.rows() == 0) return;
    const Strata& keys = strata_of_thread();
    count_expectations({.expected = expected, .tally = keys.tally.data(), .tally_next = keys.tally_next.data(),
                        .ethnic_group = reinterpret_cast<const std::uint8_t*>(block.people.ethnic_group.data()),
                        .sex = reinterpret_cast<const std::uint8_t*>(block.people.sex.data()), .tallies = tallies});
    expected = {};
}

}  // namespace spires
