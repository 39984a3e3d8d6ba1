//! A `dateline.toml` to begin with. What is not given is left blank, with a line above that says
//! what belongs there; [`Config::parse`](super::Config::parse) refuses a blank and names its line.

use std::fmt::Write as _;

/// The values that are known from the start.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Given {
    pub title: Option<String>,
    pub description: Option<String>,
    pub site: Option<String>,
    pub id_base: Option<String>,
    pub language: Option<String>,
    pub time_zone: Option<String>,
    pub publisher: Option<String>,
}

impl Given {
    /// The same with examples where nothing is given, to hold the rest against the rules.
    #[must_use]
    pub fn or_examples(&self) -> Self {
        let or = |value: &Option<String>, example: &str| value.clone().or_else(|| Some(example.to_owned()));
        Self {
            title: or(&self.title, "News"),
            description: or(&self.description, "Press releases"),
            site: or(&self.site, "https://news.example.org/"),
            id_base: or(&self.id_base, "tag:example.org,2018"),
            language: or(&self.language, "en"),
            time_zone: or(&self.time_zone, "Europe/Berlin"),
            publisher: or(&self.publisher, "Example"),
        }
    }

    /// Keys that are left to fill in.
    pub fn blanks(&self) -> Vec<&'static str> {
        self.values().into_iter().filter(|(_, value, _)| value.is_none()).map(|(key, _, _)| key).collect()
    }

    fn values(&self) -> [(&'static str, Option<&str>, &'static str); 7] {
        [
            ("title", self.title.as_deref(), "The newsroom's name, as feed readers show it."),
            ("description", self.description.as_deref(), "One sentence on what the feed brings."),
            ("language", self.language.as_deref(), "BCP 47, such as \"en\" or \"de-AT\"."),
            ("site", self.site.as_deref(), "The address under which `public/` will be served, with https://."),
            (
                "id_base",
                self.id_base.as_deref(),
                "A domain you owned on that day, such as \"tag:example.org,2018\". It begins every id: never change it.",
            ),
            ("time_zone", self.time_zone.as_deref(), "An IANA zone, such as \"Europe/Berlin\"."),
            ("publisher", self.publisher.as_deref(), "The organisation that speaks."),
        ]
    }
}

/// In TOML, what follows a table's name is the table's.
const ABOVE: &str = "# Hubs, by which readers hear of a release at once: `dateline push` tells them when it is live.
# hubs = [\"https://pubsubhubbub.appspot.com/\"]

# All keys but the publisher's own belong above this line.\n";

/// The file's text.
pub fn text(given: &Given) -> String {
    let mut text = "# The newsroom's configuration. dateline's docs/reference.md lists every key.\n".to_owned();
    for (key, value, what) in given.values() {
        let fill_in = if value.is_none() { "Fill in: " } else { "" };
        let (hint, table) = if key == "publisher" { (ABOVE, "[publisher]\n") } else { ("", "") };
        let key = if key == "publisher" { "name" } else { key };
        // Writing to a string can't fail.
        let _ = write!(text, "\n{hint}# {fill_in}{what}\n{table}{key} = {}\n", quoted(value.unwrap_or_default()));
    }
    text.push_str("# The press office's address, for feed readers and for releases to fill in.\n# email = \"press@example.org\"\n");
    text
}

/// A basic string (TOML 1.0).
fn quoted(value: &str) -> String {
    let mut quoted = String::from("\"");
    for c in value.chars() {
        match c {
            '"' | '\\' => quoted.extend(['\\', c]),
            c if c.is_control() => {
                let _ = write!(quoted, "\\u{:04X}", u32::from(c));
            }
            c => quoted.push(c),
        }
    }
    quoted.push('"');
    quoted
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::config::Config;
    use crate::problem::Problem;

    #[test]
    fn with_everything_given_it_is_a_configuration() {
        let given = Given { title: Some("Ämter \"am\" \\ Hafen".to_owned()), ..Given::default() }.or_examples();
        let config = Config::parse("dateline.toml", &text(&given)).expect("a configuration");
        assert_eq!(config.title, "Ämter \"am\" \\ Hafen");
        assert_eq!(given.blanks(), [""; 0]);
    }

    #[test]
    fn each_blank_is_refused_with_its_line() {
        let text = text(&Given::default());
        let problems: Vec<String> =
            Config::parse("d", &text).expect_err("problems").iter().map(Problem::human).collect();
        for key in Given::default().blanks() {
            let key = if key == "publisher" { "name" } else { key };
            let line = text.lines().position(|line| line.starts_with(&format!("{key} ="))).expect("a line") + 1;
            let told = problems
                .iter()
                .any(|problem| problem.starts_with(&format!("d:{line}:")) && problem.contains("is blank"));
            assert!(told, "{key} in line {line}: {problems:?}");
        }
        assert_eq!(problems.len(), 7, "{problems:?}");
    }
}
