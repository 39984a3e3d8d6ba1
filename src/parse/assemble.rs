//! The release itself, from what its text says, what its front matter states and what the
//! newsroom's rules make of it. Front matter wins over the text. Whatever is missing is a problem
//! with its remedy; nothing is made up.

mod changes;
mod contradiction;
mod dates;
mod enclosures;
mod headline;
mod hold;
mod identity;
mod subjects;
mod tongue;

use chrono::{NaiveDate, NaiveTime};
use url::Url;

use super::{House, Piece, Placed, Understood, line, objections};
use crate::instant::Instant;
use crate::problem::{Place, Report};
use crate::prose::Prose;
use crate::release::{Correction, Embargo, Figure, Id, Kin, Language, Part, Release, Slug, Subject, Withdrawal};
use crate::source::front_matter::{FrontMatter, Stated};
use crate::source::translation::Named;
pub use enclosures::{NamedAttachment, NamedBy, Picture};
use enclosures::{attachments, pictures};
pub use identity::identity;

/// A release under way: every part that could be made out. `show` prints it as it is; only
/// without an error does it become a [`Release`].
#[derive(Debug)]
pub struct Assembled {
    pub id: Option<Id>,
    pub slug: Option<Slug>,
    pub title: Option<String>,
    pub subtitle: Option<String>,
    pub place: Option<String>,
    pub day: Option<NaiveDate>,
    pub time: Option<NaiveTime>,
    pub published: Option<Instant>,
    pub updated: Option<Instant>,
    /// Where the last change is dated.
    pub changed_at: Option<Place>,
    pub corrections: Vec<Correction>,
    pub withdrawn: Option<Withdrawal>,
    pub embargo: Option<Embargo>,
    pub draft: bool,
    pub language: Option<Language>,
    pub kin: Option<Kin>,
    pub subjects: Vec<Subject>,
    pub authors: Vec<String>,
    /// Those that front matter names, or the first in the text: the lead picture first.
    pub pictures: Vec<Picture>,
    pub attachments: Vec<NamedAttachment>,
    /// What the text says, less what was taken over above.
    pub text: Understood,
}

pub fn assemble(
    mut text: Understood,
    front: &FrontMatter,
    identity: (Option<Slug>, Option<Id>),
    named: Option<&Named>,
    house: &House,
    report: &mut Report,
) -> Assembled {
    let (slug, id) = identity;
    let stated_title = headline::stated(&mut text, front, report);
    let title = title(stated_title, &text, front, report);
    warn_of_markup(title.as_deref(), &text, front, report);
    objections::to_front_matter(front, report);
    let moment = dates::stated_moment(front, house, report);
    let day = moment
        .as_ref()
        .and_then(|moment| moment.day)
        .or_else(|| text.date.as_ref().filter(|_| front.date.is_none()).map(|date| date.value));
    let embargo = hold::embargo_of(&text, front, day, house, report);
    let held_until = embargo.as_ref().and_then(|embargo| embargo.until);
    let day = day.or_else(|| {
        if front.date.is_some() {
            None
        } else {
            dates::day_of_text(&text, front, held_until, slug.as_ref(), house, report)
        }
    });
    let stated_time = dates::stated_time(front, report).or(moment.as_ref().and_then(|moment| moment.time));
    hold::refuse_other_days(&text, front, day, report);
    contradiction::warn(&text, front, (day, stated_time), report);
    let time = stated_time.or(text.time);
    let exact = moment.and_then(|moment| moment.instant).filter(|_| front.time.is_none());
    let stated = exact.or_else(|| dates::first_instant(day?, time, house));
    // Where no time is stated, the embargo's end is the time, unless the release is of a later day.
    let lifts = held_until.filter(|end| time.is_none() && day.is_some_and(|day| end.date_in(house.zone) >= day));
    let published = lifts.or_else(|| stated.map(|at| held_until.map_or(at, |end| end.max(at))));
    let changes = changes::of(&mut text, front, published, house, report);
    let published = published.map(|at| dates::set_apart(at, id.as_ref()));
    let updated = changes.updated.map(|at| dates::set_apart(at, id.as_ref())).max(published);
    let language = tongue::of(&text, front, named.map(|named| &named.language), house, report);
    if text.lead.is_none() && changes.withdrawn.is_none() && !text.unfilled {
        report.error(
            Place::line(1),
            "there is no text below the headline",
            "write the release's paragraphs, each ending in a full stop; what is no press release belongs in another folder",
        );
    }
    let pictures = pictures(&mut text, front);
    Assembled {
        id,
        slug,
        subtitle: front
            .subtitle
            .as_ref()
            .map(value)
            .or_else(|| text.subtitle.as_ref().map(|subtitle| subtitle.value.clone())),
        place: front.place.as_ref().map(value).or_else(|| text.place.as_ref().map(|place| place.value.clone())),
        title,
        day,
        time: time.map(|time| time.time),
        published,
        updated,
        changed_at: changes.at,
        corrections: changes.corrections,
        withdrawn: changes.withdrawn,
        embargo,
        draft: draft(front, report) || text.draft_mark,
        language,
        kin: match &front.translation_key {
            Some(key) => Some(Kin::Key(key.value.clone())),
            None => named.map(|named| Kin::Name(named.base.clone())),
        },
        subjects: subjects::of(front, house, report),
        authors: front.authors.iter().map(value).collect(),
        pictures,
        attachments: attachments(front),
        text,
    }
}

