#include "commands/command_line.hpp"

#include "core/error.hpp"

#include <fmt/format.h>

#include <charconv>
#include <iostream>

namespace spires {

std::optional<options::variables_map> parse_command_line(const std::vector<std::string>& words,
                                                         const CommandText& command,
                                                         const options::options_description& known,
                                                         const std::string& positional) {
    options::options_description shown("options");
    for (const auto& option : known.options()) shown.add(option);
    shown.add_options()("help,h", "this text");
    options::options_description all;
    all.add(shown);
    options::positional_options_description places;
    if (!positional.empty()) {
        all.add_options()(positional.c_str(), options::value<std::vector<std::string>>());
        places.add(positional.c_str(), -1);
    }
    namespace style = options::command_line_style;
    options::variables_map given;
    try {
        options::store(options::command_line_parser(words).options(all).positional(places)
                           .style(style::unix_style & ~style::allow_guessing).run(), given);
        if (given.count("help") == 0) options::notify(given);
    } catch (const options::error& problem) {
        throw UserError(Exit::wrong_usage, fmt::format("spires {0}: error: {1}; see `spires {0} --help`",
                                                       command.name, problem.what()));
    }
    if (given.count("help") == 0) return given;
    std::cout << "usage: spires " << command.usage << "\n\n" << command.purpose << "\n\n" << shown
              << "\nexample: spires " << command.example << '\n';
    return std::nullopt;
}

std::uint64_t parse_seed(const std::string& text, const std::string& command) {
    std::uint64_t seed = 0;
    const auto [end, status] = std::from_chars(text.data(), text.data() + text.size(), seed);
    if (status != std::errc{} || end != text.data() + text.size())
        throw UserError(Exit::wrong_usage, fmt::format("spires {0}: error: --seed {1} is not a whole number from 0 to 2^64 - 1; see `spires {0} --help`",
                                                       command, text));
    return seed;
}

std::pair<int, int> parse_years(const std::string& text) {
    int first = 0, last = 0;
    const char* end = text.data() + text.size();
    const auto [colon, error] = std::from_chars(text.data(), end, first);
    if (error == std::errc{} && colon != end && *colon == ':') {
        const auto [stop, wrong] = std::from_chars(colon + 1, end, last);
        if (wrong == std::errc{} && stop == end && first <= last) return {first, last};
    }
    throw UserError(Exit::wrong_usage, fmt::format("error: --years takes first and last year, as in {}; found '{}'",
                                                   default_years, text));
}

std::filesystem::path output_folder(const std::filesystem::path& output) {
    const auto folder = output.has_parent_path() ? output.parent_path() : std::filesystem::path(".");
    std::error_code failed;
    std::filesystem::create_directories(folder, failed);
    if (failed) throw UserError(Exit::cannot_create, fmt::format("{}: error: cannot make this folder ({}); choose another with -o", folder.string(), failed.message()));
    if (std::filesystem::is_directory(output))
        throw UserError(Exit::cannot_create, fmt::format("{}: error: this is a folder; name a file with -o", output.string()));
    return folder;
}

}  // namespace spires
