#include "commands/serve.hpp"

#include "commands/command_line.hpp"
#include "core/error.hpp"
#include "report/server.hpp"
#include "report/server_rules.hpp"

#include <fmt/format.h>

#include <cstdio>

namespace spires {

namespace {

const CommandText text{"serve", "serve DIR [options]",
                       "Shows the results below a folder in a browser on this machine, and runs scenarios built there.\n"
                       "It answers this machine alone, writes only into DIR/built, and is not made for hosting.",
                       "serve outputs"};

options::options_description serve_options() {
    options::options_description known;
    known.add_options()
        ("port", options::value<int>()->default_value(8017)->value_name("PORT"), "0 takes any that is free")
        ("inputs", options::value<std::string>()->default_value(default_inputs)->value_name("DIR"), "folder of input tables, for runs")
        ("listen", options::value<std::string>()->default_value("127.0.0.1")->value_name("ADDRESS"), "another address of this machine")
        ("beyond-loopback", "allows an address that others can reach; anyone there can then run scenarios");
    return known;
}

}  // namespace

int serve_command(const std::vector<std::string>& words) {
    const auto given = parse_command_line(words, text, serve_options(), "folder");
    if (!given) return static_cast<int>(Exit::done);
    if (given->count("folder") == 0 || (*given)["folder"].as<std::vector<std::string>>().size() != 1)
        throw UserError(Exit::wrong_usage, "spires serve: error: name one folder of results; see `spires serve --help`");
    ServerOptions server{.folder = (*given)["folder"].as<std::vector<std::string>>().front(), .inputs = (*given)["inputs"].as<std::string>(), .address = (*given)["listen"].as<std::string>(), .port = (*given)["port"].as<int>(), .listening = {}};
    if (!std::filesystem::is_directory(server.folder)) throw UserError(Exit::input_missing, fmt::format("{}: error: there is no such folder", server.folder.string()));
    if (server.port < 0 || server.port > 65535) throw UserError(Exit::wrong_usage, "spires serve: error: --port takes a number from 0 to 65535");
    if (!is_loopback(server.address) && given->count("beyond-loopback") == 0)
        throw UserError(Exit::wrong_usage, fmt::format("spires serve: error: others can reach {}; say --beyond-loopback if they shall", server.address));
    if (!std::filesystem::exists(server.inputs / "city.csv"))
        fmt::print(stderr, "{}: no input tables here, so scenarios can be seen but neither checked nor run; name their folder with --inputs\n", server.inputs.string());
    server.listening = [&server](int port) {
        fmt::print("open http://{}:{}/ in a browser; Ctrl-C ends it\n", server.address, port);
        std::fflush(stdout);
    };
    serve(server);
    return static_cast<int>(Exit::done);
}

}  // namespace spires
