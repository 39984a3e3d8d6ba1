//! Numbers and addresses in lines that were left out: where nobody else can be called, somebody can by them;
//! otherwise the author is told. What stands in the text as well is not lost.

use super::ToCall;
use crate::manuscript::LeftOut;
use crate::parse::details::{self, Kind, phones};
use crate::parse::header::is_postal;
use crate::parse::{contacts, people, sections};
use crate::problem::{Place, Report};
use crate::release::Contact;

/// Why a line is left out that is told of by those who leave it out.
const TOLD: [&str; 1] = [sections::BELOW_END];

impl ToCall {
    /// Takes for a contact what can be called by lines that were left out, if nobody else can, and keeps for the
    /// author what of them no contact has and `text`, the rest of the release, does not say either.
    pub fn hear_left_out(&mut self, left_out: &mut Vec<LeftOut>, text: &[&str]) {
        let called = |contact: &Contact| !contact.phones.is_empty() || !contact.emails.is_empty();
        let nobody = !self.contacts.iter().any(|(_, contact)| called(contact));
        let mut taken = Vec::new();
        left_out.retain(|left| {
            let details = held(&left.text);
            if details.is_empty() && left.why == sections::BELOW_CONTACT {
                self.lost.push((left.line, left.text.clone()));
                return true;
            }
            let is_said = |detail: &String| self.says(detail) || text.iter().any(|part| part.contains(detail.as_str()));
            if details.iter().all(is_said) || TOLD.contains(&left.why) {
                return true;
            }
            if nobody && let Some(contact) = contact(left) {
                taken.push((left.line, contact));
                return false;
            }
            // The street of the house has its switchboard beside it, on every release.
            if nobody || !is_of_address(&left.text) {
                self.unsaid.push((left.line, left.text.clone()));
            }
            true
        });
        self.contacts.extend(taken);
    }

    fn says(&self, detail: &str) -> bool {
        let figures = in_figures(detail);
        self.contacts.iter().any(|(_, contact)| {
            let numbers = contact.phones.iter().chain(&contact.fax).chain(&contact.address);
            contact.emails.iter().any(|email| email.eq_ignore_ascii_case(detail))
                || !figures.is_empty()
                    && numbers.map(|number| in_figures(number)).any(|known| known.ends_with(&figures))
        })
    }

    pub(super) fn warn_of_unsaid(&self, report: &mut Report) {
        for (line, text) in &self.unsaid {
            let what = "this line is left out, though it holds a phone number or an e-mail address";
            let fix = "write `Contact:` above it if newsrooms may use it, or delete it";
            report.warning(Place::line(*line), what, fix).found(text);
        }
    }
}

/// The numbers and addresses of people in a line.
pub fn held(text: &str) -> Vec<String> {
    let text = details::unobfuscated(text);
    let (emails, _) = details::addresses(&text);
    let emails = emails.into_iter().filter(|email| !contacts::is_list_address(email));
    emails.chain(phones(&text).into_iter().map(|(_, phone)| phone).filter(|phone| is_sure(&text, phone))).collect()
}

/// "Alert notification: 2026.117", "Case 21-0608" are numbers of something else: so few figures are somebody's
/// behind the label of a phone.
fn is_sure(text: &str, phone: &str) -> bool {
    const FEWEST_FIGURES: usize = 9;
    let labels = || {
        let mut labels = details::label_starts(text).into_iter().filter_map(|at| details::label(&text[at..]));
        labels.any(|(kind, _)| kind == Kind::Phone)
    };
    // "Incident 2012046498", "148.0.7778.167-1", "Inventories  5 256  3 713  1 233"
    let groups = phone.split(|c: char| !c.is_ascii_digit()).filter(|group| !group.is_empty()).count();
    let is_set_as_phone =
        phone.starts_with(['+', '0', '(']) && groups > 1 || (2..=5).contains(&groups) && !phone.contains(".0.");
    in_figures(phone).len() >= FEWEST_FIGURES && is_set_as_phone || labels()
}

fn in_figures(number: &str) -> String {
    number.chars().filter(char::is_ascii_digit).collect()
}

/// Figures of a number are no post code.
pub fn is_of_address(text: &str) -> bool {
    let mut rest = text.to_owned();
    for (range, _) in phones(text).into_iter().rev() {
        rest.replace_range(range, "");
    }
    contacts::is_address(&rest) || is_postal(&rest)
}

/// Whom a line calls. Of a street and a town no name is made.
fn contact(left: &LeftOut) -> Option<Contact> {
    let line = contacts::Line { number: left.line, text: left.text.clone(), gap: false };
    let (_, mut contact) = contacts::read(&[line], &|_| false).contacts.into_iter().next()?;
    if contact.phones.is_empty() && contact.emails.is_empty() {
        return None;
    }
    // What stood before the first bracket was read as something else.
    for phone in contact.phones.iter_mut().filter(|phone| phone.contains(')') && !phone.contains('(')) {
        phone.insert(0, '(');
    }
    if is_of_address(&left.text) || !contacts::is_whole(&left.text) {
        (contact.name, contact.role) = (None, None);
        contact.organization = contact.organization.filter(|house| people::is_organisation(house));
    }
    Some(contact)
}
