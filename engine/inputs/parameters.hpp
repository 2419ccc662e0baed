#pragma once
// Single figures of the model, each with its source and its uncertainty (`parameters.csv`).

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace spires {

struct Parameter {
    std::string name;
    double value = 0, lower = 0, upper = 0;
    std::string distribution;  ///< fixed, lognormal, beta, gamma
    std::string unit, description, source, standing;
};

class Parameters {
public:
    static Parameters read(const std::filesystem::path& inputs);
    /// The value of a parameter; a UserError (65) names the table when it is missing.
    [[nodiscard]] double operator[](std::string_view name) const;
    /// The whole entry of a parameter; the same error.
    [[nodiscard]] const Parameter& entry(std::string_view name) const;
    [[nodiscard]] const std::vector<Parameter>& all() const noexcept { return parameters_; }
    [[nodiscard]] std::vector<std::string> names() const;
    /// The table they were read from, as errors name it.
    [[nodiscard]] const std::string& file() const noexcept { return file_; }
    void set(std::string_view name, double value);

private:
    std::string file_;
    std::vector<Parameter> parameters_;
};

}  // namespace spires
