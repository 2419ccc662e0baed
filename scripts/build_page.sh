#!/usr/bin/env bash
# Builds dashboard/built/report.html, the template that `spires report` fills. Only needed when dashboard/src
# has changed: the built page is committed. Needs Node 20 or later.
# Usage: scripts/build_page.sh
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../dashboard"
[[ $# == 0 ]] || { echo "usage: scripts/build_page.sh" >&2; exit 64; }
if ! command -v npm >/dev/null; then
  echo "Node is missing: apt-get install nodejs npm. The committed page works without it." >&2
  exit 69
fi

[[ -d node_modules ]] || npm ci --no-audit --no-fund >&2
npx tsc --noEmit
node build.mjs
