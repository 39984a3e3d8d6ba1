# The library `reader`: its database keeps one entry an id, as real readers do.
# reads: rss.xml atom.xml feed.json
# gives: id title link published words
# spoilt: rss.xml id-twice -> entries: \d+ read
# spoilt: atom.xml id-twice -> entries: \d+ read
# spoilt: feed.json id-twice -> entries: \d+ read
# spoilt: atom.xml no-id -> not read
# spoilt: feed.json no-id -> (?i)entry with no id
# spoilt: rss.xml cut -> ParseError
import json
import sys

from reader import make_reader

reader = make_reader(":memory:")
reader.add_feed(sys.argv[2])
reader.update_feed(sys.argv[2])


def entry(e):
    content = e.get_content(prefer_summary=False)
    return {
        "id": e.id,
        "title": e.title,
        "link": e.link,
        "published": e.published and e.published.timestamp(),
        "words": content and content.value,  # it cleans the markup
    }


print(
    json.dumps(
        {
            "feed": {"title": reader.get_feed(sys.argv[2]).title},
            "entries": [entry(e) for e in reader.get_entries()],
        }
    )
)
