"""Ways to spoil a feed, each one thing at a time, by name.

The functions work on the bytes as text, not on a parsed feed: most of what
they write no XML or JSON library would. They change the first match only.
"""

import json
import re


class NothingToSpoil(Exception):
    """The feed has nothing of the kind, a picture for example."""


def sub(pattern, new, text, count=1):
    return re.sub(pattern, new, text, count=count, flags=re.S)


def entries(text):
    return [m.span() for m in re.finditer(r"<(item|entry)[ >].*?</\1>", text, re.S)]


def in_entry(pattern, new):
    """Changes the first match in the first entry that has one."""

    def way(text):
        for start, end in entries(text):
            entry = sub(pattern, new, text[start:end])
            if entry != text[start:end]:
                return text[:start] + entry + text[end:]
        return text

    return way


def anywhere(pattern, new):
    return lambda text: sub(pattern, new, text)


def at_end(html):
    """More HTML at the end of the content: raw in CDATA, else escaped."""
    escaped = html.replace("<", "&lt;").replace(">", "&gt;")
    return in_entry(
        r"(</content>|(?:\]\]>)?</content:encoded>)",
        lambda m: (html if m[1].startswith("]]>") else escaped) + m[1],
    )


def everywhere(pattern, new):
    return lambda text: sub(pattern, new, text, 0)


def swapped(text):
    (a, b), (c, d) = entries(text)[:2]
    return text[:a] + text[c:d] + text[b:c] + text[a:b] + text[d:]


def last_entry_lost(text):
    start, end = entries(text)[-1]
    return text[:start] + text[end:]


def id_twice(text):
    tag = r"<(guid|id)\b[^>]*>[^<]*</\1>"
    (a, b), (c, d) = entries(text)[:2]
    first = re.search(tag, text[a:b]).group()
    return text[:c] + sub(tag, lambda _: first, text[c:d]) + text[d:]


def content_before_description(text):
    start, end = entries(text)[0]
    item = text[start:end]
    description = re.search(r"<description>.*?</description>", item, re.S).group()
    item = item.replace(description, "").replace("</content:encoded>", "</content:encoded>" + description)
    return text[:start] + item + text[end:]


def as_json(change):
    def way(text):
        feed = json.loads(text)
        change(feed)
        return json.dumps(feed, ensure_ascii=False)

    return way


def item(**new):
    """Sets fields of the first item; None takes one away."""

    def change(feed):
        for key, value in new.items():
            feed["items"][0].pop(key, None)
            if value is not None:
                feed["items"][0][key] = value

    return as_json(change)


def feed(**new):
    return as_json(lambda feed: feed.update(new))


