//! Markdown (`CommonMark` with tables, footnotes and strikethrough): each paragraph line, heading,
//! list item and quote becomes a block; what has no place in a release's own model, such as a
//! table, is passed on as sanitised HTML.
//!
//! Line ends inside a paragraph stay visible as [`Joint::Soft`], because press offices write
//! contact blocks line by line in Markdown too. Nothing here is made typographically "smart".

mod dialects;
mod events;
mod html;
mod inline;
mod paragraph;
mod unshown;

use std::cell::Cell;
use std::ops::Range;

use pulldown_cmark::{Event, Options, Parser, Tag};
use url::Url;

use crate::link;
use crate::manuscript::{Block, Bullet, Joint, LeftOut, Manuscript, PictureSource, Remark, Shape};
use crate::problem::{Place, Report};
use crate::prose::Prose;
use crate::source::HoldsBack;
use events::{end_of, is_inline, number, starts_block};

type Spanned<'a> = (Event<'a>, Range<usize>);

/// Reads Markdown whose first line has the number `first_line`.
pub fn read(text: &str, first_line: usize, base: &Url, holds_back: HoldsBack, report: &mut Report) -> Manuscript {
    let text = &*dialects::plain(text, first_line, holds_back, report);
    let options =
        Options::ENABLE_TABLES | Options::ENABLE_FOOTNOTES | Options::ENABLE_STRIKETHROUGH | Options::ENABLE_TASKLISTS;
    let events: Vec<Spanned> = Parser::new_ext(text, options).into_offset_iter().collect();
    let line_starts = std::iter::once(0).chain(text.match_indices('\n').map(|(at, _)| at + 1)).collect();
    let counted = Cell::default();
    let mut reader = Reader {
        text,
        line_starts,
        first_line,
        base,
        holds_back,
        report,
        blocks: Vec::new(),
        left_out: Vec::new(),
        remarks: Vec::new(),
        notes: Vec::new(),
        counted,
    };
    reader.blocks(&events, Setting::default());
    reader.judge_what_is_not_shown(&events);
    Manuscript { blocks: reader.blocks, left_out: reader.left_out, remarks: reader.remarks, ..Manuscript::default() }
}

/// What surrounds a block.
#[derive(Debug, Clone, Copy, Default)]
struct Setting {
    depth: usize,
    quoted: bool,
    bullet: Option<Bullet>,
    /// Lists that are open.
    lists: u8,
}

impl Setting {
    fn shape(self) -> Shape {
        match (self.bullet, self.quoted) {
            (Some(bullet), _) => Shape::Item { bullet, level: self.lists.saturating_sub(1) },
            (None, true) => Shape::Quote,
            (None, false) => Shape::Text,
        }
    }
}

/// Quotes and lists within each other; each level costs stack.
const DEEPEST: usize = 32;

struct Reader<'a, 'r> {
    text: &'a str,
    line_starts: Vec<usize>,
    first_line: usize,
    base: &'a Url,
    holds_back: HoldsBack,
    report: &'r mut Report,
    blocks: Vec<Block>,
    left_out: Vec<LeftOut>,
    remarks: Vec<Remark>,
    /// The names of the notes, in the order of their numbers.
    notes: Vec<String>,
    /// An offset, and the characters before it on its line.
    counted: Cell<(usize, usize)>,
}

impl Reader<'_, '_> {
    fn blocks(&mut self, events: &[Spanned], setting: Setting) {
        let mut setting = Setting { depth: setting.depth + 1, ..setting };
        if setting.depth > DEEPEST {
            let at = self.place(events.first().map_or(0, |(_, span)| span.start));
            self.report.error(at, "quotes or lists are nested too deeply", "write them on fewer levels");
            return;
        }
        let mut at = 0;
        while at < events.len() {
            let (event, range) = &events[at];
            let end = if matches!(event, Event::Start(_)) { end_of(events, at) } else { at };
            let inner = events.get(at + 1..end).unwrap_or(&[]);
            match event {
                Event::Start(Tag::Paragraph) => self.paragraph(inner, range, setting.shape()),
                Event::Start(Tag::Heading { level, .. }) => {
                    self.paragraph(inner, range, Shape::Heading(number(*level)));
                }
                Event::Start(Tag::BlockQuote(_)) => self.blocks(inner, Setting { quoted: true, ..setting }),
                Event::Start(Tag::List(start)) => self.list(inner, *start, setting),
                Event::Start(Tag::HtmlBlock) | Event::Html(_) => self.html_block(&events[at..=end], range),
                Event::Start(Tag::FootnoteDefinition(name)) => self.note(name, inner, setting),
                Event::Start(tag) if !is_inline(tag) => self.markup(&events[at..=end], range),
                Event::Rule | Event::End(_) => {}
                _ => at = self.loose_words(events, at, setting) - 1,
            }
            // What else an item says is no other item of its number.
            setting.bullet = setting.bullet.filter(|bullet| !matches!(bullet, Bullet::Number(_)));
            at = at.max(end) + 1;
        }
    }

