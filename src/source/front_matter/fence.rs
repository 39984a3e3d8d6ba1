//! Where front matter begins and ends. What stands in it is not looked at.

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
    if rest.trim_start().starts_with("+++") || rest.lines().next().is_some_and(|line| line.trim() == "{") {
        report.error(
            Place::line(opener),
            "front matter of this kind is not read",
            "write YAML: `---`, one `key: value` a line, `---`",
        );
        return (None, "", opener);
    }
    let Some((_, yaml)) = rest.split_once('\n').filter(|(first, _)| first.trim_end() == "---") else {
        return (None, text, 1);
    };
    let mut offset = 0;
    for (index, line) in yaml.split('\n').enumerate() {
        let end = offset + line.len();
        if matches!(line.trim_end(), "---" | "...") {
            let body = yaml.get(end + 1..).unwrap_or("");
            return (Some((&yaml[..offset], opener + 1)), body, opener + index + 2);
        }
        offset = end + 1;
    }
    report.error(Place::line(opener), "the front matter has no end", "close it with a line `---`");
    (None, yaml, opener + 1)
}
