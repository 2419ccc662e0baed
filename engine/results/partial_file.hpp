#pragma once
// A file that appears under its name only when it is whole.

#include <filesystem>

namespace spires {

/// Stands for `NAME.partial` while a file is written. Unless `commit` was reached, it is removed.
/// Errors: UserError 73 when the folder cannot be made, 74 when syncing or renaming fails.
class PartialFile {
public:
    explicit PartialFile(std::filesystem::path final_name);
    ~PartialFile();
    PartialFile(const PartialFile&) = delete;
    PartialFile& operator=(const PartialFile&) = delete;

    [[nodiscard]] const std::filesystem::path& path() const noexcept { return partial_; }
    /// Syncs to disk and renames. The file must be closed.
    void commit();

private:
    std::filesystem::path final_, partial_;
    bool committed_ = false;
};

}  // namespace spires
