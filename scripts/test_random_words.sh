#!/usr/bin/env bash
# Puts the random words of the yearly step to dieharder's tests (docs/decisions/0002-counter-based-random-numbers.md).
# Takes one to two hours. A test whose p-value is weak goes on until it fails or passes (-Y 1).
# Usage: scripts/test_random_words.sh [options of dieharder, such as -d 0 for one test]
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

scripts/dependencies.sh --random
cmake --preset release >&2
cmake --build --preset release --target words -j "$(nproc)" >&2

if [ $# -eq 0 ]; then set -- -a; fi
build/release/words | dieharder -g 200 -Y 1 -k 2 "$@"
