#include "commands/commands.hpp"

#include "commands/check.hpp"
#include "commands/export.hpp"
#include "commands/list.hpp"
#include "commands/measure.hpp"
#include "commands/people_today.hpp"
#include "commands/report.hpp"
#include "commands/rerun.hpp"
#include "commands/run.hpp"
#include "commands/schema.hpp"
#include "commands/serve.hpp"
#include "commands/summary.hpp"
#include "commands/synthesise.hpp"
#include "core/error.hpp"
#include "core/text.hpp"

#include <algorithm>

namespace spires {

const std::vector<Command>& commands() {
    static const std::vector<Command> all{
        {"run", "runs the baseline and every scenario named, paired, and writes one results file", run_command},
        {"check", "reads and explains scenarios without running them", [](const auto& words) { return check_command(words, with_people_today); }},
        {"rerun", "runs again from what a results file itself holds, and compares", rerun_command},
        {"list", "lists what can be named in a scenario", list_command},
        {"summary", "prints the headline table of a results file", summary_command},
        {"report", "writes one self-contained page of a results file", report_command},
        {"export", "writes tidy tables for Power BI, Excel, R and Python", export_command},
        {"serve", "shows results and builds scenarios in a browser on this machine", serve_command},
        {"synthesise", "writes the starting population and its fit to every published margin", synthesise_command},
        {"measure", "life expectancy, slope index or standardised rate of your own table", measure_command},
        {"schema", "prints the JSON Schema of a scenario file, for editors", schema_command},
    };
    return all;
}

const Command& command_named(const std::string& name) {
    const auto found = std::ranges::find(commands(), name, &Command::name);
    if (found != commands().end()) return *found;
    std::vector<std::string> names;
    for (const auto& command : commands()) names.push_back(command.name);
    throw UserError(Exit::wrong_usage, "spires: error: unknown command '" + name + "'" + suggestion(name, names) + " See `spires --help`.");
}

}  // namespace spires
