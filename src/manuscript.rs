//! A text as it lies on the desk: blocks with the lines they came from.
//!
//! Every source format becomes a manuscript, and nothing here knows what a press release is.

use crate::body::SafeHtml;
use crate::link;
use crate::problem::Place;
use crate::prose::Prose;

#[derive(Debug, Clone, Default, PartialEq)]
pub struct Manuscript {
    pub blocks: Vec<Block>,
    /// What the format shows and no release says: a page's frame, what is hidden.
    pub left_out: Vec<LeftOut>,
    /// Lines that look like the head of a page.
    pub heads: Vec<usize>,
    /// What only who opens the file reads.
    pub remarks: Vec<Remark>,
}

/// Words about a text that no reader of it sees.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Remark {
    pub at: Place,
    pub text: String,
    pub stands: Stands,
}

/// Where a remark stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stands {
    /// In a comment that an author wrote.
    InComment,
    /// In a comment of a page's code, where a single word names a part of the page.
    InCode,
    /// What a page calls itself.
    InTitle,
    /// What a page says of itself: `status: draft`, `embargo: 2027-05-05`.
    InProperty,
}

/// Words of the file that are no part of the release, and why.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LeftOut {
    pub line: usize,
    pub text: String,
    pub why: &'static str,
}

/// The smallest piece the parser looks at: a line of a text file, a block of a Markdown file.
#[derive(Debug, Clone, PartialEq)]
pub struct Block {
    pub at: Place,
    /// The last line of the file that went into this block.
    pub last_line: usize,
    pub joint: Joint,
    pub shape: Shape,
    pub prose: Prose,
}

/// What lies between a block and the one before it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Joint {
    /// A blank line, or the start of the file.
    Gap,
    /// A line end that may or may not mean something.
    Line,
    /// A line end that means nothing by the rules of the format (Markdown's soft break).
    Soft,
    /// No line end but so wide a gap on the line that a column may begin behind it.
    Beside,
}

#[derive(Debug, Clone, PartialEq)]
pub enum Shape {
    Text,
    Heading(u8),
    /// `level` says in how many items of other lists its list stands.
    Item {
        bullet: Bullet,
        level: u8,
    },
    Quote,
    /// A line that the format itself calls a picture's caption.
    Caption,
    /// A picture that stands by itself; its alternative text is the prose.
    Picture(PictureSource),
    /// Markup that is passed on as it is (a table, code); the prose is its text.
    Markup(SafeHtml),
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Bullet {
    Dot,
    /// A dash, which may as well open a sentence.
    Dash,
    Number(u64),
}

/// Where a picture is to be found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PictureSource {
    Web(url::Url),
    /// A path relative to the folder of the release.
    File(String),
    /// A part inside the file of the release itself, as a DOCX holds its pictures.
    Embedded(String),
}

impl PictureSource {
    /// As messages name it.
    pub fn shown(&self) -> String {
        match self {
            Self::Web(url) => link::without_secrets(url),
            Self::File(name) | Self::Embedded(name) => name.clone(),
        }
    }
}

impl Block {
    pub fn text(&self) -> &str {
        self.prose.text()
    }
}
