//! Whom a release names to be called. Nothing is made of a number or an address here.

use serde::{Deserialize, Serialize};

/// Somebody to call. Numbers and addresses are as written.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Contact {
    pub name: Option<String>,
    pub role: Option<String>,
    pub organization: Option<String>,
    pub phones: Vec<String>,
    pub fax: Vec<String>,
    pub emails: Vec<String>,
    pub urls: Vec<String>,
    /// Lines that are none of the above, such as a street.
    pub address: Vec<String>,
}

impl Contact {
    pub fn has_details(&self) -> bool {
        !(self.phones.is_empty() && self.fax.is_empty() && self.emails.is_empty() && self.urls.is_empty())
    }

    pub fn is_empty(&self) -> bool {
        self.name.is_none() && self.organization.is_none() && !self.has_details()
    }

    /// Everything that is said of it, in the order of a business card.
    pub fn words(&self) -> Vec<String> {
        let words = self.name.iter().chain(&self.role).chain(&self.organization);
        let details = self.phones.iter().chain(&self.emails).chain(&self.urls).cloned();
        let fax = self.fax.iter().map(|fax| format!("Fax {fax}"));
        words.chain(&self.address).cloned().chain(details).chain(fax).collect()
    }

    /// Takes over what another reading of the same contact adds.
    pub fn absorb(&mut self, other: Self) {
        self.name = self.name.take().or(other.name);
        self.role = self.role.take().or(other.role);
        self.organization = self.organization.take().or(other.organization);
        for (mine, theirs) in [(&mut self.phones, other.phones), (&mut self.fax, other.fax)] {
            for number in theirs {
                if !mine.iter().any(|known| figures(known) == figures(&number)) {
                    mine.push(number);
                }
            }
        }
        for (mine, theirs) in
            [(&mut self.emails, other.emails), (&mut self.urls, other.urls), (&mut self.address, other.address)]
        {
            for value in theirs {
                if !mine.contains(&value) {
                    mine.push(value);
                }
            }
        }
    }
}

/// What tells numbers apart: "(270) 555-0177" and "270-555-0177" are one.
pub fn figures(number: &str) -> String {
    number.chars().filter(|c| c.is_ascii_digit() || *c == '+').collect()
}
