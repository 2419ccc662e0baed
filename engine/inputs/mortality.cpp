#include "inputs/mortality.hpp"

#include "core/maths.hpp"
#include "inputs/table_checks.hpp"

#include <algorithm>
#include <map>

namespace spires {

namespace {

/// UK rates by [year][sex][age]; every year between the first and last must be complete.
struct National {
    int first_year = 0;
    std::vector<std::array<std::array<double, ages>, sexes>> rates;
};

National read_national(const std::filesystem::path& file) {
    const Table table = Table::read(file, {"sex", "age", "year", "rate"});
    std::map<int, std::array<std::array<double, ages>, sexes>> by_year;
    for (std::size_t row = 0; row < table.rows(); ++row) {
        const int year = table.integer(row, "year", 1900, 2200);
        const std::size_t sex = table.word(row, "sex", sex_names);
        const auto age = static_cast<std::size_t>(table.integer(row, "age", 0, oldest_age));
        auto [found, fresh] = by_year.try_emplace(year);
        if (fresh) for (auto& rates : found->second) rates.fill(-1.0);
        found->second[sex][age] = table.number(row, "rate", 0, 5);
    }
    refuse_doubled(table, {"sex", "age", "year"});
    National national;
    if (by_year.empty()) throw UserError(Exit::wrong_data, file.string() + ": error: the table has no rows");
    national.first_year = by_year.begin()->first;
    for (int year = national.first_year; year <= by_year.rbegin()->first; ++year) {
        const auto found = by_year.find(year);
        const auto complete = [](const auto& rates) { return std::ranges::none_of(rates, [](double r) { return r < 0; }); };
        if (found == by_year.end() || !std::ranges::all_of(found->second, complete))
            throw UserError(Exit::wrong_data, file.string() + ": error: year " + std::to_string(year) + " lacks rates; every sex and age 0 to 100 is needed");
        national.rates.push_back(found->second);
    }
    return national;
}

struct LevelAndSlope { double level = 1, slope = 0; };

LevelAndSlope level_in(const std::map<int, LevelAndSlope>& levels, int year) {
    if (levels.empty()) return {};
    const auto after = levels.upper_bound(year);
    return after == levels.begin() ? after->second : std::prev(after)->second;
}

}  // namespace

std::size_t Mortality::row_of(int year) const noexcept {
    return static_cast<std::size_t>(std::clamp(year - first_year_, 0, static_cast<int>(years_) - 1));
}

Mortality Mortality::read(const std::filesystem::path& inputs) {
    const National national = read_national(inputs / "mortality.csv");
    std::vector<double> decile_ratio(sexes * deciles * ages, 1.0);
    const Table ratios = Table::read(inputs / "mortality_deprivation.csv", {"sex", "age", "imd_decile", "ratio"});
    for (std::size_t row = 0; row < ratios.rows(); ++row) {
        const std::size_t sex = ratios.word(row, "sex", sex_names);
        const auto decile = static_cast<std::size_t>(ratios.integer(row, "imd_decile", 1, 10) - 1);
        const auto age = static_cast<std::size_t>(ratios.integer(row, "age", 0, oldest_age));
        decile_ratio[(sex * deciles + decile) * ages + age] = ratios.number(row, "ratio", 0.05, 20);
    }
    require_each_once(ratios, {{"sex", sex_names}, {"age"}, deciles_of_places(inputs)});
    std::array<std::map<int, LevelAndSlope>, sexes> levels;
    const Table level = Table::read(inputs / "mortality_level.csv", {"sex", "year", "level", "slope"});
    for (std::size_t row = 0; row < level.rows(); ++row)
        levels[level.word(row, "sex", sex_names)][level.integer(row, "year", 1900, 2200)] = {
            level.number(row, "level", 0.2, 5), level.number(row, "slope", -1, 1)};
    require_each_once(level, {{"sex", sex_names}, {"year"}});

    Mortality mortality;
    mortality.first_year_ = national.first_year;
    mortality.years_ = national.rates.size();
    mortality.rates_.resize(mortality.years_ * sexes * deciles * ages);
    auto out = mortality.rates_.begin();
    for (std::size_t y = 0; y < mortality.years_; ++y)
        for (std::size_t sex = 0; sex < sexes; ++sex) {
            const auto [value, slope] = level_in(levels[sex], mortality.first_year_ + static_cast<int>(y));
            for (std::size_t decile = 0; decile < deciles; ++decile)
                for (std::size_t age = 0; age < ages; ++age)
                    *out++ = national.rates[y][sex][age] * decile_ratio[(sex * deciles + decile) * ages + age] * value *
                             exponential(slope * (static_cast<double>(age) - 65.0) / 10.0);
        }
    return mortality;
}

void Mortality::keep_of_trend(double share, int base) {
    const std::size_t from = row_of(base), a_year = sexes * deciles * ages;
    for (std::size_t row = from + 1; row < years_; ++row)
        for (std::size_t i = 0; i < a_year; ++i) {
            const double then = rates_[from * a_year + i];
            double& now = rates_[row * a_year + i];
            if (share < 1 || share > 1) now = then * exponential(share * logarithm(now / then));
        }
}

}  // namespace spires
