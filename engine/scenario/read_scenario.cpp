#include "scenario/read_scenario.hpp"

#include "core/text.hpp"
#include "inputs/sources.hpp"
#include "scenario/consistency.hpp"
#include "scenario/parts.hpp"
#include "scenario/read_assumptions.hpp"
#include "scenario/read_intervention.hpp"
#include "scenario/words.hpp"

#include <fmt/format.h>

#include <map>
#include <utility>

namespace spires {

namespace {

constexpr std::string_view baseline_stem = "baseline";

std::vector<std::string> take_words(TableReader& table, std::string_view key, std::string_view what,
                                    std::span<const Word> words, Reading& reading) {
    std::vector<std::string> named;
    const auto known = keys_of(words);
    if (const TomlNode* node = table.take(key))
        for (const std::size_t index : words_of(*node, what, known, reading)) named.push_back(known[index]);
    return named;
}

std::string take_text(TableReader& table, std::string_view key, std::string otherwise, Reading& reading) {
    const TomlNode* node = table.take(key);
    return node == nullptr ? otherwise : text_of(*node, key, reading).value_or(otherwise);
}

void read_heading(TableReader& table, Scenario& scenario, Reading& reading) {
    scenario.name = take_text(table, "name", scenario.stem, reading);
    scenario.description = take_text(table, "description", "", reading);
    const auto known = keys_of(ambitions);
    if (const TomlNode* ambition = table.take("ambition"))
        if (const auto index = word_of(*ambition, "ambition", known, reading)) scenario.ambition = known[*index];
    scenario.pillars = take_words(table, "pillars", "pillar", pillars, reading);
    scenario.priorities = take_words(table, "priority", "priority", priorities, reading);
}

/// The assumptions stand above the first intervention, as those of a heading.
Assumptions take_assumptions(TableReader& table, const TomlNode& file, Reading& reading) {
    const TomlNode* node = table.take("assumptions");
    if (node == nullptr) return {};
    if (const TomlNode* interventions = file.find("intervention"))
        for (const auto& item : one_or_more(*interventions))
            if (item.where.line < node->where.line) {
                reading.problem(node->where, "'[assumptions]' stands below an intervention; put it above the first [[intervention]]");
                break;
            }
    return read_assumptions(*node, reading);
}

void refuse_doubles(const Parts& parts, const std::vector<const TomlNode*>& tables, Reading& reading) {
    std::map<std::string, std::size_t> line_of;
    for (std::size_t i = 0; i < tables.size(); ++i) {
        const std::string& id = parts[i].intervention.id;
        const TomlNode* node = tables[i]->find("id");
        if (id.empty() || node == nullptr) continue;
        const auto [first, fresh] = line_of.emplace(id, node->where.line);
        if (!fresh)
            reading.problem(node->where, fmt::format("the id '{}' is taken by the intervention in line {}; "
                                                     "two interventions of a file need two ids", id, first->second));
    }
}

/// The interventions of one file, each with its lines.
Parts read_own(TableReader& table, std::string_view text, Reading& reading) {
    Parts parts;
    const TomlNode* node = table.take("intervention");
    if (node == nullptr) return parts;
    const auto tables = tables_of(*node, "intervention", reading);
    for (std::size_t i = 0; i < tables.size(); ++i) {
        const std::size_t end = i + 1 < tables.size() ? tables[i + 1]->where.line - 1 : std::string::npos - 1;
        parts.push_back({read_intervention(*tables[i], reading), lines_of(text, tables[i]->where.line, end)});
    }
    refuse_doubles(parts, tables, reading);
    return parts;
}

Scenario named_after(const std::filesystem::path& file) {
    Scenario scenario;
    scenario.file = file.string();
    scenario.stem = file.stem().string();
    scenario.text = read_text(file);
    return scenario;
}

/// One file with all it takes from others; empty when its syntax is wrong.
struct FileRead {
    Scenario scenario;
    Parts parts;
};

FileRead read_with_parts(const ReadingChain& chain, const ScenarioContext& context, Problems& problems) {
    FileRead read{named_after(chain.back()), {}};
    Scenario& scenario = read.scenario;
    const auto tree = parse_toml(scenario.text, scenario.file, problems);
    if (!tree) return read;
    Reading reading(scenario.file, context);
    TableReader table(*tree, "scenario", scenario_keys, reading);
    read_heading(table, scenario, reading);
    const auto of_another = [&](const std::filesystem::path& file, ReadingChain longer) {
        longer.push_back(file);
        FileRead other = read_with_parts(longer, context, problems);
        return PartsOfFile{std::move(other.parts), std::move(other.scenario.assumptions)};
    };
    scenario.assumptions = take_assumptions(table, *tree, reading);
    read.parts = join_parts(table, read_own(table, scenario.text, reading), scenario.assumptions, chain, of_another, reading);
    table.refuse_the_rest();
    reading.pour_into(problems);
    if (tree->find("base") != nullptr || tree->find("include") != nullptr) scenario.text = text_of_parts(scenario.text, *tree, scenario.assumptions, read.parts);
    return read;
}

/// Reads a file whose syntax may be wrong too; then the scenario is empty.
Scenario read_file(const std::filesystem::path& file, const ScenarioContext& context, Problems& problems) {
    auto [scenario, parts] = read_with_parts({file}, context, problems);
    for (auto& part : parts) scenario.interventions.push_back(std::move(part.intervention));
    refuse_joint_excess(scenario, context.levers, problems);
    if (scenario.stem == baseline_stem && !scenario.is_baseline())
        problems.add(scenario.interventions.empty() ? Location{scenario.file, 0, 0} : scenario.interventions.front().where,
                     "baseline.toml is the world without interventions and assumptions; give this file another name");
    return scenario;
}

Scenario empty_baseline() {
    Scenario baseline;
    baseline.stem = baseline_stem;
    baseline.name = "Baseline";
    baseline.description = "What happens without a new programme.";
    return baseline;
}

/// The stem names a scenario in the results, so two files cannot share one.
void refuse_same_stem(const std::vector<std::filesystem::path>& files, Problems& problems) {
    std::map<std::string, std::string> file_of;
    for (const auto& file : files) {
        const auto [first, fresh] = file_of.emplace(file.stem().string(), file.string());
        if (!fresh)
            problems.add({file.string(), 0, 0}, fmt::format("this file and {} would both be called '{}' in the results; "
                                                            "rename one", first->second, first->first));
    }
}

}  // namespace

Scenario read_scenario(const std::filesystem::path& file, const ScenarioContext& context, Problems& problems) {
    Problems of_syntax;
    static_cast<void>(parse_toml(read_text(file), file.string(), of_syntax));
    of_syntax.throw_if_any();
    return read_file(file, context, problems);
}

std::vector<Scenario> read_scenarios(const std::vector<std::filesystem::path>& files, const ScenarioContext& context) {
    Problems problems;
    refuse_same_stem(files, problems);
    std::vector<Scenario> scenarios{empty_baseline()};
    bool given = false;
    for (const auto& file : files) {
        Scenario scenario = read_file(file, context, problems);
        if (!scenario.is_baseline()) {
            scenarios.push_back(std::move(scenario));
        } else if (!std::exchange(given, true)) {
            scenario.stem = baseline_stem;
            scenarios.front() = std::move(scenario);
        }
    }
    problems.throw_if_any();
    return scenarios;
}

Scenario read_heading(const std::filesystem::path& file, const ScenarioContext& context) {
    Problems problems;
    Scenario scenario = named_after(file);
    const auto tree = parse_toml(scenario.text, scenario.file, problems);
    problems.throw_if_any();
    Reading reading(scenario.file, context);
    TableReader table(*tree, "scenario", scenario_keys, reading);
    read_heading(table, scenario, reading);
    return scenario;
}

std::vector<std::string> read_source_keys(const std::filesystem::path& inputs) {
    return source_keys(read_sources(inputs));
}

}  // namespace spires
