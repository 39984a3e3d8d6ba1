//! Numbers and addresses of a line, each put to the contact it belongs to.
//!
//! What is no detail is handed on as words.

use std::ops::Range;

use super::pieces::{bears_name, is_list_address, is_social, is_unknown_label};
use super::{Next, Reader};
use crate::characters;
use crate::parse::details::{self, Kind};
use crate::parse::people;
use crate::parse::words::{self, fold};
use crate::release::Contact;

impl<K: Fn(&str) -> bool> Reader<'_, K> {
    pub(super) fn web(&mut self, emails: Vec<String>, urls: Vec<String>) {
        for email in emails.into_iter().filter(|email| !is_list_address(email)) {
            self.email(email);
        }
        for url in urls.into_iter().filter(|url| !is_social(url)) {
            push_new(&mut self.with_details().urls, url);
        }
    }

    pub(super) fn labelled(&mut self, kind: Kind, value: &str, gap: bool) {
        let numbers = details::labelled_phones(value);
        if matches!(kind, Kind::Phone | Kind::Fax) {
            // "Tel. 123, press@example.org": what follows the number has no label of its own.
            let (emails, urls) = details::addresses(value);
            self.web(emails, urls);
        }
        match kind {
            Kind::Phone if numbers.is_empty() => {
                if characters::has_digit(value) && !value.contains('@') {
                    self.found.mislabelled.push((self.number, kind, value.to_owned()));
                }
                // "Tel.: siehe Webseite" names nobody.
                if !value.starts_with(char::is_lowercase) {
                    self.words(value, gap);
                }
            }
            Kind::Phone => {
                // "Tel. 0113 496 0288, Jane Doe"
                let last = numbers.last().map_or(0, |(range, _)| range.end);
                let behind = value.get(last..).and_then(|behind| behind.strip_prefix(", ")).unwrap_or_default();
                let unnamed = self.contacts.last().is_none_or(|contact| contact.name.is_none());
                if unnamed && people::opens_with_person(behind) && !details::reaches_somebody(behind) {
                    self.words(behind, gap);
                }
                let each: Vec<&str> = numbers.iter().map(|(_, phone)| phone.as_str()).collect();
                if !self.is_number_each(&each) {
                    for phone in each {
                        self.phone(phone);
                    }
                }
                self.behind_number(value.get(last..).unwrap_or_default());
            }
            Kind::Fax => {
                for (_, number) in numbers {
                    push_new(&mut self.with_details().fax, number);
                }
            }
            Kind::Email => {
                let squeezed: String = value.split_whitespace().collect();
                let (emails, _) = details::addresses(value);
                let emails = if emails.is_empty() { details::addresses(&squeezed).0 } else { emails };
                if emails.is_empty() && value.contains(char::is_alphanumeric) {
                    self.found.mislabelled.push((self.number, kind, value.to_owned()));
                }
                for email in emails {
                    self.email(email);
                }
            }
            Kind::Web => {
                let url = value.trim_end_matches('.').to_owned();
                if !url.contains(' ') && url.contains('.') && !is_social(&url) {
                    push_new(&mut self.with_details().urls, url);
                }
            }
            Kind::Other => self.words(value, gap),
        }
    }

    /// Begins another contact.
    pub(super) fn begin(&mut self) {
        self.run = self.contacts.len();
        self.contacts.push(Contact::default());
        self.paired = false;
        self.parted = false;
    }

    pub(super) fn current(&mut self) -> &mut Contact {
        if self.contacts.is_empty() {
            self.contacts.push(Contact::default());
        }
        let last = self.contacts.len() - 1;
        &mut self.contacts[last]
    }

    /// The contact that details belong to: the first name of a run that stands without any.
    pub(super) fn with_details(&mut self) -> &mut Contact {
        self.current();
        let run = self.run.min(self.contacts.len() - 1);
        &mut self.contacts[run]
    }

    /// Begins another contact by how the lines are set: "Consumer inquiries: 888-555-BOAT" below somebody's number,
    /// each "Gauge data: 0113 496 0288" where the first began so, and behind "jane@example.org;".
    pub(super) fn begin_by_form(&mut self, text: &str, gap: bool) {
        let closed = std::mem::replace(&mut self.form.closed, text.ends_with(';'));
        let calls = self.contacts.last().is_some_and(|last| !last.phones.is_empty() || !last.emails.is_empty());
        // "Außerhalb der Bürozeiten:" above another house, where its number alone would be of the first.
        if gap
            && calls
            && is_unknown_label(text)
            && matches!(self.around.next, Next::Words | Next::Desk | Next::Somebody)
        {
            self.begin();
        }
        // "Investor relations contacts:" above other names.
        if gap && calls && text.strip_suffix(':').is_some_and(is_of_others) {
            self.begin();
        }
        let label = unknown_label(text);
        let asks = |label: &str| words::ENQUIRIES.has(label.rsplit(' ').next().unwrap_or(label)) || is_of_others(label);
        // "Okka: okka@example.org" below a blank line.
        let is_addressed = |label: &str| {
            gap && details::addresses(text).0.iter().any(|email| email.split('@').next().map(fold) == Some(fold(label)))
        };
        // "Bureau Office of Public Affairs: 0113 496 0288" below a blank line.
        let is_desk = |label: &str| gap && (people::is_organisation(label) || people::is_department_alone(label));
        let labelled =
            label.is_some_and(|label| self.form.labelled || asks(label) || is_addressed(label) || is_desk(label));
        if calls && (labelled || closed && text.starts_with(char::is_uppercase) && !details::is_detail_line(text)) {
            self.begin();
        }
        self.form.labelled |= label.is_some() && (labelled || self.contacts.is_empty());
    }

    /// "duty officer out of hours 07700 900 321" behind somebody's name and number.
    pub(super) fn calls_another(&self, words: &str) -> bool {
        words.starts_with(char::is_lowercase)
            && people::is_role(words)
            && self.contacts.last().is_some_and(|contact| contact.name.is_some() && !contact.phones.is_empty())
    }

    /// Of several people the address is the one's whose name it has.
    fn email(&mut self, email: String) {
        let is_in = |name: &str| bears_name(&email, name);
        let run = self.run.min(self.contacts.len());
        let mut named = (run..self.contacts.len()).filter(|at| self.contacts[*at].name.as_deref().is_some_and(is_in));
        match (named.next(), named.next()) {
            (Some(at), None) => push_new(&mut self.contacts[at].emails, email),
            (None, _) if self.paired => {
                self.contacts[run..].iter_mut().for_each(|contact| push_new(&mut contact.emails, email.clone()));
            }
            _ => push_new(&mut self.with_details().emails, email),
        }
    }

    /// "0113 496 0288 / 0113 496 0289" behind two names: a number each.
    pub(super) fn is_number_each(&mut self, phones: &[&str]) -> bool {
        let run = self.run.min(self.contacts.len());
        let is_pair = self.paired && phones.len() > 1 && phones.len() == self.contacts.len() - run;
        if is_pair {
            for (contact, phone) in self.contacts[run..].iter_mut().zip(phones) {
                push_new(&mut contact.phones, (*phone).to_owned());
            }
        }
        is_pair
    }

    pub(super) fn phone(&mut self, phone: &str) {
        let run = self.run;
        let pair = self.contacts.len().saturating_sub(run);
        let parts: Vec<&str> = phone.split(['/', '|']).collect();
        if self.paired && parts.len() == pair {
            // "202-358-1726/3895" behind two names: a number each.
            for (contact, part) in self.contacts[run..].iter_mut().zip(parts) {
                push_new(&mut contact.phones, part.trim().to_owned());
            }
        } else if self.paired && pair > 1 {
            // "Jane Doe/John Roe" above one number, which is of both.
            self.contacts[run..].iter_mut().for_each(|contact| push_new(&mut contact.phones, phone.to_owned()));
        } else {
            push_new(&mut self.with_details().phones, phone.to_owned());
        }
    }
}

