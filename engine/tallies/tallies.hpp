#pragma once
// What is counted: 64-bit integers by cell (ward × decile), sex and life-table band.

#include "core/axes.hpp"
#include "core/column.hpp"
#include "core/fixed_point.hpp"
#include "tallies/group_years.hpp"
#include "tallies/stock_row.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace spires {

/// The quantities every model has. Conditions and services follow them (see TallyLayout).
/// `expected` quantities are in fixed point (2⁻³²), the others whole people.
enum class Count : std::size_t {
    // stocks at mid-year y: groups of age, which stand together, then those of them who …
    population,
    adults_19_plus,
    adults_18_plus,
    adults_16_plus,
    aged_16_17,
    physically_active,         // 19+, at least 150 minutes a week
    current_smokers,           // 18+
    obese,                     // 18+
    lonely,                    // 16+
    unemployed,                // 16-64
    economically_active,       // 16-64
    neet,                      // 16-17
    // flows of step y
    births,
    deaths,                    // as they happened
    arrivals,
    departures,
    developed_well,            // reached a good level of development at the end of Reception
    development_assessed,
    participants,              // joined a programme in the step
    programme_unmet,           // would have joined but for places
    // the wider model: people and homes are whole, `fixed` is fixed point. What is counted together stands together.
    private_residents,         // in private households
    disposable_income,         // of them, thousand pounds a year; fixed
    private_children,          // 0-15 in private households
    children_in_poverty,       // of them, after housing costs, in the step
    households,                // private; households count at their reference person
    fuel_poor,                 // of them, in the step
    households_in_temporary_accommodation,
    families_in_temporary_accommodation,   // with dependent children
    feeling_safe,              // 11-18; fixed
    young_people,              // 11-18; fixed
    dementia_expected,         // 65+, by age and sex; fixed
    dementia_diagnosed,        // 65+; fixed
    alcohol_harmful,           // 16+
    measured_in_year_6,
    healthy_weight_year_6,     // fixed
    left_year_11,
    sustained_destination,     // fixed
    cancers_found,             // new cases of conditions with stages
    cancers_found_late,        // of them, expected; fixed
    camhs_added,               // places of programmes in children's mental health services; fixed
    floored_deaths,            // expected deaths in strata whose residual met its floor; fixed
    programme_cost,            // pounds; fixed
    // what is expected of everybody, fixed point: one line of memory (processes/expectations.hpp)
    person_years,
    good_health_years,         // person-years in good health
    expected_deaths,
    years_with_disability,
    no2,                       // µg/m³ where people live, over people
    pm25,
    life_satisfaction,         // points over people of 16 and over
    influence,                 // 16+
    count_
};
inline constexpr std::size_t fixed_counts = static_cast<std::size_t>(Count::count_);

/// Where each quantity stands in a row of tallies: the fixed ones; then of conditions who has them, whom
/// they concern (ill or not: the denominator of prevalence) and new cases; then services; then screening.
struct TallyLayout {
    std::size_t conditions = 0;
    std::size_t services = 0;
    std::size_t screening = 0;

    [[nodiscard]] constexpr std::size_t of(Count quantity) const noexcept { return static_cast<std::size_t>(quantity); }
    [[nodiscard]] constexpr std::size_t prevalent(std::size_t condition) const noexcept { return fixed_counts + condition; }
    [[nodiscard]] constexpr std::size_t at_risk(std::size_t condition) const noexcept { return fixed_counts + conditions + condition; }
    [[nodiscard]] constexpr std::size_t incident(std::size_t condition) const noexcept { return fixed_counts + 2 * conditions + condition; }
    [[nodiscard]] constexpr std::size_t service(std::size_t s) const noexcept { return fixed_counts + 3 * conditions + s; }
    /// Conditions in whole vectors of sixteen.
    [[nodiscard]] constexpr std::size_t condition_slots() const noexcept { return (conditions + 15) / 16 * 16; }
    /// Room for services in a group, in whole vectors of eight.
    [[nodiscard]] constexpr std::size_t service_slots() const noexcept { return (services + 7) / 8 * 8; }
    /// Of programmes of screening: whom they are for, and who of them is covered.
    [[nodiscard]] constexpr std::size_t screened_for(std::size_t programme) const noexcept { return service(services) + programme; }
    [[nodiscard]] constexpr std::size_t covered(std::size_t programme) const noexcept { return service(services) + screening + programme; }
    [[nodiscard]] constexpr std::size_t width() const noexcept { return service(services) + 2 * screening; }
};

/// A group of counts at every key of a sheet.
template <class Number>
struct CountColumns {
    Number* first = nullptr;
    std::size_t stride = 1;  ///< from key to key
    [[nodiscard]] Number* at(std::size_t key) const noexcept { return first + key * stride; }
    [[nodiscard]] Number& operator[](std::int32_t key) const noexcept { return *at(static_cast<std::size_t>(key)); }
};

