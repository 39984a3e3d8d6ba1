//! The forms that a value may have: a line, a truth, a list, the member of a mapping.
//!
//! What a line says is not looked at: a date is a line here.

use super::entries::{Entries, Item, Value};
use super::{Line, Stated};
use crate::problem::{Place, Report, did_you_mean};
use crate::prose::one_line;

pub fn line(name: &str, value: &Value, report: &mut Report) -> Line {
    match value {
        Value::Scalar { stated, .. } if value.is_blank() => blank(name, stated.at, report),
        Value::Scalar { stated, .. } => Some(Stated { value: one_line(&stated.value), at: stated.at }),
        Value::List(_, at) | Value::Map(_, at) | Value::Deep(_, at) => {
            report.error(*at, format!("`{name}` must be one line of text"), format!("write `{name}: ...`"));
            None
        }
    }
}

pub fn blank(name: &str, at: Place, report: &mut Report) -> Line {
    report.error(at, format!("`{name}` is blank"), format!("fill it in, or delete `{name}:`"));
    None
}

pub fn truth(value: &Value, report: &mut Report) -> Option<Stated<bool>> {
    if let Value::Scalar { stated, .. } = value
        && let Some(truth) = truth_of(&stated.value)
    {
        return Some(Stated { value: truth, at: stated.at });
    }
    report.error(value.at(), "`draft` is neither true nor false", "write `draft: true` or `draft: false`");
    None
}

pub fn truth_of(text: &str) -> Option<bool> {
    match text.to_lowercase().as_str() {
        "true" | "yes" | "on" | "ja" | "oui" | "sí" | "si" | "sì" | "sim" | "tak" => Some(true),
        "false" | "no" | "off" | "nein" | "nee" | "non" | "não" | "nao" | "nej" | "nei" | "nie" => Some(false),
        _ => None,
    }
}

pub fn several(name: &str, value: &Value, report: &mut Report) -> Vec<Stated<String>> {
    let no_line = |_: &Entries, at: Place, report: &mut Report| {
        no_list(name, at, report);
        None
    };
    lines(name, value, no_line, report)
}

/// Names of people: each a line, or the `name` of a mapping, as generators of sites keep them.
pub fn people(name: &str, value: &Value, report: &mut Report) -> Vec<Stated<String>> {
    let named = |entries: &Entries, at: Place, report: &mut Report| {
        let found = member(entries, "name").filter(|found| !found.value.is_empty());
        if found.is_none() {
            report.error(at, format!("`{name}` names nobody"), format!("write `{name}: Ada Berg`"));
        } else {
            unknown_members(entries, name, &["name"], report);
        }
        found
    };
    lines(name, value, named, report)
}

/// The lines of a value: itself, or those of its list. What a mapping says, `of_map` knows.
fn lines(
    name: &str,
    value: &Value,
    of_map: impl Fn(&Entries, Place, &mut Report) -> Line,
    report: &mut Report,
) -> Vec<Stated<String>> {
    match value {
        Value::Scalar { .. } => line(name, value, report).into_iter().collect(),
        Value::Map(entries, at) => of_map(entries, *at, report).into_iter().collect(),
        Value::List(items, _) => items
            .iter()
            .filter_map(|item| match item {
                Item::Line(item) => Some(Stated { value: one_line(&item.value), at: item.at }),
                Item::Map(entries, at) => of_map(entries, *at, report),
            })
            .filter(|item| !item.value.is_empty())
            .collect(),
        Value::Deep(_, at) => {
            no_list(name, *at, report);
            Vec::new()
        }
    }
}

fn no_list(name: &str, at: Place, report: &mut Report) {
    let what = format!("`{name}` must be one line or a list");
    report.error(at, what, format!("write `{name}: one`, or `{name}: [one, two]`"));
}

/// A member of a mapping below a key, when it is there.
pub fn member(entries: &Entries, name: &str) -> Line {
    let (_, value) = entries.iter().find(|(key, _)| key.value == name)?;
    Some(Stated { value: one_line(&value.value), at: value.at })
}

/// Warns of the members of a mapping below `name` that mean nothing.
pub fn unknown_members(entries: &Entries, name: &str, known: &[&'static str], report: &mut Report) {
    for (key, _) in entries.iter().filter(|(key, _)| !known.contains(&key.value.as_str())) {
        let fix = match did_you_mean(&key.value, known.iter().copied()) {
            Some(known) => format!("did you mean `{known}`?"),
            None => format!("it has {}", known.join(", ")),
        };
        report.warning(key.at, format!("an unknown key under `{name}`"), fix).found(&key.value);
    }
}
