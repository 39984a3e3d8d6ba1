"""Has real readers walk the archives of a newsroom with plenty of releases.

    archive.py DATELINE    the program, which builds what plenty.py writes

No maintained reader on PyPI or npm walks an archive of RFC 5005 by itself, so
feedparser reads each document, and fetches it, and the step from one to the
next is ours: `prev-archive` of RSS and Atom, as RFC 5005 §4.2 has it. Of JSON
Feeds, jsonfeed-util reads `next_url`. They ask for the real addresses; the
loopback server is the proxy that has them.

Refuses an archive, of all releases, of a language or of a subject, from which a
release is missing, in which one is twice, that goes in circles or leads
elsewhere, whose pages don't know each other; and a full archive page that
differs by one byte when releases are added. Then walks archives that were
spoilt: a walk that accepts those fails.
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
from datetime import date
from pathlib import Path
from urllib.parse import unquote, urlsplit
from urllib.request import urlopen

import feedparser
import jsonfeed

import plenty
from run import Server

SITE = "http://news.example.org/"
BEFORE, AFTER = range(plenty.COUNT), range(plenty.COUNT + 23)
FEEDS = ("rss.xml", "atom.xml", "feed.json")


class Proxy(Server):
    """A proxy that knows one site, and has it in a folder."""

    def translate_path(self, path):
        inside = path.startswith(SITE)
        return super().translate_path("/" + urlsplit(path).path if inside else "/elsewhere")


class Document:
    """An RSS or Atom document as feedparser gives it."""

    def __init__(self, url):
        read = feedparser.parse(url)
        if read.get("status") != 200 or read.bozo:
            raise ValueError(f"{url}: {read.get('status')} {read.get('bozo_exception', '')}")
        links = {link.rel: link.href for link in read.feed.links}
        self.url, self.ids = url, [entry.id for entry in read.entries]
        self.older, self.newer, self.current = map(links.get, ("prev-archive", "next-archive", "current"))
        self.archive, self.complete = "fh_archive" in read.feed, "fh_complete" in read.feed
        self.updated = {entry.id: entry.updated_parsed for entry in read.entries if "updated_parsed" in entry}


class JsonDocument:
    """A JSON Feed, which knows only what is next."""

    def __init__(self, url):
        with urlopen(url) as answer:
            feed = jsonfeed.Feed.parse(json.load(answer))
        if feed.feed_url != url:
            raise ValueError(f"{url}: feed_url is {feed.feed_url}")
        self.url, self.ids, self.older = url, [item.id for item in feed.items], feed.next_url
        self.newer = self.current = self.archive = self.complete = None
        self.updated = {item.id: item.date_modified for item in feed.items}


def walk(url):
    read = JsonDocument if url.endswith(".json") else Document
    documents, seen = [], set()
    while url:
        if url in seen:
            raise ValueError(f"{url}: goes in circles")
        seen.add(url)
        documents.append(read(url))
        url = documents[-1].older
    return documents


def faults(url, expected):
    """Why the archive behind a subscription document is no good."""
    try:
        subscription, *archive = documents = walk(url)
    except (ValueError, OSError, jsonfeed.ParseError) as fault:
        yield str(fault)
        return
    archived = [id_ for document in archive for id_ in document.ids]
    twice = {id_ for id_ in archived if archived.count(id_) > 1}
    read = {id_ for document in documents for id_ in document.ids}
    if twice:
        yield f"more than once in the archive: {sorted(twice)[:5]}"
    if expected - read:
        yield f"not read: {sorted(expected - read)[:5]} of {len(expected)}"
    if read - expected:
        yield f"strange: {sorted(read - expected)[:5]}"
    if len(set(subscription.ids)) != len(subscription.ids):
        yield f"{url}: an id twice"
    if bool(archive) != (set(subscription.ids) != expected):
        yield f"{len(archive)} archive pages behind {len(subscription.ids)} of {len(expected)} releases"
    days = [plenty.day_of(int(id_[-3:])) for id_ in archived]
    if days != sorted(days, reverse=True):
        yield "the archive is not in order"
    if url.endswith(".json"):
        return
    if subscription.archive or subscription.newer:
        yield f"{url}: calls itself an archive page"
    for newer, document in zip([None, *archive], archive):
        if not document.archive:
            yield f"{document.url}: no fh:archive"
        if document.current != url:
            yield f"{document.url}: current is {document.current}"
        if newer and document.newer != newer.url:
            yield f"{document.url}: next-archive is {document.newer}"


def scopes(numbers):
    """Folder to the ids that its feeds bring, by what plenty.py knows of them."""

    def ids(wanted):
        return {f"tag:news.example.org,2019:{plenty.name(n)}" for n in numbers if wanted(n)}

    def in_language(language):
        return lambda n: plenty.language_of(n) == language

    def on_subject(subject):
        return lambda n: subject in plenty.subjects_of(n)

    found = {"": ids(lambda n: True)}
    found |= {f"languages/{tag}/": ids(in_language(tag)) for tag in ("de", "en")}
    slugs = {name: "-".join(re.findall(r"\w+", name.lower())) for name in plenty.NAMES}
    return found | {f"subjects/{slug}/": ids(on_subject(name)) for name, slug in slugs.items()}


def build(dateline, folder, out):
    command = [dateline, "build", "--config", "dateline.toml", "--now", plenty.NOW, "--strict", "--out", out]
    ran = subprocess.run(command, cwd=folder, capture_output=True, text=True)
    if ran.returncode:
        sys.exit(f"the newsroom does not build: {ran.stderr[:500]}")


def pages(out):
    """Full archive pages, by their files: those that hold as many as the first, with one behind them."""
    for first in sorted(out.rglob("archive/1/feed.json")):
        full = len(json.loads(first.read_text())["items"])
        archive = first.parent.parent
        for page in archive.iterdir():
            behind = archive / str(int(page.name) + 1)
            if behind.is_dir() and len(json.loads((page / "feed.json").read_text())["items"]) == full:
                # Their HTML has the years and the number of pages beside them, which go on.
                yield from (page / feed for feed in FEEDS)


# file below the output, change of its text, what has to be said
def link(rel, new):
    return lambda text: re.sub(rf'<(?:atom:)?link[^>]*rel="{rel}"[^>]*>', new, text)


def other_link(rel, href):
    def change(text):
        found = re.search(rf'<(?:atom:)?link[^>]*rel="{rel}"[^>]*>', text)[0]
        return text.replace(found, re.sub(r'href="[^"]*"', f'href="{href}"', found))

    return change


def without_entry(text):
    return re.sub(r"<(item|entry)>.*?</\1>", "", text, count=1, flags=re.S)


def items(change):
    def way(text):
        feed = json.loads(text)
        change(feed)
        return json.dumps(feed)

    return way


SPOILT = {
    "archive let go of": ("atom.xml", link("prev-archive", ""), "not read"),
    "chain broken": ("archive/3/rss.xml", link("prev-archive", ""), "not read"),
    "circle": ("archive/2/atom.xml", other_link("prev-archive", f"{SITE}archive/3/atom.xml"), "in circles"),
    "page missing": ("archive/2/rss.xml", lambda text: None, "404"),
    "leads elsewhere": ("archive/2/rss.xml", other_link("prev-archive", "http://e.example/1.xml"), "404"),
    "entry lost": ("archive/1/atom.xml", without_entry, "not read"),
    "entry twice": (
        "archive/2/rss.xml",
        lambda text: re.sub(r"(:gift-)\d+(</guid>)", r"\g<1>001\2", text, count=1),
        "more than once",
    ),
    "no mark": ("archive/2/atom.xml", lambda text: text.replace("fh:archive", "fh:other"), "no fh:archive"),
    "no way back": ("archive/2/rss.xml", link("current", ""), "current is None"),
    "wrong neighbour": (
        "archive/2/atom.xml",
        other_link("next-archive", f"{SITE}archive/4/atom.xml"),
        "next-archive is",
    ),
    "no next_url": ("archive/2/feed.json", items(lambda feed: feed.pop("next_url")), "not read"),
    "item lost": ("archive/1/feed.json", items(lambda feed: feed["items"].pop()), "not read"),
}


def main():
    dateline = Path(sys.argv[1]).resolve()
    counts = {True: 0, False: 0}

    def verdict(good, label, why=""):
        counts[bool(good)] += 1
        print(f"{'ok  ' if good else 'FAIL'} archive  {label}{': ' if why else ''}{why}", flush=True)

    with tempfile.TemporaryDirectory() as scratch:
        folder, served, worse = Path(scratch, "newsroom"), Path(scratch, "served"), Path(scratch, "worse")
        handler = functools.partial(Proxy, directory=served)
        with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
            threading.Thread(target=server.serve_forever, daemon=True).start()
            for name in [name for name in os.environ if name.lower().endswith("_proxy")]:
                del os.environ[name]
            os.environ["http_proxy"] = f"http://127.0.0.1:{server.server_port}"

            def walked(when, numbers):
                for scope, ids in scopes(numbers).items():
                    for feed in FEEDS:
                        why = list(faults(f"{SITE}{scope}{feed}", ids))
                        verdict(not why, f"{scope}{feed}, {when}", "; ".join(why)[:1000])

            plenty.write(folder, BEFORE, SITE)
            build(dateline, folder, served)
            walked(f"{len(BEFORE)} releases", BEFORE)
            shutil.copytree(served, worse)
            frozen = {page: page.read_bytes() for page in pages(served)}
            verdict(frozen, f"{len(frozen)} files of full archive pages")

            plenty.write(folder, AFTER, SITE)
            build(dateline, folder, served)
            walked(f"{len(AFTER)} releases", AFTER)
            for page, before in frozen.items():
                same = page.is_file() and page.read_bytes() == before
                verdict(same, f"{page.relative_to(served)} stays", "" if same else "differs")

            # An old release is corrected: it comes back, and every other page stays.
            late = plenty.name(3)
            text = plenty.release(3, changed=date(2026, 10, 1))
            (folder / "releases" / f"{late}.txt").write_text(text, encoding="utf-8")
            build(dateline, folder, served)
            walked("an old one corrected", AFTER)
            for feed in FEEDS:
                (subscription, *_) = walk(f"{SITE}{feed}")
                back = any(id_.endswith(f":{late}") for id_ in subscription.ids)
                verdict(back, f"{feed} brings the old one again")
            for page, before in frozen.items():
                if page.read_bytes() != before:
                    within = late in page.read_text(encoding="utf-8")
                    verdict(within, f"{page.relative_to(served)} changes only for what it holds")

            everything = scopes(BEFORE)[""]
            for name, (file, change, reason) in SPOILT.items():
                shutil.rmtree(served)
                shutil.copytree(worse, served)
                text = (served / file).read_text(encoding="utf-8")
                new = change(text)
                if new is None:
                    (served / file).unlink()
                else:
                    (served / file).write_text(new, encoding="utf-8")
                start = SITE + file.rsplit("/", 1)[-1]
                why = next((why for why in faults(start, everything) if reason in why), None)
                verdict(why and new != text, f"spoilt: {name}", why or "accepted")
            server.shutdown()
    print(f"{counts[True]} passed, {counts[False]} failed")
    sys.exit(1 if counts[False] or not counts[True] else 0)


if __name__ == "__main__":
    main()
