#include "commands/progress.hpp"

#include "core/text.hpp"

#include <fmt/format.h>
#include <unistd.h>

#include <cstdio>
#include <cstdlib>

namespace spires {

Progress::Progress(const std::string& kind, std::size_t units, double people) : units_(units), people_(people) {
    const char* terminal = std::getenv("TERM");
    const bool live = isatty(STDERR_FILENO) != 0 && terminal != nullptr && std::string(terminal) != "dumb";
    kind_ = kind == "json" ? Kind::json : kind == "none" ? Kind::none : (kind == "auto" && live ? Kind::live : Kind::plain);
}

double Progress::seconds() const { return std::chrono::duration<double>(std::chrono::steady_clock::now() - start_).count(); }

void Progress::step() {
    const std::lock_guard lock(mutex_);
    ++done_;
    if (done_ == 1) first_ = seconds();
    show(false);
}

void Progress::more(std::size_t units) {
    const std::lock_guard lock(mutex_);
    units_ += units;
}

void Progress::finish() {
    const std::lock_guard lock(mutex_);
    show(true);
    if (kind_ == Kind::live) std::fputs("\n", stderr);
}

void Progress::say(const std::string& sentence) {
    const std::lock_guard lock(mutex_);
    if (kind_ == Kind::json) fmt::print(stderr, "{{\"say\": \"{}\"}}\n", sentence);
    else if (kind_ != Kind::none) fmt::print(stderr, "{}\n", sentence);
}

namespace {

/// Rate and time left, once enough is done to tell: the first years wait for the start.
std::string outlook(double share, double rate, double left) {
    if (share < 0.02) return "";
    return fmt::format(" · {} million person-years a second · {:.0f} s left", with_thousands(rate / 1e6, 1), left);
}

}  // namespace

/// A live bar ten times a second; lines at every tenth of the work.
void Progress::show(bool last) {
    const double now = seconds(), share = units_ > 0 ? static_cast<double>(done_) / static_cast<double>(units_) : 1.0;
    const double mark = kind_ == Kind::live ? now * 10 : share * 10;
    if (kind_ == Kind::none || (!last && static_cast<int>(mark) == static_cast<int>(shown_))) return;
    if (last && kind_ != Kind::live) return;
    shown_ = mark;
    const double rate = now > 0 ? static_cast<double>(done_) * people_ / now : 0.0, left = share > 0 ? now * (1 - share) / share : 0.0;
    if (kind_ == Kind::json) {
        fmt::print(stderr, "{{\"done\": {}, \"of\": {}, \"seconds\": {:.1f}, \"seconds_left\": {:.1f}, \"person_years_a_second\": {:.0f}}}\n", done_, units_, now, left, rate);
    } else if (kind_ == Kind::plain) {
        fmt::print(stderr, "{:3.0f} %{}\n", share * 100, outlook(share, rate, left));
    } else {
        std::string bar;
        for (int i = 0; i < 30; ++i) bar += i < share * 30 ? "█" : "░";
        fmt::print(stderr, "\r{} {:3.0f} %{}   ", bar, share * 100, outlook(share, rate, left));
    }
    std::fflush(stderr);
}

}  // namespace spires
