#!/usr/bin/env bash
# Has independent validators, feed readers and a browser judge the feeds and pages
# we really write, and other programs' documents the way we read them. Of the
# programs below tests/judges each says at its head what it is and what it refuses.
#
#   tests/judges.sh                    builds releases/ and more, and judges them
#   DATELINE_OUT=dir tests/judges.sh   judges what is in dir and builds nothing else
#
# Installs what is missing: Debian's packages on the system, the others below
# target/judges. After that it needs no network; readers get their feeds from a
# server on the loopback address, Chromium its pages from the folder. Pictures of
# the pages go to target/judges/screenshots. The last line is the total.
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
need mandoc mandoc
need soffice libreoffice-writer-nogui fonts-liberation
need java default-jre-headless
# Elsewhere than on Debian, Chrome may be there under its own name.
browser() {
  command -v chromium || command -v google-chrome || command -v google-chrome-stable
}
browser > /dev/null || missing+=(chromium)
fc-list 2> /dev/null | grep -q . || missing+=(fontconfig fonts-dejavu-core)
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
CHROMIUM=$(browser)
export CHROMIUM
python=$work/venv/bin/python

# Runs a judge, shows what it says, and adds its total to ours.
passed=0 failed=0
judged() {
  local status total='^([0-9]+) passed, ([0-9]+) failed.*' good=0 bad=0
  set +e
  "$@" | tee "$work/said" | grep -vE --line-buffered "$total"
  status=${PIPESTATUS[0]}
  set -e
  read -r good bad < <(sed -nE "s/$total/\1 \2/p" "$work/said" | tail -n 1) || true
  if [ "$status" -ne 0 ] && [ "${bad:-0}" -eq 0 ]; then
    echo "FAIL $(basename "$2"): exit code $status"
    bad=1
  fi
  passed=$((passed + ${good:-0})) failed=$((failed + ${bad:-0}))
}

# A newsroom built as it is, or at an instant that its releases are for.
built() {
  rm -rf "$work/out/$1"
  (cd "$2" && "$dateline" build --quiet "${@:3}" --out "$work/out/$1") > /dev/null
}

cargo build --release --quiet
dateline=$(realpath "${CARGO_TARGET_DIR:-target}/release/dateline")
folders=("$out") more=()
if [ -z "$out" ]; then
  rm -rf "$work/plenty"
  "$python" "$here/plenty.py" "$work/plenty"
  built own .
  built plenty "$work/plenty" --now 2026-11-01T12:00:00Z
  built rich tests/rich --now 2026-06-01T12:00:00+02:00
  for name in changes translations enclosures; do
    built "$name" "tests/golden/$name" --now "$(cat "tests/golden/$name/now")"
  done
  out=$work/out/own
  folders=("$out" "$work/out/plenty" "$work/out/rich" "$work/out/changes" "$work/out/translations" "$work/out/enclosures")
  more=("$work/out/plenty" "$work/out/plenty/archive/2")
fi
# Other programs set our texts as Word documents and PDFs.
judged "$python" "$here/word.py" "$dateline" releases/*.txt tests/readings/*.txt
judged "$python" "$here/pdf.py" "$dateline" releases
judged "$python" "$here/office.py" "$dateline" releases/*.txt tests/readings/{contact,embargo,kontakt,sperrfrist}*.txt
judged "$python" "$here/archive.py" "$dateline"
judged "$python" "$here/hub.py" "$dateline"
judged bash "$here/workflows.sh"
judged "$python" "$here/schema.py" "$dateline" releases/*.txt tests/readings/*.txt tests/html/*.html
rm -rf "$work/man" && "$dateline" man --out "$work/man" > /dev/null
judged bash "$here/manual.sh" "$work/man"
judged "$python" "$here/nu.py" "${folders[@]}"
judged node "$here/browser.mjs" --spoil --pictures "$work/screenshots" "${folders[@]}"
judged "$python" "$here/run.py" "$out" "${more[@]}"
echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ] && [ "$passed" -gt 0 ]
