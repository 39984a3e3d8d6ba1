# The three files say the same, and what they say is fit for a feed. No reader
# sees this: each knows one file, and takes nearly any HTML.
# reads: .
# spoilt: rss.xml swapped -> order of ids
# spoilt: atom.xml swapped -> order of ids
# spoilt: feed.json swapped -> order of ids
# spoilt: feed.json entry-lost -> order of ids
# spoilt: atom.xml id-twice -> id twice
# spoilt: rss.xml other-title -> title of
# spoilt: feed.json other-title -> title of
# spoilt: rss.xml other-content -> content of
# spoilt: feed.json other-content -> content of
# spoilt: rss.xml wrong-minute -> published of
# spoilt: rss.xml wrong-weekday -> weekday
# spoilt: feed.json shifted-date -> updated of
# spoilt: atom.xml relative-link -> <link href>: .* is not absolute
# spoilt: rss.xml relative-picture -> content: <img src>: 'a\.jpg' is not absolute
# spoilt: atom.xml relative-picture -> content: <img src>: 'a\.jpg' is not absolute
# spoilt: feed.json relative-picture -> content: <img src>: 'a\.jpg' is not absolute
# spoilt: atom.xml script -> content: <script>
# spoilt: rss.xml script-in-description -> description: <script>
# spoilt: rss.xml handler -> content: <p onclick>
# spoilt: atom.xml javascript-link -> content: <a href>: 'java\\tscript:x' is not absolute
# spoilt: rss.xml escaped-twice -> escaped twice
# spoilt: atom.xml escaped-twice -> escaped twice
# spoilt: feed.json escaped-twice -> escaped twice
# spoilt: rss.xml no-hub -> feed's hubs
# spoilt: feed.json no-category -> categories of
# spoilt: feed.json no-media -> media of
import json
import re
import sys
from datetime import datetime
from email.utils import parsedate_to_datetime
from pathlib import Path

import lxml.etree
import lxml.html

NS = {
    "a": "http://www.w3.org/2005/Atom",
    "c": "http://purl.org/rss/1.0/modules/content/",
    "d": "http://purl.org/dc/elements/1.1/",
    "m": "http://search.yahoo.com/mrss/",
}
XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
ABSOLUTE = re.compile(r"https?://[^\s/?#]+\S*|(mailto|tel):\S+")
NO_ELEMENTS = set(
    "script style iframe frame form input button object embed applet base link meta svg math".split()
)
# Attributes of XML, keys of JSON and attributes of HTML whose value is a URL.
URL_ATTRIBUTES = {"href", "url", "src", "domain", "uri"}
URL_ELEMENTS = {"link", "url", "docs", "icon", "logo", "uri", "comments"}
URL_KEYS = {
    "url",
    "home_page_url",
    "feed_url",
    "next_url",
    "external_url",
    "icon",
    "favicon",
    "image",
    "banner_image",
    "avatar",
    "about",
    "urls",
}
HTML_URLS = {"href", "src", "poster", "cite", "data", "action", "formaction", "background", "longdesc"}
faults = []


def fault(*words):
    faults.append(" ".join(str(w) for w in words))


def from_rss_date(text):
    read = parsedate_to_datetime(text)
    if not text.startswith(read.strftime("%a,")):
        fault("rss.xml: weekday of", text)
    return read


def text_of(html):
    """RSS takes its description for HTML; the others' summary is plain text."""
    return lxml.html.fragment_fromstring(html or "", create_parent="div").text_content().strip()


def all_hrefs(node, rel, tag="a:link"):
    return [a.get("href") for a in node.findall(tag, NS) if a.get("rel", "alternate") == rel]


