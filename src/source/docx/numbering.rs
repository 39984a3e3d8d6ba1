//! Lists: which sign or number stands before a paragraph.
//!
//! Word counts along an abstract list, which several lists may share; only a list that says so
//! begins anew. Numbers in letters or Roman figures are counted as numbers.

use std::collections::{HashMap, HashSet};

use roxmltree::Node;

use super::xml;
use crate::manuscript::Bullet;

/// Word's lists have nine levels.
const LEVELS: usize = 9;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Sign {
    Dot,
    Number {
        start: u64,
    },
    /// A level that shows nothing.
    None,
}

#[derive(Debug, Default)]
pub struct Numbering {
    /// Levels by abstract list.
    levels: HashMap<String, HashMap<usize, Sign>>,
    /// By list: its abstract list, and the levels that begin anew with it.
    lists: HashMap<String, (String, HashMap<usize, u64>)>,
}

impl Numbering {
    pub fn read(root: Node) -> Self {
        let mut numbering = Self::default();
        let mut styled = HashMap::new();
        let mut borrowed = Vec::new();
        for node in xml::children(root, "abstractNum") {
            let Some(id) = xml::attribute(node, "abstractNumId") else { continue };
            if let Some(style) = xml::value(node, "styleLink") {
                styled.insert(style, id);
            }
            if let Some(style) = xml::value(node, "numStyleLink") {
                borrowed.push((id, style));
            }
            let levels = xml::children(node, "lvl").filter_map(|level| Some((level_of(level)?, sign(level))));
            numbering.levels.insert(id.to_owned(), levels.collect());
        }
        // A list by style has its levels in the abstract list that the style links to.
        for (id, style) in borrowed {
            if let Some(levels) = styled.get(style).and_then(|other| numbering.levels.get(*other)).cloned() {
                numbering.levels.insert(id.to_owned(), levels);
            }
        }
        for node in xml::children(root, "num") {
            let (Some(id), Some(list)) = (xml::attribute(node, "numId"), xml::value(node, "abstractNumId")) else {
                continue;
            };
            let anew = xml::children(node, "lvlOverride").filter_map(|level| {
                let start = xml::value(level, "startOverride")?.parse().ok()?;
                Some((level_of(level)?, start))
            });
            numbering.lists.insert(id.to_owned(), (list.to_owned(), anew.collect()));
        }
        numbering
    }
}

fn level_of(node: Node) -> Option<usize> {
    xml::attribute(node, "ilvl")?.parse().ok().filter(|level| *level < LEVELS)
}

fn sign(level: Node) -> Sign {
    match xml::value(level, "numFmt") {
        Some("bullet") => Sign::Dot,
        Some("none") => Sign::None,
        _ => Sign::Number { start: xml::value(level, "start").and_then(|start| start.parse().ok()).unwrap_or(1) },
    }
}

/// How far each list has counted.
#[derive(Debug, Default)]
pub struct Counters {
    next: HashMap<String, [Option<u64>; LEVELS]>,
    begun: HashSet<String>,
}

impl Counters {
    /// The sign of the next paragraph in a list; `None` where the list shows none.
    pub fn bullet(&mut self, numbering: &Numbering, list: &str, level: usize) -> Option<Bullet> {
        let level = level.min(LEVELS - 1);
        let (kind, anew) = numbering.lists.get(list)?;
        let levels = numbering.levels.get(kind)?;
        let counts = self.next.entry(kind.clone()).or_default();
        if self.begun.insert(list.to_owned()) {
            for (level, start) in anew {
                if let Some(count) = counts.get_mut(*level) {
                    *count = Some(*start);
                }
            }
        }
        counts.iter_mut().skip(level + 1).for_each(|deeper| *deeper = None);
        match levels.get(&level).copied().unwrap_or(Sign::Dot) {
            Sign::Dot => Some(Bullet::Dot),
            Sign::None => None,
            Sign::Number { start } => {
                let count = counts.get_mut(level)?;
                let number = count.unwrap_or(start);
                *count = Some(number.saturating_add(1));
                Some(Bullet::Number(number))
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const LISTS: &str = "<w:numbering xmlns:w='w'>\
        <w:abstractNum w:abstractNumId='0'><w:lvl w:ilvl='0'><w:numFmt w:val='bullet'/></w:lvl></w:abstractNum>\
        <w:abstractNum w:abstractNumId='1'><w:lvl w:ilvl='0'><w:start w:val='1'/><w:numFmt w:val='decimal'/></w:lvl>\
          <w:lvl w:ilvl='1'><w:start w:val='1'/><w:numFmt w:val='lowerLetter'/></w:lvl></w:abstractNum>\
        <w:num w:numId='1'><w:abstractNumId w:val='0'/></w:num>\
        <w:num w:numId='2'><w:abstractNumId w:val='1'/></w:num>\
        <w:num w:numId='3'><w:abstractNumId w:val='1'/><w:lvlOverride w:ilvl='0'><w:startOverride w:val='1'/></w:lvlOverride></w:num>\
        </w:numbering>";

    #[test]
    fn lists_count_by_level_and_begin_anew_where_they_say_so() {
        let tree = xml::parse(LISTS).expect("XML");
        let numbering = Numbering::read(tree.root_element());
        let mut counters = Counters::default();
        let mut next = |list: &str, level| counters.bullet(&numbering, list, level);
        assert_eq!(next("1", 0), Some(Bullet::Dot));
        let seen: Vec<_> = [("2", 0), ("2", 1), ("2", 1), ("2", 0), ("2", 1), ("3", 0), ("3", 0)]
            .map(|(list, level)| next(list, level))
            .to_vec();
        let expected = [1, 1, 2, 2, 1, 1, 2].map(|number| Some(Bullet::Number(number)));
        assert_eq!(seen, expected);
        assert_eq!(next("7", 0), None);
    }
}
