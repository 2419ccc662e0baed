#include "processes/strata.hpp"

namespace spires {

namespace {

/// What follows from sex and age alone.
struct OfAge {
    std::int32_t sex_age, sex_age_next, sex_band;
    std::uint32_t tally, tally_next;  ///< within a cell
};

constexpr int years_tabulated = 121;

std::vector<OfAge> tabulate() {
    std::vector<OfAge> table;
    for (const Sex sex : {Sex::female, Sex::male})
        for (int age = 0; age < years_tabulated; ++age) {
            const auto at = static_cast<std::int32_t>(static_cast<std::size_t>(sex) * ages);
            table.push_back({at + static_cast<std::int32_t>(age_row(age)), at + static_cast<std::int32_t>(age_row(age + 1)),
                             static_cast<std::int32_t>(static_cast<std::size_t>(sex) * five_year_bands + five_year_band(age)),
                             static_cast<std::uint32_t>(TallySheet::key(0, sex, life_table_band(age))),
                             static_cast<std::uint32_t>(TallySheet::key(0, sex, life_table_band(age + 1)))});
        }
    return table;
}

}  // namespace

void Strata::classify(const PersonColumns& people, int year, const Places& places) {
    rows = people.size();
    for (auto* column : {&age, &sex_age, &sex_age_next, &decile, &sex_band}) column->resize(rows);
    tally.resize(rows);
    tally_next.resize(rows);
    static const std::vector<OfAge> of_age = tabulate();
    constexpr auto cell_width = static_cast<std::uint32_t>(TallySheet::key(1, Sex::female, 0));
    for (std::size_t row = 0; row < rows; ++row) {
        age[row] = year - people.birth_year[row];
        const auto& of = of_age[static_cast<std::size_t>(people.sex[row]) * years_tabulated + static_cast<std::size_t>(std::clamp(age[row], 0, years_tabulated - 1))];
        sex_age[row] = of.sex_age;
        sex_age_next[row] = of.sex_age_next;
        sex_band[row] = of.sex_band;
        decile[row] = places.decile_of[people.place[row]];
        const std::uint32_t cell = places.cell_of[people.place[row]] * cell_width;
        tally[row] = cell + of.tally;
        tally_next[row] = cell + of.tally_next;
    }
}

}  // namespace spires
