#pragma once
// Many discrete distributions over many options each, drawn by weight with a single 32-bit word.

#include "core/column.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <numeric>
#include <span>

namespace spires {

/// Draws the same as a `Choice` for each distribution, by two lines of memory that can be asked for ahead.
class ManyChoices {
public:
    /// Appends a distribution. Weights need not sum to one, but some must be positive.
    void add(std::span<const double> weights) {
        const double total = std::accumulate(weights.begin(), weights.end(), 0.0);
        const std::size_t begin = options_.size();
        double sum = 0;
        std::uint64_t below = 0;  // words under this are taken
        for (std::size_t i = 0; i < weights.size(); ++i) {
            if (weights[i] <= 0) continue;
            sum += weights[i];
            const auto next = static_cast<std::uint64_t>(sum / total * 0x1p32);
            if (next == below) continue;  // no word chooses it
            options_.push_back({static_cast<std::uint32_t>(next - 1), static_cast<std::uint32_t>(i)});
            below = next;
        }
        options_.back().last = ~std::uint32_t{0};
        std::size_t at = begin;
        auto& first = first_.emplace_back();
        for (std::size_t part = 0; part < parts; ++part) {
            while (options_[at].last < static_cast<std::uint32_t>(part << part_shift)) ++at;
            first[part] = static_cast<std::uint32_t>(at);
        }
    }
    [[nodiscard]] std::size_t size() const noexcept { return first_.size(); }

    /// The index that `word` draws of a distribution.
    [[nodiscard]] std::size_t operator()(std::size_t distribution, std::uint32_t word) const noexcept { return search(begin(distribution, word), word); }
    // The same in steps, each of which asks for what the next one reads.
    void prepare(std::size_t distribution) const noexcept { __builtin_prefetch(&first_[distribution]); }
    [[nodiscard]] std::uint32_t begin(std::size_t distribution, std::uint32_t word) const noexcept {
        const std::uint32_t at = first_[distribution][word >> part_shift];
        __builtin_prefetch(&options_[at]);
        return at;
    }
    [[nodiscard]] std::size_t search(std::size_t at, std::uint32_t word) const noexcept {
        while (options_[at].last < word) ++at;
        return options_[at].index;
    }
    /// The chance of an index [1].
    [[nodiscard]] double chance(std::size_t distribution, std::size_t index) const noexcept {
        double below = 0;
        for (std::size_t at = first_[distribution][0];; ++at) {
            const double next = options_[at].last + 1.0;
            if (options_[at].index == index) return (next - below) * 0x1p-32;
            if (options_[at].last == ~std::uint32_t{0}) return 0.0;
            below = next;
        }
    }

private:
    static constexpr std::size_t parts = 16;
    static constexpr unsigned part_shift = 28;  // 2²⁸ words a part

    struct Option {
        std::uint32_t last = 0;  ///< the highest word that draws it
        std::uint32_t index = 0;
    };
    Column<Option> options_;                               ///< of all distributions
    Column<std::array<std::uint32_t, parts>> first_;       ///< of a distribution: the first option that the lowest word of each part could draw
};

}  // namespace spires
