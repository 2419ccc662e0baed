#pragma once
// Continuous exposures and loneliness: a lasting rank, a slow drift, and what the body takes in late.

#include "calibration/model.hpp"
#include "processes/process.hpp"

namespace spires {

/// z' = ρz + √(1−ρ²)ε for activity and body mass index; value = Q(z) plus what programmes add;
/// the lagged value follows it by a first-order filter of `lag_years`.
class Exposures : public Process {
public:
    explicit Exposures(const Inputs& inputs);
    void advance(Step& step) const override;

private:
    struct Drift { float persistence, innovation, lag_share; };
    static Drift drift_of(const ContinuousExposure& exposure);

    const Inputs& inputs_;
    Drift activity_, body_mass_index_;
    float shared_;   ///< correlation of the two innovations
};

/// Often or always lonely: the latent score above the threshold of sex, age and place.
class Loneliness : public Process {
public:
    explicit Loneliness(const Inputs& inputs);
    void advance(Step& step) const override;
    /// Share lonely at this sex, age and place.
    [[nodiscard]] double share(Sex sex, int age, std::size_t place) const noexcept;
    /// Scores above which people are lonely, [place][sex][age].
    [[nodiscard]] const std::int32_t* thresholds() const noexcept { return threshold_.data(); }

private:
    void ease(Step& step) const;

    const Inputs& inputs_;
    double persistence_, innovation_;
    std::vector<double> place_factor_;  ///< by place
    std::vector<std::int32_t> threshold_;      ///< [place][sex][age]
};

/// Value of an exposure in the units of its column.
[[nodiscard]] inline std::uint16_t to_exposure_units(double value, double unit) noexcept {
    const double scaled = value * unit;
    return static_cast<std::uint16_t>(scaled <= 0 ? 0.0 : (scaled >= 65535.0 ? 65535.0 : scaled + 0.5));
}

}  // namespace spires
