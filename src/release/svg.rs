//! Whether an SVG can be given to readers: one that only draws, and asks nobody for anything.
//!
//! A browser that opens an SVG runs what is in it, under the newsroom's own address.

use roxmltree::{Document, Node, ParsingOptions};

/// The deepest drawings have some tens of thousands of elements.
const MOST_NODES: u32 = 500_000;
const SVG: &str = "http://www.w3.org/2000/svg";
/// What drawing programs note about a drawing; to a browser these elements are nothing.
const NOTES: [&str; 11] = [
    "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "http://purl.org/dc/",
    "http://creativecommons.org/ns#",
    "http://web.resource.org/cc/",
    "http://sodipodi.sourceforge.net/DTD/sodipodi-0.dtd",
    "http://www.inkscape.org/namespaces/inkscape",
    "http://ns.adobe.com/",
    "adobe:ns:meta/",
    "http://www.bohemiancoding.com/sketch/ns",
    "http://www.serif.com/",
    "https://boxy-svg.com",
];

/// What is wrong with an SVG, and the remedy.
pub type Refusal = (&'static str, &'static str);

const PLAIN: &str = "save it as plain SVG, or as PDF or PNG";

/// # Errors
/// What in it may run or be fetched.
pub fn check(text: &str) -> Result<(), Refusal> {
    let options = ParsingOptions { allow_dtd: false, nodes_limit: MOST_NODES, ..ParsingOptions::default() };
    let document = Document::parse_with_options(text, options).map_err(|error| match error {
        roxmltree::Error::DtdDetected => ("the SVG has a DOCTYPE, which can hide things", PLAIN),
        _ => ("the SVG is damaged or too large", "save it again"),
    })?;
    if !document.root_element().has_tag_name((SVG, "svg")) {
        return Err(("this is no SVG", PLAIN));
    }
    document.descendants().try_for_each(look)
}

fn look(node: Node) -> Result<(), Refusal> {
    if node.is_pi() {
        return Err(("the SVG refers to a style sheet or a program", PLAIN));
    }
    if !node.is_element() {
        return Ok(());
    }
    // HTML works inside a drawing, too, and no list of what of it fetches is ever complete.
    let namespace = node.tag_name().namespace().unwrap_or_default();
    if namespace != SVG && !NOTES.iter().any(|known| namespace.starts_with(known)) {
        return Err(("the SVG holds elements that draw nothing", PLAIN));
    }
    let name = node.tag_name().name().to_ascii_lowercase();
    match name.as_str() {
        "script" | "handler" | "listener" => return Err(("the SVG holds a script", PLAIN)),
        "foreignobject" | "iframe" | "object" | "embed" => return Err(("the SVG holds a page of its own", PLAIN)),
        "style" => {
            let text: String = node.descendants().filter(Node::is_text).filter_map(|node| node.text()).collect();
            styles(&text)?;
        }
        _ => {}
    }
    for attribute in node.attributes() {
        let value = plain(attribute.value());
        match attribute.name().to_ascii_lowercase().as_str() {
            name if name.starts_with("on") => return Err(("the SVG holds a script", PLAIN)),
            "href" | "src" | "base" => address(&value)?,
            // An animation can set what stands nowhere.
            "attributename" if value.ends_with("href") || value.starts_with("on") => {
                return Err(("the SVG changes an address by itself", PLAIN));
            }
            name if attribute.namespace().is_some() || is_inert(name) => {}
            _ => styles(&value)?,
        }
    }
    Ok(())
}

/// Whether an attribute's value is a name or words for people: any other may be read as a style.
fn is_inert(attribute: &str) -> bool {
    matches!(attribute, "id" | "class") || attribute.starts_with("data-") || attribute.starts_with("aria-")
}

/// A place in the drawing itself, or a picture that it holds.
fn address(value: &str) -> Result<(), Refusal> {
    let held = ["png", "jpeg", "jpg", "gif", "webp"].iter().any(|kind| {
        value
            .strip_prefix("data:image/")
            .and_then(|rest| rest.strip_prefix(kind))
            .is_some_and(|rest| rest.starts_with([';', ',']))
    });
    if value.starts_with("javascript:") {
        Err(("the SVG holds a script", PLAIN))
    } else if value.is_empty() || value.starts_with('#') || held {
        Ok(())
    } else {
        Err(("the SVG refers to something outside itself", PLAIN))
    }
}

