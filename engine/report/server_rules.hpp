#pragma once
// What `spires serve` answers and what it refuses: the rules, apart from the network.

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace spires {

/// Hosts by which this server may be called: itself, on its port. A page elsewhere that points a name of its own
/// at this machine (DNS rebinding) calls it by that name, and is refused.
class HostRules {
public:
    HostRules(const std::string& address, int port);
    [[nodiscard]] bool host_is_ours(const std::string& host) const;
    /// The Origin a browser sends with what changes something; empty where there is none, as with curl.
    [[nodiscard]] bool origin_is_ours(const std::string& origin) const;

private:
    std::vector<std::string> hosts_;
};

/// Whether an address can only be reached from this machine.
[[nodiscard]] bool is_loopback(const std::string& address);

/// A results file below `folder` by its relative name; nothing when the name leads outside, through a link or
/// not, is no file, or does not end in .h5.
[[nodiscard]] std::optional<std::filesystem::path> results_below(const std::filesystem::path& folder, const std::string& name);
/// All of them, at most three folders deep, without those being written. Sorted.
[[nodiscard]] std::vector<std::string> all_results_below(const std::filesystem::path& folder);

/// Whether a scenario may be called so: small letters, digits and underscores, and not the baseline.
[[nodiscard]] bool is_stem(const std::string& stem);

}  // namespace spires
