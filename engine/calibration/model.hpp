#pragma once
// The model of one parameter draw, solved on the base population and then frozen: every scenario
// of the draw replays it (docs/model.md, section 7.5).

#include "calibration/development.hpp"
#include "calibration/economy_model.hpp"
#include "calibration/parameter_draw.hpp"
#include "calibration/risk_model.hpp"
#include "calibration/screened_fatality.hpp"
#include "inputs/health.hpp"
#include "inputs/mortality.hpp"
#include "inputs/parameters.hpp"
#include "inputs/places.hpp"
#include "inputs/social.hpp"
#include "inputs/wider.hpp"
#include "population/population.hpp"

#include <array>
#include <memory>
#include <vector>

namespace spires {

/// All tables, read once.
struct Inputs {
    std::filesystem::path folder;
    Places places;
    Parameters parameters;
    Mortality mortality;
    SocialTables social;
    HealthTables health;
    WiderTables wider;
    int base_year = 2022;

    static Inputs read(const std::filesystem::path& folder, const std::filesystem::path& localities = {});
};

using BySexBand = std::array<std::array<double, five_year_bands>, sexes>;

/// New cases: h = h0(age, sex) · D(decile) · Π RR / M(five-year age, sex).
struct IncidenceModel {
    BySexAge hazard{};      ///< h0 by age at the start of the step [1/year]
    BySexAge remission{};   ///< by age at the start of the step [1/year]
    BySexBand mean_ratio{}; ///< M: mean of Π RR over people free of the condition
    ByDecile residual{};    ///< D: what deprivation adds beyond exposures
    std::array<BySexAge, burdens> most_likely{};  ///< chance of onset that nobody of this burden, sex and age exceeds without a programme
};

/// Death: λ = Σ f_c + ρ · Π RR / M over other mortality.
struct MortalityModel {
    std::vector<BySexAge> fatality;                         ///< [condition][sex][age], base year
    std::array<std::array<std::array<double, ages>, deciles>, sexes> residual{};  ///< ρ, base year
    std::array<std::array<std::array<bool, ages>, deciles>, sexes> floored{};
    std::array<BySexBand, deciles> mean_ratio{};            ///< M by decile: ρ holds the whole gradient already
    std::vector<std::array<std::array<double, ages>, sexes>> trend;  ///< [year − base][sex][age] against the base
};

/// Good health: odds = A(sex, band) · B(sex, decile) · Π odds ratios · personal odds.
struct GoodHealthModel {
    std::array<std::array<double, life_table_bands>, sexes> band_odds{};
    std::array<ByDecile, sexes> decile_odds{};
    std::vector<double> condition_odds;                     ///< by condition
    double lonely = 1, smoking = 1, inactive = 1, obese = 1, unemployed = 1;
    std::vector<double> personal_odds;                      ///< by score, 4096 steps
    std::array<ByDecile, sexes> newborn_share{};            ///< of life in good health in the step of birth

    [[nodiscard]] double personal(Score score) const noexcept { return personal_odds[static_cast<std::size_t>((static_cast<int>(score) + 32768) >> 4)]; }
    /// Odds of a person without age, sex and decile, with the given conditions.
    [[nodiscard]] double own_odds(const PersonColumns& people, std::size_t row, ConditionSet conditions) const noexcept;
};

/// Use: r(age, sex) · decile · Π condition ratios, scaled to the city's total.
struct ServiceModel {
    BySexAge rate{};  ///< ½(r(x) + r(x+1)) times the scale [1/year]
    ByDecile decile_ratio{};
    std::vector<double> condition_ratio;
    double last_year_of_life = 0;
    double unit_cost = 0;
};

struct Model {
    const Inputs* inputs = nullptr;
    Parameters parameters;  ///< as drawn
    RiskModel risks;
    std::vector<IncidenceModel> incidence;
    MortalityModel mortality;
    GoodHealthModel good_health;
    std::vector<ServiceModel> services;
    std::vector<std::pair<std::string, double>> drawn;
    EconomyModel economy{};
    std::vector<double> circumstance_ratio{};  ///< of service_circumstances.csv, with the causal fraction
    DevelopmentLinks development{};            ///< what follows from a good level of development
    std::vector<StageModel> stages{};          ///< of conditions that are found early or late
    std::vector<ScreenedFatality> screened{};  ///< of conditions that are screened for
};

/// Solves normalisers, residuals, intercepts and scales of one draw on the base population.
[[nodiscard]] Model calibrate(const Inputs& inputs, const Population& base, ParameterDraw draw, int last_year);

}  // namespace spires
