#include "commands/rerun.hpp"

#include "commands/command_line.hpp"
#include "core/error.hpp"
#include "core/processors.hpp"

#include <fmt/format.h>

#include <charconv>
#include <fstream>
#include <map>

namespace spires {

namespace {

constexpr std::string_view set_prefix = "set.";

/// The settings of a run, each asked for by name.
class Settings {
public:
    Settings(const RunOrigin& origin, const std::filesystem::path& file) : known_(origin.made.settings.begin(), origin.made.settings.end()), file_(file) {}

    [[nodiscard]] const std::string& text(const std::string& name) const {
        const auto found = known_.find(name);
        if (found == known_.end()) fail(fmt::format("the setting '{}' is not in the file", name));
        return found->second;
    }
    template <class Number>
    [[nodiscard]] Number number(const std::string& name) const {
        Number value{};
        const std::string& written = text(name);
        const auto [end, status] = std::from_chars(written.data(), written.data() + written.size(), value);
        if (status != std::errc{} || end != written.data() + written.size()) fail(fmt::format("the setting '{}' is '{}', not a number", name, written));
        return value;
    }

private:
    [[noreturn]] void fail(const std::string& what) const {
        throw UserError(Exit::wrong_data, fmt::format("{}: error: {}; it cannot be run again", file_.string(), what));
    }
    std::map<std::string, std::string> known_;
    std::filesystem::path file_;
};

void write_file(const std::filesystem::path& file, const std::string& text) {
    std::filesystem::create_directories(file.parent_path());
    std::ofstream out(file, std::ios::binary);
    out << text;
    if (!out.flush()) throw UserError(Exit::reading_or_writing_failed, fmt::format("{}: error: cannot be written; is the disk full?", file.string()));
}

}  // namespace

RunOptions options_of(const RunOrigin& origin, const std::filesystem::path& results, const std::filesystem::path& folder) {
    const Settings settings(origin, results);
    RunOptions run;
    run.inputs = folder / "inputs";
    run.output = folder / "results.h5";
    std::tie(run.settings.first_year, run.settings.last_year) = parse_years(settings.text("years"));
    run.settings.seed = settings.number<std::uint64_t>("seed");
    run.settings.design = {settings.number<std::size_t>("parameter_draws"), settings.number<std::size_t>("seeds_a_draw")};
    run.settings.parameter_uncertainty = settings.text("parameter_uncertainty") == "yes";
    run.structure = settings.text("structure") == "yes";
    run.copies = settings.number<std::size_t>("scale");
    run.threads = available_processors();
    run.progress = "auto";
    for (const auto& [name, value] : origin.made.settings)
        if (name.starts_with(set_prefix)) run.parameters.emplace_back(name.substr(set_prefix.size()), settings.number<double>(name));
    for (const auto& [name, content] : origin.made.inputs) write_file(run.inputs / name, content);
    for (const auto& [name, text] : origin.made.scenarios) {
        if (text.empty()) continue;  // the baseline that no file gave
        run.scenarios.push_back(folder / "scenarios" / name);
        write_file(run.scenarios.back(), text);
    }
    return run;
}

}  // namespace spires
