#include "simulation.hpp"

#include "interventions/joining.hpp"
#include "processes/departures.hpp"

#include <tbb/enumerable_thread_specific.h>
#include <tbb/parallel_for.h>

#include <algorithm>
#include <utility>

namespace spires {

namespace {

TallySheet empty_sheet(const Inputs& inputs) {
    return TallySheet({inputs.health.conditions.size(), inputs.health.services.size(), inputs.health.screening.size()}, inputs.places.cells.size());
}

/// What a worker counts for itself; sums of integers do not care about the order.
class WorkerCounts {
public:
    explicit WorkerCounts(const Inputs& inputs) : inputs_(&inputs) {}

    /// The sheet of what happens in exactly these worlds.
    TallySheet& sheet(WorldSet worlds) {
        for (auto& of : sheets_)
            if (of.worlds == worlds) {
                if (!std::exchange(of.used, true)) of.sheet->clear();
                return *of.sheet;
            }
        sheets_.push_back({worlds, true, std::make_unique<TallySheet>(empty_sheet(*inputs_))});
        return *sheets_.back().sheet;
    }
    /// Lists the sheets of a world used this year.
    void list_sheets(std::size_t world, std::vector<const TallySheet*>& list) const {
        for (const auto& of : sheets_)
            if (of.used && holds(of.worlds, world)) list.push_back(of.sheet.get());
    }
    /// Sheets are cleared when next used, by whoever uses them.
    void forget() {
        for (auto& of : sheets_) of.used = false;
        departures = elsewhere = {};
    }

    AgeCounts departures{};  ///< of the baseline: arrivals follow from them
    AgeCounts elsewhere{};

private:
    struct Sheet {
        WorldSet worlds = 0;
        bool used = false;  ///< this year
        std::unique_ptr<TallySheet> sheet;
    };
    const Inputs* inputs_;
    std::vector<Sheet> sheets_;
};
using Workers = tbb::enumerable_thread_specific<WorkerCounts>;

void add(AgeCounts& total, const AgeCounts& more) {
    for (std::size_t sex = 0; sex < sexes; ++sex)
        for (std::size_t age = 0; age < ages; ++age) total[sex][age] += more[sex][age];
}

/// The sets of worlds that begin as one, and in which arrivals settle. Assumptions reach everybody, so such
/// a world has nobody in common with others.
std::vector<WorldSet> beginnings(const Replicate& replicate) {
    std::vector<WorldSet> start{only(0)};
    for (std::size_t world = 1; world < replicate.programmes.size(); ++world) {
        const bool assumes = world < replicate.assumptions.size() && !replicate.assumptions[world].empty();
        if (replicate.sharing == Sharing::forked && !assumes) start.front() |= only(world);
        else start.push_back(only(world));
    }
    return start;
}

/// All worlds of a replicate while they run.
class Worlds {
public:
    explicit Worlds(const Replicate& replicate)
        : replicate_(replicate), foundations_(replicate.foundations), start_(beginnings(replicate)),
          cities_(start_.size()), sum_(empty_sheet(foundations_.inputs)),
          workers_([&inputs = foundations_.inputs] { return WorkerCounts(inputs); }), person_years_{std::vector<std::uint64_t>(worlds(), 0), std::vector<std::uint64_t>(worlds(), 0)} {
        const auto& base = foundations_.base.blocks;
        for (std::size_t b = 0; b < base.size(); b += replicate.one_block_in) blocks_.emplace_back(b, start_, base[b], shared_);
        for (std::size_t world = 0; world < worlds(); ++world)
            programmes_.emplace_back(replicate.programmes[world], foundations_.inputs.places, foundations_.levers, base.size(), world);
    }

    void advance(int year, const YearObserver& observe) {
        count_people();
        for_each_block([&](BranchedBlock& branches, WorkerCounts& mine) { begin_year(branches, year, mine); });
        meet(year);
        for_each_block([&](BranchedBlock& branches, WorkerCounts& mine) { end_year(branches, year, mine); });
        std::vector<const TallySheet*> sheets;
        for (std::size_t world = 0; world < worlds(); ++world) {
            sheets.clear();
            for (const auto& worker : workers_) worker.list_sheets(world, sheets);
            if (sheets.size() == 1) {  // its own sum
                observe(world, year, *sheets.front());
                continue;
            }
            sum_.become_sum_of(sheets);
            observe(world, year, sum_);
        }
        for (auto& worker : workers_) worker.forget();
    }
    [[nodiscard]] const PersonYears& person_years() const noexcept { return person_years_; }

private:
    [[nodiscard]] std::size_t worlds() const noexcept { return replicate_.programmes.size(); }

