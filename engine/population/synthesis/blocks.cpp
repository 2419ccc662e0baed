#include "population/synthesis/blocks.hpp"

#include "population/synthesis/luck.hpp"

#include <tbb/parallel_for.h>

#include <algorithm>
#include <span>

namespace spires {

namespace {

/// Stream of the order of households; places take the streams from 0.
constexpr std::uint32_t dealing_stream = 0xffffffffU;

/// One household of one draft, with the ordinals of the household and of its first member.
struct Dealt {
    std::uint32_t place = 0, household = 0, ordinal = 0, first_person = 0, persons = 0;
};

/// Ordinals begin at 1, so that 0 is nobody.
std::vector<Dealt> number_households(const std::vector<PlaceDraft>& drafts, std::size_t& people) {
    std::size_t households = 0;
    for (const auto& draft : drafts) households += draft.households.size();
    std::vector<Dealt> all;
    all.reserve(households);
    std::uint32_t next_person = 1;
    for (std::uint32_t place = 0; place < drafts.size(); ++place)
        for (std::uint32_t h = 0; h < drafts[place].households.size(); ++h) {
            const auto persons =
                static_cast<std::uint32_t>(drafts[place].households[h].members.size());
            all.push_back(
                {place, h, static_cast<std::uint32_t>(all.size() + 1), next_person, persons});
            next_person += persons;
        }
    people = next_person - 1;
    return all;
}

void put_person(PersonColumns& people, std::size_t row, const DraftPerson& draft,
                std::uint16_t place, std::uint32_t slot, std::uint64_t id, int base_year) {
    people.id[row] = id;
    people.household[row] = slot;
    people.place[row] = place;
    people.birth_year[row] = static_cast<std::int16_t>(base_year - draft.age);
    people.sex[row] = draft.sex;
    people.ethnic_group[row] = draft.ethnic_group;
    people.role[row] = draft.role;
    people.qualification[row] = draft.qualification;
    people.economic_status[row] = draft.economic_status;
    people.disabled[row] = draft.disabled;
}

/// Puts a household into a slot and its members into the rows from `row` on.
void put_household(Block& block, std::size_t slot, std::size_t row, const PlaceDraft& draft,
                   const Dealt& dealt, int base_year) {
    const auto& from = draft.households[dealt.household];
    const auto place = static_cast<std::uint16_t>(draft.place);
    auto& households = block.households;
    households.id[slot] = base_household_id(dealt.ordinal);
    households.place[slot] = place;
    households.persons[slot] = static_cast<std::uint16_t>(from.members.size());
    households.kind[slot] = from.kind;
    households.tenure[slot] = from.tenure;
    households.accommodation[slot] = from.accommodation;
    households.occupancy[slot] = from.occupancy;
    households.deprivation[slot] = from.deprivation;
    for (std::size_t m = 0; m < from.members.size(); ++m)
        put_person(block.people, row + m, draft.people[from.members[m]], place,
                   static_cast<std::uint32_t>(slot), base_id(dealt.first_person + m), base_year);
}

/// A block of the households of a stretch of the order.
Block fill_block(std::span<const Dealt> stretch, const std::vector<PlaceDraft>& drafts,
                 int base_year) {
    Block block;
    std::size_t row = 0;
    for (const auto& dealt : stretch) row += dealt.persons;
    block.people.resize(row);
    block.households.resize(stretch.size());
    row = 0;
    for (std::size_t slot = 0; slot < stretch.size(); ++slot) {
        put_household(block, slot, row, drafts[stretch[slot].place], stretch[slot], base_year);
        row += stretch[slot].persons;
    }
    return block;
}

/// Where the stretch of each block begins in the order, and the end. A household goes where its
/// first member falls on an even division of everyone.
std::vector<std::size_t> divide(const std::vector<Dealt>& order, std::size_t people,
                                std::size_t blocks) {
    std::vector<std::size_t> first{0};
    std::size_t dealt_people = 0;
    for (std::size_t i = 0; i < order.size(); ++i) {
        const std::size_t at = std::min(blocks - 1, dealt_people * blocks / people);
        first.resize(std::max(first.size(), at + 1), i);
        dealt_people += order[i].persons;
    }
    first.resize(blocks + 1, order.size());
    return first;
}

}  // namespace

Population fill_blocks(const std::vector<PlaceDraft>& drafts, std::uint64_t seed, int base_year) {
    std::size_t people = 0;
    auto order = number_households(drafts, people);
    Luck luck(seed, dealing_stream);
    luck.shuffle(order);
    Population population;
    const std::size_t blocks = std::max<std::size_t>(1, (people + block_people / 2) / block_people);
    population.blocks.resize(blocks);
    const auto first = divide(order, people, blocks);
    tbb::parallel_for(std::size_t{0}, blocks, [&](std::size_t b) {
        const auto stretch = std::span(order).subspan(first[b], first[b + 1] - first[b]);
        population.blocks[b] = fill_block(stretch, drafts, base_year);
    });
    return population;
}

}  // namespace spires
