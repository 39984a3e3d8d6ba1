//! Whole releases in the shapes press offices write, each beside the reading its author means.
//!
//! `tests/readings/NAME.txt` or `.md`, or `tests/html/NAME.html`, is the release, `NAME.json` what
//! is in it, in the words of `dateline show --format json`: a member that is not there must not be found either. A value
//! with an ellipsis states its beginning and its end. `refused` instead says that an error must
//! be reported, and a word of it.

use std::collections::BTreeMap;
use std::error::Error;
use std::fs;
use std::path::Path;

use dateline::config::Config;
use dateline::disk::input::SourceFile;
use dateline::problem::Problem;
use dateline::{reading, show};
use serde_json::{Map, Value};

const NEWSROOM: &str = include_str!("newsroom.toml");

/// What `show` says that is no reading of the text.
const NOT_READ: [&str; 4] = ["id", "slug", "problems", "embargo"];

/// A field, such as "contacts phones", of the part with this number, and its values in order.
type Fields = BTreeMap<(String, usize), Vec<String>>;

/// Of one field over all releases: right, wrong, missing, invented.
type Tally = [usize; 4];

#[derive(Default)]
struct Score {
    tallies: BTreeMap<String, Tally>,
    faults: Vec<String>,
}

#[test]
fn every_release_is_read_as_its_author_means_it() -> Result<(), Box<dyn Error>> {
    let config = Config::parse("dateline.toml", NEWSROOM)
        .map_err(|problems| problems.iter().map(Problem::human).collect::<String>())?;
    let mut releases = Vec::new();
    for folder in ["tests/readings", "tests/html"] {
        for entry in fs::read_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join(folder))? {
            releases.push(entry?.path());
        }
    }
    releases.retain(|path| path.extension().is_some_and(|ending| ["txt", "md", "html"].iter().any(|is| ending == *is)));
    releases.sort();
    let mut score = Score::default();
    for path in &releases {
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        let expected: Map<String, Value> = serde_json::from_slice(&fs::read(path.with_extension("json"))?)
            .map_err(|error| format!("{name}: its reading: {error}"))?;
        let understanding = reading::understand(&SourceFile::named(path), &fs::read(path)?, Some(&config));
        let found: Map<String, Value> = serde_json::from_str(&show::json(&understanding, false)?)?;
        score.release(&name, &expected, &found)?;
    }
    eprintln!("{}", score.table());
    assert!(releases.len() >= 24, "only {} releases were read", releases.len());
    assert!(score.faults.is_empty(), "{} faults:\n{}", score.faults.len(), score.faults.join("\n"));
    Ok(())
}

impl Score {
    fn release(&mut self, name: &str, expected: &Map<String, Value>, found: &Map<String, Value>) -> Result<(), String> {
        let errors = errors(found);
        if let Some(word) = expected.get("refused").and_then(Value::as_str) {
            let hit = errors.iter().find(|error| error.contains(word));
            let seen = hit.or(errors.first()).map(String::as_str);
            self.value(name, "refused", Some(hit.map_or(word, String::as_str)), seen);
            return Ok(());
        }
        if let Some(unknown) = expected.keys().find(|key| *key != "embargo_until" && !found.contains_key(*key)) {
            return Err(format!("{name}: `show` has no member `{unknown}`"));
        }
        let mut read = fields(found.iter().filter(|(member, _)| !NOT_READ.contains(&member.as_str())));
        read.insert(("error".to_owned(), 0), errors);
        read.insert(("embargo_until".to_owned(), 0), texts(&found["embargo"]["until"]));
        let mut meant = fields(expected.iter());
        for (key, found) in read {
            self.values(name, &key.0, meant.remove(&key).unwrap_or_default(), found);
        }
        for (key, expected) in meant {
            self.values(name, &key.0, expected, Vec::new());
        }
        Ok(())
    }

    /// Values that agree are taken out; what is left stands face to face in order.
    fn values(&mut self, name: &str, field: &str, expected: Vec<String>, mut found: Vec<String>) {
        let mut left = Vec::new();
        for value in expected {
            match found.iter().position(|found| agrees(&value, found)) {
                Some(at) => self.value(name, field, Some(&value), Some(&found.remove(at))),
                None => left.push(value),
            }
        }
        for at in 0..left.len().max(found.len()) {
            self.value(name, field, left.get(at).map(String::as_str), found.get(at).map(String::as_str));
        }
    }

    fn value(&mut self, name: &str, field: &str, expected: Option<&str>, found: Option<&str>) {
        let verdict = match (expected, found) {
            (Some(expected), Some(found)) => usize::from(!agrees(expected, found)),
            (Some(_), None) => 2,
            (None, _) => 3,
        };
        self.tallies.entry(field.to_owned()).or_default()[verdict] += 1;
        if verdict > 0 {
            let (expected, found) = (expected.unwrap_or("(nothing)"), found.unwrap_or("(nothing)"));
            self.faults.push(format!("{name}: {field}:\n    expected {expected}\n    found    {found}"));
        }
    }

    fn table(&self) -> String {
        let percent = |part: usize, whole: usize| (part * 100).checked_div(whole).unwrap_or(100);
        let head = "field                       right    wrong  missing invented precision  recall".to_owned();
        let rows = self.tallies.iter().map(|(field, &[right, wrong, missing, invented])| {
            let (precision, recall) =
                (percent(right, right + wrong + invented), percent(right, right + wrong + missing));
            format!("{field:<24}{right:>9}{wrong:>9}{missing:>9}{invented:>9}{precision:>9}%{recall:>7}%")
        });
        std::iter::once(head).chain(rows).collect::<Vec<_>>().join("\n")
    }
}

fn errors(found: &Map<String, Value>) -> Vec<String> {
    let problems = found["problems"].as_array().into_iter().flatten();
    let errors = problems.filter(|problem| problem["severity"] == "error");
    errors.filter_map(|problem| problem["message"].as_str()).map(str::to_owned).collect()
}

/// Members by name: a text, a list of texts, or a list of parts with members of their own.
fn fields<'a>(members: impl Iterator<Item = (&'a String, &'a Value)>) -> Fields {
    let mut fields = Fields::new();
    for (member, value) in members {
        for (at, part) in value.as_array().into_iter().flatten().enumerate() {
            for (own, value) in part.as_object().into_iter().flatten() {
                fields.insert((format!("{member} {own}"), at), texts(value));
            }
        }
        fields.insert((member.clone(), 0), texts(value));
    }
    fields
}

fn texts(value: &Value) -> Vec<String> {
    let list = value.as_array().map_or(std::slice::from_ref(value), Vec::as_slice);
    list.iter().filter_map(Value::as_str).map(str::to_owned).collect()
}

fn agrees(expected: &str, found: &str) -> bool {
    match expected.split_once('…') {
        Some((beginning, end)) => found.starts_with(beginning.trim_end()) && found.ends_with(end.trim_start()),
        None => expected == found,
    }
}
