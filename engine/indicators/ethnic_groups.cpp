#include "indicators/ethnic_groups.hpp"

#include "core/fixed_point.hpp"
#include "population/categories.hpp"

#include <fmt/format.h>

namespace spires {

namespace {

using OfCity = std::function<double(const AreaTallies&, SexGroup)>;

OfCity years_of(EthnicGroup group, std::int64_t GroupYears::Years::*kind) {
    return [=](const AreaTallies& areas, SexGroup sex) {
        const auto of = [&](Sex one) { return areas.group_years()(group, one).*kind; };
        const std::int64_t women = sex == SexGroup::male ? 0 : of(Sex::female), men = sex == SexGroup::female ? 0 : of(Sex::male);
        return from_fixed_point(women + men);
    };
}

}  // namespace

std::string group_years_name(std::string_view group) { return fmt::format("person_years_{}", group); }
std::string group_healthy_years_name(std::string_view group) { return fmt::format("healthy_life_years_{}", group); }
std::string group_label(std::string_view group) {
    std::string label(group);
    label[0] = static_cast<char>(label[0] - 'a' + 'A');
    return label;
}

std::vector<Indicator> ethnic_group_indicators() {
    std::vector<Indicator> all;
    for (std::size_t g = 0; g < ethnic_group_names.size(); ++g) {
        const std::string_view name = ethnic_group_names[g];
        const auto group = static_cast<EthnicGroup>(g);
        const std::string label = group_label(name);
        all.push_back({{group_years_name(name), "years", "Years lived, ethnic group: " + label, "Expected person-years of residents of the census ethnic group in the step.", "none", "", "model; Census 2021", true},
                       {}, years_of(group, &GroupYears::Years::lived)});
        all.push_back({{group_healthy_years_name(name), "years", "Years lived in good health, ethnic group: " + label,
                        "Of residents of the census ethnic group in the step. No rate of the model differs by ethnic group: the change says whom a programme reaches, the level nothing about a group's health.", "higher", "", "model; Census 2021", true},
                       {}, years_of(group, &GroupYears::Years::in_good_health)});
    }
    return all;
}

}  // namespace spires
