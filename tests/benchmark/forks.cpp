// What a scenario costs beside the baseline, and what share of person-years it touches: one JSON object a line.
// Usage: forks [--last-year YEAR] [--apart] [--rounds N] [--threads N] SCENARIO.toml...
// With --apart every world is also simulated on its own, and counts are compared bit for bit.

#include "core/digest.hpp"
#include "core/error.hpp"
#include "scenario/read_scenario.hpp"
#include "scenario/vocabulary.hpp"
#include "simulation.hpp"

#include <fmt/format.h>
#include <tbb/global_control.h>

#include <algorithm>
#include <cstdio>
#include <ctime>
#include <filesystem>
#include <map>
#include <string>
#include <vector>

namespace {

using namespace spires;

struct Options {
    int last_year = 2043, rounds = 1, threads = 1;
    bool apart = false;
    std::vector<std::filesystem::path> scenarios;
};

Options parse(int count, char** words) {
    Options options;
    for (int i = 1; i < count; ++i) {
        const std::string word = words[i];
        if (word == "--apart") options.apart = true;
        else if (word == "--last-year" && i + 1 < count) options.last_year = std::stoi(words[++i]);
        else if (word == "--threads" && i + 1 < count) options.threads = std::stoi(words[++i]);
        else if (word == "--rounds" && i + 1 < count) options.rounds = std::stoi(words[++i]);
        else options.scenarios.emplace_back(word);
    }
    return options;
}

struct Timed {
    double seconds = 0;  ///< of processors, all threads together
    PersonYears people;
    std::map<std::pair<std::size_t, int>, std::string> digests;  ///< by world and year
};

class Bench {
public:
    Bench(const Options& options, const Foundations& foundations, const std::vector<Scenario>& scenarios)
        : options_(options), foundations_(foundations), scenarios_(scenarios), central_(ParameterDraw::central()),
          model_(calibrate(foundations.inputs, foundations.base, central_, options.last_year)), pipeline_(build_pipeline(foundations, model_)) {}

    [[nodiscard]] Timed run(const std::vector<std::size_t>& which, Sharing sharing, bool digests) const {
        std::vector<std::vector<DrawnIntervention>> programmes{{}};
        for (const auto s : which) {
            auto draw = ParameterDraw::central();
            programmes.push_back(draw_interventions(scenarios_[s], foundations_.prices, draw));
        }
        Timed timed;
        const std::clock_t start = std::clock();
        timed.people = simulate({foundations_, pipeline_, programmes, {1, 0}, options_.last_year, sharing}, [&](std::size_t world, int year, const TallySheet& sheet) {
            if (digests) timed.digests[{world, year}] = sha256(sheet.bytes());
        });
        timed.seconds = static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC;
        return timed;
    }

private:
    const Options& options_;
    const Foundations& foundations_;
    const std::vector<Scenario>& scenarios_;
    ParameterDraw central_;
    Model model_;
    Pipeline pipeline_;
};

void print(const std::string& name, double value) {
    fmt::print("{{\"name\": \"{}\", \"value\": {:.4f}}}\n", name, value);
    std::fflush(stdout);
}

double touched(const Timed& timed, std::size_t world) {
    return static_cast<double>(timed.people.alone[world]) / static_cast<double>(timed.people.lived[world]);
}

bool same(const Timed& one, const Timed& other) {
    for (const auto& [where, digest] : one.digests)
        if (other.digests.at(where) != digest) {
            fmt::print(stderr, "world {} differs in {}\n", where.first, where.second);
            return false;
        }
    return true;
}

int measure(const Options& options) {
    const tbb::global_control limit(tbb::global_control::max_allowed_parallelism, static_cast<std::size_t>(options.threads));
    const std::filesystem::path inputs = std::filesystem::path(SPIRES_SOURCE_FOLDER) / "inputs" / "coventry";
    const Foundations foundations(inputs, 1, options.last_year);
    const Vocabulary vocabulary(inputs);
    const auto scenarios = read_scenarios(options.scenarios, vocabulary.context(2022, options.last_year));
    const Bench bench(options, foundations, scenarios);

    std::vector<std::size_t> all;
    for (std::size_t s = 1; s < scenarios.size(); ++s) all.push_back(s);
    // In turn, so that all see the same machine; the least of each.
    std::map<std::vector<std::size_t>, Timed> least;
    std::vector<std::vector<std::size_t>> runs{{}};
    for (const auto s : all) runs.push_back({s});
    if (all.size() > 1) runs.push_back(all);
    for (int round = 0; round < options.rounds; ++round)
        for (const auto& which : runs) {
            const Timed timed = bench.run(which, Sharing::forked, false);
            if (round == 0 || timed.seconds < least[which].seconds) least[which] = timed;
        }
    const double baseline = least[{}].seconds;
    print("baseline_seconds", baseline);
    for (const auto s : all) {
        print(scenarios[s].stem + ".touched_share", touched(least[{s}], 1));
        print(scenarios[s].stem + ".margin", least[{s}].seconds / baseline - 1.0);
    }
    if (all.size() > 1) print("all.margin", least[all].seconds / baseline - 1.0);
    if (!options.apart) return 0;
    const Timed forked = bench.run(all, Sharing::forked, true), apart = bench.run(all, Sharing::apart, true);
    print("baseline.shared_by_all", 1.0 - touched(forked, 0));
    const bool equal = same(forked, apart);
    print("forked_equals_apart", equal ? 1 : 0);
    return equal ? 0 : 1;
}

}  // namespace

int main(int count, char** words) {
    try {
        return measure(parse(count, words));
    } catch (const std::exception& error) {
        fmt::print(stderr, "{}\n", error.what());
        return 1;
    }
}
