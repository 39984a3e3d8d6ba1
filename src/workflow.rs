//! The workflows that publish a newsroom on GitHub Pages, for a repository of its own. The workflows of
//! this repository are the same, so that what others copy is what runs here.

use std::fmt;

/// Where the templates name the action.
const BLANK: &str = "ACTION";

/// The folder that GitHub reads workflows from.
pub const FOLDER: &str = ".github/workflows";

/// dateline's own repository, at a commit. A tag could be moved to other code, which would then run
/// with the right to publish.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Action(String);

impl Action {
    pub fn parse(text: &str) -> Option<Self> {
        let (repository, commit) = text.split_once('@')?;
        let (owner, name) = repository.split_once('/')?;
        let is_name = |name: &str| {
            !name.is_empty()
                && !name.starts_with(['.', '-'])
                && name.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '.' | '_' | '-'))
        };
        let is_commit = commit.len() == 40 && commit.chars().all(|c| c.is_ascii_digit() || ('a'..='f').contains(&c));
        (is_name(owner) && is_name(name) && is_commit).then(|| Self(text.to_owned()))
    }
}

impl fmt::Display for Action {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// Names and texts of the workflows.
pub fn files(action: &Action) -> [(&'static str, String); 2] {
    let text = |template: &str| template.replace(BLANK, &action.0);
    [
        ("publish.yml", text(include_str!("../assets/github/publish.yml"))),
        ("embargo.yml", text(include_str!("../assets/github/embargo.yml"))),
    ]
}

#[cfg(test)]
mod tests {
    use super::*;

    const COMMIT: &str = "0123456789abcdef0123456789abcdef01234567";

    #[test]
    fn an_action_is_a_repository_at_a_commit() {
        assert!(Action::parse(&format!("example/dateline@{COMMIT}")).is_some());
        let others = [
            "example/dateline".to_owned(),
            "example/dateline@v1".to_owned(),
            format!("dateline@{COMMIT}"),
            format!("example/date line@{COMMIT}"),
            format!("example/dateline/sub@{COMMIT}"),
            format!("./x@{COMMIT}"),
            format!("example/dateline@{COMMIT}\n"),
            format!("example/dateline@{}", COMMIT.to_uppercase()),
        ];
        for other in others {
            assert_eq!(Action::parse(&other), None, "{other}");
        }
    }
}
