#include "support/spoilt_tables.hpp"

#include "core/error.hpp"
#include "support/city.hpp"

#include <fstream>
#include <sstream>

namespace spires::testing {

SpoiltTables::SpoiltTables() {
    using enum std::filesystem::copy_options;
    std::filesystem::copy(city::inputs(), folder_.path(), recursive | overwrite_existing);
}

SpoiltTables& SpoiltTables::append(const std::string& table, const std::string& line) {
    std::ofstream(folder_ / table, std::ios::app) << line << '\n';
    return *this;
}

SpoiltTables& SpoiltTables::drop(const std::string& table, const std::string& start) { return replace(table, start, ""); }

SpoiltTables& SpoiltTables::replace(const std::string& table, const std::string& start, const std::string& now) {
    std::ostringstream kept;
    std::ifstream in(folder_ / table);
    bool found = false;
    for (std::string line; std::getline(in, line);) {
        const bool here = line.starts_with(start);
        found = found || here;
        if (!here) kept << line << '\n';
        else if (!now.empty()) kept << now << '\n';
    }
    if (!found) throw std::logic_error(table + " has no line that begins with " + start);
    std::ofstream(folder_ / table) << kept.str();
    return *this;
}

std::string SpoiltTables::refusal(const std::function<void(const std::filesystem::path&)>& read) const {
    try {
        read(folder_.path());
    } catch (const UserError& error) {
        return error.code() == Exit::wrong_data ? error.what() : std::string("another code: ") + error.what();
    }
    return "";
}

}  // namespace spires::testing
