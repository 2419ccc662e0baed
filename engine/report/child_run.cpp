#include "report/child_run.hpp"

#include "core/error.hpp"

#include <nlohmann/json.hpp>

#include <fcntl.h>
#include <signal.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <fstream>
#include <sstream>

extern char** environ;

namespace spires {

namespace {

std::string read_all(const std::filesystem::path& file) {
    std::ifstream in(file, std::ios::binary);
    std::ostringstream text;
    text << in.rdbuf();
    return text.str();
}

pid_t spawn_self(const std::vector<std::string>& words, const std::filesystem::path& log) {
    std::vector<std::string> all{"spires"};
    all.insert(all.end(), words.begin(), words.end());
    std::vector<char*> pointers;
    for (std::string& word : all) pointers.push_back(word.data());
    pointers.push_back(nullptr);
    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0);
    posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, log.c_str(), O_WRONLY | O_CREAT | O_TRUNC, 0644);
    posix_spawn_file_actions_adddup2(&actions, STDOUT_FILENO, STDERR_FILENO);
    pid_t child = 0;
    const int failed = posix_spawn(&child, "/proc/self/exe", &actions, nullptr, pointers.data(), environ);
    posix_spawn_file_actions_destroy(&actions);
    if (failed != 0) throw UserError(Exit::our_fault, "spires serve: error: cannot start a run");
    return child;
}

int exit_code(int status) { return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status); }

/// The last line of progress in a log, and the words that are none.
std::pair<nlohmann::json, std::string> last_progress(const std::string& text) {
    nlohmann::json last;
    std::string words;
    std::istringstream lines(text);
    for (std::string line; std::getline(lines, line);) {
        const auto json = nlohmann::json::parse(line, nullptr, false);
        if (json.is_object() && json.contains("of")) last = json;
        else if (!json.is_object()) words += line + "\n";
    }
    return {last, words};
}

}  // namespace

Ended run_self(const std::vector<std::string>& words, const std::filesystem::path& log) {
    const pid_t child = spawn_self(words, log);
    int status = 0;
    while (waitpid(child, &status, 0) < 0 && errno == EINTR) {}
    return {exit_code(status), read_all(log)};
}

ChildRun::~ChildRun() {
    if (child_ <= 0) return;
    kill(child_, SIGTERM);
    waitpid(child_, nullptr, 0);
}

bool ChildRun::start(const std::vector<std::string>& words, const std::filesystem::path& log, const std::string& results) {
    const std::lock_guard lock(mutex_);
    look();
    if (child_ > 0) return false;
    child_ = spawn_self(words, log);
    log_ = log;
    results_ = results;
    return true;
}

void ChildRun::look() {
    int status = 0;
    if (child_ <= 0 || waitpid(child_, &status, WNOHANG) != child_) return;
    code_ = exit_code(status);
    child_ = 0;
}

std::string ChildRun::state() {
    const std::lock_guard lock(mutex_);
    look();
    nlohmann::json state = {{"state", log_.empty() ? "none" : child_ > 0 ? "running" : code_ == 0 ? "done" : "failed"}, {"share", 0.0}, {"seconds_left", 0.0}, {"results", results_}, {"message", ""}};
    if (log_.empty()) return state.dump();
    const auto [progress, words] = last_progress(read_all(log_));
    if (progress.is_object() && progress.value("of", 0.0) > 0) {
        state["share"] = progress.value("done", 0.0) / progress.value("of", 1.0);
        state["seconds_left"] = progress.value("seconds_left", 0.0);
    }
    state["message"] = child_ > 0 ? "" : code_ == 0 ? "Done." : words.empty() ? "The run ended without a word." : words;
    return state.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
}

}  // namespace spires