def rss(path):
    channel = lxml.etree.parse(path).getroot().find("channel")
    items = []
    for item in channel.findall("item"):
        html = item.findtext("c:encoded", None, NS)
        media = {e.get("url") for e in (*item.findall("enclosure"), *item.iterfind(".//m:content", NS))}
        items.append(
            {
                "id": item.findtext("guid"),
                "title": item.findtext("title"),
                "link": item.findtext("link"),
                "published": from_rss_date(item.findtext("pubDate")),
                "content": item.findtext("description") if html is None else html,
                "description": item.findtext("description"),
                "summary": html and text_of(item.findtext("description")),
                "categories": [c.text for c in item.findall("category")],
                "language": item.findtext("d:language", channel.findtext("language"), NS),
                "media": sorted(media),
            }
        )
    return items, {
        "title": channel.findtext("title"),
        "link": channel.findtext("link"),
        "description": channel.findtext("description"),
        "language": channel.findtext("language"),
        "updated": from_rss_date(channel.findtext("lastBuildDate")),
        "hubs": all_hrefs(channel, "hub"),
        "self": all_hrefs(channel, "self"),
    }


def atom(path):
    feed = lxml.etree.parse(path).getroot()
    items = []
    for entry in feed.findall("a:entry", NS):
        for name, kinds in (("title", ("text",)), ("summary", ("text",)), ("content", ("html",))):
            node = entry.find("a:" + name, NS)
            if node is not None and node.get("type", "text") not in kinds:
                fault("atom.xml:", name, "is of type", node.get("type"), "and not", *kinds)
        content = entry.find("a:content", NS)
        media = {e.get("url") for e in entry.iterfind(".//m:content", NS)} | set(
            all_hrefs(entry, "enclosure")
        )
        items.append(
            {
                "id": entry.findtext("a:id", None, NS),
                "title": entry.findtext("a:title", None, NS),
                "link": (all_hrefs(entry, "alternate") or [None])[0],
                "published": datetime.fromisoformat(entry.findtext("a:published", None, NS)),
                "updated": datetime.fromisoformat(entry.findtext("a:updated", None, NS)),
                "content": content.text,
                "summary": entry.findtext("a:summary", None, NS),
                "categories": [c.get("label", c.get("term")) for c in entry.findall("a:category", NS)],
                "language": next(n.get(XML_LANG) for n in (content, entry, feed) if n.get(XML_LANG)),
                "media": sorted(media),
            }
        )
    return items, {
        "title": feed.findtext("a:title", None, NS),
        "link": (all_hrefs(feed, "alternate") or [None])[0],
        "description": feed.findtext("a:subtitle", None, NS),
        "language": feed.get(XML_LANG),
        "updated": datetime.fromisoformat(feed.findtext("a:updated", None, NS)),
        "hubs": all_hrefs(feed, "hub"),
        "self": all_hrefs(feed, "self"),
    }


def json_feed(path):
    feed = json.loads(path.read_bytes())
    items = []
    for item in feed["items"]:
        published = datetime.fromisoformat(item["date_published"])
        items.append(
            {
                "id": item["id"],
                "title": item.get("title"),
                "link": item.get("url"),
                "published": published,
                "updated": datetime.fromisoformat(item["date_modified"])
                if "date_modified" in item
                else published,
                "content": item.get("content_html"),
                "summary": item.get("summary"),
                "categories": item.get("tags", []),
                "language": item.get("language", feed.get("language")),
                "media": sorted({a["url"] for a in item.get("attachments", [])}),
            }
        )
    return items, {
        "title": feed.get("title"),
        "link": feed.get("home_page_url"),
        "description": feed.get("description"),
        "language": feed.get("language"),
        "hubs": [hub["url"] for hub in feed.get("hubs", [])],
        "self": [feed.get("feed_url")],
    }


def same(what, told):
    """told: file name to what it says; a file may be silent on some things."""
    first, *others = told.items()
    for name, said in others:
        if said != first[1]:
            fault(f"{what}: {name} says {str(said)[:300]!r}, {first[0]} {str(first[1])[:300]!r}")


def absolute(where, url):
    if not ABSOLUTE.fullmatch(url or ""):
        fault(f"{where}: {url!r} is not absolute")


