//! A release's pictures on its page: each leads to its file in full size.

use super::words::Words;
use crate::body::SafeHtml;
use crate::content;
use crate::release::Release;

pub fn figures(release: &Release, words: &Words) -> Vec<SafeHtml> {
    let mut captions = release.captions.iter();
    let mut figures = Vec::new();
    if let Some(image) = &release.image {
        let mut html = SafeHtml::new();
        let size = image.size.map(|(width, height)| (width.to_string(), height.to_string()));
        let mut attributes = vec![("src", image.url.as_str()), ("alt", image.alt.as_str())];
        if let Some((width, height)) = &size {
            attributes.extend([("width", width.as_str()), ("height", height.as_str())]);
        }
        html.tag("<figure>\n").open("img", &attributes).tag("\n<figcaption>");
        if let Some(caption) = captions.next() {
            html.tag("<span data-copy>").append(&content::caption_of(caption, &release.language)).tag("</span> ");
        }
        html.open("a", &[("href", image.url.as_str())]).text(words.full_size).tag("</a></figcaption>\n</figure>");
        figures.push(html);
    }
    for caption in captions {
        let mut html = SafeHtml::new();
        html.tag("<figure>\n<figcaption data-copy>").append(&content::caption_of(caption, &release.language));
        html.tag("</figcaption>\n</figure>");
        figures.push(html);
    }
    figures
}
