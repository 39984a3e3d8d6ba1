//! The release itself, from what its text says, what its front matter states and what the
//! newsroom's rules make of it. Front matter wins over the text. Whatever is missing is a problem
//! with its remedy; nothing is made up.

use chrono::{NaiveDate, NaiveTime};
use url::Url;

use super::date::{self, Dated, Written};
use super::embargo::{self, Unclear};
use super::words::fold;
use super::{House, Piece, Placed, Told, Understood};
use crate::instant::{Instant, Twice};
use crate::manuscript::PictureSource;
use crate::problem::{Place, Report};
use crate::release::{Embargo, Figure, Id, Language, Part, Release, Slug, Subject};
use crate::source::front_matter::{FrontMatter, Image as StatedImage, Line, Stated};

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
    pub embargo: Option<Embargo>,
    pub draft: bool,
    pub language: Option<Language>,
    pub subjects: Vec<Subject>,
    pub authors: Vec<String>,
    pub picture: Option<Picture>,
    /// What the text says, less what was taken over above.
    pub text: Understood,
}

/// The picture that was named, before its file has been looked at.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Picture {
    pub at: Place,
    pub source: PictureSource,
    pub alt: Option<String>,
    /// Front matter names it, so it must be there.
    pub stated: bool,
}

/// The slug and id of a file: stated, or its stem's.
pub fn identity(stem: &str, front: &FrontMatter, house: &House, report: &mut Report) -> (Option<Slug>, Option<Id>) {
    let slug = if let Some(stated) = &front.slug {
        let slug = Slug::stated(&stated.value);
        if slug.is_none() {
            report
                .error(
                    stated.at,
                    "`slug` can't be part of an address",
                    "use letters a to z, digits, hyphens, at most 150 of them",
                )
                .found(&stated.value);
        }
        slug
    } else {
        let slug = Slug::of_stem(stem);
        if slug.is_none() {
            report.error(
                Place::line(1),
                "the file's name makes no address",
                "state one at the top: `---`, `slug: my-release`, `---`",
            );
        }
        slug
    };
    let id = match &front.id {
        Some(stated) => {
            let id = Id::stated(&stated.value);
            if id.is_none() {
                report
                    .error(stated.at, "`id` is no absolute URI", "write one such as `tag:example.org,2018:my-release`")
                    .found(&stated.value);
            }
            id
        }
        None => house.id_base.as_ref().zip(slug.as_ref()).and_then(|(base, slug)| Id::stated(&base.id(slug.as_str()))),
    };
    (slug, id)
}

pub fn assemble(
    mut text: Understood,
    front: &FrontMatter,
    identity: (Option<Slug>, Option<Id>),
    house: &House,
    report: &mut Report,
) -> Assembled {
    let (slug, id) = identity;
    let title = title(&mut text, front, report);
    warn_of_markup(title.as_deref(), &text, front, report);
    let moment = stated_moment(front, report);
    let day = moment
        .as_ref()
        .and_then(|moment| moment.day)
        .or_else(|| if front.date.is_some() { None } else { day_of_text(&text, report) });
    warn_of_other_day(&text, day, front, report);
    let time = stated_time(front, report).or(moment.as_ref().and_then(|moment| moment.time)).or(text.time);
    let embargo = embargo_of(&text, front, house, report);
    let held_until = embargo.as_ref().and_then(|embargo| embargo.until);
    let exact = moment.and_then(|moment| moment.instant).filter(|_| front.time.is_none());
    let published = exact
        .or_else(|| first_instant(day?, time, id.as_ref(), house))
        .map(|at| held_until.map_or(at, |end| end.max(at)));
    let updated = updated(front, published, id.as_ref(), house, report);
    let language = language(&text, front, house, report);
    if text.lead.is_none() {
        report.error(
            Place::line(1),
            "there is no text below the headline",
            "write the release's paragraphs, each ending in a full stop",
        );
    }
    let picture = picture(&mut text, front);
    Assembled {
        id,
        slug,
        subtitle: front.subtitle.as_ref().map(value).or(text.subtitle.take()),
        place: front.place.as_ref().map(value).or(text.place.take()),
        title,
        day,
        time,
        published,
        updated,
        embargo,
        draft: draft(front, report) || text.draft_mark,
        language,
        subjects: subjects(front),
        authors: front.authors.iter().map(value).collect(),
        picture,
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
    /// `figure` for one in the body; the release's own is added later.
    pub fn release(
        self,
        path: &str,
        permalink: Url,
        mut figure: impl FnMut(&Picture) -> Option<Figure>,
    ) -> Option<Release> {
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
            embargo: self.embargo,
            draft: self.draft,
            language: self.language?,
            lead: self.text.lead?.value,
            body: self
                .text
                .body
                .into_iter()
                .filter_map(|piece| match piece.value {
                    Piece::Part(part) => Some(part),
                    Piece::Picture(source, alt) => figure(&Picture::in_text(piece.at, source, alt)).map(Part::Figure),
                })
                .collect(),
            boilerplate: self.text.boilerplate.into_iter().map(|boilerplate| boilerplate.value).collect(),
            contacts: self.text.contacts,
            captions: self.text.captions,
            notices: self.text.notices,
            subjects: self.subjects,
            authors: self.authors,
            image: None,
        })
    }
}

