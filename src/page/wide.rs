//! What a page sets otherwise than a feed: a table that may be wider than the page can be reached and
//! moved by keys (WCAG 2.2, 2.1.1), and a picture that is higher than wide is seen whole.

use super::words::Words;
use crate::body::SafeHtml;
use crate::content;
use crate::release::{Language, Part, Release};

/// What follows the lead.
pub fn body(release: &Release, words: &Words) -> SafeHtml {
    let tables = release.body.iter().filter(|part| has_table(part)).count();
    let mut number = 0;
    content::body(release, &mut |html, part| match part {
        Part::Markup(markup, _) if has_table(part) => {
            number += 1;
            let label = if tables == 1 { words.table.to_owned() } else { format!("{} {number}", words.table) };
            region(html, &label, markup, words, &release.language);
            true
        }
        Part::Figure(figure) if is_tall(figure.size) => {
            html.tag("<figure class=\"tall\">").append(&content::picture_of(&figure.url, &figure.alt, figure.size));
            if let Some(caption) = &figure.caption {
                html.tag("<figcaption>").append(&content::caption_of(caption, &release.language)).tag("</figcaption>");
            }
            html.tag("</figure>\n");
            true
        }
        _ => false,
    })
}

fn has_table(part: &Part) -> bool {
    matches!(part, Part::Markup(markup, _) if markup.as_str().contains("<table"))
}

pub fn is_tall(size: Option<(u32, u32)>) -> bool {
    size.is_some_and(|(width, height)| height > width)
}

/// Regions of one page differ in their labels. A label in another language is outside of the text.
fn region(html: &mut SafeHtml, label: &str, markup: &SafeHtml, words: &Words, page: &Language) {
    let mut attributes = vec![("class", "wide"), ("role", "region"), ("tabindex", "0"), ("aria-label", label)];
    let foreign = words.language != page.primary();
    if foreign {
        attributes.push(("lang", words.language));
    }
    html.open("div", &attributes);
    if foreign {
        html.open("div", &[("lang", page.as_str())]).append(markup).tag("</div>");
    } else {
        html.append(markup);
    }
    html.tag("</div>\n");
}
