//! The events of one YAML document, read into keys and values with their places. What a key means
//! is not known here.
//!
//! Read from the parser's events, not into a map, so that a key given twice is an error with both
//! lines. Anchors and aliases are refused: nothing here needs them and they can grow without end.

use saphyr_parser::{Event, Parser, ScalarStyle, Span};

use super::entries::{DEEPEST, Node, Value, refuse_twins, too_deep};
use super::{KEYS, Stated};
use crate::characters;
use crate::problem::{Place, Report};

/// The keys and values of a document whose first line has the number `first_line`. `None` when it
/// can't be read.
pub fn read(yaml: &str, first_line: usize, report: &mut Report) -> Option<Vec<(Stated<String>, Value)>> {
    Reader { parser: Parser::new_from_str(yaml), first_line, report, yaml }.document()
}

/// Walks the events of one document that is a mapping.
struct Reader<'a, 'r> {
    parser: Parser<'a, saphyr_parser::StrInput<'a>>,
    first_line: usize,
    report: &'r mut Report,
    yaml: &'a str,
}

impl<'a> Reader<'a, '_> {
    fn document(&mut self) -> Option<Vec<(Stated<String>, Value)>> {
        loop {
            match self.next()? {
                (Event::StreamStart | Event::DocumentStart(_) | Event::Nothing, _) => {}
                (Event::MappingStart(..), _) => {
                    let entries = self.mapping(0)?;
                    let entries = entries.into_iter().map(|(key, node)| (key, Value::of(node))).collect();
                    return self.nothing_more().then_some(entries);
                }
                (Event::StreamEnd | Event::DocumentEnd, _) => return Some(Vec::new()),
                (Event::Scalar(text, ..), _) if text.is_empty() => return Some(Vec::new()),
                (_, span) => {
                    let at = self.place(span);
                    self.report.error(
                        at,
                        "the front matter is no list of `key: value` lines",
                        "write one `key: value` a line",
                    );
                    return None;
                }
            }
        }
    }

    /// Whether the document ends here: what stands below may hold the release back.
    fn nothing_more(&mut self) -> bool {
        loop {
            match self.next() {
                Some((Event::DocumentEnd | Event::Nothing, _)) => {}
                Some((Event::StreamEnd, _)) => return true,
                Some((_, span)) => {
                    let at = self.place(span);
                    self.report.error(at, GOES_ON, "write one `key: value` a line");
                    return false;
                }
                None => return false,
            }
        }
    }

    /// The rest of a mapping.
    fn mapping(&mut self, depth: usize) -> Option<Vec<(Stated<String>, Node)>> {
        let mut entries = Vec::new();
        loop {
            match self.next()? {
                (Event::MappingEnd, _) => break,
                (event, span) => {
                    let (key, _) = self.scalar(event, span)?;
                    let (event, span) = self.next()?;
                    entries.push((key, self.node(event, span, depth + 1)?));
                }
            }
        }
        refuse_twins(&entries, self.report);
        Some(entries)
    }

    fn node(&mut self, event: Event<'a>, span: Span, depth: usize) -> Option<Node> {
        let at = self.place(span);
        match event {
            Event::SequenceStart(..) | Event::MappingStart(..) if depth > DEEPEST => {
                too_deep(at, self.report);
                None
            }
            Event::SequenceStart(..) => {
                let mut items = Vec::new();
                loop {
                    match self.next()? {
                        (Event::SequenceEnd, _) => return Some(Node::List(items, at)),
                        (event, span) => items.push(self.node(event, span, depth + 1)?),
                    }
                }
            }
            Event::MappingStart(..) => Some(Node::Map(self.mapping(depth)?, at)),
            event => {
                self.scalar(event, span).map(|(stated, style)| Node::Line { stated, bare: style == ScalarStyle::Plain })
            }
        }
    }

    fn scalar(&mut self, event: Event<'a>, span: Span) -> Option<(Stated<String>, ScalarStyle)> {
        let at = self.place(span);
        match event {
            Event::Scalar(text, style, 0, _) => {
                let clean = match style {
                    ScalarStyle::DoubleQuoted => characters::clean_value,
                    _ => characters::clean,
                };
                let value = clean(&text, at, self.report).into_owned();
                Some((Stated { value, at }, style))
            }
            Event::Alias(_) | Event::Scalar(..) => {
                self.report.error(
                    at,
                    "`&` or `*` at the start of a value has a meaning of its own in YAML",
                    "put the value in quotes",
                );
                None
            }
            _ => {
                too_deep(at, self.report);
                None
            }
        }
    }

    fn place(&self, span: Span) -> Place {
        Place::new(self.first_line + span.start.line().saturating_sub(1), span.start.col() + 1)
    }

    fn next(&mut self) -> Option<(Event<'a>, Span)> {
        match self.parser.next_event()? {
            Ok(event) => Some(event),
            Err(error) => {
                let marker = error.marker();
                let line = marker.line().saturating_sub(1).min(self.yaml.lines().count().saturating_sub(1));
                let at = Place::new(self.first_line + line, marker.col() + 1);
                let text = self.yaml.lines().nth(line).unwrap_or("");
                let (what, fix) = explain(text, error.info());
                self.report.error(at, what, fix).found(text);
                None
            }
        }
    }
}

const GOES_ON: &str = "the front matter goes on where it should end";

/// The everyday causes of YAML trouble in words of a press office.
fn explain(line: &str, info: &str) -> (String, String) {
    let (key, value) = line.split_once(':').unwrap_or((line, ""));
    let (key, value) = (key.trim(), value.trim());
    // What only looks like a key may be words of the release.
    let quoted = match KEYS.iter().find(|known| **known == key) {
        Some(key) => format!("put the {key} in quotes: `{key}: \"...\"`"),
        None => "put the value in quotes: `key: \"...\"`".to_owned(),
    };
    if !value.starts_with(['"', '\'']) && value.contains(": ") {
        return ("a colon inside a value is read as a second key".to_owned(), quoted);
    }
    if value.starts_with(['@', '`', '%', '&', '*', '!', '|', '>', '[', '{', '#']) {
        return ("the value opens with a character that has a meaning of its own in YAML".to_owned(), quoted);
    }
    if info.contains("document start") {
        return (GOES_ON.to_owned(), "write one `key: value` a line".to_owned());
    }
    if line.contains('\t') {
        return ("a tab can't indent front matter".to_owned(), "use spaces".to_owned());
    }
    (
        format!("this is no front matter ({info})"),
        "write `key: value`, and put a value with special characters in quotes".to_owned(),
    )
}