    /// The words of a tight list item, which stand without a paragraph. Returns where they end.
    fn loose_words(&mut self, events: &[Spanned], start: usize, setting: Setting) -> usize {
        let after = events[start..].iter().position(|(event, _)| starts_block(event));
        let end = after.map_or(events.len(), |n| start + n).max(start + 1);
        let range = events[start].1.start..events[end - 1].1.end;
        self.paragraph(&events[start..end], &range, setting.shape());
        end
    }

    /// The words of a note, behind its number as in the text; what holds the release back stands by itself.
    fn note(&mut self, name: &str, inner: &[Spanned], setting: Setting) {
        let (first, number) = (self.blocks.len(), self.number_of_note(name));
        self.blocks(inner, setting);
        let holds_back = self.holds_back;
        if let Some(block) = self.blocks.get_mut(first).filter(|block| !holds_back(block.text())) {
            let mut prose = Prose::plain(format!("[{number}]"));
            prose.append(" ", &block.prose);
            block.prose = prose;
        }
    }

    /// Notes are numbered as the text first refers to them, whatever their names.
    fn number_of_note(&mut self, name: &str) -> usize {
        let known = self.notes.iter().position(|note| note == name);
        known.unwrap_or_else(|| {
            self.notes.push(name.to_owned());
            self.notes.len() - 1
        }) + 1
    }

    fn list(&mut self, items: &[Spanned], start: Option<u64>, setting: Setting) {
        let mut at = 0;
        let mut number = start;
        let setting = Setting { lists: setting.lists.saturating_add(1), ..setting };
        while at < items.len() {
            let end = end_of(items, at);
            let bullet = number.map_or(Bullet::Dot, Bullet::Number);
            self.blocks(items.get(at + 1..end).unwrap_or(&[]), Setting { bullet: Some(bullet), ..setting });
            number = number.map(|n| n + 1);
            at = end + 1;
        }
    }

    fn push(&mut self, start: usize, end: usize, joint: Joint, shape: Shape, prose: &Prose) {
        let prose = prose.from_offset(0);
        if prose.is_empty() {
            return;
        }
        let at = self.place(start);
        let end = start + self.text[start..end].trim_end().len();
        let last_line = self.place(end.max(start)).line;
        self.blocks.push(Block { at, last_line, joint, shape, prose });
    }

    fn place(&self, offset: usize) -> Place {
        let index = self.line_starts.partition_point(|start| *start <= offset).saturating_sub(1);
        let start = self.line_starts[index];
        // On from the last place, where that is on this line: a long line has many.
        let (from, column) =
            Some(self.counted.get()).filter(|(from, _)| (start..=offset).contains(from)).unwrap_or((start, 0));
        let column = column + self.text.get(from..offset).map_or(0, |between| between.chars().count());
        self.counted.set((offset, column));
        Place::new(self.first_line + index, column + 1)
    }
}

/// A picture on the web or a file beside the release; never one that a scheme hides in the text.
pub fn picture_source(target: &str) -> Option<PictureSource> {
    match Url::parse(target) {
        Ok(_) => link::web(target).map(PictureSource::Web),
        Err(_) if target.starts_with("//") => link::web(&format!("https:{target}")).map(PictureSource::Web),
        Err(_) => Some(PictureSource::File(link::decoded(target))),
    }
}

#[cfg(test)]
mod tests;
