#include "processes/lining_up.hpp"

namespace spires {

void LiningUp::advance(Step& step) const {
    const auto& people = step.block.people;
    thread_local std::vector<std::uint32_t> key, next;
    key.resize(people.size());
    next.assign(places_.cells.size() * sexes * life_table_bands + 1, 0);
    for (std::size_t row = 0; row < people.size(); ++row) {
        const std::size_t group = places_.cell_of[people.place[row]] * sexes + static_cast<std::size_t>(people.sex[row]);
        key[row] = static_cast<std::uint32_t>(group * life_table_bands + life_table_band(people.age(row, step.year)));
        ++next[key[row] + 1];
    }
    for (std::size_t k = 1; k < next.size(); ++k) next[k] += next[k - 1];
    step.order.resize(people.size());
    for (std::size_t row = 0; row < people.size(); ++row) step.order[next[key[row]]++] = static_cast<std::uint32_t>(row);
}

}  // namespace spires
