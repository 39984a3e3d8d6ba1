// How a page behaves when somebody opens it: refuses messages on the console,
// requests that fail, what axe-core reports in light and dark at phone and desktop
// width, scrolling sideways, also with a long word in every text, a text that needs
// JavaScript, and a print that has the navigation in it or the text not.
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'

const axe = readFileSync(createRequire(`${process.env.NODE_MODULES}/`).resolve('axe-core/axe.min.js'), 'utf8')
export const WIDTHS = { phone: { width: 390, height: 844 }, desktop: { width: 1280, height: 900 } }
export const SCHEMES = ['light', 'dark']
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

// Opens an address; `faults` gets what goes wrong from here on.
export async function open(context, site, address, faults, types) {
  const page = await context.newPage()
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) faults.push(`console: ${message.text()}`)
  })
  page.on('pageerror', (error) => faults.push(`console: ${error.message}`))
  page.on('requestfailed', (request) => faults.push(`request failed: ${request.url()}`))
  page.on('dialog', (dialog) => faults.push(`dialog: ${dialog.message()}`) && dialog.dismiss())
  await site.answer(page, (fault) => faults.push(fault), types)
  await page.goto(address, { waitUntil: 'load' })
  return page
}

// Runs in Chromium.
async function reported(values) {
  const { violations } = await globalThis.axe.run(document, {
    runOnly: { type: 'tag', values },
    rules: { 'target-size': { enabled: true } },
    resultTypes: ['violations'],
  })
  return violations.map(({ id, help, nodes }) => `${id}: ${help}: ${nodes.slice(0, 3).map((node) => node.target.join(' '))}`)
}

async function accessible(page, faults) {
  await page.evaluate(axe)
  const where = new Map()
  for (const [width, size] of Object.entries(WIDTHS)) {
    await page.setViewportSize(size)
    for (const colorScheme of SCHEMES) {
      await page.emulateMedia({ colorScheme })
      for (const said of await page.evaluate(reported, TAGS)) {
        where.set(said, [...(where.get(said) ?? []), `${width} ${colorScheme}`])
      }
    }
  }
  await page.emulateMedia({ colorScheme: 'light' })
  faults.push(...[...where].map(([said, views]) => `axe (${views.join(', ')}): ${said}`))
}

async function narrow(page, faults) {
  for (const width of [390, 320]) {
    await page.setViewportSize({ width, height: 844 })
    const wide = await page.evaluate(() => {
      const { scrollWidth, clientWidth } = document.documentElement
      if (scrollWidth <= clientWidth) return null
      const culprit = [...document.body.querySelectorAll('*')].find((n) => n.getBoundingClientRect().right > clientWidth)
      return `${scrollWidth} wide, ${culprit?.tagName.toLowerCase()}.${culprit?.className}`
    })
    if (wide) faults.push(`scrolls sideways at ${width}: ${wide}`)
  }
  const word = await page.evaluate(lengthened)
  if (word) faults.push(`scrolls sideways at 320 with a word of ninety letters: ${word}`)
  await page.reload()
  await page.setViewportSize(WIDTHS.desktop)
}

// An address or a word may stand wherever a text does. Runs in Chromium.
function lengthened() {
  const texts = 'h1, h2, h3, p, li, a, figcaption, address'
  for (const node of document.querySelectorAll(texts)) {
    if (!node.closest('.skip, .hidden')) node.append(` ${'x'.repeat(90)}`)
  }
  const { scrollWidth, clientWidth } = document.documentElement
  if (scrollWidth <= clientWidth) return null
  const out = (node) => node.getBoundingClientRect().right > clientWidth && !node.closest('.wide')
  const culprit = [...document.body.querySelectorAll('*')].findLast(out)
  return `${scrollWidth} wide, ${culprit?.tagName.toLowerCase()}.${culprit?.className}`
}

// What there is on paper. Runs in Chromium.
function printed() {
  const shown = (node) => node.checkVisibility({ visibilityProperty: true, opacityProperty: true })
  const tell = (node) => `${node.tagName.toLowerCase()}: ${node.textContent.replace(/\s+/g, ' ').trim().slice(0, 60)}`
  const main = document.querySelector('main')
  // Ways to other pages are no use on paper.
  const text = [...main.querySelectorAll('h1, p, li, figcaption')].filter(
    (node) => node.textContent.trim() && !node.closest('nav, #subscribe, .subjects'),
  )
  return [
    ...[...document.querySelectorAll('nav')].filter(shown).map((n) => `print shows ${tell(n)}`),
    ...text.filter((node) => !shown(node) && !node.querySelector('button')).map((n) => `print hides ${tell(n)}`),
  ]
}

// The text there is to read; a button is something to do. Runs in Chromium.
function text() {
  document.querySelectorAll('main button').forEach((button) => button.remove())
  return document.querySelector('main')?.innerText.replace(/\s+/g, ' ').trim()
}

export async function behaviour(browser, site, path) {
  const faults = []
  const context = await browser.newContext({ viewport: WIDTHS.desktop })
  const bare = await browser.newContext({ viewport: WIDTHS.desktop, javaScriptEnabled: false })
  try {
    const page = await open(context, site, site.address(path), faults)
    await accessible(page, faults)
    await narrow(page, faults)
    await page.emulateMedia({ media: 'print' })
    faults.push(...(await page.evaluate(printed)).slice(0, 5))
    await page.emulateMedia({ media: 'screen' })
    const still = await open(bare, site, site.address(path), faults)
    const [scripted, unscripted] = [await page.evaluate(text), await still.evaluate(text)]
    if (!scripted || scripted !== unscripted) faults.push('reads differently without JavaScript')
  } catch (fault) {
    faults.push(`does not open: ${fault.message.split('\n')[0]}`)
  } finally {
    await Promise.all([context.close(), bare.close()])
  }
  return faults
}
