//! Boxes that stand beside a text in other programs' Markdown: `:::info[Title]` (Docusaurus, `VitePress`, pandoc)
//! and `!!! note "Title"` (`MkDocs`), which are quotes here; and where such programs put a table of contents.
//!
//! A box's title is text; the name of its kind is none.

/// Kinds of boxes that are set apart from the text; others only say how their words look.
const ASIDES: [&str; 18] = [
    "note",
    "tip",
    "info",
    "warning",
    "danger",
    "caution",
    "important",
    "details",
    "success",
    "attention",
    "hint",
    "abstract",
    "summary",
    "question",
    "example",
    "error",
    "bug",
    "quote",
];

/// What a line does to the boxes that are open.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mark<'l> {
    Opens {
        aside: bool,
        title: Option<&'l str>,
    },
    /// The lines of the box are set in below.
    OpensSetIn {
        title: Option<&'l str>,
    },
    Closes,
}

/// What kind of mark a line is, if it is one.
pub fn mark(line: &str) -> Option<Mark<'_>> {
    const LONGEST: usize = 300;
    if line.len() > LONGEST {
        return None;
    }
    if let Some(rest) = ["!!!", "???+", "???"].into_iter().find_map(|sign| line.strip_prefix(sign)) {
        let rest = rest.strip_prefix(' ')?.trim();
        let (kind, title) = rest.split_once(' ').unwrap_or((rest, ""));
        let quoted = || title.trim().strip_prefix('"').and_then(|title| title.strip_suffix('"'));
        let title = if title.is_empty() { "" } else { quoted()? };
        return ASIDES.contains(&kind).then_some(Mark::OpensSetIn { title: said(title, kind) });
    }
    let rest = line.trim_start().strip_prefix(":::")?.trim_start_matches(':').trim();
    if rest.is_empty() {
        return Some(Mark::Closes);
    }
    let end = rest.find(|c: char| !(c.is_alphanumeric() || c == '-' || c == '_')).unwrap_or(rest.len());
    let (kind, behind) = rest.split_at(end);
    let (behind, attributes) = behind.split_once('{').unwrap_or((behind, ""));
    let bracketed = behind.trim().strip_prefix('[').and_then(|title| title.split_once(']')).map(|(title, _)| title);
    // "::: columns :::"
    let title = bracketed.unwrap_or(behind).trim_matches([' ', ':']);
    let aside = ASIDES.contains(&kind.to_lowercase().as_str()) || attributes.contains(".callout");
    Some(Mark::Opens { aside, title: said(title, kind) })
}

/// A title that says more than the name of a kind.
fn said<'t>(title: &'t str, kind: &str) -> Option<&'t str> {
    let is_kind = ASIDES.contains(&title.to_lowercase().as_str()) || title.eq_ignore_ascii_case(kind);
    (!title.is_empty() && !is_kind).then_some(title)
}

/// The words of a line that is set in, as those of a box are.
pub fn set_in(line: &str) -> Option<&str> {
    line.strip_prefix("    ").or_else(|| line.strip_prefix('\t'))
}

/// `[TOC]`, and the item that kramdown puts one in place of.
pub fn is_table_of_contents(line: &str) -> bool {
    const PLACES: [&str; 8] = ["[toc]", "[[toc]]", "[[_toc_]]", "${toc}", "* toc", "- toc", "+ toc", "1. toc"];
    PLACES.contains(&line.trim().to_lowercase().as_str())
}

/// "• Oak" as the item of a list that it is, with the sign that Markdown knows.
pub fn with_bullet(line: &str) -> Option<String> {
    let words = line.trim_start_matches([' ', '\t']);
    let item = words.strip_prefix(['•', '●', '▪', '■', '◦', '‣', '∙'])?;
    let blank = item.starts_with([' ', '\t', '\u{A0}']);
    let item = item.trim_start();
    (blank && !item.is_empty()).then(|| format!("{}* {item}", &line[..line.len() - words.len()]))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_box_is_known_by_its_kind_and_has_a_title_of_its_own() {
        let opens = |line| match mark(line) {
            Some(Mark::Opens { aside, title }) => (aside, title),
            other => panic!("{line}: {other:?}"),
        };
        assert_eq!(opens(":::info[How it was made]"), (true, Some("How it was made")));
        assert_eq!(opens("::: tip Come early"), (true, Some("Come early")));
        assert_eq!(opens(":::note[Note]"), (true, None));
        assert_eq!(opens("::::details"), (true, None));
        assert_eq!(opens("::: {.callout-note}"), (true, None));
        assert_eq!(opens(r#"::: {custom-style="Body"}"#), (false, None));
        assert_eq!(mark(":::"), Some(Mark::Closes));
        assert_eq!(mark(r#"!!! note "Come early""#), Some(Mark::OpensSetIn { title: Some("Come early") }));
        assert_eq!(mark("??? tip"), Some(Mark::OpensSetIn { title: None }));
        for line in ["!!! Important news !!!", "!!! note this", "Text", ": : :"] {
            assert_eq!(mark(line), None, "{line}");
        }
    }

    #[test]
    fn a_sign_of_a_list_is_one_behind_which_words_stand() {
        assert_eq!(with_bullet("• Oak").as_deref(), Some("* Oak"));
        assert_eq!(with_bullet("  ▪\tOak").as_deref(), Some("  * Oak"));
        for line in ["•", "•Oak", "Oak • Larch", "* Oak"] {
            assert_eq!(with_bullet(line), None, "{line}");
        }
    }
}
