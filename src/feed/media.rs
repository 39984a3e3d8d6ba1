//! What goes with an entry, and Media RSS for it: what both XML formats say, before either writes it.

use url::Url;

use super::Entry;
use crate::release::{Attachment, Image, Release};

/// With its final slash, as Media RSS has it.
pub const NAMESPACE: &str = "http://search.yahoo.com/mrss/";

/// A picture or an attachment, as every format names it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Media {
    pub url: Url,
    pub media_type: &'static str,
    /// `image`, `audio`, `video` or `document`.
    pub medium: &'static str,
    /// Bytes; unknown for a picture on another site.
    pub length: Option<u64>,
    pub size: Option<(u32, u32)>,
    pub title: Option<String>,
    pub description: Option<String>,
    pub credit: Option<String>,
}

impl Media {
    /// Pictures before attachments, the lead picture first.
    pub fn of(release: &Release) -> Vec<Self> {
        release.pictures.iter().map(Self::picture).chain(release.attachments.iter().map(Self::attachment)).collect()
    }

    fn picture(image: &Image) -> Self {
        let caption = image.caption.as_ref();
        // The alternative text; where nobody wrote one, the caption says what is seen.
        let alt = Some(&image.alt).filter(|alt| !alt.is_empty());
        Self {
            url: image.url.clone(),
            media_type: image.kind.mime(),
            medium: "image",
            length: image.length,
            size: image.size,
            title: None,
            description: alt.or(caption.and_then(|caption| caption.text.as_ref())).cloned(),
            credit: caption.and_then(|caption| caption.credit.clone()),
        }
    }

    fn attachment(attachment: &Attachment) -> Self {
        Self {
            url: attachment.url.clone(),
            media_type: attachment.kind.mime(),
            medium: attachment.kind.medium(),
            length: Some(attachment.length),
            size: None,
            title: attachment.title.clone(),
            description: None,
            credit: None,
        }
    }
}

/// An element of Media RSS; nothing in it is escaped.
#[derive(Debug)]
pub struct Element<'a> {
    pub name: &'static str,
    pub attributes: Vec<(&'static str, String)>,
    pub text: Option<&'a str>,
    pub children: Vec<Element<'a>>,
}

/// A `media:content` for each.
pub fn contents(entry: &Entry) -> Vec<Element<'_>> {
    entry.media.iter().map(content).collect()
}

fn content(media: &Media) -> Element<'_> {
    let mut attributes = vec![
        ("url", media.url.to_string()),
        ("type", media.media_type.to_owned()),
        ("medium", media.medium.to_owned()),
    ];
    attributes.extend(media.length.map(|length| ("fileSize", length.to_string())));
    if let Some((width, height)) = media.size {
        attributes.extend([("width", width.to_string()), ("height", height.to_string())]);
    }
    let leaf = |name, text, attributes| Element { name, attributes, text: Some(text), children: Vec::new() };
    let plain = || vec![("type", "plain".to_owned())];
    let title = media.title.as_deref().map(|text| leaf("title", text, plain()));
    let description = media.description.as_deref().map(|text| leaf("description", text, plain()));
    let credit = media.credit.as_deref().map(|text| leaf("credit", text, Vec::new()));
    let children = title.into_iter().chain(description).chain(credit).collect();
    Element { name: "content", attributes, text: None, children }
}
