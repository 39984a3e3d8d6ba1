//! What holds for any text a release can be made of.
//!
//! Every case goes the program's own way, from files in a folder to verified documents. A release
//! may be refused; one that is taken must come out of all three formats as it went in.
#![allow(clippy::expect_used, clippy::panic, reason = "a helper of tests may end them")]

mod harbour;
mod made;

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;

use dateline::characters::{self, Verdict};
use dateline::edition::{self, Allowance};
use dateline::feed::{Entry, Feed, Format, Part};
use dateline::guard::Before;
use dateline::instant::Instant;
use dateline::newsroom::{Cleared, Newsroom};
use dateline::problem::Problem;
use dateline::verify::{self, Finding};
use proptest::prelude::*;
use roxmltree::Document;
use serde_json::Value;
use unicode_normalization::UnicodeNormalization as _;

use harbour::{config, now, read};

/// The folder's newsroom, unless a release in it is refused.
fn newsroom(sources: &[(String, String)]) -> Option<Newsroom> {
    read(sources).newsroom
}

fn documents(newsroom: &Newsroom) -> Result<Vec<(Format, Vec<u8>)>, TestCaseError> {
    let allowance = Allowance { removal: false, empty: true };
    let config = config();
    let edition = edition::make(&config, newsroom, now(), &Before::default(), allowance);
    let feeds = edition.and_then(|edition| made::feeds(&edition));
    feeds.map_err(|stop| TestCaseError::fail(format!("{stop:?}")))
}

/// A YAML scalar in double quotes that holds any text.
fn quoted(text: &str) -> String {
    let mut quoted = String::from("\"");
    for c in text.chars() {
        match c {
            '"' | '\\' => {
                let _ = write!(quoted, "\\{c}");
            }
            ' '..='~' => quoted.push(c),
            _ => {
                let _ = write!(quoted, "\\U{:08X}", u32::from(c));
            }
        }
    }
    quoted + "\""
}

/// What has broken feeds.
#[rustfmt::skip]
const AWKWARD: [&str; 48] = [
    "]]>", "<![CDATA[", "&", "&amp;", "&amp;lt;", "&#0;", "&#x1F;", "&#xFFFE;", "&nbsp;", "&copy;", "<", "<b>",
    "</title>", "<!--", "-->", "<script>", "\"", "'", "\\", "\n", "\n\n", "\r\n", "\t", "\u{A0}", "\u{85}",
    "\u{2028}", "\u{FEFF}", "\u{AD}", "{{", "---", "# ", "* ", "> ", "| a | b |", "[x](y)", "![x](y)", "`",
    "www.harbour.example", "https://a.example/?a=1&b=2", "a@b.example", "\u{202E}", "\u{200B}", "👩\u{200D}🚀", "e\u{301}",
    "\u{1F1E9}\u{1F1EA}", "\u{B}", "\u{C}", "\0",
];

/// Texts with some of it.
fn awkward() -> BoxedStrategy<String> {
    let piece = prop_oneof![
        4 => "[a-zA-Zäöüß ]{1,8}",
        1 => prop::sample::select(AWKWARD.as_slice()).prop_map(str::to_owned),
        1 => any::<char>().prop_map(String::from),
        // Most scalars are rare signs; control characters need a draw of their own.
        1 => (0_u32..0xA0).prop_filter_map("a scalar", char::from_u32).prop_map(String::from),
    ];
    prop::collection::vec(piece, 1..8).prop_map(|pieces| pieces.concat()).boxed()
}

/// The same without what is refused in any case.
fn possible() -> BoxedStrategy<String> {
    awkward()
        .prop_map(|text| {
            let allowed = |c: char| {
                !matches!(c, '\0'..='\u{8}' | '\u{E}'..='\u{1F}' | '\u{7F}'..='\u{9F}')
                    && u32::from(c) & 0xFFFE != 0xFFFE
            };
            let kept: String = text.chars().filter(|c| allowed(*c)).collect();
            kept.replace("&#", "# ")
        })
        .boxed()
}

/// A line of a plain text, with one of the words that tell its part of the release.
fn line() -> impl Strategy<Value = String> {
    let opening = prop::sample::select(vec![
        "",
        "",
        "About ",
        "Photo: ",
        "Caption: ",
        "(Photo: ",
        "Contact: ",
        "Media contact:\n",
        "Tel: +49 431 ",
        "Fax: ",
        "Email: ",
        "Email: a@b.example ",
        "www.",
        "https://",
        "- ",
        "• ",
        "1. ",
        "Notes to editors:\n",
        "Kiel, March 3, 2026 – ",
        "Date: ",
        "###",
    ]);
    let end = prop::sample::select(vec!["\n", "\n\n", ".\n\n"]);
    (opening, possible(), end).prop_map(|(opening, text, end)| format!("{opening}{text}{end}"))
}

