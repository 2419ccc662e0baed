#include "report/payload_drivers.hpp"

#include "commands/figures.hpp"
#include "commands/headline.hpp"
#include "indicators/drivers.hpp"
#include "results/read_provenance.hpp"

#include <map>

namespace spires {

namespace {

using Json = nlohmann::ordered_json;
constexpr std::size_t most_told = 5;

/// Parameters are named once and told by number.
class Names {
public:
    std::size_t number_of(const std::string& name) {
        const auto [at, fresh] = numbers_.emplace(name, numbers_.size());
        if (fresh) names_.push_back(name);
        return at->second;
    }
    [[nodiscard]] const Json& all() const { return names_; }

private:
    std::map<std::string, std::size_t> numbers_;
    Json names_ = Json::array();
};

std::vector<double> changes_of(const ResultsReader& results, const std::string& name, std::size_t scenario, std::size_t year) {
    const std::size_t replicates = results.design().replicates(), years = results.axes().years.size();
    const auto& values = results.replicates(name);
    std::vector<double> changes;
    for (std::size_t r = 0; r < replicates; ++r) changes.push_back(values[((scenario * replicates + r) * years + year) * 3] - values[(r * years + year) * 3]);
    return changes;
}

}  // namespace

Json payload_drivers(const ResultsReader& results) {
    const auto draws = read_draws(results.file());
    const std::size_t year = headline_year(results);
    Names names;
    Json of = Json::array();
    for (std::size_t scenario = 1; scenario < results.axes().scenarios.size(); ++scenario) {
        Json by_variable = Json::object();
        for (const Variable& variable : results.variables()) {
            Json told = Json::array();
            for (const Driver& driver : drivers_of(changes_of(results, variable.name, scenario, year), draws, results.design(), results.axes().scenarios[scenario].stem)) {
                if (told.size() == most_told || !(driver.share > 0)) break;
                told.push_back(Json::array({names.number_of(driver.parameter), whole_percent(driver.share).value_or(0), driver.correlation > 0 ? 1 : 0, driver.sure ? 1 : 0}));
            }
            if (!told.empty()) by_variable[variable.name] = std::move(told);
        }
        of.push_back(std::move(by_variable));
    }
    return {{"parameters", names.all()}, {"of", std::move(of)}};
}

}  // namespace spires
