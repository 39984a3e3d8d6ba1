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
mod page_head;
mod people;
mod refusal;
mod sections;
mod understood;
mod whom_to_call;
mod words;

use chrono::NaiveDate;

use crate::manuscript::{Manuscript, Shape};
use crate::problem::{Place, Report};
use crate::release::{Boilerplate, Language};
use crate::source::front_matter::{FrontMatter, Stated};
use best_date::best_date;
use date::{Order, Written};
pub use house::House;
pub use joining::LeftOut;
use refusal::Text;
use understood::placed;
pub use understood::{Piece, Placed, Understood};

/// Whether a text names a day after the given one, as a release that is not public yet may.
pub fn names_a_day_after(text: &str, day: NaiveDate) -> bool {
    text.lines()
        .any(|line| date::first(line).is_some_and(|found| matches!(found.date, Written::Day(found) if found > day)))
}

/// Whether words hold a release back, one of their lines by itself: as that line would above the text of
/// a file. So what a source leaves out is judged as what it reads.
pub fn holds_back(words: &str) -> bool {
    words.lines().any(|line| {
        let line = line.split_whitespace().collect::<Vec<_>>().join(" ");
        !line.is_empty() && embargo::holds_back(&line)
    })
}

/// Whether a part of a page says whom to call: a contact's heading, with a number or an address.
pub fn names_contact(words: &str) -> bool {
    details::calls_somebody(words) && words.lines().any(|line| line::contact_heading(line).is_some())
}

/// Whether a file's name says that its text is under embargo, and until which day.
pub use embargo::is_in_name as is_embargo_in_name;

/// The languages whose words are known.
pub fn languages() -> impl Iterator<Item = Language> {
    words::ALL.into_iter().filter_map(|words| Language::parse(words.language))
}

/// What front matter tells the reader of the text below it.
#[derive(Debug, Clone, Copy, Default)]
pub struct Told {
    /// It gives the headline.
    pub title: bool,
    /// It gives the date.
    pub date: bool,
    /// It says that there is no embargo, whatever the text speaks of.
    pub no_embargo: bool,
}

impl Told {
    pub fn of(front: &FrontMatter) -> Self {
        let none = |stated: &Stated<String>| words::NO_EMBARGO.has(&stated.value);
        Self {
            title: front.title.is_some() || front.blank.contains(&"title"),
            date: front.date.is_some(),
            no_embargo: front.embargo.as_ref().is_some_and(none),
        }
    }
}

