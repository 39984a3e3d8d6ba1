//! Somebody to call, in HTML and in text: a line for each thing, with links to call and to write.

use schemars::JsonSchema;
use serde::Serialize;

use super::words::Words;
use crate::body::SafeHtml;
use crate::link;
use crate::release::Contact;

/// Somebody to call, for programs: without the lines that are no way to reach them.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "Contact")]
pub struct Reachable {
    name: Option<String>,
    role: Option<String>,
    organization: Option<String>,
    phones: Vec<String>,
    fax: Vec<String>,
    emails: Vec<String>,
    pub(crate) urls: Vec<String>,
}

impl From<Contact> for Reachable {
    fn from(contact: Contact) -> Self {
        let Contact { name, role, organization, phones, fax, emails, urls, address: _ } = contact;
        Self { name, role, organization, phones, fax, emails, urls }
    }
}

pub fn html(html: &mut SafeHtml, contact: &Contact, words: &Words) {
    html.tag("<p>");
    let mut first = true;
    let mut line = |html: &mut SafeHtml| {
        if !std::mem::take(&mut first) {
            html.tag("<br>\n");
        }
    };
    if let Some(name) = &contact.name {
        line(html);
        html.tag("<strong>").text(name).tag("</strong>");
        if let Some(role) = &contact.role {
            html.text(", ").text(role);
        }
    } else if let Some(role) = &contact.role {
        line(html);
        html.text(role);
    }
    for text in contact.organization.iter().chain(&contact.address) {
        line(html);
        html.text(text);
    }
    for phone in &contact.phones {
        line(html);
        html.text(words.phone).tag(" ");
        match link::tel(phone) {
            Some(tel) => html.open("a", &[("href", tel.as_str())]).text(phone).tag("</a>"),
            None => html.text(phone),
        };
    }
    for fax in &contact.fax {
        line(html);
        html.text("Fax ").text(fax);
    }
    for address in contact.emails.iter().chain(&contact.urls) {
        line(html);
        html.address(address, || link::web(&format!("https://{address}")));
    }
    html.tag("</p>\n");
}

pub fn text(contact: &Contact, words: &Words) -> String {
    let who: Vec<&str> = contact.name.iter().chain(&contact.role).map(String::as_str).collect();
    let mut lines: Vec<String> = Vec::new();
    if !who.is_empty() {
        lines.push(who.join(", "));
    }
    lines.extend(contact.organization.iter().chain(&contact.address).cloned());
    lines.extend(contact.phones.iter().map(|phone| format!("{} {phone}", words.phone)));
    lines.extend(contact.fax.iter().map(|fax| format!("Fax {fax}")));
    lines.extend(contact.emails.iter().chain(&contact.urls).cloned());
    lines.join("\n")
}
