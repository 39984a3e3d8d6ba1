//! PDF: text as its pages show it. Lines, columns and paragraphs are found by where the characters
//! stand, for a PDF knows of none of them; its lines are those of the extracted text, counted from 1.
//!
//! What a PDF doesn't say is not guessed: pictures of text and fonts without a table of characters
//! are errors. Pictures are not read.

mod aside;
mod beside;
mod boxed;
mod cmap;
mod custody;
mod edges;
mod flow;
mod font;
mod hyphens;
mod lines;
mod links;
mod metrics;
mod page;
mod pieces;
mod rows;
mod running;
mod stacked;
mod syntax;
mod unpack;

use std::collections::HashSet;

use crate::characters;
use crate::manuscript::{Block, Joint, LeftOut, Manuscript, Shape};
use crate::problem::{Place, Report};
use crate::prose::Prose;
use crate::source::HoldsBack;
pub use custody::is_here;
use lines::Line;

/// A longer one is a brochure.
const MOST_PAGES: usize = 100;
/// Of a hundred characters, so many may be unreadable before a text is garbage.
const MOST_UNREADABLE: usize = 5;
/// A page with a picture this large and no text was scanned.
const SCANNED: f64 = 0.5;

/// Why a PDF can't be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Fault {
    NoPdf,
    Damaged,
    Locked,
    TooLong,
    Endless,
    /// Nothing was read: the system has no thread to spare.
    Unread,
    NoText,
    Scanned,
    Unreadable,
}

impl Fault {
    fn told(self, report: &mut Report) {
        let text = "export the PDF from the program the text was written in, or put the text itself here";
        let (what, fix) = match self {
            Self::NoPdf => ("this is no PDF, whatever its name says", "give the file the ending of its format"),
            Self::Damaged => ("the PDF is damaged or not complete", "export it again, or put the text itself here"),
            Self::Locked => ("the PDF can only be opened with a password", "save it without one"),
            Self::TooLong => ("the PDF has more than 100 pages", "put the release alone here"),
            Self::Endless => ("the PDF asks for more memory or time than any text does", text),
            Self::Unread => {
                ("the PDF could not be read: this machine has too little memory, or too many programs run", "try again")
            }
            Self::NoText => ("there is no text in this PDF", text),
            Self::Scanned => ("there are only pictures in this PDF", text),
            Self::Unreadable => ("the fonts of this PDF don't say which letters they show", text),
        };
        report.error(Place::line(1), what, fix);
    }
}

#[derive(Debug)]
pub struct Document {
    blocks: Vec<Block>,
    left_out: Vec<LeftOut>,
    links: Vec<links::Placed>,
    /// Lines, from 1, that look like a letterhead.
    heads: Vec<usize>,
    /// Pages, from 1, that show a picture and no text.
    pictures: Vec<usize>,
    /// Lines, and on each an address that was cut at a hyphen.
    doubts: Vec<(usize, String)>,
}

impl Document {
    /// `None` when the bytes are no readable document; the report says why.
    pub fn open(bytes: &[u8], holds_back: HoldsBack, report: &mut Report) -> Option<Self> {
        let opened =
            if is_pdf(bytes) { custody::kept(bytes, move |bytes| read(bytes, holds_back)) } else { Err(Fault::NoPdf) };
        opened.map_err(|fault| fault.told(report)).ok()
    }

    pub fn manuscript(&self, report: &mut Report) -> Manuscript {
        for page in &self.pictures {
            report.warning(
                Place::line(1),
                format!("page {page} shows only a picture, and what it says was not read"),
                "put the text of that page into the release",
            );
        }
        for (line, address) in &self.doubts {
            let what = "an address was cut where its line ends, and its hyphen may not belong to it";
            let fix = "keep it on one line where the text was written, and export the PDF again";
            report.warning(Place::line(*line), what, fix).found(address);
        }
        let clean = |(number, block): (usize, &Block)| {
            let words = characters::clean(block.text(), block.at, report).replace(characters::LINE_BREAK, " ");
            let prose = links::set(&words, self.links.iter().filter(|link| link.block == number));
            Block { prose, ..block.clone() }
        };
        let blocks = self.blocks.iter().enumerate().map(clean).collect();
        Manuscript { blocks, left_out: self.left_out.clone(), heads: self.heads.clone(), remarks: Vec::new() }
    }
}

/// Readers look for the mark in the first kilobyte.
fn is_pdf(bytes: &[u8]) -> bool {
    bytes[..bytes.len().min(1024)].windows(5).any(|mark| mark == b"%PDF-")
}

