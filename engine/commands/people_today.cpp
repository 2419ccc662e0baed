#include "commands/people_today.hpp"

#include "foundations.hpp"

namespace spires {

void with_people_today(const std::filesystem::path& inputs, const Places&, const std::function<void(const PeopleToday&)>& then) {
    const Foundations foundations(inputs, 1, 2043);
    const auto measures = [](const Block& block, std::size_t row) {
        return Measures{block.people.activity_minutes[row] / activity_unit, block.people.body_mass[row] / body_mass_index_unit};
    };
    then({foundations.base, foundations.inputs.base_year, measures});
}

}  // namespace spires
