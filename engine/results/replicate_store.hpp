#pragma once
// Values of every replicate, kept on disk by variable so that memory does not grow with replicates.

#include "results/variables.hpp"

#include <cstddef>
#include <filesystem>
#include <memory>
#include <optional>
#include <string_view>
#include <span>
#include <vector>

namespace spires {

/// Holds value[variable][replicate][scenario][cell] in an unlinked temporary file beside the results.
/// `put` may be called from any thread, in any order of replicates; `read` after all puts.
/// A store made for `room` replicates begins with fewer and may grow to that many: what is there stays.
/// Errors: UserError 73 or 74 when the file cannot be made or written.
class ReplicateStore {
public:
    ReplicateStore(const std::filesystem::path& folder, ResultsAxes axes, std::vector<Variable> variables, std::size_t replicates,
                   std::size_t room = 0);
    ~ReplicateStore();
    ReplicateStore(const ReplicateStore&) = delete;
    ReplicateStore& operator=(const ReplicateStore&) = delete;

    /// Takes `replicates` in all from now on, not fewer than before and at most its room.
    void grow(std::size_t replicates);
    /// All variables of one scenario of one replicate: `values[v]` has axes.cells(variables[v]) entries,
    /// NaN where there is no value.
    void put(std::size_t replicate, std::size_t scenario, const std::vector<std::vector<double>>& values);
    /// One variable: [replicate][scenario][cell].
    [[nodiscard]] std::vector<double> read(std::size_t variable) const;

    [[nodiscard]] const ResultsAxes& axes() const noexcept;
    [[nodiscard]] const std::vector<Variable>& variables() const noexcept;
    /// Where a variable stands, or nothing.
    [[nodiscard]] std::optional<std::size_t> index_of(std::string_view name) const noexcept;
    [[nodiscard]] std::size_t replicates() const noexcept;

private:
    struct Implementation;
    std::unique_ptr<Implementation> implementation_;
};

}  // namespace spires
