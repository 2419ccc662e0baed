#include "report/server_rules.hpp"

#include <algorithm>

namespace spires {

namespace fs = std::filesystem;

HostRules::HostRules(const std::string& address, int port) {
    const std::string colon = ":" + std::to_string(port);
    for (const std::string& name : {std::string("127.0.0.1"), std::string("localhost"), std::string("[::1]"), address}) hosts_.push_back(name + colon);
}

bool HostRules::host_is_ours(const std::string& host) const { return std::ranges::find(hosts_, host) != hosts_.end(); }

bool HostRules::origin_is_ours(const std::string& origin) const {
    return origin.empty() || (origin.starts_with("http://") && host_is_ours(origin.substr(7)));
}

bool is_loopback(const std::string& address) { return address == "localhost" || address == "::1" || address.starts_with("127."); }

std::optional<fs::path> results_below(const fs::path& folder, const std::string& name) {
    std::error_code failed;
    const fs::path root = fs::canonical(folder, failed);
    if (failed || name.empty() || name.find('\0') != std::string::npos) return {};
    const fs::path file = fs::canonical(root / name, failed);
    if (failed || file.extension() != ".h5" || !fs::is_regular_file(file, failed)) return {};
    const bool inside = std::mismatch(root.begin(), root.end(), file.begin(), file.end()).first == root.end();
    return inside ? std::optional(file) : std::nullopt;
}

std::vector<std::string> all_results_below(const fs::path& folder) {
    std::vector<std::string> names;
    std::error_code failed;
    // Links are not followed, so `latest` does not show a run twice.
    auto at = fs::recursive_directory_iterator(folder, fs::directory_options::skip_permission_denied, failed);
    for (; !failed && at != fs::recursive_directory_iterator(); at.increment(failed)) {
        if (at.depth() >= 3) at.disable_recursion_pending();
        if (at->path().extension() == ".h5" && fs::is_regular_file(at->symlink_status(failed))) names.push_back(fs::relative(at->path(), folder, failed).generic_string());
    }
    std::ranges::sort(names);
    return names;
}

bool is_stem(const std::string& stem) {
    return !stem.empty() && stem.size() <= 60 && stem != "baseline" &&
           std::ranges::all_of(stem, [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_'; });
}

}  // namespace spires
