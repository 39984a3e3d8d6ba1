// Ways to spoil pages, each one thing at a time: [page, change, reason]. `page` is
// the newsroom's or a release's with a picture, `change` gives what else is to be
// found in the site, `reason` must match what the judge says.
const html = (change) => (site, page) => {
  const before = site.text(page)
  const after = change(before)
  return after === before ? null : [[page, Buffer.from(after)]]
}
const inMain = (more) => html((text) => text.replace('</main>', `${more}</main>`))
const gone = (file) => () => [[file, null]]
const feed = (name, change) => (site) => [[name, Buffer.from(change(site.text(name)))]]

export const BLEMISHES = {
  'broken link': ['newsroom', inMain('<p><a href="https://news.example.org/releases/nowhere/">On</a></p>'), /leads nowhere/],
  'relative link': ['newsroom', inMain('<p><a href="releases/">On</a></p>'), /not absolute/],
  'fragment without id': [
    'newsroom',
    (site, page) => inMain(`<p><a href="${site.address(page)}#nowhere">On</a></p>`)(site, page),
    /leads to no id/,
  ],
  'missing alt': ['release', html((text) => text.replace(/(<main.*?<img[^>]*?) alt="[^"]*"/s, '$1')), /axe.*image-alt/],
  'low contrast': ['newsroom', inMain('<p style="color:#bbb;background:#fff">Hard to read</p>'), /axe.*color-contrast/],
  'low contrast in the dark': [
    'newsroom',
    inMain('<style>.x{background:#fff;color:#000}@media(prefers-color-scheme:dark){.x{color:#bbb}}</style><p class="x">Read'),
    /axe .phone dark, desktop dark.: color-contrast: .*\.x/,
  ],
  'console error': ['newsroom', inMain('<script>console.error("spoilt")</script>'), /console: spoilt/],
  'script that throws': ['newsroom', inMain('<script>nowhere()</script>'), /console: .*nowhere/],
  'no canonical': ['newsroom', html((text) => text.replace(/<link[^>]*rel="?canonical[^>]*>/, '')), /canonical is missing/],
  'wrong canonical': [
    'release',
    html((text) => text.replace(/(<link[^>]*rel="?canonical"?[^>]*href="[^"]*)"/, '$1x/"')),
    /canonical is http/,
  ],
  'missing feed': ['newsroom', gone('rss.xml'), /is no application\/rss\+xml/],
  'feed of another kind': ['newsroom', feed('atom.xml', (text) => text.replaceAll(/(<\/?)feed\b/g, '$1rss')), /is no application\/atom/],
  'cut feed': ['newsroom', feed('feed.json', (text) => text.slice(0, -10)), /is no application\/feed\+json/],
  'undiscovered feed': ['release', html((text) => text.replace(/<link[^>]*application\/atom\+xml[^>]*>/g, '')), /no feed of .*atom/],
  'missing stylesheet': ['newsroom', gone('style.css'), /style\.css/],
  'request elsewhere': ['newsroom', inMain('<img alt="" src="https://elsewhere.example/dot.gif">'), /which is elsewhere/],
  'second headline': ['newsroom', inMain('<h1>Another</h1>'), /2 h1/],
  'no language': ['newsroom', html((text) => text.replace(/(<html[^>]*?) lang="?[\w-]+"?/, '$1')), /no lang/],
  'no title': ['release', html((text) => text.replace(/<title>.*?<\/title>/s, '')), /no title/],
  'no landmark': ['release', html((text) => text.replace(/<(\/?)main\b/g, '<$1div')), /not one main/],
  'id twice': ['newsroom', inMain('<p id="same">A</p><p id="same">B</p>'), /id twice/],
  'broken data': ['release', html((text) => text.replace(/(<script type="?application\/ld\+json"?>)/, '$1{,')), /JSON-LD/],
  'too wide': ['newsroom', inMain('<div style="width:500px">Wide</div>'), /scrolls sideways at 390/],
  'too wide for a small phone': ['newsroom', inMain('<div style="width:360px">Wide</div>'), /scrolls sideways at 320/],
  'words that do not break': [
    'newsroom',
    feed('style.css', (text) => text.replaceAll('overflow-wrap: anywhere', '')),
    /a word of ninety letters/,
  ],
  'text by script': ['newsroom', inMain('<p id="late"></p><script>late.textContent="Late"</script>'), /without JavaScript/],
  'print without text': ['release', inMain('<style>@media print{main p{display:none}}</style>'), /print hides/],
  'print with navigation': ['newsroom', inMain('<style>@media print{nav{display:block!important}}</style><nav aria-label="x">N</nav>'), /print shows/],
}

export const HAND_BLEMISHES = {
  'no stylesheet': [
    'rss.xml',
    feed('rss.xml', (text) => text.replace(/<\?xml-stylesheet.*?\?>/, '')),
    /no stylesheet/,
  ],
  'missing stylesheet': ['atom.xml', gone('feed.css'), /feed\.css, which is not there/],
  'markup shown': [
    'rss.xml',
    (site) => [['feed.css', Buffer.from(`${site.text('feed.css')} *|* { display: block !important }`)]],
    /shows the markup/,
  ],
  'address hidden': [
    'atom.xml',
    (site) => [['feed.css', Buffer.from(`${site.text('feed.css')} *|link, *|link::before, *|link::after { display: none !important; content: "" !important }`)]],
    /does not show/,
  ],
}

export const COPY_BLEMISHES = {
  'missing script': [gone('copy.js'), /has no copy button/],
  'button that copies something else': [
    inMain('<script>{const f=Clipboard.prototype.writeText;Clipboard.prototype.writeText=function(){return f.call(this,"x")}}</script>'),
    /copies all but/,
  ],
  'button no key reaches': [
    inMain('<script>addEventListener("focusin",(event)=>event.target.closest("main button")?.blur())</script>'),
    /no key reaches/,
  ],
}
