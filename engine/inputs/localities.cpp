#include "inputs/localities.hpp"

#include "core/table.hpp"
#include "core/text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>

namespace spires {

void read_localities(const std::filesystem::path& file, Places& places) {
    if (!std::filesystem::is_regular_file(file))
        throw UserError(Exit::input_missing, file.string() + ": error: there is no such file; `--localities` takes a table of your own with the columns place and locality");
    const Table table = Table::read(file, {"place", "locality"});
    std::vector<std::string> codes;
    for (const auto& place : places.places) codes.push_back(place.code);
    Problems problems;
    std::map<std::size_t, std::size_t> first_row;  // by place
    std::map<std::string, std::vector<std::size_t>> places_of;
    for (std::size_t row = 0; row < table.rows(); ++row) {
        const std::string code(table.text(row, "place")), name(table.text(row, "locality"));
        const auto found = static_cast<std::size_t>(std::ranges::find(codes, code) - codes.begin());
        if (name.empty()) problems.add(table.where(row, "locality"), fmt::format("{} has no locality; name one or take the line out", code));
        if (found == codes.size()) {
            problems.add(table.where(row, "place"), fmt::format("unknown place '{}'{}; places are the codes of places.csv", code, suggestion(code, codes)));
        } else if (const auto [earlier, fresh] = first_row.emplace(found, row); !fresh) {
            problems.add(table.where(row, "place"), fmt::format("{} stands in line {} too; a place belongs to one locality", code, table.where(earlier->second, "place").line));
        } else {
            places_of[name].push_back(found);
        }
    }
    if (table.rows() == 0) problems.add({file.string(), 0, 0}, "no locality is named; add lines or leave the file out");
    problems.throw_if_any();
    for (const auto& [name, members] : places_of) {
        for (const std::size_t place : members) places.places[place].locality = static_cast<std::int16_t>(places.localities.size());
        places.localities.push_back(name);
    }
}

}  // namespace spires