def urls_in_xml(name, root):
    for node in root.iter("*"):
        local = lxml.etree.QName(node).localname
        if local in URL_ELEMENTS and not len(node) and node.text:
            absolute(f"{name}: <{local}>", node.text)
        for attribute in URL_ATTRIBUTES & set(node.keys()):
            absolute(f"{name}: <{local} {attribute}>", node.get(attribute))


def urls_in_json(name, value, key=None):
    if isinstance(value, dict):
        for k, v in value.items():
            urls_in_json(name, v, k)
    elif isinstance(value, list):
        for v in value:
            urls_in_json(name, v, key)
    elif key in URL_KEYS:
        absolute(f"{name}: {key}", value)


def html(where, text):
    for node in lxml.html.fragment_fromstring(text, create_parent="div").iter():
        if not isinstance(node.tag, str):
            fault(where, "has a comment or the like:", lxml.etree.tostring(node)[:80])
            continue
        if node.tag in NO_ELEMENTS:
            fault(f"{where}: <{node.tag}>")
        for attribute, value in node.items():
            if attribute.startswith("on") or attribute == "style":
                fault(f"{where}: <{node.tag} {attribute}>")
            if attribute in HTML_URLS:
                absolute(f"{where}: <{node.tag} {attribute}>", value)
            if attribute == "srcset":
                for part in value.split(","):
                    absolute(f"{where}: <{node.tag} srcset>", (part.split() or [""])[0])


def plain(where, text):
    """A reference that is still there after decoding was escaped once too often."""
    found = re.search(r"&(#\d+|#[xX][0-9a-fA-F]+|[a-zA-Z][a-zA-Z0-9]*);", text or "")
    if found:
        fault(f"{where}: {found[0]} was escaped twice: {text!r}")


folder = Path(sys.argv[1])
read = {
    "atom.xml": atom(folder / "atom.xml"),
    "rss.xml": rss(folder / "rss.xml"),
    "feed.json": json_feed(folder / "feed.json"),
}

same("order of ids", {name: [i["id"] for i in items] for name, (items, _) in read.items()})
for name, (items, _) in read.items():
    ids = [i["id"] for i in items]
    for one in {i for i in ids if ids.count(i) > 1}:
        fault(f"{name}: id twice: {one}")

for item in read["atom.xml"][0]:
    told = {name: next((i for i in items if i["id"] == item["id"]), {}) for name, (items, _) in read.items()}
    for field in item:
        same(f"{field} of {item['id']}", {name: i[field] for name, i in told.items() if field in i})
for field in ("title", "link", "description", "language", "updated", "hubs"):
    same(f"feed's {field}", {name: feed[field] for name, (_, feed) in read.items() if field in feed})

for name, (items, feed) in read.items():
    if len(feed["self"]) != 1 or not feed["self"][0].endswith("/" + name):
        fault(f"{name}: says it is {feed['self']}")
    plain(f"{name}: feed's title", feed["title"])
    for item in items:
        where = f"{name}: {item['id']}"
        for what in ("title", "summary"):
            plain(f"{where}: {what}", item[what])
        for category in item["categories"]:
            plain(f"{where}: category", category)
        html(f"{where}: content", item["content"])
        html(f"{where}: description", item.get("description") or "")

newest, told = max((i["updated"] for i in read["atom.xml"][0]), default=None), read["atom.xml"][1]["updated"]
if newest and newest > told:
    fault(f"atom.xml: feed updated {told}, an entry {newest}")
for item in read["atom.xml"][0]:
    if item["updated"] < item["published"]:
        fault(f"atom.xml: {item['id']} updated before it was published")

for name in ("atom.xml", "rss.xml"):
    urls_in_xml(name, lxml.etree.parse(folder / name).getroot())
urls_in_json("feed.json", json.loads((folder / "feed.json").read_bytes()))
sys.exit("\n".join(faults) or 0)
