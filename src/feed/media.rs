//! Media RSS for an entry's picture: what both XML formats say about it, before either writes it.

use crate::feed::Entry;

/// With its final slash, as Media RSS has it.
pub const NAMESPACE: &str = "http://search.yahoo.com/mrss/";

/// An element of Media RSS; nothing in it is escaped.
#[derive(Debug)]
pub struct Element<'a> {
    pub name: &'static str,
    pub attributes: Vec<(&'static str, String)>,
    pub text: Option<&'a str>,
    pub children: Vec<Element<'a>>,
}

/// `media:content` of an entry that has a picture.
pub fn content(entry: &Entry) -> Option<Element<'_>> {
    let image = entry.image.as_ref()?;
    let mut attributes =
        vec![("url", image.url.to_string()), ("type", image.kind.mime().to_owned()), ("medium", "image".to_owned())];
    attributes.extend(image.length.map(|length| ("fileSize", length.to_string())));
    if let Some((width, height)) = image.size {
        attributes.extend([("width", width.to_string()), ("height", height.to_string())]);
    }
    let caption = entry.image_caption.as_ref();
    // The alternative text; where nobody wrote one, the caption says what is seen.
    let alt = Some(image.alt.as_str()).filter(|alt| !alt.is_empty());
    let description = alt.or(caption.and_then(|caption| caption.text.as_deref()));
    let credit = caption.and_then(|caption| caption.credit.as_deref());
    let leaf = |name, text, attributes| Element { name, attributes, text: Some(text), children: Vec::new() };
    let description = description.map(|text| leaf("description", text, vec![("type", "plain".to_owned())]));
    let credit = credit.map(|text| leaf("credit", text, Vec::new()));
    Some(Element { name: "content", attributes, text: None, children: description.into_iter().chain(credit).collect() })
}