fn styles(text: &str) -> Result<(), Refusal> {
    let text = plain(text);
    if text.contains("javascript:") || text.contains("expression(") {
        return Err(("the SVG holds a script", PLAIN));
    }
    // With a backslash any word can be written so that it is not found.
    if ["@import", "image-set(", "image(", "src(", "\\"].iter().any(|asking| text.contains(asking)) {
        return Err(("the SVG refers to something outside itself", PLAIN));
    }
    for (at, opener) in text.match_indices("url(") {
        let inner = text[at + opener.len()..].trim_start_matches(['"', '\'']);
        let end = inner.find(['"', '\'', ')']).unwrap_or(inner.len());
        address(&inner[..end])?;
    }
    Ok(())
}

/// Without what a browser passes over: blanks, control characters and case.
fn plain(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace() && !c.is_control()).flat_map(char::to_lowercase).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn drawing(inner: &str) -> String {
        format!("<svg xmlns=\"{SVG}\" xmlns:xlink=\"http://www.w3.org/1999/xlink\">{inner}</svg>")
    }

    #[test]
    fn a_drawing_is_let_pass() {
        for inner in [
            "<path d=\"M0 0L1 1\" style=\"fill:url(#a)\"/>",
            "<use xlink:href=\"#a\"/>",
            "<image href=\"data:image/png;base64,AAAA\"/>",
            "<style>.a { fill: url('#b') }</style>",
            "<text>on and \\(off\\)</text>",
            "<g id=\"a\" data-name=\"C:\\lamp (1)\" aria-label=\"An image(1)\"/>",
            "<n:namedview xmlns:n=\"http://sodipodi.sourceforge.net/DTD/sodipodi-0.dtd\" n:docname=\"C:\\lamp.svg\"/>",
            "<metadata><r:RDF xmlns:r=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\"><c:Work \
             xmlns:c=\"http://creativecommons.org/ns#\" r:about=\"\"/></r:RDF></metadata>",
            "<animate attributeName=\"opacity\" to=\"1\"/>",
        ] {
            assert_eq!(check(&drawing(inner)), Ok(()), "{inner}");
        }
    }

    #[test]
    fn whatever_runs_or_fetches_is_refused() {
        for inner in [
            "<script>x</script>",
            "<a:script xmlns:a=\"http://www.w3.org/1999/xhtml\">x</a:script>",
            "<foreignObject/>",
            "<g onload=\"x\"/>",
            "<g ONCLICK=\"x\"/>",
            "<a href=\" java&#10;script:x\"/>",
            "<a xlink:href=\"https://example.org/\"/>",
            "<image href=\"//example.org/a.png\"/>",
            "<image href=\"data:image/svg+xml;base64,AAAA\"/>",
            "<use href=\"other.svg#a\"/>",
            "<g xml:base=\"https://example.org/\"/>",
            "<g style=\"fill:url( 'https://example.org/a#b')\"/>",
            "<g fill=\"url(https://example.org/a#b)\"/>",
            "<g style=\"fill:u\\72l(https://example.org/)\"/>",
            "<style>@import 'https://example.org/a.css';</style>",
            "<set attributeName=\"xlink:href\" to=\"#a\"/>",
            "<?xml-stylesheet href=\"a.css\"?>",
        ] {
            assert!(check(&drawing(inner)).is_err(), "{inner}");
        }
        let with_dtd = format!("<!DOCTYPE svg [<!ENTITY a \"b\">]>{}", drawing("&a;"));
        assert!(check(&with_dtd).is_err_and(|(what, _)| what.contains("DOCTYPE")));
        for other in ["<svg/>", "<html xmlns=\"http://www.w3.org/1999/xhtml\"/>", "no XML", ""] {
            assert!(check(other).is_err(), "{other}");
        }
    }
}
