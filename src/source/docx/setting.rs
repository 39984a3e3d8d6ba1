//! From what stands in a document to blocks: gaps, marks, lists as people type them, links.

use url::Url;

use super::content::{Kind, Line, Paragraph, Picture, Piece, Source, Table};
use super::joints::joints;
use super::tables;
use crate::body::SafeHtml;
use crate::link;
use crate::manuscript::{Block, Joint, LeftOut, PictureSource, Shape};
use crate::problem::{Place, Report};
use crate::prose::{Prose, Style};
use crate::source::{HoldsBack, text};

/// A paragraph that is all bold and longer than this is set so as a whole: it stresses nothing.
const LONGEST_STRESS: usize = 80;

pub struct Setter<'a> {
    pub base: &'a Url,
    pub report: &'a mut Report,
    pub holds_back: HoldsBack,
    pub blocks: Vec<Block>,
    pub left_out: Vec<LeftOut>,
}

/// The style of the line that says who wrote a text, as pandoc names it.
const AUTHOR: &str = "Author";

impl Setter<'_> {
    /// Sets the pieces of the body, or of a cell or a box (`narrow`).
    pub fn set(&mut self, pieces: &[Piece], narrow: bool) {
        let mut gap = true;
        for (piece, joint) in pieces.iter().zip(joints(pieces, narrow)) {
            let joint = if gap { Joint::Gap } else { joint };
            let before = self.blocks.len();
            match piece {
                Piece::Paragraph(paragraph) => {
                    gap = self.paragraph(paragraph, joint);
                    continue;
                }
                Piece::Table(table) => match tables::data(table) {
                    Some(_) => self.table(table),
                    None => tables::layout(table).iter().for_each(|pieces| self.set(pieces, true)),
                },
                Piece::Picture(picture) => self.picture(picture),
                Piece::Box(inner) => self.set(inner, true),
            }
            gap |= self.blocks.len() > before;
        }
    }

    fn push(&mut self, line: usize, last_line: usize, joint: Joint, shape: Shape, prose: Prose) {
        self.blocks.push(Block { at: Place::line(line), last_line, joint, shape, prose });
    }

    /// Returns whether a gap follows.
    fn paragraph(&mut self, paragraph: &Paragraph, joint: Joint) -> bool {
        let line = paragraph.line;
        let below_headline = || matches!(self.blocks.last().map(|last| &last.shape), Some(Shape::Heading(_)));
        if paragraph.style.as_deref() == Some(AUTHOR) && below_headline() {
            let text = paragraph.text();
            if !(self.holds_back)(&text) {
                self.left_out.push(LeftOut { line, text, why: "who wrote it" });
                return true;
            }
        }
        let last_line = line + paragraph.lines.len().saturating_sub(1);
        let (shape, separator) = match paragraph.kind {
            Kind::Text => return self.lines(paragraph, joint),
            Kind::Heading(level) => (Shape::Heading(level), " "),
            Kind::Item(bullet, level) => (Shape::Item { bullet, level }, " "),
            Kind::Quote => (Shape::Quote, "\n"),
            Kind::Caption => (Shape::Caption, " "),
        };
        let is_heading = matches!(shape, Shape::Heading(_));
        let stress = Stress::of(paragraph, is_heading);
        let mut prose = Prose::default();
        for line in &paragraph.lines {
            let words = self.prose(line, paragraph.line, stress);
            if words.is_empty() {
                continue;
            }
            if prose.is_empty() {
                prose = words;
            } else {
                prose.append(separator, &words);
            }
        }
        if prose.is_empty() {
            return true;
        }
        self.push(line, last_line, Joint::Gap, shape, prose);
        true
    }

    /// A paragraph of text, read line by line as plain text is. Returns whether a gap follows.
    fn lines(&mut self, paragraph: &Paragraph, joint: Joint) -> bool {
        let stress = Stress::of(paragraph, false);
        let mut gap = false;
        let mut joint = joint;
        for (index, line) in paragraph.lines.iter().enumerate() {
            let number = paragraph.line + index;
            gap |= line.begins_page;
            let prose = self.prose(line, number, stress);
            if prose.is_empty() || text::is_rule(prose.text()) {
                gap = true;
                continue;
            }
            let (shape, prose) = match text::item(prose.text()) {
                Some((bullet, rest)) => {
                    (Shape::Item { bullet, level: 0 }, prose.from_offset(prose.text().len() - rest.len()))
                }
                None => (Shape::Text, prose),
            };
            let here = if std::mem::take(&mut gap) { Joint::Gap } else { joint };
            self.push(number, number, here, shape, prose);
            joint = Joint::Line;
        }
        gap || paragraph.apart
    }

    fn table(&mut self, table: &Table) {
        let Some(rows) = tables::data(table) else { return };
        let mut html = SafeHtml::new();
        let mut lines = Vec::new();
        html.tag("<table>");
        for (row, cells) in table.rows.iter().zip(&rows) {
            html.tag("<tr>");
            let mut words = Vec::new();
            for (cell, paragraphs) in row.cells.iter().zip(cells) {
                let element = if row.is_header { "th" } else { "td" };
                let span = cell.span.to_string();
                let attributes: &[_] = if cell.span > 1 { &[("colspan", span.as_str())] } else { &[] };
                html.open(element, attributes);
                for paragraph in paragraphs {
                    for line in &paragraph.lines {
                        let prose = self.prose(line, paragraph.line, Stress { strong: true, emphasis: true });
                        html.prose(&prose);
                        words.push(prose.into_text());
                    }
                }
                html.tag(if row.is_header { "</th>" } else { "</td>" });
            }
            html.tag("</tr>");
            lines.push(words.join(" ").trim().to_owned());
        }
        html.tag("</table>");
        let last = table.rows.iter().flat_map(|row| &row.cells).flat_map(|cell| &cell.pieces);
        let last =
            last.filter_map(|piece| if let Piece::Paragraph(paragraph) = piece { Some(paragraph.line) } else { None });
        let last = last.max().unwrap_or(table.line);
        self.push(table.line, last, Joint::Gap, Shape::Markup(html), Prose::plain(lines.join("\n").trim()));
    }

    fn picture(&mut self, picture: &Picture) {
        let at = Place::line(picture.line);
        let source = match &picture.source {
            Source::Part(part) => PictureSource::Embedded(part.clone()),
            Source::Outside(address) => {
                let Some(url) = link::web(address) else {
                    let fix = "insert the picture itself into the document";
                    self.report.warning(at, "a picture that is only linked was left out", fix);
                    return;
                };
                PictureSource::Web(url)
            }
        };
        self.push(picture.line, picture.line, Joint::Gap, Shape::Picture(source), Prose::plain(picture.alt.as_str()));
    }

    /// A line's words with their marks, which nest: a link holds bold words, those italic ones.
    fn prose(&mut self, line: &Line, number: usize, stress: Stress) -> Prose {
        let mut prose = Prose::default();
        let mut at_blank = true;
        for linked in line.runs.chunk_by(|a, b| a.link == b.link) {
            let link_from = prose.text().len();
            for strong in linked.chunk_by(|a, b| a.strong == b.strong) {
                let strong_from = prose.text().len();
                for emphasised in strong.chunk_by(|a, b| a.emphasis == b.emphasis) {
                    let from = prose.text().len();
                    for run in emphasised {
                        push_tidied(&mut prose, &run.text, &mut at_blank);
                    }
                    if stress.emphasis && emphasised.first().is_some_and(|run| run.emphasis) {
                        mark(&mut prose, from, Style::Emphasis);
                    }
                }
                if stress.strong && strong.first().is_some_and(|run| run.strong) {
                    mark(&mut prose, strong_from, Style::Strong);
                }
            }
            if let Some(target) = linked.first().and_then(|run| run.link.as_deref()) {
                if let Some(url) = address(target, self.base) {
                    mark(&mut prose, link_from, Style::Link(url));
                } else {
                    let fix = "link to an http, https, mailto or tel address";
                    let at = Place::line(number);
                    self.report.warning(at, "a link of this kind was left out", fix).found(target);
                }
            }
        }
        prose.from_offset(0)
    }
}

