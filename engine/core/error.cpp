#include "core/error.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

namespace spires {

std::string to_string(const Location& where) {
    if (where.line == 0) return where.file;
    if (where.column == 0) return fmt::format("{}:{}", where.file, where.line);
    return fmt::format("{}:{}:{}", where.file, where.line, where.column);
}

void Problems::add(const Location& where, const std::string& message) {
    std::string line = to_string(where) + ": error: " + message;
    if (std::ranges::find(lines_, line) == lines_.end()) lines_.push_back(std::move(line));  // a file may be included twice
}

void Problems::throw_if_any(Exit code) const {
    if (!lines_.empty()) throw UserError(code, fmt::format("{}", fmt::join(lines_, "\n")));
}

}  // namespace spires
