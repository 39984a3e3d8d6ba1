//! What a page hides: by attributes, by its styles, by the classes that every framework hides with.
//!
//! Of a style sheet only rules for one class or id are looked at, and none that wait for a medium.

use std::collections::HashMap;

use super::{Judge, Why};
use crate::source::html::tree::{NodeId, ROOT, Tree};

/// The most rules for one class or id that are looked at.
const MOST_RULES: usize = 100;

/// The rules of a page's own style sheets that hide something or show it again.
#[derive(Debug, Default)]
pub struct Styles {
    /// By the class (`.x`) or the id (`#x`) that they are for.
    rules: HashMap<String, Vec<Rule>>,
}

#[derive(Debug)]
struct Rule {
    /// The element and all classes and ids that it asks for.
    element: String,
    names: Vec<String>,
    hides: bool,
}

impl Styles {
    pub fn of(tree: &Tree) -> Self {
        let mut styles = Self::default();
        for id in tree.within(ROOT).filter(|id| tree.element(*id) == "style") {
            styles.read(&without_comments(&tree.text(id)));
        }
        // Rules that show something again are asked for only where one hides it.
        styles.rules.retain(|_, rules| rules.iter().any(|rule| rule.hides));
        styles
    }

    fn read(&mut self, sheet: &str) {
        let mut rest = sheet;
        while let Some((selectors, behind)) = rest.split_once('{') {
            // "@media print { ... }", with rules in it.
            if selectors.trim_start().starts_with('@') {
                rest = behind_block(behind);
                continue;
            }
            let (body, behind) = behind.split_once('}').unwrap_or((behind, ""));
            rest = behind;
            let body = body.to_ascii_lowercase().replace(char::is_whitespace, "");
            let hides = hides(&body);
            if hides || body.contains("display:") || body.contains("visibility:") {
                for selector in selectors.split(',') {
                    self.rule(selector.trim(), hides);
                }
            }
        }
    }

    fn rule(&mut self, selector: &str, hides: bool) {
        // Of ".open .menu" the last part is what is shown; nothing is hidden by its place.
        let simple = !selector.contains(|c: char| c.is_whitespace() || ">+~:[*".contains(c));
        let last = selector.rsplit(|c: char| c.is_whitespace() || ">+~".contains(c)).next().unwrap_or("");
        let last = last.split([':', '[']).next().unwrap_or("");
        if hides && !simple {
            return;
        }
        let mut names: Vec<String> = Vec::new();
        let mut element = String::new();
        for c in last.chars() {
            match c {
                '.' | '#' => names.push(c.to_string()),
                c => names.last_mut().unwrap_or(&mut element).push(c),
            }
        }
        if let Some(key) = names.last().cloned() {
            let rules = self.rules.entry(key).or_default();
            if rules.len() < MOST_RULES {
                rules.push(Rule { element, names, hides });
            }
        }
    }

    fn hides(&self, tree: &Tree, id: NodeId) -> bool {
        if self.rules.is_empty() {
            return false;
        }
        let classes = tree.attribute(id, "class").unwrap_or("").split_whitespace().map(|class| format!(".{class}"));
        let own: Vec<String> = classes.chain(tree.attribute(id, "id").map(|id| format!("#{}", id.trim()))).collect();
        let rules = own.iter().filter_map(|name| self.rules.get(name)).flatten();
        let mut found = rules.filter(|rule| {
            (rule.element.is_empty() || rule.element.eq_ignore_ascii_case(tree.element(id)))
                && rule.names.iter().all(|name| own.contains(name))
        });
        let mut hides = false;
        found.all(|rule| {
            hides |= rule.hides;
            rule.hides
        }) && hides
    }
}

fn without_comments(sheet: &str) -> String {
    let mut parts = sheet.split("/*");
    let first = parts.next().unwrap_or("").to_owned();
    first + &parts.filter_map(|part| part.split_once("*/")).map(|(_, rest)| rest).collect::<String>()
}

/// What stands behind a block that may hold others.
fn behind_block(text: &str) -> &str {
    let mut open = 1usize;
    for (at, byte) in text.bytes().enumerate() {
        match byte {
            b'{' => open += 1,
            b'}' => open -= 1,
            _ => {}
        }
        if open == 0 {
            return &text[at + 1..];
        }
    }
    ""
}

/// Whether declarations, in small letters and without white space, hide an element.
fn hides(style: &str) -> bool {
    ["display:none", "visibility:hidden"].iter().any(|hides| style.contains(hides))
}

