# Tests: one GoogleTest program for each folder of tests/ that has sources, Python and R scripts where
# there are some, and the yardstick. Every entry of ctest carries the name of its folder as label;
# a GoogleTest whose name ends in `_long` carries the label `long` too.

set(tests_folder "${PROJECT_SOURCE_DIR}/tests")

if(SPIRES_REQUIRE_TESTS)
  find_package(GTest REQUIRED)
else()
  find_package(GTest)
endif()

# What tests share, compiled once for all of them.
function(add_test_support)
  file(GLOB_RECURSE support CONFIGURE_DEPENDS "${tests_folder}/support/*.cpp")
  add_library(test_support STATIC ${support})
  target_include_directories(test_support PUBLIC "${tests_folder}")
  target_link_libraries(test_support PUBLIC engine)
  target_compile_definitions(test_support PUBLIC SPIRES_SOURCE_FOLDER="${PROJECT_SOURCE_DIR}")
endfunction()

function(add_test_folder folder)
  file(GLOB_RECURSE sources CONFIGURE_DEPENDS "${tests_folder}/${folder}/*.cpp")
  if(NOT sources)
    return()
  endif()
  set(program ${folder}_tests)
  add_executable(${program} ${sources})
  set_target_properties(${program} PROPERTIES
    RUNTIME_OUTPUT_DIRECTORY "${PROJECT_BINARY_DIR}/tests")
  target_link_libraries(${program} PRIVATE test_support GTest::gmock GTest::gtest_main)
  target_compile_definitions(${program} PRIVATE SPIRES_PROGRAM="$<TARGET_FILE:spires>")
  add_dependencies(${program} spires)

  # PRE_TEST: the program is asked for its tests when ctest starts, not each time it is linked.
  set(common WORKING_DIRECTORY "${PROJECT_SOURCE_DIR}" DISCOVERY_MODE PRE_TEST
    DISCOVERY_TIMEOUT 60 TEST_PREFIX "${folder}.")
  gtest_discover_tests(${program} ${common} TEST_FILTER "-*_long:*_long/*"
    TEST_LIST ${folder}_list PROPERTIES LABELS ${folder} TIMEOUT 300)
  gtest_discover_tests(${program} ${common} TEST_FILTER "*_long:*_long/*"
    TEST_LIST ${folder}_long_list PROPERTIES TIMEOUT 3600)

  # A list does not survive the way through gtest_discover_tests: the second label is set after it.
  set(labels "${PROJECT_BINARY_DIR}/generated/${folder}_long_labels.cmake")
  file(CONFIGURE OUTPUT "${labels}" @ONLY CONTENT [[
if(@folder@_long_list)
  set_tests_properties(${@folder@_long_list} PROPERTIES LABELS "@folder@;long")
endif()
]])
  set_property(DIRECTORY APPEND PROPERTY TEST_INCLUDE_FILES "${labels}")
endfunction()

# A script ends with 0 when it passed, 77 when what it needs is not installed, anything else when it failed.
function(add_script_test folder script)
  get_filename_component(stem "${script}" NAME_WE)
  add_test(NAME ${folder}.${stem} COMMAND ${ARGN} WORKING_DIRECTORY "${PROJECT_SOURCE_DIR}")
  set_tests_properties(${folder}.${stem} PROPERTIES
    LABELS ${folder} TIMEOUT 600 SKIP_RETURN_CODE 77
    ENVIRONMENT "SPIRES=$<TARGET_FILE:spires>;EXAMPLE_RESULTS=${PROJECT_BINARY_DIR}/tests/example_results")
endfunction()

add_test_support()

# Writes a small results file for the readers of others.
if(EXISTS "${tests_folder}/interop/example_results.cpp")
  add_executable(example_results tests/interop/example_results.cpp)
  set_target_properties(example_results PROPERTIES RUNTIME_OUTPUT_DIRECTORY "${PROJECT_BINARY_DIR}/tests")
  target_link_libraries(example_results PRIVATE test_support)
endif()

if(GTest_FOUND)
  include(GoogleTest)
  foreach(folder unit property analytic integration regression)
    add_test_folder(${folder})
  endforeach()
