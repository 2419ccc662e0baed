#include "population/synthesis/blocks.hpp"

#include "population/synthesis/luck.hpp"

namespace spires {

namespace {

/// Stream of the order of households; places take the streams from 0.
constexpr std::uint32_t dealing_stream = 0xffffffffU;

/// One household of one draft, with the ordinals of the household and of its first member.
struct Dealt {
    std::uint32_t place = 0, household = 0;
    std::uint64_t ordinal = 0, first_person = 0;
};

/// Ordinals begin at 1, so that 0 is nobody.
std::vector<Dealt> number_households(const std::vector<PlaceDraft>& drafts, std::size_t& people) {
    std::vector<Dealt> all;
    std::uint64_t next_person = 1;
    for (std::uint32_t place = 0; place < drafts.size(); ++place)
        for (std::uint32_t h = 0; h < drafts[place].households.size(); ++h) {
            all.push_back({place, h, all.size() + 1, next_person});
            next_person += drafts[place].households[h].members.size();
        }
    people = next_person - 1;
    return all;
}

void append_person(Block& block, const DraftPerson& draft, std::uint16_t place, std::uint32_t slot, std::uint64_t id, int base_year) {
    auto& people = block.people;
    const std::size_t row = people.append();
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

void append_household(Block& block, const PlaceDraft& draft, const Dealt& dealt, int base_year) {
    const auto& from = draft.households[dealt.household];
    const auto place = static_cast<std::uint16_t>(draft.place);
    auto& households = block.households;
    const std::size_t slot = households.append();
    households.id[slot] = base_household_id(dealt.ordinal);
    households.place[slot] = place;
    households.persons[slot] = static_cast<std::uint16_t>(from.members.size());
    households.kind[slot] = from.kind;
    households.tenure[slot] = from.tenure;
    households.accommodation[slot] = from.accommodation;
    households.occupancy[slot] = from.occupancy;
    households.deprivation[slot] = from.deprivation;
    for (std::size_t m = 0; m < from.members.size(); ++m)
        append_person(block, draft.people[from.members[m]], place, static_cast<std::uint32_t>(slot), base_id(dealt.first_person + m), base_year);
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
    std::size_t dealt_people = 0, at = 0;
    for (const auto& dealt : order) {
        // The household goes where its first member falls on an even division of everyone.
        at = std::min(blocks - 1, dealt_people * blocks / people);
        append_household(population.blocks[at], drafts[dealt.place], dealt, base_year);
        dealt_people += drafts[dealt.place].households[dealt.household].members.size();
    }
    return population;
}

}  // namespace spires
