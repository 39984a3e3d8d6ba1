// What somebody would write around an npm package: reads the releases, writes three feeds.
//
//   node feeds.mjs feed|feedsmith RELEASES OUT
import { mkdirSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

const [, , which, folder, out] = process.argv;
const require = createRequire(join(process.env.NODE_MODULES, "x.js"));
const site = "https://news.harbour.example/";
const id = "tag:harbour.example,2018:";

const escaped = (text) => text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;");

// Not read as dateline reads them: the first line is place and date, the second the headline.
const months =
  "january february march april may june july august september october november december januar februar märz april mai juni juli august september oktober november dezember janvier février mars avril mai juin juillet août septembre octobre novembre décembre enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre".split(" ");
function dated(line) {
  const words = line.toLowerCase().match(/[\p{L}]+|\d+/gu);
  const month = months.findIndex((name) => words.includes(name)) % 12;
  const [a, b] = words.filter((word) => /^\d+$/.test(word)).map(Number);
  return new Date(Date.UTC(Math.max(a, b), month, Math.min(a, b), 8));
}

const releases = readdirSync(folder)
  .filter((name) => name.endsWith(".txt"))
  .map((name) => {
    const paragraphs = readFileSync(join(folder, name), "utf8").trim().split(/\n\n+/);
    return {
      slug: name.slice(0, -4),
      title: paragraphs[1],
      date: dated(paragraphs[0]),
      summary: paragraphs[2],
      html: paragraphs.slice(2).map((text) => `<p>${escaped(text)}</p>`).join("\n"),
    };
  })
  .sort((a, b) => b.date - a.date);

mkdirSync(out, { recursive: true });
const write = (name, text) => writeFileSync(join(out, name), text);
const module = await import(pathToFileURL(require.resolve(which)));

if (which === "feed") {
  const feed = new module.Feed({
    title: "Harbour Newsroom",
    description: "News of the harbour",
    id: site,
    link: site,
    language: "en",
    feedLinks: { rss: `${site}rss.xml`, atom: `${site}atom.xml`, json: `${site}feed.json` },
  });
  for (const { slug, title, date, summary, html } of releases) {
    feed.addItem({ title, id: id + slug, link: `${site}releases/${slug}/`, date, published: date, description: summary, content: html });
  }
  write("rss.xml", feed.rss2());
  write("atom.xml", feed.atom1());
  write("feed.json", feed.json1());
} else {
  write("rss.xml", module.generateRssFeed({
    title: "Harbour Newsroom",
    description: "News of the harbour",
    link: site,
    items: releases.map(({ slug, title, date, summary, html }) => ({
      title,
      link: `${site}releases/${slug}/`,
      guid: { value: id + slug, isPermaLink: false },
      pubDate: date,
      description: summary,
      content: { encoded: html },
    })),
  }));
  write("atom.xml", module.generateAtomFeed({
    id: site,
    title: { value: "Harbour Newsroom" },
    updated: releases[0].date,
    entries: releases.map(({ slug, title, date, summary, html }) => ({
      id: id + slug,
      title: { value: title },
      updated: date,
      published: date,
      links: [{ href: `${site}releases/${slug}/` }],
      summary: { value: summary },
      content: { value: html, type: "html" },
    })),
  }));
  write("feed.json", JSON.stringify(module.generateJsonFeed({
    title: "Harbour Newsroom",
    feed_url: `${site}feed.json`,
    items: releases.map(({ slug, title, date, summary, html }) => ({
      id: id + slug,
      url: `${site}releases/${slug}/`,
      title,
      summary,
      content_html: html,
      date_published: date,
    })),
  })));
}
