#pragma once
// Writing to disk so that HDF5 survives a full one.

#include <hdf5.h>

namespace spires::hdf5 {

/// HDF5 cannot close a file of which it could not write something, and then crashes at the end of the
/// program: a full disk would look like a fault of ours. This is its ordinary driver, except that a write
/// that fails is remembered, and HDF5 is told that all is well. Who writes a file asks `failed_write`
/// before it takes the file for whole. One file at a time, like all of HDF5 here.
void use_forgiving_driver(hid_t file_access);

/// The system's error number of the first write that failed since `use_forgiving_driver`; 0 when none did.
[[nodiscard]] int failed_write() noexcept;

}  // namespace spires::hdf5