const LEAD: &str =
    "The old crane of the harbour has been moved to the museum, and it took four days.\n\nThe gulls came along.";

/// A value of front matter as it is understood: one line, without marks that mean nothing.
fn one_line(text: &str) -> String {
    text.replace('\u{FEFF}', "").split_whitespace().collect::<Vec<_>>().join(" ")
}

#[derive(Debug, Clone)]
struct Texts {
    title: String,
    subtitle: String,
    subjects: Vec<String>,
    author: String,
    alt: String,
    caption: String,
    credit: String,
    body: String,
}

impl Texts {
    fn markdown(&self) -> String {
        let subjects: Vec<String> = self.subjects.iter().map(|subject| quoted(subject)).collect();
        format!(
            "---\ntitle: {}\nsubtitle: {}\ndate: 2026-03-02\nsubjects: [{}]\nauthor: {}\nimage:\n  file: https://p.harbour.example/a.jpg?w=1&h=2\n  alt: {}\n  caption: {}\n  credit: {}\n---\n\n{LEAD}\n\n{}\n",
            quoted(&self.title),
            quoted(&self.subtitle),
            subjects.join(", "),
            quoted(&self.author),
            quoted(&self.alt),
            quoted(&self.caption),
            quoted(&self.credit),
            self.body
        )
    }
}

fn texts(text: &BoxedStrategy<String>) -> impl Strategy<Value = Texts> + use<> {
    let more = (text.clone(), text.clone(), text.clone(), text.clone());
    (text.clone(), text.clone(), prop::collection::vec(text.clone(), 0..3), text.clone(), more).prop_map(
        |(title, subtitle, subjects, author, (alt, caption, credit, body))| Texts {
            title,
            subtitle,
            subjects,
            author,
            alt,
            caption,
            credit,
            body,
        },
    )
}

/// The releases of a newsroom, written, verified, and read back by parsers that did not write them.
fn comes_out_as_it_went_in(newsroom: &Newsroom) -> Result<(), TestCaseError> {
    let config = config();
    let entries: Vec<Entry> =
        newsroom.public_at(now()).iter().map(|cleared| Entry::of(cleared).expect("a kept release")).collect();
    let feed = Feed::new(&config);
    let documents = documents(newsroom)?;
    let part = Part::Subscription { prev: None };
    let of_documents = documents.iter().flat_map(|(format, bytes)| verify::part(&feed, part, &entries, *format, bytes));
    let findings: Vec<Finding> = verify::contents(&entries).into_iter().chain(of_documents).collect();
    let findings: Vec<String> =
        findings.iter().filter(|finding| !finding.is_advice()).map(ToString::to_string).collect();
    prop_assert!(findings.is_empty(), "{findings:?}");
    for (format, bytes) in &documents {
        let text = std::str::from_utf8(bytes).expect("UTF-8");
        let seen = match format {
            Format::Json => of_json(text),
            Format::Rss => of_xml(text, "item", ["title", "creator", "credit"]),
            Format::Atom => of_xml(text, "entry", ["title", "name", "credit"]),
        };
        let expected: Vec<[Vec<String>; 4]> = entries.iter().map(|entry| expected(entry, *format)).collect();
        prop_assert_eq!(seen, expected, "{:?}", format);
    }
    Ok(())
}

/// Title, authors, credits and subjects.
fn expected(entry: &Entry, format: Format) -> [Vec<String>; 4] {
    let mut authors = entry.authors.clone();
    if authors.is_empty() && format == Format::Rss {
        authors.push("Harbour Press Office".to_owned());
    }
    let credits = entry.media.iter().filter_map(|media| media.credit.clone());
    [vec![entry.title.clone()], authors, credits.collect(), entry.subjects.clone()]
}

fn of_xml(text: &str, element: &str, names: [&str; 3]) -> Vec<[Vec<String>; 4]> {
    let document = Document::parse(text).expect("well-formed XML");
    let parents = document.descendants().filter(|node| node.tag_name().name() == element);
    let seen = parents.map(|parent| {
        let all = |name: &str| -> Vec<String> {
            let found = parent.descendants().filter(|node| node.tag_name().name() == name);
            found.map(|node| node.attribute("label").or(node.text()).unwrap_or_default().to_owned()).collect()
        };
        let [title, author, credit] = names;
        [all(title), all(author), all(credit), all("category")]
    });
    seen.collect()
}

