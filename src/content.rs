//! The whole release in one piece of HTML, and the same in plain text: corrections, picture and
//! caption, lead, body, further pictures, boilerplate, contact, downloads, notices, in this order. A
//! withdrawn release is its notice and nothing else. The pieces by themselves are for pages.
//!
//! No class, no style, no id: a feed reader shows it in its own clothes, among other entries.

mod contact;
mod downloads;
mod list;
pub mod notice;
mod words;

use url::Url;

use crate::body::SafeHtml;
use crate::release::{Boilerplate, Caption, Contact, Image, Language, Part, Release};
pub use contact::Reachable;
pub use list::text as part_text;
use words::Words;
pub use words::{autonym, day, month, releases_in, releases_on, spoken, written_as};

pub fn html(release: &Release) -> SafeHtml {
    if !release.language.is_right_to_left() {
        return whole(release);
    }
    // Nothing around it in a feed reader says from where it is read.
    let mut html = SafeHtml::new();
    html.open("div", &[("dir", "rtl"), ("lang", release.language.as_str())]);
    html.tag("\n").append(&whole(release)).tag("</div>\n");
    html
}

fn whole(release: &Release) -> SafeHtml {
    let words = Words::of(&release.language);
    let mut html = SafeHtml::new();
    if let Some(withdrawn) = notice::withdrawal(release) {
        let withdrawn = crate::prose::Prose::plain(withdrawn);
        html.tag("<p>").prose(&withdrawn).tag("</p>\n");
        return html;
    }
    html.append(&corrections(release));
    if let Some(subtitle) = &release.subtitle {
        html.tag("<p><strong>").text(subtitle).tag("</strong></p>\n");
    }
    figures(&mut html, release, words);
    html.tag("<p>").text(&dateline(release)).tag("</p>\n");
    html.tag("<p>").prose(&release.lead).tag("</p>\n");
    parts(&mut html, &release.body, words, &mut |_, _| false);
    for image in release.pictures.iter().skip(1) {
        figure(&mut html, image, words);
    }
    for boilerplate in &release.boilerplate {
        about(&mut html, boilerplate);
    }
    if !release.contacts.is_empty() {
        html.tag("<h2>").text(words.contact).tag("</h2>\n");
        for one in &release.contacts {
            contact::html(&mut html, one, words);
        }
    }
    downloads::html(&mut html, &release.attachments, words);
    for notice in &release.notices {
        html.tag("<p><small>").prose(notice).tag("</small></p>\n");
    }
    html
}

/// A text of one line that says what the release is about: its lead, or that it was withdrawn.
pub fn summary(release: &Release) -> String {
    notice::withdrawal(release).unwrap_or_else(|| on_one_line(release.lead.text()))
}

pub fn corrections(release: &Release) -> SafeHtml {
    let mut html = SafeHtml::new();
    for correction in &release.corrections {
        notice::correction(&mut html, correction, &release.language);
    }
    html
}

/// What follows the lead. `set` may write a part in its own way, and says whether it did.
pub fn body(release: &Release, set: &mut dyn FnMut(&mut SafeHtml, &Part) -> bool) -> SafeHtml {
    let mut html = SafeHtml::new();
    parts(&mut html, &release.body, Words::of(&release.language), set);
    html
}

/// The heading over those to call.
pub fn contact_heading(language: &Language) -> &'static str {
    Words::of(language).contact
}

pub fn contact_of(one: &Contact, language: &Language) -> SafeHtml {
    let mut html = SafeHtml::new();
    contact::html(&mut html, one, Words::of(language));
    html
}

pub fn caption_of(caption: &Caption, language: &Language) -> SafeHtml {
    let mut html = SafeHtml::new();
    caption_text(&mut html, caption, Words::of(language));
    html
}

pub fn picture_of(url: &Url, alt: &str, size: Option<(u32, u32)>) -> SafeHtml {
    let mut html = SafeHtml::new();
    picture(&mut html, url, alt, size);
    html
}

/// A number of bytes as people write it.
pub fn size_of(length: u64, language: &Language) -> String {
    downloads::size(length, Words::of(language))
}

/// The attachments and the heading over them.
pub fn downloads_of(release: &Release) -> Option<(&'static str, SafeHtml)> {
    let words = Words::of(&release.language);
    let list = downloads::list(&release.attachments, words);
    (!release.attachments.is_empty()).then_some((words.downloads, list))
}

/// Place and day as the release's language writes them.
pub fn dateline(release: &Release) -> String {
    let day = day(release.day, &release.language);
    match &release.place {
        Some(place) => format!("{place}, {day}"),
        None => day,
    }
}

fn figures(html: &mut SafeHtml, release: &Release, words: &Words) {
    if let Some(image) = release.lead_picture() {
        figure(html, image, words);
    }
    for caption in release.captions_alone() {
        html.tag("<figure>");
        figcaption(html, caption, words);
        html.tag("</figure>\n");
    }
}