/// One worker's counts of one year by key: cell × sex × band. Sheets add up in any order. What a process
/// counts together stands together, [group][key][quantity of the group], so that a pass over people
/// keeps to a part of the sheet that fits the processor's near memory. Stocks are whole people, counted
/// in 32 bits; all else in 64.
class TallySheet {
public:
    TallySheet(TallyLayout layout, std::size_t cells);

    [[nodiscard]] const TallyLayout& layout() const noexcept { return layout_; }
    [[nodiscard]] std::size_t cells() const noexcept { return cells_; }
    [[nodiscard]] static constexpr std::size_t key(std::size_t cell, Sex sex, std::size_t band) noexcept {
        return (cell * sexes + static_cast<std::size_t>(sex)) * life_table_bands + band;
    }

    /// The count of any quantity at a key.
    [[nodiscard]] std::int64_t count(std::size_t key, std::size_t quantity) const noexcept {
        const std::size_t at = place_[quantity] + key * stride_[quantity];
        return is_stock_[quantity] != 0 ? stocks_[at] : values_[at];
    }
    [[nodiscard]] std::int64_t count(std::size_t cell, Sex sex, std::size_t band, std::size_t quantity) const noexcept { return count(key(cell, sex, band), quantity); }
    /// Adds to a flow or an expected quantity.
    void add(std::size_t cell, Sex sex, int age, Count quantity, std::int64_t amount) noexcept {
        const std::size_t at = key(cell, sex, life_table_band(age));
        *counts(layout_.of(quantity)).at(at) += amount;
        open_[at] = 1;
    }
    /// For passes over people: a flow or expected quantity, and its group's next ones, by key.
    [[nodiscard]] CountColumns<std::int64_t> counts(std::size_t quantity) noexcept { return {values_.data() + place_[quantity], stride_[quantity]}; }
    [[nodiscard]] CountColumns<std::int64_t> counts(Count quantity) noexcept { return counts(layout_.of(quantity)); }
    /// The stocks of a key: fixed ones (stock_slots), then at risk and ill (condition_slots each).
    [[nodiscard]] CountColumns<std::int32_t> stocks() noexcept { return stocks(0); }
    /// The stocks of a key from a quantity on: whom each programme of screening is for, then who of them is covered.
    [[nodiscard]] CountColumns<std::int32_t> stocks(std::size_t quantity) noexcept { return {stocks_.data() + place_[quantity], stride_[quantity]}; }
    static constexpr std::size_t stock_slots = std::tuple_size_v<StockRow>;
    /// Years lived by ethnic group, of the whole city.
    [[nodiscard]] GroupYears& group_years() noexcept { return group_years_; }
    [[nodiscard]] const GroupYears& group_years() const noexcept { return group_years_; }

    /// Says at which keys a pass over people counts: only those are cleared and summed. `add` says so by itself.
    void open(std::span<const std::int32_t> keys) noexcept;
    /// Reads all quantities of a key into `counts`, `layout().width()` numbers.
    void read(std::size_t key, std::int64_t* counts) const noexcept;
    /// Becomes the sum of sheets of the same layout, zero of none; in parallel.
    void become_sum_of(std::span<const TallySheet* const> sheets);
    /// All counts as bytes: what two sheets are compared by.
    [[nodiscard]] std::string bytes() const;
    void clear() noexcept;

private:
    /// Quantities that stand side by side at every key.
    struct Group {
        std::size_t first = 0, quantities = 0;  ///< of the layout
        std::size_t begin = 0, stride = 1;      ///< of key 0, and from key to key
        bool stock = false;
    };
    void place(std::size_t first, std::size_t quantities, std::size_t begin, std::size_t stride, bool stock);
    void place_group(std::size_t first, std::size_t quantities, std::size_t width);
    [[nodiscard]] std::size_t keys() const noexcept { return open_.size(); }
    /// Whether so many keys are open that a pass over the whole sheet costs less than one over them.
    [[nodiscard]] bool is_dense() const noexcept;
    void add_open_keys(const TallySheet& more, std::size_t from, std::size_t to) noexcept;

    TallyLayout layout_;
    std::size_t cells_;
    std::vector<std::size_t> place_, stride_;  ///< by quantity: of key 0, and from key to key
    std::vector<std::uint8_t> is_stock_;
    std::vector<Group> groups_;
    std::vector<std::uint8_t> open_;           ///< by key: 1 where counts may differ from 0
    Column<std::int32_t> stocks_;
    Column<std::int64_t> values_;
    GroupYears group_years_;
};

/// Whole-city counts by sex and single age: what a meeting point needs.
using AgeCounts = std::array<std::array<std::int64_t, ages>, sexes>;

}  // namespace spires
