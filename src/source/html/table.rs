//! Tables: those that say something by their rows and columns, and those that only place text.

use std::fmt::Write as _;

use super::tree::{Data, NodeId, Tree};

/// A cell of a data table says a thing or two; longer ones hold running text, in characters.
const LONGEST_DATUM: usize = 120;
/// A row of short cells is a line of its own: a label and what it says.
const LONGEST_LINE: usize = 100;

#[derive(Debug)]
pub struct Row {
    pub cells: Vec<NodeId>,
}

impl Row {
    /// Whether the cells of a row read as one line.
    pub fn is_lines(&self, tree: &Tree) -> bool {
        self.cells.len() > 1
            && self.cells.iter().all(|cell| is_flat(tree, *cell))
            && self.cells.iter().map(|cell| tree.text(*cell).trim().chars().count()).sum::<usize>() <= LONGEST_LINE
    }
}

/// The rows of a table, without those of tables in it, and its caption as a row of one.
pub fn rows(tree: &Tree, table: NodeId) -> Vec<Row> {
    let mut rows = Vec::new();
    let mut stack = vec![table];
    while let Some(id) = stack.pop() {
        let children = &tree.node(id).children;
        match tree.element(id) {
            "tr" => {
                let cells = children.iter().copied().filter(|cell| matches!(tree.element(*cell), "td" | "th"));
                rows.push(Row { cells: cells.collect() });
            }
            "caption" => rows.push(Row { cells: vec![id] }),
            "table" if id != table => {}
            _ => stack.extend(children.iter().rev()),
        }
    }
    rows
}

/// What the cells of a table say, row by row.
pub fn cells(tree: &Tree, table: NodeId) -> Vec<Vec<String>> {
    let words = |cell: &NodeId| tree.text(*cell).split_whitespace().collect::<Vec<_>>().join(" ");
    rows(tree, table).iter().map(|row| row.cells.iter().map(words).collect()).collect()
}

/// Whether a table shows data. One of two columns without a head is a list of labels, as
/// contacts are.
pub fn is_data(tree: &Tree, table: NodeId, rows: &[Row]) -> bool {
    let placing = tree.attribute(table, "role").is_some_and(|role| role == "presentation" || role == "none");
    let cells = || rows.iter().flat_map(|row| &row.cells);
    let wide = rows.iter().filter(|row| row.cells.len() > 1).count();
    let short = cells().all(|cell| {
        let nested = tree.within(*cell).any(|id| {
            id != *cell && matches!(tree.element(id), "table" | "h1" | "h2" | "h3" | "blockquote" | "figure")
        });
        !nested && tree.text(*cell).trim().chars().count() <= LONGEST_DATUM
    });
    let headed = cells().any(|cell| tree.element(*cell) == "th")
        || tree.node(table).children.iter().any(|child| matches!(tree.element(*child), "thead" | "caption"));
    let columns = rows.iter().map(|row| row.cells.len()).max().unwrap_or(0);
    !placing && short && wide >= 2 && (headed || columns >= 3)
}

/// The cells of each column, where a table that only places text is read down and not across: headings above
/// what they head, or contacts side by side.
pub fn columns(tree: &Tree, rows: &[Row]) -> Option<Vec<Vec<NodeId>>> {
    const LONGEST_HEADING: usize = 40;
    let width = rows.first().map(|row| row.cells.len()).filter(|width| *width > 1)?;
    if rows.len() < 2 || rows.iter().any(|row| row.cells.len() != width) {
        return None;
    }
    let text = |cell: &NodeId| tree.text(*cell).trim().to_owned();
    let flat = rows.iter().flat_map(|row| &row.cells).all(|cell| is_flat(tree, *cell));
    let calls = |row: &Row| row.cells.iter().filter(|cell| text(cell).contains('@')).count();
    let side_by_side = flat && rows.iter().any(|row| calls(row) > 1);
    let is_heading = |cell: &NodeId| {
        let text = text(cell);
        (1..=LONGEST_HEADING).contains(&text.chars().count()) && !text.ends_with(['.', ':'])
    };
    let headed = rows.len() == 2
        && rows[0].cells.iter().all(is_heading)
        && rows[1].cells.iter().any(|cell| !is_flat(tree, *cell));
    (side_by_side || headed)
        .then(|| (0..width).map(|at| rows.iter().filter_map(|row| row.cells.get(at).copied()).collect()).collect())
}

/// Whether a cell holds one line.
fn is_flat(tree: &Tree, cell: NodeId) -> bool {
    let mut paragraphs = 0;
    for id in tree.within(cell).filter(|id| *id != cell) {
        match tree.element(id) {
            "p" | "div" => paragraphs += 1,
            "br" | "ul" | "ol" | "table" | "h1" | "h2" | "h3" | "h4" | "h5" | "h6" | "img" | "pre" | "blockquote" => {
                return false;
            }
            _ => {}
        }
    }
    paragraphs <= 1
}

/// An element as HTML again, for the sanitiser.
pub fn written(tree: &Tree, id: NodeId) -> String {
    let mut html = String::new();
    // A stack instead of calls; the second of a pair closes its element.
    let mut stack = vec![(id, false)];
    while let Some((id, close)) = stack.pop() {
        match &tree.node(id).data {
            Data::Text(pieces) => {
                for (_, piece) in pieces {
                    escape(&mut html, piece);
                }
            }
            Data::Element(name, attributes) if !close => {
                let _ = write!(html, "<{}", &*name.local);
                for attribute in attributes {
                    let _ = write!(html, " {}=\"", &*attribute.name.local);
                    escape(&mut html, &attribute.value);
                    html.push('"');
                }
                html.push('>');
                stack.push((id, true));
                stack.extend(tree.node(id).children.iter().rev().map(|child| (*child, false)));
            }
            Data::Element(name, _) if !matches!(&*name.local, "br" | "img" | "hr" | "wbr" | "col" | "input") => {
                let _ = write!(html, "</{}>", &*name.local);
            }
            _ => {}
        }
    }
    html
}

fn escape(html: &mut String, text: &str) {
    for c in text.chars() {
        match c {
            '&' => html.push_str("&amp;"),
            '<' => html.push_str("&lt;"),
            '>' => html.push_str("&gt;"),
            '"' => html.push_str("&quot;"),
            c => html.push(c),
        }
    }
}
