#pragma once
// Reading a results file back.

#include "results/results_file.hpp"
#include "results/statistics.hpp"

#include <cstddef>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace spires {

/// One place in the results, by index along the axes. Sex: 0 persons, 1 female, 2 male.
struct ResultsCell {
    std::size_t scenario = 0, year = 0, area = 0, sex = 0;
};

/// An open results file. Errors, all UserError: 66 when there is no such file; 65 when it is not a results
/// file, is cut short or damaged, or has another schema version, and when a name is not in it.
class ResultsReader {
public:
    explicit ResultsReader(const std::filesystem::path& file);
    ~ResultsReader();
    ResultsReader(ResultsReader&&) noexcept;
    ResultsReader& operator=(ResultsReader&&) noexcept;

    [[nodiscard]] const std::filesystem::path& file() const noexcept;
    [[nodiscard]] const ResultsAxes& axes() const noexcept;
    /// In the order of the file.
    [[nodiscard]] const std::vector<Variable>& variables() const noexcept;
    [[nodiscard]] const ReplicateDesign& design() const noexcept;

    [[nodiscard]] bool has(std::string_view variable) const noexcept;
    [[nodiscard]] const Variable& variable(const std::string& name) const;
    /// Index of an area by code or name, whatever the case; of a year.
    [[nodiscard]] std::size_t area(const std::string& code_or_name) const;
    [[nodiscard]] std::size_t year(int year) const;

    /// Statistics of a variable at a cell; NaN where there is no value, and outside the city for what is
    /// known of the city alone.
    [[nodiscard]] Estimate level(const std::string& variable, const ResultsCell& cell) const;
    [[nodiscard]] Estimate difference(const std::string& variable, const ResultsCell& cell) const;
    [[nodiscard]] double probability_better(const std::string& variable, const ResultsCell& cell) const;

    /// The whole city, [scenario][replicate][year][sex].
    [[nodiscard]] const std::vector<double>& replicates(const std::string& variable) const;
    /// Where the spread of the difference from the baseline comes from; the area of the cell is the city.
    [[nodiscard]] SpreadParts difference_parts(const std::string& variable, const ResultsCell& cell) const;

    /// A whole dataset by its path, read anew each time, row by row; empty when there is none of that name.
    [[nodiscard]] std::vector<double> numbers(const std::string& path) const;
    [[nodiscard]] std::vector<std::string> texts(const std::string& path) const;
    /// The bytes of an input table, as they were when the run was made.
    [[nodiscard]] std::string input_table(const std::string& name) const;
    /// An attribute of the group or dataset at a path ("/" is the file), as text; empty when there is none.
    [[nodiscard]] std::string attribute(const std::string& path, const std::string& name) const;

private:
    struct Implementation;
    std::unique_ptr<Implementation> implementation_;
};

}  // namespace spires
