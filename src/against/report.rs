//! How differences are told: what may pass, what is warned of, what is refused, and the front matter
//! that puts each right.

mod json;

use std::collections::BTreeMap;

use super::difference::{Difference, Kind};
use super::walk::Unknown;
use crate::config::Config;
use crate::instant::Instant;
use crate::problem::{IN_A_COPY, Problem, Severity};
use crate::release::Id;
use crate::source::name;
pub use json::{AgainstJson, Json};

/// What the wording of a difference depends on besides itself.
#[derive(Debug, Clone, Copy)]
pub struct Terms<'a> {
    pub config: &'a Config,
    pub now: Instant,
    /// `--allow-removal`.
    pub removal: bool,
}

/// A difference and what is said of it.
#[derive(Debug)]
pub struct Reported<'a> {
    pub difference: &'a Difference,
    /// None where it is what a publication is for.
    pub severity: Option<Severity>,
    /// Lines of front matter that would put it right.
    pub front_matter: Vec<String>,
    message: Problem,
}

/// Every difference in its words, in the same order.
pub fn told<'a>(differences: &'a [Difference], terms: Terms) -> Vec<Reported<'a>> {
    // One date that moves was put right by hand; several are moved by a cause that nobody saw.
    let redated = differences.iter().filter(|difference| matches!(difference.kind, Kind::Redated { .. })).count();
    differences.iter().map(|difference| tell(difference, redated > 1, terms)).collect()
}

fn tell<'a>(difference: &'a Difference, many_redated: bool, terms: Terms) -> Reported<'a> {
    let refused_if = |refused| if refused { Severity::Error } else { Severity::Warning };
    let severity = match &difference.kind {
        Kind::Lost => Some(refused_if(!terms.removal)),
        // An id that can't be kept must not stand in the way for ever.
        Kind::ReAnnounced { statable, .. } => Some(refused_if(*statable || !terms.removal)),
        Kind::Redated { .. } => Some(refused_if(many_redated && !terms.removal)),
        Kind::SetBack { .. } | Kind::Silent { .. } | Kind::Readdressed { .. } => Some(Severity::Warning),
        Kind::Added | Kind::Updated | Kind::Withdrawn => None,
    };
    let front_matter = front_matter(difference, terms);
    let (what, mut fix) = words(difference, &front_matter.join("` and `"), many_redated);
    let path = difference.path.as_deref().unwrap_or(&difference.id);
    if difference.path.is_some() && !front_matter.is_empty() && !has_front_matter(path) {
        fix.push_str(IN_A_COPY);
    }
    let mut message = Problem::of_file(path, what, fix);
    message.severity = severity.unwrap_or(Severity::Error);
    if !difference.title.is_empty() {
        message.found(difference.title.clone());
    }
    Reported { difference, severity, front_matter, message }
}

fn has_front_matter(path: &str) -> bool {
    let file_name = path.rsplit('/').next().unwrap_or(path);
    matches!(name::kind(file_name), name::Kind::Release(format) if format.has_front_matter())
}

fn front_matter(difference: &Difference, terms: Terms) -> Vec<String> {
    let with_slug = |first: Option<String>, slug: &Option<String>| {
        first.into_iter().chain(slug.as_ref().map(|slug| format!("slug: {slug}"))).collect()
    };
    match &difference.kind {
        Kind::Lost => Id::stated(&difference.id).map(|id| format!("id: {id}")).into_iter().collect(),
        Kind::ReAnnounced { live_id, statable: true, slug } => with_slug(Some(format!("id: {live_id}")), slug),
        Kind::ReAnnounced { statable: false, slug, .. } | Kind::Readdressed { slug, .. } => with_slug(None, slug),
        Kind::Redated { live, .. } => vec![format!("date: {}", live.rfc3339())],
        Kind::SetBack { live } => vec![format!("updated: {}", live.rfc3339())],
        Kind::Silent { .. } => {
            let now = terms.now.as_chrono().with_timezone(&terms.config.time_zone);
            vec![format!("updated: {}", now.format("%Y-%m-%d %H:%M"))]
        }
        Kind::Added | Kind::Updated | Kind::Withdrawn => Vec::new(),
    }
}

/// What is different, and what to do about it.
fn words(difference: &Difference, state: &str, many_redated: bool) -> (String, String) {
    match &difference.kind {
        Kind::Lost => (
            "is live, and would be lost".to_owned(),
            match state {
                "" => "pass `--allow-removal` if it is to go".to_owned(),
                _ => format!("if its file was renamed, state `{state}` in it; pass `--allow-removal` if it is to go"),
            },
        ),
        Kind::ReAnnounced { live_id, statable: true, .. } => {
            (format!("readers have this as {live_id}, and would be shown it again"), format!("state `{state}`"))
        }
        Kind::ReAnnounced { live_id, .. } => (
            format!("readers have this as {live_id}, and would be shown it again"),
            "that is no URI, so no `id:` can keep it; pass `--allow-removal` to let it be shown again".to_owned(),
        ),
        Kind::Redated { live, now } => (
            format!("its date would move from {live} to {now}"),
            if many_redated {
                format!(
                    "put `time_of_day` and `time_zone` back if they were changed, or state `{state}`; pass `--allow-removal` if all of them are to move"
                )
            } else {
                format!("state `{state}` if it is to stay")
            },
        ),
        Kind::SetBack { live } => {
            (format!("its last change would go back from {live}"), format!("state `{state}` if it is to stay"))
        }
        Kind::Silent { headline, text } => {
            let what = match (headline, text) {
                (true, true) => "its headline and text differ",
                (true, false) => "its headline differs",
                _ => "its text differs",
            };
            (
                format!("{what} from what is live, and readers are not told"),
                format!("state `{state}`, and with `correction:` what was put right"),
            )
        }
        Kind::Readdressed { live, slug } => (
            format!("its address would no longer be {live}"),
            match slug {
                Some(_) => format!("state `{state}`, or redirect the old address"),
                None => "redirect the old address".to_owned(),
            },
        ),
        Kind::Added => ("would be new".to_owned(), String::new()),
        Kind::Updated => ("would be updated".to_owned(), String::new()),
        Kind::Withdrawn => ("would be withdrawn".to_owned(), String::new()),
    }
}

