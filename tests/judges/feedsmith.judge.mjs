// feedsmith reads nearly everything there is in all three formats.
// reads: rss.xml atom.xml feed.json
// gives: id title link published content categories media
// spoilt: rss.xml no-id -> not read
// spoilt: atom.xml no-hub -> feed hubs
// spoilt: rss.xml no-self -> feed self
// spoilt: feed.json no-hub -> feed hubs
// spoilt: rss.xml no-media -> media of
// spoilt: atom.xml no-media -> media of
// spoilt: feed.json no-media -> media of
// spoilt: atom.xml no-category -> categories of
// spoilt: feed.json no-category -> categories of
// spoilt: feed.json entry-lost -> not read
// spoilt: atom.xml no-title -> title of
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'

const { parseFeed } = createRequire(`${process.env.NODE_MODULES}/`)('feedsmith')
const { format, feed } = parseFeed(readFileSync(process.argv[2], 'utf8'))

const hrefs = (links, rel) => (links ?? []).filter((l) => (l.rel ?? 'alternate') === rel).map((l) => l.href)
const media = (entry) => [
  ...(entry.media?.contents ?? []),
  ...(entry.media?.groups ?? []).flatMap((g) => g.contents ?? []),
].map((m) => m.url)
const once = (list) => [...new Set(list)]

const readers = {
  rss: () => ({
    feed: {
      title: feed.title,
      link: feed.link,
      self: hrefs(feed.atom?.links, 'self')[0],
      hubs: hrefs(feed.atom?.links, 'hub'),
    },
    entries: feed.items.map((i) => ({
      id: i.guid?.value,
      title: i.title,
      link: i.link,
      published: i.pubDate,
      content: i.content?.encoded,
      categories: (i.categories ?? []).map((c) => c.name),
      media: once([...(i.enclosures ?? []).map((e) => e.url), ...media(i)]),
    })),
  }),
  atom: () => ({
    feed: {
      title: feed.title?.value ?? feed.title,
      link: hrefs(feed.links, 'alternate')[0],
      self: hrefs(feed.links, 'self')[0],
      hubs: hrefs(feed.links, 'hub'),
    },
    entries: feed.entries.map((e) => ({
      id: e.id,
      title: e.title?.value ?? e.title,
      link: hrefs(e.links, 'alternate')[0],
      published: e.published,
      content: e.content?.value ?? e.content,
      categories: (e.categories ?? []).map((c) => c.label),
      media: once([...hrefs(e.links, 'enclosure'), ...media(e)]),
    })),
  }),
  json: () => ({
    feed: {
      title: feed.title,
      link: feed.home_page_url,
      self: feed.feed_url,
      hubs: (feed.hubs ?? []).map((h) => h.url),
    },
    entries: feed.items.map((i) => ({
      id: i.id,
      title: i.title,
      link: i.url,
      published: i.date_published,
      content: i.content_html,
      categories: i.tags ?? [],
      media: once((i.attachments ?? []).map((a) => a.url)),
    })),
  }),
}
// null and not left out, so that what is missing is noticed.
console.log(JSON.stringify(readers[format](), (_, value) => value ?? null))
