// How fast the shipped model is: one JSON object a line, `name`, `value` and `unit`. Ratios are against the
// yardstick in the same process, because times move with the machine.
// Usage: benchmark [--quick | --shares | --sizes]        --quick prints the six headline figures, in under five
// minutes; --shares where the time of a step goes; --sizes time and memory a head, from 355,000 people to five million

#include "benchmark/city.hpp"
#include "benchmark/shares.hpp"
#include "benchmark/stopwatch.hpp"
#include "benchmark/yardstick.hpp"

#include <fmt/format.h>
#include <sys/resource.h>

#include <cstdio>
#include <map>
#include <string>

namespace {

using namespace spires;
using namespace spires::benchmark;

void print(const std::string& name, double value, const char* unit = "1") {
    fmt::print("{{\"name\": \"{}\", \"value\": {:.4g}, \"unit\": \"{}\"}}\n", name, value, unit);
    std::fflush(stdout);
}

constexpr int rounds = 5, years_to = 2026, last_year = 2043;

double nanoseconds(const City::Run& run) { return run.seconds * 1e9 / run.person_years(); }

/// Yardstick, full model and demography in turn, so that all see the same machine; the least of each. Each for so many
/// years that a round takes about as long: a longer one would meet fewer quiet moments.
void measure_ratios(const City& city) {
    const Pipeline demography = city.demography();
    double yardstick = 1e9, full = 1e9, births_and_deaths = 1e9;
    for (int round = 0; round < rounds; ++round) {
        yardstick = std::min(yardstick, yardstick_ns_per_person_year(345'000, 4));
        full = std::min(full, nanoseconds(city.run({}, 1, years_to)));
        births_and_deaths = std::min(births_and_deaths, nanoseconds(city.run(demography, {}, 1, last_year)));
    }
    print("yardstick_ns", yardstick, "ns a person-year");
    print("full_model_ns", full, "ns a person-year");
    print("demography_ns", births_and_deaths, "ns a person-year");
    print("full_model_ratio", yardstick / full);
    print("demography_ratio", yardstick / births_and_deaths);
}

/// A scenario beside the baseline, over all years: time added, in baselines, and its share of person-years.
void measure_margin(const City& city, const std::string& stem, const std::string& name, int repeats) {
    const std::vector<std::string> stems{stem};
    const auto scenarios = city.scenarios(stems);
    double alone = 1e9, with = 1e9, touched = 0;
    for (int round = 0; round < repeats; ++round) {
        alone = std::min(alone, city.run({}, 1, last_year).seconds);
        const auto run = city.run(scenarios, 1, last_year);
        with = std::min(with, run.seconds);
        touched = static_cast<double>(run.people.alone[1]) / static_cast<double>(run.people.lived[1]);
    }
    print(name + "_touched_share", touched);
    print(name, with / alone - 1.0);
}

void measure_threads(const City& city) {
    double one = 1e9, two = 1e9;
    for (int round = 0; round < rounds; ++round) {
        one = std::min(one, city.run({}, 1, years_to).seconds);
        two = std::min(two, city.run({}, 2, years_to).seconds);
    }
    print("thread_ratio", one / two);
}

/// The least time of each process over some rounds, and of all of them together.
void measure_shares(const City& city, Pipeline& pipeline, const std::string& name) {
    const TimedPipeline timed(pipeline);
    std::map<std::string, double> least;
    double all = 1e9;
    for (int round = 0; round < rounds; ++round) {
        const auto before = timed.seconds();
        const auto run = city.run(pipeline, {}, 1, years_to);
        for (const auto& [process, seconds] : timed.seconds()) {
            const double taken = (seconds - before.at(process)) * 1e9 / run.person_years();
            least[process] = round == 0 ? taken : std::min(least[process], taken);
        }
        all = std::min(all, nanoseconds(run));
    }
    for (const auto& [process, taken] : least) print(name + "." + process, taken, "ns a person-year");
    print(name + ".all", all, "ns a person-year");
}

void measure_shares(City& city) {
    measure_shares(city, city.pipeline(), "share_ns");
    Pipeline demography = city.demography();
    measure_shares(city, demography, "demography_share_ns");
}

void measure_sizes() {
    for (const std::size_t copies : {1U, 3U, 6U, 14U}) {
        const City city(copies, years_to);
        const double people = static_cast<double>(city.foundations().base.people());
        const double least = least_of(rounds, [&] { return nanoseconds(city.run({}, 1, 2023)); });
        print(fmt::format("ns_a_person_year.{:.0f}_people", people), least, "ns a person-year");
        rusage usage{};
        getrusage(RUSAGE_SELF, &usage);
        print(fmt::format("peak_bytes_a_person.{:.0f}_people", people), static_cast<double>(usage.ru_maxrss) * 1024.0 / people, "bytes");
    }
}

}  // namespace

int main(int count, char** words) {
    const std::string wanted = count > 1 ? words[1] : "";
    const bool quick = wanted == "--quick";
    if (wanted == "--sizes") {
        measure_sizes();
        return 0;
    }
    std::unique_ptr<City> city;
    print("startup_seconds", seconds_of([&] { city = std::make_unique<City>(); }), "s");
    if (wanted == "--shares") {
        measure_shares(*city);
        return 0;
    }
    print("bytes_per_person", static_cast<double>(PersonColumns::bytes_a_row), "bytes");
    measure_ratios(*city);
    measure_margin(*city, "physical_activity", "scenario_margin", quick ? 2 : 3);
    measure_threads(*city);
    if (quick) return 0;
    measure_margin(*city, "early_years", "scenario_margin.early_years", 3);
    measure_shares(*city);
    city.reset();
    measure_sizes();
    return 0;
}
