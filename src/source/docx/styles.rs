//! What the styles of a document make of a paragraph or of words in it.
//!
//! Word keeps the English names of its own styles whatever language it speaks; other programs
//! and people write them in theirs, so both are known.

use std::collections::HashMap;

use roxmltree::Node;

use super::content::Spacing;
use super::xml;

/// What a style says that a paragraph is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Role {
    Text,
    Heading(u8),
    Quote,
    Caption,
    Bulleted,
    Numbered,
}

const TITLES: [&str; 7] = ["title", "titel", "titre", "título", "headline", "schlagzeile", "haupttitel"];
const SUBTITLES: [&str; 6] = ["subtitle", "untertitel", "sous-titre", "subtítulo", "unterzeile", "subheadline"];
const HEADINGS: [&str; 5] = ["heading", "überschrift", "titre", "título", "intertitre"];
const QUOTES: [&str; 12] = [
    "quote",
    "intense quote",
    "zitat",
    "intensives zitat",
    "citation",
    "citation intense",
    "cita",
    "cita destacada",
    "quotations",
    "block text",
    "blockquote",
    "quotation",
];
const CAPTIONS: [&str; 12] = [
    "caption",
    "beschriftung",
    "bildunterschrift",
    "légende",
    "leyenda",
    "epígrafe",
    "descripción",
    "image caption",
    "illustration",
    "abbildung",
    "figure",
    "drawing",
];
const BULLETED: [&str; 4] = ["list bullet", "aufzählungszeichen", "liste à puces", "lista con viñetas"];
const NUMBERED: [&str; 4] = ["list number", "listennummer", "liste à numéros", "lista con números"];

/// One style as it is stated.
#[derive(Debug, Default)]
struct Style {
    name: String,
    based_on: Option<String>,
    outline: Option<u8>,
    numbering: Option<(Option<String>, Option<usize>)>,
    spacing: Spacing,
    strong: Option<bool>,
    emphasis: Option<bool>,
    hidden: Option<bool>,
}

#[derive(Debug, Default)]
pub struct Styles {
    by_id: HashMap<String, Style>,
    default_paragraph: Option<String>,
    defaults: Spacing,
}

impl Styles {
    pub fn read(root: Node) -> Self {
        let mut styles = Self::default();
        let defaults = xml::child(root, "docDefaults").and_then(|node| xml::child(node, "pPrDefault"));
        if let Some(properties) = defaults.and_then(|node| xml::child(node, "pPr")) {
            styles.defaults = Spacing::read(properties);
        }
        for node in xml::children(root, "style") {
            let Some(id) = xml::attribute(node, "styleId") else { continue };
            let is_default = matches!(xml::attribute(node, "default"), Some("1" | "true" | "on"));
            if is_default && xml::attribute(node, "type") == Some("paragraph") {
                styles.default_paragraph = Some(id.to_owned());
            }
            styles.by_id.insert(id.to_owned(), Style::read(node));
        }
        styles
    }

    /// A style and those it is based on, nearest first.
    fn chain(&self, id: Option<&str>) -> impl Iterator<Item = &Style> + use<'_> {
        let first = id.and_then(|id| self.by_id.get(id));
        // A loop of styles is broken off; Word allows ten levels.
        std::iter::successors(first, |style| self.by_id.get(style.based_on.as_deref()?)).take(16)
    }

    fn of_paragraph(&self, id: Option<&str>) -> impl Iterator<Item = &Style> + use<'_> {
        let known = id.filter(|id| self.by_id.contains_key(*id));
        self.chain(known.or(self.default_paragraph.as_deref()))
    }

    /// `id` is also a name where the document came without its styles.
    pub fn role(&self, id: Option<&str>) -> Role {
        let Some(id) = id else { return Role::Text };
        if !self.by_id.contains_key(id) {
            return role_of_name(id).unwrap_or(Role::Text);
        }
        for style in self.chain(Some(id)) {
            if let Some(role) = role_of_name(&style.name) {
                return role;
            }
            match style.outline {
                Some(level @ 0..=8) => return Role::Heading((level + 1).min(6)),
                // "Body text" in Word's own words.
                Some(_) => return Role::Text,
                None => {}
            }
        }
        Role::Text
    }

    /// The list that a style puts its paragraphs in, and the level.
    pub fn numbering(&self, id: Option<&str>) -> Option<(&str, usize)> {
        let stated = || self.of_paragraph(id).filter_map(|style| style.numbering.as_ref());
        let list = stated().find_map(|(list, _)| list.as_deref())?;
        Some((list, stated().find_map(|(_, level)| *level).unwrap_or(0)))
    }

    pub fn spacing(&self, id: Option<&str>) -> Spacing {
        let own = self.of_paragraph(id).fold(Spacing::default(), |nearer, style| nearer.or(style.spacing));
        own.or(self.defaults)
    }

    pub fn strong(&self, id: Option<&str>) -> bool {
        self.chain(id).find_map(|style| style.strong).unwrap_or(false)
    }

    pub fn emphasis(&self, id: Option<&str>) -> bool {
        self.chain(id).find_map(|style| style.emphasis).unwrap_or(false)
    }

    pub fn hidden(&self, id: Option<&str>) -> bool {
        self.chain(id).find_map(|style| style.hidden).unwrap_or(false)
    }
}

