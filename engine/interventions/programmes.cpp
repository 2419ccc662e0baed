#include "interventions/programmes.hpp"

#include "core/maths.hpp"
#include "population/row_lanes.hpp"
#include "processes/asked.hpp"

#include <algorithm>
#include <utility>

namespace spires {

namespace {

bool runs_in(const Intervention& intervention, int year) { return year >= intervention.from && year <= intervention.to; }

/// The highest share that anybody is offered a programme [1].
double highest_reach(const DrawnIntervention& drawn, const Places& places) {
    double highest = 0;
    for (const auto& place : places.places)
        for (int age = 0; age <= 120; ++age) highest = std::max(highest, drawn.reach.at(place.decile, age, place.ward));
    return std::clamp(highest, 0.0, 1.0);
}

/// Marks by row whom a programme has been offered in a world.
void mark_offered(const Block& block, std::size_t intervention, std::size_t world, std::vector<std::uint8_t>& offered) {
    offered.assign(block.people.size(), 0);
    for (const auto& offer : block.offers)
        if (offer.intervention == intervention && offer.world == world) offered[offer.row] = 1;
}

}  // namespace

Programmes::Programmes(std::vector<DrawnIntervention> interventions, const Places& places, const LeverTable& levers, std::size_t blocks, std::size_t world)
    : interventions_(std::move(interventions)), places_(places), levers_(levers.size()), world_(world), takers_(blocks),
      last_admitted_(interventions_.size()), admitted_(interventions_.size(), 0), fixed_cost_share_(interventions_.size(), 0.0) {
    const EligibilityContext context(places_, 0);
    for (const auto& drawn : interventions_) {
        const auto& who = drawn.source->eligible;
        highest_reach_.push_back(highest_reach(drawn, places_));
        auto& fits = place_fits_.emplace_back();
        for (std::size_t place = 0; place < places_.size(); ++place)
            fits.push_back((who.decile & context.decile_bit[place]) != 0 && (who.ward & context.ward_bit[place]) != 0 ? 1 : 0);
    }
}

void Programmes::offer(Block& block, std::size_t block_index, std::size_t branch, int year, const RandomKey& key) {
    if (std::ranges::none_of(interventions_, [&](const auto& drawn) { return runs_in(*drawn.source, year); })) return;
    const EligibilityContext context(places_, year);
    for (std::size_t i = 0; i < interventions_.size(); ++i)
        if (runs_in(*interventions_[i].source, year)) offer_one(block, block_index, branch, i, context, key);
}

/// Few are reached in a year, so it is their luck that is asked first and whether they are eligible after that.
void Programmes::offer_one(Block& block, std::size_t block_index, std::size_t branch, std::size_t i, const EligibilityContext& context, const RandomKey& key) {
    thread_local Asked asked;
    thread_local std::vector<std::uint8_t> offered;
    const auto& drawn = interventions_[i];
    const auto& wanted = *drawn.source;
    const auto& people = block.people;
    const int year = context.year;
    const auto lucky = find_lucky(people, key, year, drawn.purpose, highest_reach_[i], {wanted.eligible.age_from, wanted.eligible.age_to}, place_fits_[i]);
    asked.reset(lucky.size());
    for (const std::uint32_t row : lucky) asked.add_if(true, row, people.id[row]);
    asked.draw(key, year, drawn.purpose);
    if (!wanted.yearly) mark_offered(block, i, world_, offered);
    for (std::size_t k = 0; k < asked.size(); ++k) {
        const std::uint32_t row = asked.row(k);
        const int age = people.age(row, year);
        const auto& place = places_.places[people.place[row]];
        const double reach = std::clamp(drawn.reach.at(place.decile, age, place.ward), 0.0, 1.0);
        if (!happens(asked.word(0, k), reach) || (!wanted.yearly && offered[row] != 0)) continue;
        if (!eligible(wanted.eligible, people, block.households, row, context, people.activity_minutes[row] / activity_unit, people.body_mass[row] / body_mass_index_unit)) continue;
        const auto number = static_cast<std::uint16_t>(i), world = static_cast<std::uint16_t>(world_);
        if (!wanted.yearly) block.offers.push_back({row, number, world});
        // Uptake and lottery do not depend on the year of the offer, so that raising reach nests.
        const Words words = wanted.yearly ? asked.words(k) : draw(key, people.id[row], 0, drawn.purpose);
        const double uptake = std::clamp(drawn.uptake.at(place.decile, age, place.ward), 0.0, 1.0);
        if (happens(words[1], uptake))
            takers_[block_index].push_back({static_cast<std::uint32_t>(branch), row, number, world, words[2], people.id[row]});
    }
}

void Programmes::meet(int year) {
    std::vector<std::vector<std::pair<std::uint32_t, std::uint64_t>>> ranks(interventions_.size());
    for (const auto& block : takers_)
        for (const auto& taker : block) ranks[taker.intervention].push_back(taker.rank());
    for (std::size_t i = 0; i < interventions_.size(); ++i) {
        const auto& source = *interventions_[i].source;
        if (!runs_in(source, year)) continue;
        last_admitted_[i] = {0xffffffffU, ~0ULL};
        std::size_t admitted = ranks[i].size();
        if (source.places && static_cast<std::size_t>(*source.places) < ranks[i].size()) {
            admitted = static_cast<std::size_t>(*source.places);
            if (admitted > 0) {
                const auto last = ranks[i].begin() + static_cast<std::ptrdiff_t>(admitted) - 1;
                std::ranges::nth_element(ranks[i], last);
                last_admitted_[i] = *last;
            }
        }
        admitted_[i] = admitted;
        const double fixed = interventions_[i].fixed_cost_per_year.at(0, 0, 0);
        fixed_cost_share_[i] = admitted > 0 ? fixed / static_cast<double>(admitted) : 0.0;
    }
}

void Programmes::tally_idle(int year, TallySheet& tallies) const {
    for (std::size_t i = 0; i < interventions_.size(); ++i)
        if (runs_in(*interventions_[i].source, year) && admitted_[i] == 0)
            tallies.add(0, Sex::female, 0, Count::programme_cost, to_fixed_point(interventions_[i].fixed_cost_per_year.at(0, 0, 0)));
}

thread_local std::vector<std::uint32_t> ParticipationsByRow::last_, ParticipationsByRow::before_;

ParticipationsByRow::ParticipationsByRow(const Block& block) {
    constexpr auto none = static_cast<std::uint32_t>(-1);
    last_.assign(block.people.size(), none);
    before_.resize(block.participations.size());
    for (std::uint32_t p = 0; p < before_.size(); ++p) before_[p] = std::exchange(last_[block.participations[p].row], p);
}

std::size_t ParticipationsByRow::find(const Block& block, std::uint32_t row, std::uint16_t intervention) const {
    std::size_t p = last_[row];
    while (p < before_.size() && block.participations[p].intervention != intervention) p = before_[p];
    return std::min(p, block.participations.size());
}

void Programmes::enrol(Block& block, std::uint32_t row, std::uint16_t intervention, const ParticipationsByRow& earlier, int year, TallySheet& tallies) const {
    const auto& drawn = interventions_[intervention];
    const auto& place = places_.places[block.people.place[row]];
    const Sex sex = block.people.sex[row];
    const int age = block.people.age(row, year);
    const std::size_t again = drawn.source->yearly ? earlier.find(block, row, intervention) : block.participations.size();
    if (again < block.participations.size()) block.participations[again].joined = static_cast<std::int16_t>(year);  // resets, never stacks
    else block.participations.push_back({row, intervention, static_cast<std::int16_t>(year)});
    tallies.add(place.cell, sex, age, Count::participants, 1);
    const double cost = drawn.cost_per_participant.at(place.decile, age, place.ward) + fixed_cost_share_[intervention];
    tallies.add(place.cell, sex, age, Count::programme_cost, to_fixed_point(cost));
}

void Programmes::overlay(const Block& block, int year, LeverOverlay& overlay) const {
    overlay.reset(levers_, block.people.size());
    for (const auto& p : block.participations) {
        const auto years = static_cast<std::size_t>(std::clamp(year - p.joined, 0, static_cast<int>(years_of_effect) - 1));
        const auto& place = places_.places[block.people.place[p.row]];
        const int age_on_joining = block.people.age(p.row, p.joined);
        for (const auto& effect : interventions_[p.intervention].effects) {
            if (effect.on_log) {
                const double log_ratio = logarithm(effect.size.value->at(place.decile, age_on_joining, place.ward)) + effect.size.shift;
                overlay.multiply(effect.lever, p.row, exponential(log_ratio * effect.strength[years]));
            } else {
                overlay.add(effect.lever, p.row, effect.size.at(place.decile, age_on_joining, place.ward) * effect.strength[years]);
            }
        }
    }
}

}  // namespace spires
