#pragma once
// Things sorted by an age, from which the nearest to a wished age is taken.

#include <array>
#include <cstdint>
#include <vector>

namespace spires {

/// One shelf a year of age; what was put last on a shelf is taken first.
class Shelves {
public:
    static constexpr int years = 128;
    static constexpr std::uint32_t nothing = 0xffffffffU;

    void put(int age, std::uint32_t thing) {
        shelf(age).push_back(thing);
        ++count_;
    }
    [[nodiscard]] std::size_t size() const noexcept { return count_; }
    /// Takes the thing whose age is nearest to `wished` within [low, high], or `nothing`.
    [[nodiscard]] std::uint32_t take_nearest(int wished, int low, int high) {
        const int age = nearest(wished, low, high);
        if (age < 0) return nothing;
        const std::uint32_t thing = shelf(age).back();
        shelf(age).pop_back();
        --count_;
        return thing;
    }
    /// The age with something on its shelf nearest to `wished` within [low, high], or -1.
    [[nodiscard]] int nearest(int wished, int low, int high) const {
        low = low < 0 ? 0 : low;
        high = high >= years ? years - 1 : high;
        if (low > high) return -1;
        wished = wished < low ? low : (wished > high ? high : wished);
        for (int step = 0; step < years; ++step) {
            if (wished - step >= low && !shelf(wished - step).empty()) return wished - step;
            if (wished + step <= high && !shelf(wished + step).empty()) return wished + step;
        }
        return -1;
    }
    /// What stands at an age.
    [[nodiscard]] const std::vector<std::uint32_t>& at(int age) const { return shelf(age); }

private:
    [[nodiscard]] const std::vector<std::uint32_t>& shelf(int age) const { return shelves_[static_cast<std::size_t>(age)]; }
    [[nodiscard]] std::vector<std::uint32_t>& shelf(int age) { return shelves_[static_cast<std::size_t>(age)]; }

    std::array<std::vector<std::uint32_t>, years> shelves_;
    std::size_t count_ = 0;
};

}  // namespace spires
