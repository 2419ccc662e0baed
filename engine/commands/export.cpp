#include "commands/export.hpp"

#include "commands/command_line.hpp"
#include "core/error.hpp"
#include "report/tidy_tables.hpp"

#include <fmt/format.h>

namespace spires {

namespace {

const CommandText text{"export", "export RESULTS.h5 --to DIR [options]",
                       "Writes the results as tidy tables (CSV) with GSS codes: fact_indicator.csv, which joins the\n"
                       "dim_ tables by their keys, and metadata for CSV on the Web and Frictionless.",
                       "export outputs/latest/results.h5 --to tables"};

options::options_description export_options() {
    options::options_description known;
    known.add_options()
        ("to", options::value<std::string>()->value_name("DIR"), "folder of the tables; tables of the same name are replaced")
        ("excel", "with a byte-order mark, by which Excel knows UTF-8");
    return known;
}

}  // namespace

int export_command(const std::vector<std::string>& words) {
    const auto given = parse_command_line(words, text, export_options(), "results");
    if (!given) return static_cast<int>(Exit::done);
    if (given->count("results") == 0 || (*given)["results"].as<std::vector<std::string>>().size() != 1 || given->count("to") == 0)
        throw UserError(Exit::wrong_usage, "spires export: error: name one results file, and a folder with --to; see `spires export --help`");
    const std::filesystem::path folder = (*given)["to"].as<std::string>();
    const ResultsReader results((*given)["results"].as<std::vector<std::string>>().front());
    std::error_code failed;
    std::filesystem::create_directories(folder, failed);
    if (failed || !std::filesystem::is_directory(folder))
        throw UserError(Exit::cannot_create, fmt::format("{}: error: cannot make this folder; choose another with --to", folder.string()));
    write_tidy_tables(folder, results, given->count("excel") > 0);
    for (const TidyTable& table : tidy_tables()) fmt::print("{}\n", (folder / table.file()).string());
    return static_cast<int>(Exit::done);
}

}  // namespace spires
