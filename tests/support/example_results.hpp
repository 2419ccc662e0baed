#pragma once
// Results made by a formula that a test in any language can repeat.

#include "results/results_file.hpp"

#include <cstddef>
#include <filesystem>
#include <vector>

namespace spires::example {

/// A variable and the numbers of its formula.
struct Formula {
    Variable variable;
    double base, by_year, by_area, by_sex, by_draw, by_seed, effect;

    /// base + by_year·year + by_area·area + by_sex·sex + by_draw·d + by_seed·s + scenario·effect·(1 + d/10 + s/50),
    /// where all are indices, d = draw mod 5 − 2 and s is −1 or 1; two seeds a draw. NaN for a sex of households.
    [[nodiscard]] double value(std::size_t replicate, std::size_t scenario, std::size_t year, std::size_t area,
                               std::size_t sex) const;
};

[[nodiscard]] std::vector<Formula> formulas();
[[nodiscard]] ResultsAxes axes(std::size_t scenarios, std::size_t years, std::size_t areas);
/// One replicate of one scenario, as ReplicateStore::put takes it.
[[nodiscard]] std::vector<std::vector<double>> values(const ResultsAxes& axes, const std::vector<Formula>& formulas,
                                                      std::size_t replicate, std::size_t scenario);
[[nodiscard]] std::vector<CountTable> counts(const ResultsAxes& axes);
[[nodiscard]] Provenance provenance(const ReplicateDesign& design);

/// Writes a results file of that size.
void write(const std::filesystem::path& file, const ReplicateDesign& design = {}, std::size_t scenarios = 3,
           std::size_t years = 22, std::size_t areas = 4);
/// The same with variables of your own.
void write(const std::filesystem::path& file, const std::vector<Formula>& formulas, const ReplicateDesign& design,
           std::size_t scenarios, std::size_t years, std::size_t areas);

}  // namespace spires::example
