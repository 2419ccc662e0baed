#pragma once
// One run of this program as a child: what `spires serve` starts when a scenario is built.

#include <filesystem>
#include <mutex>
#include <string>
#include <sys/types.h>
#include <vector>

namespace spires {

/// A program's own words, and how it ended.
struct Ended {
    int code = 0;
    std::string text;
};

/// Runs this program with words and waits; what it prints on both streams goes to `log`.
[[nodiscard]] Ended run_self(const std::vector<std::string>& words, const std::filesystem::path& log);

/// At most one run at a time; it is asked how far it is. Ended with the server.
class ChildRun {
public:
    ~ChildRun();
    /// False when one is running.
    [[nodiscard]] bool start(const std::vector<std::string>& words, const std::filesystem::path& log, const std::string& results);
    /// JSON: state (none, running, done, failed), share, seconds_left, message, results.
    [[nodiscard]] std::string state();

private:
    void look();

    std::mutex mutex_;
    pid_t child_ = 0;
    int code_ = 0;
    std::filesystem::path log_;
    std::string results_;
};

}  // namespace spires