fn value(stated: &Stated<String>) -> String {
    stated.value.clone()
}

fn title(text: &mut Understood, front: &FrontMatter, report: &mut Report) -> Option<String> {
    match (&front.title, &text.title) {
        (Some(stated), Some(Placed { value: read, at })) if fold(&stated.value) != fold(read) => {
            report
                .warning(
                    stated.at,
                    format!("`title` differs from the headline in line {}", at.line),
                    "the front matter counts; delete one of the two",
                )
                .found(&stated.value);
            Some(stated.value.clone())
        }
        (Some(stated), _) => Some(stated.value.clone()),
        (None, Some(read)) => Some(read.value.clone()),
        (None, None) if front.blank.contains(&"title") => None,
        (None, None) => {
            report.error(
                Place::line(1),
                "there is no headline",
                "put it on a line of its own above the text, or state `title:`",
            );
            None
        }
    }
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

/// `date:` as a day, or as a whole instant.
struct Moment {
    day: Option<NaiveDate>,
    time: Option<NaiveTime>,
    instant: Option<Instant>,
}

fn stated_moment(front: &FrontMatter, report: &mut Report) -> Option<Moment> {
    let stated = front.date.as_ref()?;
    Some(moment(stated, "date", report).unwrap_or(Moment { day: None, time: None, instant: None }))
}

fn moment(stated: &Stated<String>, key: &str, report: &mut Report) -> Option<Moment> {
    let text = stated.value.trim();
    if let Some(instant) = Instant::parse(text) {
        return Some(Moment {
            day: Some(instant.date()),
            time: Some(instant.as_chrono().time()),
            instant: Some(instant),
        });
    }
    if let Some(Written::Day(day)) = date::whole(text) {
        return Some(Moment { day: Some(day), time: None, instant: None });
    }
    // "2018-11-02 14:30", in the house's zone.
    if let Some((day, time)) = text.split_once([' ', 'T'])
        && let Some(Written::Day(day)) = date::whole(day)
        && let Ok(time) =
            NaiveTime::parse_from_str(time, "%H:%M").or_else(|_| NaiveTime::parse_from_str(time, "%H:%M:%S"))
    {
        return Some(Moment { day: Some(day), time: Some(time), instant: None });
    }
    let (what, fix) = match date::whole(text) {
        Some(written) => explain(&written),
        None => ("this is no date".to_owned(), EXAMPLE.to_owned()),
    };
    report.error(stated.at, format!("`{key}`: {what}"), fix).found(text);
    None
}

const EXAMPLE: &str = "write the day as in `2018-11-02` or `2 November 2018`";

fn explain(written: &Written) -> (String, String) {
    let what = match written {
        Written::Day(_) => "this is a day",
        Written::NoYear => "the date has no year",
        Written::NoDay => "the date has no day",
        Written::Impossible => "there is no such day in the calendar",
        Written::WrongWeekday => "the weekday belongs to another date",
        Written::Ambiguous => "the date can be read in two ways",
    };
    let fix = match written {
        Written::WrongWeekday => "correct the weekday or the date".to_owned(),
        _ => "write it in full, as in `2 November 2018`, or state `date: 2018-11-02`".to_owned(),
    };
    (what.to_owned(), fix)
}

fn day_of_text(text: &Understood, report: &mut Report) -> Option<NaiveDate> {
    if let Some(day) = &text.date {
        return Some(day.value);
    }
    if let Some(Dated { at, date, text: written }) = &text.doubtful_date {
        let (what, fix) = explain(date);
        report.error(*at, what, fix).found(written);
    } else {
        let at = text.lead.as_ref().map_or(Place::line(1), |lead| lead.at);
        report.error(
            at,
            "there is no date line",
            "put place and day above the text, as in `Dresden, 2 November 2018`, or state `date: 2018-11-02`",
        );
    }
    None
}

fn warn_of_other_day(text: &Understood, day: Option<NaiveDate>, front: &FrontMatter, report: &mut Report) {
    if let (Some(day), Some(stated), Some(read)) = (day, &front.date, &text.date)
        && read.value != day
    {
        report
            .warning(
                stated.at,
                format!("`date` differs from the date line in line {}", read.at.line),
                "the front matter counts; correct one of the two",
            )
            .found(&stated.value);
    }
}

fn stated_time(front: &FrontMatter, report: &mut Report) -> Option<NaiveTime> {
    let stated = front.time.as_ref()?;
    let time = NaiveTime::parse_from_str(&stated.value, "%H:%M").ok().or_else(|| {
        date::time(&stated.value).filter(|(range, _)| *range == (0..stated.value.len())).map(|(_, time)| time)
    });
    if time.is_none() {
        report.error(stated.at, "`time` is no time of day", "write `time: \"14:30\"`").found(&stated.value);
    }
    time
}

/// The first instant of a release. Where only a day is known, releases of one day are set apart
/// by seconds that depend on nothing but their ids, so that a further one moves none.
fn first_instant(day: NaiveDate, time: Option<NaiveTime>, id: Option<&Id>, house: &House) -> Option<Instant> {
    let at = Instant::local(day, time.unwrap_or(house.time_of_day), house.zone, Twice::Earlier)?;
    Some(if time.is_some() { at } else { at.plus_seconds(id.map_or(0, Id::spread)) })
}

fn updated(
    front: &FrontMatter,
    published: Option<Instant>,
    id: Option<&Id>,
    house: &House,
    report: &mut Report,
) -> Option<Instant> {
    let Some(stated) = &front.updated else { return published };
    let moment = moment(stated, "updated", report)?;
    let at = moment.instant.or_else(|| {
        let at = Instant::local(moment.day?, moment.time.unwrap_or(house.time_of_day), house.zone, Twice::Earlier)?;
        Some(if moment.time.is_some() { at } else { at.plus_seconds(id.map_or(0, Id::spread)) })
    })?;
    if published.is_some_and(|published| at < published) {
        report
            .error(
                stated.at,
                "`updated` is earlier than the release itself",
                "write the day of the change, or delete `updated:`",
            )
            .found(&stated.value);
    }
    Some(at)
}

fn embargo_of(text: &Understood, front: &FrontMatter, house: &House, report: &mut Report) -> Option<Embargo> {
    if Told::of(front).no_embargo {
        return None;
    }
    let stated = front.embargo.iter().map(|stated| (stated.at, stated.value.clone()));
    let read = text.embargoes.iter().map(|placed| (placed.at, placed.value.clone()));
    let all: Vec<(Place, String)> = stated.chain(read).collect();
    let understood = all.iter().any(|(_, words)| embargo::end(words, house.zone).is_ok());
    let mut embargo: Option<Embargo> = None;
    for (at, words) in all {
        let until = match embargo::end(&words, house.zone) {
            // A second mention without a day only repeats the first.
            Err(Unclear::NoDay) if understood => continue,
            Ok(end) if house.unconfigured && embargo::end(&words, chrono_tz::Asia::Tokyo) != Ok(end) => {
                report.warning(
                    at,
                    "the embargo's end needs a time zone, and no `dateline.toml` states one",
                    "run this beside your `dateline.toml`",
                );
                None
            }
            Ok(end) => Some(end),
            Err(unclear) => {
                report.error(at, unclear.why(), "write day and time in full, as in `Embargo: 10 May 2019, 09:00`, or state `embargo: 2019-05-10T09:00:00+02:00`; where there is none, state `embargo: none`").found(&words);
                None
            }
        };
        let known = embargo.as_ref().and_then(|embargo| embargo.until);
        // Two embargoes: the later end holds, and an unclear one holds for good.
        let until = match (&embargo, known, until) {
            (None, _, until) => until,
            (Some(_), Some(a), Some(b)) => Some(a.max(b)),
            _ => None,
        };
        let text = embargo.map_or(words, |first| first.text);
        embargo = Some(Embargo { until, text });
    }
    embargo
}

fn draft(front: &FrontMatter, report: &mut Report) -> bool {
    let flagged = front.draft.as_ref().is_some_and(|draft| draft.value);
    let Some(status) = &front.status else { return flagged };
    match status.value.to_lowercase().as_str() {
        "draft" => true,
        "published" | "final" => flagged,
        _ => {
            report
                .error(status.at, "an unknown status", "write `status: draft` or `status: published`")
                .found(&status.value);
            true
        }
    }
}

fn language(text: &Understood, front: &FrontMatter, house: &House, report: &mut Report) -> Option<Language> {
    if let Some(stated) = &front.language {
        let language = Language::parse(&stated.value);
        if language.is_none() {
            report
                .error(stated.at, "`language` is no language code", "write a code such as `de`, `en` or `fr-CH`")
                .found(&stated.value);
        }
        return language;
    }
    let detected = text.language.clone();
    // The house's own variant ("de-AT") says more than the detector can.
    match (&detected, &house.language) {
        (Some(found), Some(house)) if found.primary() == house.primary() => Some(house.clone()),
        (Some(_), _) => detected,
        (None, house) => house.clone(),
    }
}

fn subjects(front: &FrontMatter) -> Vec<Subject> {
    use unicode_normalization::UnicodeNormalization as _;
    let mut subjects: Vec<Subject> = Vec::new();
    for stated in &front.subjects {
        let label: String = stated.value.nfc().collect();
        if !subjects.iter().any(|other| other.label == label) {
            subjects.push(Subject { label });
        }
    }
    subjects
}

/// The stated picture, or the first in the text.
fn picture(text: &mut Understood, front: &FrontMatter) -> Option<Picture> {
    if let Some(image) = &front.image {
        take_over_caption(text, image);
        let source = crate::source::markdown::picture_source(&image.file.value)
            .unwrap_or(PictureSource::File(image.file.value.clone()));
        return Some(Picture { at: image.file.at, source, alt: image.alt.as_ref().map(value), stated: true });
    }
    let first = text.body.iter().position(|piece| matches!(piece.value, Piece::Picture(..)))?;
    let piece = text.body.remove(first);
    match piece.value {
        Piece::Picture(source, alt) => Some(Picture::in_text(piece.at, source, alt)),
        Piece::Part(_) => None,
    }
}

impl Picture {
    fn in_text(at: Place, source: PictureSource, alt: String) -> Self {
        Self { at, source, alt: Some(alt).filter(|alt| !alt.is_empty()), stated: false }
    }
}

fn take_over_caption(text: &mut Understood, image: &StatedImage) {
    let line = |line: &Line| line.as_ref().map(value);
    if image.caption.is_some() || image.credit.is_some() {
        let caption = crate::release::Caption { text: line(&image.caption), credit: line(&image.credit) };
        text.captions.retain(|other| *other != caption);
        text.captions.insert(0, caption);
    }
}
