//! The pictures and attachments that front matter or the text names. Their files are looked at by who
//! can reach them.

use super::value;
use crate::manuscript::PictureSource;
use crate::parse::{Piece, Placed, Understood};
use crate::problem::Place;
use crate::release::Caption;
use crate::source::front_matter::{FrontMatter, Image as StatedImage, Line};

/// A picture that was named, before its file has been looked at.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Picture {
    pub at: Place,
    pub source: PictureSource,
    pub alt: Option<String>,
    /// Stated with it, so that no other may be taken.
    pub caption: Option<Caption>,
    pub named_by: NamedBy,
}

/// Who says that a file belongs to the release.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NamedBy {
    /// It must be there.
    FrontMatter,
    Text,
    /// It lies beside the release, and is taken up by itself.
    Nobody,
}

/// An attachment that front matter names, before its file has been looked at.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NamedAttachment {
    pub at: Place,
    pub name: String,
    pub title: Option<String>,
}

impl Picture {
    pub fn in_text(at: Place, source: PictureSource, alt: String, caption: Option<Caption>) -> Self {
        let alt = Some(alt).filter(|alt| !alt.is_empty());
        Self { at, source, alt, caption, named_by: NamedBy::Text }
    }

    fn stated(image: &StatedImage) -> Self {
        let source = crate::source::markdown::picture_source(&image.file.value)
            .unwrap_or(PictureSource::File(image.file.value.clone()));
        Self {
            at: image.file.at,
            source,
            alt: image.alt.as_ref().map(value),
            caption: stated_caption(image),
            named_by: NamedBy::FrontMatter,
        }
    }
}

/// The stated pictures, or the first in the text.
pub fn pictures(text: &mut Understood, front: &FrontMatter) -> Vec<Picture> {
    if !front.images.is_empty() {
        take_over_captions(text, &front.images);
        return front.images.iter().map(Picture::stated).collect();
    }
    let first = text.body.iter().position(|piece| matches!(piece.value, Piece::Picture(..)));
    let piece = first.map(|first| text.body.remove(first));
    match piece.map(|piece| (piece.at, piece.value)) {
        Some((at, Piece::Picture(source, alt, caption))) => vec![Picture::in_text(at, source, alt, caption)],
        _ => Vec::new(),
    }
}

pub fn attachments(front: &FrontMatter) -> Vec<NamedAttachment> {
    let named = front.attachments.iter().map(|attachment| NamedAttachment {
        at: attachment.file.at,
        name: attachment.file.value.clone(),
        title: attachment.title.as_ref().map(value).filter(|title| !title.is_empty()),
    });
    named.collect()
}

fn stated_caption(image: &StatedImage) -> Option<Caption> {
    let line = |line: &Line| line.as_ref().map(value);
    let caption = Caption { text: line(&image.caption), credit: line(&image.credit) };
    (caption.text.is_some() || caption.credit.is_some()).then_some(caption)
}

/// Stated captions are among those of the text, before the others.
fn take_over_captions(text: &mut Understood, images: &[StatedImage]) {
    let mut stated: Vec<Placed<Caption>> = Vec::new();
    for image in images {
        if let Some(caption) = stated_caption(image)
            && stated.iter().all(|other| other.value != caption)
        {
            stated.push(Placed { value: caption, at: image.file.at });
        }
    }
    text.captions.retain(|other| stated.iter().all(|caption| caption.value != other.value));
    text.captions.splice(0..0, stated);
}
