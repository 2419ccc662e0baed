// Every instruction set gives the bits of the plain one.

#include "support/experiments.hpp"

#include <gtest/gtest.h>
#include <hwy/targets.h>

namespace spires::testing {
namespace {

/// Kernels run on one instruction set while this lives.
class OnlyTarget {
public:
    explicit OnlyTarget(std::int64_t target) { choose(target); }
    ~OnlyTarget() { choose(0); }
    OnlyTarget(const OnlyTarget&) = delete;
    OnlyTarget& operator=(const OnlyTarget&) = delete;

private:
    static void choose(std::int64_t targets) {
        hwy::SetSupportedTargetsForTest(targets);
        hwy::GetChosenTarget().Update(hwy::SupportedTargets());
    }
};

const std::string everyone = "eligible = { age = { from = 16 } }\nreach = { mean = 0.5 }\nuptake = { mean = 0.5 }\n"
                             "cost = { per_participant = 1, price_year = 2022 }";
const std::string effects = "[[intervention.effect]]\nlever = \"activity.minutes_per_week\"\nchange = { add = 60 }\nhalf_life = 5\nevidence = \"madigan_2021\"\n"
                            "[[intervention.effect]]\nlever = \"smoking.quitting\"\nchange = { rate_ratio = 2 }\nhalf_life = 5\nevidence = \"madigan_2021\"\n";

TEST(Lanes, give_the_same_bits_on_every_instruction_set) {
    const std::vector<ScenarioText> texts{{"active", intervention("active", 2023, everyone, effects)}};
    const std::int64_t supported = hwy::SupportedTargets();
    const Played widest(texts);
    for (std::int64_t left = supported; left != 0; left &= left - 1) {
        const std::int64_t target = left & -left;
        const OnlyTarget only(target);
        const Played played(texts);
        EXPECT_TRUE(played == widest) << hwy::TargetName(target);
    }
}

}  // namespace
}  // namespace spires::testing
