#pragma once
// The columns of people and households: structure of arrays, one entry here for each attribute.

#include "population/categories.hpp"
#include "population/circumstances.hpp"

#include "core/axes.hpp"
#include "core/column.hpp"

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace spires {

/// Which long-term conditions a person has: bit c is condition c of `conditions.csv`. The last bits say of
/// conditions with stages (`cancer_stages.csv`), in their order, whether it was found late.
using ConditionSet = std::uint32_t;
inline constexpr std::size_t most_conditions = 28, most_staged = 4;
[[nodiscard]] constexpr ConditionSet late_stage(std::size_t stage) noexcept { return ConditionSet{1} << (most_conditions + stage); }
/// The conditions alone, without their stages.
[[nodiscard]] constexpr ConditionSet illnesses(ConditionSet conditions) noexcept { return conditions & ((ConditionSet{1} << most_conditions) - 1); }

/// A normal score in 1/4096 of a standard deviation.
using Score = std::int16_t;
inline constexpr double score_scale = 4096.0;
[[nodiscard]] constexpr double from_score(Score score) noexcept { return score / score_scale; }
[[nodiscard]] constexpr Score to_score(double z) noexcept {
    const double scaled = z * score_scale;
    const double bounded = scaled > 32767.0 ? 32767.0 : (scaled < -32768.0 ? -32768.0 : scaled);
    return static_cast<Score>(bounded + (bounded < 0 ? -0.5 : 0.5));
}
/// Exposures, current and lagged: minutes a week in 1/16, body mass index in 1/1024 kg/m².
inline constexpr double activity_unit = 16.0;
inline constexpr double body_mass_index_unit = 1024.0;

// X(type, name, description)
#define SPIRES_PERSON_COLUMNS(X)                                                                  \
    X(std::uint64_t, id, "who this is, the same in every scenario")                               \
    X(std::uint32_t, household, "slot of the household in the block")                             \
    X(std::uint16_t, place, "LSOA, index into places")                                            \
    X(std::int16_t, birth_year, "cohort: age at mid-y is y minus this")                           \
    X(Sex, sex, "female or male")                                                                 \
    X(EthnicGroup, ethnic_group, "five census groups")                                            \
    X(Role, role, "place in the household")                                                       \
    X(Development, development, "good level of development at 5")                                 \
    X(Qualification, qualification, "highest qualification")                                      \
    X(EconomicStatus, economic_status, "work, study or neither")                                  \
    X(Smoking, smoking, "never, current, ex")                                                     \
    X(std::uint8_t, years_since_quitting, "of ex-smokers, up to 60")                              \
    X(std::uint8_t, disabled, "disabled under the Equality Act, 1 or 0")                          \
    X(std::uint8_t, lonely, "often or always lonely, 1 or 0")                                     \
    X(Circumstances, circumstances, "poverty, temporary accommodation, cold home, alcohol")       \
    X(Coverage, covered, "by screening and immunisation, bit p is programme p")                   \
    X(std::uint16_t, no2, "nitrogen dioxide as the body has taken it in, 1/1024 µg/m³")           \
    X(std::uint16_t, pm25, "fine particles as the body has taken them in, 1/1024 µg/m³")          \
    X(Score, activity, "latent score of physical activity")                                       \
    X(Score, body_mass_index, "latent score of body mass index")                                  \
    X(Score, loneliness, "latent score of loneliness")                                            \
    X(Score, health, "lasting personal part of general health")                                   \
    X(std::uint16_t, activity_minutes, "minutes a week now, 1/16 minute")                         \
    X(std::uint16_t, activity_lagged, "minutes a week as the body has taken them in")             \
    X(std::uint16_t, body_mass, "body mass index now, 1/1024 kg/m²")                              \
    X(std::uint16_t, body_mass_lagged, "body mass index as the body has taken it in")             \
    X(std::uint8_t, presence, "leaving, arriving or dead in the current step")                    \
    X(ConditionSet, conditions, "long-term conditions")

#define SPIRES_HOUSEHOLD_COLUMNS(X)                                                               \
    X(std::uint64_t, id, "who this household is, the same in every scenario")                     \
    X(std::uint16_t, place, "LSOA, index into places")                                            \
    X(std::uint16_t, persons, "members, recounted each year")                                     \
    X(HouseholdKind, kind, "private household or kind of communal establishment")                 \
    X(Tenure, tenure, "of private households")                                                    \
    X(std::uint8_t, accommodation, "type of accommodation, index into the census categories")     \
    X(std::uint8_t, occupancy, "occupancy rating (bedrooms), index into the census categories")   \
    X(std::uint8_t, deprivation, "dimensions of household deprivation, 0 to 4")                   \
    X(std::uint8_t, homeless, "in temporary accommodation, 1 or 0")

// Defines a structure of arrays with row operations from a list of columns.
#define SPIRES_DECLARE_COLUMN(type, name, description) Column<type> name;
#define SPIRES_PUSH_COLUMN(type, name, description) name.push_back({});
#define SPIRES_RESIZE_COLUMN(type, name, description) name.resize(rows);
#define SPIRES_COPY_ROW(type, name, description) name[to] = from_columns.name[from];
#define SPIRES_BYTES_COLUMN(type, name, description) +sizeof(type)
#define SPIRES_VISIT_COLUMN(type, name, description) visit(#name, description, name);
#define SPIRES_MOVE_COLUMN(type, name, description)                                               \
    for (const auto& move : moves) name[move.to] = name[move.from];

/// One row that takes the place of another.
struct RowMove {
    std::uint32_t from = 0, to = 0;
};

struct PersonColumns {
    SPIRES_PERSON_COLUMNS(SPIRES_DECLARE_COLUMN)

    [[nodiscard]] std::size_t size() const noexcept { return id.size(); }
    [[nodiscard]] int age(std::size_t row, int year) const noexcept { return year - birth_year[row]; }
    [[nodiscard]] bool has(std::size_t row, std::size_t condition) const noexcept {
        return (conditions[row] >> condition) & 1U;
    }
    /// Appends one person with zeroed attributes; returns the row.
    std::size_t append() {
        SPIRES_PERSON_COLUMNS(SPIRES_PUSH_COLUMN)
        return size() - 1;
    }
    void resize(std::size_t rows) { SPIRES_PERSON_COLUMNS(SPIRES_RESIZE_COLUMN) }
    void copy_row(std::size_t to, const PersonColumns& from_columns, std::size_t from) {
        SPIRES_PERSON_COLUMNS(SPIRES_COPY_ROW)
    }
    /// Moves rows into gaps, then cuts the columns to `rows`.
    void close_gaps(std::span<const RowMove> moves, std::size_t rows) {
        SPIRES_PERSON_COLUMNS(SPIRES_MOVE_COLUMN)
        resize(rows);
    }
    template <class Visit>
    void for_each_column(Visit visit) const { SPIRES_PERSON_COLUMNS(SPIRES_VISIT_COLUMN) }
    static constexpr std::size_t bytes_a_row = 0 SPIRES_PERSON_COLUMNS(SPIRES_BYTES_COLUMN);
};

struct HouseholdColumns {
    SPIRES_HOUSEHOLD_COLUMNS(SPIRES_DECLARE_COLUMN)

    [[nodiscard]] std::size_t size() const noexcept { return id.size(); }
    std::size_t append() {
        SPIRES_HOUSEHOLD_COLUMNS(SPIRES_PUSH_COLUMN)
        return size() - 1;
    }
    void resize(std::size_t rows) { SPIRES_HOUSEHOLD_COLUMNS(SPIRES_RESIZE_COLUMN) }
    void copy_row(std::size_t to, const HouseholdColumns& from_columns, std::size_t from) {
        SPIRES_HOUSEHOLD_COLUMNS(SPIRES_COPY_ROW)
    }
    /// Moves rows into gaps, then cuts the columns to `rows`.
    void close_gaps(std::span<const RowMove> moves, std::size_t rows) {
        SPIRES_HOUSEHOLD_COLUMNS(SPIRES_MOVE_COLUMN)
        resize(rows);
    }
    template <class Visit>
    void for_each_column(Visit visit) const { SPIRES_HOUSEHOLD_COLUMNS(SPIRES_VISIT_COLUMN) }
    static constexpr std::size_t bytes_a_row = 0 SPIRES_HOUSEHOLD_COLUMNS(SPIRES_BYTES_COLUMN);
};

static_assert(PersonColumns::bytes_a_row < 100, "the promise of under 100 bytes a person");

}  // namespace spires
