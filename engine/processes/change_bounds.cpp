#include "processes/change_bounds.hpp"

#include "core/quantity.hpp"

namespace spires {

namespace {

std::uint16_t in_units(double chance) {
    if (chance >= 0.999) return ChangeBounds::anybody;
    return static_cast<std::uint16_t>(chance > 0.0 ? chance * 65536.0 + 1.0 : 0.0);
}

}  // namespace

ChangeBounds::ChangeBounds(const Model& model) : width_((model.incidence.size() + group - 1) / group * group), bounds_(burdens * sexes * ages * 2 * width_) {
    for (std::size_t c = 0; c < model.incidence.size(); ++c) {
        const auto& incidence = model.incidence[c];
        const int outgrown_at = model.inputs->health.conditions[c].age_to;
        bool lost = false;
        for (std::size_t burden = 0; burden < burdens; ++burden)
            for (std::size_t sex = 0; sex < sexes; ++sex)
                for (std::size_t age = 0; age < ages; ++age) {
                    std::uint16_t* const bounds = &bounds_[((burden * sexes + sex) * ages + age) * 2 * width_ + c];
                    const bool outgrown = static_cast<int>(age) >= outgrown_at;
                    bounds[0] = in_units(incidence.most_likely[burden][sex][age]);
                    bounds[width_] = outgrown ? anybody : in_units(within(Hazard{incidence.remission[sex][age]}, 1.0).value());
                    lost = lost || incidence.remission[sex][age] > 0;
                }
        is_ever_lost_.push_back(lost);
    }
}

}  // namespace spires
