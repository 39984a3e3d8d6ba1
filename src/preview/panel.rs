//! What a previewed page shows besides: the problems, and the script that reloads it. Everything
//! stands in files of its own under the preview's path, so that a page's own markup is all that a
//! page is judged by. What is quoted is escaped by the templates.

use askama::Template;

use super::{PAGE_STYLE, PANEL_STYLE, RELOAD, Standing};
use crate::problem::{Place, Problem};

#[derive(Template)]
#[template(path = "preview-head.html")]
struct Head<'a> {
    panel_style: &'static str,
    reload: &'static str,
    version: &'a str,
}

#[derive(Template)]
#[template(path = "preview-panel.html")]
struct Panel<'a> {
    counted: String,
    failed: bool,
    /// An edition is shown all the same.
    stale: bool,
    problems: Vec<Shown<'a>>,
}

#[derive(Template)]
#[template(path = "preview-page.html")]
struct Page<'a> {
    title: &'a str,
    text: &'a str,
    home: Option<&'a str>,
    style: &'static str,
}

struct Shown<'a> {
    place: String,
    problem: &'a Problem,
    /// In pieces, and whether each is code.
    message: Vec<(bool, String)>,
}

/// A page of the edition, with what the preview adds to it.
pub fn added_to(page: &[u8], standing: &Standing) -> Vec<u8> {
    let mut added = String::from_utf8_lossy(page).into_owned();
    // From the last place to the first, so that none moves. The first of each tag is the page's own:
    // whatever a release says stands behind it, escaped.
    insert(&mut added, |page| page.rfind("</body>"), &panel(standing));
    insert(&mut added, |page| page.find("</head>"), &head(standing));
    if standing.failed {
        let mark = format!("({}) ", counted(standing.problems));
        insert(&mut added, |page| page.find("<title>").map(|at| at + "<title>".len()), &mark);
    }
    added.into_bytes()
}

/// A page of the preview's own.
pub fn page(title: &str, text: &str, home: Option<&str>, standing: &Standing) -> Vec<u8> {
    added_to(rendered(&Page { title, text, home, style: PAGE_STYLE }).as_bytes(), standing)
}

fn insert(page: &mut String, place: impl Fn(&str) -> Option<usize>, what: &str) {
    if let Some(at) = place(page) {
        page.insert_str(at, what);
    }
}

fn head(standing: &Standing) -> String {
    rendered(&Head { panel_style: PANEL_STYLE, reload: RELOAD, version: standing.version }) + "\n"
}

fn panel(standing: &Standing) -> String {
    if standing.problems.is_empty() {
        return String::new();
    }
    let (mut first, rest): (Vec<&Problem>, Vec<&Problem>) =
        standing.problems.iter().partition(|problem| problem.is_error());
    first.extend(rest);
    let failed = standing.failed;
    let problems = first
        .into_iter()
        .map(|problem| Shown { place: place(problem), problem, message: pieces(&problem.message()) })
        .collect();
    rendered(&Panel {
        counted: counted(standing.problems),
        failed,
        stale: failed && standing.names.is_some(),
        problems,
    }) + "\n"
}

fn place(problem: &Problem) -> String {
    let path = crate::problem::printable(&problem.path);
    match problem.at {
        Some(Place { line, column }) => format!("{path}:{line}:{column}"),
        None => path,
    }
}

/// What stands between backticks. A text that is quoted may hold one itself, and then nobody can tell.
fn pieces(message: &str) -> Vec<(bool, String)> {
    if !message.matches('`').count().is_multiple_of(2) {
        return vec![(false, message.to_owned())];
    }
    message.split('`').enumerate().map(|(index, piece)| (index % 2 == 1, piece.to_owned())).collect()
}

fn counted(problems: &[Problem]) -> String {
    let errors = problems.iter().filter(|problem| problem.is_error()).count();
    let warnings = problems.len() - errors;
    let several = |count: usize| if count == 1 { "" } else { "s" };
    let errors = (errors > 0).then(|| format!("{errors} error{}", several(errors)));
    let warnings = (warnings > 0).then(|| format!("{warnings} warning{}", several(warnings)));
    errors.into_iter().chain(warnings).collect::<Vec<_>>().join(", ")
}

/// Rendering into memory fails only where a value's own wording does, and ours are strings.
fn rendered(template: &impl Template) -> String {
    template.render().unwrap_or_default()
}
