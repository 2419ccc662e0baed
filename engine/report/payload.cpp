#include "report/payload.hpp"

#include "core/error.hpp"
#include "report/packing.hpp"
#include "report/payload_header.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

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

/// Chances as bytes: of the city in 250ths, elsewhere per cent; 255 where there is none.
std::string chances(const std::vector<double>& values, std::size_t scenario, const PackShape& shape) {
    const std::span<const double> own = std::span(values).subspan(scenario * shape.size(), shape.size());
    std::string bytes;
    for (std::size_t area = 0; area < shape.rows; ++area)
        for (std::size_t sex = 0; sex < shape.series; ++sex)
            for (std::size_t year = 0; year < shape.years; ++year)
                bytes += static_cast<char>(chance_byte(own[(year * shape.rows + area) * shape.series + sex], area == 0 ? 250 : 100));
    return bytes;
}

std::string blocks_of(const Part& part, const PackShape& shape, bool level, bool symmetric) {
    const auto steps = level ? steps_of_levels(part.means, part.above, shape) : steps_of_changes(part.means, part.above, shape);
    std::string bytes = pack(part.means, shape, steps) + pack(part.above, shape, steps_of_halves(part.above, shape));
    if (!symmetric) bytes += pack(part.below, shape, steps_of_halves(part.below, shape));
    return bytes;
}

/// What share of the change's variance in one replicate the parameters explain, by year; 255 unknown.
std::string parameter_shares(const ResultsReader& results, const std::string& name, std::size_t scenario) {
    std::string bytes;
    const auto replicates = static_cast<double>(results.design().replicates());
    for (std::size_t year = 0; year < results.axes().years.size(); ++year) {
        const SpreadParts parts = results.difference_parts(name, {.scenario = scenario, .year = year, .area = 0, .sex = 0});
        const double parameters = parts.parameter_sd * parts.parameter_sd, luck = parts.monte_carlo_sd * parts.monte_carlo_sd * replicates;
        const double share = parameters / (parameters + luck);
        bytes += static_cast<char>(chance_byte(share, 250));
    }
    return bytes;
}

/// The level of the baseline, the changes of the others; `symmetric` tells which form was taken.
std::string variable_blocks(const ResultsReader& results, const Variable& variable, bool& symmetric) {
    const ResultsAxes& axes = results.axes();
    const PackShape shape{variable.city_only ? 1 : axes.areas.size(), 3, axes.years.size()};
    const std::size_t scenarios = axes.scenarios.size(), stride = statistic_count * shape.size();
    const auto levels = results.numbers(variable.name), changes = results.numbers(variable.name + "_difference"),
               better = results.numbers(variable.name + "_probability_better");
    if (levels.size() != scenarios * stride || changes.size() != levels.size() || better.size() != scenarios * shape.size())
        throw UserError(Exit::wrong_data, fmt::format("{}: error: the file is damaged or incomplete at {}", results.file().string(), variable.name));
    std::vector<Part> parts;
    for (std::size_t s = 0; s < scenarios; ++s) parts.push_back(part_of(std::span(s == 0 ? levels : changes).subspan(s * stride, stride), shape));
    symmetric = is_symmetric(parts);
    std::string bytes;
    for (std::size_t s = 0; s < scenarios; ++s) {
        bytes += blocks_of(parts[s], shape, s == 0, symmetric);
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
    for (std::size_t v = 0; v < results.variables().size(); ++v) {
        bool symmetric = true;
        blocks += variable_blocks(results, results.variables()[v], symmetric);
        header["variables"][v]["symmetric"] = symmetric;
    }
    const std::string ages = age_blocks(results);
    if (ages.empty()) header["age_groups"] = nlohmann::ordered_json::array();
    // What is not UTF-8 is replaced rather than refused: a name may come from anybody's editor.
    const std::string words = header.dump(-1, ' ', false, nlohmann::ordered_json::error_handler_t::replace);
    std::string length(4, '\0');
    for (std::size_t i = 0; i < 4; ++i) length[i] = static_cast<char>((words.size() >> (8 * i)) & 0xFFU);
    return length + words + blocks + ages;
}

}  // namespace spires
