#pragma once
// Numbers that remember what they measure; a rate used as a probability does not compile.

#include "core/maths.hpp"

namespace spires {

template <class Tag>
class Quantity {
public:
    constexpr Quantity() = default;
    constexpr explicit Quantity(double value) : value_(value) {}
    [[nodiscard]] constexpr double value() const noexcept { return value_; }
    constexpr Quantity& operator+=(Quantity other) noexcept { value_ += other.value_; return *this; }
    constexpr Quantity& operator*=(double factor) noexcept { value_ *= factor; return *this; }
    friend constexpr Quantity operator+(Quantity a, Quantity b) { return Quantity{a.value_ + b.value_}; }
    friend constexpr Quantity operator*(Quantity a, double factor) { return Quantity{a.value_ * factor}; }
    friend constexpr auto operator<=>(Quantity, Quantity) = default;

private:
    double value_ = 0.0;
};

using Hazard = Quantity<struct HazardTag>;            ///< events per person-year [1/year]
using Probability = Quantity<struct ProbabilityTag>;  ///< chance within the step [1]

/// Chance of the event within a time at risk of `years` (1 = the whole step).
[[nodiscard]] inline Probability within(Hazard hazard, double years) noexcept {
    return Probability{one_minus_exp_minus(hazard.value() * years)};
}

}  // namespace spires
