#include "simulation.hpp"

#include <tbb/enumerable_thread_specific.h>
#include <tbb/parallel_for.h>

namespace spires {

namespace {

/// What a worker counts for itself; sums of integers do not care about the order.
struct WorkerCounts {
    TallySheet sheet;
    AgeCounts departures{};
};
using Workers = tbb::enumerable_thread_specific<WorkerCounts>;

void add(AgeCounts& total, const AgeCounts& more) {
    for (std::size_t sex = 0; sex < sexes; ++sex)
        for (std::size_t age = 0; age < ages; ++age) total[sex][age] += more[sex][age];
}

/// One world's state while it runs.
class World {
public:
    World(const Foundations& foundations, const Pipeline& pipeline, Programmes& programmes, CityBook& book, const RandomKey& key)
        : foundations_(foundations), pipeline_(pipeline), programmes_(programmes), book_(book), key_(key), people_(foundations.base),
          levers_(people_.blocks.size()),
          workers_(WorkerCounts{TallySheet({foundations.inputs.health.conditions.size(), foundations.inputs.health.services.size()}, foundations.inputs.places.cells.size()), {}}) {}

    TallySheet advance(int year) {
        for_each_block(year, [&](Step& step) {
            step.block.people.presence.assign(step.block.people.size(), 0);
            for (const auto& process : pipeline_.before_meeting) process->advance(step);
            programmes_.offer(step.block, step.block_index, year, key_);
        });
        meet(year);
        for_each_block(year, [&](Step& step) {
            programmes_.join(step.block, step.block_index, year, step.tallies);
            programmes_.overlay(step.block, year, levers_[step.block_index]);
            for (const auto& process : pipeline_.after_meeting) process->advance(step);
        });
        return total();
    }

private:
    template <class Advance>
    void for_each_block(int year, Advance advance_block) {
        const CityYear undecided;
        const auto index = static_cast<std::size_t>(year - foundations_.inputs.base_year);
        const CityYear& city = index < book_.years.size() ? book_.years[index] : undecided;
        tbb::parallel_for(std::size_t{0}, people_.blocks.size(), [&](std::size_t b) {
            auto& mine = workers_.local();
            Step step{people_.blocks[b], b, people_.blocks.size(), year, foundations_.inputs.base_year, key_, city, levers_[b], mine.sheet, mine.departures};
            advance_block(step);
        });
    }

    /// ● Places of programmes, and the arrivals that bring net migration to its table.
    void meet(int year) {
        programmes_.meet(year);
        const auto index = static_cast<std::size_t>(year - foundations_.inputs.base_year);
        if (index < book_.years.size()) return;
        AgeCounts departures{};
        for (const auto& worker : workers_) add(departures, worker.departures);
        book_.years.push_back({balance_arrivals(foundations_.demography->migration, departures, book_.carried)});
    }

    TallySheet total() {
        TallySheet sum = workers_.local().sheet;
        sum.clear();
        for (auto& worker : workers_) {
            sum += worker.sheet;
            worker.sheet.clear();
            worker.departures = {};
        }
        return sum;
    }

    const Foundations& foundations_;
    const Pipeline& pipeline_;
    Programmes& programmes_;
    CityBook& book_;
    const RandomKey& key_;
    Population people_;
    std::vector<LeverOverlay> levers_;
    Workers workers_;
};

}  // namespace

void simulate(const Foundations& foundations, const Pipeline& pipeline, Programmes& programmes, CityBook& book, const RandomKey& key,
              int last_year, const YearObserver& observe) {
    World world(foundations, pipeline, programmes, book, key);
    for (int year = foundations.inputs.base_year; year <= last_year; ++year) observe(year, world.advance(year));
}

}  // namespace spires
