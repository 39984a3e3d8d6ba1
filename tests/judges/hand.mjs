// What only a hand shows: refuses a feed that looks like source code to whoever
// opens it, and a copy button that the keyboard can't reach or that copies less
// than a journalist needs. And pictures of it all, for eyes to judge.
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { open, SCHEMES, WIDTHS } from './seen.mjs'

// What hosts send that know an .xml only by its name.
export const AS_XML = { 'rss.xml': 'application/xml; charset=utf-8', 'atom.xml': 'application/xml; charset=utf-8' }

// What there is to see of an XML document. Runs in Chromium.
function shown() {
  const nodes = [...document.querySelectorAll('*')]
  const seen = (node) => node.checkVisibility({ visibilityProperty: true, opacityProperty: true })
  const size = (node) => parseFloat(getComputedStyle(node).fontSize)
  const own = (node) => [...node.childNodes].filter((n) => n.nodeType === 3 || n.nodeType === 4).map((n) => n.data).join('').trim()
  const beside = (node, where) =>
    getComputedStyle(node, where).content.replace(/attr\(([\w-]+)[^)]*\)/g, (_, name) => node.getAttribute(name) ?? '')
  const named = (...names) => nodes.filter((node) => names.includes(node.localName))
  const parts = nodes.filter(seen).map((node) => [beside(node, '::before'), own(node), beside(node, '::after')].join(' '))
  const [title] = named('title')
  return {
    root: document.documentElement.localName,
    larger: size(title) > size(document.documentElement) && seen(title),
    content: named('encoded', 'content').filter((node) => seen(node) && own(node)).length,
    headlines: named('item', 'entry').every((node) => [...node.children].some((n) => n.localName === 'title' && seen(n))),
    text: parts.join('\n'),
  }
}

export async function feedByHand(browser, site, path, types = AS_XML) {
  const faults = []
  const context = await browser.newContext({ viewport: WIDTHS.phone })
  try {
    const asked = []
    context.on('request', (request) => asked.push(request.url()))
    const page = await open(context, site, site.address(path), faults, types)
    const style = site.text(path).match(/<\?xml-stylesheet[^?]*href="([^"]+)"/)?.[1]
    if (!style || !asked.includes(style)) faults.push(`no stylesheet is fetched: ${style}`)
    const view = await page.evaluate(shown)
    if (!view.larger) faults.push('its title is no larger than its text')
    if (view.content) faults.push(`shows the markup of ${view.content} entries`)
    if (!view.headlines) faults.push('hides headlines')
    for (const address of [site.address(path), newsroom(site, path)]) {
      if (!view.text.includes(address)) faults.push(`does not show ${address}`)
    }
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
    if (wide > 0) faults.push('scrolls sideways at 390')
  } catch (fault) {
    faults.push(`does not open: ${fault.message.split('\n')[0]}`)
  } finally {
    await context.close()
  }
  return faults
}

// The page that a feed itself names as its own.
function newsroom(site, path) {
  const text = site.text(path)
  const link = /<channel>.*?<link>([^<]*)/s.exec(text) ?? /<link\b(?=[^>]*rel="alternate")[^>]*href="([^"]*)"/.exec(text)
  return link[1].replaceAll('&amp;', '&')
}

export const NO_BUTTON = 'has no copy button'

// `wanted` are the texts that have to be in the clipboard, beside the date line.
export async function copied(browser, site, path, wanted) {
  const faults = []
  const context = await browser.newContext({ viewport: WIDTHS.desktop })
  try {
    await context.grantPermissions(['clipboard-read', 'clipboard-write'], { origin: new URL(site.root).origin })
    const page = await open(context, site, site.address(path), faults)
    const button = page.locator('main button:visible')
    if (!(await button.count())) return [...faults, NO_BUTTON]
    await page.evaluate(() => navigator.clipboard.writeText(''))
    const reached = async () => button.first().evaluate((node) => node === document.activeElement)
    for (let tab = 0; tab < 120 && !(await reached()); tab++) await page.keyboard.press('Tab')
    if (!(await reached())) return [...faults, 'no key reaches the button']
    await page.keyboard.press('Enter')
    await page.waitForTimeout(200)
    const text = (await page.evaluate(() => navigator.clipboard.readText())).replace(/\s+/g, ' ')
    const plain = (part) => part.replace(/\s+/g, ' ').trim()
    const line = await page.locator('main time').first().locator('..').innerText()
    for (const part of [...wanted, line]) if (!text.includes(plain(part))) faults.push(`copies all but ${part}: ${text.slice(0, 120)}`)
  } catch (fault) {
    faults.push(`can't be copied: ${fault.message.split('\n')[0]}`)
  } finally {
    await context.close()
  }
  return faults
}

// On a busy machine the browser may give no picture in time; that says nothing of the page.
async function pictured(browser, site, path, as, file, tries = 3) {
  const context = await browser.newContext(as)
  try {
    const page = await open(context, site, site.address(path), [], AS_XML)
    // An XML document has no height of its own that a full picture could take.
    await page.screenshot({ path: file, fullPage: path.endsWith('.html') })
  } catch (fault) {
    if (tries === 1) throw fault
    await pictured(browser, site, path, as, file, tries - 1)
  } finally {
    await context.close()
  }
}

export async function pictures(browser, site, paths, folder) {
  mkdirSync(folder, { recursive: true })
  const taken = []
  for (const [name, path] of Object.entries(paths)) {
    for (const [width, viewport] of Object.entries(WIDTHS)) {
      for (const colorScheme of SCHEMES) {
        const file = `${name}-${width}-${colorScheme}.png`
        await pictured(browser, site, path, { viewport, colorScheme }, join(folder, file))
        taken.push(file)
      }
    }
  }
  return taken
}
