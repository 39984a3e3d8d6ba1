//! Lists, of which a release knows the items alone. Each ordered one shows the number that stands before it in the text.

use std::borrow::Cow;

use crate::body::SafeHtml;
use crate::release::Part;

/// The lists that are open, the outermost first. In each an item is open too, for what a list within it may hold.
#[derive(Debug, Default)]
pub struct Lists(Vec<List>);

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct List {
    level: u8,
    /// The number that the next item would have by itself, in an ordered list.
    next: Option<u64>,
}

impl Lists {
    /// Closes and opens what has to be before a part; of an item, its own tag too.
    pub fn go_on(&mut self, html: &mut SafeHtml, part: &Part) {
        let Part::Item { level, number, .. } = part else { return self.close(html) };
        while self.0.last().is_some_and(|list| list.level > *level || list.level == *level && !list.holds(*number)) {
            self.close_last(html);
        }
        let Some(list) = self.0.last_mut().filter(|list| list.level == *level) else {
            return self.open(html, *level, *number);
        };
        html.tag("</li>\n");
        match number.zip(list.next) {
            Some((number, counted)) => item(html, "li", "value", number, counted),
            None => _ = html.tag("<li>"),
        }
        list.next = after(*number);
    }

    fn open(&mut self, html: &mut SafeHtml, level: u8, number: Option<u64>) {
        // A list within an item stands on a line of its own.
        html.tag(if self.0.is_empty() { "" } else { "\n" });
        match number {
            Some(number) => item(html, "ol", "start", number, 1),
            None => _ = html.tag("<ul>"),
        }
        html.tag("\n<li>");
        self.0.push(List { level, next: after(number) });
    }

    pub fn close(&mut self, html: &mut SafeHtml) {
        while !self.0.is_empty() {
            self.close_last(html);
        }
    }

    fn close_last(&mut self, html: &mut SafeHtml) {
        if let Some(list) = self.0.pop() {
            html.tag(if list.next.is_some() { "</li>\n</ol>\n" } else { "</li>\n</ul>\n" });
        }
    }
}

impl List {
    /// Whether an item of this number is of this list. A first one is not of the list before it.
    fn holds(self, number: Option<u64>) -> bool {
        match (self.next, number) {
            (None, None) => true,
            (Some(next), Some(number)) => number == next || number != 1,
            _ => false,
        }
    }
}

fn after(number: Option<u64>) -> Option<u64> {
    number.map(|number| number.saturating_add(1))
}

/// A tag that states its number where readers would count another. HTML knows none beyond an `i32` (§2.3.4.1).
fn item(html: &mut SafeHtml, element: &'static str, attribute: &'static str, number: u64, counted: u64) {
    let known = i32::try_from(number).ok().filter(|_| number != counted);
    let stated = known.map(|number| number.to_string());
    let attributes: Vec<(&str, &str)> = stated.iter().map(|number| (attribute, number.as_str())).collect();
    html.open(element, &attributes);
}

/// A part of the body in plain text, an item with its sign and set in by its level.
pub fn text(part: &Part) -> Cow<'_, str> {
    match part {
        Part::Item { level, number, prose } => {
            let sign = number.map_or_else(|| "•".to_owned(), |number| format!("{number}."));
            Cow::Owned(format!("{}{sign} {}", "  ".repeat(usize::from(*level)), prose.text()))
        }
        part => Cow::Borrowed(part.text()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::prose::Prose;

    /// As readers show them: `0` stands for a dot, `None` for a paragraph.
    fn shown(numbers: &[Option<u64>]) -> String {
        shown_at(&numbers.iter().map(|number| (number.map(|_| 0), *number)).collect::<Vec<_>>())
    }

    /// With the level of each item.
    fn shown_at(parts: &[(Option<u8>, Option<u64>)]) -> String {
        let mut html = SafeHtml::new();
        let mut lists = Lists::default();
        for (level, number) in parts {
            let prose = Prose::plain("a");
            let part = match level {
                Some(level) => Part::Item { level: *level, number: number.filter(|number| *number > 0), prose },
                None => Part::Paragraph(prose),
            };
            lists.go_on(&mut html, &part);
            html.tag(if level.is_some() { "" } else { "<p></p>" });
        }
        lists.close(&mut html);
        html.into_string().replace('\n', "")
    }

    #[test]
    fn a_list_from_one_on_states_no_number() {
        assert_eq!(shown(&[Some(1), Some(2), Some(3)]), "<ol><li></li><li></li><li></li></ol>");
        assert_eq!(shown(&[Some(0), Some(0)]), "<ul><li></li><li></li></ul>");
    }

    #[test]
    fn a_list_that_goes_on_or_leaves_numbers_out_states_them() {
        assert_eq!(
            shown(&[Some(1), None, Some(2), Some(3)]),
            "<ol><li></li></ol><p></p><ol start=\"2\"><li></li><li></li></ol>"
        );
        assert_eq!(
            shown(&[Some(1), Some(0), Some(2)]),
            "<ol><li></li></ol><ul><li></li></ul><ol start=\"2\"><li></li></ol>"
        );
        assert_eq!(shown(&[Some(1), Some(3), Some(4)]), "<ol><li></li><li value=\"3\"></li><li></li></ol>");
        assert_eq!(shown(&[Some(5), Some(4)]), "<ol start=\"5\"><li></li><li value=\"4\"></li></ol>");
        assert_eq!(shown(&[Some(u64::MAX), Some(u64::MAX)]), "<ol><li></li><li></li></ol>");
    }

    #[test]
    fn a_first_item_opens_a_list() {
        assert_eq!(shown(&[Some(1), Some(2), Some(1)]), "<ol><li></li><li></li></ol><ol><li></li></ol>");
    }

    #[test]
    fn a_list_within_an_item_stands_in_it() {
        let at = |level, number| (Some(level), Some(number));
        assert_eq!(
            shown_at(&[at(0, 0), at(1, 0), at(1, 0), at(0, 0)]),
            "<ul><li><ul><li></li><li></li></ul></li><li></li></ul>"
        );
        assert_eq!(
            shown_at(&[at(0, 1), at(1, 0), at(2, 1), at(0, 2), (None, None)]),
            "<ol><li><ul><li><ol><li></li></ol></li></ul></li><li></li></ol><p></p>"
        );
        assert_eq!(shown_at(&[at(0, 0), at(1, 1), at(1, 0)]), "<ul><li><ol><li></li></ol><ul><li></li></ul></li></ul>");
    }

    #[test]
    fn a_level_that_no_list_leads_to_is_the_outermost() {
        let deep = (Some(3), Some(0));
        assert_eq!(shown_at(&[deep, deep, (Some(1), Some(0))]), "<ul><li></li><li></li></ul><ul><li></li></ul>");
    }
}
