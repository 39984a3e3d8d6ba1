// What a page says, as it stands in its file: refuses one without a language, a
// title, one headline of its own, landmarks, its own canonical address, feeds to
// subscribe to, JSON-LD that parses, or with links that lead nowhere.
const FEEDS = {
  'application/rss+xml': (text, parsed) => parsed?.root === 'rss',
  'application/atom+xml': (text, parsed) => parsed?.root === 'feed',
  'application/feed+json': (text) => JSON.parse(text).version === 'https://jsonfeed.org/version/1.1',
}

// Runs in Chromium, whose parser is the one that counts.
function survey(html) {
  const doc = new DOMParser().parseFromString(html, 'text/html')
  const all = (selector) => [...doc.querySelectorAll(selector)]
  const addresses = (node) => [
    ...['href', 'src', 'poster'].map((name) => node.getAttribute(name)),
    ...(node.getAttribute('srcset') ?? '').split(',').map((part) => part.trim().split(/\s+/)[0]),
  ]
  return {
    lang: doc.documentElement.lang,
    title: doc.title.trim(),
    headlines: all('h1').length,
    landmarks: ['header', 'main', 'footer'].filter((name) => all(`body > ${name}, body > div > ${name}`).length !== 1),
    canonical: all('link[rel~=canonical]').map((link) => link.getAttribute('href')),
    feeds: all('link[rel~=alternate][type]').map((link) => ({ type: link.type, href: link.getAttribute('href') })),
    ids: all('[id]').map((node) => node.id),
    links: [...new Set(all('a, area, img, link, script, source, video, audio').flatMap(addresses))].filter(
      (href) => href !== null && href !== '',
    ),
    data: all('script[type="application/ld+json"]').map((script) => script.textContent),
  }
}

function root(xml) {
  const doc = new DOMParser().parseFromString(xml, 'text/xml')
  return doc.querySelector('parsererror') ? null : { root: doc.documentElement.localName }
}

export class Reader {
  constructor(blank, site) {
    Object.assign(this, { blank, site, surveys: new Map() })
  }

  async survey(path) {
    if (!this.surveys.has(path)) this.surveys.set(path, await this.blank.evaluate(survey, this.site.text(path)))
    return this.surveys.get(path)
  }

  async faults(path) {
    const { site } = this
    const said = await this.survey(path)
    const faults = []
    const must = (good, fault) => good || faults.push(fault)
    must(/^[a-zA-Z]{2,3}(-[a-zA-Z0-9]+)*$/.test(said.lang), `no lang: ${said.lang}`)
    must(said.title, 'no title')
    must(said.headlines === 1, `${said.headlines} h1`)
    must(!said.landmarks.length, `not one ${said.landmarks.join(', ')}`)
    must(said.canonical.join() === site.address(path), `canonical is ${said.canonical.join() || 'missing'}`)
    const twice = said.ids.filter((id, at) => said.ids.indexOf(id) !== at)
    must(!twice.length, `id twice: ${twice.join(', ')}`)
    for (const data of said.data) {
      try {
        must(JSON.parse(data)['@context'], 'JSON-LD without @context')
      } catch (fault) {
        faults.push(`JSON-LD: ${fault.message}`)
      }
    }
    for (const type of Object.keys(FEEDS)) must(said.feeds.some((feed) => feed.type === type), `no feed of ${type}`)
    for (const feed of said.feeds) if (feed.type in FEEDS) must(await this.#reads(feed), `feed ${feed.href} is no ${feed.type}`)
    for (const link of said.links) {
      faults.push(...(await this.#follow(link.startsWith('#') ? site.address(path) + link : link)))
    }
    return faults
  }

  async #reads({ type, href }) {
    const text = this.site.text(this.site.path(href) ?? '')
    try {
      return text !== null && FEEDS[type](text, type.endsWith('json') ? null : await this.blank.evaluate(root, text))
    } catch {
      return false
    }
  }

  async #follow(link) {
    const { site } = this
    if (/^(mailto|tel):./.test(link)) return []
    if (!/^https?:\/\/./.test(link)) return [`link ${link} is not absolute`]
    const path = site.path(link)
    if (path === null) return []
    if (site.read(path) === null) return [`link ${link} leads nowhere`]
    const fragment = decodeURIComponent(new URL(link).hash.slice(1))
    if (!fragment || (path.endsWith('.html') && (await this.survey(path)).ids.includes(fragment))) return []
    return [`link ${link} leads to no id`]
  }

  // Of the whole site: what its lists of addresses name is there.
  async lists() {
    const { site } = this
    const named = {
      'sitemap.xml': /<loc>([^<]*)<\/loc>/g,
      'feeds.opml': /(?:xml|html)Url="([^"]*)"/gi,
      'rss.xml': /(?:href|url)="([^"]*)"|<link>([^<]*)<\/link>/g,
      'atom.xml': /(?:href|url)="([^"]*)"/g,
      'feed.json': /"(?:[a-z_]*url|image)": ?"([^"]*)"/g,
    }
    const faults = []
    for (const path of site.files()) {
      const pattern = named[path.split('/').pop()]
      if (!pattern) continue
      const addresses = [...site.text(path).matchAll(pattern)].map((m) => (m[1] ?? m[2]).replaceAll('&amp;', '&'))
      if (!addresses.length) faults.push(`${path} names no address`)
      for (const address of new Set(addresses)) faults.push(...(await this.#follow(address)).map((why) => `${path}: ${why}`))
    }
    const sitemap = site.text('sitemap.xml') ?? ''
    const missing = site.pages().filter((path) => !sitemap.includes(`<loc>${site.address(path)}</loc>`))
    if (missing.length) faults.push(`sitemap.xml leaves out ${missing.slice(0, 5).join(', ')}`)
    return faults
  }
}
