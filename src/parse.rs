//! How blocks become a release: each part is read by a small reader of its own, and nothing is
//! filled in that neither the text nor its front matter gives.
//!
//! Files and formats of output are not known here.

pub mod assemble;
mod best_date;
mod columns;
mod contacts;
mod correction;
mod covering;
mod date;
mod dateline;
pub mod decision;
mod details;
mod embargo;
mod header;
mod house;
mod joining;
mod language;
mod line;
mod memory;
mod objections;
mod page_head;
mod people;
mod placed;
mod refusal;
mod remarks;
mod sections;
mod stamped;
mod understood;
mod whom_to_call;
mod words;

use chrono::NaiveDate;
use chrono_tz::Tz;

use crate::instant::Instant;
use crate::manuscript::{Block, Manuscript};
use crate::problem::{Place, Report};
use crate::prose::Prose;
use crate::release::Language;
use crate::source::HoldsBack;
use crate::source::front_matter::{FrontMatter, Stated};
use best_date::best_date;
use date::{Order, TimeOfDay, Written};
use header::Header;
pub use house::House;
pub use joining::LeftOut;
pub use placed::Placed;
use sections::Sections;
pub use understood::{Piece, Understood};

/// Whether a text names a day after the given one, as a release that is not public yet may.
pub fn names_a_day_after(text: &str, day: NaiveDate) -> bool {
    text.lines()
        .any(|line| date::first(line).is_some_and(|found| matches!(found.date, Written::Day(found) if found > day)))
}

/// Whether a line names a moment that is yet to come: an instant, or a day.
pub fn is_after(text: &str, now: Instant, zone: Tz) -> bool {
    let instant = text.split_whitespace().find_map(Instant::parse);
    instant.map_or_else(|| names_a_day_after(text, now.date_in(zone)), |instant| instant > now)
}

/// Whether words hold a release back or take it back, one of their lines by itself: as that line would above the
/// text of a file. So what a source leaves out is judged as what it reads.
pub fn holds_back(words: &str) -> bool {
    any_line(words, |line| embargo::holds_back(line) || correction::takes_back(line))
}

/// What of a text is to be heard beside it: nothing contradicts what front matter states of an embargo's absence or of a
/// withdrawal.
pub fn heard_beside(front: &FrontMatter) -> HoldsBack {
    let given = FrontMatterGives::of(front);
    match (given.no_embargo, given.withdrawn) {
        (false, false) => holds_back,
        (true, false) => |words| any_line(words, correction::takes_back),
        (false, true) => |words| any_line(words, embargo::holds_back),
        (true, true) => |_| false,
    }
}

fn any_line(words: &str, says: impl Fn(&str) -> bool) -> bool {
    words.lines().any(|line| {
        let line = line.split_whitespace().collect::<Vec<_>>().join(" ");
        !line.is_empty() && says(&line)
    })
}

/// Whether a part of a page says whom to call: a contact's heading, with a number or an address.
pub fn names_contact(words: &str) -> bool {
    details::calls_somebody(words) && words.lines().any(|line| line::contact_heading(line).is_some())
}

/// Whether a line calls the text unfinished.
pub fn is_draft(line: &str) -> bool {
    line::draft_mark(line) || line::hold_mark(line)
}

/// Whether a file's name says that its text is under embargo, and until which day.
pub use embargo::is_in_name as is_embargo_in_name;

/// The languages whose words are known.
pub fn languages() -> impl Iterator<Item = Language> {
    words::ALL.into_iter().filter_map(|words| Language::parse(words.language))
}

/// What of a release its front matter gives, so that the text below need not.
#[derive(Debug, Clone, Copy, Default)]
#[expect(clippy::struct_excessive_bools, reason = "each is a key that is there or not")]
pub struct FrontMatterGives {
    pub title: bool,
    pub date: bool,
    /// It says that there is no embargo, whatever the text speaks of.
    pub no_embargo: bool,
    /// It says whether the release is taken back.
    pub withdrawn: bool,
    /// It says that something was put right.
    pub changed: bool,
    /// It says that the release is not ready.
    pub draft: bool,
}

impl FrontMatterGives {
    pub fn of(front: &FrontMatter) -> Self {
        let none = |stated: &Stated<String>| words::NO_EMBARGO.has(&stated.value);
        Self {
            title: front.title.is_some() || front.blank.contains(&"title"),
            date: front.date.is_some(),
            no_embargo: front.embargo.as_ref().is_some_and(none),
            withdrawn: front.says_withdrawn,
            changed: front.updated.is_some() || !front.corrections.is_empty(),
            draft: assemble::is_draft(front),
        }
    }
}

