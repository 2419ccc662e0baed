#pragma once
// The share of each process in the time of a step.

#include "processes/pipeline.hpp"

#include <map>
#include <string>

namespace spires::benchmark {

/// Seconds by process, in the order of the pipeline; the pipeline is timed from now on.
class TimedPipeline {
public:
    explicit TimedPipeline(Pipeline& pipeline);
    [[nodiscard]] std::map<std::string, double> seconds() const;

private:
    std::vector<std::pair<std::string, std::shared_ptr<double>>> clocks_;
};

}  // namespace spires::benchmark
