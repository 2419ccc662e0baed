#include "commands/latest.hpp"

#include <unistd.h>

#include <string>

namespace spires {

void point_latest_to(const std::filesystem::path& output) {
    namespace fs = std::filesystem;
    std::error_code failed;
    const fs::path folder = fs::absolute(output, failed).lexically_normal().parent_path(), above = folder.parent_path();
    if (failed || above.filename() != "outputs") return;
    const fs::path link = above / "latest";
    if (fs::exists(fs::symlink_status(link, failed)) && !fs::is_symlink(link)) return;
    // Made beside it and renamed: whoever reads through the link finds the old run or the new one, never none.
    const fs::path fresh = above / (".latest." + std::to_string(getpid()));
    fs::create_directory_symlink(folder.filename(), fresh, failed);
    if (failed) return;
    fs::rename(fresh, link, failed);
    if (failed) fs::remove(fresh, failed);
}

}  // namespace spires
