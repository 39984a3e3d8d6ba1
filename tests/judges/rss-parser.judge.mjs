// rss-parser, which much of the web in Node uses.
// reads: rss.xml atom.xml
// gives: id title link published content
// spoilt: rss.xml no-title -> title of
// spoilt: rss.xml no-id -> not read
// spoilt: atom.xml no-content -> content of
// spoilt: atom.xml cut -> Unclosed|Unexpected
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'

const Parser = createRequire(`${process.env.NODE_MODULES}/`)('rss-parser')
const feed = await new Parser().parseString(readFileSync(process.argv[2], 'utf8'))

console.log(JSON.stringify({
  feed: { title: feed.title },
  entries: feed.items.map((i) => ({
    id: i.guid ?? i.id,
    title: i.title,
    link: i.link,
    published: i.isoDate,
    content: i['content:encoded'] ?? i.content,
  })),
}))
