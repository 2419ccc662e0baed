// The page: one file, filled without a letter of what a file holds standing in it as it is.

#include "report/page.hpp"
#include "report/payload.hpp"
#include "support/example_results.hpp"
#include "support/scratch_folder.hpp"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

namespace spires {
namespace {

TEST(Page, TheTemplateAsksNothingOfTheNetwork) {
    const std::string page(page_template());
    EXPECT_EQ(page.find(" src=\"http"), std::string::npos);
    EXPECT_EQ(page.find("<link"), std::string::npos);
    EXPECT_EQ(page.find("@import"), std::string::npos);
    EXPECT_NE(page.find("Content-Security-Policy"), std::string::npos);
}

TEST(Page, IsFilledOnceAndStaysSmall) {
    const ScratchFolder scratch;
    example::write(scratch.path() / "results.h5", {}, 3, 22, 4);
    const std::string page = fill_page(page_payload(ResultsReader(scratch.path() / "results.h5")), "annual");
    EXPECT_EQ(page.find("@SPIRES_"), std::string::npos);
    EXPECT_NE(page.find("data-layout=\"annual\""), std::string::npos);
    EXPECT_LT(page.size(), 600'000);
}

TEST(Page, ACostThatIsAPriceTimesANumberIsToldOnce) {
    const ScratchFolder scratch;
    const auto header_with = [&](const example::Formula& last) {
        auto formulas = example::formulas();
        formulas.push_back(last);
        example::write(scratch.path() / "results.h5", formulas, {}, 2, 3, 4);
        const std::string payload = page_payload(ResultsReader(scratch.path() / "results.h5"));
        std::size_t length = 0;
        for (std::size_t i = 0; i < 4; ++i) length |= std::size_t{static_cast<unsigned char>(payload[i])} << (8 * i);
        return std::pair(nlohmann::json::parse(payload.substr(4, length)), payload.size());
    };
    auto cost = example::formulas()[4];
    const std::string number = cost.variable.name;
    cost.variable.name += "_cost";
    cost.base *= 30; cost.by_year *= 30; cost.by_area *= 30; cost.by_sex *= 30; cost.by_draw *= 30; cost.by_seed *= 30; cost.effect *= 30;
    const auto [told, size] = header_with(cost);
    EXPECT_EQ(told["variables"].back()["times"]["of"], number);
    EXPECT_NEAR(told["variables"].back()["times"]["factor"].get<double>(), 30, 1e-6);
    cost.by_year += 1;
    const auto [own, larger] = header_with(cost);
    EXPECT_FALSE(own["variables"].back().contains("times"));
    EXPECT_GT(larger, size);
}

}  // namespace
}  // namespace spires
