#include "results/partial_file.hpp"

#include "core/error.hpp"

#include <fmt/format.h>

#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <system_error>
#include <unistd.h>

namespace spires {

namespace {

void sync(const std::filesystem::path& path, int flags) {
    const int descriptor = ::open(path.c_str(), flags | O_CLOEXEC);
    const bool failed = descriptor < 0 || ::fsync(descriptor) != 0;
    const int number = errno;
    if (descriptor >= 0) ::close(descriptor);
    // A folder that cannot be synced (some network file systems) still holds the file.
    if (failed && (flags & O_DIRECTORY) == 0) {
        throw UserError(Exit::reading_or_writing_failed,
                        fmt::format("{}: error: cannot write to disk: {}", path.string(), std::strerror(number)));
    }
}

}  // namespace

PartialFile::PartialFile(std::filesystem::path final_name)
    : final_(std::move(final_name)), partial_(final_.string() + ".partial") {
    std::error_code error;
    if (final_.has_parent_path()) std::filesystem::create_directories(final_.parent_path(), error);
    if (error) {
        throw UserError(Exit::cannot_create, fmt::format("{}: error: cannot create the folder: {}",
                                                         final_.parent_path().string(), error.message()));
    }
}

PartialFile::~PartialFile() {
    std::error_code ignored;
    if (!committed_) std::filesystem::remove(partial_, ignored);
}

void PartialFile::commit() {
    sync(partial_, O_RDONLY);
    std::error_code error;
    std::filesystem::rename(partial_, final_, error);
    if (error) {
        throw UserError(Exit::reading_or_writing_failed,
                        fmt::format("{}: error: cannot be named so: {}", final_.string(), error.message()));
    }
    committed_ = true;
    sync(final_.has_parent_path() ? final_.parent_path() : ".", O_RDONLY | O_DIRECTORY);
}

}  // namespace spires
