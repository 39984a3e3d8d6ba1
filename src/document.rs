//! What is to be written: names and bytes, whatever they are of.

use std::path::PathBuf;

/// A file to be: its path below the output folder, with slashes, and its bytes.
#[derive(Debug)]
pub struct Document {
    pub name: String,
    pub content: Content,
    /// What every version of it has held, so that nothing of others is written over.
    pub mark: Option<&'static str>,
    /// By it the next edition knows what this one put there.
    pub record: bool,
}

#[derive(Debug)]
pub enum Content {
    Bytes(Vec<u8>),
    /// A copy of a file in the releases folder.
    CopyOf(PathBuf),
    /// A part of a DOCX in the releases folder: the file, and the part's name.
    PartOf(PathBuf, String),
}

impl Document {
    pub fn new(name: impl Into<String>, bytes: impl Into<Vec<u8>>) -> Self {
        Self { name: name.into(), content: Content::Bytes(bytes.into()), mark: None, record: false }
    }

    /// What the next edition is to learn of this one from.
    #[must_use]
    pub fn recording(mut self) -> Self {
        self.record = true;
        self
    }

    /// A file with a name that others give to files, too.
    #[must_use]
    pub fn marked(mut self, mark: &'static str) -> Self {
        self.mark = Some(mark);
        self
    }
}
