#!/usr/bin/env bash
# Installs what is missing, builds, and runs the main job: two scenarios beside the baseline.
# Usage: scripts/run.sh [options of `spires run`]
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

scripts/dependencies.sh
# Standard output is kept for the results.
cmake --preset release >&2
cmake --build --preset release --target spires -j "$(nproc)" >&2

exec build/release/spires run scenarios/physical_activity.toml scenarios/early_years.toml "$@"
