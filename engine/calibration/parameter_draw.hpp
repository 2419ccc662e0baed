#pragma once
// One draw of every uncertain parameter: by name, so that a new parameter moves no other.

#include "inputs/parameters.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace spires {

/// Draw k of the parameters of a run; the central draw gives means and central ratios.
class ParameterDraw {
public:
    static ParameterDraw central() { return ParameterDraw{}; }
    ParameterDraw(std::uint64_t seed, std::uint32_t draw) : seed_(seed), draw_(draw), central_(false) {}

    /// A standard normal score of this name; 0 in the central draw.
    double score(std::string_view name);
    /// A ratio, log-normal between its 95 % limits; its log is multiplied by `fraction`.
    double ratio(std::string_view name, double ratio, double lower, double upper, double fraction = 1.0);
    /// Normal on the natural scale.
    double normal(std::string_view name, double mean, double sd);
    /// Share with the given mean and standard deviation, a beta.
    double share(std::string_view name, double mean, double sd);
    /// Cost with the given mean and standard deviation, a gamma.
    double cost(std::string_view name, double mean, double sd);
    /// Causal fraction of a social exposure: Beta(2,2) per exposure, or the parameter's value when it is
    /// fixed (central draw, `--set causal_fraction=`).
    double causal_fraction(std::string_view exposure, const Parameter& fraction);
    /// All single figures, drawn by their own distribution.
    Parameters sample(const Parameters& parameters);

    /// What was drawn, in the order of first use: name and value.
    [[nodiscard]] const std::vector<std::pair<std::string, double>>& record() const noexcept { return record_; }

private:
    ParameterDraw() = default;
    double keep(std::string_view name, double value);

    std::uint64_t seed_ = 0;
    std::uint32_t draw_ = 0;
    bool central_ = true;
    std::vector<std::pair<std::string, double>> record_;
};

}  // namespace spires
