#include "calibration/calibrate_parts.hpp"
#include "calibration/sums.hpp"
#include "core/maths.hpp"
#include "core/root.hpp"
#include "indicators/life_table.hpp"

#include <bit>

namespace spires {

namespace {

double logit(double p) { return logarithm(p / (1.0 - p)); }
double inverse_logit(double x) { return 1.0 / (1.0 + exponential(-x)); }

/// Central death rates of the base population by sex and band, all deciles together.
std::array<ByLifeTableBand, sexes> base_death_rates(const Inputs& inputs, const Population& base) {
    constexpr std::size_t strata = sexes * life_table_bands;
    const auto sums = sum_over_blocks(base, strata * 2, [&](const Block& block, std::vector<double>& sum) {
        for (std::size_t row = 0; row < block.people.size(); ++row) {
            const int age = block.people.age(row, inputs.base_year);
            const Sex sex = block.people.sex[row];
            const std::size_t decile = inputs.places.places[block.people.place[row]].decile;
            for (const int at_age : {age, age + 1}) {
                const std::size_t at = (static_cast<std::size_t>(sex) * life_table_bands + life_table_band(at_age)) * 2;
                sum[at] += 0.5 * inputs.mortality.rate(sex, at_age, decile, inputs.base_year);
                sum[at + 1] += 0.5;
            }
        }
    });
    std::array<ByLifeTableBand, sexes> rates{};
    for (std::size_t s = 0; s < strata; ++s)
        rates[s / life_table_bands][s % life_table_bands] = sums[2 * s + 1] > 0 ? sums[2 * s] / sums[2 * s + 1] : 0.001;
    return rates;
}

/// Shares by band, shifted on the logit so that Sullivan's healthy life expectancy meets its target.
ByLifeTableBand shifted_shares(const ByLifeTableBand& shares, const ByLifeTableBand& death_rates, double target) {
    const LifeTable table(death_rates);
    const auto shifted = [&](double shift) {
        ByLifeTableBand result{};
        for (std::size_t b = 0; b < life_table_bands; ++b) result[b] = inverse_logit(logit(shares[b]) + shift);
        return result;
    };
    return shifted(root_between(-5, 5, [&](double shift) { return table.healthy_expectancy(shifted(shift)) - target; }, 60));
}

/// Sums of target, expected and variance by sex × band and sex × decile for one Newton step.
struct Sums {
    std::vector<double> values;
    static constexpr std::size_t bands = sexes * life_table_bands;
    static constexpr std::size_t strata = bands + sexes * deciles;
    [[nodiscard]] double target(std::size_t s) const { return values[3 * s]; }
    [[nodiscard]] double expected(std::size_t s) const { return values[3 * s + 1]; }
    [[nodiscard]] double variance(std::size_t s) const { return values[3 * s + 2]; }
};

class Solver {
public:
    Solver(const Inputs& inputs, const Population& base, GoodHealthModel& model) : inputs_(inputs), base_(base), model_(model) {
        const auto rates = base_death_rates(inputs, base);
        for (std::size_t s = 0; s < sexes; ++s)
            targets_[s] = shifted_shares(inputs.health.good_health.share[s], rates[s], inputs.health.good_health.healthy_life_expectancy[s]);
        remember_own_odds();
        for (std::size_t s = 0; s < sexes; ++s)
            for (std::size_t b = 0; b < life_table_bands; ++b) model_.band_odds[s][b] = exponential(logit(targets_[s][b]));
    }

    void solve() {
        for (int sweep = 0; sweep < 25; ++sweep) {
            step(sums(), false);
            step(sums(), true);
        }
        step(sums(), false);  // the bands last: healthy life expectancy stands on them
    }

private:
    void remember_own_odds() {
        own_.resize(base_.blocks.size());
        tbb::parallel_for(std::size_t{0}, own_.size(), [&](std::size_t b) {
            const auto& people = base_.blocks[b].people;
            own_[b].resize(people.size());
            for (std::size_t row = 0; row < people.size(); ++row) own_[b][row] = model_.own_odds(people, row, people.conditions[row]);
        });
    }

    /// Target by sex, band and decile: the band's share moved by the decile's published log-odds.
    [[nodiscard]] Sums sums() const {
        return {sum_over_blocks(base_, Sums::strata * 3, [&](const Block& block, std::vector<double>& sum) {
            const auto& own = own_[static_cast<std::size_t>(&block - base_.blocks.data())];
            for (std::size_t row = 0; row < block.people.size(); ++row) {
                const auto s = static_cast<std::size_t>(block.people.sex[row]);
                const std::size_t band = life_table_band(block.people.age(row, inputs_.base_year));
                const std::size_t decile = inputs_.places.places[block.people.place[row]].decile;
                const double odds = own[row] * model_.band_odds[s][band] * model_.decile_odds[s][decile];
                const double p = odds / (1.0 + odds);
                const double slope = decile_target_[s][decile] * targets_[s][band] / (1.0 - targets_[s][band]);
                for (const std::size_t at : {s * life_table_bands + band, Sums::bands + s * deciles + decile}) {
                    sum[3 * at] += at < Sums::bands ? targets_[s][band] : slope / (1.0 + slope);
                    sum[3 * at + 1] += p;
                    sum[3 * at + 2] += p * (1.0 - p);
                }
            }
        })};
    }

