// What is eligible but has no value: uptake and cost are never guessed.

#include "scenario/read_value.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <cmath>
#include <set>

namespace spires {

namespace {

void refuse(const ReadValue& read, std::string_view what, std::string_view by, const std::string& missing,
            Reading& reading) {
    reading.problem(read.by, fmt::format("'{}' by {} has no value for {}, which 'eligible' lets in; add a value or "
                                         "leave it out of 'eligible'", what, by, missing));
}

}  // namespace

void refuse_gaps(const ReadValue& read, std::string_view what, const Eligibility& eligible, Reading& reading) {
    const Value& value = read.value;
    std::set<int> missing_deciles;
    std::set<std::string> missing_wards;
    // Only pairs of ward and decile that exist: a decile without people needs no value.
    for (const auto& cell : reading.context.places.cells) {
        const std::size_t ward = cell.ward, decile = cell.decile;
        if (!lets_in(eligible.ward, ward) || !lets_in(eligible.decile, decile)) continue;
        if (value.by_decile && std::isnan((*value.by_decile)[decile])) missing_deciles.insert(static_cast<int>(decile) + 1);
        if (!value.by_ward.empty() && std::isnan(value.by_ward[ward]))
            missing_wards.insert(reading.context.places.wards[ward].name);
    }
    if (!missing_deciles.empty())
        refuse(read, what, "decile", fmt::format("decile {}", fmt::join(missing_deciles, ", ")), reading);
    if (!missing_wards.empty()) refuse(read, what, "ward", fmt::format("{}", fmt::join(missing_wards, ", ")), reading);
    if (!value.by_age.empty() && value.by_age.front().first > eligible.age_from)
        refuse(read, what, "age",
               fmt::format("ages {} to {}", eligible.age_from, value.by_age.front().first - 1), reading);
}

}  // namespace spires
