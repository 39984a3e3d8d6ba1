//! DOCX, as Word and its like write it: an archive of XML parts.
//!
//! Read are the words of the body in their order, with headings, lists, quotes, captions, links,
//! tables, pictures, text boxes and notes. The number of a line is what it would be in the text
//! alone: every paragraph begins a line, empty ones too, and so does every line break.
//!
//! Not read: headers and footers (but see `held_back`), deleted and hidden words, comments, and
//! whatever a program would have to compute first. Nothing is fetched, no entity is expanded.

mod archive;
mod content;
mod drawing;
mod fields;
mod flow;
mod held_back;
mod joints;
mod left_out;
mod look;
mod numbering;
mod paragraphs;
mod relationships;
mod setting;
mod styles;
mod symbols;
mod tables;
mod words;
mod xml;

use std::collections::HashSet;

use roxmltree::Node;
use url::Url;

use super::{Format, HoldsBack, IsDraft};
use crate::manuscript::{LeftOut, Manuscript, Remark, Shape, Stands};
use crate::problem::{Place, Report};
use archive::Archive;
use content::Piece;
use flow::{Notes, Reader, Sheet};
use held_back::Stationery;
use numbering::Numbering;
use relationships::Relationships;
use setting::Setter;
use styles::Styles;

/// Why a document can't be read: what is wrong, and the remedy.
pub type Refusal = (&'static str, &'static str);

#[derive(Debug)]
pub struct Document {
    pieces: Vec<Piece>,
    /// What stands in headers, footers and watermarks and is not read.
    stationery: Vec<String>,
    /// What is said in comments.
    comments: Vec<String>,
    holds_back: HoldsBack,
}

impl Document {
    /// `None` when the bytes are no readable document; the report says why.
    pub fn open(bytes: &[u8], holds_back: HoldsBack, report: &mut Report) -> Option<Self> {
        match read(bytes, holds_back, report) {
            Ok((pieces, ..)) if content::lines(&pieces).iter().all(|line| line.trim().is_empty()) => {
                if !report.has_errors() {
                    let fix = "write the release into it as text, or delete the file";
                    report.error(Place::line(1), "there is no text in the document", fix);
                }
                None
            }
            Ok((pieces, stationery, comments)) => Some(Self { pieces, stationery, comments, holds_back }),
            Err((what, fix)) => {
                report.error(Place::line(1), what, fix);
                None
            }
        }
    }

    /// `is_draft` says whether a line calls a text unfinished.
    pub fn manuscript(&self, base: &Url, is_draft: IsDraft, report: &mut Report) -> Manuscript {
        let holds_back = self.holds_back;
        let mut setter = Setter { base, report, holds_back, blocks: Vec::new(), left_out: Vec::new() };
        setter.set(&self.pieces, false);
        let Setter { mut blocks, mut left_out, .. } = setter;
        let drafts = self.stationery.iter().filter(|line| is_draft(line));
        left_out.extend(drafts.map(|line| LeftOut {
            line: 1,
            text: line.clone(),
            why: "it stands in a header, a footer or a watermark",
        }));
        // What is set as a caption and stands beside no picture describes something else.
        let pictures: Vec<bool> = blocks.iter().map(|block| matches!(block.shape, Shape::Picture(_))).collect();
        let is_picture = |index: Option<usize>| index.and_then(|index| pictures.get(index)).copied().unwrap_or(false);
        for (index, block) in blocks.iter_mut().enumerate() {
            if block.shape == Shape::Caption && !is_picture(index.checked_sub(1)) && !is_picture(Some(index + 1)) {
                block.shape = Shape::Text;
            }
        }
        let remark = |text: &String| Remark { at: Place::line(1), text: text.clone(), stands: Stands::InComment };
        let remarks = self.comments.iter().map(remark).collect();
        Manuscript { blocks, left_out, remarks, ..Manuscript::default() }
    }
}

/// The bytes of a picture that a document holds.
///
/// # Errors
/// Why there is none to be had.
pub fn picture(bytes: &[u8], part: &str) -> Result<Vec<u8>, Refusal> {
    Archive::open(bytes)?.picture(part)
}

/// A part's text with what it refers to.
struct Part {
    name: String,
    text: String,
    relationships: Relationships,
}

impl Part {
    fn open(name: &str, archive: &mut Archive) -> Result<Option<Self>, Refusal> {
        let Some(text) = archive.text(name)? else { return Ok(None) };
        Ok(Some(Self { name: name.to_owned(), text, relationships: Relationships::of(name, archive)? }))
    }

    /// The first part of a kind that another one refers to.
    fn of_kind(kind: &str, main: &Self, archive: &mut Archive) -> Result<Option<Self>, Refusal> {
        main.relationships.part(kind).map_or(Ok(None), |name| Self::open(name, archive))
    }
}

/// What a document says: its text, what of its stationery is not read, and its comments.
type Said = (Vec<Piece>, Vec<String>, Vec<String>);

