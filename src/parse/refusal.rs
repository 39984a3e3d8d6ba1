//! Texts that are no press release, and in one sentence why: an e-mail, a table, a poem, a list of
//! headlines. Each kind has a small test of its own.
//!
//! A release that is only short, badly set or incomplete is none of them: what is missing there,
//! the other readers say. Kinds that are known by their shape alone give way to front matter that
//! states headline and date.

mod again;
mod documents;
mod lists;
mod second;
mod shapes;
mod voices;
mod wordings;

use std::borrow::Cow;

use super::{FrontMatterGives, dateline, line};
use crate::manuscript::Block;
use crate::problem::Place;
use second::Second;
pub use wordings::is_mail_label;

/// Why a text is no press release.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Refusal {
    pub at: Place,
    pub what: &'static str,
    pub fix: Cow<'static, str>,
    /// The words that say so.
    pub found: Option<String>,
}

impl Refusal {
    fn of(block: &Block, what: &'static str, fix: &'static str) -> Self {
        Self { at: block.at, what, fix: fix.into(), found: Some(block.text().to_owned()) }
    }
}

/// A text to be judged: its lines, and the paragraphs they were joined to.
#[derive(Debug, Clone, Copy)]
pub struct Text<'t> {
    lines: &'t [Block],
    paragraphs: &'t [Block],
    second: Option<Second<'t>>,
}

impl<'t> Text<'t> {
    pub fn of(lines: &'t [Block], paragraphs: &'t [Block]) -> Self {
        Self { lines, paragraphs, second: second::find(paragraphs) }
    }
}

