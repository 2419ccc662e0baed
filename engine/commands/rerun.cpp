#include "commands/rerun.hpp"

#include "commands/command_line.hpp"
#include "commands/run.hpp"
#include "core/digest.hpp"
#include "core/error.hpp"
#include "results/read_results.hpp"
#include "version.hpp"

#include <fmt/format.h>

#include <cstdlib>
#include <cstring>
#include <fstream>
#include <iostream>
#include <sstream>

namespace spires {

namespace {

const CommandText text{"rerun", "rerun RESULTS.h5 [options]",
                       "Runs again from what a results file itself holds (tables, scenarios, settings) and compares.\n"
                       "Ends with 0 when the bytes are the same and with 1 when they are not.",
                       "rerun outputs/physical_activity/results.h5"};
constexpr int another_result = 1;

/// A folder of our own, gone with everything in it at the end.
class ScratchFolder {
public:
    ScratchFolder() {
        std::string name = (std::filesystem::temp_directory_path() / "spires-rerun.XXXXXX").string();
        if (::mkdtemp(name.data()) == nullptr)
            throw UserError(Exit::cannot_create, fmt::format("{}: error: cannot make a folder here; set TMPDIR to one with room", name));
        path_ = name;
    }
    ~ScratchFolder() {
        std::error_code ignored;
        std::filesystem::remove_all(path_, ignored);
    }
    ScratchFolder(const ScratchFolder&) = delete;
    ScratchFolder& operator=(const ScratchFolder&) = delete;
    [[nodiscard]] const std::filesystem::path& path() const noexcept { return path_; }

private:
    std::filesystem::path path_;
};

std::string bytes_of(const std::filesystem::path& file) {
    std::ifstream in(file, std::ios::binary);
    std::ostringstream bytes;
    bytes << in.rdbuf();
    return bytes.str();
}

/// NaN is the same as NaN here.
bool same_values(const std::vector<double>& first, const std::vector<double>& second) {
    return first.size() == second.size() && std::memcmp(first.data(), second.data(), first.size() * sizeof(double)) == 0;
}

std::vector<std::string> different_variables(const ResultsReader& before, const ResultsReader& after) {
    std::vector<std::string> names;
    for (const Variable& variable : before.variables())
        if (!after.has(variable.name) || !same_values(before.replicates(variable.name), after.replicates(variable.name))) names.push_back(variable.name);
    return names;
}

bool same_program(const RunOrigin& origin) { return origin.version == version && origin.commit == commit; }

std::string programs(const RunOrigin& origin) {
    return fmt::format("the file was made by Spires {} (commit {}), this is {} (commit {})", origin.version, origin.commit, version, commit);
}

int report(const std::filesystem::path& file, const RunOrigin& origin, const std::filesystem::path& again) {
    const std::string before = bytes_of(file), after = bytes_of(again);
    if (before == after) {
        fmt::print("the same, byte for byte: {} bytes, SHA-256 {}\n", before.size(), sha256(before));
        return static_cast<int>(Exit::done);
    }
    const auto names = different_variables(ResultsReader(file), ResultsReader(again));
    if (names.empty()) fmt::print("not the same bytes, but every replicate of every variable of the city has the same value\n");
    else fmt::print("not the same: {} of {} variables of the city differ, first {}\n", names.size(), ResultsReader(file).variables().size(), names.front());
    if (!same_program(origin)) fmt::print("{}\n", programs(origin));
    return another_result;
}

}  // namespace

int rerun_command(const std::vector<std::string>& words) {
    options::options_description known;
    known.add_options()
        ("output,o", options::value<std::string>()->value_name("FILE"), "keeps the new results here")
        ("threads", options::value<int>()->value_name("T"), "default: the cores this process may use")
        ("progress", options::value<std::string>()->default_value("auto")->value_name("KIND"), "auto, plain, json or none");
    const auto given = parse_command_line(words, text, known, "results");
    if (!given) return static_cast<int>(Exit::done);
    const auto refuse = [](const std::string& what) { throw UserError(Exit::wrong_usage, fmt::format("spires rerun: error: {}; see `spires rerun --help`", what)); };
    if (given->count("results") == 0 || (*given)["results"].as<std::vector<std::string>>().size() != 1) refuse("name one results file");
    const std::filesystem::path file = (*given)["results"].as<std::vector<std::string>>().front();
    const RunOrigin origin = read_origin(file);
    const ScratchFolder scratch;
    RunOptions run = options_of(origin, file, scratch.path());
    if (given->count("threads") != 0) run.threads = (*given)["threads"].as<int>();
    if (run.threads < 1 || run.threads > 4096) refuse("--threads: a number from 1 to 4096 is needed");
    run.progress = (*given)["progress"].as<std::string>();
    if (given->count("output") != 0) run.output = (*given)["output"].as<std::string>();
    std::error_code ignored;
    if (std::filesystem::equivalent(run.output, file, ignored)) refuse("-o names the results file itself");
    if (!same_program(origin)) std::cerr << "warning: " << programs(origin) << "; the bytes cannot be the same, the values may be\n";
    perform_run(run, words);
    return report(file, origin, run.output);
}

}  // namespace spires
