//! Whether a picture that can't be used was asked for, so that its release must not go out without it.

use crate::manuscript::PictureSource;
use crate::parse::assemble::{NamedBy, Picture};
use crate::release::ImageKind;
use crate::source::Format;

/// Whether somebody has written down that the picture goes with the release. A page and a Word
/// document hold ornaments, too, which nobody chose; and a picture of a whole site lies elsewhere for good.
pub fn is_demanded(picture: &Picture, format: Format) -> bool {
    let file = match &picture.source {
        PictureSource::File(name) => Some(name),
        PictureSource::Web(_) | PictureSource::Embedded(_) => None,
    };
    match picture.named_by {
        _ if file.is_some_and(|name| is_of_a_site(name)) => false,
        NamedBy::FrontMatter => true,
        NamedBy::Text => format == Format::Markdown && file.is_some(),
        NamedBy::Nobody => false,
    }
}

/// `/assets/lamp.jpg`: where a generator of sites has its pictures.
pub fn is_of_a_site(name: &str) -> bool {
    name.starts_with('/') && ImageKind::of_extension(name).is_some()
}
