//! What a part refers to: other parts of the file, and addresses outside of it.

use std::collections::HashMap;

use super::archive::Archive;
use super::{Refusal, xml};

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Target {
    /// The name of a part.
    Part(String),
    /// An address as it is written.
    Outside(String),
}

#[derive(Debug, Default)]
pub struct Relationships {
    /// By id: the last word of the type, and the target.
    all: HashMap<String, (String, Target)>,
}

impl Relationships {
    /// Those of a part; of the whole file where the name is empty.
    pub fn of(part: &str, archive: &mut Archive) -> Result<Self, Refusal> {
        let (folder, file) = part.rsplit_once('/').unwrap_or(("", part));
        let name = format!("{folder}/_rels/{file}.rels");
        let Some(text) = archive.text(name.trim_start_matches('/'))? else { return Ok(Self::default()) };
        let tree = xml::parse(&text)?;
        let all = xml::children(tree.root_element(), "Relationship").filter_map(|node| {
            let target = xml::attribute(node, "Target")?;
            let target = if xml::attribute(node, "TargetMode") == Some("External") {
                Target::Outside(target.to_owned())
            } else {
                Target::Part(part_name(folder, target))
            };
            let kind = xml::attribute(node, "Type")?.rsplit('/').next()?.to_owned();
            Some((xml::attribute(node, "Id")?.to_owned(), (kind, target)))
        });
        Ok(Self { all: all.collect() })
    }

    pub fn target(&self, id: &str) -> Option<&Target> {
        self.all.get(id).map(|(_, target)| target)
    }

    /// Names of the parts of a kind, in order.
    pub fn parts(&self, kind: &str) -> Vec<&str> {
        let mut parts: Vec<&str> = self
            .all
            .values()
            .filter(|(of, _)| of == kind)
            .filter_map(|(_, target)| match target {
                Target::Part(name) => Some(name.as_str()),
                Target::Outside(_) => None,
            })
            .collect();
        parts.sort_unstable();
        parts
    }

    pub fn part(&self, kind: &str) -> Option<&str> {
        self.parts(kind).into_iter().next()
    }
}

/// A target against the folder of the part that names it.
fn part_name(folder: &str, target: &str) -> String {
    let mut path: Vec<&str> = if target.starts_with('/') { Vec::new() } else { folder.split('/').collect() };
    for step in target.split('/') {
        match step {
            "" | "." => {}
            ".." => {
                path.pop();
            }
            step => path.push(step),
        }
    }
    path.retain(|step| !step.is_empty());
    path.join("/")
}

#[cfg(test)]
mod tests {
    use super::part_name;

    #[test]
    fn a_target_is_named_from_the_root_of_the_file() {
        assert_eq!(part_name("word", "media/image1.png"), "word/media/image1.png");
        assert_eq!(part_name("word", "/media/image1.png"), "media/image1.png");
        assert_eq!(part_name("word", "../../../x.png"), "x.png");
        assert_eq!(part_name("", "word/document.xml"), "word/document.xml");
    }
}
