# The libraries of others, gathered in one target.

find_package(Boost 1.74 REQUIRED COMPONENTS program_options)  # Boost.Random: headers
find_package(TBB REQUIRED)
find_package(fmt REQUIRED)
find_package(nlohmann_json REQUIRED)
find_package(Threads REQUIRED)
find_package(ZLIB REQUIRED)  # the page's numbers

# CMake makes the high-level target only when C is asked for, and the three targets do not bring
# each other along: name all of them.
find_package(HDF5 REQUIRED COMPONENTS C CXX HL)

find_package(PkgConfig REQUIRED)
pkg_check_modules(HIGHWAY REQUIRED IMPORTED_TARGET libhwy)  # lanes of the yearly step

find_path(HTTPLIB_INCLUDE httplib.h REQUIRED)  # Debian splits it: a header and a library
find_library(HTTPLIB_LIBRARY cpp-httplib REQUIRED)
find_path(RANDOM123_INCLUDE Random123/threefry.h REQUIRED)
find_path(TOMLPLUSPLUS_INCLUDE toml++/toml.h REQUIRED)

add_library(spires_libraries INTERFACE)
target_include_directories(spires_libraries SYSTEM INTERFACE
  "${RANDOM123_INCLUDE}" "${TOMLPLUSPLUS_INCLUDE}")
target_link_libraries(spires_libraries INTERFACE
  Boost::headers Boost::program_options TBB::tbb fmt::fmt nlohmann_json::nlohmann_json
  PkgConfig::HIGHWAY ${HTTPLIB_LIBRARY} hdf5::hdf5_cpp hdf5::hdf5_hl hdf5::hdf5 Threads::Threads ZLIB::ZLIB)
# Kernels are built for AVX-512, AVX2 and any processor; the sets between would only lengthen the build.
target_compile_definitions(spires_libraries INTERFACE "HWY_DISABLED_TARGETS=(HWY_SSSE3|HWY_SSE4|HWY_AVX3_DL)")
