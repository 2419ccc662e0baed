#!/usr/bin/env bash
# Measures the shipped model in one process; one JSON object a line (docs/performance.md).
# Usage: scripts/benchmark.sh [--quick]        --quick: the headline figures, in under five minutes
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

scripts/dependencies.sh
# Standard output is kept for the figures.
cmake --preset release >&2
cmake --build --preset release --target benchmark -j "$(nproc)" >&2

exec build/release/benchmark "$@"
