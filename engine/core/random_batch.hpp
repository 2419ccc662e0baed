#pragma once
// The draws of everybody in a block at once: the same words as `draw`, many lanes at a time.

#include "core/column.hpp"
#include "core/random.hpp"

#include <array>
#include <cstdint>
#include <span>

namespace spires {

/// Four words for each row of a block.
class BlockWords {
public:
    /// Draws for the given people, year and purpose; forgets what was drawn before.
    void draw_all(const RandomKey& key, std::span<const std::uint64_t> people, int year, std::uint32_t purpose);
    void draw_all(const RandomKey& key, std::span<const std::uint64_t> people, int year, Purpose purpose) {
        draw_all(key, people, year, static_cast<std::uint32_t>(purpose));
    }
    /// Draws for those from row `first` on, and keeps what the others drew.
    void draw_from(std::size_t first, const RandomKey& key, std::span<const std::uint64_t> people, int year, std::uint32_t purpose);
    /// Room for so many rows, whatever is drawn: lanes may then read whole groups.
    void make_room(std::size_t rows) {
        for (auto& words : words_)
            if (words.size() < rows) words.resize(rows);
    }
    [[nodiscard]] const std::uint32_t* column(std::size_t which) const noexcept { return words_[which].data(); }
    [[nodiscard]] std::uint32_t word(std::size_t which, std::size_t row) const noexcept { return words_[which][row]; }
    [[nodiscard]] Words at(std::size_t row) const noexcept { return {words_[0][row], words_[1][row], words_[2][row], words_[3][row]}; }

private:
    std::array<Column<std::uint32_t>, 4> words_;
};

}  // namespace spires
