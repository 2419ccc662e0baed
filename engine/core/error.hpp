#pragma once
// Errors a user can cause, with the exit code that scripts rely on.

#include <stdexcept>
#include <string>
#include <vector>

namespace spires {

/// The documented exit codes of the program (sysexits where one fits).
enum class Exit : int {
    done = 0,
    wrong_usage = 64,
    wrong_data = 65,
    input_missing = 66,
    service_missing = 69,
    our_fault = 70,
    cannot_create = 73,
    reading_or_writing_failed = 74,
    checkpoint = 75,
};

/// Something the user can put right. `what()` holds one line a problem.
class UserError : public std::runtime_error {
public:
    UserError(Exit code, const std::string& message) : std::runtime_error(message), code_(code) {}
    [[nodiscard]] Exit code() const noexcept { return code_; }

private:
    Exit code_;
};

/// Where in a user's file a problem sits; line and column count from 1, 0 means unknown.
struct Location {
    std::string file;
    std::size_t line = 0;
    std::size_t column = 0;
};

/// "file:line:column", leaving out what is unknown.
[[nodiscard]] std::string to_string(const Location& where);

/// All problems of meaning found so far, so that a user can mend a file in one go.
class Problems {
public:
    void add(const Location& where, const std::string& message);
    void add(const std::string& line) { lines_.push_back(line); }
    [[nodiscard]] bool empty() const noexcept { return lines_.empty(); }
    [[nodiscard]] const std::vector<std::string>& lines() const noexcept { return lines_; }
    /// Throws a UserError with every line when there is any.
    void throw_if_any(Exit code = Exit::wrong_data) const;

private:
    std::vector<std::string> lines_;
};

}  // namespace spires