fn read(bytes: &[u8], holds_back: HoldsBack, report: &mut Report) -> Result<Said, Refusal> {
    let mut archive = Archive::open(bytes)?;
    let main = main_part(&mut archive)?;
    let styles = Part::of_kind("styles", &main, &mut archive)?;
    let numbering = Part::of_kind("numbering", &main, &mut archive)?;
    let comments = Part::of_kind("comments", &main, &mut archive)?;
    let footnotes = Part::of_kind("footnotes", &main, &mut archive)?;
    let endnotes = Part::of_kind("endnotes", &main, &mut archive)?;
    let mut stationery = Vec::new();
    for name in ["header", "footer"].iter().flat_map(|kind| main.relationships.parts(kind)) {
        stationery.extend(Part::open(name, &mut archive)?);
    }

    let sheet = Sheet {
        styles: root_of(styles.as_ref(), Styles::read)?,
        numbering: root_of(numbering.as_ref(), Numbering::read)?,
        comments: root_of(comments.as_ref(), |root| comments_on_embargoes(root, holds_back))?,
        holds_back,
    };
    let footnote_tree = footnotes.as_ref().map(|part| xml::parse(&part.text)).transpose()?;
    let endnote_tree = endnotes.as_ref().map(|part| xml::parse(&part.text)).transpose()?;
    let mut notes = Notes::new();
    for (kind, tree, part) in [("footnote", &footnote_tree, &footnotes), ("endnote", &endnote_tree, &endnotes)] {
        let (Some(tree), Some(part)) = (tree, part) else { continue };
        for note in xml::children(tree.root_element(), kind) {
            // Separators between text and notes have a type.
            if let (Some(id), None) = (xml::attribute(note, "id"), xml::attribute(note, "type")) {
                notes.insert((kind, id.to_owned()), (note, &part.relationships));
            }
        }
    }

    let tree = xml::parse(&main.text)?;
    let body = xml::child(tree.root_element(), "body")
        .ok_or(("the Word file holds no document", "open it in Word and save it again"))?;
    let mut pieces = Reader::new(&sheet, &main.relationships, &notes, report).read(body);
    let written: usize = content::lines(&pieces).iter().map(|line| line.len() + 1).sum();
    if written as u64 > Format::Text.largest() {
        return Err(("the document holds far more text than a release", "copy the release alone into a new document"));
    }
    let first_header = first_header(body, &main.relationships);
    let pages = stationery.iter().map(|part| read_stationery(part, &sheet, first_header));
    let pages = pages.collect::<Result<Vec<_>, _>>()?;
    let mut top = held_back::lines_for_the_top(&pages, &pieces, holds_back);
    top.extend(held_back::lines_of_columns(&pieces, holds_back));
    pieces.splice(0..0, top);
    if !report.has_errors() {
        let parts: Vec<&Part> = [&comments, &footnotes, &endnotes].into_iter().flatten().chain(&stationery).collect();
        let read = content::lines(&pieces);
        let held = left_out::embargo(body, &parts, &mut archive, &main.relationships, &read, holds_back)?;
        if let Some((what, fix)) = held {
            report.error(Place::line(1), what, fix).holding();
        }
    }
    let unread = held_back::unread(pages, &pieces);
    let said = root_of(comments.as_ref(), left_out::paragraphs)?;
    Ok((pieces, unread, said))
}

fn main_part(archive: &mut Archive) -> Result<Part, Refusal> {
    let named = Relationships::of("", archive)?.part("officeDocument").map(str::to_owned);
    let name = named.filter(|name| archive.has(name)).unwrap_or_else(|| "word/document.xml".to_owned());
    if let Some(part) = Part::open(&name, archive)? {
        return Ok(part);
    }
    let resave = "open it in its program and save it as .docx";
    Err(if archive.has("content.xml") {
        ("this is an OpenDocument file under another name", resave)
    } else {
        ("this is an archive, but no Word document", resave)
    })
}

fn root_of<T: Default>(part: Option<&Part>, read: impl Fn(Node) -> T) -> Result<T, Refusal> {
    let Some(part) = part else { return Ok(T::default()) };
    Ok(read(xml::parse(&part.text)?.root_element()))
}

fn comments_on_embargoes(root: Node, holds_back: HoldsBack) -> HashSet<String> {
    let comments = xml::children(root, "comment").filter_map(|comment| {
        let text = left_out::paragraphs(comment).join("\n");
        let id = xml::attribute(comment, "id")?.to_owned();
        holds_back(&text).then_some(id)
    });
    comments.collect()
}

/// The part that is the header of the first page.
fn first_header<'r>(body: Node, relationships: &'r Relationships) -> Option<&'r relationships::Target> {
    let section = body.descendants().find(|node| xml::name(*node) == "sectPr")?;
    let has_own = xml::toggle(section, "titlePg") == Some(true);
    let wanted = if has_own { "first" } else { "default" };
    let header =
        xml::children(section, "headerReference").find(|node| xml::attribute(*node, "type") == Some(wanted))?;
    relationships.target(xml::relation(header, "id")?)
}

fn read_stationery(
    part: &Part,
    sheet: &Sheet,
    first_header: Option<&relationships::Target>,
) -> Result<Stationery, Refusal> {
    let tree = xml::parse(&part.text)?;
    let root = tree.root_element();
    let notes = Notes::new();
    // Only a few lines of it may be read in the end, so what else is wrong in it is nobody's problem.
    let mut unheard = Report::new("");
    let pieces = Reader::new(sheet, &part.relationships, &notes, &mut unheard).read(root);
    let is_first = first_header == Some(&relationships::Target::Part(part.name.clone()));
    Ok(Stationery::new(&pieces, root, is_first))
}
