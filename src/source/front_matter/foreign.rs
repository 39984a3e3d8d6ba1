//! Heads that state something of a release and are no front matter as it is read here: in another form, below other
//! lines, without the line that opens them. Each is told how to be written.
//!
//! None is read, since what stands around it would be guessed; and none is left to the text, since it may say that
//! nobody is to see it.

use super::Stated;
use super::elsewhere;
use super::fence::{OF_FRONT_MATTER, is_entry, key};
use super::values::truth_of;
use super::waiting::{self, Holds};
use crate::problem::{Place, Report};

const NOT_READ: &str = "front matter of this kind is not read";
const WRITE_YAML: &str = "write YAML: `---`, one `key: value` a line, `---`";

/// How many lines may stand above front matter that stands too far below.
const FAR: usize = 40;

/// Refuses a text whose first line opens front matter in a form that is not read.
pub fn refuse_opener(text: &str, line: usize, report: &mut Report) -> bool {
    let refused = text.lines().next().is_some_and(|first| is_foreign(first.trim()));
    if refused {
        report.error(Place::line(line), NOT_READ, WRITE_YAML);
    }
    refused
}

/// `{`, `---json`, `;;;`, `#+TITLE: ...`, `% Title`.
fn is_foreign(first: &str) -> bool {
    const LONGEST: usize = 12;
    let is_language = |word: &str| {
        let known = ["yaml", "yml", "toml"].contains(&word);
        !known && (1..=LONGEST).contains(&word.len()) && word.bytes().all(|byte| byte.is_ascii_lowercase())
    };
    let of_json = first.strip_prefix('{').is_some_and(|rest| rest.is_empty() || rest.trim_start().starts_with('"'));
    let of_outline = first
        .strip_prefix("#+")
        .and_then(|rest| rest.split_once(':'))
        .is_some_and(|(key, _)| !key.is_empty() && key.bytes().all(|byte| byte.is_ascii_alphabetic() || byte == b'_'));
    of_json
        || of_outline
        || first.len() >= 3 && first.bytes().all(|byte| byte == b';')
        || ["---", "+++"].iter().any(|mark| first.strip_prefix(mark).is_some_and(is_language))
        || first.strip_prefix("% ").is_some_and(|rest| rest.trim_start().starts_with(char::is_alphabetic))
}

/// Refuses a text that states keys above its words and opens no front matter for them.
pub fn refuse_head(text: &str, report: &mut Report) -> bool {
    let lines: Vec<(usize, &str)> =
        (1..).zip(text.lines()).filter(|(_, line)| !line.trim().is_empty()).take(FAR).collect();
    let above = comments(&lines);
    let refused = unopened(&lines[above..])
        .map(|at| (at, "the front matter has no beginning", "write a line `---` above it"))
        .or_else(|| {
            let what = "front matter stands below other lines, where nobody reads it";
            Some((fenced_below(&lines, above)?, what, "put it at the top of the file, above everything else"))
        })
        .or_else(|| {
            let what = "this line may hold the release back, and is no front matter";
            let fix = "put it between two lines `---` at the top, as `draft: true`, or delete it";
            Some((switch(&lines)?, what, fix))
        });
    let Some(((number, line), what, fix)) = refused else { return false };
    report.error(Place::line(number), what, fix).found(line.trim());
    true
}

type Line<'a> = (usize, &'a str);

