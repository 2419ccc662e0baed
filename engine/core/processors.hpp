#pragma once
// What this process may use of the machine.

#include <cstddef>

namespace spires {

/// Cores: SLURM_CPUS_PER_TASK, else the affinity mask.
[[nodiscard]] int available_processors();
/// Bytes of memory that can be had without swapping; 0 when it cannot be told.
[[nodiscard]] std::size_t available_memory();
/// Gives memory that nothing is kept in back to the system, where the library can.
void release_memory();

}  // namespace spires
