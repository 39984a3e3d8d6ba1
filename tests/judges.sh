#!/usr/bin/env bash
# Has independent validators and feed readers judge the feeds we really write,
# and another writer of Word documents the way we read them (tests/judges/word.py).
#
#   tests/judges.sh                    builds the feeds of releases/ and judges them
#   DATELINE_OUT=dir tests/judges.sh   judges the feeds in dir and builds nothing
#
# Installs what is missing: Debian's packages on the system, the others below
# target/judges. After that it needs no network; readers get their feeds from a
# server on the loopback address. How judges work: tests/judges/run.py.
set -euo pipefail

out=${DATELINE_OUT:+$(realpath "$DATELINE_OUT")}
cd "$(dirname "$0")/.."
here=tests/judges
work=$PWD/target/judges
mkdir -p "$work"

as_root() {
  if [ "$(id -u)" -eq 0 ]; then "$@"; else sudo "$@"; fi
}

# A Debian package for each command that is not there.
missing=()
need() {
  command -v "$1" > /dev/null || missing+=("${@:2}")
}
need jing jing
need xmllint libxml2-utils
need newsboat newsboat
need sfeed sfeed
need sqlite3 sqlite3
need node nodejs
need npm npm
# What WeasyPrint sets its pages with.
ldconfig -p | grep -q libpangoft2-1.0 || missing+=(libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0 fonts-dejavu-core)
need python3 python3 python3-venv
# Debian's python3 comes without what makes a venv.
python3 -c 'import ensurepip' 2> /dev/null || missing+=(python3-venv)
if [ "${#missing[@]}" -gt 0 ]; then
  as_root apt-get update -q
  as_root env DEBIAN_FRONTEND=noninteractive apt-get install -qy --no-install-recommends "${missing[@]}"
fi

# Kept beside what it led to, a list tells on the next run that nothing is new.
if ! cmp -s "$here/requirements.txt" "$work/venv/requirements.txt"; then
  rm -rf "$work/venv"
  python3 -m venv "$work/venv"
  "$work/venv/bin/pip" install --quiet --disable-pip-version-check -r "$here/requirements.txt"
  cp "$here/requirements.txt" "$work/venv/"
fi
if ! cmp -s "$here/package-lock.json" "$work/node/installed.json"; then
  rm -rf "$work/node"
  mkdir "$work/node"
  cp "$here/package.json" "$here/package-lock.json" "$work/node/"
  npm ci --prefix "$work/node" --ignore-scripts --no-audit --no-fund --loglevel=error
  cp "$here/package-lock.json" "$work/node/installed.json"
fi

export NODE_MODULES=$work/node/node_modules PYTHONDONTWRITEBYTECODE=1
cargo build --release --quiet
dateline=${CARGO_TARGET_DIR:-target}/release/dateline
if [ -z "$out" ]; then
  out=$work/out
  rm -rf "$out"
  "$dateline" build --out "$out" > /dev/null
fi
# Other programs set our texts as Word documents and PDFs.
"$work/venv/bin/python" "$here/word.py" "$dateline" releases/*.txt tests/readings/*.txt
"$work/venv/bin/python" "$here/pdf.py" "$dateline" releases
exec "$work/venv/bin/python" "$here/run.py" "$out"
