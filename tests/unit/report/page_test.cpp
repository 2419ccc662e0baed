// The page: one file, filled without a letter of what a file holds standing in it as it is.

#include "report/page.hpp"
#include "report/payload.hpp"
#include "support/example_results.hpp"
#include "support/scratch_folder.hpp"

#include <gtest/gtest.h>

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

}  // namespace
}  // namespace spires
