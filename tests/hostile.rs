//! Releases that attack their readers: each file in `hostile` goes through every way into a release, and
//! what comes out is read as a browser reads it. All there may be is what is on the list of `allowed.rs`.
//!
//! A case is a piece of HTML or, as `.md`, of Markdown. It has to be dangerous where nobody looks after it. As `.svg` it
//! is a drawing that is to go with a release, and must not.

#![allow(clippy::expect_used, clippy::panic, reason = "a helper of tests may end them")]

mod browser;
mod harbour;
#[allow(dead_code, reason = "other tests use the rest")]
mod made;

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use browser::{Tree, allowed};
use dateline::edition::{self, Allowance};
use dateline::guard::Before;
use dateline::problem::Problem;
use made::Documents;
use rayon::prelude::*;
use roxmltree::Document;
use serde_json::Value;

const LEAD: &str = "The mayor lit the lamp that has stood at the harbour for eighty years.";
const AFTER: &str = "It can be seen from the ferry on every evening of the week.";

#[derive(Clone)]
struct Case {
    name: String,
    text: String,
}

impl Case {
    /// What a reader would be given if nobody cut it down.
    fn raw(&self) -> String {
        if Path::new(&self.name).extension().is_none_or(|extension| extension != "md") {
            return self.text.clone();
        }
        let mut html = String::new();
        let options = pulldown_cmark::Options::ENABLE_TABLES | pulldown_cmark::Options::ENABLE_FOOTNOTES;
        pulldown_cmark::html::push_html(&mut html, pulldown_cmark::Parser::new_ext(&self.text, options));
        html
    }

    fn is_drawing(&self) -> bool {
        Path::new(&self.name).extension().is_some_and(|extension| extension == "svg")
    }

    fn slug(&self) -> String {
        self.name.replace('.', "-")
    }

    fn line(&self) -> String {
        self.text.split_whitespace().collect::<Vec<_>>().join(" ")
    }
}

/// The pieces of HTML and Markdown; those that go in a release.
fn cases() -> Vec<Case> {
    let mut cases = files();
    cases.retain(|case| !case.is_drawing());
    assert!(cases.len() > 100, "{} cases", cases.len());
    cases
}

fn files() -> Vec<Case> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/hostile");
    let mut cases: Vec<Case> = fs::read_dir(folder)
        .expect("a folder")
        .map(|entry| {
            let path = entry.expect("an entry").path();
            let name = path.file_name().expect("a name").to_string_lossy().into_owned();
            Case { name, text: fs::read_to_string(&path).expect("a case") }
        })
        .collect();
    cases.sort_by(|a, b| a.name.cmp(&b.name));
    cases
}

/// A way into a release: what it is called, the file's ending, and its text around a case.
struct Way(&'static str, &'static str, fn(&Case) -> String);

const WAYS: [Way; 8] = [
    Way("a page", "html", |case| page(&case.text)),
    Way("a cell of a page", "html", |case| {
        page(&format!("<table><tr><th>Lamp<th>Light<tr><td>{}<td>bright<tr><td>a<td>b</table>", case.text))
    }),
    Way("code in a page", "html", |case| page(&format!("<pre><code>{}</code></pre>", case.text))),
    Way("Markdown", "md", |case| markdown(&case.text)),
    Way("a line of Markdown", "md", |case| markdown(&format!("The lamp {} is lit.", case.line()))),
    Way("an item of Markdown", "md", |case| {
        markdown(&format!("- {}\n- dark", case.text.trim_end().replace('\n', "\n  ")))
    }),
    Way("plain text", "txt", |case| {
        format!("{FRONT}---\nLamp lit\n\nAldwick, 1 May 2026 – {LEAD}\n\n{}\n\n{AFTER}\n", case.text)
    }),
    Way("fields", "md", fields),
];

const FRONT: &str = "---\nlanguage: en\n";

fn page(html: &str) -> String {
    format!("{FRONT}---\n<body>\n<h1>Lamp lit</h1>\n<p>Aldwick, 1 May 2026 – {LEAD}</p>\n<p>{AFTER}</p>\n{html}\n")
}

