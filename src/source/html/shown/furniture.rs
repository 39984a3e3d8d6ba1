//! Parts of a page that its classes, ids and roles call a menu, a list of links or a notice of the site.
//!
//! A class may stand on anything, so a part that holds the headline or much of the page is none.

use super::weight::Weights;
use super::{Judge, lines_of};
use crate::source::html::tree::{NodeId, Tree};

const ROLES: [&str; 9] =
    ["navigation", "banner", "contentinfo", "search", "dialog", "alertdialog", "complementary", "menu", "menubar"];

/// Words of a class or an id that name a part of the frame.
const WORDS: [&str; 32] = [
    "ads",
    "advert",
    "advertisement",
    "backlink",
    "breadcrumb",
    "breadcrumbs",
    "comments",
    "logo",
    "masthead",
    "menu",
    "nav",
    "navbar",
    "navigation",
    "newsletter",
    "offcanvas",
    "pager",
    "pagination",
    "popup",
    "preheader",
    "recommended",
    "related",
    "relatedposts",
    "share",
    "sharedaddy",
    "sharing",
    "sidebar",
    "skip",
    "skiplink",
    "social",
    "subscribe",
    "unsubscribe",
    "widgetarea",
];

/// Of these even a long part is none of the text.
const OF_LAW: [&str; 5] = ["cookie", "cookies", "cookieman", "consent", "gdpr"];

/// Whole classes, of words that say less by themselves.
const CLASSES: [&str; 16] = [
    "article-tags",
    "cat-links",
    "entry-categories",
    "entry-tags",
    "more-news",
    "post-categories",
    "post-tags",
    "read-more",
    "site-description",
    "site-title",
    "tag-links",
    "tag-list",
    "taglist",
    "tags",
    "tags-links",
    "widget-area",
];

/// Words of a foot, which above the headline may well hold the date.
const FEET: [&str; 2] = ["footer", "colophon"];

/// What a class says of something else: "has-sidebar", "share-price".
const OF_OTHERS: [&str; 6] = ["has", "no", "with", "without", "not", "price"];
/// What a text is filed under: "category-social".
const FILED: [&str; 5] = ["category", "tag", "type", "format", "term"];

/// Headings of links to other pages, and of those that pass this one on.
const HEADINGS: [&str; 62] = [
    "related",
    "related news",
    "related posts",
    "related articles",
    "related content",
    "related pages",
    "related stories",
    "latest news",
    "latest posts",
    "latest stories",
    "more from this category",
    "more news",
    "more press releases",
    "other news",
    "other press releases",
    "recent news",
    "also from this source",
    "recommended reading",
    "recent posts",
    "recent press releases",
    "more stories",
    "read next",
    "you may also like",
    "you might also like",
    "share this",
    "share this page",
    "ähnliche beiträge",
    "auch interessant",
    "das könnte sie auch interessieren",
    "mehr zum thema",
    "seite teilen",
    "weitere meldungen",
    "weitere nachrichten",
    "weitere pressemitteilungen",
    "articles similaires",
    "à lire aussi",
    "lire aussi",
    "partager cette page",
    "sur le même sujet",
    "compartir",
    "más noticias",
    "lo más leído",
    "contenido patrocinado",
    "noticias relacionadas",
    "también te puede interesar",
    "te puede interesar",
    "condividi",
    "leggi anche",
    "notizie correlate",
    "potrebbe interessarti",
    "leia também",
    "notícias relacionadas",
    "gerelateerd nieuws",
    "lees ook",
    "meer nieuws",
    "läs också",
    "relaterade nyheter",
    "læs også",
    "les også",
    "czytaj także",
    "czytaj też",
    "zobacz także",
];

