#include "report/payload.hpp"

#include "commands/figures.hpp"
#include "core/error.hpp"
#include "indicators/drivers.hpp"
#include "report/packing.hpp"
#include "report/payload_header.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <optional>

namespace spires {

namespace {

enum Statistic : std::size_t { mean = 0, lower = 2, upper = 4 };

/// One variable of one scenario: means, and how far its interval reaches below and above.
struct Part {
    std::vector<double> means, below, above;
};

/// Takes a statistic out of (statistic, year, area, sex) and sets it as [area][sex][year].
std::vector<double> by_area(std::span<const double> scenario, std::size_t statistic, const PackShape& shape) {
    std::vector<double> values(shape.size());
    const std::size_t from = statistic * shape.size();
    for (std::size_t area = 0; area < shape.rows; ++area)
        for (std::size_t sex = 0; sex < shape.series; ++sex)
            for (std::size_t year = 0; year < shape.years; ++year)
                values[(area * shape.series + sex) * shape.years + year] = scenario[from + (year * shape.rows + area) * shape.series + sex];
    return values;
}

Part part_of(std::span<const double> scenario, const PackShape& shape) {
    Part part{by_area(scenario, mean, shape), by_area(scenario, lower, shape), by_area(scenario, upper, shape)};
    for (std::size_t i = 0; i < part.means.size(); ++i) {
        part.below[i] = part.means[i] - part.below[i];
        part.above[i] -= part.means[i];
    }
    return part;
}

/// Student's intervals reach as far up as down, and are kept once.
bool is_symmetric(const std::vector<Part>& parts) {
    return std::ranges::all_of(parts, [](const Part& part) {
        for (std::size_t i = 0; i < part.means.size(); ++i)
            if (std::abs(part.above[i] - part.below[i]) > 1e-6 * std::abs(part.above[i]) + 1e-9 * std::abs(part.means[i])) return false;
        return true;
    });
}

/// A chance as it is shown everywhere, so that page and terminal cannot differ; 255 where there is none.
char chance_byte(double chance) { return static_cast<char>(static_cast<unsigned char>(whole_percent(chance).value_or(255))); }

/// By area, sex and year; of smaller areas for both sexes together alone, since chances hardly pack and the page
/// can work them out from the interval, though not to the last per cent.
std::string chances(const std::vector<double>& values, std::size_t scenario, const PackShape& shape) {
    const std::span<const double> own = std::span(values).subspan(scenario * shape.size(), shape.size());
    std::string bytes;
    for (std::size_t area = 0; area < shape.rows; ++area)
        for (std::size_t sex = 0; sex < (area == 0 ? shape.series : 1); ++sex)
            for (std::size_t year = 0; year < shape.years; ++year)
                bytes += chance_byte(own[(year * shape.rows + area) * shape.series + sex]);
    return bytes;
}

std::string blocks_of(const Part& part, const PackShape& shape, bool level, bool symmetric) {
    const auto steps = level ? steps_of_levels(part.means, part.above, shape) : steps_of_changes(part.means, part.above, shape);
    std::string bytes = pack(part.means, shape, steps) + pack(part.above, shape, steps_of_halves(part.above, shape));
    if (!symmetric) bytes += pack(part.below, shape, steps_of_halves(part.below, shape));
    return bytes;
}

/// What share of the change's variance in one replicate the parameters explain, by year.
std::string parameter_shares(const ResultsReader& results, const std::string& name, std::size_t scenario) {
    std::string bytes;
    for (std::size_t year = 0; year < results.axes().years.size(); ++year) {
        const SpreadParts parts = results.difference_parts(name, {.scenario = scenario, .year = year, .area = 0, .sex = 0});
        bytes += chance_byte(variance_parts(parts, results.design().replicates()).parameters);
    }
    return bytes;
}

PackShape shape_of(const ResultsReader& results, const Variable& variable) {
    return {variable.city_only ? 1 : results.axes().areas.size(), 3, results.axes().years.size()};
}

/// The level of the baseline, then the changes of the others.
std::vector<Part> parts_of(const ResultsReader& results, const Variable& variable) {
    const PackShape shape = shape_of(results, variable);
    const std::size_t scenarios = results.axes().scenarios.size(), stride = statistic_count * shape.size();
    const auto levels = results.numbers(variable.name), changes = results.numbers(variable.name + "_difference");
    if (levels.size() != scenarios * stride || changes.size() != levels.size())
        throw UserError(Exit::wrong_data, fmt::format("{}: error: the file is damaged or incomplete at {}", results.file().string(), variable.name));
    std::vector<Part> parts;
    for (std::size_t s = 0; s < scenarios; ++s) parts.push_back(part_of(std::span(s == 0 ? levels : changes).subspan(s * stride, stride), shape));
    return parts;
}

/// The factor by which all of `parts` is `others`; nothing where it is not.
std::optional<double> factor_between(const std::vector<Part>& parts, const std::vector<Part>& others) {
    std::optional<double> factor;
    for (std::size_t s = 0; s < parts.size(); ++s)
        for (auto values : {&Part::means, &Part::above, &Part::below}) {
            const auto &own = parts[s].*values, &other = others[s].*values;
            if (own.size() != other.size()) return {};
            if (!factor)
                for (std::size_t i = 0; i < own.size() && !factor; ++i)
                    if (std::isfinite(own[i]) && std::isfinite(other[i]) && other[i] != 0) factor = own[i] / other[i];
            double most = 0;
            for (const double value : own) most = std::max(most, std::isfinite(value) ? std::abs(value) : 0);
            for (std::size_t i = 0; i < own.size(); ++i)
                if (std::isfinite(own[i]) != std::isfinite(other[i]) || std::abs(own[i] - factor.value_or(0) * other[i]) > 1e-6 * most) return {};
        }
    return factor;
}

/// What a service costs is its number times a price, and need not be told twice: {"of": name, "factor": price}.
nlohmann::ordered_json times_another(const ResultsReader& results, const Variable& variable, const std::vector<Part>& parts) {
    constexpr std::string_view ending = "_cost";
    if (!variable.name.ends_with(ending)) return nullptr;
    const std::string of = variable.name.substr(0, variable.name.size() - ending.size());
    const auto& all = results.variables();
    const auto other = std::ranges::find(all, of, &Variable::name);
    if (other == all.end() || other->city_only != variable.city_only) return nullptr;
    const auto factor = factor_between(parts, parts_of(results, *other));
    if (!factor) return nullptr;
    return {{"of", of}, {"factor", *factor}};
}

/// The blocks of a variable; `header` learns in which form they are.
std::string variable_blocks(const ResultsReader& results, const Variable& variable, nlohmann::ordered_json& header) {
    const PackShape shape = shape_of(results, variable);
    const std::size_t scenarios = results.axes().scenarios.size();
    const auto better = results.numbers(variable.name + "_probability_better");
    if (better.size() != scenarios * shape.size())
        throw UserError(Exit::wrong_data, fmt::format("{}: error: the file is damaged or incomplete at {}", results.file().string(), variable.name));
    const std::vector<Part> parts = parts_of(results, variable);
    const bool symmetric = is_symmetric(parts);
    const auto times = times_another(results, variable, parts);
    header["symmetric"] = symmetric;
    if (!times.is_null()) header["times"] = times;
    std::string bytes;
    for (std::size_t s = 0; s < scenarios; ++s) {
        if (times.is_null()) bytes += blocks_of(parts[s], shape, s == 0, symmetric);
        if (s > 0) bytes += chances(better, s, shape) + parameter_shares(results, variable.name, s);
    }
    return bytes;
}

/// Residents by age, mean over the replicates: [area][sex: female, male][age], the baseline and what others change.
std::string age_blocks(const ResultsReader& results) {
    const std::size_t ages = results.texts("counts/age_group").size(), years = results.axes().years.size(), areas = results.axes().areas.size();
    const auto counts = results.numbers("counts/population");
    const std::size_t scenarios = results.axes().scenarios.size(), stride = years * areas * 3 * ages;
    if (ages == 0 || counts.size() != scenarios * stride) return "";
    const PackShape shape{areas, 2 * ages, years};
    const std::vector<double> quarters(areas, 0.25);
    std::string bytes;
    for (std::size_t s = 0; s < scenarios; ++s) {
        std::vector<double> values(shape.size());
        for (std::size_t year = 0; year < years; ++year)
            for (std::size_t area = 0; area < areas; ++area)
                for (std::size_t sex = 0; sex < 2; ++sex)
                    for (std::size_t age = 0; age < ages; ++age) {
                        const std::size_t from = ((year * areas + area) * 3 + sex + 1) * ages + age;
                        values[((area * 2 + sex) * ages + age) * years + year] =
                            (counts[s * stride + from] - (s > 0 ? counts[from] : 0)) / static_cast<double>(results.design().replicates());
                    }
        bytes += pack(values, shape, quarters);
    }
    return bytes;
}

}  // namespace

std::string page_payload(const ResultsReader& results) {
    auto header = payload_header(results);
    std::string blocks;
    for (std::size_t v = 0; v < results.variables().size(); ++v) blocks += variable_blocks(results, results.variables()[v], header["variables"][v]);
    const std::string ages = age_blocks(results);
    if (ages.empty()) header["age_groups"] = nlohmann::ordered_json::array();
    // What is not UTF-8 is replaced rather than refused: a name may come from anybody's editor.
    const std::string words = header.dump(-1, ' ', false, nlohmann::ordered_json::error_handler_t::replace);
    std::string length(4, '\0');
    for (std::size_t i = 0; i < 4; ++i) length[i] = static_cast<char>((words.size() >> (8 * i)) & 0xFFU);
    return length + words + blocks + ages;
}

}  // namespace spires
