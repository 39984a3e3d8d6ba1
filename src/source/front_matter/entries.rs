//! Keys and what stands behind them, each with its place, whatever front matter is written in.

use super::Stated;
use crate::problem::{Place, Report};

/// What is nested deeper than this is refused; nobody writes it, and a bomb is.
pub const DEEPEST: usize = 16;

/// The keys and lines of a mapping.
pub type Entries = Vec<(Stated<String>, Stated<String>)>;

/// A value as it is written, before it is asked what form it has.
pub enum Node {
    /// `bare` says that it stands without quotes, where `null` means nothing.
    Line {
        stated: Stated<String>,
        bare: bool,
    },
    List(Vec<Node>, Place),
    Map(Vec<(Stated<String>, Node)>, Place),
}

/// What stands behind a key.
#[derive(Debug, Clone)]
pub enum Value {
    Scalar {
        stated: Stated<String>,
        bare: bool,
    },
    List(Vec<Item>, Place),
    Map(Entries, Place),
    /// Mappings and lists in each other, as no key here has them: the lines with a key in them.
    Deep(Entries, Place),
}

/// One item of a list.
#[derive(Debug, Clone)]
pub enum Item {
    Line(Stated<String>),
    Map(Entries, Place),
}

impl Value {
    pub fn of(node: Node) -> Self {
        let deep = |node: Node, at| {
            let mut lines = Vec::new();
            gather(node, &mut lines);
            Self::Deep(lines, at)
        };
        match node {
            Node::Line { stated, bare } => Self::Scalar { stated, bare },
            Node::Map(entries, at) if entries.iter().all(|(_, value)| is_line(value)) => Self::Map(lines(entries), at),
            Node::List(items, at) if items.iter().all(is_item) => {
                Self::List(items.into_iter().filter_map(Item::of).collect(), at)
            }
            Node::Map(_, at) | Node::List(_, at) => deep(node, at),
        }
    }

    pub fn at(&self) -> Place {
        match self {
            Self::Scalar { stated, .. } => stated.at,
            Self::List(_, at) | Self::Map(_, at) | Self::Deep(_, at) => *at,
        }
    }

    /// Nothing, by any of its names.
    pub fn is_blank(&self) -> bool {
        match self {
            Self::Scalar { stated, bare } => {
                stated.value.trim().is_empty() || *bare && matches!(stated.value.as_str(), "~" | "null")
            }
            Self::List(items, _) => items.is_empty(),
            Self::Map(entries, _) | Self::Deep(entries, _) => entries.is_empty(),
        }
    }

    /// The keys below this one, however deep, with their lines.
    pub fn lines_below(&self) -> Vec<&(Stated<String>, Stated<String>)> {
        match self {
            Self::Scalar { .. } => Vec::new(),
            Self::Map(entries, _) | Self::Deep(entries, _) => entries.iter().collect(),
            Self::List(items, _) => items.iter().flat_map(Item::lines).collect(),
        }
    }
}

impl Item {
    fn of(node: Node) -> Option<Self> {
        match node {
            Node::Line { stated, .. } => Some(Self::Line(stated)),
            Node::Map(entries, at) => Some(Self::Map(lines(entries), at)),
            Node::List(..) => None,
        }
    }

    fn lines(&self) -> &[(Stated<String>, Stated<String>)] {
        match self {
            Self::Line(_) => &[],
            Self::Map(entries, _) => entries,
        }
    }
}

fn is_line(node: &Node) -> bool {
    matches!(node, Node::Line { .. })
}

fn is_item(node: &Node) -> bool {
    match node {
        Node::Line { .. } => true,
        Node::Map(entries, _) => entries.iter().all(|(_, value)| is_line(value)),
        Node::List(..) => false,
    }
}

fn lines(entries: Vec<(Stated<String>, Node)>) -> Entries {
    let line = |(key, node)| if let Node::Line { stated, .. } = node { Some((key, stated)) } else { None };
    entries.into_iter().filter_map(line).collect()
}

/// The lines with a key in a node, those of its lists and mappings among them.
fn gather(node: Node, into: &mut Entries) {
    match node {
        Node::Line { .. } => {}
        Node::List(items, _) => items.into_iter().for_each(|item| gather(item, into)),
        Node::Map(entries, _) => {
            for (key, value) in entries {
                match value {
                    Node::Line { stated, .. } => into.push((key, stated)),
                    other => gather(other, into),
                }
            }
        }
    }
}

/// Tells of each key that is there twice.
pub fn refuse_twins<T>(entries: &[(Stated<String>, T)], report: &mut Report) {
    for (index, (key, _)) in entries.iter().enumerate() {
        if let Some((first, _)) = entries[..index].iter().find(|(other, _)| other.value == key.value) {
            let what = format!("the key stands here and in line {} already", first.at.line);
            report.error(key.at, what, "keep one of the two").found(&key.value);
        }
    }
}

pub fn too_deep(at: Place, report: &mut Report) {
    let fix = "front matter holds lines, lists of lines, `image`, `attachments`, `correction` and `withdrawn`";
    report.error(at, "too deeply nested", fix);
}
