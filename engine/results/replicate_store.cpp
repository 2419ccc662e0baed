#include "results/replicate_store.hpp"

#include "core/error.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <atomic>
#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <fcntl.h>
#include <stdexcept>
#include <string>
#include <system_error>
#include <unistd.h>

namespace spires {

namespace {

[[noreturn]] void fail(Exit code, const std::filesystem::path& folder, const char* what, int number) {
    throw UserError(code, fmt::format("{}: error: cannot {} the temporary file of replicates: {}", folder.string(),
                                      what, std::strerror(number)));
}

/// A file without a name: it goes when the process does, however that ends.
int open_unlinked(const std::filesystem::path& folder) {
    std::error_code error;
    std::filesystem::create_directories(folder.empty() ? "." : folder, error);
    std::string name = (folder / ".replicates.XXXXXX").string();
    const int descriptor = ::mkostemp(name.data(), O_CLOEXEC);
    if (descriptor < 0) fail(Exit::cannot_create, folder, "create", errno);
    ::unlink(name.c_str());
    return descriptor;
}

/// Takes the room now, so that a full disk is found before the run and not after it.
void reserve(int descriptor, std::size_t bytes, const std::filesystem::path& folder) {
    if (bytes == 0 || ::fallocate(descriptor, 0, 0, static_cast<off_t>(bytes)) == 0) return;
    if (errno == EOPNOTSUPP || errno == ENOSYS || errno == EINTR) return;  // not every file system can
    const int number = errno;
    fail(Exit::cannot_create, folder,
         fmt::format("reserve {:.1f} MB for", static_cast<double>(bytes) / 1e6).c_str(), number);
}

void write_all(int descriptor, const std::vector<double>& values, std::size_t at, const std::filesystem::path& folder) {
    const char* from = reinterpret_cast<const char*>(values.data());
    std::size_t left = values.size() * sizeof(double);
    while (left > 0) {
        const ssize_t done = ::pwrite(descriptor, from, left, static_cast<off_t>(at));
        if (done < 0 && errno == EINTR) continue;
        if (done <= 0) fail(Exit::reading_or_writing_failed, folder, "write", done < 0 ? errno : ENOSPC);
        from += done;
        at += static_cast<std::size_t>(done);
        left -= static_cast<std::size_t>(done);
    }
}

void read_all(int descriptor, std::vector<double>& values, std::size_t at, const std::filesystem::path& folder) {
    char* to = reinterpret_cast<char*>(values.data());
    std::size_t left = values.size() * sizeof(double);
    while (left > 0) {
        const ssize_t done = ::pread(descriptor, to, left, static_cast<off_t>(at));
        if (done < 0 && errno == EINTR) continue;
        if (done <= 0) fail(Exit::reading_or_writing_failed, folder, "read", done < 0 ? errno : EIO);
        to += done;
        at += static_cast<std::size_t>(done);
        left -= static_cast<std::size_t>(done);
    }
}

}  // namespace

struct ReplicateStore::Implementation {
    std::filesystem::path folder;
    ResultsAxes axes;
    std::vector<Variable> variables;
    std::size_t replicates, room;
    std::vector<std::size_t> starts;  ///< first byte of each variable, and the end
    int descriptor = -1;
    std::atomic<std::size_t> puts{0};

    Implementation(std::filesystem::path folder_, ResultsAxes axes_, std::vector<Variable> variables_, std::size_t n, std::size_t most)
        : folder(std::move(folder_)), axes(std::move(axes_)), variables(std::move(variables_)), replicates(n), room(std::max(n, most)), starts{0} {
        for (const Variable& variable : variables) {
            starts.push_back(starts.back() + room * axes.scenarios.size() * axes.cells(variable) * sizeof(double));
        }
        descriptor = open_unlinked(folder);
    }
    ~Implementation() {
        if (descriptor >= 0) ::close(descriptor);
    }
    Implementation(const Implementation&) = delete;
    Implementation& operator=(const Implementation&) = delete;
};

ReplicateStore::ReplicateStore(const std::filesystem::path& folder, ResultsAxes axes, std::vector<Variable> variables,
                               std::size_t replicates, std::size_t room)
    : implementation_(std::make_unique<Implementation>(folder, std::move(axes), std::move(variables), replicates, room)) {
    // With room to grow the file has holes where nothing is yet, and takes the disk as it is filled.
    if (implementation_->room == replicates) reserve(implementation_->descriptor, implementation_->starts.back(), folder);
}

ReplicateStore::~ReplicateStore() = default;

void ReplicateStore::grow(std::size_t replicates) {
    Implementation& own = *implementation_;
    if (replicates < own.replicates || replicates > own.room) throw std::logic_error("the store has no room for so many replicates");
    own.replicates = replicates;
}

void ReplicateStore::put(std::size_t replicate, std::size_t scenario, const std::vector<std::vector<double>>& values) {
    Implementation& own = *implementation_;
    if (replicate >= own.replicates || scenario >= own.axes.scenarios.size() || values.size() != own.variables.size()) {
        throw std::logic_error("values of a replicate do not fit the results");
    }
    for (std::size_t v = 0; v < values.size(); ++v) {
        const std::size_t cells = own.axes.cells(own.variables[v]);
        if (values[v].size() != cells) {
            throw std::logic_error(fmt::format("{} has {} values where {} belong", own.variables[v].name,
                                               values[v].size(), cells));
        }
        const std::size_t row = replicate * own.axes.scenarios.size() + scenario;
        write_all(own.descriptor, values[v], own.starts[v] + row * cells * sizeof(double), own.folder);
    }
    own.puts.fetch_add(1, std::memory_order_relaxed);
}

std::vector<double> ReplicateStore::read(std::size_t variable) const {
    const Implementation& own = *implementation_;
    // What was never written would read as zero, and a zero is a result.
    if (own.puts.load() != own.replicates * own.axes.scenarios.size()) {
        throw std::logic_error("results are read before every replicate has been stored");
    }
    std::vector<double> values(own.replicates * own.axes.scenarios.size() * own.axes.cells(own.variables.at(variable)));
    read_all(own.descriptor, values, own.starts[variable], own.folder);
    return values;
}

const ResultsAxes& ReplicateStore::axes() const noexcept { return implementation_->axes; }
const std::vector<Variable>& ReplicateStore::variables() const noexcept { return implementation_->variables; }
std::optional<std::size_t> ReplicateStore::index_of(std::string_view name) const noexcept {
    const auto found = std::ranges::find(variables(), name, &Variable::name);
    return found == variables().end() ? std::nullopt : std::optional(static_cast<std::size_t>(found - variables().begin()));
}
std::size_t ReplicateStore::replicates() const noexcept { return implementation_->replicates; }

}  // namespace spires
