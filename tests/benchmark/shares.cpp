#include "benchmark/shares.hpp"

#include <cxxabi.h>
#include <ctime>

#include <typeinfo>

namespace spires::benchmark {

namespace {

/// A type's name as the source has it.
std::string name_of(const std::type_info& type) {
    int status = 0;
    const std::unique_ptr<char, void (*)(void*)> text(abi::__cxa_demangle(type.name(), nullptr, nullptr, &status), std::free);
    const std::string name = status == 0 ? text.get() : type.name();
    return name.substr(name.rfind(':') == std::string::npos ? 0 : name.rfind(':') + 1);
}

/// Seconds of the processor that this thread has had: what others do on the machine is left out.
double thread_seconds() {
    timespec now{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return static_cast<double>(now.tv_sec) + 1e-9 * static_cast<double>(now.tv_nsec);
}

/// A process (or encounter) that times itself; for one thread.
template <class Base, class... Arguments>
class Timed final : public Base {
public:
    Timed(std::unique_ptr<const Base> inner, std::shared_ptr<double> clock) : inner_(std::move(inner)), clock_(std::move(clock)) {}
    void advance(Arguments... arguments) const override {
        const double start = thread_seconds();
        inner_->advance(arguments...);
        *clock_ += thread_seconds() - start;
    }

private:
    std::unique_ptr<const Base> inner_;
    std::shared_ptr<double> clock_;
};

}  // namespace

TimedPipeline::TimedPipeline(Pipeline& pipeline) {
    const auto time = [&]<class Wrapper>(auto& steps, std::type_identity<Wrapper>) {
        for (auto& step : steps) {
            auto clock = std::make_shared<double>(0.0);
            const auto& inner = *step;
            clocks_.emplace_back(name_of(typeid(inner)), clock);
            step = std::make_unique<const Wrapper>(std::move(step), clock);
        }
    };
    time(pipeline.before_meeting, std::type_identity<Timed<Process, Step&>>{});
    time(pipeline.after_meeting, std::type_identity<Timed<Process, Step&>>{});
    time(pipeline.encounters, std::type_identity<Timed<Encounter, BranchedBlock&, const Moment&>>{});
}

std::map<std::string, double> TimedPipeline::seconds() const {
    std::map<std::string, double> seconds;
    for (const auto& [name, clock] : clocks_) seconds[name] += *clock;
    return seconds;
}

}  // namespace spires::benchmark
