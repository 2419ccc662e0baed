#include "integration/program.hpp"

#include <sys/wait.h>

#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <sstream>
#include <stdexcept>

namespace spires::testing {

std::vector<std::string> Outcome::error_lines() const {
    std::vector<std::string> lines;
    std::istringstream stream(err);
    for (std::string line; std::getline(stream, line);) lines.push_back(line);
    return lines;
}

Outcome spires(const std::string& words, const std::string& before) {
    const ScratchFolder folder;
    const std::string command = "cd '" SPIRES_SOURCE_FOLDER "' && " + before + " '" SPIRES_PROGRAM "' " + words + " >'" + (folder / "out").string() + "' 2>'" +
                                (folder / "err").string() + "' </dev/null";
    const int status = std::system(command.c_str());
    const int code = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
    return {code, read_file(folder / "out"), read_file(folder / "err")};
}

void write_file(const std::filesystem::path& file, const std::string& text) {
    std::ofstream out(file, std::ios::binary);
    out << text;
    if (!out.flush()) throw std::runtime_error("cannot write " + file.string());
}

std::string read_file(const std::filesystem::path& file) {
    std::ifstream in(file, std::ios::binary);
    std::ostringstream text;
    text << in.rdbuf();
    return text.str();
}

std::vector<std::string> files_in(const std::filesystem::path& folder) {
    std::vector<std::string> names;
    if (std::filesystem::is_directory(folder))
        for (const auto& entry : std::filesystem::directory_iterator(folder)) names.push_back(entry.path().filename().string());
    std::ranges::sort(names);
    return names;
}

void copy_inputs(const std::filesystem::path& to) {
    std::filesystem::copy(std::filesystem::path(SPIRES_SOURCE_FOLDER) / "inputs" / "coventry", to, std::filesystem::copy_options::recursive);
}

std::string sound_scenario() {
    return R"(name = "Walking"
ambition = "healthier-for-longer"
pillars = ["behaviours"]
[[intervention]]
id = "walking"
years = { from = 2022, to = 2023 }
eligible = { age = { from = 18 }, ward = ["Foleshill"] }
reach = 0.3
uptake = 0.5
places = 1200
cost = { per_participant = 100, fixed_per_year = 1000, price_year = 2022 }
  [[intervention.effect]]
  lever = "activity.minutes_per_week"
  change = { add = 120, sd = 20 }
  half_life = 5
  evidence = "madigan_2021"
)";
}

std::string sound_but(const std::string& old, const std::string& replacement) {
    std::string text = sound_scenario();
    const auto at = text.find(old);
    if (at == std::string::npos) throw std::invalid_argument("the sound scenario has no " + old);
    return text.replace(at, old.size(), replacement);
}

}  // namespace spires::testing
