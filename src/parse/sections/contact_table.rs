//! Contacts that are set as a table, below their heading: "Name | Jane Doe", or a row for each person.

use super::{Reader, Section};
use crate::manuscript::{Block, Shape};
use crate::markup::{self, LineEnds};
use crate::parse::{contacts, details, people};

impl Reader {
    /// Takes a table below the heading of a contact for its lines; false where it calls nobody.
    pub(super) fn contact_table(&mut self, block: &Block) -> bool {
        let Shape::Markup(html) = &block.shape else { return false };
        if self.section != Section::Contact || !details::calls_somebody(block.text()) {
            return false;
        }
        let lines = if is_listing(html.as_str()) { listed(html.as_str()) } else { lines(&rows(html.as_str())) };
        if lines.is_empty() {
            return false;
        }
        self.decide(block, "contact", "a table or a listing below the heading of a contact");
        if let Some(group) = self.out.contacts.last_mut() {
            let number = block.at.line;
            group.extend(lines.into_iter().map(|(gap, text)| contacts::Line { number, text, gap }));
        }
        true
    }
}

/// Fences around the lines of a contact, or blanks before them, so that Markdown keeps the ends of its lines.
fn is_listing(html: &str) -> bool {
    html.trim_start().starts_with("<pre")
}

/// The lines of a listing, each with whether a blank one stands above.
fn listed(html: &str) -> Vec<(bool, String)> {
    let text = markup::lines(html, LineEnds::Kept);
    let mut gap = false;
    let lines = text.lines().filter_map(|line| {
        let line = line.trim();
        let above = std::mem::replace(&mut gap, line.is_empty());
        (!line.is_empty()).then(|| (above, line.to_owned()))
    });
    lines.collect()
}

/// What the cells of a sanitised table say, row by row.
fn rows(html: &str) -> Vec<Vec<String>> {
    let cells = |row: &str| -> Vec<String> {
        let cells = row.split("<td").flat_map(|part| part.split("<th")).skip(1);
        let words =
            cells.map(|cell| markup::lines(cell.split_once('>').map_or("", |(_, words)| words), LineEnds::Blank));
        words.map(|words| words.split_whitespace().collect::<Vec<_>>().join(" ")).collect()
    };
    // "<thead" and "<tbody" are no cells.
    let html = html.replace("<thead>", "").replace("</thead>", "");
    html.split("<tr").skip(1).map(cells).filter(|row| !row.is_empty()).collect()
}

/// The lines of a contact that the rows are, each with whether it opens another.
fn lines(rows: &[Vec<String>]) -> Vec<(bool, String)> {
    let labelled = |label: &str, value: &str| format!("{}: {value}", label.trim_end_matches([' ', ':']));
    let is_label = |cell: &String| contacts::is_label(cell);
    let pairs = rows.iter().all(|row| row.len() == 2);
    if pairs && rows.iter().filter(|row| is_label(&row[0])).count() >= 2 {
        let lines = rows.iter().map(|row| if row[0].is_empty() { row[1].clone() } else { labelled(&row[0], &row[1]) });
        return lines.map(|line| (false, line)).collect();
    }
    let Some((head, people)) =
        rows.split_first().filter(|(head, _)| head.iter().filter(|cell| is_label(cell)).count() >= 2)
    else {
        return unlabelled(rows);
    };
    let mut lines = Vec::new();
    for row in people {
        let cells = head.iter().zip(row).filter(|(_, cell)| !cell.is_empty());
        let cells = cells.enumerate().map(|(at, (label, cell))| {
            let text = if is_label(label) { labelled(label, cell) } else { cell.clone() };
            (at == 0, text)
        });
        lines.extend(cells);
    }
    lines
}

/// Rows or columns of which each opens with somebody and holds a number or an address.
fn unlabelled(rows: &[Vec<String>]) -> Vec<(bool, String)> {
    let widest = rows.iter().map(Vec::len).max().unwrap_or(0);
    let filled = |cells: Vec<&String>| cells.into_iter().filter(|cell| !cell.is_empty()).cloned().collect::<Vec<_>>();
    let columns = (0..widest).map(|at| filled(rows.iter().filter_map(|row| row.get(at)).collect()));
    let lists = [rows.iter().map(|row| filled(row.iter().collect())).collect::<Vec<_>>(), columns.collect()];
    let is_somebody = |cells: &Vec<String>| {
        let opens =
            cells.first().is_some_and(|first| people::opens_with_person(first) || people::is_organisation(first));
        opens && cells.iter().any(|cell| details::reaches_somebody(cell))
    };
    let all = lists.into_iter().map(|list| list.into_iter().filter(|cells| !cells.is_empty()).collect::<Vec<_>>());
    let found = all.into_iter().find(|list| list.iter().all(is_somebody)).unwrap_or_default();
    found.into_iter().flat_map(|cells| cells.into_iter().enumerate().map(|(at, cell)| (at == 0, cell))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_are_labels_and_values_or_people_below_labels() {
        let read = |html: &str| {
            let lines = lines(&rows(html)).into_iter().map(|(_, line)| line);
            lines.collect::<Vec<_>>().join("; ")
        };
        assert_eq!(
            read(
                "<table><thead><tr><th>Name</th><th>Ada <b>Berg</b></th></tr></thead><tbody><tr><td>Phone:</td><td>1</td></tr></tbody></table>"
            ),
            "Name: Ada Berg; Phone: 1"
        );
        assert_eq!(
            read(
                "<table><tr><th>Name</th><th>Desk</th><th>E-mail</th></tr><tr><td>Ada Berg</td><td>Sea</td><td>a@b.example</td></tr></table>"
            ),
            "Name: Ada Berg; Sea; E-mail: a@b.example"
        );
        assert_eq!(
            read(
                "<table><tr><td>Ada Berg, CEO</td><td>Ida Low</td></tr><tr><td>a@b.example</td><td>i@b.example</td></tr></table>"
            ),
            "Ada Berg, CEO; a@b.example; Ida Low; i@b.example"
        );
        assert_eq!(
            read(
                "<table><tr><td>Ada Berg</td><td>a@b.example</td></tr><tr><td>Ida Low</td><td>i@b.example</td></tr></table>"
            ),
            "Ada Berg; a@b.example; Ida Low; i@b.example"
        );
        assert_eq!(read("<table><tr><td>Ferry</td><td>8:00</td></tr><tr><td>Bus</td><td>9:00</td></tr></table>"), "");
    }
}