/// "Gauge data: 0113 496 0288": the label, where it is none of a number's and nobody's name.
fn unknown_label(text: &str) -> Option<&str> {
    const MOST_WORDS: usize = 5;
    let (label, value) = text.split_once(':')?;
    let label = label.trim();
    let plain = label.starts_with(char::is_uppercase)
        && !words::at_least(label, MOST_WORDS + 1)
        && !characters::has_digit(label)
        && !label.contains(['@', ',', '(', '|']);
    (plain
        && details::reaches_somebody(value)
        && details::label_starts(text).first().is_none_or(|at| *at > label.len())
        && !people::opens_with_person(value.trim())
        && people::behind_words(label).is_none()
        && (people::person(label).is_none() || people::is_organisation(label)))
    .then_some(label)
}

/// "Public contact", "Contact investisseurs": another one to call than the press has.
fn is_of_others(label: &str) -> bool {
    const MOST_WORDS: usize = 4;
    let mut words = label.split(' ');
    let ends = [words.next(), words.next_back()];
    ends[1].is_some()
        && !words::at_least(label, MOST_WORDS + 1)
        && !words::CONTACT.has(label)
        && ends.into_iter().flatten().any(|word| words::CONTACT.has(word))
}

/// How the contacts of a block are set.
#[derive(Default)]
pub struct Form {
    /// The last one began on a line such as "Gauge data: 0113 496 0288".
    pub labelled: bool,
    /// A label stood above the name of the last one: "Asia".
    pub headed: bool,
    /// The contact whose name stood beside its number last.
    pub beside: Option<usize>,
    /// A semicolon ended the last line.
    closed: bool,
}

/// The numbers of a piece; behind an address also one of few figures: "press@example.org, 555 012".
pub fn phones_beside(piece: &str, emails: &[String]) -> Vec<(Range<usize>, String)> {
    let phones = details::phones_of_contact(piece);
    if !phones.is_empty() || emails.is_empty() {
        return phones;
    }
    let behind = piece.rsplit(", ").next().unwrap_or(piece);
    let start = piece.len() - behind.len();
    let number = details::labelled_phones(behind).into_iter().filter(|(range, _)| range.len() == behind.len());
    number.map(|(range, phone)| (range.start + start..range.end + start, phone)).collect()
}

pub fn push_new(list: &mut Vec<String>, value: String) {
    if !list.contains(&value) {
        list.push(value);
    }
}