fn markdown(text: &str) -> String {
    format!("{FRONT}---\n# Lamp lit\n\nAldwick, 1 May 2026 – {LEAD}\n\n{AFTER}\n\n{text}\n")
}

fn fields(case: &Case) -> String {
    let line = serde_json::to_string(&format!("Lamp {}", case.line())).expect("a quoted text");
    // Each makes an address, and no two the same.
    let start: String = case.line().chars().take(50).collect();
    let subject = serde_json::to_string(&format!("{start} {}", case.slug())).expect("a quoted text");
    format!(
        "{FRONT}title: {line}\nsubtitle: {line}\ndate: 2026-05-01\nauthor: {line}\nsubjects: [{subject}]\n\
         image:\n  file: https://pictures.harbour.example/lamp.jpg\n  alt: {line}\n  caption: {line}\n  credit: {line}\n\
         correction: {{date: 2026-05-02, note: {line}}}\n---\n\n{LEAD}\n\n{AFTER}\n"
    )
}

/// A newsroom of one release a case.
struct Published {
    documents: Documents,
    slugs: Vec<String>,
}

impl Published {
    fn of(way: &Way, cases: &[Case]) -> Self {
        let sources: Vec<(String, String)> =
            cases.iter().map(|case| (format!("{}.{}", case.slug(), way.1), way.2(case))).collect();
        let desk = harbour::read(&sources);
        let newsroom = desk.newsroom.as_ref().unwrap_or_else(|| {
            let problems: Vec<String> =
                desk.problems.iter().filter(|problem| problem.is_error()).map(Problem::human).collect();
            panic!("{}: no release where a case is in it:\n{}", way.0, problems.join("\n"))
        });
        let config = harbour::config();
        let allowance = Allowance { removal: false, empty: false };
        let edition =
            edition::make(&config, newsroom, harbour::now(), &Before::default(), allowance).expect("an edition");
        Self {
            documents: made::documents(&edition).unwrap_or_else(|stop| panic!("{}: {stop:?}", way.0)),
            slugs: cases.iter().map(Case::slug).collect(),
        }
    }

    fn text(&self, name: &str) -> &str {
        let bytes = self.documents.get(name).unwrap_or_else(|| panic!("{name}: {:?}", self.documents.keys()));
        str::from_utf8(bytes).expect("UTF-8")
    }

    /// The pieces of HTML that readers of the three formats are given: where each stands, and what it is.
    fn pieces(&self) -> Vec<(String, String)> {
        let mut pieces = Vec::new();
        for (name, elements) in [("rss.xml", ["encoded", "description"]), ("atom.xml", ["content", "content"])] {
            let document = Document::parse(self.text(name)).expect("well-formed XML");
            for entry in document.descendants().filter(|node| matches!(node.tag_name().name(), "item" | "entry")) {
                let child = |name: &str| entry.children().find(|child| child.tag_name().name() == name);
                let id = child("guid").or(child("id")).and_then(|id| id.text()).expect("an id");
                pieces.extend(elements.map(|element| {
                    let html = child(element).and_then(|child| child.text()).expect("HTML");
                    (format!("{id} in {name}, {element}"), html.to_owned())
                }));
            }
        }
        let json: Value = serde_json::from_str(self.text("feed.json")).expect("JSON");
        pieces.extend(json["items"].as_array().expect("items").iter().map(|item| {
            let html = item["content_html"].as_str().expect("content").to_owned();
            (format!("{} in feed.json", item["id"]), html)
        }));
        assert_eq!(pieces.len(), 5 * self.slugs.len());
        pieces
    }

