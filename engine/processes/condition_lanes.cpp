#include "processes/condition_lanes.hpp"

#undef HWY_TARGET_INCLUDE
#define HWY_TARGET_INCLUDE "processes/condition_lanes.cpp"
#include <hwy/foreach_target.h>

#include "calibration/risk_lanes.hpp"

HWY_BEFORE_NAMESPACE();
namespace spires {
namespace HWY_NAMESPACE {
namespace {

using namespace lanes;

std::size_t find_condition_candidates(const CandidateColumns& c, std::size_t rows, std::uint32_t* candidates) {
    std::size_t found = 0;
    over_rows(rows, [&](auto d, std::size_t row) HWY_ATTR {
        const auto has = hn::And(read(d, c.conditions + row), integer(d, static_cast<std::int32_t>(c.bit)));
        const auto wanted = integer(d, c.ill ? static_cast<std::int32_t>(c.bit) : 0);
        const auto word = hn::LoadU(hn::Rebind<std::uint32_t, decltype(d)>{}, c.words + row);
        const auto half = hn::BitCast(IntegerTag<decltype(d)>{}, hn::ShiftRight<1>(word));
        const auto could_not = half > look_up(d, c.highest, read(d, c.sex_age + row));
        found += note_rows(d, truth(d, hn::AndNot(could_not, has == wanted)), row, candidates + found);
    });
    return found;
}

/// h0 · D · Π RR / M · programmes, of a group of candidates. Where they stand on a curve is asked where it matters.
template <class D>
HWY_INLINE Real<D> own_hazard(D d, const OnsetColumns& c, Integer<D> row) {
    const auto at = [&](const auto& column) HWY_ATTR { return look_up(d, column.data(), row); };
    const auto real_if = [&](bool matters, const Scratch<float>& column) HWY_ATTR { return matters ? at(column) : hn::Zero(d); };
    const auto integer_if = [&](bool matters, const std::int32_t* column) HWY_ATTR { return matters ? look_up(d, column, row) : integer(d, 0); };
    const auto& tables = c.tables;
    const RiskStates<D> states{at(c.strata.sex_band), real_if(tables.activity != nullptr, c.risks.activity), real_if(tables.body != nullptr, c.risks.body),
                               integer_if(tables.smoking != nullptr, c.risks.smoking.data()), integer_if(!tables.flags.empty(), c.risks.flags.data()),
                               integer_if(!tables.causes.empty(), reinterpret_cast<const std::int32_t*>(c.conditions)),
                               real_if(tables.no2 != nullptr, c.risks.no2), real_if(tables.pm25 != nullptr, c.risks.pm25)};
    const auto hazard = look_up(d, c.hazard, at(c.strata.sex_age)) * look_up(d, c.residual, at(c.strata.decile)) * risk_ratio(d, tables, states);
    return c.ratio != nullptr ? hazard * look_up(d, c.ratio, row) : hazard;
}

template <class D>
HWY_INLINE Real<D> own_recovery(D d, const OnsetColumns& c, Integer<D> row) {
    const auto hazard = look_up(d, c.recovery, look_up(d, c.strata.sex_age.data(), row));
    return c.recovery_ratio != nullptr ? hazard * look_up(d, c.recovery_ratio, row) : hazard;
}

/// Chance of changing state within the time of a group of people and staying there, when the way back is open too:
/// h · (1 − e^−(h+k)t) / (h + k). Two separate exponentials would let nobody return within the year.
template <class D>
HWY_INLINE Real<D> two_state_chance(D d, const OnsetColumns& c, Integer<D> row, Real<D> there, Real<D> back) {
    const auto both = hn::Max(there + back, real(d, 1e-20));
    return there / both * one_minus_exp_minus(d, both * look_up(d, c.time, row));
}

/// Keeps those of a group whose word falls under their chance. Only lanes of the group may store: a single row stands
/// in a longer vector, whose other lanes hold anything, and what is behind `kept` has yet to be read.
template <class D>
HWY_INLINE std::size_t keep(D d, hn::Vec<hn::Rebind<std::uint32_t, D>> word, Integer<D> row, Real<D> chance, std::uint32_t* kept) {
    const hn::Rebind<std::uint32_t, D> du;
    const auto happen = hn::And(hn::RebindMask(du, word_happens(d, word, chance)), hn::FirstN(du, hn::Lanes(du)));
    return hn::CompressStore(hn::BitCast(du, row), happen, du, kept);
}

/// Keeps those of all candidates for whom `chance` of a group of rows comes true.
template <class Chance>
HWY_INLINE void keep_all(Candidates& candidates, Chance&& chance) {
    std::size_t kept = 0;
    over_rows(candidates.count, [&](auto d, std::size_t k) HWY_ATTR {
        const auto row = read(d, candidates.rows.data() + k);
        const auto word = hn::LoadU(hn::Rebind<std::uint32_t, decltype(d)>{}, candidates.words.data() + k);
        kept += keep(d, word, row, chance(d, row), candidates.rows.data() + kept);
    });
    candidates.count = kept;
}

void keep_all_onsets(const OnsetColumns& columns, Candidates& candidates) {
    keep_all(candidates, [&](auto d, auto row) HWY_ATTR { return two_state_chance(d, columns, row, own_hazard(d, columns, row), own_recovery(d, columns, row)); });
}

void keep_all_recoveries(const OnsetColumns& columns, int outgrown_at, Candidates& candidates) {
    keep_all(candidates, [&](auto d, auto row) HWY_ATTR {
        const auto outgrown = truth(d, look_up(d, columns.strata.age.data(), row) > integer(d, outgrown_at - 1));
        return hn::IfThenElse(outgrown, real(d, 1.0), two_state_chance(d, columns, row, own_recovery(d, columns, row), own_hazard(d, columns, row)));
    });
}

std::size_t keep_all_prevalent(const OnsetColumns& columns, std::uint32_t* candidates, std::size_t count) {
    std::size_t kept = 0;
    over_rows(count, [&](auto d, std::size_t k) HWY_ATTR {
        const auto row = read(d, candidates + k);
        const auto word = hn::BitCast(hn::Rebind<std::uint32_t, decltype(d)>{}, look_up(d, reinterpret_cast<const std::int32_t*>(columns.words), row));
        kept += keep(d, word, row, hn::Min(own_hazard(d, columns, row), real(d, 0.95)), candidates + kept);
    });
    return kept;
}

}  // namespace
}  // namespace HWY_NAMESPACE
}  // namespace spires
HWY_AFTER_NAMESPACE();

#if HWY_ONCE
namespace spires {
HWY_EXPORT(find_condition_candidates);
HWY_EXPORT(keep_all_onsets);
HWY_EXPORT(keep_all_recoveries);
HWY_EXPORT(keep_all_prevalent);
void keep_onsets(const OnsetColumns& columns, Candidates& candidates) { HWY_DYNAMIC_DISPATCH(keep_all_onsets)(columns, candidates); }
void keep_recoveries(const OnsetColumns& columns, int outgrown_at, Candidates& candidates) {
    HWY_DYNAMIC_DISPATCH(keep_all_recoveries)(columns, outgrown_at, candidates);
}
std::size_t keep_prevalent(const OnsetColumns& columns, std::uint32_t* candidates, std::size_t count) {
    return HWY_DYNAMIC_DISPATCH(keep_all_prevalent)(columns, candidates, count);
}
std::size_t find_candidates(const CandidateColumns& columns, std::size_t rows, std::uint32_t* candidates) {
    return HWY_DYNAMIC_DISPATCH(find_condition_candidates)(columns, rows, candidates);
}
}  // namespace spires
#endif
