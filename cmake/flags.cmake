# Compiler flags of everything we build.

add_library(spires_flags INTERFACE)

# -ffp-contract=off: a fused multiply-add rounds once where two operations round twice, and which of
#   the two is made depends on the compiler and the processor. Results must not.
# No -march=native, for the same reason, and so that a program built here runs elsewhere.
# -fno-math-errno changes no value; it only spares the bookkeeping of errno.
# -fopenmp-simd: the `simd` pragmas alone; threads are TBB's.
target_compile_options(spires_flags INTERFACE
  -ffp-contract=off -fno-math-errno -fopenmp-simd
  -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wnon-virtual-dtor -Woverloaded-virtual
  -Wcast-align -Wcast-qual -Wimplicit-fallthrough -Wundef -Wunused
  $<$<CXX_COMPILER_ID:GNU>:-Wduplicated-cond;-Wduplicated-branches;-Wlogical-op>)

# GCC 12 sometimes joins two halves of a vector through an MMX register and leaves the x87 unit unusable:
# every long double after it is no number. Nothing of ours wants MMX.
include(CheckCXXCompilerFlag)
check_cxx_compiler_flag(-mno-mmx SPIRES_HAS_NO_MMX)
if(SPIRES_HAS_NO_MMX)
  target_compile_options(spires_flags INTERFACE -mno-mmx)
endif()

# False alarms of GCC 12 when it optimises: "text" + std::string taken for overlapping memory (its bug
# 105651), and the fill characters of fmt for an overflow.
target_compile_options(spires_flags INTERFACE
  $<$<CXX_COMPILER_ID:GNU>:-Wno-restrict;-Wno-stringop-overflow;-Wno-stringop-overread>)

if(SPIRES_WARNINGS_AS_ERRORS)
  # Warnings that follow the flow through inlined library code are told, but do not stop the build:
  # they change with the optimiser, not with the source.
  target_compile_options(spires_flags INTERFACE -Werror
    $<$<CXX_COMPILER_ID:GNU>:-Wno-error=array-bounds;-Wno-error=maybe-uninitialized>)
endif()

if(SPIRES_SANITIZE)
  target_compile_options(spires_flags INTERFACE
    -fsanitize=${SPIRES_SANITIZE} -fno-sanitize-recover=all -fno-omit-frame-pointer)
  target_link_options(spires_flags INTERFACE -fsanitize=${SPIRES_SANITIZE})
endif()
