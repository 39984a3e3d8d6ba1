//! How a file becomes blocks with line numbers. What a press release is, no reader here knows.

pub mod encoding;
pub mod front_matter;
pub mod markdown;
pub mod name;
pub mod text;

use url::Url;

use crate::characters;
use crate::manuscript::Manuscript;
use crate::problem::{Place, Report};
use front_matter::FrontMatter;

/// The formats that can be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    Text,
    Markdown,
}

/// The largest source that is read, in bytes. The longest real releases seen are under 100 kB.
pub const LARGEST_SOURCE: u64 = 1024 * 1024;

/// A source whose bytes are text: its front matter, and its body with the line it begins on.
#[derive(Debug)]
pub struct Source {
    pub format: Format,
    pub front: FrontMatter,
    body: String,
    body_line: usize,
}

impl Source {
    /// Decodes a file and reads its front matter. `None` when the bytes are no text, or when the
    /// front matter is so broken that everything below would be reported as missing.
    pub fn open(format: Format, bytes: &[u8], report: &mut Report) -> Option<Self> {
        let text = encoding::decode(bytes, report)?;
        let (block, body, body_line) = front_matter::split(&text, report);
        let front = match block {
            Some((yaml, line)) => front_matter::read(yaml, line, report)?,
            None if report.has_errors() => return None,
            None => FrontMatter::default(),
        };
        let body = characters::clean(body, Place::line(body_line), report).into_owned();
        Some(Self { format, front, body, body_line })
    }

    /// The blocks of the body. Relative addresses in it are resolved against `base`.
    pub fn manuscript(&self, base: &Url, report: &mut Report) -> Manuscript {
        match self.format {
            Format::Text => text::read(&self.body, self.body_line),
            // Markdown knows no break inside a line but its own.
            Format::Markdown => {
                markdown::read(&self.body.replace(characters::LINE_BREAK, " "), self.body_line, base, report)
            }
        }
    }
}
