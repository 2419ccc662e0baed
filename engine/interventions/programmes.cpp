#include "interventions/programmes.hpp"

#include "core/maths.hpp"

#include <algorithm>

namespace spires {

namespace {

bool runs_in(const Intervention& intervention, int year) { return year >= intervention.from && year <= intervention.to; }

/// Whether somebody of each row has been offered an intervention, from the block's list of offers.
std::vector<bool> offered_rows(const Block& block, std::size_t intervention) {
    std::vector<bool> offered(block.people.size(), false);
    for (const auto& offer : block.offers)
        if (offer.intervention == intervention) offered[offer.row] = true;
    return offered;
}

}  // namespace

Programmes::Programmes(std::vector<DrawnIntervention> interventions, const Places& places, const LeverTable& levers, std::size_t blocks)
    : interventions_(std::move(interventions)), places_(places), levers_(levers.size()),
      takers_(interventions_.size(), std::vector<std::vector<Taker>>(blocks)),
      last_admitted_(interventions_.size()), admitted_(interventions_.size(), 0), fixed_cost_share_(interventions_.size(), 0.0) {}

void Programmes::offer(Block& block, std::size_t block_index, int year, const RandomKey& key) {
    for (std::size_t i = 0; i < interventions_.size(); ++i) {
        takers_[i][block_index].clear();
        if (runs_in(*interventions_[i].source, year)) offer_one(block, block_index, i, year, key);
    }
}

void Programmes::offer_one(Block& block, std::size_t block_index, std::size_t i, int year, const RandomKey& key) {
    const auto& drawn = interventions_[i];
    const auto& wanted = *drawn.source;
    const EligibilityContext context(places_, year);
    const auto already = offered_rows(block, i);
    const auto& people = block.people;
    for (std::size_t row = 0; row < people.size(); ++row) {
        if (!wanted.yearly && already[row]) continue;
        if (!eligible(wanted.eligible, people, block.households, row, context, people.activity_minutes[row] / activity_unit,
                      people.body_mass[row] / body_mass_index_unit))
            continue;
        const int age = people.age(row, year);
        const auto& place = places_.places[people.place[row]];
        const double reach = std::clamp(drawn.reach.at(place.decile, age, place.ward), 0.0, 1.0);
        if (!happens(draw(key, people.id[row], year, drawn.purpose)[0], reach)) continue;
        if (!wanted.yearly) block.offers.push_back({static_cast<std::uint32_t>(row), static_cast<std::uint16_t>(i)});
        // Uptake and lottery do not depend on the year of the offer, so that raising reach nests.
        const Words words = draw(key, people.id[row], wanted.yearly ? year : 0, drawn.purpose);
        const double uptake = std::clamp(drawn.uptake.at(place.decile, age, place.ward), 0.0, 1.0);
        if (happens(words[1], uptake)) takers_[i][block_index].push_back({static_cast<std::uint32_t>(row), words[2], people.id[row]});
    }
}

void Programmes::meet(int year) {
    for (std::size_t i = 0; i < interventions_.size(); ++i) {
        const auto& source = *interventions_[i].source;
        if (!runs_in(source, year)) continue;
        std::vector<std::pair<std::uint32_t, std::uint64_t>> ranks;
        for (const auto& block : takers_[i])
            for (const auto& taker : block) ranks.push_back(taker.rank());
        last_admitted_[i] = {0xffffffffU, ~0ULL};
        std::size_t admitted = ranks.size();
        if (source.places && static_cast<std::size_t>(*source.places) < ranks.size()) {
            admitted = static_cast<std::size_t>(*source.places);
            if (admitted > 0) {
                const auto last = ranks.begin() + static_cast<std::ptrdiff_t>(admitted) - 1;
                std::ranges::nth_element(ranks, last);
                last_admitted_[i] = *last;
            }
        }
        if (source.places && *source.places == 0) admitted = 0;
        admitted_[i] = admitted;
        const double fixed = interventions_[i].fixed_cost_per_year.at(0, 0, 0);
        fixed_cost_share_[i] = admitted > 0 ? fixed / static_cast<double>(admitted) : 0.0;
    }
}

void Programmes::join(Block& block, std::size_t block_index, int year, TallySheet& tallies) const {
    for (std::size_t i = 0; i < interventions_.size(); ++i) {
        if (!runs_in(*interventions_[i].source, year)) continue;
        for (const auto& taker : takers_[i][block_index]) {
            const auto& place = places_.places[block.people.place[taker.row]];
            const Sex sex = block.people.sex[taker.row];
            const int age = block.people.age(taker.row, year);
            if (admitted_[i] == 0 || taker.rank() > last_admitted_[i]) tallies.add(place.cell, sex, age, Count::programme_unmet, 1);
            else enrol(block, taker, i, year, tallies);
        }
        // A year without joiners still pays its fixed cost; it stands with the city's first cell.
        if (block_index == 0 && admitted_[i] == 0)
            tallies.add(0, Sex::female, 0, Count::programme_cost, to_fixed_point(interventions_[i].fixed_cost_per_year.at(0, 0, 0)));
    }
}

void Programmes::enrol(Block& block, const Taker& taker, std::size_t i, int year, TallySheet& tallies) const {
    const auto& drawn = interventions_[i];
    const auto& place = places_.places[block.people.place[taker.row]];
    const Sex sex = block.people.sex[taker.row];
    const int age = block.people.age(taker.row, year);
    const auto number = static_cast<std::uint16_t>(i);
    const auto again = drawn.source->yearly
        ? std::ranges::find_if(block.participations, [&](const Participation& p) { return p.row == taker.row && p.intervention == number; })
        : block.participations.end();
    if (again != block.participations.end()) again->joined = static_cast<std::int16_t>(year);  // resets, never stacks
    else block.participations.push_back({taker.row, number, static_cast<std::int16_t>(year)});
    tallies.add(place.cell, sex, age, Count::participants, 1);
    const double cost = drawn.cost_per_participant.at(place.decile, age, place.ward) + fixed_cost_share_[i];
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
