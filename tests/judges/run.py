"""Has every judge read the feeds of one folder, then feeds spoilt for it.

    run.py OUT [MORE...]   OUT holds rss.xml, atom.xml and feed.json; folders
                           below it that hold the three (a language, a subject)
                           are judged too. So is each of MORE, and not what is
                           below it; no feed of theirs is spoilt.

A judge is a file NAME.judge.py, .mjs or .sh in this folder, called with the
path of a feed and its address on a loopback server. Comments in it say:

    reads: rss.xml atom.xml      the files it is for; `.` is the whole folder
    gives: id title content      what it read, see below
    spoilt: rss.xml cut -> EOF   what it must refuse: a way of spoil.py's to
                                 spoil a file, and what its reason must match

A judge without `gives` exits with 0 when it is content and else says why. One
with `gives` is a reader: it prints a JSON object of what it read,
{"feed": {...}, "entries": [{"id", "title", ...}]}, and we compare that with
what lxml reads in atom.xml, so an entry that gets lost on the way is noticed.
"""

import functools
import http.server
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
import threading
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime
from email.utils import parsedate_to_datetime
from pathlib import Path
from urllib.parse import quote, urljoin

import lxml.etree
import lxml.html

import spoil

HERE = Path(__file__).resolve().parent
TRIO = ("rss.xml", "atom.xml", "feed.json")
TYPES = {
    "rss.xml": "application/rss+xml; charset=utf-8",
    "atom.xml": "application/atom+xml; charset=utf-8",
    "feed.json": "application/feed+json; charset=utf-8",
}
ATOM = "{http://www.w3.org/2005/Atom}"
MEDIA = "{http://search.yahoo.com/mrss/}"
# Every reader sees the same clock zone and alphabet, and no proxy.
ENV = {k: v for k, v in os.environ.items() if not k.lower().endswith("_proxy")}
ENV |= {"LC_ALL": "C.UTF-8", "TZ": "UTC", "PYTHONDONTWRITEBYTECODE": "1"}
PROGRAM = {".py": sys.executable, ".mjs": "node", ".sh": "bash"}


class Judge:
    def __init__(self, path):
        self.path, self.name = path, path.name.split(".")[0]
        said = re.findall(r"^(?:#|//) (reads|gives|spoilt): (.+)$", path.read_text(), re.M)
        self.reads = " ".join(v for k, v in said if k == "reads").split()
        self.gives = " ".join(v for k, v in said if k == "gives").split()
        self.spoilt = [re.fullmatch(r"(\S+) (\S+) -> (.+)", v).groups() for k, v in said if k == "spoilt"]
        if not self.reads or not self.spoilt:
            sys.exit(f"{path.name}: says neither what it reads nor what it refuses")

    def ask(self, folder, file, address, expected):
        """Why the judge refuses the file: '' when it does not."""
        command = [PROGRAM[self.path.suffix], self.path, folder / file, urljoin(address, quote(file))]
        text = {"encoding": "utf-8", "errors": "replace"}
        try:
            ran = subprocess.run(
                command, env=ENV, stdin=subprocess.DEVNULL, capture_output=True, timeout=90, **text
            )
        except subprocess.TimeoutExpired:
            return "no answer in 90 seconds"
        if ran.returncode:
            said = (ran.stdout + ran.stderr).replace(f"{folder}/", "")
            return brief(said) or f"exit code {ran.returncode}"
        if not self.gives:
            return ""
        if isinstance(expected, Exception):
            return f"atom.xml gives nothing to compare with: {expected}"
        try:
            return "\n".join(compare(json.loads(ran.stdout), expected, self.gives, file))
        except ValueError as fault:
            return f"printed no JSON: {fault}"


def brief(said):
    """Of a program that fell over, the error without the way there."""
    lines = said.strip().splitlines()
    if any(line.startswith("Traceback") for line in lines):
        return lines[-1]
    return next((line for line in lines if re.match(r"\w*Error: ", line)), "\n".join(lines))


def expectation(folder):
    """What a reader has to find, by lxml from atom.xml alone."""
    feed = lxml.etree.parse(folder / "atom.xml").getroot()

    def links(node, rel):
        return [a.get("href") for a in node.findall(ATOM + "link") if a.get("rel", "alternate") == rel]

    def entry(node):
        html = node.findtext(ATOM + "content")
        pictures = {m.get("url") for m in node.iter(MEDIA + "content")}
        return {
            "id": node.findtext(ATOM + "id"),
            "title": node.findtext(ATOM + "title"),
            "link": links(node, "alternate")[0],
            "published": node.findtext(ATOM + "published"),
            "updated": node.findtext(ATOM + "updated"),
            "content": html,
            "words": html,
            "categories": [c.get("label") for c in node.findall(ATOM + "category")],
            "media": sorted(pictures | set(links(node, "enclosure"))),
        }

    return {
        "feed": {
            "title": feed.findtext(ATOM + "title"),
            "link": links(feed, "alternate")[0],
            "self": links(feed, "self")[0],
            "hubs": links(feed, "hub"),
        },
        "entries": [entry(e) for e in feed.findall(ATOM + "entry")],
    }


def instant(value):
    if isinstance(value, (int, float)) or re.fullmatch(r"\d+", value):
        return int(value)
    read = datetime.fromisoformat if re.match(r"\d{4}-", value) else parsedate_to_datetime
    return int(read(value).timestamp())


def words(html):
    return " ".join(lxml.html.fromstring(f"<div>{html}</div>").text_content().split())


