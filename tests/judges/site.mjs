// An output folder as the site it is meant to be: Chromium asks for the real
// addresses, and gets its answers from the folder. Refuses, and notes as a fault,
// any request for what is not there, and any to another site but for a picture
// that a release itself has from there.
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'

const DOT = Buffer.from('R0lGODlhAQABAIAAAAAAAAAAACH5BAEAAAAALAAAAAABAAEAAAICRAEAOw==', 'base64')
const TYPES = {
  html: 'text/html; charset=utf-8',
  css: 'text/css; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  opml: 'text/x-opml; charset=utf-8',
  xml: 'application/xml; charset=utf-8',
  json: 'application/json; charset=utf-8',
  txt: 'text/plain; charset=utf-8',
  'rss.xml': 'application/rss+xml; charset=utf-8',
  'atom.xml': 'application/atom+xml; charset=utf-8',
  'feed.json': 'application/feed+json; charset=utf-8',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  png: 'image/png',
  gif: 'image/gif',
  webp: 'image/webp',
  svg: 'image/svg+xml',
  pdf: 'application/pdf',
}

// The address it is made for.
function rootOf(folder) {
  const self = /rel="self"[^>]*href="([^"]+)atom\.xml"|href="([^"]+)atom\.xml"[^>]*rel="self"/
  const found = readFileSync(join(folder, 'atom.xml'), 'utf8').match(self)
  if (!found) throw new Error(`${folder}/atom.xml has no link to itself`)
  return found[1] ?? found[2]
}

export class Site {
  // `other` holds what is to be found instead of a file: its bytes, or null for nothing.
  constructor(folder, other = new Map(), root = rootOf(folder)) {
    Object.assign(this, { folder, other, root })
  }

  with(other) {
    return new Site(this.folder, new Map(other), this.root)
  }

  // The path of a file in the folder; null for an address elsewhere.
  path(address) {
    const url = address.replace(/[?#].*$/s, '')
    if (!url.startsWith(this.root)) return null
    const path = decodeURIComponent(url.slice(this.root.length))
    return path === '' || path.endsWith('/') ? `${path}index.html` : path
  }

  address(path) {
    return this.root + encodeURI(path).replace(/(^|\/)index\.html$/, '$1')
  }

  read(path) {
    if (this.other.has(path)) return this.other.get(path)
    const file = join(this.folder, path)
    return existsSync(file) && statSync(file).isFile() ? readFileSync(file) : null
  }

  text(path) {
    return this.read(path)?.toString('utf8') ?? null
  }

  files() {
    return readdirSync(this.folder, { recursive: true }).filter((path) => this.read(path)).sort()
  }

  pages() {
    return this.files().filter((path) => path.endsWith('.html'))
  }

  // What the releases say of themselves: their items in the JSON Feeds, by their pages.
  releases() {
    const feeds = this.files().filter((path) => path.split('/').pop() === 'feed.json')
    const items = feeds.flatMap((path) => JSON.parse(readFileSync(join(this.folder, path), 'utf8')).items)
    return new Map(items.map((item) => [this.path(item.url), item]))
  }

  // Pictures that releases have from other sites.
  #borrowed() {
    this.pictures ??= new Set(
      [...this.releases().values()].flatMap(({ image, content_html: html }) => [
        image,
        ...[...html.matchAll(/<img\b[^>]*?src="([^"]*)"/g)].map((found) => found[1].replaceAll('&amp;', '&')),
      ]),
    )
    return this.pictures
  }

  // Answers all that a page of Chromium asks for; `fault` hears what it can't have.
  async answer(page, fault, types = {}) {
    await page.route('**/*', (route) => {
      const address = route.request().url()
      const path = this.path(address)
      const body = path === null ? null : this.read(path)
      if (body !== null) {
        const kind = [path.split('/').pop(), path.split('.').pop()].find((kind) => kind in TYPES)
        const contentType = types[kind] ?? TYPES[kind] ?? 'application/octet-stream'
        return route.fulfill({ status: 200, contentType, body })
      }
      if (path === null && this.#borrowed().has(address)) return route.fulfill({ contentType: TYPES.gif, body: DOT })
      // A browser asks for it by itself where a page names no icon.
      if (address !== new URL('/favicon.ico', this.root).href) {
        fault(path === null ? `asks for ${address}, which is elsewhere` : `asks for ${address}, which is not there`)
      }
      return route.fulfill({ status: 404, contentType: 'text/plain', body: 'not there' })
    })
  }
}
