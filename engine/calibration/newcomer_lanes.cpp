#include "calibration/newcomer_lanes.hpp"

#undef HWY_TARGET_INCLUDE
#define HWY_TARGET_INCLUDE "calibration/newcomer_lanes.cpp"
#include <hwy/foreach_target.h>

#include "calibration/screening_luck_lanes.hpp"
#include "processes/exposure_curve_lanes.hpp"

HWY_BEFORE_NAMESPACE();
namespace spires {
namespace HWY_NAMESPACE {
namespace {

using namespace lanes;

template <class D> using Word = hn::Vec<hn::Rebind<std::uint32_t, D>>;

/// A group of newcomers: who they are, and where they read in the tables.
template <class D>
struct Group {
    std::size_t row, k;   ///< in the block, and among the newcomers
    Integer<D> age, sex, place, decile, sex_age, stratum;
};

template <class D>
HWY_INLINE Group<D> group_of(D d, const NewcomerTables& t, const PersonColumns& people, std::size_t first, std::size_t k, int year) {
    const std::size_t row = first + k;
    const auto age = integer(d, year) - read(d, people.birth_year.data() + row);
    const auto sex = read(d, reinterpret_cast<const std::uint8_t*>(people.sex.data()) + row);
    const auto place = read(d, people.place.data() + row);
    const auto decile = look_up(d, t.decile, place);
    const auto bounded = hn::Min(hn::Max(age, integer(d, 0)), integer(d, static_cast<std::int32_t>(ages) - 1));
    const auto sex_age = sex * integer(d, static_cast<std::int32_t>(ages)) + bounded;
    return {row, k, age, sex, place, decile, sex_age, sex_age * integer(d, static_cast<std::int32_t>(deciles)) + decile};
}

template <class D> HWY_INLINE Word<D> word(D, const BlockWords& luck, std::size_t which, std::size_t k) {
    return hn::LoadU(hn::Rebind<std::uint32_t, D>{}, luck.column(which) + k);
}
template <class D, class Attribute> HWY_INLINE void put(D d, Column<Attribute>& column, std::size_t row, Integer<D> value) {
    static_assert(sizeof(Attribute) == 1);
    write(d, reinterpret_cast<std::uint8_t*>(column.data()) + row, value);
}
template <class D, class M> HWY_INLINE Integer<D> one_if(D d, M which) { return hn::IfThenElseZero(integer_truth(d, which), integer(d, 1)); }
template <class D> HWY_INLINE auto is_grown(D d, const Group<D>& of) { return of.age > integer(d, 15); }

/// Which of several, by cumulative shares at `at` of a table: how many of them the word does not fall under.
template <class D>
HWY_INLINE Integer<D> choose(D d, Word<D> luck, const float* shares, std::int32_t count, Integer<D> at) {
    auto chosen = integer(d, count);
    for (std::int32_t k = 0; k < count; ++k) chosen = chosen - one_if(d, word_happens(d, luck, look_up(d, shares + k, at * integer(d, count))));
    return chosen;
}

/// The score at the rank that a word is.
template <class D>
HWY_INLINE Integer<D> score_at(D d, const NewcomerTables& t, Word<D> luck) {
    return look_up(d, t.normal_scores.data(), hn::BitCast(IntegerTag<D>{}, hn::ShiftRight<20>(luck)));
}

template <class D>
HWY_INLINE void draw_scores(D d, const NewcomerTables& t, PersonColumns& people, const Group<D>& of, const BlockWords& luck) {
    const auto activity = score_at(d, t, word(d, luck, 0, of.k)), loneliness = score_at(d, t, word(d, luck, 2, of.k));
    const auto own = from_score(d, score_at(d, t, word(d, luck, 1, of.k)));
    const auto body = to_score(d, hn::Set(d, t.shared) * from_score(d, activity) + hn::Set(d, t.own) * own);
    write(d, people.activity.data() + of.row, activity);
    write(d, people.body_mass_index.data() + of.row, body);
    write(d, people.loneliness.data() + of.row, loneliness);
    write(d, people.health.data() + of.row, score_at(d, t, word(d, luck, 3, of.k)));
    const auto minutes = to_units(d, quantile(d, t.activity, of.stratum, from_score(d, activity)), static_cast<float>(activity_unit));
    const auto mass = to_units(d, quantile(d, t.body_mass, of.stratum, from_score(d, body)), static_cast<float>(body_mass_index_unit));
    write(d, people.activity_minutes.data() + of.row, minutes);
    write(d, people.activity_lagged.data() + of.row, minutes);
    write(d, people.body_mass.data() + of.row, mass);
    write(d, people.body_mass_lagged.data() + of.row, mass);
    const auto from = look_up(d, t.lonely_from, of.place * integer(d, static_cast<std::int32_t>(sexes * ages)) + of.sex_age);
    put(d, people.lonely, of.row, hn::IfThenElseZero(hn::And(is_grown(d, of), loneliness > from), integer(d, 1)));
}

/// Smoking, how long ago who smoked quit (at any age from 18, alike), and development at 5.
template <class D>
HWY_INLINE void draw_habits(D d, const NewcomerTables& t, PersonColumns& people, const Group<D>& of, const BlockWords& luck) {
    constexpr auto never = static_cast<std::int32_t>(Smoking::never), current = static_cast<std::int32_t>(Smoking::current), ex = static_cast<std::int32_t>(Smoking::ex);
    const auto habit = choose(d, word(d, luck, 0, of.k), t.smoking.data(), 2, of.stratum);  // 0 current, 1 ex, 2 never
    const auto smokes = habit == integer(d, 0), smoked = habit == integer(d, 1);
    put(d, people.smoking, of.row, hn::IfThenElse(smokes, integer(d, current), hn::IfThenElse(smoked, integer(d, ex), integer(d, never))));
    const auto longest = hn::Min(hn::Max(of.age - integer(d, 18), integer(d, 0)), integer(d, 60));
    const auto share = as_real(d, hn::BitCast(IntegerTag<D>{}, hn::ShiftRight<8>(word(d, luck, 1, of.k)))) * real(d, 0x1p-24);
    put(d, people.years_since_quitting, of.row, hn::IfThenElseZero(smoked, whole_part(d, share * as_real(d, longest + integer(d, 1)))));
    constexpr auto reached = static_cast<std::int32_t>(Development::reached), not_reached = static_cast<std::int32_t>(Development::not_reached);
    const auto well = word_happens(d, word(d, luck, 2, of.k), look_up(d, t.developed.data(), of.sex * integer(d, static_cast<std::int32_t>(deciles)) + of.decile));
    const auto development = hn::IfThenElse(integer_truth(d, well), integer(d, reached), integer(d, not_reached));
    put(d, people.development, of.row, hn::IfThenElseZero(of.age > integer(d, 4), development));
}

/// Which programmes of screening cover them.
template <class D>
HWY_INLINE Integer<D> coverage(D d, const NewcomerTables& t, const Group<D>& of, const ScreeningLuck<D>& luck) {
    const auto is_woman = of.sex == integer(d, static_cast<std::int32_t>(Sex::female));
    auto covered = integer(d, 0);
    for (std::size_t p = 0; p < t.screening.size(); ++p) {
        const auto& programme = t.screening[p];
        const auto asked = of.age > integer(d, programme.age_from - 1);
        const auto of_sex = hn::IfThenElse(is_woman, integer(d, programme.women ? 1 : 0), integer(d, programme.men ? 1 : 0)) != integer(d, 0);
        const auto comes = comes_to_screening(d, t.screening_persistence, look_up(d, programme.share.data(), of.decile), luck, p);
        covered = covered + hn::IfThenElseZero(hn::And(hn::And(asked, of_sex), integer_truth(d, comes)), integer(d, programme.bit));
    }
    return covered;
}

/// Air, drinking, screening; and whether they are poor, as far as their place tells before their home does.
template <class D>
HWY_INLINE void draw_surroundings(D d, const NewcomerTables& t, PersonColumns& people, const Group<D>& of, const NewcomerLuck& luck) {
    write(d, people.no2.data() + of.row, look_up(d, t.no2.data(), of.place));
    write(d, people.pm25.data() + of.row, look_up(d, t.pm25.data(), of.place));
    const auto drinks = word_happens(d, word(d, luck.lasting, 1, of.k), look_up(d, t.drinks.data(), of.stratum));
    const auto under_16 = hn::IfThenElse(is_grown(d, of), integer(d, 0), integer(d, 1));
    const auto poor = word_happens(d, word(d, luck.screening, 3, of.k), look_up(d, t.poor.data(), of.place + of.place + under_16));
    const auto bit = [&](auto where, Circumstances which) HWY_ATTR { return hn::IfThenElseZero(integer_truth(d, where), integer(d, which)); };
    put(d, people.circumstances, of.row, bit(drinks, circumstance::alcohol) + bit(poor, circumstance::poverty));
    put(d, people.covered, of.row, coverage(d, t, of, {word(d, luck.lasting, 2, of.k), word(d, luck.screening, 0, of.k), word(d, luck.screening, 1, of.k)}));
}

void draw_states(const NewcomerTables& tables, PersonColumns& people, std::size_t first, int year, const NewcomerLuck& luck) {
    over_rows(people.size() - first, [&](auto d, std::size_t k) HWY_ATTR {
        const auto of = group_of(d, tables, people, first, k, year);
        draw_scores(d, tables, people, of, luck.scores);
        draw_habits(d, tables, people, of, luck.habits);
        if (tables.wider) draw_surroundings(d, tables, people, of, luck);
    });
}

void draw_social_states(const NewcomerTables& t, PersonColumns& people, std::size_t first, int year, const BlockWords& luck) {
    over_rows(people.size() - first, [&](auto d, std::size_t k) HWY_ATTR {
        const auto of = group_of(d, t, people, first, k, year);
        const auto age_decile = of.stratum - of.sex * integer(d, static_cast<std::int32_t>(ages * deciles));
        put(d, people.ethnic_group, of.row, choose(d, word(d, luck, 0, k), t.ethnic_group.data(), 4, of.place));
        put(d, people.disabled, of.row, one_if(d, word_happens(d, word(d, luck, 1, k), look_up(d, t.disabled.data(), of.sex_age))));
        const auto level = choose(d, word(d, luck, 2, k), t.qualification.data(), 3, age_decile);
        const auto status = choose(d, word(d, luck, 3, k), t.economic_status.data(), 5, of.stratum);
        put(d, people.qualification, of.row, hn::IfThenElseZero(is_grown(d, of), level));
        put(d, people.economic_status, of.row, hn::IfThenElse(is_grown(d, of), status, integer(d, static_cast<std::int32_t>(EconomicStatus::child))));
    });
}

}  // namespace
}  // namespace HWY_NAMESPACE
}  // namespace spires
HWY_AFTER_NAMESPACE();

#if HWY_ONCE
namespace spires {
HWY_EXPORT(draw_states);
HWY_EXPORT(draw_social_states);
void draw_state(const NewcomerTables& tables, PersonColumns& people, std::size_t first, int year, const NewcomerLuck& luck) {
    HWY_DYNAMIC_DISPATCH(draw_states)(tables, people, first, year, luck);
}
void draw_social_state(const NewcomerTables& tables, PersonColumns& people, std::size_t first, int year, const BlockWords& luck) {
    HWY_DYNAMIC_DISPATCH(draw_social_states)(tables, people, first, year, luck);
}
}  // namespace spires
#endif
