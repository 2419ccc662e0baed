#!/usr/bin/env bash
# Installs the Debian packages that are missing. This is the one list of what Spires needs.
# Usage: scripts/dependencies.sh            what it takes to build and run
#        scripts/dependencies.sh --tests    what it takes to test, too
#        scripts/dependencies.sh --random   what scripts/test_random_words.sh takes, too
set -euo pipefail

packages=(
  g++ cmake ninja-build git       # compiler, build, commit in the version
  libboost-program-options-dev    # command line
  libboost-random-dev             # distributions of the synthesis and the parameters
  librandom123-dev                # counter-based random numbers
  libhwy-dev pkg-config           # lanes: many people at a time
  libhdf5-dev                     # results file
  zlib1g-dev                      # numbers in the page
  libtbb-dev                      # parallel blocks
  libfmt-dev                      # text
  libtomlplusplus-dev             # scenario files
  libcpp-httplib-dev              # spires serve
  nlohmann-json3-dev              # feeds, schema, run.json
)
test_packages=(
  libgtest-dev libgmock-dev       # C++ tests
  python3 python3-numpy           # tests of the input tables
  python3-h5py python3-xarray python3-netcdf4 python3-h5netcdf   # can others read the results?
)

case "${1:-}" in
  "") ;;
  --tests) packages+=("${test_packages[@]}") ;;
  --random) packages+=(dieharder) ;;
  *) echo "usage: scripts/dependencies.sh [--tests | --random]" >&2; exit 64 ;;
esac

if ! command -v dpkg-query >/dev/null; then
  echo "This is not Debian, so nothing is installed here. Needed: ${packages[*]}" >&2
  exit 0
fi

missing=()
for package in "${packages[@]}"; do
  # `dpkg -s` also knows packages that were removed; the status says which are there.
  status=$(dpkg-query -W -f='${db:Status-Status}' "$package" 2>/dev/null || true)
  [[ $status == installed ]] || missing+=("$package")
done
[[ ${#missing[@]} -gt 0 ]] || exit 0

as_root=()
if [[ $(id -u) != 0 ]]; then
  if ! command -v sudo >/dev/null; then
    echo "Packages are missing, and installing them takes root or sudo. As root:" >&2
    echo "  apt-get install --no-install-recommends ${missing[*]}" >&2
    exit 69
  fi
  as_root=(sudo)
fi

echo "installing: ${missing[*]}" >&2
apt=(env DEBIAN_FRONTEND=noninteractive apt-get -qq
  -o DPkg::Lock::Timeout=300 -o Dpkg::Use-Pty=0)
"${as_root[@]}" "${apt[@]}" update >&2
"${as_root[@]}" "${apt[@]}" install --no-install-recommends "${missing[@]}" >/dev/null
