//! Media RSS for an entry's picture: what both XML formats say about it, before either writes it.

use crate::feed::Entry;

/// With its final slash, as Media RSS has it.
pub const NAMESPACE: &str = "http://search.yahoo.com/mrss/";

/// A `media:content` element; no value is escaped yet.
#[derive(Debug)]
pub struct Media<'a> {
    pub attributes: Vec<(&'static str, String)>,
    pub description: Option<&'a str>,
    pub credit: Option<&'a str>,
}

impl<'a> Media<'a> {
    pub fn of(entry: &'a Entry) -> Option<Self> {
        let image = entry.image.as_ref()?;
        let mut attributes = vec![
            ("url", image.url.to_string()),
            ("type", image.kind.mime().to_owned()),
            ("medium", "image".to_owned()),
        ];
        attributes.extend(image.length.map(|length| ("fileSize", length.to_string())));
        if let Some((width, height)) = image.size {
            attributes.extend([("width", width.to_string()), ("height", height.to_string())]);
        }
        let caption = entry.image_caption.as_ref();
        // The alternative text; where nobody wrote one, the caption says what is seen.
        let stated = Some(image.alt.as_str()).filter(|alt| !alt.is_empty());
        let description = stated.or(caption.and_then(|caption| caption.text.as_deref()));
        Some(Self { attributes, description, credit: caption.and_then(|caption| caption.credit.as_deref()) })
    }
}