# What may differ in writing while saying the same. Readers trim texts.
SAME = {
    "published": instant,
    "updated": instant,
    "words": words,
    "media": sorted,
    "content": str.strip,
}


def compare(got, expected, fields, file):
    want_feed = dict(expected["feed"])
    want_feed["self"] = urljoin(want_feed["self"], file)
    for key, value in got.get("feed", {}).items():
        if value != want_feed[key]:
            yield f"feed {key}: {value!r}, not {want_feed[key]!r}"

    wanted = {e["id"]: e for e in expected["entries"]}
    read = {e.get("id"): e for e in got["entries"]}
    if len(got["entries"]) != len(expected["entries"]):
        yield f"entries: {len(got['entries'])} read, {len(expected['entries'])} in atom.xml"
    for missing in sorted(wanted.keys() - read.keys()):
        yield f"id {missing!r}: not read"
    for strange in sorted(read.keys() - wanted.keys(), key=str):
        yield f"id {strange!r}: not in atom.xml"
    for key in sorted(wanted.keys() & read.keys()):
        for field in fields:
            same = SAME.get(field, lambda value: value)
            want, value = wanted[key][field], read[key].get(field)
            try:
                if value is None or same(value) != same(want):
                    yield f"{field} of {key}: {value!r:.300}, not {want!r:.300}"
            except (ValueError, TypeError) as fault:
                yield f"{field} of {key}: {value!r:.300}: {fault}"


class Server(http.server.SimpleHTTPRequestHandler):
    """As a host should serve feeds; readers complain about other types."""

    def guess_type(self, path):
        return TYPES.get(Path(path).name, "application/octet-stream")

    def log_message(self, *_):
        pass


def real_tasks(judges, out, more, expected):
    """(judge, what to ask it, the line to print, the reason looked for)"""
    for folder in expected:
        if folder in more:
            at, below = f"more/{more.index(folder)}/", Path(*folder.parts[-3:])
        else:
            below = folder.relative_to(out)
            at = f"out/{below}/" if below.parts else "out/"
        for judge in judges:
            for file in judge.reads:
                yield judge, (folder, file, at, expected[folder]), str(below / file), None


def spoilt_tasks(judges, out, expected, scratch):
    for number, (judge, (file, way, reason)) in enumerate((j, s) for j in judges for s in j.spoilt):
        folder = scratch / str(number)
        folder.mkdir()
        for name in TRIO:
            shutil.copy(out / name, folder)
        asked = folder, "." if "." in judge.reads else file, f"{number}/", expected[out]
        try:
            (folder / file).write_bytes(spoil.spoil(way, (folder / file).read_bytes()))
        except spoil.NothingToSpoil:
            asked = None
        yield judge, asked, f"{file} spoilt: {way}", reason


def verdict(root, task):
    """(judge, passed or failed or skipped, the line to print)"""
    judge, asked, label, reason = task
    if asked is None:
        return judge, "skipped", f"skip {judge.name}  {label}: nothing there to spoil"
    folder, file, at, expected = asked
    why = judge.ask(folder, file, root + at, expected)
    if reason is None and not why:
        return judge, "passed", f"ok   {judge.name}  {label}"
    if reason is not None:
        said = next((line.strip() for line in why.splitlines() if re.search(reason, line)), None)
        if said:
            return judge, "passed", f"ok   {judge.name}  {label}: {said:.110}"
        why = f"refused for another reason: {why}" if why else "accepted"
    return judge, "failed", f"FAIL {judge.name}  {label}: {why}"


def main():
    out = Path(sys.argv[1]).resolve()
    trios = [p.parent for p in out.rglob("atom.xml") if all((p.parent / name).is_file() for name in TRIO)]
    if out not in trios:
        sys.exit(f"{out}: not all of {', '.join(TRIO)} are there")
    more = [Path(folder).resolve() for folder in sys.argv[2:]]
    expected = {}
    for folder in [*sorted(trios), *more]:
        try:
            expected[folder] = expectation(folder)
        except (lxml.etree.LxmlError, IndexError) as fault:
            expected[folder] = fault

    judges = [Judge(path) for path in sorted(HERE.glob("*.judge.*"))]
    counts = {"passed": 0, "failed": 0, "skipped": 0}
    unhappy = set()

    with tempfile.TemporaryDirectory() as scratch, ThreadPoolExecutor(os.cpu_count()) as pool:
        Path(scratch, "out").symlink_to(out)
        Path(scratch, "more").mkdir()
        for number, folder in enumerate(more):
            Path(scratch, "more", str(number)).symlink_to(folder)
        handler = functools.partial(Server, directory=scratch)
        with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
            threading.Thread(target=server.serve_forever, daemon=True).start()
            ask = functools.partial(verdict, f"http://127.0.0.1:{server.server_port}/")

            def hear(tasks):
                for judge, result, line in pool.map(ask, tasks):
                    counts[result] += 1
                    if result == "failed":
                        unhappy.add(judge)
                    print(line, flush=True)

            hear(real_tasks(judges, out, more, expected))
            # A judge that refuses the real feeds shows nothing by refusing spoilt ones.
            hear(spoilt_tasks([j for j in judges if j not in unhappy], out, expected, Path(scratch)))
            server.shutdown()

    skipped = f", {counts['skipped']} skipped" if counts["skipped"] else ""
    print(f"{counts['passed']} passed, {counts['failed']} failed{skipped}")
    sys.exit(1 if counts["failed"] or not counts["passed"] else 0)


if __name__ == "__main__":
    main()