/// Reads a manuscript. `None` when it is no press release; the report says why.
pub fn understand(mut manuscript: Manuscript, house: &House, told: Told, report: &mut Report) -> Option<Understood> {
    let heads = page_head::take(&mut manuscript.blocks, &manuscript.heads);
    columns::in_order(&mut manuscript.blocks);
    let marks = correction::take(&mut manuscript.blocks, told.title);
    let before: usize = manuscript.blocks.len();
    let (blocks, mut left_out) = joining::paragraphs(manuscript.blocks.clone());
    let text = Text::of(&manuscript.blocks, &blocks);
    if let Some(refusal) = refusal::of(text, told) {
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
    let unfilled = refuse_placeholders(&manuscript, report);
    let on_one_line = is_on_one_line(&manuscript);
    if on_one_line {
        report.warning(
            manuscript.blocks[0].at,
            "the whole text stands on one line, so its parts can't be told apart",
            "put headline, date line and each paragraph on lines of their own",
        );
    }
    let mut held = Vec::new();
    let blocks = covering::without_letter(blocks, &mut left_out, &mut held);
    if told.no_embargo {
        held.clear();
    }
    let wrapped = blocks.iter().filter(|block| joining::was_joined(block)).count() >= 2 && before > blocks.len() + 2;
    let (mut header, below) = header::read(&blocks, wrapped, told);
    if !told.no_embargo {
        header::keep_lost_embargoes(&mut header, &manuscript.blocks);
    }
    let mut aside = manuscript.left_out.iter();
    // "Entwurf: Studio Bell" in a margin is a credit.
    if let Some(mark) = aside.find(|aside| line::draft_mark(&aside.text) && !aside.text.contains(':')) {
        header.draft_mark.get_or_insert_with(|| (Place::line(mark.line), mark.text.clone()));
    }
    left_out.extend(heads);
    if let Some((at, text)) = &header.draft_mark {
        report
            .error(*at, "the text calls itself a draft", "delete the line, or state `draft: true` until it is ready")
            .found(text);
    }
    if let Some((at, length)) = header.overlong {
        let most = header::LONGEST_HEADLINE;
        let what = format!("this is too long for a headline: {length} characters, and the most are {most}");
        report.error(at, what, "shorten it, or put a headline on a line of its own above it");
    }
    // A headline is not guessed out of the middle of a line.
    if on_one_line && header.lead.is_none() {
        header.lead = header.title.take().map(|(at, _, prose)| (at, prose));
    }
    let sections = sections::read(header.aside, &blocks[below..], told);

    let groups = header.contacts.iter().chain(&sections.contacts);
    let found = whom_to_call::read(groups, &sections.sentence_contacts, &blocks);
    if !unfilled {
        found.warn(report);
    }
    left_out.extend(found.left_out);
    let contacts = found.contacts;
    left_out.extend(manuscript.left_out);
    left_out.extend(marks.left_out);
    left_out.extend(header.left_out);
    left_out.extend(sections.left_out);
    for left in left_out.iter().filter(|left| left.why == sections::BELOW_END) {
        let fix = "move it above the mark, or below a heading such as `Notes to editors`";
        report.warning(Place::line(left.line), "this line below the end mark is left out", fix).found(&left.text);
    }
    left_out.sort_by_key(|left| left.line);
    let mut decisions = header.decisions;
    decisions.extend(sections.decisions);
    decisions.sort_by_key(|decision| decision.line);

    let lead = header.lead.map(|(at, value)| Placed { value, at });
    let body_text: String = lead
        .iter()
        .map(|lead| lead.value.text())
        .chain(sections.body.iter().map(|(_, piece)| piece.text()))
        .collect::<Vec<_>>()
        .join("\n");
    let language = language::detect(&body_text, house.language.as_ref());
    let order = match &language {
        Some(language) if language.primary() != "en" => Order::DayFirst,
        _ => Order::Either,
    };
    let time = header.time.or(sections.time.filter(|_| header.dates.is_empty()));
    let (date, doubtful_date) = best_date(header.dates, &sections.dates, order);
    let day = date.as_ref().map(|date| date.value);
    let may_hold = |words: &str| day.is_none_or(|day| embargo::ends_after(words, day, order));
    let likely =
        header.likely_embargoes.into_iter().chain(sections.likely_embargoes).filter(|(_, words)| may_hold(words));
    Some(Understood {
        number: header.number,
        kicker: header.kicker.map(placed),
        title: header.title.map(|(at, _, prose)| Placed { value: prose.into_text(), at }),
        subtitle: header.subtitle.map(|(at, prose)| Placed { value: prose.into_text(), at }),
        date,
        doubtful_date,
        order,
        time,
        place: header.place.map(placed).or_else(|| {
            let mut below = sections.dates.iter();
            below.find_map(|(dated, place)| Some(Placed { value: place.clone()?, at: dated.at }))
        }),
        embargoes: held
            .into_iter()
            .chain(header.embargoes)
            .chain(sections.embargoes)
            .chain(likely)
            .map(|(at, value)| Placed { value, at })
            .collect(),
        lead,
        body: sections.body.into_iter().map(|(at, value)| Placed { value, at }).collect(),
        boilerplate: sections
            .boilerplate
            .into_iter()
            .map(|about| Placed { at: about.at, value: Boilerplate { heading: about.heading, text: about.text } })
            .collect(),
        contacts: contacts::merged(contacts)
            .into_iter()
            .map(|(line, value)| Placed { value, at: Place::line(line) })
            .collect(),
        captions: sections.captions.into_iter().map(placed).collect(),
        notices: header.notices.into_iter().chain(sections.notices).map(placed).collect(),
        joined: blocks
            .iter()
            .filter(|block| joining::was_joined(block))
            .map(|block| (block.at.line, block.last_line))
            .collect(),
        left_out,
        decisions,
        unfilled,
        draft_mark: header.draft_mark.is_some(),
        corrections: marks.corrections,
        withdrawal: marks.withdrawal,
        language,
    })
}

/// A text of several sentences without a line break, as some extractions leave it.
fn is_on_one_line(manuscript: &Manuscript) -> bool {
    const FEWEST_WORDS: usize = 30;
    let [only] = manuscript.blocks.as_slice() else { return false };
    let words = only.text().split_whitespace().count();
    words >= FEWEST_WORDS && only.text().matches(". ").count() >= 2 && matches!(only.shape, Shape::Text)
}

/// Says whether there was one.
fn refuse_placeholders(manuscript: &Manuscript, report: &mut Report) -> bool {
    let before = report.problems.len();
    for block in manuscript.blocks.iter().filter(|block| !matches!(block.shape, Shape::Markup(_))) {
        for found in line::placeholders(block.text()) {
            report.error(block.at, "a placeholder of a template is still there", "fill it in").found(found);
        }
    }
    report.problems.len() > before
}
