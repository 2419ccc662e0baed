#include "core/processors.hpp"

#include <malloc.h>
#include <sched.h>

#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <string>

namespace spires {

void release_memory() {
#ifdef __GLIBC__
    ::malloc_trim(0);
#endif
}

int available_processors() {
    if (const char* slurm = std::getenv("SLURM_CPUS_PER_TASK")) {
        const int count = std::atoi(slurm);
        if (count > 0) return count;
    }
    cpu_set_t mask;
    CPU_ZERO(&mask);
    return sched_getaffinity(0, sizeof mask, &mask) == 0 ? std::max(1, CPU_COUNT(&mask)) : 1;
}

std::size_t available_memory() {
    std::ifstream file("/proc/meminfo");
    std::string word;
    std::size_t kilobytes = 0;
    while (file >> word)
        if (word == "MemAvailable:" && file >> kilobytes) return kilobytes * 1024;
    return 0;
}

}  // namespace spires
