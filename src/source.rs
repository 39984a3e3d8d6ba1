//! How a file becomes blocks with line numbers. What a press release is, no reader here knows.

mod columns;
pub mod docx;
pub mod encoding;
mod figures;
pub mod front_matter;
mod garbled;
pub mod html;
pub mod markdown;
pub mod name;
pub mod pdf;
mod template;
pub mod text;
pub mod translation;
pub mod unfinished;

use url::Url;

use crate::characters;
use crate::link;
use crate::manuscript::{Block, Manuscript, Remark};
use crate::problem::{Place, Report};
use front_matter::FrontMatter;

/// The formats that can be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    Text,
    Markdown,
    Html,
    Docx,
    Pdf,
}

impl Format {
    /// Whether a release of this format can state `key: value` above its text.
    pub fn has_front_matter(self) -> bool {
        matches!(self, Self::Text | Self::Markdown | Self::Html)
    }

    /// How a picture in a text of this format says what it shows.
    pub fn way_to_an_alternative(self) -> &'static str {
        match self {
            Self::Html => "write what it shows into its tag: `alt=\"...\"`",
            Self::Docx => "write one in Word (right click, Alt Text), for those who can't see it",
            _ => "write what it shows in the brackets: `![what it shows](...)`",
        }
    }

    /// The largest file of this format that is read, in bytes. The longest real releases seen are
    /// under 100 kB of text; a DOCX or a PDF holds pictures and fonts too.
    pub fn largest(self) -> u64 {
        const MIB: u64 = 1024 * 1024;
        match self {
            Self::Text | Self::Markdown | Self::Html => MIB,
            Self::Docx | Self::Pdf => 32 * MIB,
        }
    }
}

/// Says whether words hold a release back. What is left out must not take an embargo with it, and
/// what is one, only who knows press releases can say: it is handed in. Words of several lines are
/// asked about line by line.
pub type HoldsBack = fn(&str) -> bool;

/// Says whether a part of a page is whom to call, which is no frame wherever it stands.
pub type NamesContact = fn(&str) -> bool;

/// Says whether a line calls a text unfinished.
pub type IsDraft = fn(&str) -> bool;

/// What to do with an embargo or a withdrawal that stands where nobody reads.
const STATE_IT: &str = "state it in the text, or as `embargo:` or `withdrawn:` in front matter";

/// An opened source: its front matter, and its body.
#[derive(Debug)]
pub struct Source {
    pub front: FrontMatter,
    /// Front matter may say that no words hold this release back.
    pub holds_back: HoldsBack,
    /// What press offices call a contact is handed in, too.
    pub names_contact: NamesContact,
    /// So is what they call a draft.
    pub is_draft: IsDraft,
    /// What is said of the text in the comments of its front matter.
    remarks: Vec<Remark>,
    body: Body,
}

/// A body that has not been taken apart, and the line it begins on.
#[derive(Debug)]
enum Body {
    Text(String, usize),
    Markdown(String, usize),
    Html(String, usize),
    Docx(docx::Document),
    Pdf(pdf::Document),
}

/// What a line goes through has no place in the feeds, and would be read as valid there.
fn warn_of_struck(at: Place, report: &mut Report) {
    const WHAT: &str = "words that are struck through were kept";
    // As many as a line can hold are on it, so not all of them are looked through.
    if !report.problems.iter().rev().take(4).any(|problem| problem.what == WHAT && problem.at == Some(at)) {
        report.warning(at, WHAT, "delete them, or take the line through them away");
    }
}

/// What stands between the signs of a template for another program to fill in, where an address should be.
fn refuse_template(target: &str, at: Place, report: &mut Report) -> bool {
    let signs = [("{{", "}}"), ("%7B%7B", "%7D%7D"), ("${", "}")];
    let is_template = signs.iter().any(|(open, close)| target.contains(open) && target.contains(close));
    if is_template {
        let what = "an address holds a placeholder of a template";
        report.error(at, what, "write it in full, as in `https://...`").found(target);
    }
    is_template
}

/// Elements that set a line through their words.
const STRUCK: [&str; 3] = ["s", "del", "strike"];