/// How many of the lines are comments above everything else.
fn comments(lines: &[Line<'_>]) -> usize {
    let mut within = None;
    let pairs = [("<!--", "-->"), ("{#", "#}"), ("{%", "%}"), ("{/*", "*/}"), ("/*", "*/")];
    lines
        .iter()
        .take_while(|(_, line)| {
            let line = line.trim();
            let end = within.or_else(|| pairs.iter().find(|(open, _)| line.starts_with(open)).map(|(_, end)| *end));
            within = end.filter(|end| !line.ends_with(end));
            end.is_some()
        })
        .count()
}

fn is_mark(line: &str) -> bool {
    matches!(line.trim_end(), "---" | "+++")
}

/// The first of the keys above a line that would end front matter, where nothing opens it.
fn unopened<'a>(lines: &[Line<'a>]) -> Option<Line<'a>> {
    let end = lines.iter().position(|(_, line)| is_mark(line))?;
    let stated = &lines[..end];
    let all = stated.iter().all(|(_, line)| is_stated(line)) && stated.first().is_some_and(|(_, line)| is_entry(line));
    let known = stated.iter().filter(|(_, line)| is_known(line)).count();
    (all && (known > 1 || stated.iter().any(|(_, line)| is_sure(line)))).then(|| stated[0])
}

/// The line above keys that stand between two rules, below other lines. `above` of those are comments.
fn fenced_below<'a>(lines: &[Line<'a>], above: usize) -> Option<Line<'a>> {
    let rules: Vec<usize> = (0..lines.len()).filter(|index| is_mark(lines[*index].1)).collect();
    rules.windows(2).find_map(|pair| {
        let stated = &lines[pair[0] + 1..pair[1]];
        let all = stated.iter().all(|(_, line)| is_stated(line));
        let entries = stated.iter().filter(|(_, line)| is_entry(line)).count();
        let known = stated.iter().filter(|(_, line)| is_known(line)).count();
        let sure = known > 1 || stated.iter().any(|(_, line)| is_sure(line)) || pair[0] == above && entries > 0;
        (all && sure).then(|| lines[pair[0]])
    })
}

/// What may stand in front matter: a key, or a line that goes on below one.
fn is_stated(line: &str) -> bool {
    let of_toml = || line.split_once(" = ").is_some_and(|(key, _)| !key.contains(' '));
    is_entry(line) || line.starts_with([' ', '\t', '-', '#', ']', '}', '[']) || of_toml()
}

fn is_known(line: &str) -> bool {
    let name = line.split_once(':').map(|(key, _)| waiting::words_of(key)).unwrap_or_default();
    is_entry(line) && (key(line).is_some() || elsewhere::is_of_a_site(&name) || elsewhere::has_name(&name))
}

/// A key that is no word of a release.
fn is_sure(line: &str) -> bool {
    is_entry(line) && key(line).is_some_and(|key| OF_FRONT_MATTER.contains(&key) && line.starts_with(key))
}

/// `draft: true`, `Status: hidden`, `"published": false`, whatever stands around them.
fn switch<'a>(lines: &[Line<'a>]) -> Option<Line<'a>> {
    let is_markup = |line: &str| line.trim_start().starts_with('<') && !line.trim_start().starts_with("<!--");
    lines.iter().take_while(|(_, line)| !is_markup(line)).find(|(_, line)| is_switch(line)).copied()
}

fn is_switch(line: &str) -> bool {
    const LONGEST: usize = 80;
    if line.len() > LONGEST {
        return false;
    }
    let sign = |c: char| c.is_whitespace() || "#+:;,%*/\"'`".contains(c);
    let Some((key, value)) = line.trim_matches(sign).split_once([':', '=']) else { return false };
    let (key, value) = (key.trim_matches(sign), value.trim_matches(sign).to_lowercase());
    if key.is_empty() || key.contains(char::is_whitespace) || value.contains(char::is_whitespace) {
        return false;
    }
    match waiting::words_of(key).as_str() {
        "draft" => truth_of(&value) == Some(true),
        // Other words of a status are a draft's, and told of as such.
        "status" | "visibility" => ["hidden", "private", "unlisted", "unpublished", "scheduled"].contains(&&*value),
        // Facts of an event.
        "online" | "live" | "public" | "list" | "show" | "render" | "complete" | "final" | "active" | "aktiv"
        | "aktuell" | "enabled" | "protected" | "locked" => false,
        _ => {
            let key = Stated { value: key.to_owned(), at: Place::line(1) };
            truth_of(&value).is_some() && waiting::says(&key, &value, &mut Vec::new()) == Holds::Yes
        }
    }
}