fn of_json(text: &str) -> Vec<[Vec<String>; 4]> {
    let feed: Value = serde_json::from_str(text).expect("JSON");
    let string = |value: &Value| value.as_str().expect("a string").to_owned();
    let list = |value: &Value| value.as_array().cloned().unwrap_or_default();
    let seen = feed["items"].as_array().expect("items").iter().map(|item| {
        [
            vec![string(&item["title"])],
            list(&item["authors"]).iter().map(|author| string(&author["name"])).collect(),
            list(&item["_press"]["captions"])
                .iter()
                .take(usize::from(item["image"].is_string()))
                .filter_map(|c| c["credit"].as_str())
                .map(str::to_owned)
                .collect(),
            list(&item["tags"]).iter().map(string).collect(),
        ]
    });
    seen.collect()
}

/// A release of a day with a text of its own.
fn plain(slug: &str) -> (String, String) {
    timed(slug, "")
}

/// The same, with what else its front matter says of its time.
fn timed(slug: &str, front: &str) -> (String, String) {
    let text = format!("---\ntitle: The crane {slug}\ndate: 2026-03-02\n{front}---\n\n{LEAD}\n");
    (format!("{slug}.md"), text)
}

/// Front matter by which releases are published in the same minute.
const TIMES: [&str; 4] = ["", "time: \"14:30\"\n", "embargo: 2 March 2026, 14:30\n", "updated: 2026-03-04 10:00\n"];

/// The instant that a release asks for, before it is set apart from the others.
fn wanted(cleared: &Cleared) -> Instant {
    cleared.release().expect("a kept release").published
}

/// Front matter that keeps a release from the public.
const HOLDS: [&str; 4] =
    ["embargo: 2031-05-04T09:00:00+02:00", "draft: true", "status: draft", "time: \"09:00\"\nembargo: 4 May 2031"];

/// Id and instant of what is public, newest first.
fn order(newsroom: &Newsroom) -> Vec<(String, Instant)> {
    newsroom.public_at(now()).iter().map(|cleared| (cleared.facts().id.to_string(), cleared.published())).collect()
}