/// Tells, once a text, of a link to a page that no newsroom has.
fn warn_of_another_root(target: &str, base: &Url, at: Place, report: &mut Report) {
    const WHAT: &str = "a link that begins with `/` leads to a page of this newsroom";
    if refuse_template(target, at, report) {
        return;
    }
    if link::is_of_another_root(target, base) && !report.problems.iter().any(|problem| problem.what == WHAT) {
        report.warning(at, WHAT, "write its address in full, as in `https://...`").found(target);
    }
}

impl Source {
    /// Decodes a file and reads its front matter. `None` when the bytes are no text, or when the
    /// front matter is so broken that everything below would be reported as missing.
    pub fn open(
        format: Format,
        bytes: &[u8],
        heard: fn(&FrontMatter) -> HoldsBack,
        report: &mut Report,
    ) -> Option<Self> {
        let front = FrontMatter::default();
        let holds_back = heard(&front);
        let body = match format {
            Format::Docx => Body::Docx(docx::Document::open(bytes, holds_back, report)?),
            Format::Pdf => Body::Pdf(pdf::Document::open(bytes, holds_back, report)?),
            Format::Text | Format::Markdown | Format::Html => {
                return Self::open_text(format, bytes, heard, report);
            }
        };
        Some(Self { front, holds_back, names_contact: |_| false, is_draft: |_| false, remarks: Vec::new(), body })
    }

    fn open_text(
        format: Format,
        bytes: &[u8],
        heard: fn(&FrontMatter) -> HoldsBack,
        report: &mut Report,
    ) -> Option<Self> {
        let declared = if format == Format::Html { encoding::declared(bytes) } else { None };
        let text = encoding::decode(bytes, declared, report)?;
        let (block, body, line) = front_matter::split(&text, report);
        let remarks = block.map(front_matter::remarks).unwrap_or_default();
        let front = match block {
            Some(fenced) => {
                let front = front_matter::read(fenced, report)?;
                front_matter::refuse_embargo(fenced, &front, heard(&front), report);
                front
            }
            None if report.has_errors() => return None,
            None => FrontMatter::default(),
        };
        let holds_back = heard(&front);
        let body = characters::clean(body, Place::line(line), report);
        let body = match format {
            Format::Markdown => Body::Markdown(body.replace(characters::LINE_BREAK, " "), line),
            Format::Html => Body::Html(body.replace(characters::LINE_BREAK, " "), line),
            _ => Body::Text(body.into_owned(), line),
        };
        Some(Self { front, holds_back, names_contact: |_| false, is_draft: |_| false, remarks, body })
    }

    /// The blocks of the body. Relative addresses in it are resolved against `base`.
    pub fn manuscript(&self, base: &Url, report: &mut Report) -> Manuscript {
        let mut manuscript = match &self.body {
            Body::Text(text, line) => {
                let mut manuscript = text::read(text, *line);
                let columns = columns::of_text(text, *line, self.holds_back);
                manuscript.blocks.splice(0..0, columns);
                manuscript
            }
            Body::Markdown(text, line) => markdown::read(text, *line, base, self.holds_back, report),
            Body::Html(text, line) => {
                let knows = html::Knows { holds_back: self.holds_back, names_contact: self.names_contact };
                let mut remarks = Vec::new();
                let text = template::without(text, *line, self.holds_back, &mut remarks, report);
                let mut manuscript = html::read(&text, *line, base, knows, report);
                manuscript.remarks.extend(remarks);
                manuscript
            }
            Body::Docx(document) => document.manuscript(base, self.is_draft, report),
            Body::Pdf(document) => document.manuscript(report),
        };
        manuscript.remarks.extend(self.remarks.iter().cloned());
        self.judge(&manuscript.blocks, report);
        text::without_lone_dash(&mut manuscript.blocks);
        text::without_lone_star(&mut manuscript.blocks);
        manuscript
    }

    /// What was judged before a text was taken apart, where its format shows it only now.
    fn judge(&self, blocks: &[Block], report: &mut Report) {
        if matches!(self.body, Body::Text(..) | Body::Markdown(..)) {
            return;
        }
        let mut texts = blocks.iter().map(|block| (block.at, garbled::garbled(block.text())));
        if let Some((at, found)) = texts.find_map(|(at, found)| Some((at, found?))) {
            found.report(at, report);
        }
        if !matches!(self.body, Body::Html(..)) {
            front_matter::refuse_above(blocks, report);
        }
    }
}
