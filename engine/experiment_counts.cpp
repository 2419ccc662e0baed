#include "experiment_counts.hpp"

namespace spires {

namespace {

/// Expected quantities are kept in thousandths, so that they fit with the whole numbers.
constexpr std::int64_t to_thousandths(std::int64_t fixed) noexcept {
    return static_cast<std::int64_t>((static_cast<__int128_t>(fixed) * 1000) >> 32U);
}

}  // namespace

CountsOverReplicates::CountsOverReplicates(const ResultsAxes& axes, const HealthTables& tables)
    : years_(axes.years.size()), areas_(axes.areas.size()), cells_(axes.scenarios.size() * years_ * areas_ * sexes * life_table_bands) {
    const TallyLayout layout{tables.conditions.size(), tables.services.size(), tables.screening.size()};
    const auto whole = [&](const char* name, Count quantity, const char* text) { count(name, "1", text, layout.of(quantity), false); };
    const auto expected = [&](const char* name, Count quantity, const char* text) { count(name, "1e-3", text, layout.of(quantity), true); };
    whole("population", Count::population, "People at mid-year, summed over replicates");
    whole("births", Count::births, "Births in the step, summed over replicates");
    whole("deaths", Count::deaths, "Deaths in the step, summed over replicates");
    whole("arrivals", Count::arrivals, "Arrivals in the step, summed over replicates");
    whole("departures", Count::departures, "Departures in the step, summed over replicates");
    expected("person_years", Count::person_years, "Expected person-years in thousandths, summed over replicates");
    expected("expected_deaths", Count::expected_deaths, "Expected deaths in thousandths, summed over replicates");
    expected("good_health_years", Count::good_health_years, "Expected person-years in good health in thousandths, summed over replicates");
    expected("floored_deaths", Count::floored_deaths, "Expected deaths in strata whose residual mortality met its floor, in thousandths, summed over replicates");
    for (std::size_t c = 0; c < tables.conditions.size(); ++c)
        count(tables.conditions[c].name, "1", "People with it at mid-year, summed over replicates", layout.prevalent(c), false);
    for (std::size_t c = 0; c < tables.conditions.size(); ++c)
        count(tables.conditions[c].name + "_onsets", "1", "New cases in the step, summed over replicates", layout.incident(c), false);
    for (std::size_t s = 0; s < tables.services.size(); ++s)
        count(tables.services[s].name, "1e-3", "Expected number in the step in thousandths, summed over replicates", layout.service(s), true);
}

void CountsOverReplicates::count(const std::string& name, const std::string& units, const std::string& description, std::size_t quantity, bool fixed_point) {
    tables_.push_back({name, units, description, std::vector<std::int64_t>(cells_, 0)});
    counted_.push_back({quantity, fixed_point});
}

void CountsOverReplicates::add(std::size_t scenario, std::size_t year, const AreaTallies& areas) {
    const std::lock_guard lock(mutex_);
    for (std::size_t a = 0; a < areas_; ++a) {
        const AreaCounts counts = areas.area(a);
        const std::size_t first = ((scenario * years_ + year) * areas_ + a) * sexes * life_table_bands;
        for (std::size_t t = 0; t < tables_.size(); ++t)
            for (std::size_t s = 0; s < sexes; ++s)
                for (std::size_t band = 0; band < life_table_bands; ++band) {
                    const std::int64_t value = counts.count(counted_[t].quantity, s == 0 ? SexGroup::female : SexGroup::male, band);
                    tables_[t].values[first + s * life_table_bands + band] += counted_[t].fixed_point ? to_thousandths(value) : value;
                }
    }
}

}  // namespace spires
