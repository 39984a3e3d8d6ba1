//! Where front matter begins and ends. What stands in it is not looked at.

use super::{KEYS, foreign};
use crate::manuscript::Block;
use crate::problem::{Place, Report};

/// Keys that are no words of a release.
pub const OF_FRONT_MATTER: [&str; 9] =
    ["updated", "correction", "withdrawn", "translation_key", "slug", "id", "attachments", "draft", "status"];

/// What front matter is written in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    /// Between two lines `---`.
    Yaml,
    /// Between two lines `+++`.
    Toml,
}

/// The line above front matter: what is written below it, and the line that ends it.
#[derive(Debug, Clone, Copy)]
struct Opener {
    form: Form,
    mark: &'static str,
    /// It says what it opens, so that it is no rule of the text.
    named: bool,
}

impl Opener {
    /// "+++ EILMELDUNG +++" is a line of the text.
    fn of(line: &str) -> Option<Self> {
        let line = line.trim_end();
        let mark = ["---", "+++"].into_iter().find(|mark| line.starts_with(mark))?;
        let (form, named) = match line[mark.len()..].trim_start().to_ascii_lowercase().as_str() {
            "" => (if mark == "---" { Form::Yaml } else { Form::Toml }, false),
            "yaml" | "yml" => (Form::Yaml, true),
            "toml" => (Form::Toml, true),
            _ => return None,
        };
        Some(Self { form, mark, named })
    }

    fn ends_at(self, line: &str) -> bool {
        line == self.mark || self.form == Form::Yaml && line == "..."
    }
}

/// Front matter without the lines around it.
#[derive(Debug, Clone, Copy)]
pub struct Fenced<'a> {
    pub text: &'a str,
    pub first_line: usize,
    pub form: Form,
}

type Split<'a> = (Option<Fenced<'a>>, &'a str, usize);

/// Splits a text into its front matter, if it opens with `---` or `+++`, and the rest with the
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
    if foreign::refuse_opener(rest, opener, report) {
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
    let above = rest.split_once('\n').and_then(|(first, below)| Some((Opener::of(first)?, below)));
    let Some((opens, below)) = above.filter(|(opens, below)| opens.named || !is_head_of_mail(below)) else {
        let refused = above.is_none() && foreign::refuse_head(text, report);
        return (None, if refused { "" } else { text }, 1);
    };
    let mut offset = 0;
    for (index, line) in below.split('\n').enumerate() {
        let end = offset + line.len();
        if opens.ends_at(line.trim_end()) {
            if index > 0 && !opens.named && is_rule_around(&below[..offset]) {
                return (None, text, 1);
            }
            let body = below.get(end + 1..).unwrap_or("");
            let first_line = opener + index + 2;
            refuse_goes_on(body, first_line, report);
            return (
                Some(Fenced { text: &below[..offset], first_line: opener + 1, form: opens.form }),
                body,
                first_line,
            );
        }
        offset = end + 1;
    }
    report.error(Place::line(opener), "the front matter has no end", format!("close it with a line `{}`", opens.mark));
    (None, below, opener + 1)
}

/// Keys right below the line that ends front matter: it was closed too early, and one of them may hold the
/// release back.
fn refuse_goes_on(body: &str, first_line: usize, report: &mut Report) {
    const MOST: usize = 20;
    let is_mark = |line: &str| matches!(line.trim_end(), "---" | "+++");
    let lines = (first_line..).zip(body.lines()).filter(|(_, line)| !line.trim().is_empty());
    let lines: Vec<(usize, &str)> = lines.skip_while(|(_, line)| is_mark(line)).take(MOST).collect();
    let closed = lines.iter().position(|(_, line)| is_mark(line));
    let entries = |lines: &[(usize, &str)]| lines.iter().filter(|(_, line)| is_entry(line)).count();
    let above = &lines[..closed.unwrap_or(0)];
    let run = &lines[..lines.iter().take_while(|(_, line)| is_entry(line)).count()];
    let known: Vec<&str> = run.iter().filter_map(|(_, line)| key(line).filter(|key| line.starts_with(key))).collect();
    let sure = known.len() > 1 || known.iter().any(|key| OF_FRONT_MATTER.contains(key));
    if let Some((number, line)) = lines.first().filter(|_| sure || 2 * entries(above) > above.len()) {
        let what = "the front matter goes on below the line that ends it";
        let fix = "put this line above that one, or delete one of the two";
        report.error(Place::line(*number), what, fix).found(line.trim());
    }
}

/// `key: value`, the key as programs write it.
pub fn is_entry(line: &str) -> bool {
    let is_key = |key: &str| {
        key.starts_with(|c: char| c.is_ascii_lowercase())
            && key.chars().all(|c| c.is_ascii_alphanumeric() || c == '_' || c == '-')
    };
    line.split_once(':').is_some_and(|(key, value)| is_key(key) && (value.is_empty() || value.starts_with(' ')))
}

/// "PRESS RELEASE" between two rules, which states nothing.
fn is_rule_around(yaml: &str) -> bool {
    let mut lines = yaml.lines().filter(|line| !line.trim().is_empty());
    let first = lines.next().unwrap_or("");
    let only = lines.next().is_none() && !first.contains([':', '=', '#', '[', '{', '-']);
    only && first.contains(char::is_alphabetic)
}

/// "Wasserverband Hohenrain, Pressestelle, Telefon: 030 555 84": a rule above the head of an e-mail, of which no line
/// down to the next rule is an entry.
fn is_head_of_mail(below: &str) -> bool {
    const MOST_WORDS: usize = 3;
    let mut lines = below.lines().take_while(|line| !matches!(line.trim_end(), "---" | "...")).peekable();
    let may_state = |line: &str| {
        let key_like = |(key, _): (&str, &str)| !key.contains(',') && key.split_whitespace().count() <= MOST_WORDS;
        key(line).is_some()
            || line.starts_with(['#', '-', '{', '[', '"', '\'', '?', '!', '%', '&'])
            || line.split_once([':', '=']).is_some_and(key_like)
    };
    let opens_with_words = lines
        .by_ref()
        .find(|line| !line.trim().is_empty())
        .is_some_and(|first| !may_state(first) && first.contains(',') && first.starts_with(char::is_uppercase));
    opens_with_words && !lines.any(|line| key(line).is_some() || is_entry(line))
}

/// A dash, as a word processor makes of `---`, or another number of hyphens.
fn is_other_rule(line: &str) -> bool {
    const LONGEST: usize = 12;
    line != "---" && (1..=LONGEST).contains(&line.chars().count()) && line.chars().all(|c| "-‐‑‒–—―−".contains(c))
}

/// The key of `key: value`.
pub fn key(line: &str) -> Option<&'static str> {
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
    fn a_rule_above_the_head_of_an_e_mail_opens_no_front_matter() {
        let mail =
            "---\nHafenbund, Pressestelle, Telefon: 0123 555 01\nRedaktion: Ada Berg\n---\nNr. 5\n---\n\nLamp lit";
        let mut report = Report::new("a.txt");
        assert!(split(mail, &mut report).0.is_none() && !report.has_errors());
        for text in
            ["---\nHafenbund, Pressestelle\nembargo: 2026-11-30\n---\n\nLamp", "---\nTitel: Lamp, lit\n---\n\nLamp"]
        {
            assert!(split(text, &mut Report::new("a.txt")).0.is_some(), "{text}");
        }
    }

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
}
