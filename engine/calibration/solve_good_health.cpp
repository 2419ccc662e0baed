#include "calibration/calibrate_parts.hpp"
#include "calibration/sums.hpp"
#include "core/maths.hpp"
#include "core/root.hpp"
#include "indicators/life_table.hpp"

#include <algorithm>
#include <utility>

namespace spires {

namespace {

double logit(double p) { return logarithm(p / (1.0 - p)); }
double inverse_logit(double x) { return 1.0 / (1.0 + exponential(-x)); }

/// Central death rates of the base population by sex and band, all deciles together.
std::array<ByLifeTableBand, sexes> base_death_rates(const Inputs& inputs, const BySexAgeDecile& people) {
    constexpr std::size_t strata = sexes * life_table_bands;
    std::vector<double> sums(strata * 2, 0.0);
    for (std::size_t cell = 0; cell < people.size(); ++cell) {
        const std::size_t sex = cell / deciles / ages;
        const int age = static_cast<int>(cell / deciles % ages);
        for (const int at_age : {age, age + 1}) {
            const std::size_t at = (sex * life_table_bands + life_table_band(at_age)) * 2;
            sums[at] += people[cell] * 0.5 * inputs.mortality.rate(static_cast<Sex>(sex), at_age, cell % deciles, inputs.base_year);
            sums[at + 1] += people[cell] * 0.5;
        }
    }
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
    static constexpr std::size_t bands = sexes * life_table_bands;
    static constexpr std::size_t strata = bands + sexes * deciles;
    std::array<double, strata> target{}, expected{}, variance{};
};

/// A cell of those with the same sex, band and decile: [sex][band][decile].
constexpr std::size_t cells = sexes * life_table_bands * deciles;
constexpr std::size_t band_of(std::size_t cell) { return cell / deciles; }  // with the sex
constexpr std::size_t decile_of(std::size_t cell) { return cell / deciles / life_table_bands * deciles + cell % deciles; }

/// People of one block by cell, so that a sweep goes along a cell with its odds at hand.
struct OwnOdds {
    std::array<std::size_t, cells + 1> first{};
    std::vector<double> odds;
};

/// Σ p and Σ p (1 − p) over people with these odds, four at a time: one after the other, each would wait for the last.
std::array<double, 2> expected_and_variance(const double* first, const double* last, double common) {
    std::array<double, 4> expected{}, variance{};
    const auto add = [&](std::size_t lane, double own) {
        const double odds = own * common, p = odds / (1.0 + odds);
        expected[lane] += p;
        variance[lane] += p * (1.0 - p);
    };
    for (; last - first >= 4; first += 4)
        for (std::size_t lane = 0; lane < 4; ++lane) add(lane, first[lane]);
    for (; first != last; ++first) add(0, *first);
    return {(expected[0] + expected[1]) + (expected[2] + expected[3]), (variance[0] + variance[1]) + (variance[2] + variance[3])};
}

class Solver {
public:
    Solver(const Inputs& inputs, const Population& base, const BySexAgeDecile& people, GoodHealthModel& model) : inputs_(inputs), base_(base), model_(model) {
        const auto rates = base_death_rates(inputs, people);
        for (std::size_t s = 0; s < sexes; ++s)
            targets_[s] = shifted_shares(inputs.health.good_health.share[s], rates[s], inputs.health.good_health.healthy_life_expectancy[s]);
        remember_own_odds();
        for (std::size_t s = 0; s < sexes; ++s)
            for (std::size_t b = 0; b < life_table_bands; ++b) model_.band_odds[s][b] = exponential(logit(targets_[s][b]));
    }

    /// Always as many sweeps: totals of bands and deciles differ a little, so that either step undoes some of the other for ever.
    void solve() {
        for (int sweep = 0; sweep < 25; ++sweep) {
            step(sums(), false);
            step(sums(), true);
        }
        step(sums(), false);  // the bands last: healthy life expectancy stands on them
    }

private:
    [[nodiscard]] std::size_t cell_at(const PersonColumns& people, std::size_t row) const {
        const std::size_t band = static_cast<std::size_t>(people.sex[row]) * life_table_bands + life_table_band(people.age(row, inputs_.base_year));
        return band * deciles + inputs_.places.decile_of[people.place[row]];
    }

    void remember_own_odds() {
        own_.resize(base_.blocks.size());
        tbb::parallel_for(std::size_t{0}, own_.size(), [&](std::size_t b) {
            const auto& people = base_.blocks[b].people;
            auto& own = own_[b];
            std::vector<std::uint16_t> cell(people.size());
            for (std::size_t row = 0; row < people.size(); ++row) ++own.first[(cell[row] = static_cast<std::uint16_t>(cell_at(people, row))) + 1U];
            for (std::size_t c = 0; c < cells; ++c) own.first[c + 1] += own.first[c];
            auto next = own.first;
            own.odds.resize(people.size());
            for (std::size_t row = 0; row < people.size(); ++row) own.odds[next[cell[row]]++] = model_.own_odds(people, row, people.conditions[row]);
        });
    }

    [[nodiscard]] std::vector<double> sums_by_cell() const {
        return sum_over_blocks(base_, cells * 3, [&](const Block& block, std::vector<double>& sum) {
            const auto& own = own_[static_cast<std::size_t>(&block - base_.blocks.data())];
            for (std::size_t c = 0; c < cells; ++c) {
                const std::size_t s = c / deciles / life_table_bands;
                const double common = model_.band_odds[s][c / deciles % life_table_bands] * model_.decile_odds[s][c % deciles];
                const auto [expected, variance] = expected_and_variance(own.odds.data() + own.first[c], own.odds.data() + own.first[c + 1], common);
                sum[3 * c] = static_cast<double>(own.first[c + 1] - own.first[c]);
                sum[3 * c + 1] = expected;
                sum[3 * c + 2] = variance;
            }
        });
    }

    /// Target by sex, band and decile: the band's share moved by the decile's published log-odds.
    [[nodiscard]] Sums sums() const {
        const auto by_cell = sums_by_cell();
        Sums sums;
        for (std::size_t c = 0; c < cells; ++c) {
            const std::size_t s = c / deciles / life_table_bands;
            const double share = targets_[s][c / deciles % life_table_bands], odds = decile_target_[s][c % deciles] * share / (1.0 - share);
            for (const auto& [at, target] : {std::pair{band_of(c), share}, std::pair{Sums::bands + decile_of(c), odds / (1.0 + odds)}}) {
                sums.target[at] += by_cell[3 * c] * target;
                sums.expected[at] += by_cell[3 * c + 1];
                sums.variance[at] += by_cell[3 * c + 2];
            }
        }
        return sums;
    }

    void step(const Sums& sums, bool by_decile) {
        const std::size_t width = by_decile ? deciles : life_table_bands, first = by_decile ? Sums::bands : 0;
        for (std::size_t s = 0; s < sexes; ++s)
            for (std::size_t i = 0; i < width; ++i) {
                const std::size_t at = first + s * width + i;
                if (sums.variance[at] <= 0) continue;
                const double change = std::clamp((sums.target[at] - sums.expected[at]) / sums.variance[at], -1.0, 1.0);
                (by_decile ? model_.decile_odds[s][i] : model_.band_odds[s][i]) *= exponential(change);
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
    std::vector<OwnOdds> own_;  ///< by block
};

}  // namespace

void solve_odds(const Inputs& inputs, const Population& base, const BySexAgeDecile& people, GoodHealthModel& model) { Solver(inputs, base, people, model).solve(); }

}  // namespace spires
