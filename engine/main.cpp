// The program: finds the command, and holds the only catch blocks.

#include "commands/commands.hpp"
#include "core/error.hpp"
#include "version.hpp"

#include <H5public.h>
#include <fmt/format.h>

#include <cstdio>
#include <iostream>
#include <new>

namespace {

using namespace spires;

void print_version() {
    fmt::print("spires {} (commit {}, HDF5 {}.{}.{}, {})\n", version, commit, H5_VERS_MAJOR, H5_VERS_MINOR, H5_VERS_RELEASE, compiler);
}

void print_help() {
    fmt::print("usage: spires COMMAND [options]\n\n"
               "Ages the people of a city by ward and tells what an intervention changes.\n\ncommands:\n");
    for (const auto& command : commands()) fmt::print("  {:<12} {}\n", command.name, command.purpose);
    fmt::print("\nexample: spires run scenarios/physical_activity.toml\n"
               "`spires COMMAND --help` tells more; `spires --version` which program this is.\n");
}

int run_program(const std::vector<std::string>& words) {
    if (words.empty() || words[0] == "--help" || words[0] == "-h" || words[0] == "help") {
        print_help();
        return static_cast<int>(words.empty() ? Exit::wrong_usage : Exit::done);
    }
    if (words[0] == "--version") {
        print_version();
        return static_cast<int>(Exit::done);
    }
    return command_named(words[0]).run({words.begin() + 1, words.end()});
}

/// What was printed may not have arrived: a full disk shows at the end.
int when_printed(int code) {
    if (!std::cout.flush() || std::fflush(stdout) != 0 || std::ferror(stdout) != 0)
        throw UserError(Exit::reading_or_writing_failed, "standard output: error: not all of it could be written; is the disk full?");
    return code;
}

}  // namespace

int main(int count, char** words) {
    try {
        return when_printed(run_program({words + 1, words + count}));
    } catch (const UserError& error) {
        std::cerr << error.what() << '\n';
        return static_cast<int>(error.code());
    } catch (const std::bad_alloc&) {
        std::cerr << "error: not enough memory; ask for fewer replicates at a time with --threads 1, or a smaller --scale\n";
        return static_cast<int>(Exit::service_missing);
    } catch (const std::exception& error) {
        std::cerr << "internal error, please report it: " << error.what() << '\n';
        return static_cast<int>(Exit::our_fault);
    }
}