fn slugs() -> impl Strategy<Value = Vec<String>> {
    prop::collection::hash_set("[a-z]{1,6}", 2..8).prop_map(|slugs| slugs.into_iter().collect())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 128, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn what_front_matter_and_markdown_say_comes_out_of_every_format_or_is_refused(texts in texts(&awkward())) {
        if let Some(newsroom) = newsroom(&[("crane.md".to_owned(), texts.markdown())]) {
            comes_out_as_it_went_in(&newsroom)?;
        }
    }

    #[test]
    fn what_can_stand_in_a_feed_comes_out_of_every_format(texts in texts(&possible())) {
        let newsroom = newsroom(&[("crane.md".to_owned(), texts.markdown())]);
        // Blank titles, placeholders and the like are refused.
        prop_assume!(newsroom.is_some());
        let newsroom = newsroom.expect("a newsroom");
        let public = newsroom.public_at(now());
        let release = public[0].release().expect("a kept release");
        // Letters come out composed, however they were written.
        let composed = |text: &str| one_line(text).nfc().collect::<String>();
        prop_assert_eq!(&release.title, &composed(&texts.title));
        // A blank author is none.
        let authors: Vec<String> = Some(composed(&texts.author)).filter(|author| !author.is_empty()).into_iter().collect();
        prop_assert_eq!(&release.authors, &authors);
        prop_assert_eq!(release.captions[0].credit.as_ref(), Some(&composed(&texts.credit)));
        comes_out_as_it_went_in(&newsroom)?;
    }

    #[test]
    fn a_plain_text_comes_out_of_every_format_or_is_refused(
        title in possible(),
        lines in prop::collection::vec(line(), 1..8),
    ) {
        let text = format!("Windhafen, March 2, 2026\n\n{title}\n\n{LEAD}\n\n{}\n", lines.concat());
        if let Some(newsroom) = newsroom(&[("crane.txt".to_owned(), text)]) {
            comes_out_as_it_went_in(&newsroom)?;
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn ids_and_order_do_not_depend_on_the_order_of_the_folder(slugs in slugs().prop_shuffle()) {
        let sources: Vec<(String, String)> = slugs.iter().map(|slug| plain(slug)).collect();
        let sorted: BTreeMap<String, String> = sources.iter().cloned().collect();
        let sorted: Vec<(String, String)> = sorted.into_iter().collect();
        let (one, other) = (newsroom(&sources).expect("a newsroom"), newsroom(&sorted).expect("a newsroom"));
        prop_assert_eq!(order(&one), order(&other));
        prop_assert!(documents(&one)? == documents(&other)?);
    }

    #[test]
    fn a_release_that_is_not_public_changes_no_byte(slugs in slugs(), held in 0..HOLDS.len(), text in possible()) {
        let mut sources: Vec<(String, String)> = slugs.iter().map(|slug| plain(slug)).collect();
        let before = documents(&newsroom(&sources).expect("a newsroom"))?;
        let (title, front) = (quoted(&format!("X {text}")), HOLDS[held]);
        let hidden = format!("---\ntitle: {title}\ndate: 2026-03-02\nsubjects: [Secrets]\n{front}\n---\n\n{LEAD}\n");
        sources.push(("held-back.md".to_owned(), hidden));
        if let Some(newsroom) = newsroom(&sources) {
            prop_assert!(documents(&newsroom)? == before);
        }
    }

    #[test]
    fn another_release_of_the_minute_moves_only_those_that_share_its_second(slugs in slugs(), time in 0..TIMES.len()) {
        let sources: Vec<(String, String)> = slugs.iter().map(|slug| timed(slug, TIMES[time])).collect();
        let all = newsroom(&sources).expect("a newsroom");
        let wanted: BTreeMap<String, Instant> =
            all.public_at(now()).iter().map(|cleared| (cleared.facts().id.to_string(), wanted(cleared))).collect();
        let sharing = |at: Instant| wanted.values().filter(|other| **other == at).count();
        // No rule could keep the rest where a second's releases find no room before it.
        prop_assume!(wanted.values().all(|at| i64::try_from(sharing(*at)).expect("few") <= at.second() + 1));
        for gone in 0..sources.len() {
            let mut fewer = sources.clone();
            fewer.remove(gone);
            let fewer = newsroom(&fewer).expect("a newsroom");
            let dates = |newsroom: &Newsroom| -> BTreeMap<String, (Instant, Instant)> {
                let dates = |cleared: &Cleared| (cleared.facts().id.to_string(), (cleared.published(), cleared.updated()));
                newsroom.public_at(now()).iter().map(dates).collect()
            };
            let without = dates(&fewer);
            for (id, at) in dates(&all) {
                if let Some(without) = without.get(&id) && sharing(wanted[&id]) == 1 {
                    prop_assert_eq!(*without, at, "{} moves with {}", id, sources[gone].0);
                }
            }
        }
    }

    #[test]
    fn nothing_is_public_before_its_embargos_end_nor_dated_after_now(slugs in slugs(), now in 0_i64..90, end in 0_i64..60) {
        let start = Instant::parse("2026-03-02T14:30:00+01:00").expect("an instant");
        let end = start.plus_seconds(end);
        let now = start.plus_seconds(now);
        let fronts = ["time: \"14:30\"\n".to_owned(), format!("embargo: {}\n", end.rfc3339())];
        let sources: Vec<(String, String)> =
            slugs.iter().enumerate().map(|(at, slug)| timed(slug, &fronts[at % 2])).collect();
        let newsroom = newsroom(&sources).expect("a newsroom");
        for cleared in newsroom.public_at(now) {
            prop_assert!(cleared.published() <= now && cleared.updated() <= now, "{}", cleared.facts().id);
            prop_assert!(cleared.facts().embargo.is_none() || end <= cleared.published(), "{}", cleared.facts().id);
        }
        prop_assert!(newsroom.public_at(start.plus_seconds(-1)).is_empty());
    }
}

#[test]
fn a_line_that_shows_nothing_is_blank() {
    for nothing in ["", " ", "\u{AD}", " \u{AD}\u{AD} ", "\u{FEFF}"] {
        let text = format!("Windhafen, March 2, 2026\n\n{nothing}\n\nThe crane moves\n\n{LEAD}\n");
        let newsroom = newsroom(&[("crane.txt".to_owned(), text)]).expect("a newsroom");
        let titles: Vec<String> =
            newsroom.public_at(now()).iter().map(|cleared| cleared.facts().title.clone()).collect();
        assert_eq!(titles, ["The crane moves"], "{nothing:?}");
    }
}

#[test]
fn no_two_of_many_releases_of_a_day_share_an_instant() {
    let sources: Vec<(String, String)> = (0..80).map(|number| plain(&format!("release-{number}"))).collect();
    let mut dates: Vec<Instant> =
        order(&newsroom(&sources).expect("a newsroom")).into_iter().map(|(_, at)| at).collect();
    assert!(dates.is_sorted_by(|a, b| a > b), "{dates:?}");
    dates.dedup();
    assert_eq!(dates.len(), 80);
}

#[test]
fn releases_whose_names_end_in_a_number_are_spread_over_the_minute() {
    let sources: Vec<(String, String)> = (0..60).map(|number| plain(&format!("pm-2026-{number:02}"))).collect();
    let newsroom = newsroom(&sources).expect("a newsroom");
    let stated: BTreeSet<Instant> = newsroom.public_at(now()).iter().map(wanted).collect();
    // Sixty thrown at sixty seconds hit thirty-eight of them on average.
    assert!(stated.len() > 28, "{} seconds for sixty releases", stated.len());
}

#[test]
fn a_second_that_two_releases_share_does_not_move_the_release_of_the_next() {
    let sources: BTreeMap<String, (String, String)> = (0..80)
        .map(|number| format!("{number}-release"))
        .map(|slug| (format!("tag:harbour.example,2018:{slug}"), plain(&slug)))
        .collect();
    let read = |ids: &[&String]| {
        let sources: Vec<(String, String)> = ids.iter().map(|id| sources[*id].clone()).collect();
        newsroom(&sources).expect("a newsroom")
    };
    let all = read(&sources.keys().collect::<Vec<_>>());
    let mut stated: BTreeMap<Instant, Vec<String>> = BTreeMap::new();
    for cleared in all.public_at(now()) {
        stated.entry(wanted(&cleared)).or_default().push(cleared.facts().id.to_string());
    }
    let found = stated.iter().find_map(|(at, ids)| match (ids.as_slice(), stated.get(&at.plus_seconds(1))) {
        ([first, second, ..], Some(next)) => Some((first, second, &next[0])),
        _ => None,
    });
    let (first, second, next) = found.expect("two of one second, and one of the next");
    let date = |ids: &[&String]| order(&read(ids)).into_iter().find(|(id, _)| id == next).map(|(_, at)| at);
    assert_eq!(date(&[first, next]), date(&[first, second, next]), "{second} moves {next}");
}

/// Each stands once in the headline, the sub-headline, a name, a caption, a credit and the body.
#[test]
fn every_unicode_scalar_that_may_stand_in_a_release_comes_out_of_every_format() {
    const OF_A_RELEASE: usize = 1024;
    const OF_A_NEWSROOM: usize = 64 * OF_A_RELEASE;
    let allowed: Vec<char> = ('\0'..=char::MAX).filter(|c| characters::verdict(*c) == Verdict::Keep).collect();
    for scalars in allowed.chunks(OF_A_NEWSROOM) {
        let releases = scalars.chunks(OF_A_RELEASE).enumerate().map(|(number, scalars)| {
            let text = format!("Lamp {} lit", scalars.iter().collect::<String>());
            let texts = Texts {
                title: text.clone(),
                subtitle: text.clone(),
                subjects: Vec::new(),
                author: text.clone(),
                alt: text.clone(),
                caption: text.clone(),
                credit: text.clone(),
                body: text.clone(),
            };
            let composed: String = text.nfc().filter(|c| c.is_alphanumeric()).collect();
            ((format!("r{number}.md"), texts.markdown()), composed)
        });
        let (sources, composed): (Vec<(String, String)>, Vec<String>) = releases.unzip();
        let first = scalars.first().map_or(0, |first| u32::from(*first));
        let desk = read(&sources);
        let problems: Vec<String> =
            desk.problems.iter().filter(|problem| problem.is_error()).map(Problem::human).collect();
        let newsroom = desk.newsroom.unwrap_or_else(|| panic!("from U+{first:04X} on: {problems:?}"));
        if let Err(error) = comes_out_as_it_went_in(&newsroom) {
            panic!("from U+{first:04X} on: {error}");
        }
        let titles: Vec<String> =
            newsroom.public_at(now()).iter().map(|cleared| Entry::of(cleared).expect("a kept release").title).collect();
        let letters = |text: &str| text.chars().filter(|c| c.is_alphanumeric()).collect::<String>();
        let titles: BTreeSet<String> = titles.iter().map(|title| letters(title)).collect();
        for composed in composed {
            // Ligatures of type set are taken apart.
            let apart = composed.replace(|c| ('\u{FB00}'..='\u{FB06}').contains(&c), "");
            assert!(titles.contains(&composed) || apart != composed, "from U+{first:04X} on: {composed}");
        }
    }
}
