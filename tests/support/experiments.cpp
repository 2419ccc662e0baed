#include "support/experiments.hpp"

#include "scenario/read_scenario.hpp"
#include "scenario/vocabulary.hpp"
#include "support/city.hpp"
#include "support/scratch_folder.hpp"

#include <fmt/format.h>
#include <tbb/global_control.h>

#include <algorithm>
#include <bit>
#include <cmath>
#include <cstring>
#include <fstream>
#include <limits>
#include <stdexcept>

namespace spires::testing {

namespace {

bool same_bits(const double* one, const double* other, std::size_t count) { return std::memcmp(one, other, count * sizeof(double)) == 0; }

bool same_bits(const std::vector<double>& one, const std::vector<double>& other) {
    return one.size() == other.size() && same_bits(one.data(), other.data(), one.size());
}

}  // namespace

const Foundations& foundations() {
    static const Foundations made(city::inputs(), 1, last_year);
    return made;
}

std::vector<Scenario> read(const std::vector<ScenarioText>& texts) {
    const ScratchFolder folder;
    std::vector<std::filesystem::path> files;
    for (const auto& [stem, text] : texts) {
        files.push_back(folder / (stem + ".toml"));
        std::ofstream(files.back()) << text;
    }
    const Vocabulary vocabulary(city::inputs());
    return read_scenarios(files, vocabulary.context(first_year, last_year));
}

std::string intervention(const std::string& id, int from, const std::string& more, const std::string& effects) {
    return fmt::format("[[intervention]]\nid = \"{}\"\nyears = {{ from = {}, to = {} }}\n{}\n{}\n", id, from, last_year, more, effects);
}

Played::Played(const std::vector<ScenarioText>& texts, const Luck& luck) : replicates_(luck.design.replicates()) {
    const tbb::global_control limit(tbb::global_control::max_allowed_parallelism, static_cast<std::size_t>(luck.threads));
    const auto scenarios = read(texts);
    ExperimentSettings settings;
    settings.first_year = first_year;
    settings.last_year = last_year;
    settings.design = luck.design;
    settings.parameter_uncertainty = luck.parameter_uncertainty;
    axes_ = axes_of(scenarios, foundations().inputs.places, settings);
    variables_ = variable_catalogue(foundations().inputs.health, foundations().inputs.parameters);
    const ScratchFolder folder;
    ReplicateStore store(folder.path(), axes_, variables_, replicates_);
    results_ = run_experiment(foundations(), scenarios, settings, store, [] {});
    for (std::size_t v = 0; v < variables_.size(); ++v) values_.push_back(store.read(v));
}

std::size_t Played::index(const std::string& variable) const {
    const auto found = std::ranges::find(variables_, variable, &Variable::name);
    if (found == variables_.end()) throw std::invalid_argument("no variable " + variable);
    return static_cast<std::size_t>(found - variables_.begin());
}

std::size_t Played::cell(std::size_t variable, std::size_t scenario, std::size_t replicate) const {
    return (replicate * scenarios() + scenario) * axes_.cells(variables_[variable]);
}

double Played::at(const std::string& variable, std::size_t scenario, std::size_t replicate, int year, std::size_t area, std::size_t sex) const {
    const std::size_t v = index(variable), areas = variables_[v].city_only ? 1 : axes_.areas.size();
    return values_[v][cell(v, scenario, replicate) + (static_cast<std::size_t>(year - first_year) * areas + area) * 3 + sex];
}

bool Played::same(const std::string& variable, std::size_t one, std::size_t other, int until) const {
    const std::size_t v = index(variable), years = static_cast<std::size_t>(until - first_year + 1);
    const std::size_t count = axes_.cells(variables_[v]) / axes_.years.size() * years;
    for (std::size_t replicate = 0; replicate < replicates_; ++replicate)
        if (!same_bits(&values_[v][cell(v, one, replicate)], &values_[v][cell(v, other, replicate)], count)) return false;
    return true;
}

std::string Played::bytes(const std::string& variable) const {
    std::string bytes;
    for (const double value : values_[index(variable)]) {
        // A missing value has one pattern of bits here, whatever the processor made it.
        const auto bits = std::bit_cast<std::uint64_t>(std::isnan(value) ? std::numeric_limits<double>::quiet_NaN() : value);
        for (unsigned shift = 0; shift < 64; shift += 8) bytes.push_back(static_cast<char>(bits >> shift));
    }
    return bytes;
}

bool Played::operator==(const Played& other) const {
    const auto same_counts = [](const CountTable& a, const CountTable& b) { return a.name == b.name && a.values == b.values; };
    const auto same_draws = [](const ParameterDraws& a, const ParameterDraws& b) { return a.name == b.name && same_bits(a.values, b.values); };
    return std::ranges::equal(values_, other.values_, [](const auto& a, const auto& b) { return same_bits(a, b); }) &&
           std::ranges::equal(results_.counts, other.results_.counts, same_counts) &&
           std::ranges::equal(results_.draws, other.results_.draws, same_draws);
}

}  // namespace spires::testing
