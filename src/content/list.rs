//! Lists, of which a release knows the items alone. Each ordered one shows the number that stands before it in the text.

use std::borrow::Cow;

use crate::body::SafeHtml;
use crate::release::Part;

/// The list that is open.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum List {
    None,
    Unordered,
    /// The number that the next item would have by itself.
    Ordered(u64),
}

impl List {
    /// Closes and opens what has to be before a part; of an item, its own tag too.
    pub fn go_on(&mut self, html: &mut SafeHtml, part: &Part) {
        match (part, *self) {
            (Part::Item { number: None, .. }, Self::Unordered) => {
                html.tag("<li>");
            }
            (Part::Item { number: None, .. }, _) => {
                self.close(html);
                *self = Self::Unordered;
                html.tag("<ul>\n<li>");
            }
            // A first item is not of the list before it.
            (Part::Item { number: Some(number), .. }, Self::Ordered(next)) if *number == next || *number != 1 => {
                item(html, "li", "value", *number, next);
                *self = Self::Ordered(number.saturating_add(1));
            }
            (Part::Item { number: Some(number), .. }, _) => {
                self.close(html);
                *self = Self::Ordered(number.saturating_add(1));
                item(html, "ol", "start", *number, 1);
                html.tag("\n<li>");
            }
            _ => self.close(html),
        }
    }

    pub fn close(&mut self, html: &mut SafeHtml) {
        html.tag(match std::mem::replace(self, Self::None) {
            Self::None => "",
            Self::Unordered => "</ul>\n",
            Self::Ordered(_) => "</ol>\n",
        });
    }
}

/// A tag that states its number where readers would count another. HTML knows none beyond an `i32` (§2.3.4.1).
fn item(html: &mut SafeHtml, element: &'static str, attribute: &'static str, number: u64, counted: u64) {
    let known = i32::try_from(number).ok().filter(|_| number != counted);
    let stated = known.map(|number| number.to_string());
    let attributes: Vec<(&str, &str)> = stated.iter().map(|number| (attribute, number.as_str())).collect();
    html.open(element, &attributes);
}

/// A part of the body in plain text, an item with its sign.
pub fn text(part: &Part) -> Cow<'_, str> {
    match part {
        Part::Item { number: Some(number), prose } => Cow::Owned(format!("{number}. {}", prose.text())),
        Part::Item { number: None, prose } => Cow::Owned(format!("• {}", prose.text())),
        part => Cow::Borrowed(part.text()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::prose::Prose;

    /// As readers show them: `0` stands for a dot, `None` for a paragraph.
    fn shown(numbers: &[Option<u64>]) -> String {
        let mut html = SafeHtml::new();
        let mut list = List::None;
        for number in numbers {
            let prose = Prose::plain("a");
            let part = match number {
                Some(number) => Part::Item { number: Some(*number).filter(|number| *number > 0), prose },
                None => Part::Paragraph(prose),
            };
            list.go_on(&mut html, &part);
            html.tag(if number.is_some() { "</li>" } else { "<p></p>" });
        }
        list.close(&mut html);
        html.into_string().replace('\n', "").replace("</li>", "")
    }

    #[test]
    fn a_list_from_one_on_states_no_number() {
        assert_eq!(shown(&[Some(1), Some(2), Some(3)]), "<ol><li><li><li></ol>");
        assert_eq!(shown(&[Some(0), Some(0)]), "<ul><li><li></ul>");
    }

    #[test]
    fn a_list_that_goes_on_or_leaves_numbers_out_states_them() {
        assert_eq!(shown(&[Some(1), None, Some(2), Some(3)]), "<ol><li></ol><p></p><ol start=\"2\"><li><li></ol>");
        assert_eq!(shown(&[Some(1), Some(0), Some(2)]), "<ol><li></ol><ul><li></ul><ol start=\"2\"><li></ol>");
        assert_eq!(shown(&[Some(1), Some(3), Some(4)]), "<ol><li><li value=\"3\"><li></ol>");
        assert_eq!(shown(&[Some(5), Some(4)]), "<ol start=\"5\"><li><li value=\"4\"></ol>");
        assert_eq!(shown(&[Some(u64::MAX), Some(u64::MAX)]), "<ol><li><li></ol>");
    }

    #[test]
    fn a_first_item_opens_a_list() {
        assert_eq!(shown(&[Some(1), Some(2), Some(1)]), "<ol><li><li></ol><ol><li></ol>");
    }
}
