//! A text that is no TOML, as a configuration or as front matter: what people mostly write there instead, and how it is put right.

use crate::problem::{Place, Report};

/// `first_line` is the number of the text's first line in its file.
pub fn tell(text: &str, first_line: usize, error: &toml::de::Error, report: &mut Report) {
    let within = Place::of_offset(text, error.span().map_or(0, |span| span.start));
    let at = Place::new(within.line + first_line - 1, within.column);
    let lines: Vec<&str> = text.lines().collect();
    let line = lines.get(within.line - 1).copied().unwrap_or_default();
    if let Some((name, first)) = given_before(&lines, within.line - 1) {
        let first = first + first_line - 1;
        report.error(at, format!("{name} stands in line {first} already"), "delete one of the two");
    } else if line.chars().nth(within.column - 1).is_some_and(is_typographic) {
        let (key, value) = entry(line).unwrap_or(("key", "..."));
        let value = if value.starts_with(is_typographic) { value.trim_matches(is_quote) } else { "..." };
        let fix = format!("write straight ones: `{key} = \"{}\"`", shown(value));
        report.error(at, "these quotes are typographic", fix);
    } else if let Some((key, value)) = entry(line).filter(|(_, value)| is_open(value)) {
        let fix = format!("close them: `{key} = \"{}\"`", shown(value.trim_matches(is_quote)));
        report.error(at, format!("the quotes around the value of `{key}` are not closed"), fix);
    } else if let Some((key, value)) = entry(line).filter(|(_, value)| is_bare(value)) {
        let fix = format!("put the value in quotes: `{key} = \"{}\"`", shown(value));
        report.error(at, format!("the value of `{key}` is not in quotes"), fix);
    } else {
        let message = error.message().replace('\n', " ");
        report.error(at, format!("this is no TOML ({message})"), "write `key = \"value\"`");
    }
}

/// A line's key and what stands behind its equals sign.
fn entry(line: &str) -> Option<(&str, &str)> {
    let (key, value) = line.split_once('=')?;
    let key = key.trim();
    let is_bare = |c: char| c.is_ascii_alphanumeric() || c == '_' || c == '-';
    (!key.is_empty() && key.chars().all(is_bare)).then_some((key, value.trim()))
}

fn header(line: &str) -> Option<&str> {
    let line = line.split('#').next().unwrap_or_default().trim();
    line.strip_prefix('[')?.strip_suffix(']').map(str::trim).filter(|name| !name.is_empty())
}

/// Text without quotes, as people write a name.
fn is_bare(value: &str) -> bool {
    value.starts_with(char::is_alphabetic) && !matches!(value, "true" | "false")
}

/// A value as a remedy shows it. An address may hold what is secret.
fn shown(value: &str) -> &str {
    let plain = !value.contains(['"', '\\', '@', '?', '#']) && value.chars().count() <= 60;
    if plain { value } else { "..." }
}

/// Quotes as word processors set them.
fn is_typographic(c: char) -> bool {
    matches!(c, '“' | '”' | '„' | '‟' | '‘' | '’' | '‚' | '‛' | '«' | '»' | '‹' | '›' | '″' | '＂')
}

fn is_quote(c: char) -> bool {
    is_typographic(c) || c == '"'
}

/// A straight quote begins it, and none ends it.
fn is_open(value: &str) -> bool {
    value.starts_with('"') && !value.starts_with("\"\"") && value.matches('"').count() == 1
}

/// The key or the table that a line opens, as messages name it, and the line that opened it before.
fn given_before(lines: &[&str], at: usize) -> Option<(String, usize)> {
    let line = lines.get(at)?;
    if let Some(name) = header(line) {
        let first = lines[..at].iter().position(|line| header(line) == Some(name))?;
        return Some((format!("`[{name}]`"), first + 1));
    }
    let (key, _) = entry(line)?;
    let table = |before: usize| lines[..before].iter().rev().find_map(|line| header(line));
    let same = |other: usize| table(other) == table(at) && entry(lines[other]).is_some_and(|(name, _)| name == key);
    (0..at).find(|other| same(*other)).map(|first| (format!("`{key}`"), first + 1))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::config::table::Table;

    fn said(text: &str) -> String {
        let mut report = Report::new("d");
        Table::parse(text, &mut report);
        report.problems.iter().map(crate::problem::Problem::human).collect()
    }

    #[test]
    fn a_value_without_quotes_is_shown_with_them() {
        assert_eq!(
            said("title = News\n"),
            "d:1:9: the value of `title` is not in quotes; put the value in quotes: `title = \"News\"`"
        );
        assert!(said("site = https://anna:secret@news.example.org/\n").ends_with("`site = \"...\"`"));
    }

    #[test]
    fn what_is_given_twice_names_the_first_line() {
        assert!(said("title = \"A\"\n\ntitle = \"B\"\n").contains(": `title` stands in line 1 already; delete one"));
        assert!(said("[publisher]\nname = \"A\"\n[publisher]\n").contains(": `[publisher]` stands in line 1 already"));
        assert!(said("[publisher]\nname = \"A\"\nname = \"B\"\n").contains(": `name` stands in line 2 already"));
    }

    #[test]
    fn quotes_of_a_word_processor_are_called_so() {
        assert_eq!(
            said("title = “News”\n"),
            "d:1:9: these quotes are typographic; write straight ones: `title = \"News\"`"
        );
        assert!(said("title = „News“\n").ends_with("`title = \"News\"`"));
        assert!(said("hubs = [“https://hub.example.org/”]\n").ends_with("write straight ones: `hubs = \"...\"`"));
        assert!(said("site = “https://anna:secret@news.example.org/”\n").ends_with("`site = \"...\"`"));
    }

    #[test]
    fn quotes_that_nothing_closes_are_closed() {
        let told = "d:1:14: the quotes around the value of `title` are not closed; close them: `title = \"News\"`";
        assert_eq!(said("title = \"News\nlanguage = \"en\"\n"), told);
        assert!(said("title = \"News”\n").ends_with("close them: `title = \"News\"`"));
    }

    #[test]
    fn anything_else_is_told_as_the_reader_of_toml_tells_it() {
        for text in ["title = \"\"\"News\n", "title\n", "entries = 1.2.3\n"] {
            assert!(said(text).contains("this is no TOML ("), "{text}");
        }
    }
}