/// Where a link leads. A file beside the document on its author's disk is beside no page, so
/// what is not a whole address leads nowhere.
fn address(target: &str, base: &Url) -> Option<Url> {
    let target = target.trim();
    if target.starts_with("www.") {
        return link::resolve(&format!("http://{target}"), base);
    }
    Url::parse(target).ok().and_then(|_| link::resolve(target, base))
}

/// Runs of blanks are layout. No-break spaces stay: French sets them on purpose.
fn push_tidied(prose: &mut Prose, text: &str, at_blank: &mut bool) {
    let mut tidy = String::with_capacity(text.len());
    for c in text.chars() {
        let is_blank = matches!(c, ' ' | '\t');
        if !(is_blank && *at_blank) {
            tidy.push(if is_blank { ' ' } else { c });
        }
        *at_blank = is_blank;
    }
    prose.push_str(&tidy);
}

/// Marks what was set since `from`; a blank alone is set in nothing.
fn mark(prose: &mut Prose, from: usize, style: Style) {
    if !prose.text().get(from..).unwrap_or_default().trim().is_empty() {
        prose.mark_from(from, style);
    }
}

/// Whether bold and italic words are marked. Where a whole paragraph is set so, none are.
#[derive(Debug, Clone, Copy)]
struct Stress {
    strong: bool,
    emphasis: bool,
}

impl Stress {
    fn of(paragraph: &Paragraph, is_heading: bool) -> Self {
        if !is_heading && paragraph.text().chars().count() <= LONGEST_STRESS {
            return Self { strong: true, emphasis: true };
        }
        let runs = || paragraph.lines.iter().flat_map(|line| &line.runs);
        let words = || runs().filter(|run| run.text.chars().any(char::is_alphanumeric));
        Self { strong: !words().all(|run| run.strong), emphasis: !words().all(|run| run.emphasis) }
    }
}
