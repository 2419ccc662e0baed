#include "report/write_text.hpp"

#include "core/error.hpp"
#include "results/partial_file.hpp"

#include <fmt/format.h>

#include <fstream>

namespace spires {

void write_text(const std::filesystem::path& file, std::string_view text) {
    PartialFile partial(file);
    {
        std::ofstream out(partial.path(), std::ios::binary);
        if (!out) throw UserError(Exit::cannot_create, fmt::format("{}: error: cannot be created", file.string()));
        out << text;
        if (!out.flush()) throw UserError(Exit::reading_or_writing_failed, fmt::format("{}: error: could not be written whole; is the disk full?", file.string()));
    }
    partial.commit();
}

}  // namespace spires