/// Tricks that show nothing, though no style says so.
fn hides_by_trick(style: &str) -> bool {
    let declares = |name: &str, is_none: fn(&str) -> bool| {
        style
            .split(';')
            .filter_map(|declaration| declaration.split_once(':'))
            .any(|(declared, value)| declared == name && is_none(value.trim_end_matches("!important")))
    };
    let zero = |value: &str| matches!(value, "0" | "0px" | "0pt" | "0em" | "0rem" | "0%" | "0.0" | ".0");
    let far = |value: &str| value.starts_with("-999") || value.starts_with("-10000");
    // What is faded in begins with a shift.
    declares("opacity", zero) && !style.contains("transform") && !style.contains("transition")
        || declares("font-size", zero)
        || ["left", "top", "text-indent"].iter().any(|name| declares(name, far))
        || style.contains("clip:rect(0")
        || style.contains("clip-path:inset(50%")
}

/// Classes of screen readers' words, and those of the frameworks.
const SPOKEN: [&str; 3] = ["sr-only", "visually-hidden", "screen-reader-text"];
const CLASSES: [&str; 4] = ["hidden", "d-none", "is-hidden", "hide"];

impl Judge<'_> {
    /// Whether an element is hidden, and how.
    pub(super) fn hidden(&self, id: NodeId) -> Option<Why> {
        let tree = self.tree;
        if !tree.is_element(id) {
            return None;
        }
        let of = |name| tree.attribute(id, name);
        let style = of("style").unwrap_or("").to_lowercase().replace(char::is_whitespace, "");
        let class = of("class").unwrap_or("");
        let plainly = of("hidden").is_some()
            || of("aria-hidden").is_some_and(|value| value.eq_ignore_ascii_case("true"))
            || hides(&style)
            || style.contains("mso-hide:all")
            || class.split_whitespace().any(|class| SPOKEN.contains(&class));
        if plainly {
            return Some(Why::Hidden);
        }
        if !self.by_looks {
            return None;
        }
        // "hidden md:block" and "d-none d-md-block" hide it on small screens only.
        let by_class = class.split_whitespace().any(|class| CLASSES.contains(&class))
            && !class
                .split_whitespace()
                .any(|class| class.contains(':') || class.starts_with("d-") && class != "d-none");
        let by_trick = || hides_by_trick(&style) && !self.is_sized_within(id, &style);
        let by_sheet = || !style.contains("display:") && self.styles.hides(tree, id);
        let hidden = of("popover").is_some() || by_class || by_trick() || by_sheet();
        (hidden && !self.weights.get(id).holds_text).then_some(Why::HiddenByStyle)
    }

    /// Mails set the size of letters to nothing around cells that state their own.
    fn is_sized_within(&self, id: NodeId, style: &str) -> bool {
        style.contains("font-size:0")
            && self.tree.within(id).skip(1).any(|inner| {
                let own = self.tree.attribute(inner, "style").unwrap_or("").to_lowercase();
                own.contains("font-size") || own.contains("font:")
            })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn hidden(sheet: &str, tag: &str) -> bool {
        let tree = Tree::parse(&format!("<style>{sheet}</style><body>{tag}"), 1).expect("a tree");
        let styles = Styles::of(&tree);
        let body = tree.within(ROOT).find(|id| tree.element(*id) == "body").expect("a body");
        styles.hides(&tree, tree.node(body).children[0])
    }

    #[test]
    fn a_rule_for_a_class_or_an_id_hides_what_bears_it() {
        for (sheet, tag) in [
            (".x{display:none}", "<p class='y x'>"),
            ("a{b:c} /* { */ p.x , b { color: red; DISPLAY : none }", "<p class=x>"),
            ("#x{visibility:hidden}", "<p id=x>"),
            (".x.y{display:none !important}", "<p class='x y'>"),
            ("@media print{.y{display:block}} .x{display:none}", "<p class=x>"),
        ] {
            assert!(hidden(sheet, tag), "{sheet}");
        }
        for (sheet, tag) in [
            (".x{display:block}", "<p class=x>"),
            (".x.y{display:none}", "<p class=x>"),
            ("b.x{display:none}", "<p class=x>"),
            ("@media print{.x{display:none}}", "<p class=x>"),
            (".open .x{display:none}", "<p class=x>"),
            (".x{display:none} .js .x{display:block}", "<p class=x>"),
            (".x::after{display:none}", "<p class=x>"),
            (".x{display:none", "<p>"),
        ] {
            assert!(!hidden(sheet, tag), "{sheet}");
        }
    }

    #[test]
    fn letters_of_no_size_and_words_far_away_are_not_seen() {
        for style in ["opacity:0", "font-size:0px", "position:absolute;left:-9999px", "clip:rect(0,0,0,0)"] {
            assert!(hides_by_trick(style), "{style}");
        }
        for style in ["opacity:0.5", "font-size:0.9em", "left:-9px", "opacity:0;transform:translatey(20px)"] {
            assert!(!hides_by_trick(style), "{style}");
        }
    }
}
