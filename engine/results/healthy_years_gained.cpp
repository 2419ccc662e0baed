#include "results/healthy_years_gained.hpp"

#include "indicators/cumulative_benefit.hpp"


namespace spires {

bool HealthyYearsGained::is_counted(const ReplicateStore& store, std::string_view healthy, std::string_view lived) {
    return store.index_of(healthy) && store.index_of(lived);
}

HealthyYearsGained::HealthyYearsGained(const ReplicateStore& store, std::string_view healthy, std::string_view lived)
    : replicates_(store.replicates()), scenarios_(store.axes().scenarios.size()), years_(store.axes().years.size()),
      cells_(store.axes().cells(store.variables()[store.index_of(healthy).value()])),
      healthy_(store.read(store.index_of(healthy).value())), lived_(store.read(store.index_of(lived).value())) {}

void HealthyYearsGained::gather(const std::vector<double>& all, std::size_t replicate, std::size_t scenario, std::size_t place, std::vector<double>& into) const {
    const std::size_t a_year = cells_ / years_, from = (replicate * scenarios_ + scenario) * cells_ + place;
    for (std::size_t y = 0; y < years_; ++y) into[y] = all[from + y * a_year];
}

std::vector<double> HealthyYearsGained::at(std::size_t scenario, std::size_t place) const {
    std::vector<double> gained, with(years_), without(years_), person_years(years_);
    for (std::size_t r = 0; r < replicates_; ++r) {
        gather(healthy_, r, scenario, place, with);
        gather(healthy_, r, 0, place, without);
        gather(lived_, r, 0, place, person_years);
        gained.push_back(gained_per_1000(with, without, person_years));
    }
    return gained;
}

}  // namespace spires