type Test = fn(Text<'_>) -> Option<Refusal>;

/// Known by their words or signs, whatever front matter says.
const CERTAIN: [Test; 5] = [shapes::markup, shapes::table, wordings::mail, wordings::licence, lists::two_releases];
/// Known by their shape.
const LIKELY: [Test; 11] = [
    again::begun,
    wordings::other_text,
    wordings::statutes,
    wordings::minutes,
    wordings::imprint,
    wordings::newsletter,
    wordings::guide,
    shapes::transcript,
    lists::releases,
    shapes::contact_page,
    shapes::poem,
];
/// Known by what a release may hold as well, so only where the text bears no sign of one.
const UNSIGNED: [Test; 7] = [
    wordings::advice,
    documents::named,
    documents::job,
    documents::bill,
    voices::letter,
    voices::interview,
    voices::first_person,
];

/// The first reason to refuse a text.
pub fn of(text: Text<'_>, given: FrontMatterGives) -> Option<Refusal> {
    let certain = CERTAIN.iter().find_map(|test| test(text));
    let likely = || LIKELY.iter().find_map(|test| test(text)).or_else(|| unsigned(text, &UNSIGNED));
    let likely = || (!(given.title && given.date)).then(likely).flatten();
    certain.or_else(|| {
        let refusal = likely()?;
        let fix = format!("{}; where it is a press release as it stands, {KEEP}", refusal.fix).into();
        Some(Refusal { fix, ..refusal })
    })
}

/// The first of these reasons to refuse a text that bears no sign of a release.
fn unsigned(text: Text<'_>, tests: &[Test]) -> Option<Refusal> {
    if is_released(text) { None } else { tests.iter().find_map(|test| test(text)) }
}

/// Whether a text bears a sign of a release: its line, place and date before the first sentence, whom to call, "About".
fn is_released(text: Text<'_>) -> bool {
    const NEAR: usize = 12;
    const LONGEST: usize = 200;
    let opens =
        |block: &Block| dateline::run_in(block.text()).is_some_and(|run| run.place.is_some() && run.date.is_some());
    let is_frame = |block: &Block| {
        let text = block.text();
        text.len() <= LONGEST
            && (line::release_line(text).is_some()
                || line::contact_heading(text).is_some()
                || line::boilerplate_heading(text)
                || line::end_mark(text))
    };
    text.paragraphs.iter().any(is_frame) || text.paragraphs.iter().take(NEAR).any(opens)
}

const KEEP: &str = "state `title:` and `date:` in front matter";

/// The headline of a version in another language below the first one's contact.
pub fn translation(text: Text<'_>) -> Option<&Block> {
    text.second.filter(|second| second.translated).map(|second| second.headline)
}

/// What is judged of a text as it would stand in a file.
#[cfg(test)]
fn of_words<T>(words: &str, judge: impl FnOnce(Text<'_>) -> T) -> T {
    let lines = crate::source::text::read(words, 1).blocks;
    let (paragraphs, _) = super::joining::paragraphs(lines.clone());
    judge(Text::of(&lines, &paragraphs))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn refused(input: &str) -> Option<&'static str> {
        of_words(input, |text| of(text, FrontMatterGives::default())).map(|refusal| refusal.what)
    }

    #[test]
    fn each_kind_of_other_text_is_known() {
        for (kind, text) in [
            ("e-mail", "From: a@b.example\nTo: c@d.example\nSubject: Lunch\n\nHi,\nsee you at noon."),
            ("e-mail", "Von: Ada Berg\nGesendet: Montag\nAn: Ole Koch\nBetreff: AW: Entwurf\n\nPasst so."),
            ("table", "name;date;place\nLamp;2026-06-12;Aldwick\nBoat;2026-06-13;Morne\nLine;2026-06-14;Morne"),
            ("licence", "Harbour Licence\n\nPermission is hereby granted, free of charge, to any person."),
            (
                "statutes",
                "Satzung des Vereins\n\n§ 1 Name\nDer Verein heißt Lampe.\n\n§ 2 Zweck\nDer Zweck ist Licht.\n\n§ 3 Sitz\nDer Sitz ist Aldwick.",
            ),
            (
                "minutes",
                "Protokoll der Sitzung\n12. Juni 2026\nAnwesend: Ada, Ole\n\nTOP 1: Lampen\nAlle reden.\n\nTOP 2: Boote\nNiemand redet.",
            ),
            ("imprint", "Impressum\n\nAngaben gemäß § 5 TMG\nHafen e. V.\n\nHaftung für Links\nWir haften nicht."),
            (
                "advice",
                "News from the office\n\n4 May 2020\n\nA media advisory tells reporters of your lamp. The headline should be short.\n\nCall the newsroom and ask.",
            ),
            ("page source", "<!DOCTYPE html>\n<html><body><p>News</p></body></html>"),
            (
                "two releases",
                "PRESS RELEASE\n\nLamp lit\n\nAldwick, 12 June 2026 – The lamp was lit by the mayor on Friday night.\n\n###\n\nPRESS RELEASE\n\nBoat sunk\n\nAldwick, 13 June 2026 – The boat was sunk by nobody on Saturday night.",
            ),
        ] {
            assert!(refused(text).is_some(), "{kind}");
        }
    }

    #[test]
    fn a_list_of_releases_is_none() {
        let list = "News\n\n14 June 2026\nBoat found again in the harbour of Morne\nThe boat that was lost has been found again by two children.\n\n13 June 2026\nBoat lost in the harbour of Morne\nA boat has been lost since Friday, says the harbour master.\n\n12 June 2026\nLamp lit at the harbour of Aldwick\nThe mayor has lit the lamp, which is eighty years old.";
        assert!(refused(list).is_some());
        // A programme goes forward in time.
        let programme = list.replace("14 June", "11 June");
        assert_eq!(refused(&programme.replace("13 June", "11 June")), None);
    }

    #[test]
    fn a_stamp_above_the_date_line_is_of_the_same_release() {
        let page = "Lamp lit at the harbour\n\nJUNE 12, 2026, 11:00 GMT\n\nA light for the small boats\n\nALDWICK, June 12, 2026 -- The mayor has lit the lamp, which is eighty years old, at the harbour of Aldwick.\n\nNews\n\nFive ways to light a lamp\n\nMAY 15, 2026";
        assert_eq!(refused(page), None);
    }

    #[test]
    fn a_poem_is_none() {
        let poem = "The lamp\n12 June 2026\n\nO lamp upon the harbour wall\nthat never sees the sea at all\n\nYou look at us and we at you\nas lamps and people always do\n\nAnd when the morning comes you sleep\nwhile other lights their promise keep";
        assert!(refused(poem).is_some());
    }

    #[test]
    fn releases_of_every_shape_are_not_refused() {
        for text in [
            "PRESS RELEASE\n12 June 2026\n\nLamp lit\n\nThe mayor lit the lamp.\n\nContact: Ada Berg, 0113 496 0288",
            "MEDIA ADVISORY\n\nLamp lit\n\nWHO: The mayor\nWHAT: Lights the lamp\nWHEN: 12 June 2026\nWHERE: Aldwick\n\nContact: Ada Berg, 0113 496 0288",
            "Minutes of the Harbour Committee, 28 April 2026\n\n20 May 2026\n\nThe Harbour Committee on Wednesday released the attached minutes of the meeting held on 28 April.",
            "Protokoll einer Lampe: Ausstellung in Aldwick\n\nAldwick, 12. Juni 2026 – Eine Ausstellung zeigt die Geschichte der Lampe, die achtzig Jahre lang am Hafen stand.",
        ] {
            assert_eq!(refused(text), None, "{text}");
        }
    }
}
