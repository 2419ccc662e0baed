#pragma once
// Draws that belong to (seed, replicate, person, year, purpose) and to nothing else.

#include <Random123/threefry.h>

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace spires {

/// What a draw decides. Appended to, never reordered or reused: the numbers are part of the result.
/// Interventions draw from `intervention_purpose(id)`, whose top bit is set.
enum class Purpose : std::uint32_t {
    exposure_noise = 1,
    smoking = 2,
    loneliness_noise = 3,
    death = 10,
    birth = 11,
    newborn = 12,
    departure = 13,
    household_departure = 14,
    household_move = 15,
    household_destination = 16,
    leave_home = 17,
    partnership = 18,
    separation = 19,
    arrival_person = 20,
    arrival_place = 21,
    arrival_health = 22,
    arrival_household = 23,
    education = 24,
    economic_status = 25,
    health_noise = 26,
    initial_exposure = 27,
    initial_state = 31,
    infant_death = 32,
    student = 33,
    body_noise = 34,
    initial_scores = 35,
    newcomer_social = 36,
    newcomer_status = 37,
    founding = 38,          // home of a household founded by a person in the step
    orphan = 39,
    lifelong = 40,          // what lasts a life: rank of pay, drinking, coming to screening, pension
    home = 41,              // of a household, for as long as it lasts: efficiency, take-up, illness, warmth
    homelessness = 42,
    screening = 43,
    habits = 44,            // a year's noise of loneliness, smoking and first word of moves, in place of purposes of their own
    cancer_stage = 45,      // of a new case: found early or late
    care_home = 46,
    events = 47,            // first words of births, deaths, separations and entering care, in place of those of their own
};

/// Draws of conditions come in blocks of four, so that a new condition needs no new purpose.
enum class ConditionEvent : std::uint32_t { incidence = 0x1000, remission = 0x1100, initial = 0x1200, entry = 0x1300 };
[[nodiscard]] constexpr std::uint32_t condition_purpose(ConditionEvent event, std::size_t condition) noexcept {
    return static_cast<std::uint32_t>(event) + static_cast<std::uint32_t>(condition / 4);
}

/// The luck of one replicate: the key of every draw in it.
struct RandomKey {
    std::uint64_t seed = 0;
    std::uint32_t replicate = 0;
};

/// The luck that lasts a life, or as long as a home: the same in every replicate of a seed.
[[nodiscard]] constexpr RandomKey lifelong(const RandomKey& key) noexcept { return {key.seed, 0xffffffffU}; }

using Words = std::array<std::uint32_t, 4>;

/// Four independent 32-bit words for one person (or household), year and purpose.
/// Random123's Threefry4x32 with 12 rounds (docs/decisions/0002): key = seed and replicate, counter = person, year, purpose.
[[nodiscard]] inline Words draw(const RandomKey& key, std::uint64_t person, int year,
                                std::uint32_t purpose) noexcept {
    using Generator = r123::Threefry4x32_R<12>;
    const Generator::key_type k{{static_cast<std::uint32_t>(key.seed),
                                 static_cast<std::uint32_t>(key.seed >> 32U), key.replicate, 0U}};
    const Generator::ctr_type counter{{static_cast<std::uint32_t>(person),
                                       static_cast<std::uint32_t>(person >> 32U),
                                       static_cast<std::uint32_t>(year), purpose}};
    const auto out = Generator{}(counter, k);
    return {out[0], out[1], out[2], out[3]};
}
[[nodiscard]] inline Words draw(const RandomKey& key, std::uint64_t person, int year,
                                Purpose purpose) noexcept {
    return draw(key, person, year, static_cast<std::uint32_t>(purpose));
}

/// The draws of people by row for one year and purpose, for kernels that draw on their way: storing everybody's words
/// to read them once costs more than drawing.
struct RowLuck {
    const RandomKey& key;
    const std::uint64_t* ids;
    int year = 0;
    std::uint32_t purpose = 0;

    RowLuck(const RandomKey& of, const std::uint64_t* people, int in_year, std::uint32_t why) noexcept : key(of), ids(people), year(in_year), purpose(why) {}
    RowLuck(const RandomKey& of, const std::uint64_t* people, int in_year, Purpose why) noexcept : RowLuck(of, people, in_year, static_cast<std::uint32_t>(why)) {}
    [[nodiscard]] Words at(std::size_t row) const noexcept { return draw(key, ids[row], year, purpose); }
};

/// Uniform on [0, 1) with 2⁻³² steps.
[[nodiscard]] constexpr double uniform(std::uint32_t word) noexcept { return word * 0x1p-32; }
/// True with the given chance.
[[nodiscard]] constexpr bool happens(std::uint32_t word, double probability) noexcept {
    return uniform(word) < probability;
}
/// Standard-normal-like noise: four 16-bit uniforms summed (Irwin-Hall), mean 0, variance 1.
/// Fed into a slow first-order process its sum is normal to a kurtosis of 0.01 (docs/model.md).
[[nodiscard]] constexpr double gentle_normal(std::uint32_t a, std::uint32_t b) noexcept {
    const auto sum = (a & 0xffffU) + (a >> 16U) + (b & 0xffffU) + (b >> 16U);
    return (static_cast<double>(sum) * 0x1p-16 - 2.0 + 0x1p-15) * 1.7320508075688772;
}

/// The stream of an intervention: FNV-1a of its id with the top bit set, the same in every file.
[[nodiscard]] constexpr std::uint32_t intervention_purpose(std::string_view id) noexcept {
    std::uint32_t hash = 2166136261U;
    for (const char c : id) hash = (hash ^ static_cast<std::uint8_t>(c)) * 16777619U;
    return hash | 0x80000000U;
}

}  // namespace spires