/// Reads a manuscript. `None` when it is no press release; the report says why.
pub fn understand(
    mut manuscript: Manuscript,
    house: &House,
    given: FrontMatterGives,
    report: &mut Report,
) -> Option<Understood> {
    let heads = page_head::take(&mut manuscript.blocks, &manuscript.heads);
    columns::in_order(&mut manuscript.blocks);
    let marks = correction::take(&mut manuscript.blocks, given.title);
    correction::refuse_unheeded(&manuscript.blocks, &marks, given, report);
    let (blocks, mut left_out) = joining::paragraphs(manuscript.blocks.clone());
    let readable = objections::to_text(&manuscript, &blocks, given, report)?;
    let covering::Uncovered { blocks, letter, held } = covering::without_letter(blocks);
    let held = held.into_iter().filter(|_| !given.no_embargo);

    let (mut header, below) = header::read(&blocks, joining::is_wrapped(&manuscript.blocks, &blocks), given, &left_out);
    if !given.no_embargo {
        header::keep_lost_embargoes(&mut header, &manuscript.blocks);
    }
    header.take_draft_mark(&manuscript.left_out);
    header.hear_marks_below(&blocks, below, &manuscript.blocks, given);
    // A headline is not guessed out of the middle of a line.
    if readable.on_one_line && header.lead.is_none() {
        header.lead = header.title.take();
    }
    let heard = remarks::hear(&manuscript.remarks, given, &mut header, report);
    objections::to_header(&header, given, report);
    stamped::settle(&mut header, &blocks, given, report);
    let mut sections = sections::read(std::mem::take(&mut header.aside), &blocks[below..], given);
    let language = language_of(&header, &sections, &blocks, house);
    let text =
        header.lead.iter().map(|lead| lead.value.text()).chain(sections.body.iter().map(|piece| piece.value.text()));
    let notices = header.notices.iter().chain(&sections.notices).map(|notice| notice.value.text());
    let text: Vec<&str> = text.chain(notices).collect();
    let groups = header.contacts.iter().chain(&sections.contacts);
    let mut to_call = whom_to_call::read(groups, &sections.sentence_contacts, &blocks);
    for lines in [&mut left_out, &mut header.left_out, &mut sections.left_out] {
        to_call.hear_left_out(lines, &text);
    }
    if !readable.unfilled {
        to_call.warn(report);
    }

    let others = [heads, to_call.left_out, manuscript.left_out, marks.left_out, header.left_out, sections.left_out];
    left_out.extend(letter.into_iter().chain(others.into_iter().flatten()));
    objections::to_end(&left_out, report);
    left_out.sort_by_key(|left| left.line);
    let mut decisions = header.decisions;
    decisions.extend(sections.decisions);
    decisions.sort_by_key(|decision| decision.line);

    let order = Order::of(language.as_ref());
    let notices: Vec<Placed<Prose>> = header.notices.into_iter().chain(sections.notices).collect();
    let mut time = header.time.or(sections.time.filter(|_| header.dates.is_empty()));
    let (mut date, doubtful_date) = best_date(header.dates, best_date::of_the_text(&sections.dates), order);
    if date.is_none()
        && doubtful_date.is_none()
        && let Some((issued, at_time)) = day_issued(&notices, &left_out)
    {
        date = Some(issued);
        time = time.or(at_time);
    }
    let day = date.as_ref().map(|date| date.value);
    let may_hold = |words: &str| {
        day.is_none_or(|own| embargo::waits(words, day).unwrap_or_else(|| embargo::ends_after(words, own, order)))
    };
    let likely = header.likely_embargoes.into_iter().chain(sections.likely_embargoes);
    let likely = likely.filter(|words| may_hold(&words.value));
    let mut below = sections.dates.iter();
    let place_below = || below.find_map(|(dated, place)| Some(Placed::new(dated.at, place.clone()?)));
    Some(Understood {
        number: header.number,
        kicker: header.kicker,
        title: header.title.map(|title| title.map(Prose::into_text)),
        subtitle: header.subtitle.map(|subtitle| subtitle.map(Prose::into_text)),
        date,
        doubtful_date,
        order,
        time,
        place: header.place.or_else(place_below),
        embargoes: held.chain(header.embargoes).chain(sections.embargoes).chain(likely).collect(),
        lead: header.lead,
        body: sections.body,
        boilerplate: sections.boilerplate,
        contacts: contacts::merged(to_call.contacts),
        captions: sections.captions,
        notices,
        joined: joining::joined_lines(&blocks),
        left_out,
        decisions,
        unfilled: readable.unfilled,
        draft_mark: header.draft_mark.is_some() || heard.unready,
        goes_public: header.goes_public,
        goes_live: heard.goes_live,
        corrections: marks.corrections,
        withdrawal: marks.withdrawal,
        language,
    })
}

/// Of what it says in prose, or its headline where it says nothing else.
fn language_of(header: &Header, sections: &Sections, blocks: &[Block], house: &House) -> Option<Language> {
    let lead = header.lead.iter().map(|lead| lead.value.text());
    let prose: Vec<&str> = lead.chain(sections.body.iter().map(|piece| piece.value.text())).collect();
    let title = header.title.iter().map(|title| title.value.text());
    let prose = if prose.is_empty() { title.collect() } else { prose };
    language::detect_in(&prose.join("\n"), &frame_of(blocks), house.language.as_ref())
}

/// The short lines at the top and at the foot of a text, in which a house writes its own language.
fn frame_of(blocks: &[Block]) -> Vec<&str> {
    const NEAR: usize = 8;
    const LONGEST: usize = 80;
    let top = blocks.iter().take(NEAR);
    let foot = blocks.iter().skip(NEAR.max(blocks.len().saturating_sub(NEAR)));
    top.chain(foot).map(Block::text).filter(|text| text.len() <= LONGEST).collect()
}

/// The day in the sentence by which the law or a wire says when the text was made public, and its time.
fn day_issued(notices: &[Placed<Prose>], left_out: &[LeftOut]) -> Option<(Placed<NaiveDate>, Option<TimeOfDay>)> {
    let of_law = notices.iter().map(|notice| (notice.at, notice.value.text()));
    let of_wire = left_out.iter().rev().map(|left| (Place::line(left.line), left.text.as_str()));
    let (at, (written, time)) = of_law.chain(of_wire).find_map(|(at, text)| Some((at, dateline::issued(text)?)))?;
    let Written::Day(value) = written else { return None };
    Some((Placed { value, at }, time))
}