impl Style {
    fn read(node: Node) -> Self {
        let mut style = Self {
            name: xml::value(node, "name").unwrap_or_default().to_owned(),
            based_on: xml::value(node, "basedOn").map(str::to_owned),
            ..Self::default()
        };
        if let Some(properties) = xml::child(node, "pPr") {
            style.outline = xml::value(properties, "outlineLvl").and_then(|level| level.parse().ok());
            style.spacing = Spacing::read(properties);
            style.numbering = xml::child(properties, "numPr").map(|numbering| {
                let level = xml::value(numbering, "ilvl").and_then(|level| level.parse().ok());
                (xml::value(numbering, "numId").map(str::to_owned), level)
            });
        }
        if let Some(properties) = xml::child(node, "rPr") {
            style.strong = xml::toggle(properties, "b");
            style.emphasis = xml::toggle(properties, "i");
            style.hidden = xml::toggle(properties, "vanish");
        }
        style
    }
}

fn role_of_name(name: &str) -> Option<Role> {
    let name = name.trim().to_lowercase();
    // Programs number their variants ("List Bullet 2"); ids have no blanks ("Heading1").
    let bare = name.trim_end_matches(|c: char| c.is_ascii_digit()).trim_end();
    let level = name[bare.len()..].trim().parse::<u8>().ok();
    let is = |names: &[&str]| names.iter().any(|known| *known == bare || known.replace(' ', "") == bare);
    if is(&HEADINGS)
        && let Some(level) = level
    {
        return Some(Role::Heading(level.clamp(1, 6)));
    }
    if is(&BULLETED) {
        return Some(Role::Bulleted);
    }
    if is(&NUMBERED) {
        return Some(Role::Numbered);
    }
    if level.is_some() {
        return None;
    }
    match () {
        () if is(&TITLES) => Some(Role::Heading(1)),
        () if is(&SUBTITLES) => Some(Role::Heading(2)),
        () if is(&QUOTES) => Some(Role::Quote),
        () if is(&CAPTIONS) => Some(Role::Caption),
        () => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn role(styles: &str, id: &str) -> Role {
        let text = format!("<w:styles xmlns:w='w'>{styles}</w:styles>");
        let tree = xml::parse(&text).expect("XML");
        Styles::read(tree.root_element()).role(Some(id))
    }

    #[test]
    fn headings_are_known_in_every_language_of_the_readers() {
        for name in ["heading 1", "Überschrift 1", "Titre 1", "Título 1", "Title", "Titel", "Titre", "Heading1"] {
            assert_eq!(role_of_name(name), Some(Role::Heading(1)), "{name}");
        }
        assert_eq!(role_of_name("Untertitel"), Some(Role::Heading(2)));
        assert_eq!(role_of_name("List Bullet 2"), Some(Role::Bulleted));
        for name in ["Normal", "List Paragraph", "Heading", "Body Text 2", "heading"] {
            assert_eq!(role_of_name(name), None, "{name}");
        }
    }

    #[test]
    fn a_style_of_the_house_is_what_it_is_based_on() {
        let styles = "<w:style w:styleId='H2'><w:name w:val='heading 2'/></w:style>\
                      <w:style w:styleId='House'><w:name w:val='PM Zwischentitel'/><w:basedOn w:val='H2'/></w:style>\
                      <w:style w:styleId='Own'><w:name w:val='Own'/><w:pPr><w:outlineLvl w:val='0'/></w:pPr></w:style>\
                      <w:style w:styleId='Toc'><w:name w:val='Toc'/><w:basedOn w:val='H2'/></w:style>";
        assert_eq!(role(styles, "House"), Role::Heading(2));
        assert_eq!(role(styles, "Own"), Role::Heading(1));
    }

    #[test]
    fn styles_based_on_each_other_end() {
        let styles = "<w:style w:styleId='A'><w:name w:val='A'/><w:basedOn w:val='B'/></w:style>\
                      <w:style w:styleId='B'><w:name w:val='B'/><w:basedOn w:val='A'/></w:style>";
        assert_eq!(role(styles, "A"), Role::Text);
    }
}
