#pragma once
// Short experiments on the city's own tables: scenarios as text in, every value out.

#include "experiment.hpp"

#include <string>
#include <utility>
#include <vector>

namespace spires::testing {

inline constexpr int first_year = 2022, last_year = 2025;

/// The real inputs and the base of seed 1, made once a program.
[[nodiscard]] const Foundations& foundations();

/// Stem and text of a scenario file.
using ScenarioText = std::pair<std::string, std::string>;
/// The scenarios as read, the baseline first.
[[nodiscard]] std::vector<Scenario> read(const std::vector<ScenarioText>& texts);

/// One intervention as text: `id` from `from` to the last year, for `more` lines and `effects`.
[[nodiscard]] std::string intervention(const std::string& id, int from, const std::string& more, const std::string& effects = {});

struct Luck {
    ReplicateDesign design{1, 2};
    bool parameter_uncertainty = true;
    int threads = 2;
};

/// All values of the baseline and these scenarios, 2022 to 2025.
class Played {
public:
    explicit Played(const std::vector<ScenarioText>& scenarios, const Luck& luck = {});

    [[nodiscard]] const std::vector<Variable>& variables() const noexcept { return variables_; }
    [[nodiscard]] std::size_t scenarios() const noexcept { return axes_.scenarios.size(); }
    [[nodiscard]] std::size_t replicates() const noexcept { return replicates_; }
    [[nodiscard]] const ResultsAxes& axes() const noexcept { return axes_; }
    [[nodiscard]] const ExperimentResults& results() const noexcept { return results_; }
    /// One value; sex 0 persons, 1 female, 2 male; area 0 the city.
    [[nodiscard]] double at(const std::string& variable, std::size_t scenario, std::size_t replicate, int year, std::size_t area = 0, std::size_t sex = 0) const;
    /// Whether two scenarios have the same bits in a variable, up to a year.
    [[nodiscard]] bool same(const std::string& variable, std::size_t one, std::size_t other, int until = last_year) const;
    /// All values of a variable as bytes.
    [[nodiscard]] std::string bytes(const std::string& variable) const;
    /// Whether another experiment has the same bits everywhere.
    [[nodiscard]] bool operator==(const Played& other) const;

private:
    [[nodiscard]] std::size_t index(const std::string& variable) const;
    [[nodiscard]] std::size_t cell(std::size_t variable, std::size_t scenario, std::size_t replicate) const;

    ResultsAxes axes_;
    std::vector<Variable> variables_;
    std::size_t replicates_;
    std::vector<std::vector<double>> values_;  ///< [variable][replicate][scenario][year][area][sex]
    ExperimentResults results_;
};

}  // namespace spires::testing
