//! The attachments at the end of a text: what each is called, of which kind it is, how large.

use super::words::Words;
use crate::body::SafeHtml;
use crate::release::Attachment;

pub fn html(html: &mut SafeHtml, attachments: &[Attachment], words: &Words) {
    if attachments.is_empty() {
        return;
    }
    html.tag("<h2>").text(words.downloads).tag("</h2>\n").append(&list(attachments, words));
}

pub fn list(attachments: &[Attachment], words: &Words) -> SafeHtml {
    let mut html = SafeHtml::new();
    html.tag("<ul>\n");
    for attachment in attachments {
        html.tag("<li>").open("a", &[("href", attachment.url.as_str())]).text(name(attachment)).tag("</a>");
        html.text(&format!(" ({})", kind_and_size(attachment, words))).tag("</li>\n");
    }
    html.tag("</ul>\n");
    html
}

/// A heading, and a line for each with its address.
pub fn text(attachments: &[Attachment], words: &Words) -> Option<String> {
    let lines = attachments
        .iter()
        .map(|attachment| format!("{} ({}): {}", name(attachment), kind_and_size(attachment, words), attachment.url));
    (!attachments.is_empty())
        .then(|| std::iter::once(words.downloads.to_owned()).chain(lines).collect::<Vec<_>>().join("\n"))
}

fn name(attachment: &Attachment) -> &str {
    attachment.title.as_deref().unwrap_or(&attachment.file_name)
}

fn kind_and_size(attachment: &Attachment, words: &Words) -> String {
    format!("{}, {}", attachment.kind.name(), size(attachment.length, words))
}

/// As file managers say it: thousands, and above a million one digit behind the decimal mark.
pub fn size(length: u64, words: &Words) -> String {
    let (kilo, mega) = words.bytes;
    let thousands = length.saturating_add(500) / 1000;
    if thousands < 1000 {
        return format!("{} {kilo}", thousands.max(1));
    }
    let tenths = length.saturating_add(50_000) / 100_000;
    format!("{}{}{} {mega}", tenths / 10, words.decimal_mark, tenths % 10)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::release::Language;

    #[test]
    fn a_size_is_written_as_its_language_does() {
        let written = |length, tag: &str| size(length, Words::of(&Language::parse(tag).expect("a language")));
        assert_eq!(written(1, "en"), "1 kB");
        assert_eq!(written(67_400, "de"), "67 kB");
        assert_eq!(written(999_499, "en"), "999 kB");
        assert_eq!(written(999_500, "en"), "1.0 MB");
        assert_eq!(written(1_234_567, "en"), "1.2 MB");
        assert_eq!(written(1_234_567, "de-AT"), "1,2 MB");
        assert_eq!(written(31_457_280, "fr"), "31,5 Mo");
        assert_eq!(written(31_457_280, "es"), "31,5 MB");
    }
}
