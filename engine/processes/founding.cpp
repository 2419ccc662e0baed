#include "processes/founding.hpp"

#include "processes/asked.hpp"

#include <vector>

namespace spires {

std::span<const std::uint32_t> found_households(Block& block, const Moment& now, const Destinations& destinations, std::span<const std::uint32_t> founders) {
    thread_local Asked luck;
    thread_local std::vector<HomeSought> sought;
    thread_local std::vector<std::uint32_t> slots;
    auto& people = block.people;
    luck.reset(founders.size());
    for (const std::uint32_t row : founders) luck.add_if(true, row, people.id[row]);
    luck.draw(now.key, now.year, Purpose::founding);
    sought.clear();
    for (std::size_t k = 0; k < luck.size(); ++k) {
        const std::uint32_t row = luck.row(k);
        sought.push_back({people.place[row], destinations.tenure_formed(people.age(row, now.year), luck.word(2, k)), luck.word(0, k), luck.word(1, k)});
    }
    destinations.find_places(sought);
    slots.clear();
    for (std::size_t k = 0; k < luck.size(); ++k) {
        slots.push_back(open_household(block.households, founded_household_id(luck.id(k), now.years_since_base()), HouseholdKind::private_household,
                                       sought[k].place, sought[k].tenure));
        join_household(block, luck.row(k), slots.back(), Role::reference);
    }
    return slots;
}

}  // namespace spires
