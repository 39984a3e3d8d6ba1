# feedparser, which most readers in Python stand on. bozo: it had to guess.
# reads: rss.xml atom.xml
# gives: id title link published content
# spoilt: rss.xml cut -> bozo
# spoilt: atom.xml bare-ampersand -> bozo
# spoilt: atom.xml no-title -> title of
# spoilt: rss.xml no-content -> content of
# spoilt: rss.xml entry-lost -> not read
import json
import sys

import feedparser

# As written: its cleaning would hide what we wrote.
feed = feedparser.parse(sys.argv[2], sanitize_html=False, resolve_relative_uris=False)
if feed.bozo:
    sys.exit(f"bozo: {feed.bozo_exception!r}")


def links(rel):
    return [link.href for link in feed.feed.get("links", []) if link.rel == rel]


def entry(e):
    content = e.get("content") or [{}]
    return {
        "id": e.get("id"),
        "title": e.get("title"),
        "link": e.get("link"),
        "published": e.get("published"),
        "content": content[-1].get("value"),
    }


print(
    json.dumps(
        {
            "feed": {
                "title": feed.feed.get("title"),
                "self": (links("self") or [None])[0],
                "hubs": links("hub"),
            },
            "entries": [entry(e) for e in feed.entries],
        }
    )
)
