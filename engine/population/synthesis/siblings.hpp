#pragma once
// Brothers and sisters: how many dependent children families have, and who grows up together.

#include "population/synthesis/draft.hpp"
#include "population/synthesis/luck.hpp"
#include "population/synthesis/shelves.hpp"

namespace spires {

/// Assumed: the mother's age at the birth of her oldest child in years, and its scatter.
inline constexpr double first_birth_age = 28.0, birth_age_scatter = 5.2;
/// A draw of the mother's age at the birth, in whole years.
[[nodiscard]] inline int draw_birth_age(Luck& luck) {
    return static_cast<int>(first_birth_age + birth_age_scatter * luck.normal() + 0.5);
}

struct Siblings {
    std::vector<std::uint32_t> children;
    int youngest = 0, oldest = 0;
    int wished_mother = 0;
    [[nodiscard]] int least_mother() const noexcept { return oldest + youngest_parent; }
    [[nodiscard]] int most_mother() const noexcept { return youngest + oldest_parent; }
};

/// How many dependent children each family has, lone parents' families first.
struct FamilySizes {
    std::vector<int> lone, couples;
};

/// Sizes of households (parents and dependent children) as the table has them, so many that parents
/// and children add up; households of two are lone parents' alone.
[[nodiscard]] FamilySizes draw_sizes(const CensusTables& census, int lone, int couples,
                                     int children, Luck& luck);

/// The dependent children of a place, taken in groups of brothers and sisters.
class Nursery {
public:
    Nursery(const PlaceDraft& draft, Luck& luck);
    [[nodiscard]] int size() const noexcept { return static_cast<int>(shelves_.size()); }
    /// Groups of the given sizes, the largest first, as far as there are children.
    [[nodiscard]] std::vector<Siblings> take(std::vector<int> sizes);

private:
    [[nodiscard]] Siblings take_group(int size);
    /// The next child in random order who is still here.
    [[nodiscard]] std::uint32_t take_first();

    const PlaceDraft& draft_;
    Luck& luck_;
    Shelves shelves_;
    std::vector<std::uint32_t> order_;
    std::vector<char> taken_;
};

}  // namespace spires
