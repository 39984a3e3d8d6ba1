"""The same with PyPI's feedgen, which writes RSS and Atom and has no JSON Feed.

    feeds.py RELEASES OUT
"""

import html
import re
import sys
from pathlib import Path

from feedgen.feed import FeedGenerator

from feeds_dates import dated

SITE = "https://news.harbour.example/"


def releases(folder):
    for path in sorted(Path(folder).glob("*.txt")):
        paragraphs = re.split(r"\n\n+", path.read_text(encoding="utf-8").strip())
        body = "\n".join(f"<p>{html.escape(text, quote=False)}</p>" for text in paragraphs[2:])
        yield dated(paragraphs[0]), path.stem, paragraphs[1], paragraphs[2], body


def main(folder, out):
    feed = FeedGenerator()
    feed.id(SITE)
    feed.title("Harbour Newsroom")
    feed.link(href=SITE)
    feed.description("News of the harbour")
    for date, slug, title, summary, body in sorted(releases(folder), reverse=True):
        entry = feed.add_entry(order="append")
        entry.id("tag:harbour.example,2018:" + slug)
        entry.title(title)
        entry.link(href=f"{SITE}releases/{slug}/")
        entry.published(date)
        entry.updated(date)
        entry.summary(summary)
        entry.content(body, type="html")
    Path(out).mkdir(parents=True, exist_ok=True)
    feed.rss_file(f"{out}/rss.xml")
    feed.atom_file(f"{out}/atom.xml")


main(*sys.argv[1:])
