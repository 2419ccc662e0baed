#include "commands/run_record.hpp"

#include "core/error.hpp"
#include "version.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>
#include <unistd.h>

#include <algorithm>
#include <fstream>
#include <sstream>

namespace spires {

namespace {

std::string read_text(const std::filesystem::path& file) {
    std::ifstream in(file, std::ios::binary);
    std::ostringstream text;
    text << in.rdbuf();
    return text.str();
}

constexpr auto localities_table = "localities.csv";

std::string host_name() {
    char name[256] = {};
    return gethostname(name, sizeof name - 1) == 0 ? name : "unknown";
}

}  // namespace

Provenance make_provenance(const RunOptions& options, const std::vector<Scenario>& scenarios, std::vector<ParameterDraws> draws) {
    Provenance provenance;
    const auto& settings = options.settings;
    provenance.settings = {{"years", fmt::format("{}:{}", settings.first_year, settings.last_year)},
                           {"seed", fmt::format("{}", settings.seed)},
                           {"replicates", fmt::format("{}", settings.design.replicates())},
                           {"parameter_draws", fmt::format("{}", settings.design.draws)},
                           {"seeds_a_draw", fmt::format("{}", settings.design.seeds_a_draw)},
                           {"parameter_uncertainty", settings.parameter_uncertainty ? "yes" : "no"},
                           {"structure", options.structure ? "yes" : "no"},
                           {"scale", fmt::format("{}", options.copies)}};
    for (const auto& [name, value] : options.parameters) provenance.settings.emplace_back("set." + name, fmt::format("{}", value));
    // Under the name it came by: a scenario without a name takes that of its file.
    for (const auto& scenario : scenarios)
        provenance.scenarios.emplace_back(scenario.file.empty() ? scenario.stem + ".toml" : std::filesystem::path(scenario.file).filename().string(), scenario.text);
    std::vector<std::filesystem::path> files;
    for (const auto& entry : std::filesystem::directory_iterator(options.inputs))
        if (entry.is_regular_file()) files.push_back(entry.path());
    std::ranges::sort(files);
    for (const auto& file : files)
        if (options.localities.empty() || file.filename() != localities_table) provenance.inputs.emplace_back(file.filename().string(), read_text(file));
    if (!options.localities.empty()) provenance.inputs.emplace_back(localities_table, read_text(options.localities));  // where a rerun finds it
    std::ranges::sort(provenance.inputs);
    provenance.draws = std::move(draws);
    return provenance;
}

void write_run_json(const RunOptions& options, const std::vector<std::string>& words, const RunTimes& times) {
    nlohmann::ordered_json record;
    record["command"] = words;
    record["version"] = version;
    record["commit"] = commit;
    record["compiler"] = compiler;
    record["host"] = host_name();
    record["threads"] = options.threads;
    record["seconds"] = times.total;
    record["seconds_to_first_year"] = times.to_first_year;
    std::ofstream out(options.output.parent_path() / "run.json");
    out << record.dump(2) << '\n';
    if (!out) throw UserError(Exit::reading_or_writing_failed, fmt::format("{}: error: run.json could not be written", options.output.parent_path().string()));
}

}  // namespace spires
