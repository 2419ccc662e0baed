#!/usr/bin/env bash
# Writes the exact values of tests/regression/golden anew. Run it when results were meant to change, and
# review the difference before it is committed.
# Usage: scripts/regenerate_golden.sh
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
[[ $# == 0 ]] || { echo "usage: scripts/regenerate_golden.sh" >&2; exit 64; }

cmake --preset ci
cmake --build --preset ci -j "$(nproc)" --target regression_tests
SPIRES_WRITE_GOLDEN=1 build/ci/tests/regression_tests --gtest_filter='Golden.*'
git --no-pager diff --stat -- tests/regression/golden
