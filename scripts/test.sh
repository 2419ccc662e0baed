#!/usr/bin/env bash
# Installs what is missing, builds with warnings as errors, and runs the tests.
# Usage: scripts/test.sh [--all]        --all runs the long tests too
# The last line counts the tests: N passed, N failed (and N skipped, if some were).
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

which_tests=(--label-exclude '^long$')
case "${1:-}" in
  "") ;;
  --all) which_tests=() ;;
  *) echo "usage: scripts/test.sh [--all]" >&2; exit 64 ;;
esac

passed=0 failed=0 skipped=0
finish() {
  local code=$?
  local line="$passed passed, $failed failed"
  [[ $skipped == 0 ]] || line+=", $skipped skipped"
  echo "$line"
  exit "$code"
}
trap finish EXIT

scripts/dependencies.sh --tests
cmake --preset ci
cmake --build --preset ci -j "$(nproc)"

report=$PWD/build/ci/tests.xml
rm -f "$report"
outcome=0
ctest --preset ci "${which_tests[@]}" -j "$(nproc)" --output-junit "$report" || outcome=$?

# The opening tag of the report holds the sums, one attribute a line.
count() { sed -n "1,/>\$/s/^[[:space:]]*$1=\"\([0-9]*\)\".*/\1/p" "$report" | head -n 1; }
if [[ -f $report ]]; then
  total=$(count tests) failed=$(count failures)
  skipped=$(($(count skipped) + $(count disabled)))
  passed=$((total - failed - skipped))
fi

[[ $outcome == 0 && $failed == 0 && $passed -gt 0 ]]
