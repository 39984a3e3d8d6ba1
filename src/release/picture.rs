//! Pictures: the release's own, and those that stand in its body.

use serde::{Deserialize, Serialize};
use url::Url;

use super::Caption;

/// A picture in the body.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Figure {
    pub url: Url,
    pub alt: String,
    /// The one right below it in the text.
    pub caption: Option<Caption>,
    /// Width and height in pixels.
    pub size: Option<(u32, u32)>,
}

/// A picture of the release, beside its body.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Image {
    pub url: Url,
    pub alt: String,
    /// Its own, and no other picture's.
    pub caption: Option<Caption>,
    pub kind: ImageKind,
    /// Bytes of the file; unknown for a picture on another site.
    pub length: Option<u64>,
    pub size: Option<(u32, u32)>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum ImageKind {
    Jpeg,
    Png,
    Gif,
    Webp,
    Avif,
}

impl ImageKind {
    /// The kind of a picture's bytes.
    pub fn sniff(bytes: &[u8]) -> Option<Self> {
        match imagesize::image_type(bytes).ok()? {
            imagesize::ImageType::Jpeg => Some(Self::Jpeg),
            imagesize::ImageType::Png => Some(Self::Png),
            imagesize::ImageType::Gif => Some(Self::Gif),
            imagesize::ImageType::Webp => Some(Self::Webp),
            imagesize::ImageType::Heif(imagesize::Compression::Av1) => Some(Self::Avif),
            _ => None,
        }
    }

    pub fn of_extension(path: &str) -> Option<Self> {
        match path.rsplit_once('.')?.1.to_ascii_lowercase().as_str() {
            "jpg" | "jpeg" => Some(Self::Jpeg),
            "png" => Some(Self::Png),
            "gif" => Some(Self::Gif),
            "webp" => Some(Self::Webp),
            "avif" => Some(Self::Avif),
            _ => None,
        }
    }

    pub fn mime(self) -> &'static str {
        match self {
            Self::Jpeg => "image/jpeg",
            Self::Png => "image/png",
            Self::Gif => "image/gif",
            Self::Webp => "image/webp",
            Self::Avif => "image/avif",
        }
    }
}
