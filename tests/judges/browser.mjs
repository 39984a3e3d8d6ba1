// Has Debian's Chromium open the pages of an output folder, as playwright-core
// drives it, and axe-core look at them; then opens pages that were spoilt.
//
//   node browser.mjs [--spoil] [--pictures DIR] OUT...
//
// Every page is read (said.mjs) and up to 36 of a folder are opened (seen.mjs);
// feeds and copy buttons are tried by hand (hand.mjs). With --spoil, pages of the
// first folder are spoilt (blemishes.mjs): a judge that accepts those fails.
// CHROMIUM names the browser's program. Needs no network and lets none in.
import { createRequire } from 'node:module'
import { availableParallelism } from 'node:os'
import { basename } from 'node:path'
import { parseArgs } from 'node:util'
import { BLEMISHES, COPY_BLEMISHES, HAND_BLEMISHES } from './blemishes.mjs'
import { copied, feedByHand, NO_BUTTON, pictures } from './hand.mjs'
import { Reader } from './said.mjs'
import { behaviour } from './seen.mjs'
import { Site } from './site.mjs'

const { chromium } = createRequire(`${process.env.NODE_MODULES}/`)('playwright-core')
const OPENED = 36
const QUIET =
  '--no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking --disable-component-update --disable-sync'
// Whatever gets past the routes of a page finds nobody.
const NOWHERE = '--host-resolver-rules=MAP * ~NOTFOUND'

const { values: options, positionals: folders } = parseArgs({
  allowPositionals: true,
  options: { spoil: { type: 'boolean' }, pictures: { type: 'string' } },
})
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  headless: true,
  args: [...QUIET.split(' '), NOWHERE],
})
const blank = await browser.newPage()
const counts = { passed: 0, failed: 0 }

function verdict(label, faults, reason) {
  const hit = reason && faults.find((fault) => reason.test(fault))
  const good = reason ? hit : !faults.length
  counts[good ? 'passed' : 'failed'] += 1
  const why = reason && !hit ? (faults.length ? `refused for another reason: ${faults[0]}` : 'accepted') : faults.join('\n       ')
  console.log(good ? `ok   ${label}${hit ? `: ${hit.slice(0, 110)}` : ''}` : `FAIL ${label}: ${why}`)
}

async function several(tasks, work) {
  const left = [...tasks]
  await Promise.all(
    Array.from({ length: availableParallelism() }, async () => {
      while (left.length) await work(left.shift())
    }),
  )
}

// The first of each kind, and of the rest evenly as many as make up `most`.
function sample(pages, most) {
  const kind = (path) => path.replace(/(^|\/)[^/]+\/([^/]+)$/, '$1*/$2')
  const first = pages.filter((path, at) => pages.findIndex((other) => kind(other) === kind(path)) === at)
  const rest = pages.filter((path) => !first.includes(path))
  const room = Math.min(rest.length, Math.max(0, most - first.length))
  return [...first, ...Array.from({ length: room }, (_, at) => rest[Math.floor((at * rest.length) / room)])]
}

// What a journalist needs of a release.
function wanted({ title, _press: press }) {
  const contact = press.contacts.at(0)
  return [title, contact?.name ?? contact?.emails[0] ?? contact?.phones[0]].filter(Boolean)
}

async function opened(site, name) {
  const reader = new Reader(blank, site)
  const pages = site.pages()
  const chosen = new Set(sample(pages, OPENED))
  await several(pages, async (path) => {
    const faults = await reader.faults(path)
    if (chosen.has(path)) faults.push(...(await behaviour(browser, site, path)))
    verdict(`${chosen.has(path) ? 'opened' : 'read'}  ${name}/${path}`, faults)
  })
  verdict(`lists  ${name}`, await reader.lists())
  for (const path of ['rss.xml', 'atom.xml']) verdict(`by hand  ${name}/${path} as a feed`, await feedByHand(browser, site, path, {}))
  const feeds = site.files().filter((path) => ['rss.xml', 'atom.xml'].includes(basename(path)))
  await several(sample(feeds, 12), async (path) => verdict(`by hand  ${name}/${path}`, await feedByHand(browser, site, path)))
  // One clipboard for all, so one after the other.
  for (const [path, item] of [...site.releases()].slice(0, 3)) {
    const faults = await copied(browser, site, path, wanted(item))
    if (!item._press.withdrawn || !faults.includes(NO_BUTTON)) verdict(`copied  ${name}/${path}`, faults)
  }
}

async function spoilt(site) {
  const release = pictured(site)
  const named = { newsroom: 'index.html', release }
  await several(Object.entries(BLEMISHES), async ([name, [page, change, reason]]) => {
    const path = named[page]
    const other = change(site, path)
    if (!other) return verdict(`${path} spoilt: ${name}`, ['nothing there to spoil'], reason)
    const bad = site.with(other)
    verdict(`${path} spoilt: ${name}`, [...(await new Reader(blank, bad).faults(path)), ...(await behaviour(browser, bad, path))], reason)
  })
  for (const [name, [path, change, reason]] of Object.entries(HAND_BLEMISHES)) {
    verdict(`${path} spoilt: ${name}`, await feedByHand(browser, site.with(change(site)), path), reason)
  }
  for (const [name, [change, reason]] of Object.entries(COPY_BLEMISHES)) {
    verdict(`${release} spoilt: ${name}`, await copied(browser, site.with(change(site, release)), release, ['Media']), reason)
  }
}

function pictured(site) {
  const pages = site.pages().filter((path) => path.startsWith('releases/'))
  return pages.find((path) => /<main.*<img/s.test(site.text(path))) ?? pages[0]
}

try {
  const sites = folders.map((folder) => [new Site(folder), basename(folder)])
  for (const [site, name] of sites) await opened(site, name)
  if (options.spoil) await spoilt(sites[0][0])
  if (options.pictures) {
    const shots = { newsroom: 'index.html', release: pictured(sites[0][0]), rss: 'rss.xml', atom: 'atom.xml' }
    const taken = await pictures(browser, sites[0][0], shots, options.pictures)
    console.log(`     ${taken.length} pictures in ${options.pictures}`)
  }
} finally {
  await browser.close()
}
console.log(`${counts.passed} passed, ${counts.failed} failed`)
process.exit(counts.failed || !counts.passed ? 1 : 0)
