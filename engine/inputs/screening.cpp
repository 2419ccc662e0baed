#include "inputs/screening.hpp"

#include "core/table.hpp"

#include <algorithm>

namespace spires {

std::vector<ScreeningProgramme> read_screening(const std::filesystem::path& inputs) {
    std::vector<ScreeningProgramme> programmes;
    if (!std::filesystem::exists(inputs / "screening.csv")) return programmes;  // a place that screens for nothing
    const Table list = Table::read(inputs / "screening.csv", {"programme", "label", "sex", "age_from", "age_to", "months_between"});
    std::vector<std::string> names;
    for (std::size_t row = 0; row < list.rows(); ++row) {
        ScreeningProgramme programme;
        programme.name = list.text(row, "programme");
        programme.label = list.text(row, "label");
        if (list.text(row, "sex") != "all") {
            const bool women = list.word(row, "sex", sex_names) == 0;
            programme.women = women;
            programme.men = !women;
        }
        programme.age_from = list.integer(row, "age_from", 0, 100);
        programme.age_to = list.integer(row, "age_to", 0, 200);
        if (programme.age_to >= oldest_age) programme.age_to = 200;
        programme.months_between = list.integer(row, "months_between", 0, 600);
        if (programmes.size() == most_screening_programmes) list.fail(row, "programme", "at most 8 programmes of screening fit");
        names.push_back(programme.name);
        programmes.push_back(std::move(programme));
    }
    const Table shares = Table::read(inputs / "screening_deciles.csv", {"programme", "imd_decile", "share"});
    for (std::size_t row = 0; row < shares.rows(); ++row)
        programmes[shares.word(row, "programme", names)].share[static_cast<std::size_t>(shares.integer(row, "imd_decile", 1, 10) - 1)] = shares.number(row, "share", 0, 1);
    return programmes;
}

std::vector<ScreeningEffect> read_screening_effects(const std::filesystem::path& inputs, const std::vector<ScreeningProgramme>& programmes,
                                                    const std::vector<std::string>& staged) {
    std::vector<std::string> names;
    for (const auto& programme : programmes) names.push_back(programme.name);
    std::vector<ScreeningEffect> read;
    if (programmes.empty()) return read;
    const Table effects = Table::read(inputs / "screening_effects.csv", {"programme", "outcome", "moves", "ratio", "lower", "upper", "source"});
    for (std::size_t row = 0; row < effects.rows(); ++row) {
        ScreeningEffect effect{effects.word(row, "programme", names), std::string(effects.text(row, "outcome")), std::string(effects.text(row, "source")),
                               static_cast<ScreeningMoves>(effects.word(row, "moves", screening_moves_names)),
                               effects.number(row, "ratio", 0.01, 100), effects.number(row, "lower", 0.01, 100), effects.number(row, "upper", 0.01, 100)};
        for (const auto& other : read) {
            if (other.condition != effect.condition) continue;
            if (other.programme != effect.programme) effects.fail(row, "outcome", "another programme of screening acts on it already");
            if (other.moves == effect.moves) effects.fail(row, "moves", "a line above has it already");
        }
        if (effect.moves == ScreeningMoves::late_stage && std::ranges::find(staged, effect.condition) == staged.end())
            effects.fail(row, "outcome", "it has no stages; name it in cancer_stages.csv, or let the programme move case_fatality");
        read.push_back(std::move(effect));
    }
    return read;
}

}  // namespace spires
