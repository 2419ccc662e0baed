#include "interventions/programmes.hpp"
#include "support/city.hpp"
#include "support/experiments.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>
#include <set>

namespace spires::testing {
namespace {

/// Who joined when, in a city where people only grow older; by id and intervention.
struct Joined {
    std::map<std::pair<std::uint64_t, std::size_t>, std::vector<int>> years;
    std::map<int, std::int64_t> participants, unmet;
    std::map<int, double> cost;

    [[nodiscard]] std::set<std::uint64_t> people(std::size_t intervention = 0) const {
        std::set<std::uint64_t> ids;
        for (const auto& [who, when] : years)
            if (who.second == intervention) ids.insert(who.first);
        return ids;
    }
    /// The first year of a person, or one after all.
    [[nodiscard]] int first(std::uint64_t id) const { const auto found = years.find({id, 0}); return found == years.end() ? last_year + 1 : found->second.front(); }
};

void remember(const Block& block, int year, Joined& joined) {
    for (const auto& p : block.participations)
        if (p.joined == year) joined.years[{block.people.id[p.row], p.intervention}].push_back(year);
}

void count(const TallySheet& sheet, int year, Joined& joined) {
    std::int64_t cost = 0;
    for (std::size_t cell = 0; cell < sheet.cells(); ++cell)
        for (const Sex sex : {Sex::female, Sex::male})
            for (std::size_t band = 0; band < life_table_bands; ++band) {
                const auto count = [&](Count quantity) { return sheet.count(cell, sex, band, sheet.layout().of(quantity)); };
                joined.participants[year] += count(Count::participants);
                joined.unmet[year] += count(Count::programme_unmet);
                cost += count(Count::programme_cost);
            }
    joined.cost[year] = from_fixed_point(cost);
}

void join(const Programmes& programmes, Block& block, std::size_t index, int year, TallySheet& sheet) {
    std::vector<Taker> admitted;
    programmes.admit(index, admitted, [&](const Taker& taker) {
        sheet.add(city::places().places[block.people.place[taker.row]].cell, block.people.sex[taker.row], block.people.age(taker.row, year), Count::programme_unmet, 1);
    });
    const ParticipationsByRow earlier(block);
    for (const auto& taker : admitted) programmes.enrol(block, taker.row, taker.intervention, earlier, year, sheet);
}

/// Plays the programmes of one scenario text on the base, without any other process.
Joined play(const std::string& text, bool backwards = false) {
    const auto scenarios = read({{"scenario", text}});
    auto draw = ParameterDraw::central();
    const Prices prices = Prices::read(city::inputs());
    const LeverTable levers({}, {});
    Population people = city::synthesis().population;
    Programmes programmes(draw_interventions(scenarios.back(), prices, draw), city::places(), levers, people.blocks.size(), 0);
    std::vector<std::size_t> order(people.blocks.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    if (backwards) std::ranges::reverse(order);
    Joined joined;
    for (int year = first_year; year <= last_year; ++year) {
        TallySheet sheet({}, city::places().cells.size());
        for (const auto b : order) {
            programmes.open(b);
            programmes.offer(people.blocks[b], b, 0, year, {1, 0});
        }
        programmes.meet(year);
        programmes.tally_idle(year, sheet);
        for (const auto b : order) {
            join(programmes, people.blocks[b], b, year, sheet);
            remember(people.blocks[b], year, joined);
        }
        count(sheet, year, joined);
    }
    return joined;
}

std::string of(double reach, double uptake, const std::string& more = {}) {
    return intervention("help", 2022, "eligible = { age = { from = 18, to = 30 } }\nreach = " + std::to_string(reach) + "\nuptake = " + std::to_string(uptake) +
                                          "\ncost = { per_participant = 100, fixed_per_year = 5000, price_year = 2022 }\n" + more);
}

void expect_nested(const Joined& fewer, const Joined& more) {
    for (const auto id : fewer.people()) ASSERT_LE(more.first(id), fewer.first(id)) << id;
    EXPECT_GT(more.people().size(), fewer.people().size());
}

TEST(Programmes, raising_reach_or_uptake_keeps_every_participant_and_adds_others) {
    const Joined base = play(of(0.1, 0.4));
    expect_nested(base, play(of(0.2, 0.4)));
    expect_nested(base, play(of(0.1, 0.6)));
}

TEST(Programmes, raising_places_keeps_every_participant_and_turns_fewer_away) {
    const Joined few = play(of(0.2, 0.5, "places = 800")), many = play(of(0.2, 0.5, "places = 1500")), all = play(of(0.2, 0.5));
    expect_nested(few, many);
    expect_nested(many, all);
    for (int year = first_year; year <= last_year; ++year) {
        EXPECT_EQ(few.participants.at(year), 800);
        EXPECT_EQ(few.participants.at(year) + few.unmet.at(year), all.participants.at(year)) << "who wants a place does not depend on places";
        EXPECT_EQ(all.unmet.at(year), 0);
    }
}

TEST(Programmes, give_places_by_lottery_and_not_by_block_or_order) {
    const Joined forwards = play(of(0.2, 0.5, "places = 800")), backwards = play(of(0.2, 0.5, "places = 800"), true);
    EXPECT_EQ(forwards.years, backwards.years);
    EXPECT_EQ(forwards.unmet, backwards.unmet);
}

TEST(Programmes, are_offered_once_unless_yearly) {
    const Joined once = play(of(0.5, 0.5)), yearly = play(of(0.5, 0.5, "repeat = \"yearly\""));
    for (const auto& [who, when] : once.years) ASSERT_EQ(when.size(), 1U);
    EXPECT_LT(once.participants.at(2023), once.participants.at(2022));
    EXPECT_TRUE(std::ranges::any_of(yearly.years, [](const auto& entry) { return entry.second.size() > 1; }));
    EXPECT_NEAR(static_cast<double>(yearly.participants.at(2025)) / static_cast<double>(yearly.participants.at(2022)), 1.0, 0.1);
}

TEST(Programmes, reach_the_share_that_the_file_says) {
    std::size_t eligible = 0;
    for (const auto& block : city::synthesis().population.blocks)
        for (std::size_t row = 0; row < block.people.size(); ++row) {
            const int age = block.people.age(row, first_year);
            eligible += age >= 18 && age <= 30;
        }
    const auto people = static_cast<double>(eligible), joined = static_cast<double>(play(of(0.3, 0.4)).participants.at(first_year));
    EXPECT_NEAR(joined / people, 0.12, 5 * std::sqrt(0.12 * 0.88 / people));
    EXPECT_EQ(play(of(0, 1)).participants.at(first_year), 0);
    EXPECT_EQ(play(of(1, 1)).participants.at(first_year), static_cast<std::int64_t>(eligible));
}

TEST(Programmes, cost_what_their_joiners_and_their_fixed_cost_come_to_even_without_joiners) {
    for (const Joined& joined : {play(of(0.2, 0.5)), play(of(0.2, 0.5, "places = 10")), play(of(0, 0.5))})
        for (int year = first_year; year <= last_year; ++year)
            EXPECT_NEAR(joined.cost.at(year), 100.0 * static_cast<double>(joined.participants.at(year)) + 5000, 1e-3);
}

TEST(Programmes, do_not_hear_of_one_another) {
    const std::string other = intervention("another", 2022, "eligible = { age = { from = 25 } }\nreach = 0.3\nuptake = 0.3\nplaces = 500");
    const auto alone = play(of(0.2, 0.5, "places = 800")).people(0);
    EXPECT_EQ(play(of(0.2, 0.5, "places = 800") + other).people(0), alone);
    EXPECT_EQ(play(other + of(0.2, 0.5, "places = 800")).people(1), alone) << "nor of the order in the file";
}

}  // namespace
}  // namespace spires::testing
