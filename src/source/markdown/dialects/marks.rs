//! The marks that a line may bear, by their shape.

use std::borrow::Cow;

use crate::characters;

/// Attributes and includes are no longer, in bytes.
pub const LONGEST: usize = 300;

/// What stands between two signs, and what behind them, where the second is near.
pub fn closed<'t>(text: &'t str, open: &str, close: &str) -> Option<(&'t str, &'t str)> {
    let inner = text.strip_prefix(open)?;
    let end =
        inner.bytes().take(LONGEST).zip(0..).find(|(_, at)| inner.as_bytes()[*at..].starts_with(close.as_bytes()));
    let (_, end) = end?;
    Some((inner.get(..end)?, inner.get(end + close.len()..)?))
}

/// `.class`, `#id` and `key="value"`, and nothing else.
pub fn is_attributes(inner: &str) -> bool {
    let all = inner.strip_prefix(':').unwrap_or(inner);
    if all.trim().is_empty() || inner.contains("\n\n") {
        return false;
    }
    let mut quoted = false;
    let parts = all.split(|c: char| {
        quoted ^= c == '"';
        c.is_whitespace() && !quoted
    });
    let is_name = |name: &str| {
        name.starts_with(|c: char| c.is_ascii_alphabetic() || c == '_' || c == '-')
            && name.chars().all(|c| c.is_alphanumeric() || "-_:.".contains(c))
    };
    // "{:toc}"
    let is_of_kramdown = |part: &str| inner.starts_with(':') && is_name(part);
    parts.filter(|part| !part.is_empty()).all(|part| match part.strip_prefix(['.', '#']) {
        Some(name) => is_name(name),
        None => part.split_once('=').is_some_and(|(key, _)| is_name(key)) || part == "-" || is_of_kramdown(part),
    })
}

/// "##Heading", as sites wrote before there was a standard, with the blank that it lacks. One sign may be a tag.
pub fn glued_heading(line: &str) -> Option<String> {
    let words = line.trim_start_matches('#');
    let signs = line.len() - words.len();
    let opens = words.starts_with(char::is_alphanumeric);
    ((2..=6).contains(&signs) && opens).then(|| format!("{} {words}", &line[..signs]))
}

/// "**About the Works**The Works build", a bold line that lost the end of its line, with a break in its place.
pub fn glued_bold(line: &str) -> Option<String> {
    const LONGEST_LINE: usize = 90;
    let (bold, behind) = line.strip_prefix("**")?.split_once("**")?;
    let is_line =
        bold.contains(' ') && bold.len() <= LONGEST_LINE && !bold.starts_with(' ') && !bold.ends_with([' ', ':']);
    let opens = behind.trim_start_matches(['_', '“', '„', '«', '"']).starts_with(char::is_uppercase);
    (is_line && opens).then(|| format!("**{bold}**<br>{behind}"))
}

/// Whether the address of a link or a picture may have a blank in it.
pub fn has_blank_in_address(line: &str) -> bool {
    line.contains("](") && with_closed_addresses(line).is_some()
}

/// "![Quay](/uploads/new quay.jpg)" with the address in angle brackets, as an address with blanks is written.
pub fn with_closed_addresses(line: &str) -> Option<String> {
    let mut out = String::new();
    let mut rest = line;
    while let Some(at) = rest.find("](").map(|at| at + 2) {
        let (before, here) = rest.split_at(at);
        out.push_str(before);
        rest = here;
        if let Some(address) =
            characters::at_most(here, LONGEST).split(')').next().filter(|address| is_address_with_blanks(address))
        {
            out.extend(["<", address, ">"]);
            rest = &here[address.len()..];
        }
    }
    out.push_str(rest);
    (out.len() > line.len()).then_some(out)
}

fn is_address_with_blanks(text: &str) -> bool {
    let name = text.rsplit('/').next().unwrap_or(text);
    let has_ending = name.rsplit_once('.').is_some_and(|(_, ending)| {
        (2..=5).contains(&ending.len()) && ending.bytes().all(|byte| byte.is_ascii_alphanumeric())
    });
    text.contains(' ') && text.trim() == text && !text.contains(['"', '\'', '<', '>', '(', '\t']) && has_ending
}

/// `import Card from "../card";`, `export const answer = 42;`
pub fn is_import(line: &str) -> bool {
    let line = line.trim_end_matches([';', ' ']);
    let exported = line.strip_prefix("export const ").or_else(|| line.strip_prefix("export let "));
    exported.is_some_and(|rest| rest.contains(" = "))
        || line.strip_prefix("import ").is_some_and(|rest| rest.contains(" from ") && line.ends_with(['"', '\'']))
}

/// `<aside>` and `<div class="box">` on a line of their own, with Markdown in them.
pub fn is_box(line: &str) -> bool {
    let Some(tag) = line.strip_prefix('<').and_then(|line| line.strip_suffix('>')) else { return false };
    let name = tag.strip_prefix('/').unwrap_or(tag).split_whitespace().next().unwrap_or("");
    let known = |part: &str| {
        let key = part.split('=').next().unwrap_or("");
        ["class", "id", "align", "markdown"].contains(&key)
    };
    matches!(name, "aside" | "div")
        && !tag.contains(['<', '>'])
        && !tag.contains("hid")
        && tag.split_whitespace().skip(1).all(known)
}

/// "☎️ **Contact**" is "**Contact**".
pub fn without_pictograph(line: &str) -> &str {
    match line.split_once(' ') {
        Some((sign, rest)) if !sign.is_ascii() && !sign.contains(|c: char| c.is_alphanumeric() || c.is_ascii()) => rest,
        _ => line,
    }
}

/// "The bus stops. ^abc123": the name of a block.
pub fn without_name(line: &str) -> &str {
    const SHORTEST: usize = 3;
    let Some((before, name)) = line.trim_end().rsplit_once(" ^") else { return line };
    let is_name = name.len() >= SHORTEST && name.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-');
    if is_name { before } else { line }
}

/// "==words==" is "words".
pub fn without_highlights(line: &str) -> Cow<'_, str> {
    if !line.contains("==") || line.trim().bytes().all(|byte| byte == b'=') {
        return Cow::Borrowed(line);
    }
    let parts: Vec<&str> = line.split("==").collect();
    let tight = |part: &str| !part.is_empty() && !part.starts_with([' ', '=']) && !part.ends_with(' ');
    let pairs = parts.len() % 2 == 1 && parts.iter().skip(1).step_by(2).all(|part| tight(part));
    if pairs { Cow::Owned(parts.concat()) } else { Cow::Borrowed(line) }
}

/// "> [!NOTE] Title" is "> Title".
pub fn without_callout<'l>(line: &'l Cow<'l, str>) -> Cow<'l, str> {
    let quote = line.len() - line.trim_start_matches(['>', ' ']).len();
    let inner = line[quote..].strip_prefix("[!").filter(|_| line[..quote].contains('>'));
    match inner.and_then(|inner| inner.split_once(']')) {
        Some((kind, rest)) if kind.chars().all(|c| c.is_alphanumeric() || c == '-') => {
            Cow::Owned(format!("{}{}", &line[..quote], rest.trim_start_matches(['+', '-', ' '])))
        }
        _ => Cow::Borrowed(line),
    }
}
