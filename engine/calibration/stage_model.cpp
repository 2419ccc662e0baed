#include "calibration/stage_model.hpp"

#include "core/odds.hpp"
#include "core/root.hpp"

#include <bit>

namespace spires {

namespace {

/// p: the share late among those who are ill.
double share_among_ill(const StagedCondition& stage, double fatality, double other) {
    const double late = stage.late_share, ratio = stage.late_fatality_ratio;
    return root_between(0, 1, [&](double p) {
        const double early = fatality / (1.0 + p * (ratio - 1.0));
        return p * (1.0 - late) * (ratio * early + other) - (1.0 - p) * late * (early + other);
    });
}

const ScreeningEffect* effect_on_stage(const HealthTables& tables, std::size_t condition, const std::vector<double>& ratios, double& ratio) {
    for (std::size_t e = 0; e < tables.screening_effects.size(); ++e) {
        const auto& effect = tables.screening_effects[e];
        if (effect.moves != ScreeningMoves::late_stage || effect.condition != tables.conditions[condition].name) continue;
        ratio = ratios[e];
        return &effect;
    }
    return nullptr;
}

}  // namespace

double other_ends(const Condition& condition, const Mortality& mortality, Sex sex, int age, int base_year) {
    double deaths = 0;
    for (std::size_t d = 0; d < deciles; ++d) deaths += mortality.rate(sex, age, d, base_year) / static_cast<double>(deciles);
    return condition.remission[static_cast<std::size_t>(sex)][age_row(age)] + deaths;
}

std::uint32_t StageModel::word(const RandomKey& key, std::uint64_t person, int year) const noexcept {
    return draw(key, person, year, Purpose::cancer_stage)[static_cast<std::size_t>(std::countr_zero(late)) - most_conditions];
}

std::vector<StageModel> solve_stages(const HealthTables& tables, const Mortality& mortality, int base_year, const std::vector<double>& ratios) {
    std::vector<StageModel> models;
    for (const auto& stage : tables.stages) {
        const auto& condition = tables.conditions[stage.condition];
        double odds_ratio = 1;
        const auto* effect = effect_on_stage(tables, stage.condition, ratios, odds_ratio);
        StageModel model{stage.condition, late_stage(models.size()), static_cast<Coverage>(effect == nullptr ? 0U : 1U << effect->programme), {}, {}, {}};
        for (const Sex sex : {Sex::female, Sex::male})
            for (int age = 0; age <= oldest_age; ++age) {
                const double among_ill = share_among_ill(stage, condition.fatality[static_cast<std::size_t>(sex)][age_row(age)], other_ends(condition, mortality, sex, age, base_year));
                const double early = 1.0 / (1.0 + among_ill * (stage.late_fatality_ratio - 1.0));
                model.fatality.insert(model.fatality.end(), {static_cast<float>(early), static_cast<float>(early * stage.late_fatality_ratio)});
                for (std::size_t d = 0; d < deciles; ++d) {
                    const auto* programme = effect == nullptr ? nullptr : &tables.screening[effect->programme];
                    const bool asked = programme != nullptr && (sex == Sex::female ? programme->women : programme->men) && age >= programme->age_from;
                    const double covered = asked ? programme->share[d] : 0.0, ratio = asked ? odds_ratio : 1.0;
                    const auto add = [&](std::vector<float>& shares, double share) {
                        const auto [others, those_covered] = split_share(share, covered, ratio);
                        shares.insert(shares.end(), {static_cast<float>(others), static_cast<float>(those_covered)});
                    };
                    add(model.at_diagnosis, stage.late_share);
                    add(model.among_ill, among_ill);
                }
            }
        models.push_back(std::move(model));
    }
    return models;
}

}  // namespace spires
