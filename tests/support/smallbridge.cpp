#include "support/smallbridge.hpp"

#include "scenario/read_scenario.hpp"
#include "scenario/vocabulary.hpp"
#include "support/scratch_folder.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <stdexcept>

namespace spires::testing {

namespace {

std::filesystem::path tables() { return std::filesystem::path(SPIRES_SOURCE_FOLDER) / "tests" / "data" / "smallbridge"; }

std::vector<Scenario> read(const std::string& text, int last_year) {
    const ScratchFolder folder;
    std::ofstream(folder / "programme.toml") << text;
    const Vocabulary vocabulary(tables());
    return read_scenarios({folder / "programme.toml"}, vocabulary.context(2022, last_year));
}

}  // namespace

TownReplicates::TownReplicates(std::uint64_t seed, const std::string& scenario, const ReplicateDesign& design, int last_year) : replicates_(design.replicates()) {
    const Foundations foundations(tables(), seed, last_year);
    const auto scenarios = read(scenario, last_year);
    ExperimentSettings settings;
    settings.last_year = last_year;
    settings.design = design;
    settings.seed = seed;
    settings.parameter_uncertainty = design.draws > 1;
    axes_ = axes_of(scenarios, foundations.inputs.places, settings);
    variables_ = variable_catalogue(foundations.inputs.health, foundations.inputs.parameters);
    const ScratchFolder folder;
    ReplicateStore store(folder.path(), axes_, variables_, replicates_);
    static_cast<void>(run_experiment(foundations, scenarios, settings, store, [] {}));
    for (std::size_t v = 0; v < variables_.size(); ++v) {
        const auto all = store.read(v);
        const std::size_t cells = axes_.cells(variables_[v]), a_year = cells / axes_.years.size();
        auto& city = city_.emplace_back();
        for (std::size_t row = 0; row < replicates_ * 2; ++row)
            for (std::size_t year = 0; year < axes_.years.size(); ++year) city.push_back(all[row * cells + year * a_year]);
    }
    people_by_age_.assign(ages, 0.0);
    for (const auto& block : foundations.base.blocks)
        for (std::size_t row = 0; row < block.people.size(); ++row) people_by_age_[age_row(block.people.age(row, 2022))] += 1;
}

std::vector<double> TownReplicates::levels(const std::string& variable, int year, std::size_t world) const {
    const auto found = std::ranges::find(variables_, variable, &Variable::name);
    if (found == variables_.end()) throw std::invalid_argument("no variable " + variable);
    const auto& city = city_[static_cast<std::size_t>(found - variables_.begin())];
    std::vector<double> values;
    for (std::size_t r = 0; r < replicates_; ++r) values.push_back(city[(r * 2 + world) * axes_.years.size() + static_cast<std::size_t>(year - 2022)]);
    return values;
}

std::vector<double> TownReplicates::changes(const std::string& variable, int year) const {
    std::vector<double> with = levels(variable, year, 1);
    const std::vector<double> without = levels(variable, year, 0);
    for (std::size_t r = 0; r < with.size(); ++r) with[r] -= without[r];
    return with;
}

double TownReplicates::people_aged(int from, int to) const {
    double people = 0;
    for (int age = from; age <= to; ++age) people += people_by_age_[age_row(age)];
    return people;
}

std::string town_programme(double reach, bool unsure) {
    const auto value = [&](double mean, double sd) { return unsure ? fmt::format("{{ mean = {}, sd = {} }}", mean, sd) : fmt::format("{}", mean); };
    const std::string sd_of_minutes = unsure ? ", sd = 15" : "", sd_of_ratio = unsure ? ", sd = 0.15" : "";
    return fmt::format(R"(name = "Walks along the river"
[[intervention]]
id = "walks"
years = {{ from = 2022, to = 2022 }}
eligible = {{ age = {{ from = 18, to = 79 }} }}
reach = {}
uptake = {}
  [[intervention.effect]]
  lever = "activity.minutes_per_week"
  change = {{ add = 60{} }}
  half_life = "none"
  evidence = "invented"
  [[intervention.effect]]
  lever = "low_water.incidence"
  change = {{ rate_ratio = 0.6{} }}
  half_life = "none"
  evidence = "invented"
)", value(reach, reach / 10), value(0.5, 0.05), sd_of_minutes, sd_of_ratio);
}

}  // namespace spires::testing
