//! What a text says by itself, each part with its place. What front matter states or the newsroom
//! rules is not among it.

use chrono::NaiveDate;

use super::Placed;
use super::correction;
use super::date::{Dated, Order, TimeOfDay};
use super::decision::Decision;
use super::joining::LeftOut;
use crate::manuscript::PictureSource;
use crate::prose::Prose;
use crate::release::{Boilerplate, Caption, Contact, Language, Part};
use crate::source::front_matter::GoesPublic;

/// A part of the body, or a picture whose file has not been looked at.
#[derive(Debug, Clone, PartialEq)]
pub enum Piece {
    Part(Part),
    /// With its alternative text, and the caption right below it.
    Picture(PictureSource, String, Option<Caption>),
}

impl Piece {
    /// Its words; none of a picture's are.
    pub fn text(&self) -> &str {
        match self {
            Self::Part(part) => part.text(),
            Self::Picture(..) => "",
        }
    }
}

/// What a text says by itself, before its front matter and the newsroom are asked.
#[derive(Debug, Default)]
pub struct Understood {
    pub number: Option<String>,
    pub kicker: Option<Placed<String>>,
    pub title: Option<Placed<String>>,
    pub subtitle: Option<Placed<String>>,
    pub date: Option<Placed<NaiveDate>>,
    /// A date that is there and can't be used, when there is no other.
    pub(super) doubtful_date: Option<Dated>,
    pub time: Option<TimeOfDay>,
    /// How the text's language writes a date in figures.
    pub(super) order: Order,
    pub place: Option<Placed<String>>,
    pub(super) embargoes: Vec<Placed<String>>,
    pub lead: Option<Placed<Prose>>,
    pub body: Vec<Placed<Piece>>,
    pub boilerplate: Vec<Placed<Boilerplate>>,
    pub contacts: Vec<Placed<Contact>>,
    pub captions: Vec<Placed<Caption>>,
    pub notices: Vec<Placed<Prose>>,
    /// Paragraphs that were put together from lines apart: first and last line.
    pub joined: Vec<(usize, usize)>,
    pub left_out: Vec<LeftOut>,
    /// What each block was taken for, by line.
    pub decisions: Vec<Decision>,
    /// Placeholders of a template are still there, so what is missing is known.
    pub(super) unfilled: bool,
    /// The text calls itself a draft.
    pub(super) draft_mark: bool,
    /// Days on which another program would make the text public, by what stands above it or in a comment.
    pub(super) goes_public: Vec<GoesPublic>,
    /// From when on a page is public, by what it tells programs.
    pub goes_live: Vec<Placed<String>>,
    /// Where the text says that something was put right.
    pub(super) corrections: Vec<correction::Mark>,
    /// Where the text says that it was taken back.
    pub(super) withdrawal: Option<correction::Mark>,
    /// Detected from the body, when that is certain.
    pub language: Option<Language>,
}

impl Understood {
    /// Where the first embargo stands.
    pub fn embargo_line(&self) -> Option<usize> {
        self.embargoes.first().map(|embargo| embargo.at.line)
    }
}
