//! What is said against a text as a whole: that it is no press release, unfinished, or set so that its parts
//! can't be told apart.
//!
//! What is wrong with a single part is said by whoever reads that part.

use super::header::{self, Header};
use super::refusal::{self, Text};
use super::{FrontMatterGives, line, sections};
use crate::manuscript::{Block, LeftOut, Manuscript, Shape};
use crate::problem::{Place, Report};
use crate::prose::{Mark, Style};
use crate::source::front_matter::FrontMatter;

/// What a text is like that may be read.
pub struct Readable {
    /// Placeholders of a template are still there.
    pub unfilled: bool,
    /// It is one line of several sentences.
    pub on_one_line: bool,
}

/// `None` when the text is no press release. `paragraphs` are what its lines were joined to.
pub fn to_text(
    manuscript: &Manuscript,
    paragraphs: &[Block],
    given: FrontMatterGives,
    report: &mut Report,
) -> Option<Readable> {
    let text = Text::of(&manuscript.blocks, paragraphs);
    if let Some(refusal) = refusal::of(text, given) {
        let problem = report.error(refusal.at, refusal.what, refusal.fix);
        if let Some(found) = &refusal.found {
            problem.found(found);
        }
        return None;
    }
    if let Some(headline) = refusal::translation(text) {
        let what = "the release begins again here, in another language";
        let fix = "keep each language in a file of its own, as in `cellar.de.txt` and `cellar.en.txt`";
        report.warning(headline.at, what, fix).found(headline.text());
    }
    for block in &manuscript.blocks {
        if let Some(mark) = line::review_comment(block.text()) {
            let fix = "delete the line, or accept or delete the comment before the text is copied";
            report.error(block.at, "a comment of a word processor is still in the text", fix).found(mark);
        }
    }
    warn_of_nobody_to_call(&manuscript.blocks, report);
    let unfilled = refuse_placeholders(manuscript, report);
    let on_one_line = is_on_one_line(manuscript);
    if on_one_line {
        report.warning(
            manuscript.blocks[0].at,
            "the whole text stands on one line, so its parts can't be told apart",
            "put headline, date line and each paragraph on lines of their own",
        );
    }
    Some(Readable { unfilled, on_one_line })
}

pub fn to_header(header: &Header, given: FrontMatterGives, report: &mut Report) {
    if let Some(mark) = header.draft_mark.as_ref().filter(|_| !given.draft) {
        let (what, fix) = if line::draft_mark(&mark.value) {
            ("the text calls itself a draft", "delete the line, or state `draft: true` until it is ready")
        } else if line::is_marked_headline(&mark.value) {
            (MARKED, TAKE_MARK_AWAY)
        } else {
            let fix = "delete the line once the text may go out, or state `draft: true` until then";
            ("this line says that the text is not ready, or not for everybody", fix)
        };
        report.error(mark.at, what, fix).found(&mark.value);
    }
    if let Some(overlong) = &header.overlong {
        let (length, most) = (overlong.value, header::LONGEST_HEADLINE);
        let what = format!("this is too long for a headline: {length} characters, and the most are {most}");
        report.error(overlong.at, what, "shorten it, or put a headline on a line of its own above it");
    }
}

pub fn to_end(left_out: &[LeftOut], report: &mut Report) {
    for left in left_out.iter().filter(|left| left.why == sections::BELOW_END) {
        let fix = "move it above the mark, or below a heading such as `Notes to editors`";
        report.warning(Place::line(left.line), "this line below the end mark is left out", fix).found(&left.text);
    }
}

/// A text of several sentences without a line break, as some extractions leave it.
fn is_on_one_line(manuscript: &Manuscript) -> bool {
    const FEWEST_WORDS: usize = 30;
    let [only] = manuscript.blocks.as_slice() else { return false };
    let words = only.text().split_whitespace().count();
    words >= FEWEST_WORDS && only.text().matches(". ").count() >= 2 && matches!(only.shape, Shape::Text)
}

const MARKED: &str = "a mark beside the headline says that the text is not ready, or not for everybody";
const TAKE_MARK_AWAY: &str = "take the mark away once the text may go out, or state `draft: true` until then";

/// What front matter states is of a template just as the text is, and calls itself a draft just as it does.
pub fn to_front_matter(front: &FrontMatter, report: &mut Report) {
    let headlines = [&front.title, &front.subtitle].into_iter().flatten();
    let is_mark = |text: &str| line::draft_mark(text) || line::hold_mark(text) || line::is_marked_headline(text);
    let given = FrontMatterGives::of(front);
    for value in headlines.filter(|value| !given.draft && is_mark(&value.value)) {
        report.error(value.at, MARKED, TAKE_MARK_AWAY).found(&value.value);
    }
    let one = [&front.title, &front.subtitle, &front.place];
    let stated = one.into_iter().flatten().chain(&front.authors).chain(&front.subjects);
    for value in stated {
        // A headline that is stated and has other words beside "{{ name }}" is about such signs.
        let is_meant =
            |found: &str| found.contains("{{") && found != value.value.trim() || is_ticked(&value.value, found);
        for found in line::placeholders(&value.value).into_iter().filter(|found| !is_meant(found)) {
            report.error(value.at, UNFILLED, "fill it in, or delete the key").found(found);
        }
    }
}

/// "Media contact: TBD", or "Kontakt:" above "folgt": nobody can be called, and no line of it is published.
fn warn_of_nobody_to_call(blocks: &[Block], report: &mut Report) {
    let heads_contact = |text: &str| line::contact_heading(text).is_some_and(|rest| text[rest..].trim().is_empty());
    for (at, block) in blocks.iter().enumerate() {
        let text = block.text();
        let is_told = || !line::placeholders(text).is_empty();
        let alone = || line::is_to_come(text) && !is_told() && at > 0 && heads_contact(blocks[at - 1].text());
        if line::is_contact_to_come(text) || alone() {
            let fix = "write a name with a number or an address, or delete the line";
            report.warning(block.at, "whom to call is still to be filled in", fix).found(text);
        }
    }
}

const UNFILLED: &str = "a placeholder of a template is still there";

/// Says whether there was one.
fn refuse_placeholders(manuscript: &Manuscript, report: &mut Report) -> bool {
    let before = report.problems.len();
    for block in manuscript.blocks.iter().filter(|block| !matches!(block.shape, Shape::Markup(_))) {
        let is_code = |found: &str| {
            let at = found.as_ptr() as usize - block.text().as_ptr() as usize;
            let is_marked = |mark: &Mark| mark.style == Style::Code && mark.range.contains(&at);
            is_ticked(block.text(), found) || block.prose.marks().iter().any(is_marked)
        };
        for found in line::placeholders(block.text()).into_iter().filter(|found| !is_code(found)) {
            // A shortcode of Hugo shows something; any other one waits for words. How to keep one is said once.
            let fix = if found.starts_with("{{<") || found.starts_with("{{%") {
                "delete it, or write what it shows: a picture as `![...](file.jpg)`, a link as `[...](https://...)`"
            } else if report.problems.len() == before || found.starts_with(['{', '$', '<']) {
                "fill it in; where the text means these very signs, put them between backticks"
            } else {
                "fill it in"
            };
            report.error(block.at, UNFILLED, fix).found(found);
        }
    }
    report.problems.len() > before
}

/// Whether a part of a text stands between backticks.
fn is_ticked(text: &str, part: &str) -> bool {
    let at = part.as_ptr() as usize - text.as_ptr() as usize;
    text[..at].matches('`').count() % 2 == 1
}
