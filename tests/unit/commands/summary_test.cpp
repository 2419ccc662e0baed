#include "commands/summary.hpp"

#include "commands/figures.hpp"
#include "core/error.hpp"
#include "support/example_results.hpp"
#include "support/scratch_folder.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <limits>
#include <sstream>

namespace spires {
namespace {

using testing::HasSubstr;
using testing::Not;

class summary : public testing::Test {
protected:
    summary() { example::write(folder_ / "results.h5"); }
    std::string headline(const HeadlineOptions& options = {}) const {
        std::ostringstream out;
        print_headline(out, ResultsReader(folder_ / "results.h5"), options);
        return out.str();
    }
    ScratchFolder folder_;
};

TEST(figures, never_show_a_minus_before_nothing) {
    EXPECT_EQ(figure(-0.001, 2), "0.00");
    EXPECT_EQ(signed_figure(0.001, 2), "0.00");
    EXPECT_EQ(signed_figure(-0.0, 1), "0.0");
    EXPECT_EQ(signed_figure(0.08, 2), "+0.08");
    EXPECT_EQ(signed_figure(-1234, 0), "-1,234");
    EXPECT_EQ(figure(std::numeric_limits<double>::quiet_NaN(), 2), "–");
    EXPECT_EQ(rounded_figure(9834, 2), "9,800");
    EXPECT_EQ(rounded_figure(14049, 2), "14,000");
    EXPECT_EQ(percent(0.9999), ">99 %");
    EXPECT_EQ(percent(0.97), "97 %");
    // Halves go upwards, in the page as here: 197 of 200 replicates.
    EXPECT_EQ(percent(0.985), "99 %");
    EXPECT_EQ(percent(0.99), "99 %");
    EXPECT_EQ(percent(0.01), "1 %");
    EXPECT_EQ(percent(0.0099), "<1 %");
    EXPECT_FALSE(whole_percent(std::numeric_limits<double>::quiet_NaN()).has_value());
}

TEST_F(summary, tells_each_scenario_in_a_few_lines) {
    HeadlineOptions options;
    options.seconds = 41.2;
    const std::string text = headline(options);
    RecordProperty("text", text);
    EXPECT_THAT(text, HasSubstr("355,600 people · 2022-2043 · 20 replicates · 41 s"));
    EXPECT_THAT(text, HasSubstr("baseline 2040"));
    EXPECT_THAT(text, HasSubstr("Scénario 2"));
    EXPECT_THAT(text, HasSubstr("Healthy life expectancy at birth, years"));
    EXPECT_THAT(text, HasSubstr("+0.08"));
    EXPECT_THAT(text, HasSubstr("Cost 2022-2043, million pounds"));
    EXPECT_THAT(text, HasSubstr("per healthy life-year gained, pounds: 10,000 (10,000 to 10,000)"));
    EXPECT_THAT(text, HasSubstr("Monte Carlo alone gives less than ±0.01 years"));
    EXPECT_THAT(text, Not(HasSubstr("nan")));
}

TEST_F(summary, of_a_ward_leaves_out_what_is_known_of_the_city_alone) {
    HeadlineOptions options;
    options.area = 2;
    const std::string text = headline(options);
    EXPECT_THAT(text, HasSubstr("Ward 2"));
    EXPECT_THAT(text, Not(HasSubstr("Gap")));
    EXPECT_THAT(text, Not(HasSubstr("Cost")));
}

TEST_F(summary, of_the_baseline_alone_shows_levels) {
    example::write(folder_ / "baseline.h5", {10, 2}, 1, 22, 2);
    std::ostringstream out;
    print_headline(out, ResultsReader(folder_ / "baseline.h5"));
    EXPECT_THAT(out.str(), HasSubstr("As things are"));
    EXPECT_THAT(out.str(), HasSubstr("59.0"));
    EXPECT_THAT(out.str(), Not(HasSubstr("change")));
}

TEST_F(summary, of_an_indicator_goes_by_year_or_by_sex) {
    const ResultsReader results(folder_ / "results.h5");
    std::ostringstream years, sexes;
    print_indicator(years, results, "fuel_poverty");
    EXPECT_THAT(years.str(), HasSubstr("Households in fuel poverty, %"));
    EXPECT_THAT(years.str(), HasSubstr("\n2043"));
    HeadlineOptions options;
    options.year = 18;
    print_indicator(sexes, results, "life_expectancy", options);
    EXPECT_THAT(sexes.str(), HasSubstr("\nfemale"));
}

TEST_F(summary, for_programs_is_json) {
    std::ostringstream out;
    print_summary_json(out, ResultsReader(folder_ / "results.h5"), "");
    const auto read = nlohmann::json::parse(out.str());
    EXPECT_EQ(read["scenarios"][0]["scenario"], "scenario_1");
    EXPECT_EQ(read["scenarios"][0]["rows"][0]["year"], 2040);
    EXPECT_NEAR(read["scenarios"][0]["cost_per_healthy_life_year"]["value"], 10000, 1);
}

TEST_F(summary, refuses_what_it_does_not_know) {
    const auto code = [](const std::vector<std::string>& words) {
        try {
            return static_cast<Exit>(summary_command(words));
        } catch (const UserError& error) {
            return error.code();
        }
    };
    const std::string file = (folder_ / "results.h5").string();
    testing::internal::CaptureStdout();
    EXPECT_EQ(code({"--help"}), Exit::done);
    EXPECT_EQ(code({file, "--year", "2030", "--area", "Ward 1"}), Exit::done);
    EXPECT_THAT(testing::internal::GetCapturedStdout(), HasSubstr("baseline 2030"));
    EXPECT_EQ(code({}), Exit::wrong_usage);
    EXPECT_EQ(code({file, "--yea", "2030"}), Exit::wrong_usage);
    EXPECT_EQ(code({file, "--indicator", "happiness"}), Exit::wrong_data);
    EXPECT_EQ(code({(folder_ / "none.h5").string()}), Exit::input_missing);
}

}  // namespace
}  // namespace spires
