//! A TOML table whose values are asked for by key, and every refusal noted with its place.

use toml::de::{DeTable, DeValue};

use super::toml_fault;
use crate::characters;
use crate::problem::{Place, Report, did_you_mean};

/// What is said of a value of which no more is known.
pub const UNFIT: &str = "can't be used";

pub struct Table<'a> {
    text: &'a str,
    /// Where a missing key is reported: the table's own place.
    at: Place,
    entries: DeTable<'a>,
}

impl<'a> Table<'a> {
    pub fn parse(text: &'a str, report: &mut Report) -> Option<Self> {
        match DeTable::parse(text) {
            Ok(table) => Some(Self { text, at: Place::line(1), entries: table.into_inner() }),
            Err(error) => {
                toml_fault::tell(text, 1, &error, report);
                None
            }
        }
    }

    pub fn has(&self, key: &str) -> bool {
        self.entries.contains_key(key)
    }

    /// In the order of their letters.
    pub fn keys(&self) -> Vec<&str> {
        self.entries.keys().map(|key| -> &str { key.get_ref() }).collect()
    }

    pub fn truth(&self, key: &str, report: &mut Report) -> Option<bool> {
        let value = self.entries.get(key)?;
        if let DeValue::Boolean(truth) = value.get_ref() {
            return Some(*truth);
        }
        let at = self.place(value.span().start);
        report.error(at, format!("`{key}` is neither true nor false"), format!("write `{key} = true` without quotes"));
        None
    }

    pub fn refuse_unknown(&self, known: &[&str], report: &mut Report) {
        self.refuse_unknown_below("", known, &[], report);
    }

    /// Of the table `own`; `others` are keys that the file may have above it.
    pub fn refuse_unknown_below(&self, own: &str, known: &[&str], others: &[&str], report: &mut Report) {
        for key in self.entries.keys() {
            let name: &str = key.get_ref();
            if known.contains(&name) {
                continue;
            }
            let at = self.place(key.span().start);
            if others.contains(&name) {
                let what = format!("`{name}` stands below `[{own}]`, as if it were of it");
                report.error(at, what, format!("`{name}` belongs above `[{own}]`"));
                continue;
            }
            let fix = match did_you_mean(name, known.iter().copied()) {
                Some(meant) => format!("did you mean `{meant}`?"),
                None => format!("known are {}", known.join(", ")),
            };
            report.error(at, "an unknown key", fix).found(name);
        }
    }

    pub fn required(&self, key: &str, wanted: &str, report: &mut Report) -> Option<String> {
        self.required_as(key, wanted, report, |text| Ok(text.to_owned()))
    }

    pub fn optional(&self, key: &str, report: &mut Report) -> Option<String> {
        self.optional_as(key, "text", report, |text| Ok(text.to_owned()))
    }

    pub fn required_as<T>(
        &self,
        key: &str,
        wanted: &str,
        report: &mut Report,
        read: impl Fn(&str) -> Result<T, &'static str>,
    ) -> Option<T> {
        if !self.has(key) {
            report.error(self.at, format!("`{key}` is missing"), format!("add `{key} = \"...\"`: {wanted}"));
            return None;
        }
        self.optional_as(key, wanted, report, read)
    }

    pub fn optional_as<T>(
        &self,
        key: &str,
        wanted: &str,
        report: &mut Report,
        read: impl Fn(&str) -> Result<T, &'static str>,
    ) -> Option<T> {
        let value = self.entries.get(key)?;
        let at = self.place(value.span().start);
        let DeValue::String(text) = value.get_ref() else {
            report.error(at, format!("`{key}` must be text in quotes"), wanted).found(&self.text[value.span()]);
            return None;
        };
        read_text(key, text, at, wanted, report, &read)
    }

    pub fn list_of<T>(
        &self,
        key: &str,
        wanted: &str,
        report: &mut Report,
        read: impl Fn(&str) -> Result<T, &'static str>,
    ) -> Vec<T> {
        let Some(value) = self.entries.get(key) else {
            return Vec::new();
        };
        let DeValue::Array(items) = value.get_ref() else {
            report.error(
                self.place(value.span().start),
                format!("`{key}` must be a list"),
                format!("write `{key} = [\"...\"]`: {wanted}"),
            );
            return Vec::new();
        };
        let mut list = Vec::new();
        for item in items {
            let at = self.place(item.span().start);
            match item.get_ref() {
                DeValue::String(text) => list.extend(read_text(key, text, at, wanted, report, &read)),
                _ => {
                    report.error(at, format!("`{key}` holds something else than text"), wanted);
                }
            }
        }
        list
    }

    /// A whole number that is not negative.
    pub fn count(&self, key: &str, report: &mut Report) -> Option<usize> {
        let value = self.entries.get(key)?;
        let number = match value.get_ref() {
            DeValue::Integer(integer) => {
                usize::from_str_radix(&integer.as_str().replace('_', ""), integer.radix()).ok()
            }
            _ => None,
        };
        if number.is_none() {
            report
                .error(self.place(value.span().start), format!("`{key}` must be a whole number"), "0 means no limit")
                .found(&self.text[value.span()]);
        }
        number
    }

    pub fn subtable(&self, key: &str, report: &mut Report) -> Option<Table<'a>> {
        let value = self.entries.get(key)?;
        let at = self.place(value.span().start);
        let DeValue::Table(entries) = value.get_ref() else {
            report.error(at, format!("`{key}` must be a table"), format!("write `[{key}]` and its keys below"));
            return None;
        };
        Some(Table { text: self.text, at, entries: entries.clone() })
    }

    fn place(&self, offset: usize) -> Place {
        Place::of_offset(self.text, offset)
    }
}

fn read_text<T>(
    key: &str,
    text: &str,
    at: Place,
    wanted: &str,
    report: &mut Report,
    read: &impl Fn(&str) -> Result<T, &'static str>,
) -> Option<T> {
    let text = characters::clean_value(text, at, report);
    let text = text.trim();
    if text.is_empty() {
        report.error(at, format!("`{key}` is blank"), format!("write {wanted}"));
        return None;
    }
    let read = read(text).map_err(|why| {
        report.error(at, format!("`{key}` {why}"), format!("write {wanted}")).found(without_secrets(text));
    });
    read.ok()
}

/// An address in a message loses what may be secret in it (rule 13), and nothing else.
fn without_secrets(text: &str) -> String {
    match url::Url::parse(text) {
        Ok(url) if url.has_host() => {
            let is_plain = url.username().is_empty() && url.password().is_none();
            let is_shown = is_plain && url.query().is_none() && url.fragment().is_none();
            if is_shown { text.to_owned() } else { crate::link::without_secrets(&url) }
        }
        _ if text.contains('/') => without_scheme(text),
        _ => text.to_owned(),
    }
}

/// The same of what only looks like an address.
fn without_scheme(text: &str) -> String {
    let path = text.split(['?', '#']).next().unwrap_or_default();
    let (slashes, rest) = path.strip_prefix("//").map_or(("", path), |rest| ("//", rest));
    let (host, behind) = rest.find('/').map_or((rest, ""), |end| rest.split_at(end));
    format!("{slashes}{}{behind}", host.rsplit('@').next().unwrap_or_default())
}
