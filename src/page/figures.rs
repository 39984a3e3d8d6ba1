//! A release's pictures on its page: each leads to its file in full size.

use super::wide;
use super::words::Words;
use crate::body::SafeHtml;
use crate::content;
use crate::release::{Caption, Image, Release};

/// The lead picture, and captions that no picture took.
pub fn leading(release: &Release, words: &Words) -> Vec<SafeHtml> {
    let lead = release.lead_picture().map(|image| figure(image, release, words));
    lead.into_iter().chain(release.captions_alone().map(|caption| alone(caption, release))).collect()
}

/// All others.
pub fn further(release: &Release, words: &Words) -> Vec<SafeHtml> {
    release.pictures.iter().skip(1).map(|image| figure(image, release, words)).collect()
}

fn figure(image: &Image, release: &Release, words: &Words) -> SafeHtml {
    let mut html = SafeHtml::new();
    html.tag(if wide::is_tall(image.size) { "<figure class=\"tall\">\n" } else { "<figure>\n" });
    html.append(&content::picture_of(&image.url, &image.alt, image.size)).tag("\n<figcaption>");
    if let Some(caption) = &image.caption {
        html.tag("<span data-copy>").append(&content::caption_of(caption, &release.language)).tag("</span> ");
    }
    html.tag("<span class=\"full\"").append(&words.tongue(&release.language)).tag(">");
    html.open("a", &[("href", image.url.as_str())]).text(words.full_size).tag("</a>");
    if let Some(length) = image.length {
        html.text(&format!(" ({})", content::size_of(length, &release.language)));
    }
    html.tag("</span></figcaption>\n</figure>");
    html
}

fn alone(caption: &Caption, release: &Release) -> SafeHtml {
    let mut html = SafeHtml::new();
    html.tag("<figure>\n<figcaption data-copy>").append(&content::caption_of(caption, &release.language));
    html.tag("</figcaption>\n</figure>");
    html
}