    /// What is in the documents and must not be there; `usual` are those of releases that attack nobody.
    fn faults(&self, usual: &Self) -> Vec<String> {
        // In all three feeds nearly the same, so each is looked at once.
        let mut pieces: BTreeMap<String, Vec<String>> = BTreeMap::new();
        for (place, html) in self.pieces() {
            pieces.entry(html).or_default().push(place);
        }
        let pieces = pieces.par_iter().flat_map_iter(|(html, places)| {
            let silent = !html.contains(LEAD);
            let silent = silent.then(|| "no lead".to_owned());
            allowed::in_a_piece(html).into_iter().chain(silent).map(move |fault| format!("{places:?}: {fault}"))
        });
        let mut faults: Vec<String> = pieces.collect();
        let lists = ["index.html", "years/2026/index.html"].map(str::to_owned);
        let pages: Vec<String> =
            self.slugs.iter().map(|slug| format!("releases/{slug}/index.html")).chain(lists).collect();
        faults.par_extend(pages.par_iter().flat_map_iter(|name| {
            let html = self.text(name);
            let differing = allowed::difference(allowed::frame(html), &allowed::frame(usual.text(name)));
            let scripts = Tree::of_page(html, true).texts_in("script").into_iter();
            let foreign = scripts.filter(|script| !script.is_empty() && serde_json::from_str::<Value>(script).is_err());
            differing.into_iter().chain(foreign).map(move |fault| format!("{name}: {fault}"))
        }));
        let broken = self.documents.iter().filter(|(_, bytes)| {
            bytes.starts_with(b"<?xml") && Document::parse(&String::from_utf8_lossy(bytes)).is_err()
        });
        faults.extend(broken.map(|(name, _)| format!("{name} is not well-formed")));
        faults
    }
}

#[test]
fn nothing_that_attacks_a_reader_comes_out_of_any_way_into_a_release() {
    let cases = cases();
    let harmless: Vec<Case> =
        cases.iter().map(|case| Case { text: format!("light {}", case.slug()), ..case.clone() }).collect();
    let mut faults = Vec::new();
    for way in &WAYS {
        let (published, usual) = (Published::of(way, &cases), Published::of(way, &harmless));
        faults.extend(published.faults(&usual).into_iter().map(|fault| format!("{}: {fault}", way.0)));
    }
    assert!(faults.is_empty(), "{} faults:\n{}", faults.len(), faults.join("\n"));
}

#[test]
fn a_drawing_that_runs_or_fetches_something_goes_with_no_release() {
    let drawings: Vec<Case> = files().into_iter().filter(Case::is_drawing).collect();
    assert!(drawings.len() > 30, "{} drawings", drawings.len());
    let harmless = "<svg xmlns=\"http://www.w3.org/2000/svg\"><rect width=\"9\" height=\"9\"/></svg>";
    let mut sources = vec![("lamp.svg".to_owned(), harmless.to_owned())];
    for Case { name, text } in &drawings {
        sources.push((name.clone(), text.clone()));
        let release =
            format!("{FRONT}attachments: [lamp.svg, {name}]\n---\nLamp lit\n\nAldwick, 1 May 2026 – {LEAD}\n");
        sources.push((format!("{name}.txt"), release));
    }
    let problems: Vec<String> = harbour::read(&sources).problems.iter().map(Problem::human).collect();
    for Case { name, .. } in &drawings {
        let of_it: Vec<&String> =
            problems.iter().filter(|problem| problem.contains(&format!("/{name}.txt:"))).collect();
        let refused = of_it.iter().filter(|problem| problem.contains(": the SVG ") && !problem.contains("damaged"));
        assert!(of_it.len() == 1 && refused.count() == 1, "{name}: {of_it:?}");
    }
}

/// Or what judges here would see nothing.
#[test]
fn every_case_is_dangerous_where_nobody_looks_after_it() {
    let plain = Case { name: "lamp.md".to_owned(), text: "UNCUT".to_owned() };
    let published = Published::of(&WAYS[3], &[plain]);
    let page = published.text("releases/lamp-md/index.html");
    let (whole, usual) = (allowed::frame("<!doctype html>"), allowed::frame(page));
    let mut idle = Vec::new();
    for case in cases() {
        let raw = case.raw();
        if allowed::in_a_piece(&raw).is_empty() && allowed::frame(&format!("<!doctype html>{raw}")) == whole {
            idle.push(case.name);
        // A page that has begun takes no frames.
        } else if allowed::difference(allowed::frame(&page.replace("UNCUT", &raw)), &usual).is_empty()
            && !raw.starts_with("<frameset")
        {
            idle.push(format!("{} in a page", case.name));
        }
    }
    assert!(idle.is_empty(), "{idle:?}");
}
