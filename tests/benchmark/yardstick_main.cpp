#include <algorithm>
#include <array>
#include <cstdio>

#include "benchmark/yardstick.hpp"

/// Prints the yardstick as one JSON object a line: the median of several repeats.
int main() {
    constexpr int people = 345'000, years = 3;
    std::array<double, 7> repeats{};
    for (double& repeat : repeats) repeat = yardstick_ns_per_person_year(people, years);
    std::sort(repeats.begin(), repeats.end());
    std::printf(
        "{\"name\": \"yardstick\", \"unit\": \"ns per person-year\", \"value\": %.1f, "
        "\"lowest\": %.1f, \"highest\": %.1f, \"repeats\": %zu, \"people\": %d, \"years\": %d}\n",
        repeats[repeats.size() / 2], repeats.front(), repeats.back(), repeats.size(), people,
        years);
    return 0;
}