else()
  message(STATUS "GoogleTest is not installed: the C++ tests are left out")
endif()

# Debian's own Python first: its modules (h5py, xarray) are not seen by another one in the PATH.
find_program(PYTHON3 python3 PATHS /usr/bin NO_DEFAULT_PATH)
find_program(PYTHON3 python3)
find_program(RSCRIPT Rscript)

if(PYTHON3)
  file(GLOB input_tests CONFIGURE_DEPENDS "${tests_folder}/inputs/test_*.py")
  foreach(script IN LISTS input_tests)
    get_filename_component(name "${script}" NAME)
    add_script_test(inputs "${script}"
      "${PYTHON3}" -B -m unittest discover -v -s tests/inputs -t tests/inputs -p ${name})
  endforeach()
  file(GLOB python_scripts CONFIGURE_DEPENDS "${tests_folder}/interop/*.py")
  foreach(script IN LISTS python_scripts)
    add_script_test(interop "${script}" "${PYTHON3}" -B "${script}")
  endforeach()
endif()
if(RSCRIPT)
  file(GLOB r_scripts CONFIGURE_DEPENDS "${tests_folder}/interop/*.R")
  foreach(script IN LISTS r_scripts)
    add_script_test(interop_r "${script}" "${RSCRIPT}" --vanilla "${script}")
  endforeach()
endif()

# The page in a real browser; each script says itself what it lacks.
file(GLOB browser_scripts CONFIGURE_DEPENDS "${tests_folder}/browser/test_*.mjs")
foreach(script IN LISTS browser_scripts)
  add_script_test(browser "${script}" "${tests_folder}/browser/run.sh" "${script}")
  get_filename_component(stem "${script}" NAME_WE)
  # They share one run of the model, so they take turns.
  set_property(TEST browser.${stem} APPEND PROPERTY ENVIRONMENT "BROWSER_TEST_FOLDER=${PROJECT_BINARY_DIR}/tests/browser")
  set_tests_properties(browser.${stem} PROPERTIES RESOURCE_LOCK browser)
endforeach()

# The step every speed is compared with. A library too, so that a benchmark can time both in one process.
if(EXISTS "${tests_folder}/benchmark/yardstick.cpp")
  add_library(yardstick_step STATIC tests/benchmark/yardstick.cpp)
  target_include_directories(yardstick_step PUBLIC "${tests_folder}")
  target_link_libraries(yardstick_step PRIVATE spires_flags)
  # The yardstick alone may use all the processor has: its numbers are thrown away, and without it the
  # library's random numbers take three times as long, which would flatter whatever we compare.
  include(CheckCXXCompilerFlag)
  check_cxx_compiler_flag(-march=native SPIRES_HAS_MARCH_NATIVE)
  if(SPIRES_HAS_MARCH_NATIVE)
    target_compile_options(yardstick_step PRIVATE -march=native)
  endif()
  add_executable(yardstick tests/benchmark/yardstick_main.cpp)
  target_link_libraries(yardstick PRIVATE spires_flags yardstick_step)
endif()

# How fast the shipped model is; scripts/benchmark.sh runs it.
add_executable(benchmark tests/benchmark/benchmark.cpp tests/benchmark/city.cpp tests/benchmark/shares.cpp)
target_link_libraries(benchmark PRIVATE engine yardstick_step)
target_include_directories(benchmark PRIVATE "${tests_folder}")
target_compile_definitions(benchmark PRIVATE SPIRES_SOURCE_FOLDER="${PROJECT_SOURCE_DIR}")

# What scenarios cost beside the baseline.
add_executable(forks tests/benchmark/forks.cpp)
target_link_libraries(forks PRIVATE engine)
target_compile_definitions(forks PRIVATE SPIRES_SOURCE_FOLDER="${PROJECT_SOURCE_DIR}")

# The step's random words, for a suite of statistical tests; scripts/test_random_words.sh runs it.
add_executable(words EXCLUDE_FROM_ALL tests/statistics/words.cpp)
target_link_libraries(words PRIVATE engine)
