#pragma once
// People who look for others to share a home with, and the homes they form.

#include "processes/encounter.hpp"

#include <array>
#include <cstdint>
#include <functional>
#include <span>
#include <vector>

namespace spires {

/// Someone who looks for a shared home; next to those of like age.
struct Seeker {
    std::int16_t birth_year = 0;
    std::uint64_t id = 0;
    std::uint32_t row = 0;
    std::uint32_t branch = 0;
    std::uint32_t home = 0;  ///< number among the homes of the baseline
};

/// Those of one block who look, in all branches.
struct Seekers {
    std::vector<Seeker> adults, students;
    std::uint32_t branch = 0;  ///< of those added

    void forget() {
        adults.clear();
        students.clear();
        branch = 0;
    }
    void add(std::vector<Seeker>& list, const Block& block, std::size_t row) const {
        list.push_back({block.people.birth_year[row], block.people.id[row], static_cast<std::uint32_t>(row), branch, 0});
    }
};

/// Opens a home for each of some rows and moves it in as reference person; returns the slots.
using FoundHomes = std::function<std::span<const std::uint32_t>(Block& block, std::span<const std::uint32_t> rows)>;

/// Houses everybody who seeks, in homes of so many `sharers` of like age. The baseline's homes are those of each world,
/// with those of them who seek there, founded by the first who does; whom the baseline does not know as seekers
/// share among themselves. Of a home that is not the same in all worlds of its people the worlds part;
/// the homes they leave are the same without them.
void house_seekers(BranchedBlock& branches, std::size_t sharers, std::vector<Seeker>& seekers, const FoundHomes& found);

}  // namespace spires
