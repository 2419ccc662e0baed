#include "calibration/stage_model.hpp"

#include "core/odds.hpp"
#include "core/root.hpp"

#include <tbb/parallel_for.h>

#include <bit>
#include <utility>

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

/// Shares late of those who are not covered and of those who are, by decile; one solution where nobody is asked.
class SplitByDecile {
public:
    SplitByDecile(const ScreeningProgramme* programme, double odds_ratio) : programme_(programme), odds_ratio_(odds_ratio) {}
    void add(std::vector<float>& shares, double mean) const {
        auto split = programme_ == nullptr ? split_share(mean, 0.0, 1.0) : std::pair<double, double>{};
        for (std::size_t d = 0; d < deciles; ++d) {
            if (programme_ != nullptr) split = split_share(mean, programme_->share[d], odds_ratio_);
            shares.insert(shares.end(), {static_cast<float>(split.first), static_cast<float>(split.second)});
        }
    }

private:
    const ScreeningProgramme* programme_;
    double odds_ratio_;
};

StageModel solve_stage(const HealthTables& tables, const StagedCondition& stage, std::size_t number, const Mortality& mortality, int base_year, const std::vector<double>& ratios) {
    const auto& condition = tables.conditions[stage.condition];
    double odds_ratio = 1;
    const auto* effect = effect_on_stage(tables, stage.condition, ratios, odds_ratio);
    const auto* programme = effect == nullptr ? nullptr : &tables.screening[effect->programme];
    StageModel model{stage.condition, late_stage(number), static_cast<Coverage>(effect == nullptr ? 0U : 1U << effect->programme), {}, {}, {}};
    for (const Sex sex : {Sex::female, Sex::male})
        for (int age = 0; age <= oldest_age; ++age) {
            const double among_ill = share_among_ill(stage, condition.fatality[static_cast<std::size_t>(sex)][age_row(age)], other_ends(condition, mortality, sex, age, base_year));
            const double early = 1.0 / (1.0 + among_ill * (stage.late_fatality_ratio - 1.0));
            model.fatality.insert(model.fatality.end(), {static_cast<float>(early), static_cast<float>(early * stage.late_fatality_ratio)});
            const bool asked = programme != nullptr && (sex == Sex::female ? programme->women : programme->men) && age >= programme->age_from;
            const SplitByDecile split(asked ? programme : nullptr, odds_ratio);
            split.add(model.at_diagnosis, stage.late_share);
            split.add(model.among_ill, among_ill);
        }
    return model;
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
    std::vector<StageModel> models(tables.stages.size());
    tbb::parallel_for(std::size_t{0}, models.size(), [&](std::size_t s) { models[s] = solve_stage(tables, tables.stages[s], s, mortality, base_year, ratios); });
    return models;
}

}  // namespace spires