impl Reported<'_> {
    pub fn human(&self) -> String {
        self.message.human()
    }

    /// An annotation, where there is a file to put it on and something to do.
    pub fn github(&self) -> Option<String> {
        (self.severity.is_some() && self.difference.path.is_some()).then(|| self.message.github())
    }

    pub fn is_refused(&self) -> bool {
        self.severity == Some(Severity::Error)
    }
}

/// Where nobody can tell what is live.
pub fn unknown(unknown: &Unknown) -> Problem {
    Problem::of_file(&unknown.url, unknown.what.clone(), unknown.fix)
}

/// How many there are of each kind, in one line.
pub fn counted(told: &[Reported], releases: usize) -> String {
    // In the order of their weight.
    let mut counts: BTreeMap<usize, (usize, &str)> = BTreeMap::new();
    for told in told {
        let (order, word) = match told.difference.kind {
            Kind::Lost => (0, "lost"),
            Kind::ReAnnounced { .. } => (1, "shown again"),
            Kind::Redated { .. } => (2, "with another date"),
            Kind::SetBack { .. } => (3, "set back"),
            Kind::Silent { .. } => (4, "changed silently"),
            Kind::Readdressed { .. } => (5, "at another address"),
            Kind::Added => (6, "new"),
            Kind::Updated => (7, "updated"),
            Kind::Withdrawn => (8, "withdrawn"),
        };
        counts.entry(order).or_insert((0, word)).0 += 1;
    }
    let mut parts: Vec<String> = counts.values().map(|(count, word)| format!("{count} {word}")).collect();
    let mut changed: Vec<&str> = told.iter().filter_map(|told| told.difference.path.as_deref()).collect();
    changed.sort_unstable();
    changed.dedup();
    parts.push(format!("{} as they are", releases.saturating_sub(changed.len())));
    parts.join(", ")
}

#[cfg(test)]
mod tests {
    use super::*;

    const CONFIG: &str = "title = \"T\"\ndescription = \"D\"\nlanguage = \"en\"\nsite = \"https://news.example.org/\"\n\
        id_base = \"tag:example.org,2018\"\ntime_zone = \"Europe/Berlin\"\n[publisher]\nname = \"P\"\n";

    fn said(differences: &[Difference], removal: bool) -> Vec<(bool, String)> {
        let config = Config::parse("dateline.toml", CONFIG).expect("a configuration");
        let now = Instant::parse("2026-06-01T12:00:00Z").expect("an instant");
        let told = told(differences, Terms { config: &config, now, removal });
        told.iter().map(|told| (told.is_refused(), told.human())).collect()
    }

    fn of(path: Option<&str>, id: &str, kind: Kind) -> Difference {
        Difference { path: path.map(str::to_owned), id: id.to_owned(), title: String::new(), url: None, kind }
    }

    #[test]
    fn a_file_without_front_matter_is_told_where_to_state_a_line() {
        let silent = Kind::Silent { headline: true, text: true };
        let said = said(&[of(Some("releases/a.docx"), "tag:a", silent)], false);
        let line = "releases/a.docx: warning: its headline and text differ from what is live, and readers are not told; \
            state `updated: 2026-06-01 14:00`, and with `correction:` what was put right (at the top of a copy saved as .txt)";
        assert_eq!(said, [(false, line.to_owned())]);
    }

    #[test]
    fn an_id_that_no_front_matter_can_keep_is_let_go_of_with_leave_alone() {
        let again = |statable| Kind::ReAnnounced { live_id: "17".to_owned(), statable, slug: None };
        let differences = [of(Some("a.txt"), "tag:a", again(false)), of(None, "18", Kind::Lost)];
        let lines = [
            "readers have this as 17, and would be shown it again; that is no URI, so no `id:` can keep it; pass \
             `--allow-removal` to let it be shown again",
            "is live, and would be lost; pass `--allow-removal` if it is to go",
        ];
        let refused = said(&differences, false);
        assert_eq!(refused, [(true, format!("a.txt: {}", lines[0])), (true, format!("18: {}", lines[1]))]);
        assert!(said(&differences, true).iter().all(|(refused, _)| !refused));
        assert!(said(&[of(Some("a.txt"), "tag:a", again(true))], true)[0].0);
    }

    #[test]
    fn several_dates_that_move_are_refused_and_one_is_not() {
        let at = |text| Instant::parse(text).expect("an instant");
        let moved = || {
            let kind = Kind::Redated { live: at("2026-03-02T09:00:07+01:00"), now: at("2026-03-03T09:00:07+01:00") };
            of(Some("a.txt"), "tag:a", kind)
        };
        let one = said(&[moved()], false);
        assert!(
            !one[0].0 && one[0].1.ends_with("; state `date: 2026-03-02T09:00:07+01:00` if it is to stay"),
            "{one:?}"
        );
        assert!(said(&[moved(), moved()], false).iter().all(|(refused, _)| *refused));
        assert!(said(&[moved(), moved()], true).iter().all(|(refused, _)| !*refused), "it may be meant");
    }
}
