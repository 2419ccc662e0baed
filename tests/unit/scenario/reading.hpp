#pragma once
// A small city and a way to write a scenario and see its problems.

#include "scenario/read_scenario.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

namespace spires::testing {

inline Places small_city() {
    Places places;
    places.city_code = "E08000026";
    places.city_name = "Coventry";
    places.wards = {{"E05001218", "Bablake", "North West", 0, 0},
                    {"E05001223", "Foleshill", "North East", 0, 0},
                    {"E05001226", "Longford", "North East", 0, 0}};
    const auto add = [&places](std::uint16_t ward, std::uint8_t decile) {
        Place place;
        place.code = "E0100000" + std::to_string(places.places.size());
        place.ward = ward;
        place.decile = decile;
        place.cell = static_cast<std::uint16_t>(places.cells.size());
        places.places.push_back(place);
        places.cells.push_back({ward, decile});
    };
    add(0, 4);
    add(0, 7);
    add(1, 0);
    add(1, 1);
    add(2, 1);
    add(2, 2);
    return places;
}

/// Writes files into a folder of its own and reads them against the small city.
class ScenarioFiles : public ::testing::Test {
protected:
    void SetUp() override {
        const auto* test = ::testing::UnitTest::GetInstance()->current_test_info();
        folder_ = std::filesystem::path(::testing::TempDir()) /
                  (std::string("spires_scenario_") + test->test_suite_name() + "_" + test->name());
        std::filesystem::create_directories(folder_);
    }
    void TearDown() override { std::filesystem::remove_all(folder_); }

    std::filesystem::path write(const std::string& name, const std::string& text) const {
        const auto file = folder_ / name;
        std::ofstream(file, std::ios::binary) << text;
        return file;
    }
    Scenario read(const std::string& text) {
        problems_ = {};
        Scenario scenario = read_scenario(write("what_if.toml", text), context_, problems_);
        return scenario;
    }
    /// The problems of a text, each as "line:column: error: …".
    std::vector<std::string> problems_of(const std::string& text) {
        static_cast<void>(read(text));
        std::vector<std::string> lines;
        for (const auto& line : problems_.lines()) lines.push_back(line.substr((folder_ / "what_if.toml:").string().size()));
        return lines;
    }

    const Places places_ = small_city();
    const std::vector<std::string> conditions_{"coronary_heart_disease", "type_2_diabetes", "anxiety_or_depression"};
    const std::vector<std::string> services_{"gp_contacts", "emergency_admissions"};
    const LeverTable levers_{conditions_, services_};
    const ScenarioContext context_{places_, levers_, conditions_, {"pars-2023", "anokye-2011", "madigan-2021"}, 2022, 2042};
    std::filesystem::path folder_;
    Problems problems_;
};

/// An intervention without a fault; tests replace one line of it.
inline const std::string sound = R"(name = "Physical activity"
ambition = "healthier-for-longer"
pillars = ["behaviours", "places"]
priority = "loneliness"
[[intervention]]
id = "exercise-referral"
years = { from = 2026, to = 2028 }
eligible = { age = { from = 18, to = 79 }, activity = ["inactive"], imd_decile = [1, 2, 3], ward = ["Foleshill", "E05001226"] }
reach = { mean = 0.04, sd = 0.01 }
uptake = { by_imd_decile = { 1 = 0.55, 2 = 0.58, 3 = 0.60 }, sd = 0.08, evidence = "pars-2023" }
places = 1200
cost = { per_participant = 320, fixed_per_year = 60000, price_year = 2024, evidence = "anokye-2011" }
  [[intervention.effect]]
  lever = "activity.minutes_per_week"
  change = { add = 45, sd = 12 }
  onset = 0.25
  half_life = 2.0
  evidence = "madigan-2021"
)";

/// The sound text with line `line` (from 1) replaced; an empty replacement takes the line out.
inline std::string with_line(std::size_t line, const std::string& replacement) {
    std::string text, rest = sound;
    for (std::size_t n = 1; !rest.empty(); ++n) {
        const auto end = rest.find('\n') + 1;
        if (n != line) text += rest.substr(0, end);
        else if (!replacement.empty()) text += replacement + "\n";
        rest.erase(0, end);
    }
    return text;
}

}  // namespace spires::testing
