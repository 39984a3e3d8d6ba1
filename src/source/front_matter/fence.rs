//! Where front matter begins and ends. What stands in it is not looked at.

use super::KEYS;
use crate::manuscript::Block;
use crate::problem::{Place, Report};

type Split<'a> = (Option<(&'a str, usize)>, &'a str, usize);

/// Splits a text into its front matter, if it opens with `---`, and the rest, each with the
/// number of its first line.
pub fn split<'a>(text: &'a str, report: &mut Report) -> Split<'a> {
    let mut opener = 1;
    let mut rest = text;
    // Blank lines before the opener do no harm.
    while let Some((line, after)) = rest.split_once('\n')
        && line.trim().is_empty()
    {
        opener += 1;
        rest = after;
    }
    // "+++ EILMELDUNG +++" is a line of the text.
    if rest.lines().next().is_some_and(|line| line.trim() == "+++")
        || rest.lines().next().is_some_and(|line| line.trim() == "{")
    {
        report.error(
            Place::line(opener),
            "front matter of this kind is not read",
            "write YAML: `---`, one `key: value` a line, `---`",
        );
        return (None, "", opener);
    }
    if let Some((first, below)) = rest.split_once('\n')
        && is_other_rule(first.trim())
        && below.lines().find(|line| !line.trim().is_empty()).is_some_and(|line| key(line).is_some())
    {
        report
            .error(Place::line(opener), "front matter begins with three hyphens", "write `---` above and below it")
            .found(first);
        return (None, "", opener);
    }
    let Some((_, yaml)) = rest.split_once('\n').filter(|(first, _)| first.trim_end() == "---") else {
        return (None, text, 1);
    };
    let mut offset = 0;
    for (index, line) in yaml.split('\n').enumerate() {
        let end = offset + line.len();
        if matches!(line.trim_end(), "---" | "...") && index > 0 && is_rule_around(&yaml[..offset]) {
            return (None, text, 1);
        }
        if matches!(line.trim_end(), "---" | "...") {
            let body = yaml.get(end + 1..).unwrap_or("");
            refuse_more(body, opener + index + 2, report);
            return (Some((&yaml[..offset], opener + 1)), body, opener + index + 2);
        }
        offset = end + 1;
    }
    report.error(Place::line(opener), "the front matter has no end", "close it with a line `---`");
    (None, yaml, opener + 1)
}

/// Keys right below the line that ends the front matter: who wrote "draft: true" there meant it.
fn refuse_more(body: &str, first_line: usize, report: &mut Report) {
    const MOST: usize = 12;
    let stated = || body.lines().map_while(|line| key(line).filter(|key| line.starts_with(key)));
    let certain = stated().any(|key| OF_FRONT_MATTER.contains(&key)) || stated().nth(1).is_some();
    // "permalink: /news/" and the like, with a second end below.
    let is_key = |line: &str| {
        line.split_once(": ").is_some_and(|(key, _)| key.chars().all(|c| c.is_ascii_lowercase() || c == '_'))
    };
    let above_rule = || body.lines().take(MOST).take_while(|line| !line.trim().is_empty());
    let end = above_rule().position(|line| line.trim_end() == "---");
    let ends_again = || end.is_some_and(|end| above_rule().take(end).filter(|line| is_key(line)).count() >= 2);
    if let Some(line) = body.lines().next().filter(|_| certain || ends_again()) {
        let fix = "delete the line `---` above it, so that all keys stand between two";
        report.error(Place::line(first_line), "the front matter goes on below the line that ends it", fix).found(line);
    }
}

/// What no text says of itself in its first line.
const OF_FRONT_MATTER: [&str; 9] =
    ["updated", "correction", "withdrawn", "translation_key", "slug", "id", "attachments", "draft", "status"];

/// "PRESS RELEASE" between two rules, which states nothing.
fn is_rule_around(yaml: &str) -> bool {
    let mut lines = yaml.lines().filter(|line| !line.trim().is_empty());
    let first = lines.next().unwrap_or("");
    let only = lines.next().is_none() && !first.contains([':', '#', '[', '{', '-']);
    only && first.contains(char::is_alphabetic)
}

/// A dash, as a word processor makes of `---`, or another number of hyphens.
fn is_other_rule(line: &str) -> bool {
    const LONGEST: usize = 12;
    line != "---" && (1..=LONGEST).contains(&line.chars().count()) && line.chars().all(|c| "-‐‑‒–—―−".contains(c))
}

/// The key of `key: value`.
fn key(line: &str) -> Option<&'static str> {
    let (written, _) = line.split_once(':')?;
    KEYS.into_iter().find(|key| written.trim_end().eq_ignore_ascii_case(key))
}

/// Front matter above a text whose format has none would be published as its first words. One key
/// alone may be a word of the text, unless nothing but front matter has it.
pub fn refuse_above(blocks: &[Block], report: &mut Report) {
    let stated = blocks.iter().flat_map(|block| block.text().lines());
    let stated: Vec<&str> = stated
        .skip_while(|line| is_other_rule(line) || line.starts_with("---"))
        .map_while(|line| key(line).filter(|key| line.starts_with(key)))
        .collect();
    let (Some(first), true) =
        (blocks.first(), stated.len() >= 2 || stated.first().is_some_and(|key| OF_FRONT_MATTER.contains(key)))
    else {
        return;
    };
    let fix = "delete these lines, or save the text as .txt and state them there, between two lines `---`";
    report.error(first.at, "a file of this format holds no front matter", fix).found(first.text());
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::text;

    #[test]
    fn front_matter_above_a_text_that_can_hold_none_is_refused() {
        for (words, refused) in [
            ("---\ntitle: Lamp room restored\nplace: Hamburg\n---\n\nLamp room restored", true),
            ("slug: lamp-room\n\nLamp room restored", true),
            ("—\nslug: lamp-room\n—\n\nLamp room restored", true),
            ("embargo: 30 November 2026, 10:00\n\nLamp room restored", false),
            ("Title: Lamp room restored\nPlace: Hamburg\nDate: 4 March 2026", false),
            ("Lamp room restored\n\ntitle: none\nslug: none", false),
        ] {
            let mut report = Report::new("a.docx");
            refuse_above(&text::read(words, 1).blocks, &mut report);
            assert_eq!(report.has_errors(), refused, "{words}");
        }
    }

    #[test]
    fn keys_below_the_end_are_not_passed_over() {
        for (below, refused) in [
            ("draft: true\n---\nLamp room restored", true),
            ("draft: true\n\nLamp room restored", true),
            ("place: Hamburg\ndate: 4 March 2026\n\nLamp room restored", true),
            ("place: Hamburg\nlayout: post\n---\nLamp room restored", true),
            (" joint news release\npermalink: /news/lamp\nbreadcrumb: News\n---\nLamp room restored", true),
            ("Lamp room: restored\n---\nThe lamp is lit.", false),
            ("place: Hamburg\n\nLamp room restored", false),
            ("embargo: 4 March 2026, 10:00\n\nLamp room restored", false),
            ("\ndraft: true", false),
            ("Date: 4 March 2026\nPlace: Hamburg\n", false),
        ] {
            let mut report = Report::new("a.md");
            split(&format!("---\ntitle: Lamp\n---\n{below}"), &mut report);
            assert_eq!(report.has_errors(), refused, "{below}");
        }
    }
}