XML = {
    "cut": lambda text: text[: len(text) * 3 // 4],
    "bare-ampersand": anywhere(r"(<title[^>]*>)", r"\1R & D "),
    "control-character": anywhere(r"(<title[^>]*>)", "\\1\x0b"),
    "named-entity": anywhere(r"(<title[^>]*>)", r"\1A&nbsp;B "),
    "unbound-prefix": anywhere(r"</title>", "</title><foo:bar/>"),
    "latin-1": anywhere(r"(<title[^>]*>)", "\\1\udce9t\udce9 "),  # bytes that are no UTF-8
    "swapped": swapped,
    "entry-lost": last_entry_lost,
    "id-twice": id_twice,
    "no-id": in_entry(r"<(guid|id)\b[^>]*>[^<]*</\1>", ""),
    "no-title": in_entry(r"<title\b[^>]*>.*?</title>", ""),
    "other-title": in_entry(r"(<title\b[^>]*>)", r"\1Not "),
    "escaped-twice": in_entry(r"(<title\b[^>]*>)", r"\1R &amp;amp; D "),
    "no-hub": anywhere(r'<(?:atom:)?link[^>]*rel="hub"[^>]*?(/>|></(?:atom:)?link>)', ""),
    "no-media": everywhere(
        r"<media:content.*?</media:content>"
        r'|<(enclosure|link)\b[^>]*(?:length=|rel="enclosure")[^>]*?(/>|></\1>)',
        "",
    ),
    "no-category": in_entry(r"<category[^>]*?(/>|>[^<]*</category>)", ""),
    "foreign-element": anywhere(r"</title>", "</title><made-up/>"),
    # Atom
    "lower-case-date": anywhere(r"(<updated>[^<]*?)T", r"\1t"),
    "date-without-offset": anywhere(r"(<updated>[^<]*?)(Z|[+-]\d\d:\d\d)<", r"\1<"),
    "no-such-day": in_entry(r"(<updated>\d{4})-\d\d-\d\d", r"\1-02-30"),
    "no-author": everywhere(r"<author>.*?</author>", ""),
    "no-self": anywhere(r'<(?:atom:)?link[^>]*rel="self"[^>]*?(/>|></(?:atom:)?link>)', ""),
    "no-permalink": in_entry(r'(<link\b[^>]*rel="alternate"[^>]*?(/>|></link>)\s*)+', ""),
    "relative-link": in_entry(r'(<link\b[^>]*href=")https?://[^/"]*|(<link>)https?://[^/<]*', r"\1\2"),
    "bare-type": in_entry(r"<(title|summary|content)\b[^>]*>", r'<\1 type="text/html">'),
    "media-without-url": in_entry(r'(<media:content\b[^>]*?) url="[^"]*"', r"\1"),
    # RSS
    "no-version": anywhere(r'(<rss\b[^>]*?) version="2.0"', r"\1"),
    "two-digit-year": in_entry(r"(<pubDate>[^<]*?)20(\d\d )", r"\1\2"),
    "german-month": in_entry(r"(<pubDate>\w+, \d+ )\w+", r"\1Mär"),
    "local-zone": in_entry(r"(<pubDate>[^<]*?)\S+</pubDate>", r"\1CET</pubDate>"),
    "wrong-weekday": in_entry(
        r"<pubDate>(?!Mon)\w+|<pubDate>Mon",
        lambda m: "<pubDate>" + ("Tue" if m[0].endswith("Mon") else "Mon"),
    ),
    "wrong-minute": in_entry(
        r"(<pubDate>[^:]*:\d)(\d)(:)", lambda m: m[1] + str((int(m[2]) + 1) % 10) + m[3]
    ),
    "guid-as-permalink": in_entry(r' isPermaLink="false"', ""),
    "iri-link": in_entry(r"</link>", "ä</link>"),
    "two-enclosures": in_entry(
        r"(<guid\b)", r'<enclosure url="https://e.org/a" length="1" type="a/b"/>' * 2 + r"\1"
    ),
    "script-in-description": in_entry(r"(<description>)", r"\1&lt;script&gt;1&lt;/script&gt;"),
    "content-first": content_before_description,
    "item-first": lambda text: sub(r"(<channel>)(.*?)(<item>.*?</item>)", r"\1\3\2", text),
    # What stands in the HTML
    "other-content": in_entry(r"(<content\b[^>]*>|<content:encoded>(?:<!\[CDATA\[)?)", r"\1More. "),
    "no-content": in_entry(r"<(content(?::encoded)?)\b[^>]*>.*?</\1>", ""),
    "relative-picture": at_end('<img src="a.jpg">'),
    "script": at_end("<script>1</script>"),
    "handler": at_end('<p onclick="x">a</p>'),
    "javascript-link": at_end('<a href="java\tscript:x">a</a>'),
}

JSON = {
    "cut": XML["cut"],
    "swapped": as_json(lambda feed: feed["items"].insert(0, feed["items"].pop(1))),
    "entry-lost": as_json(lambda feed: feed["items"].pop()),
    "id-twice": as_json(lambda feed: feed["items"][1].update(id=feed["items"][0]["id"])),
    "no-id": item(id=None),
    "number-id": item(id=7),
    "no-title": item(title=None),
    "no-url": item(url=None),
    "no-text": item(content_text=None),
    "other-title": item(title="Not this"),
    "escaped-twice": item(title="R &amp; D"),
    "other-content": item(content_html="<p>Not this</p>"),
    "relative-picture": item(content_html='<p><img src="a.jpg"></p>'),
    "relative-url": item(url="/a"),
    "iri-url": item(url="https://example.org/ä"),
    "wrong-date": item(date_published="2026-02-30T10:00:00Z"),
    "date-without-offset": item(date_published="2026-02-03T10:00:00"),
    "shifted-date": item(date_modified="2031-02-03T10:00:00Z"),
    "plain-extension": item(_press="text"),
    "unknown-key": item(colour="red"),
    "wrong-version": feed(version="https://jsonfeed.org/version/2"),
    "old-version": feed(version="https://jsonfeed.org/version/1"),
    "relative-feed-url": feed(feed_url="feed.json"),
    "no-hub": as_json(lambda feed: feed["hubs"].clear()),
    "no-media": as_json(
        lambda feed: next(i for i in feed["items"] if i.get("attachments")).pop("attachments")
    ),
    "no-category": as_json(lambda feed: next(i for i in feed["items"] if i.get("tags")).pop("tags")),
    "key-twice": anywhere(r'"title":', r'"title": "x", "title":'),
}


def spoil(name, data):
    text = data.decode(errors="surrogateescape")
    way = (JSON if text.lstrip().startswith("{") else XML)[name]
    try:
        new = way(text)
    except (StopIteration, KeyError, IndexError, ValueError):
        raise NothingToSpoil from None
    if new == text:
        raise NothingToSpoil
    return new.encode(errors="surrogateescape")
