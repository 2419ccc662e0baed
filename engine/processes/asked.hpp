#pragma once
// The people to whom a chance applies, found first and drawn for together.

#include "core/random_batch.hpp"

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace spires {

/// Rows (or slots) of a block that a process asks, with the four words of each.
class Asked {
public:
    /// Makes room for up to `most` rows and forgets those of before.
    void reset(std::size_t most) {
        if (rows_.size() < most + 1) rows_.resize(most + 1), ids_.resize(most + 1);
        asked_ = 0;
    }
    /// Adds a row if it is asked; without a branch, because who is asked is hard for a processor to foresee.
    void add_if(bool is_asked, std::size_t row, std::uint64_t id) noexcept {
        rows_[asked_] = static_cast<std::uint32_t>(row);
        ids_[asked_] = id;
        asked_ += is_asked ? 1 : 0;
    }
    template <class Why>
    void draw(const RandomKey& key, int year, Why purpose) { words_.draw_all(key, {ids_.data(), asked_}, year, purpose); }

    [[nodiscard]] std::size_t size() const noexcept { return asked_; }
    [[nodiscard]] std::uint32_t row(std::size_t k) const noexcept { return rows_[k]; }
    [[nodiscard]] std::uint64_t id(std::size_t k) const noexcept { return ids_[k]; }
    [[nodiscard]] std::uint32_t word(std::size_t which, std::size_t k) const noexcept { return words_.word(which, k); }
    [[nodiscard]] Words words(std::size_t k) const noexcept { return words_.at(k); }
    [[nodiscard]] const BlockWords& words() const noexcept { return words_; }

private:
    std::vector<std::uint32_t> rows_;
    std::vector<std::uint64_t> ids_;
    std::size_t asked_ = 0;
    BlockWords words_;
};

}  // namespace spires