impl Assembled {
    /// Whether its words are not for the public yet, as far as that is understood.
    pub fn is_held_at(&self, now: Instant) -> bool {
        let embargoed = self.embargo.as_ref().is_some_and(|embargo| embargo.until.is_none_or(|end| end > now));
        self.draft || embargoed || self.published.is_some_and(|published| published > now)
    }

    /// The release, when nothing is missing. Pictures are looked at by who can reach their files:
    /// `figure` for one in the body; the release's own and its attachments are added later.
    pub fn release(
        mut self,
        path: &str,
        permalink: Url,
        mut figure: impl FnMut(&Picture) -> Option<Figure>,
    ) -> Option<Release> {
        if self.withdrawn.is_some() {
            self.take_back();
        }
        let published = self.published?;
        Some(Release {
            path: path.to_owned(),
            id: self.id?,
            slug: self.slug?,
            permalink,
            title: self.title?,
            subtitle: self.subtitle,
            place: self.place,
            day: self.day?,
            published,
            updated: self.updated.unwrap_or(published),
            corrections: self.corrections,
            withdrawn: self.withdrawn,
            embargo: self.embargo,
            draft: self.draft,
            language: self.language?,
            kin: self.kin,
            lead: self.text.lead?.value,
            body: self
                .text
                .body
                .into_iter()
                .filter_map(|piece| match piece.value {
                    Piece::Part(part) => Some(part),
                    Piece::Picture(source, alt, caption) => {
                        figure(&Picture::in_text(piece.at, source, alt, caption)).map(Part::Figure)
                    }
                })
                .collect(),
            boilerplate: self.text.boilerplate.into_iter().map(|boilerplate| boilerplate.value).collect(),
            contacts: values(self.text.contacts),
            captions: values(self.text.captions),
            notices: values(self.text.notices),
            subjects: self.subjects,
            authors: self.authors,
            pictures: Vec::new(),
            attachments: Vec::new(),
        })
    }

    /// Lets go of every word but the headline: what is taken back is published no further.
    fn take_back(&mut self) {
        self.text =
            Understood { lead: Some(Placed { value: Prose::default(), at: Place::line(1) }), ..Understood::default() };
        self.subtitle = None;
        self.place = None;
        self.corrections.clear();
    }
}

fn value(stated: &Stated<String>) -> String {
    stated.value.clone()
}

fn title(stated: Option<String>, text: &Understood, front: &FrontMatter, report: &mut Report) -> Option<String> {
    let title = stated.or_else(|| text.title.as_ref().map(|read| read.value.clone()));
    if title.is_none() && !front.blank.contains(&"title") && !text.unfilled {
        report.error(
            Place::line(1),
            "there is no headline",
            "put it on a line of its own above the text, or state `title:`",
        );
    }
    if let Some(read) = text.title.as_ref().filter(|read| front.title.is_none() && line::valediction(&read.value)) {
        let what = "the closing of a letter stands where the headline should be";
        let fix = "keep only the text of the release, without the letter above it, or state `title:`";
        report.error(read.at, what, fix).found(&read.value);
    }
    let numbered = [text.title.as_ref().filter(|_| front.title.is_none()), text.subtitle.as_ref()];
    for read in numbered.into_iter().flatten().filter(|read| headline::is_of_contact(&read.value)) {
        let what = "the headline holds what is a contact's";
        let fix = "put the contact below `Contact:`, each on lines of their own, and the headline on one of its own";
        report.error(read.at, what, fix).found(&read.value);
    }
    title
}

/// Some readers take `<b` in a headline for markup and hide what follows.
fn warn_of_markup(title: Option<&str>, text: &Understood, front: &FrontMatter, report: &mut Report) {
    let Some(title) = title else { return };
    let opens = |at: usize| title[at + 1..].starts_with(|c: char| c.is_ascii_alphabetic() || c == '/' || c == '!');
    if title.match_indices('<').any(|(at, _)| opens(at)) {
        let at = front.title.as_ref().map(|stated| stated.at).or(text.title.as_ref().map(|read| read.at));
        let what = "some readers take `<` before a letter for markup and hide what follows";
        report.warning(at.unwrap_or(Place::line(1)), what, "write the headline without it").found(title);
    }
    for author in front.authors.iter().filter(|author| author.value.contains('@')) {
        report
            .warning(author.at, "an e-mail address stands where readers show a name", "write the author's name")
            .found(&author.value);
    }
}

/// Words of a status, also those of other programs.
const UNREADY: [&str; 4] = ["draft", "pending", "private", "trash"];

/// Whether front matter says, in words that are known, that nobody may see it yet.
pub fn is_draft(front: &FrontMatter) -> bool {
    let status = front.status.as_ref().map(|status| status.value.to_lowercase());
    front.draft.as_ref().is_some_and(|draft| draft.value) || status.is_some_and(|status| UNREADY.contains(&&*status))
}

fn draft(front: &FrontMatter, report: &mut Report) -> bool {
    let is_draft = is_draft(front);
    let Some(status) = &front.status else { return is_draft };
    match status.value.to_lowercase().as_str() {
        "published" | "publish" | "final" => is_draft,
        known if UNREADY.contains(&known) => is_draft,
        _ => {
            // What it says stays out of a log: the release may be one that is held back.
            let what = "an unknown status, so nobody can tell whether the release may be public";
            let fix = "write `status: draft`, which holds it back as `draft: true` does, or `status: published`";
            report.error(status.at, what, fix).found(&status.value);
            true
        }
    }
}

fn values<T>(placed: Vec<Placed<T>>) -> Vec<T> {
    placed.into_iter().map(|placed| placed.value).collect()
}
