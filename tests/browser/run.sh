#!/usr/bin/env bash
# Runs one browser test, or says in a line what is missing and ends with 77 (skipped).
# Usage: tests/browser/run.sh tests/browser/test_NAME.mjs [WORDS]      SPIRES names the program
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."

skip() { echo "skipped: $1"; exit 77; }
command -v node >/dev/null || skip "node is not installed"
CHROMIUM=${CHROMIUM:-$(command -v chromium || command -v chromium-browser || true)}
[[ -n $CHROMIUM ]] || skip "chromium is not installed"
[[ -d dashboard/node_modules/playwright-core ]] || skip "playwright-core is not installed: run npm ci in dashboard/"
PYTHON=${PYTHON:-/usr/bin/python3}
"$PYTHON" -c 'import h5py' 2>/dev/null || skip "python3-h5py is not installed"
[[ -x ${SPIRES:-} ]] || skip "SPIRES does not name the program"
export CHROMIUM PYTHON SPIRES
exec node "$@"
