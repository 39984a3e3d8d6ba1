//! Every document of an edition, by its name.

use std::collections::BTreeMap;

use dateline::document::{Content, Document};
use dateline::edition::{Edition, Stop};
use dateline::feed::Format;
use rayon::iter::ParallelIterator as _;

pub type Documents = BTreeMap<String, Vec<u8>>;

pub fn documents(edition: &Edition) -> Result<Documents, Stop> {
    let made: Vec<Vec<Document>> = edition.documents(|_| Vec::new(), |_| false).collect::<Result<_, _>>()?;
    let named = made.into_iter().flatten().map(|document| match document.content {
        Content::Bytes(bytes) => (document.name, bytes),
        Content::CopyOf(_) | Content::PartOf(..) => unreachable!("no files were given"),
    });
    Ok(named.collect())
}

/// The newsroom's own feed in its three formats.
pub fn feeds(edition: &Edition) -> Result<Vec<(Format, Vec<u8>)>, Stop> {
    let documents = documents(edition)?;
    Ok(Format::ALL.into_iter().map(|format| (format, documents[format.file()].clone())).collect())
}
