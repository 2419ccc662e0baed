#pragma once
// One of several things, drawn by weight with a single 32-bit word.

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <numeric>
#include <span>
#include <vector>

namespace spires {

/// A discrete distribution as cumulative thresholds: the same choice on every processor.
class Choice {
public:
    Choice() = default;
    /// Weights need not sum to one; a choice without any positive weight is empty.
    explicit Choice(std::span<const double> weights) {
        const double total = std::accumulate(weights.begin(), weights.end(), 0.0);
        if (!(total > 0)) return;
        double sum = 0;
        for (std::size_t i = 0; i < weights.size(); ++i) {
            if (weights[i] <= 0) continue;
            sum += weights[i];
            option_.push_back(static_cast<std::uint32_t>(i));
            below_.push_back(static_cast<std::uint64_t>(sum / total * 0x1p32));
        }
        below_.back() = 1ULL << 32U;
        for (std::size_t part = 0; part < parts; ++part) first_[part] = static_cast<std::uint16_t>(search(static_cast<std::uint32_t>(part) << part_shift));
    }
    [[nodiscard]] bool empty() const noexcept { return option_.empty(); }
    /// The index drawn by `word`; not for an empty choice.
    [[nodiscard]] std::size_t operator()(std::uint32_t word) const noexcept {
        std::size_t at = first_[word >> part_shift];
        while (below_[at] <= word) ++at;
        return option_[at];
    }
    /// The chance of an index [1].
    [[nodiscard]] double chance(std::size_t index) const noexcept {
        for (std::size_t k = 0; k < option_.size(); ++k)
            if (option_[k] == index) return static_cast<double>(below_[k] - (k > 0 ? below_[k - 1] : 0)) * 0x1p-32;
        return 0.0;
    }

private:
    static constexpr std::size_t parts = 16;
    static constexpr unsigned part_shift = 28;  // 2²⁸ words a part

    [[nodiscard]] std::size_t search(std::uint32_t word) const noexcept {
        return static_cast<std::size_t>(std::upper_bound(below_.begin(), below_.end(), std::uint64_t{word}) - below_.begin());
    }

    std::vector<std::uint32_t> option_;
    std::vector<std::uint64_t> below_;  ///< words under this choose the option
    std::array<std::uint16_t, parts> first_{};  ///< the first that the lowest word of each part could choose: few steps are left from there
};

/// Many discrete distributions over the same few options, side by side: a draw reads one cache line.
template <std::size_t Options>
class Choices {
public:
    /// Appends a distribution. One without any positive weight always gives `otherwise`.
    void add(std::span<const double, Options> weights, std::size_t otherwise) {
        const double total = std::accumulate(weights.begin(), weights.end(), 0.0);
        auto& below = below_.emplace_back();
        double sum = 0;
        for (std::size_t i = 0; i + 1 < Options; ++i) {
            sum += total > 0 ? weights[i] / total : (i == otherwise ? 1.0 : 0.0);
            below[i] = static_cast<std::uint32_t>(std::min(sum * 0x1p32, 0x1p32 - 1.0));
        }
    }
    /// The option of a distribution drawn by `word`.
    [[nodiscard]] std::size_t operator()(std::size_t distribution, std::uint32_t word) const noexcept {
        std::size_t option = 0;
        for (const std::uint32_t below : below_[distribution]) option += word >= below ? 1 : 0;
        return option;
    }
    /// Asks for a distribution that will be drawn from later.
    void bring_near(std::size_t distribution) const noexcept { __builtin_prefetch(&below_[distribution]); }

private:
    std::vector<std::array<std::uint32_t, Options - 1>> below_;
};

}  // namespace spires