    void step(const Sums& sums, bool by_decile) {
        const std::size_t width = by_decile ? deciles : life_table_bands, first = by_decile ? Sums::bands : 0;
        for (std::size_t s = 0; s < sexes; ++s)
            for (std::size_t i = 0; i < width; ++i) {
                const std::size_t at = first + s * width + i;
                if (sums.variance(at) <= 0) continue;
                const double change = (sums.target(at) - sums.expected(at)) / sums.variance(at);
                (by_decile ? model_.decile_odds[s][i] : model_.band_odds[s][i]) *= exponential(change > 1 ? 1 : (change < -1 ? -1 : change));
            }
    }

    const Inputs& inputs_;
    const Population& base_;
    GoodHealthModel& model_;
    std::array<ByLifeTableBand, sexes> targets_{};
    std::array<ByDecile, sexes> decile_target_ = [this] {
        std::array<ByDecile, sexes> odds{};
        for (std::size_t s = 0; s < sexes; ++s)
            for (std::size_t d = 0; d < deciles; ++d) odds[s][d] = exponential(inputs_.health.good_health.decile_log_odds[s][d]);
        return odds;
    }();
    std::vector<std::vector<double>> own_;
};

/// Share in good health among people without conditions or habits, over their lasting personal odds.
double mean_share(const GoodHealthModel& model, double odds) {
    constexpr int quantiles = 64;
    double sum = 0;
    for (int q = 0; q < quantiles; ++q) {
        const double own = odds * model.personal(to_score(normal_quantile((q + 0.5) / quantiles)));
        sum += own / (1.0 + own);
    }
    return sum / quantiles;
}

/// The tables hold associations at one time; each carries the causal fraction of its exposure.
double odds_of(const Inputs& inputs, const Parameters& parameters, ParameterDraw& draw, const char* exposure) {
    const auto found = inputs.health.good_health.exposure_log_odds.find(exposure);
    return found == inputs.health.good_health.exposure_log_odds.end() ? 1.0 : exponential(found->second * draw.causal_fraction(exposure, parameters.entry("causal_fraction")));
}

}  // namespace

double GoodHealthModel::own_odds(const PersonColumns& people, std::size_t row, ConditionSet conditions) const noexcept {
    double odds = personal(people.health[row]);
    for (ConditionSet left = illnesses(conditions); left != 0; left &= left - 1) odds *= condition_odds[static_cast<std::size_t>(std::countr_zero(left))];
    if (people.lonely[row] != 0) odds *= lonely;
    if (people.smoking[row] == Smoking::current) odds *= smoking;
    if (people.economic_status[row] == EconomicStatus::unemployed) odds *= unemployed;
    if (people.economic_status[row] != EconomicStatus::child && people.activity_lagged[row] < 30 * activity_unit) odds *= inactive;
    if (people.body_mass_lagged[row] >= 30 * body_mass_index_unit) odds *= obese;
    return odds;
}

GoodHealthModel calibrate_good_health(const Inputs& inputs, const Parameters& parameters, const Population& base, ParameterDraw& draw) {
    GoodHealthModel model;
    for (auto& odds : model.decile_odds) odds.fill(1.0);
    for (const auto& condition : inputs.health.conditions) model.condition_odds.push_back(exponential(condition.good_health_log_odds));
    model.lonely = odds_of(inputs, parameters, draw, "loneliness");
    model.smoking = odds_of(inputs, parameters, draw, "smoking");
    model.inactive = odds_of(inputs, parameters, draw, "inactivity");
    model.obese = odds_of(inputs, parameters, draw, "obesity");
    model.unemployed = odds_of(inputs, parameters, draw, "unemployment");
    const double sd = parameters["good_health_person_sd"];
    for (int step = 0; step < 4096; ++step) model.personal_odds.push_back(exponential(sd * (step - 2047.5) * 16.0 / score_scale));
    Solver(inputs, base, model).solve();
    for (std::size_t s = 0; s < sexes; ++s)
        for (std::size_t d = 0; d < deciles; ++d) model.newborn_share[s][d] = mean_share(model, model.band_odds[s][0] * model.decile_odds[s][d]);
    return model;
}

}  // namespace spires
