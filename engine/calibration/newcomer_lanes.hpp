#pragma once
// The state of newcomers before their conditions, drawn for many people at a time.

#include "core/column.hpp"
#include "core/random_batch.hpp"
#include "population/columns.hpp"

#include <vector>

namespace spires {

/// A programme of screening as newcomers have met it elsewhere.
struct EarlierScreening {
    std::int32_t bit = 0;                  ///< of `covered`
    std::int32_t age_from = 0;             ///< those whom it asks or has asked: what came of it counts for life
    bool women = true, men = true;
    std::vector<float> share;              ///< covered, by decile
};

/// What newcomers' state is drawn from. Shares that follow one another are cumulative, the last left out.
struct NewcomerTables {
    const std::int32_t* decile = nullptr;                     ///< by place
    Column<std::int32_t> normal_scores;                       ///< at each 4096th of the ranks
    float shared = 0, own = 1;                                ///< weights of the score of activity in that of body mass index: own² + shared² = 1
    const float *activity = nullptr, *body_mass = nullptr;    ///< quantiles, [sex][age][decile][13 nodes]
    const std::int32_t* lonely_from = nullptr;                ///< score by [place][sex][age]
    Column<float> smoking;                                    ///< [sex][age][decile][current, ex]
    Column<float> developed;                                  ///< [sex][decile]
    Column<std::int32_t> no2, pm25;                           ///< by place, 1/1024 µg/m³
    Column<float> drinks;                                     ///< [sex][age][decile], none under 16
    Column<float> poor;                                       ///< [place][16 and over, under 16]
    std::vector<EarlierScreening> screening;
    float screening_persistence = 0;
    Column<float> ethnic_group;                               ///< [place][4]
    Column<float> disabled;                                   ///< [sex][age]
    Column<float> qualification;                              ///< [age][decile][3]
    Column<float> economic_status;                            ///< [sex][age][decile][5]
    bool wider = false;                                       ///< whether there are tables of air, money and drinking
};

/// The words of newcomers, from the first of them on.
struct NewcomerLuck {
    const BlockWords &scores, &habits, &lasting, &screening;
};

/// Social state of people from row `first` on, with words of Purpose::newcomer_social.
void draw_social_state(const NewcomerTables& tables, PersonColumns& people, std::size_t first, int year, const BlockWords& luck);
/// Scores, exposures, habits and surroundings. Status at 16 and 17 is left to school.
void draw_state(const NewcomerTables& tables, PersonColumns& people, std::size_t first, int year, const NewcomerLuck& luck);

}  // namespace spires
