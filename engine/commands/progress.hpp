#pragma once
// How far a run is: one live bar on a terminal, plain lines or JSON elsewhere; always on standard error.

#include <chrono>
#include <cstddef>
#include <mutex>
#include <string>

namespace spires {

class Progress {
public:
    /// `kind`: auto, plain, json or none. A unit is one year of one world.
    Progress(const std::string& kind, std::size_t units, double people);
    /// One more unit is done; called from any thread.
    void step();
    /// So many units more than thought.
    void more(std::size_t units);
    void finish();
    /// A sentence on what is happening, outside the bar.
    void say(const std::string& sentence);
    /// Seconds since the start when the first unit ended; 0 before.
    [[nodiscard]] double first_step_seconds() const noexcept { return first_; }
    [[nodiscard]] double seconds() const;

private:
    enum class Kind { live, plain, json, none };
    void show(bool last);

    Kind kind_;
    std::size_t units_, done_ = 0;
    double people_, first_ = 0, shown_ = -1;
    std::chrono::steady_clock::time_point start_ = std::chrono::steady_clock::now();
    std::mutex mutex_;
};

}  // namespace spires
