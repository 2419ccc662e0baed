# The header version.hpp, written again at every build but touched only when something in it changed.
# Run by CMake as a script (with OUTPUT set) it writes the header; included, it makes the target.

if(CMAKE_SCRIPT_MODE_FILE)
  set(commit "unknown")
  find_program(git git)
  if(git AND EXISTS "${SOURCE}/.git")
    # --exclude=* keeps tags out, so that what is left is always the commit, and "-dirty" if edited.
    execute_process(
      COMMAND "${git}" -C "${SOURCE}" describe --always --dirty --abbrev=40 --exclude=*
      OUTPUT_VARIABLE described OUTPUT_STRIP_TRAILING_WHITESPACE ERROR_QUIET RESULT_VARIABLE failed)
    if(NOT failed AND described)
      set(commit "${described}")
    endif()
  endif()
  configure_file("${CMAKE_CURRENT_LIST_DIR}/version.hpp.in" "${OUTPUT}" @ONLY)
  return()
endif()

set(version_header "${PROJECT_BINARY_DIR}/generated/version.hpp")
add_custom_target(write_version
  COMMAND "${CMAKE_COMMAND}"
    "-DSOURCE=${PROJECT_SOURCE_DIR}" "-DOUTPUT=${version_header}" "-Dversion=${PROJECT_VERSION}"
    "-Dcompiler=${CMAKE_CXX_COMPILER_ID} ${CMAKE_CXX_COMPILER_VERSION}"
    -P "${CMAKE_CURRENT_LIST_DIR}/version.cmake"
  BYPRODUCTS "${version_header}"
  COMMENT "Version and commit" VERBATIM)

add_library(spires_version INTERFACE)
target_include_directories(spires_version INTERFACE "${PROJECT_BINARY_DIR}/generated")
add_dependencies(spires_version write_version)
