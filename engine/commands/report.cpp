#include "commands/report.hpp"

#include "commands/command_line.hpp"
#include "core/error.hpp"
#include "report/page.hpp"
#include "report/payload.hpp"
#include "report/write_text.hpp"

#include <fmt/format.h>

namespace spires {

namespace {

const CommandText text{"report", "report RESULTS.h5 [options]",
                       "Writes one page that opens by double click, with nothing beside it and no network: what was\n"
                       "tried, what it gains, for whom, when, at what cost, how sure.",
                       "report outputs/physical_activity/results.h5 -o report.html"};

options::options_description report_options() {
    options::options_description known;
    known.add_options()
        ("output,o", options::value<std::string>()->value_name("FILE"), "the page (default report.html beside the results)")
        ("annual", "opens as the Board's yearly performance report");
    return known;
}

}  // namespace

int report_command(const std::vector<std::string>& words) {
    const auto given = parse_command_line(words, text, report_options(), "results");
    if (!given) return static_cast<int>(Exit::done);
    if (given->count("results") == 0 || (*given)["results"].as<std::vector<std::string>>().size() != 1)
        throw UserError(Exit::wrong_usage, "spires report: error: name one results file; see `spires report --help`");
    const std::filesystem::path file = (*given)["results"].as<std::vector<std::string>>().front();
    const std::filesystem::path output = given->count("output") > 0 ? std::filesystem::path((*given)["output"].as<std::string>()) : file.parent_path() / "report.html";
    const ResultsReader results(file);
    const std::string page = fill_page(page_payload(results), given->count("annual") > 0 ? "annual" : "dashboard");
    output_folder(output);
    write_text(output, page);
    fmt::print("page: {} ({:.2f} MB)\n", output.string(), static_cast<double>(page.size()) / 1e6);
    return static_cast<int>(Exit::done);
}

}  // namespace spires
