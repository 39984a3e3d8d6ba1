"""The same releases as a site for Hugo and one for Eleventy, which read front matter only. Writing
them is not measured, which favours both.

    sites.py RELEASES HUGO ELEVENTY
"""

import json
import re
import sys
from pathlib import Path

from feeds_dates import dated

XML = {
    "rss.xml": """<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>Harbour Newsroom</title><link>https://news.harbour.example/</link><description>News of the harbour</description>
{items}</channel></rss>
""",
    "atom.xml": """<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom"><id>https://news.harbour.example/</id><title>Harbour Newsroom</title><updated>2026-01-01T00:00:00Z</updated>
{items}</feed>
""",
}


def front_matter(paragraphs, dated, **more):
    facts = {"title": paragraphs[1], "date": dated, "summary": paragraphs[2], **more}
    return json.dumps(facts, ensure_ascii=False) + "\n"


def hugo(folder, texts):
    content = folder / "content" / "releases"
    content.mkdir(parents=True, exist_ok=True)
    for stem, paragraphs, dated in texts:
        body = front_matter(paragraphs, dated, build={"render": "never"}) + "\n" + "\n\n".join(paragraphs[2:]) + "\n"
        (content / f"{stem}.md").write_text(body, encoding="utf-8")
    (folder / "hugo.toml").write_text(
        """baseURL = "https://news.harbour.example/"
title = "Harbour Newsroom"
disableKinds = ["section", "taxonomy", "term", "sitemap", "robotsTXT", "404"]
[outputs]
home = ["rss", "atom", "json"]
[outputFormats.rss]
mediaType = "application/rss+xml"
baseName = "rss"
[outputFormats.atom]
mediaType = "application/atom+xml"
baseName = "atom"
[mediaTypes."application/atom+xml"]
suffixes = ["xml"]
[outputFormats.json]
baseName = "feed"
""",
        encoding="utf-8",
    )
    layouts = folder / "layouts"
    layouts.mkdir(exist_ok=True)
    pages = "range site.RegularPages"
    item = (
        "{{- %s }}<item><title>{{ .Title | transform.XMLEscape | safeHTML }}</title><link>https://news.harbour.example/releases/{{ .File.ContentBaseName }}/</link>"
        '<guid isPermaLink="false">tag:harbour.example,2018:{{ .File.ContentBaseName }}</guid>'
        '<pubDate>{{ .Date.Format "Mon, 02 Jan 2006 15:04:05 -0700" }}</pubDate>'
        "<description>{{ .Summary | plainify | transform.XMLEscape | safeHTML }}</description>"
        "<content:encoded>{{ .Content | transform.XMLEscape | safeHTML }}</content:encoded></item>\n{{ end -}}"
    )
    entry = (
        "{{- %s }}<entry><id>tag:harbour.example,2018:{{ .File.ContentBaseName }}</id>"
        "<title>{{ .Title | transform.XMLEscape | safeHTML }}</title>"
        '<link href="https://news.harbour.example/releases/{{ .File.ContentBaseName }}/"/><updated>{{ .Date.Format "2006-01-02T15:04:05Z07:00" }}</updated>'
        '<content type="html">{{ .Content | transform.XMLEscape | safeHTML }}</content></entry>\n{{ end -}}'
    )
    top = '{{ "<?xml version=\\"1.0\\" encoding=\\"utf-8\\"?>" | safeHTML }}\n'
    for name, text, one in (("rss", XML["rss.xml"], item), ("atom", XML["atom.xml"], entry)):
        body = text.split("\n", 1)[1].replace("{items}", one % pages)
        (layouts / f"home.{name}.xml").write_text(top + body, encoding="utf-8")
    (layouts / "home.json.json").write_text(
        '{{- $items := slice }}{{ %s }}{{ $items = $items | append (dict "id" (printf "tag:harbour.example,2018:%%s"'
        ' .File.ContentBaseName) "url" (printf "https://news.harbour.example/releases/%%s/" .File.ContentBaseName) "title" .Title "content_html" .Content "date_published"'
        ' (.Date.Format "2006-01-02T15:04:05Z07:00")) }}{{ end }}{{ dict "version" "https://jsonfeed.org/version/1.1"'
        ' "title" "Harbour Newsroom" "items" $items | jsonify }}' % pages,
        encoding="utf-8",
    )


def eleventy(folder, texts):
    content = folder / "releases"
    content.mkdir(parents=True, exist_ok=True)
    for stem, paragraphs, dated in texts:
        body = "---json\n" + front_matter(paragraphs, dated) + "---\n" + "\n\n".join(paragraphs[2:]) + "\n"
        (content / f"{stem}.md").write_text(body, encoding="utf-8")
    (content / "releases.json").write_text('{"tags": "release", "permalink": false}')
    (folder / "eleventy.config.mjs").write_text(
        """export default function (config) {
  config.setQuietMode(true);
  config.addFilter("xml", (text) => String(text).replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;"));
  config.addFilter("iso", (date) => date.toISOString());
  config.addFilter("rfc822", (date) => date.toUTCString());
  config.addFilter("json", (value) => JSON.stringify(value));
}
"""
    )
    loop = "{%- for release in collections.release reversed %}"
    item = (
        '<item><title>{{ release.data.title | xml }}</title><guid isPermaLink="false">tag:harbour.example,2018:{{ release.fileSlug }}'
        "</guid><pubDate>{{ release.date | rfc822 }}</pubDate><description>{{ release.data.summary | xml }}</description>"
        "<content:encoded>{{ release.content | xml }}</content:encoded></item>\n{% endfor -%}"
    )
    entry = (
        "<entry><id>tag:harbour.example,2018:{{ release.fileSlug }}</id><title>{{ release.data.title | xml }}</title>"
        "<updated>{{ release.date | iso }}</updated>"
        '<content type="html">{{ release.content | xml }}</content></entry>\n{% endfor -%}'
    )
    for name, text, one in (("rss.xml", XML["rss.xml"], item), ("atom.xml", XML["atom.xml"], entry)):
        template = f"---\npermalink: {name}\neleventyExcludeFromCollections: true\n---\n" + text.replace("{items}", loop + one)
        (folder / f"{name}.liquid").write_text(template)
    (folder / "feed.json.liquid").write_text(
        "---\npermalink: feed.json\neleventyExcludeFromCollections: true\n---\n"
        '{"version": "https://jsonfeed.org/version/1.1", "title": "Harbour Newsroom", "items": [\n'
        + loop
        + '{"id": "tag:harbour.example,2018:{{ release.fileSlug }}", "title": {{ release.data.title | json }}, '
        '"content_html": {{ release.content | json }}, "date_published": "{{ release.date | iso }}"}'
        "{% unless forloop.last %},{% endunless %}\n{% endfor -%}]}\n"
    )


def main(releases, hugo_folder, eleventy_folder):
    texts = []
    for path in sorted(Path(releases).glob("*.txt")):
        paragraphs = re.split(r"\n\n+", path.read_text(encoding="utf-8").strip())
        texts.append((path.stem, paragraphs, dated(paragraphs[0]).isoformat()))
    hugo(Path(hugo_folder), texts)
    eleventy(Path(eleventy_folder), texts)


main(*sys.argv[1:])
