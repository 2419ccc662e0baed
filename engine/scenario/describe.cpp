#include "scenario/describe.hpp"

#include "core/text.hpp"
#include "scenario/words.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <cmath>

namespace spires {

namespace {

std::string spoken(std::string_view word) {
    std::string text(word);
    std::ranges::replace(text, '_', ' ');
    return text;
}

/// "a", "a or b", "a, b or c".
std::string any_of(const std::vector<std::string>& words) {
    if (words.size() < 2) return words.empty() ? "" : words.front();
    return fmt::format("{} or {}", fmt::join(words.begin(), words.end() - 1, ", "), words.back());
}

template <class Names>
std::vector<std::string> named(CategoryMask mask, const Names& names) {
    std::vector<std::string> words;
    for (std::size_t i = 0; i < std::size(names); ++i)
        if (((mask >> i) & 1U) != 0) words.push_back(spoken(names[i]));
    return words;
}

std::string aged(const Eligibility& eligible) {
    if (eligible.age_from == 0 && eligible.age_to >= 120) return "people of any age";
    if (eligible.age_to >= 120) return fmt::format("people aged {} and over", eligible.age_from);
    if (eligible.age_from == 0) return fmt::format("people aged up to {}", eligible.age_to);
    if (eligible.age_from == eligible.age_to) return fmt::format("people aged {}", eligible.age_from);
    return fmt::format("people aged {} to {}", eligible.age_from, eligible.age_to);
}

std::vector<std::string> numbers_of(CategoryMask mask) {
    std::vector<std::string> numbers;
    for (std::size_t i = 0; i < deciles; ++i)
        if (((mask >> i) & 1U) != 0) numbers.push_back(fmt::format("{}", i + 1));
    return numbers;
}

/// One clause for each condition of a category.
template <class Names>
void add_clause(std::string& sentence, std::string_view clause, CategoryMask mask, const Names& names) {
    if (mask != any_category) sentence += fmt::format(fmt::runtime(clause), any_of(named(mask, names)));
}

using Write = std::string (*)(double);
std::string as_share(double share) { return fmt::format("{:.4g} %", 100 * share); }
std::string as_pounds(double pounds) { return with_thousands(pounds, pounds == std::floor(pounds) ? 0 : 2); }
std::string as_size(double size) { return fmt::format("{:.4g}", size); }

/// Each value that the file names, with the group it is for.
std::vector<std::string> named_values(const Value& value, const ScenarioContext& context, Write write) {
    std::vector<std::string> parts;
    if (value.by_decile)
        for (std::size_t i = 0; i < deciles; ++i)
            if (!std::isnan((*value.by_decile)[i]))
                parts.push_back(fmt::format("{} in decile {}", write((*value.by_decile)[i]), i + 1));
    for (std::size_t i = 0; i < value.by_ward.size(); ++i)
        if (!std::isnan(value.by_ward[i]))
            parts.push_back(fmt::format("{} in {}", write(value.by_ward[i]), context.places.wards[i].name));
    for (const auto& [age, number] : value.by_age) parts.push_back(fmt::format("{} from age {}", write(number), age));
    return parts.empty() ? std::vector{write(value.mean)} : parts;
}

std::string describe_value(const Value& value, const ScenarioContext& context, Write write) {
    std::string text = fmt::format("{}", fmt::join(named_values(value, context, write), ", "));
    if (value.sd > 0) text += fmt::format(" (sd {})", write(value.sd));
    return text;
}

std::string size_of(const Effect& effect, const LeverDescription& lever, const ScenarioContext& context) {
    const std::string size = describe_value(effect.size, context, as_size);
    switch (effect.change) {
        case Change::add: return fmt::format("adds {} {} to {}", size, lever.unit, lever.description);
        case Change::set: return fmt::format("sets {} to {} {}", lever.description, size, lever.unit);
        case Change::odds_ratio: return fmt::format("odds ratio {} on {}", size, lever.description);
        case Change::rate_ratio: return fmt::format("rate ratio {} on {}", size, lever.description);
        case Change::multiply: break;
    }
    return fmt::format("multiplies {} by {}", lever.description, size);
}

std::string years(double number) { return fmt::format("{:g} {}", number, number == 1 ? "year" : "years"); }

}  // namespace

std::string describe(const Eligibility& eligible, const ScenarioContext& context) {
    std::vector<std::string> wards;
    for (const auto& ward : context.places.wards) wards.push_back(ward.name);
    std::string sentence = aged(eligible);
    add_clause(sentence, ", {}", eligible.sex, sex_names);
    add_clause(sentence, ", {}", eligible.activity, activity_group_names);
    add_clause(sentence, ", smoking: {}", eligible.smoking, smoking_names);
    add_clause(sentence, ", ethnic group {}", eligible.ethnic_group, ethnic_group_names);
    add_clause(sentence, ", economic status {}", eligible.economic_status, economic_status_names);
    add_clause(sentence, ", highest qualification {}", eligible.qualification, qualification_names);
    add_clause(sentence, ", tenure {}", eligible.tenure, tenure_names);
    if (eligible.conditions != 0) add_clause(sentence, ", with {}", eligible.conditions, context.conditions);
    if (eligible.lonely) sentence += *eligible.lonely ? ", often or always lonely" : ", not often lonely";
    if (eligible.disabled) sentence += *eligible.disabled ? ", disabled" : ", not disabled";
    if (eligible.poverty) sentence += *eligible.poverty ? ", in poverty" : ", not in poverty";
    if (eligible.cold_home) sentence += *eligible.cold_home ? ", in a cold home" : ", not in a cold home";
    if (eligible.temporary_accommodation) sentence += *eligible.temporary_accommodation ? ", in temporary accommodation" : ", not in temporary accommodation";
    if (eligible.body_mass_index_from)
        sentence += fmt::format(", with a body mass index of {:g} and more", *eligible.body_mass_index_from);
    if (eligible.decile != any_category)
        sentence += fmt::format(", in decile {} of deprivation", any_of(numbers_of(eligible.decile)));
    add_clause(sentence, ", living in {}", eligible.ward, wards);
    return sentence;
}

std::string describe_share(const Value& value, const ScenarioContext& context) {
    return describe_value(value, context, as_share);
}

std::string describe_pounds(const Value& value, const ScenarioContext& context) {
    return describe_value(value, context, as_pounds);
}

std::string describe(const Effect& effect, const ScenarioContext& context) {
    std::string sentence = size_of(effect, context.levers[effect.lever], context);
    sentence += effect.onset > 0 ? fmt::format("; in full after {}", years(effect.onset)) : "; in full at once";
    sentence += std::isinf(effect.half_life) ? ", and it stays" : fmt::format(", then half is left after {}", years(effect.half_life));
    return sentence;
}

std::string describe(const Assumption& assumption, const ScenarioContext& context) {
    const std::string what = assumption.of_trend ? std::string(trend_lines[assumption.index].description) : context.levers[assumption.index].description + ", for everybody";
    const auto& points = assumption.factor.points();
    std::vector<std::string> steps;
    for (const auto& [year, factor] : points) steps.push_back(year < context.first_year && points.size() == 1 ? as_size(factor) : fmt::format("{} in {}", as_size(factor), year));
    return fmt::format("{}: times {}{}", what, fmt::join(steps, ", "), points.back().first < context.first_year ? " in all years" : " and after");
}

}  // namespace spires