    template <class Advance>
    void for_each_block(Advance advance_block) {
        tbb::parallel_for(std::size_t{0}, blocks_.size(), [&](std::size_t b) { advance_block(blocks_[b], workers_.local()); });
    }
    [[nodiscard]] Step step_of(Branch& branch, std::size_t block_index, int year, const LeverOverlay& levers, WorkerCounts& mine) const {
        const auto start = static_cast<std::size_t>(std::ranges::find(start_, branch.worlds) - start_.begin());
        return {branch.block, block_index, foundations_.base.blocks.size(), year, foundations_.inputs.base_year, replicate_.key,
                start < start_.size() ? cities_[start].year : nobody_comes_, levers,
                mine.sheet(branch.worlds), holds_baseline(branch.worlds) ? mine.departures : mine.elsewhere, trends_of(branch.worlds, year)};
    }

    /// Who is here, who leaves, who is offered what.
    void begin_year(BranchedBlock& branches, int year, WorkerCounts& mine) {
        const LeverOverlay none;
        for (auto& programmes : programmes_) programmes.open(branches.index());
        for (std::size_t b = 0; b < branches.size(); ++b) {
            Branch& branch = branches[b];
            Step step = step_of(branch, branches.index(), year, none, mine);
            branch.block.people.presence.assign(branch.block.people.size(), 0);
            for (const auto& process : replicate_.pipeline.before_meeting) process->advance(step);
            for_each_world(branch.worlds, [&](std::size_t world) { programmes_[world].offer(branch.block, branches.index(), b, year, replicate_.key); });
        }
    }

    /// ● Places of programmes, and the arrivals that bring net migration to its table.
    void meet(int year) {
        for (auto& programmes : programmes_) programmes.meet(year);
        AgeCounts departures{};
        for (const auto& worker : workers_)
            for (std::size_t part = 0; part < replicate_.one_block_in; ++part) add(departures, worker.departures);
        for (std::size_t start = 0; start < start_.size(); ++start)
            cities_[start].year.arrivals = balance_arrivals(foundations_.demography->migration, departures, cities_[start].carried, trends_of(start_[start], year)[Trend::net_migration]);
    }
    /// What these worlds assume; worlds that differ in it share nobody.
    [[nodiscard]] const Assumptions& assumptions_of(WorldSet worlds) const {
        static const Assumptions none;
        const auto world = static_cast<std::size_t>(std::countr_zero(worlds));
        return world < replicate_.assumptions.size() ? replicate_.assumptions[world] : none;
    }
    [[nodiscard]] TrendFactors trends_of(WorldSet worlds, int year) const { return assumptions_of(worlds).trends_of(year); }

    /// Who joins, what happens to everybody by themselves, and what happens between households.
    void end_year(BranchedBlock& branches, int year, WorkerCounts& mine) {
        thread_local LeverOverlay levers;
        join_programmes(branches, programmes_, foundations_.inputs.places, year, [&](WorldSet worlds) -> TallySheet& { return mine.sheet(worlds); });
        for (std::size_t b = 0; b < branches.size(); ++b) {
            Branch& branch = branches[b];
            programmes_[static_cast<std::size_t>(std::countr_zero(branch.worlds))].overlay(branch.block, year, levers);
            assumptions_of(branch.worlds).move_levers(year, levers);
            Step step = step_of(branch, branches.index(), year, levers, mine);
            for (const auto& process : replicate_.pipeline.after_meeting) process->advance(step);
            step.count_expected();
        }
        for (const auto& encounter : replicate_.pipeline.encounters) encounter->advance(branches, {replicate_.key, year, foundations_.inputs.base_year});
    }

    void count_people() {
        for (const auto& branches : blocks_)
            for (std::size_t b = 0; b < branches.size(); ++b) {
                const WorldSet here = branches[b].worlds;
                const std::size_t people = branches[b].block.people.size();
                for_each_world(here, [&](std::size_t world) {
                    person_years_.lived[world] += people;
                    if (is_single(here)) person_years_.alone[world] += people;
                });
            }
    }

    /// What the city decides for the worlds that began together.
    struct City {
        CityYear year;
        AgeCounts carried{};  ///< net migration not yet met, fixed point
    };

    const Replicate& replicate_;
    const Foundations& foundations_;
    std::vector<WorldSet> start_;
    std::vector<City> cities_;  ///< by start
    TallySheet sum_;
    Workers workers_;
    PersonYears person_years_;
    SharedSets shared_;
    std::vector<BranchedBlock> blocks_;
    std::vector<Programmes> programmes_;  ///< by world
    const CityYear nobody_comes_;
};

}  // namespace

PersonYears simulate(const Replicate& replicate, const YearObserver& observe) {
    Worlds worlds(replicate);
    for (int year = replicate.foundations.inputs.base_year; year <= replicate.last_year; ++year) worlds.advance(year, observe);
    return worlds.person_years();
}

}  // namespace spires