impl Judge<'_> {
    /// Whether a part calls itself one of the frame.
    pub(super) fn is_furniture(&self, id: NodeId) -> bool {
        let tree = self.tree;
        let may_be = matches!(
            tree.element(id),
            "div"
                | "ul"
                | "ol"
                | "section"
                | "aside"
                | "header"
                | "footer"
                | "p"
                | "span"
                | "a"
                | "table"
                | "tr"
                | "td"
                | "dl"
                | "li"
                | "h2"
                | "h3"
                | "h4"
                | "h5"
                | "h6"
        );
        if !may_be || !self.by_looks {
            return false;
        }
        let by_role = || tree.attribute(id, "role").is_some_and(|role| ROLES.contains(&role.trim()));
        if by_role() || self.is_named(id) || self.is_menu(id) || self.is_headed(id) || self.leads_back(id) {
            return !self.is_of_text(id);
        }
        let of_law = |name: &str| words_of(name, |word| OF_LAW.contains(&word));
        !self.weights.get(id).holds_text && self.names_of(id).any(of_law)
    }

    /// Whether a part holds the headline, or as much of the page as all else together.
    fn is_of_text(&self, id: NodeId) -> bool {
        let weight = self.weights.get(id);
        weight.holds_text || 2 * weight.said >= self.weights.get(self.content).said
    }

    fn is_named(&self, id: NodeId) -> bool {
        let names = |name: &str| {
            CLASSES.contains(&name)
                || words_of(name, |word| WORDS.contains(&word) || FEET.contains(&word) && self.is_below_headline(id))
        };
        self.names_of(id).any(names)
    }

    pub(super) fn names_of(&self, id: NodeId) -> impl Iterator<Item = &str> {
        let of = move |name| self.tree.attribute(id, name).unwrap_or("");
        of("class").split_whitespace().chain(std::iter::once(of("id").trim()))
    }

    /// The nodes have their numbers in the order of the page.
    fn is_below_headline(&self, id: NodeId) -> bool {
        self.first_heading.is_none_or(|heading| heading < id)
    }

    /// "More news" above the links of a part.
    fn is_headed(&self, id: NodeId) -> bool {
        let mut children = self.tree.node(id).children.iter().copied();
        let first = children.find(|child| self.tree.is_element(*child));
        first.is_some_and(|first| heads_other_pages(self.tree, &self.weights, first))
    }

    /// "« All news", a link above the headline.
    fn leads_back(&self, id: NodeId) -> bool {
        const MOST_WORDS: usize = 6;
        if self.tree.element(id) != "a" || self.is_below_headline(id) {
            return false;
        }
        let words = self.tree.text(id);
        let words = words.trim();
        words.starts_with(['«', '‹', '←', '<'])
            && !words.ends_with(['»', '›', '“'])
            && words.split_whitespace().count() <= MOST_WORDS
    }

    /// Three links and more above the headline, and nothing else.
    fn is_menu(&self, id: NodeId) -> bool {
        const FEWEST: usize = 3;
        let weight = self.weights.get(id);
        matches!(self.tree.element(id), "ul" | "ol")
            && weight.said > 0
            && weight.linked == weight.said
            && !self.is_below_headline(id)
            && self.tree.within(id).filter(|id| self.tree.element(*id) == "a").nth(FEWEST - 1).is_some()
    }
}

/// Whether an element is a heading over links to other pages.
pub fn heads_other_pages(tree: &Tree, weights: &Weights, id: NodeId) -> bool {
    const LONGEST: usize = 80;
    /// Behind these stands whose pages they are.
    const OPENINGS: [&str; 8] = [
        "flere pressemeldinger fra ",
        "følg pressemeldinger fra ",
        "flere pressemeddelelser fra ",
        "fler pressmeddelanden från ",
        "more news from ",
        "more press releases from ",
        "weitere meldungen von ",
        "weitere pressemitteilungen von ",
    ];
    let words = || lines_of(tree, id, None).split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase();
    let heads = |words: &str| {
        HEADINGS.contains(&words.trim_end_matches([':', ' ', '…']))
            || OPENINGS.iter().any(|open| words.starts_with(open))
    };
    matches!(tree.element(id), "h2" | "h3" | "h4" | "h5" | "h6") && weights.get(id).said <= LONGEST && heads(&words())
}

/// Whether one of the words that a class is made of is asked for: "jp-relatedposts", `templateFooter`.
fn words_of(name: &str, is_one: impl Fn(&str) -> bool) -> bool {
    const LONGEST: usize = 80;
    if name.len() > LONGEST {
        return false;
    }
    let mut spaced = String::with_capacity(name.len() + 4);
    let mut small = false;
    for c in name.chars() {
        if small && c.is_ascii_uppercase() {
            spaced.push('-');
        }
        small = c.is_ascii_lowercase();
        spaced.push(c.to_ascii_lowercase());
    }
    let words = || spaced.split(|c: char| !c.is_ascii_alphanumeric());
    let filed = words().next().is_some_and(|first| FILED.contains(&first));
    !filed && words().any(is_one) && !words().any(|word| OF_OTHERS.contains(&word))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_class_is_asked_word_by_word() {
        let names = |name: &str| words_of(name, |word| WORDS.contains(&word));
        for name in ["nav", "share-buttons", "jp-relatedposts", "post-navigation", "skip-link", "mainMenu"] {
            assert!(names(name), "{name}");
        }
        for name in ["navy", "has-sidebar", "category-social", "menulike", "shared", "share-price"] {
            assert!(!names(name), "{name}");
        }
    }
}
