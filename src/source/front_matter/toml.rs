//! One TOML document, as Hugo writes front matter between two lines `+++`, read into the same keys and
//! values as YAML. What a key means is not known here.

use std::ops::Range;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::Stated;
use super::entries::{DEEPEST, Node, Value, too_deep};
use crate::characters;
use crate::config::toml_fault;
use crate::problem::{Place, Report};

/// The keys and values of a document whose first line has the number `first_line`, in the order of the file.
/// `None` when it can't be read.
pub fn read(toml: &str, first_line: usize, report: &mut Report) -> Option<Vec<(Stated<String>, Value)>> {
    let table = match DeTable::parse(toml) {
        Ok(table) => table.into_inner(),
        Err(error) => {
            toml_fault::tell(toml, first_line, &error, report);
            return None;
        }
    };
    let entries = Reader { toml, first_line, report }.table(&table, 0)?;
    Some(entries.into_iter().map(|(key, node)| (key, Value::of(node))).collect())
}

struct Reader<'a, 'r> {
    toml: &'a str,
    first_line: usize,
    report: &'r mut Report,
}

impl Reader<'_, '_> {
    fn table(&mut self, table: &DeTable<'_>, depth: usize) -> Option<Vec<(Stated<String>, Node)>> {
        let mut entries: Vec<_> = table.iter().collect();
        entries.sort_by_key(|(key, _)| key.span().start);
        let read = |(key, value): (&Spanned<_>, _)| {
            let at = self.place(key.span());
            let name: &str = AsRef::<str>::as_ref(key.get_ref());
            Some((Stated { value: name.to_owned(), at }, self.node(value, depth + 1)?))
        };
        entries.into_iter().map(read).collect()
    }

    fn node(&mut self, value: &Spanned<DeValue<'_>>, depth: usize) -> Option<Node> {
        let at = self.place(value.span());
        if depth > DEEPEST {
            too_deep(at, self.report);
            return None;
        }
        Some(match value.get_ref() {
            DeValue::String(text) => {
                let value = characters::clean_value(text, at, self.report).into_owned();
                Node::Line { stated: Stated { value, at }, bare: false }
            }
            DeValue::Array(items) => {
                Node::List(items.iter().map(|item| self.node(item, depth + 1)).collect::<Option<_>>()?, at)
            }
            DeValue::Table(table) => Node::Map(self.table(table, depth)?, at),
            // Numbers, days and truths as they are written.
            _ => Node::Line { stated: Stated { value: self.toml[value.span()].to_owned(), at }, bare: true },
        })
    }

    fn place(&self, span: Range<usize>) -> Place {
        let at = Place::of_offset(self.toml, span.start);
        Place::new(at.line + self.first_line - 1, at.column)
    }
}
