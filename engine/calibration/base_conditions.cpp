#include "calibration/base_conditions.hpp"

#include "calibration/sums.hpp"
#include "processes/condition_lanes.hpp"

#include <algorithm>

namespace spires {

BaseConditions::BaseConditions(const Inputs& inputs, const RiskModel& risks, Population& base, const RandomKey& key)
    : inputs_(inputs), risks_(risks), base_(base), people_(base.blocks.size()) {
    tbb::parallel_for(std::size_t{0}, people_.size(), [&](std::size_t b) {
        auto& people = base_.blocks[b].people;
        std::ranges::fill(people.conditions, ConditionSet{0});
        people_[b].positions.place(people, inputs_.base_year, inputs_.places);
        people_[b].luck.resize((inputs_.health.conditions.size() + 3) / 4);
        for (std::size_t group = 0; group < people_[b].luck.size(); ++group)
            people_[b].luck[group].draw_all(key, people.id, inputs_.base_year, condition_purpose(ConditionEvent::initial, group * 4));
    });
}

PrevalenceTables BaseConditions::draw(std::size_t c) {
    const auto& condition = inputs_.health.conditions[c];
    Profile profile;
    for (std::size_t at = 0; at < sexes * ages; ++at) {
        profile.concerns[at] = condition.concerns(static_cast<Sex>(at / ages), static_cast<int>(at % ages)) ? 1 : 0;
        profile.prevalence[at] = condition.prevalence[at / ages][at % ages];
    }
    work_out(c);
    solve_means(profile);
    solve_scale(profile, condition.decile_ratio);
    auto tables = tabulate(profile, c);
    give(profile, c);
    return tables;
}

void BaseConditions::work_out(std::size_t c) {
    tbb::parallel_for(std::size_t{0}, people_.size(), [&](std::size_t b) { work_out_ratios(risks_.factors(c), people_[b].positions, base_.blocks[b].people.conditions, people_[b].ratio); });
}

void BaseConditions::solve_means(Profile& profile) const {
    const auto sums = sum_over_blocks(base_, profile.mean_ratio.size() * 2, [&](const Block& block, std::vector<double>& sum) {
        const auto& of = people_of(block);
        for (std::size_t row = 0; row < of.positions.size(); ++row) {
            if (profile.concerns[of.positions.sex_age[row]] == 0) continue;
            const auto at = static_cast<std::size_t>(of.positions.sex_band[row]) * 2;
            sum[at] += of.ratio[row];
            sum[at + 1] += 1.0;
        }
    });
    for (std::size_t s = 0; s < profile.mean_ratio.size(); ++s) profile.mean_ratio[s] = sums[2 * s + 1] > 0 ? sums[2 * s] / sums[2 * s + 1] : 1.0;
}

double BaseConditions::prevalence(const Profile& profile, const People& people, std::size_t row, double scale) {
    const double relative = people.ratio[row] / profile.mean_ratio[static_cast<std::size_t>(people.positions.sex_band[row])];
    return std::min(0.95, profile.prevalence[people.positions.sex_age[row]] * relative * scale);
}

void BaseConditions::solve_scale(Profile& profile, const ByDecile& decile_ratio) const {
    const auto cases = sum_over_blocks(base_, deciles * 2, [&](const Block& block, std::vector<double>& sum) {
        const auto& of = people_of(block);
        for (std::size_t row = 0; row < of.positions.size(); ++row) {
            const std::size_t sex_age = of.positions.sex_age[row], decile = of.positions.decile[row];
            if (profile.concerns[sex_age] == 0) continue;
            sum[2 * decile] += profile.prevalence[sex_age];
            sum[2 * decile + 1] += prevalence(profile, of, row, 1.0);
        }
    });
    double plain = 0, weighted = 0;
    for (std::size_t d = 0; d < deciles; ++d) {
        plain += cases[2 * d];
        weighted += decile_ratio[d] * cases[2 * d];
    }
    profile.scale.fill(1.0);
    for (std::size_t d = 0; d < deciles; ++d)
        if (cases[2 * d + 1] > 0) profile.scale[d] = decile_ratio[d] * (plain / weighted) * cases[2 * d] / cases[2 * d + 1];
}

/// The profile as the kernels read it, with the share that nobody's own exceeds.
PrevalenceTables BaseConditions::tabulate(Profile& profile, std::size_t c) const {
    PrevalenceTables tables{{}, {profile.scale.begin(), profile.scale.end()}, {}, RiskTables(risks_.factors(c))};
    const double highest_scale = *std::ranges::max_element(profile.scale);
    for (std::size_t at = 0; at < sexes * ages; ++at) {
        const auto sex = static_cast<Sex>(at / ages);
        const int years = static_cast<int>(at % ages);
        const double mean = profile.mean_ratio[at / ages * five_year_bands + five_year_band(years)];
        const double own = profile.prevalence[at] * risks_.highest(c, burdens - 1, sex, years) / mean * highest_scale;
        const double most = profile.concerns[at] != 0 ? own * (1.0 + 1e-6) : 0.0;
        profile.most[at] = static_cast<float>(most);
        tables.share.push_back(static_cast<float>(profile.prevalence[at] / mean));
        tables.highest.push_back(last_half_word(most));
    }
    return tables;
}

void BaseConditions::give(const Profile& profile, std::size_t c) {
    tbb::parallel_for(std::size_t{0}, people_.size(), [&](std::size_t b) {
        const auto& of = people_[b];
        const std::uint32_t* const words = of.luck[c / 4].column(c % 4);
        auto& conditions = base_.blocks[b].people.conditions;
        for (std::size_t row = 0; row < of.positions.size(); ++row)
            if (happens(words[row], profile.most[of.positions.sex_age[row]]) && happens(words[row], prevalence(profile, of, row, profile.scale[of.positions.decile[row]])))
                conditions[row] |= ConditionSet{1} << c;
    });
}

}  // namespace spires
