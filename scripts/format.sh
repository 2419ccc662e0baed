#!/usr/bin/env bash
# Checks the layout of all C++ files against .clang-format. Usage: scripts/format.sh [--fix]
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

how=(--dry-run --Werror)
case "${1:-}" in
  "") ;;
  --fix) how=(-i) ;;
  *) echo "usage: scripts/format.sh [--fix]" >&2; exit 64 ;;
esac
if ! command -v clang-format >/dev/null; then
  echo "clang-format is missing: apt-get install clang-format" >&2
  exit 69
fi

find engine tests -name '*.cpp' -o -name '*.hpp' | sort | xargs -r clang-format "${how[@]}"
