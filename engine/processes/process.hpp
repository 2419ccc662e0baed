#pragma once
// A life process: immutable once built; reads and writes the columns of one block for one step.

#include "calibration/risk_columns.hpp"
#include "core/random_batch.hpp"
#include "population/population.hpp"
#include "processes/expectations.hpp"
#include "processes/strata.hpp"
#include "scenario/trends.hpp"
#include "tallies/tallies.hpp"

#include <memory>
#include <utility>

namespace spires {

class LeverOverlay;

/// What the whole city has decided for one year: on the baseline, and replayed by every scenario, but for
/// the net migration that a scenario assumes.
struct CityYear {
    AgeCounts arrivals{};  ///< people arriving in the step, by sex and age at its start
};

/// Of a block's people, by row.
struct Survival {
    Scratch<float> chance_of_death;  ///< in the step
    Scratch<float> years_lived;      ///< expected person-years of the step
};

/// One block in one year: what `advance` may touch.
struct Step {
    Block& block;
    std::size_t block_index = 0;
    std::size_t blocks = 1;
    int year = 0;
    int base_year = 0;
    const RandomKey& key;
    const CityYear& city;
    const LeverOverlay& levers;   ///< what programmes move for the block's people this year
    TallySheet& tallies;          ///< the worker's own
    AgeCounts& departures;        ///< the worker's own: who leaves the city in the step
    TrendFactors trends{};        ///< what the block's worlds assume of the whole city this year
    Expectations expected{};      ///< of everybody, at the keys of `strata`; counted when the step ends
    std::size_t classified_rows = 0;  ///< rows for which `strata` has been worked out

    /// Where each row reads in the tables, from where somebody first asks after it came to the end of the step.
    [[nodiscard]] const Strata& strata(const Places& places);
    /// Counts what has been expected so far.
    void count_expected();

    std::size_t lasting_rows = ~std::size_t{0};  ///< rows for which `lasting_words` have been drawn

    /// The luck that lasts a life, of everybody (Purpose::lifelong).
    [[nodiscard]] const BlockWords& lasting_words() {
        thread_local BlockWords words;
        if (lasting_rows != block.people.size()) words.draw_all(lifelong(key), block.people.id, 0, Purpose::lifelong);
        lasting_rows = block.people.size();
        return words;
    }

    std::size_t habit_rows = 0;  ///< rows for which `habit_words` have been drawn

    /// This year's luck in what needs few words of everybody (Purpose::habits): loneliness the first two, then smoking, then moves.
    [[nodiscard]] const BlockWords& habit_words() {
        thread_local BlockWords words;
        words.draw_from(std::exchange(habit_rows, block.people.size()), key, block.people.id, year, static_cast<std::uint32_t>(Purpose::habits));
        return words;
    }

    std::size_t event_rows = 0;  ///< rows for which `event_words` have been drawn

    /// This year's luck in what happens to few (Purpose::events): births the first, then deaths, separations, entering care.
    /// Whoever it befalls draws what more it takes by the purpose of the event.
    [[nodiscard]] const BlockWords& event_words() {
        thread_local BlockWords words;
        words.draw_from(std::exchange(event_rows, block.people.size()), key, block.people.id, year, static_cast<std::uint32_t>(Purpose::events));
        return words;
    }

    /// What the step expects of everybody's life; valid from the process that works it out (mortality) to the end of the step.
    [[nodiscard]] Survival& survival() const {
        thread_local Survival of_block;
        of_block.chance_of_death.resize(block.people.size());
        of_block.years_lived.resize(block.people.size());
        return of_block;
    }

    const ConditionSet* changed_from = nullptr;  ///< by row, once `Conditions` has changed them

    /// Long-term conditions at the start of the step, by row: what later processes of the step compare with.
    [[nodiscard]] const ConditionSet* conditions_before() const noexcept { return changed_from != nullptr ? changed_from : block.people.conditions.data(); }

    std::size_t placed_rows = ~std::size_t{0};  ///< rows for which `risk_columns` has been worked out

    /// Where everybody stands on the curves of risk: once a step, when exposures and habits have moved.
    [[nodiscard]] const RiskColumns& risk_columns() {
        thread_local RiskColumns columns;
        if (placed_rows != block.people.size()) columns.place(block.people);
        placed_rows = block.people.size();
        return columns;
    }
};

class Process {
public:
    Process() = default;
    Process(const Process&) = delete;
    Process& operator=(const Process&) = delete;
    virtual ~Process() = default;
    virtual void advance(Step& step) const = 0;
};

using Processes = std::vector<std::unique_ptr<const Process>>;

/// How a person stands to the city in this step; bits of the `presence` column.
enum Presence : std::uint8_t {
    leaving = 1,   // leaves in the step: counts half, gone at its end
    arriving = 2,  // came in the step: counts half
    dead = 4,      // died in the step, gone at its end
    parted = 8,    // stands in other branches now (population/parting.hpp)
};

/// Share of the step a person is here for, death left aside: 1, ½ for leavers and arrivals.
[[nodiscard]] constexpr double time_share(std::uint8_t presence) noexcept {
    return (presence & (leaving | arriving)) != 0 ? 0.5 : 1.0;
}

}  // namespace spires