fn figure(html: &mut SafeHtml, image: &Image, words: &Words) {
    html.tag("<figure>");
    picture(html, &image.url, &image.alt, image.size);
    if let Some(caption) = &image.caption {
        figcaption(html, caption, words);
    }
    html.tag("</figure>\n");
}

fn picture(html: &mut SafeHtml, url: &Url, alt: &str, size: Option<(u32, u32)>) {
    let size = size.map(|(width, height)| (width.to_string(), height.to_string()));
    let mut attributes = vec![("src", url.as_str()), ("alt", alt)];
    if let Some((width, height)) = &size {
        attributes.extend([("width", width.as_str()), ("height", height.as_str())]);
    }
    html.open("img", &attributes);
}

fn figcaption(html: &mut SafeHtml, caption: &Caption, words: &Words) {
    html.tag("<figcaption>");
    caption_text(html, caption, words);
    html.tag("</figcaption>");
}

fn caption_text(html: &mut SafeHtml, caption: &Caption, words: &Words) {
    if let Some(text) = &caption.text {
        html.text(text);
    }
    if let Some(credit) = &caption.credit {
        if caption.text.is_some() {
            html.tag(" ");
        }
        html.tag("<small>(").text(&credited(credit, words)).tag(")</small>");
    }
}

fn credited(credit: &str, words: &Words) -> String {
    if credit.starts_with('©') { credit.to_owned() } else { format!("{}: {credit}", words.picture) }
}

fn parts(html: &mut SafeHtml, parts: &[Part], words: &Words, set: &mut dyn FnMut(&mut SafeHtml, &Part) -> bool) {
    let mut lists = list::Lists::default();
    for part in parts {
        lists.go_on(html, part);
        if set(html, part) {
            continue;
        }
        match part {
            Part::Paragraph(prose) => html.tag("<p>").prose(prose).tag("</p>\n"),
            Part::Heading(prose) => html.tag("<h2>").prose(prose).tag("</h2>\n"),
            Part::Quote(prose) => html.tag("<blockquote><p>").prose(prose).tag("</p></blockquote>\n"),
            Part::Item { prose, .. } => html.prose(prose),
            Part::Figure(figure) => {
                html.tag("<figure>");
                picture(html, &figure.url, &figure.alt, figure.size);
                if let Some(caption) = &figure.caption {
                    figcaption(html, caption, words);
                }
                html.tag("</figure>\n")
            }
            Part::Markup(markup, _) => html.append(markup).tag("\n"),
        };
    }
    lists.close(html);
}

fn about(html: &mut SafeHtml, boilerplate: &Boilerplate) {
    html.tag("<h2>").text(&boilerplate.heading).tag("</h2>\n").append(&boilerplate_text(boilerplate));
}

pub fn boilerplate_text(boilerplate: &Boilerplate) -> SafeHtml {
    let mut html = SafeHtml::new();
    for prose in &boilerplate.text {
        html.tag("<p>").prose(prose).tag("</p>\n");
    }
    html
}

/// The release as plain text, for readers that show no HTML.
pub fn text(release: &Release) -> String {
    if let Some(withdrawn) = notice::withdrawal(release) {
        return withdrawn;
    }
    let words = Words::of(&release.language);
    let mut out: Vec<String> = Vec::new();
    out.extend(release.corrections.iter().map(|correction| notice::correction_text(correction, &release.language)));
    out.extend(release.subtitle.clone());
    for caption in &release.captions {
        let credit = caption.credit.as_ref().map(|credit| format!("({})", credited(credit, words)));
        let parts: Vec<String> = caption.text.iter().cloned().chain(credit).collect();
        out.push(parts.join(" "));
    }
    out.push(dateline(release));
    out.push(release.lead.text().to_owned());
    for part in &release.body {
        out.push(list::text(part).into_owned());
    }
    for boilerplate in &release.boilerplate {
        out.push(boilerplate.heading.clone());
        out.extend(boilerplate.text.iter().map(|prose| prose.text().to_owned()));
    }
    if !release.contacts.is_empty() {
        out.push(words.contact.to_owned());
        out.extend(release.contacts.iter().map(|contact| contact::text(contact, words)));
    }
    out.extend(downloads::text(&release.attachments, words));
    out.extend(release.notices.iter().map(|notice| notice.text().to_owned()));
    paragraphs(out.iter().map(String::as_str))
}

/// Paragraphs with a blank line between them.
pub fn paragraphs<'a>(paragraphs: impl Iterator<Item = &'a str>) -> String {
    paragraphs.filter(|paragraph| !paragraph.is_empty()).collect::<Vec<_>>().join("\n\n")
}

fn on_one_line(text: &str) -> String {
    text.split('\n').map(str::trim).collect::<Vec<_>>().join(" ")
}