fn read(bytes: &[u8], holds_back: HoldsBack) -> Result<Document, Fault> {
    unpack::weigh(bytes)?;
    let document = lopdf::Document::load_mem(bytes).map_err(|error| match error {
        lopdf::Error::InvalidPassword | lopdf::Error::Decryption(_) => Fault::Locked,
        _ => Fault::Damaged,
    })?;
    if document.trailer.get(b"Encrypt").is_ok() {
        return Err(Fault::Locked);
    }
    let ids: Vec<_> = document.page_iter().take(MOST_PAGES + 1).collect();
    if ids.is_empty() {
        return Err(Fault::Damaged);
    }
    if ids.len() > MOST_PAGES {
        return Err(Fault::TooLong);
    }
    let mut walk = page::Walk::new(&document);
    let mut pages = Pages::default();
    for (number, id) in ids.into_iter().enumerate() {
        pages.add(&walk.page(id)?, number, holds_back);
    }
    let Pages { reader, heights, pictures, mut held, mut left_out, links: found } = pages;
    held.extend(running::that_hold_back(&reader.lines, &heights, holds_back));
    let texts: Vec<&str> = reader.lines.iter().map(|line| line.text.as_str()).collect();
    held.extend(stacked::cut(&texts, holds_back));
    held.extend(aside::embargoes(&document, holds_back));
    let mut said = HashSet::new();
    held.retain(|words| said.insert(words.clone()));
    let (lines, furniture) = running::parted(reader.lines, &heights, holds_back);
    refuse_garbage(&lines, &pictures)?;
    let heads = running::heads(&lines, &furniture, &heights);
    for (line, why) in furniture {
        add(&mut left_out, &line.text, why);
    }
    let (mut blocks, doubts) = flow::blocks(&lines);
    let mut over_words = links::placed(found, &lines, &blocks);
    for link in &mut over_words {
        link.block += held.len();
    }
    let (joint, shape) = (Joint::Gap, Shape::Text);
    let held = held.into_iter().map(|words| {
        let prose = Prose::plain(words);
        Block { at: Place::line(1), last_line: 1, joint, shape: shape.clone(), prose }
    });
    blocks.splice(0..0, held);
    Ok(Document { blocks, left_out, links: over_words, heads, pictures, doubts })
}

/// What was found on the pages so far.
#[derive(Default)]
struct Pages {
    reader: lines::Reader,
    heights: Vec<f64>,
    /// Those that show a picture and no text.
    pictures: Vec<usize>,
    /// What holds the text back and is no line of it.
    held: Vec<String>,
    left_out: Vec<LeftOut>,
    links: Vec<links::Link>,
}

impl Pages {
    fn add(&mut self, page: &page::Page, number: usize, holds_back: HoldsBack) {
        let (mut pieces, askew) = pieces::pieces(page);
        if pieces.is_empty() && page.pictured > SCANNED {
            self.pictures.push(number + 1);
        }
        self.heights.push(page.height);
        let across = lines::across(pieces.clone());
        self.held.extend(boxed::taken(&mut pieces, &across, holds_back));
        self.reader.page(pieces, number);
        self.links.extend(links::of(page, number));
        for pieces in askew {
            self.judge(pieces, "it stands across the page, up its margin or off it, or can't be seen", holds_back);
        }
        for stamp in &page.stamps {
            let (level, askew) = pieces::pieces(stamp);
            for pieces in askew.into_iter().chain([level]) {
                self.judge(pieces, "it is stamped onto the page", holds_back);
            }
        }
    }

    /// A watermark is no text; an embargo in one holds all the same.
    fn judge(&mut self, pieces: Vec<pieces::Piece>, why: &'static str, holds_back: HoldsBack) {
        let lines = lines::apart(pieces);
        let lines: Vec<&str> = lines.iter().map(String::as_str).collect();
        let found = stacked::embargoes(&lines, holds_back);
        if found.is_empty() && holds_back(&lines.concat()) {
            self.held.push(lines.concat());
        }
        self.held.extend(found.into_iter().map(|(_, text)| text));
        for text in lines {
            add(&mut self.left_out, text, why);
        }
    }
}

/// What is the same on every page is told of once.
fn add(left_out: &mut Vec<LeftOut>, text: &str, why: &'static str) {
    if left_out.iter().all(|aside| aside.text != text) {
        left_out.push(LeftOut { line: 1, text: text.to_owned(), why });
    }
}

fn refuse_garbage(lines: &[Line], pictures: &[usize]) -> Result<(), Fault> {
    let characters = || lines.iter().flat_map(|line| line.text.chars()).filter(|c| !c.is_whitespace());
    let all = characters().count();
    if all == 0 {
        return Err(if pictures.is_empty() { Fault::NoText } else { Fault::Scanned });
    }
    let unreadable = characters().filter(|c| pieces::is_unreadable(*c)).count();
    if unreadable * 100 > all * MOST_UNREADABLE { Err(Fault::Unreadable) } else { Ok(()) }
}
