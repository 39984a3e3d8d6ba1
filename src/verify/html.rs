//! What the HTML of an entry must not hold, whatever made it.

use url::Url;

use super::Findings;
use crate::markup;

/// Elements that a feed must not bring into a reader.
const RISKS: [&str; 21] = [
    "script", "style", "iframe", "frame", "frameset", "object", "embed", "applet", "form", "input", "button", "select",
    "textarea", "meta", "link", "base", "svg", "math", "noscript", "template", "marquee",
];
const ADDRESSES: [&str; 7] = ["href", "src", "cite", "poster", "action", "data", "longdesc"];
const SCHEMES: [&str; 4] = ["http", "https", "mailto", "tel"];

pub fn check(html: &str, findings: &mut Findings) {
    // Every tag and no text begins with `<`; most summaries hold none.
    if !html.contains('<') {
        return;
    }
    for tag in markup::tags_and_text(html).0 {
        findings.unless(!RISKS.contains(&tag.element.as_str()), "SecurityRisk", &tag.element);
        for (name, value) in &tag.attributes {
            if name.starts_with("on") {
                findings.add("SecurityRiskAttr", name);
            } else if name == "style" {
                findings.add("DangerousStyleAttr", value);
            } else if name == "srcset" {
                value
                    .split(',')
                    .filter_map(|candidate| candidate.split_whitespace().next())
                    .for_each(|address| absolute(address, findings));
            } else if matches!((tag.element.as_str(), name.as_str()), ("ol", "start") | ("li", "value")) {
                findings.unless(value.parse::<i32>().is_ok(), "InvalidInteger", value);
            } else if ADDRESSES.contains(&name.as_str()) {
                absolute(value, findings);
            }
        }
    }
}

fn absolute(address: &str, findings: &mut Findings) {
    match Url::parse(address) {
        Ok(url) if SCHEMES.contains(&url.scheme()) => {}
        Ok(url) => findings.add("SecurityRiskAttr", format_args!("{}:", url.scheme())),
        Err(_) => findings.add("ContainsRelRef", address),
    }
}
