//! The people to call: from the lines of a contact block to names, organisations and numbers.
//!
//! A fax is never a phone, an address of a mailing list never a contact, and no field is filled
//! by guessing.

mod pieces;
mod sentence;

use super::details::{self, Kind};
use super::people::{self, Person};
use super::words::fold;
use crate::release::Contact;
pub use pieces::is_joint;
use pieces::{
    Behind, dashed, form_field, is_address, is_list_address, is_social, is_unknown_label, label_behind, listed, parted,
    without,
};
pub use sentence::{in_contact, in_sentence, speaks_of_contact};

/// One line of a contact block; `gap` when a blank line stands before it.
#[derive(Debug, Clone)]
pub struct Line {
    /// Its number in the file.
    pub number: usize,
    pub text: String,
    pub gap: bool,
}

/// Reads the lines of one block, and says on which line each contact begins. `known` says whether
/// words stand elsewhere in the release too.
pub fn read(lines: &[Line], known: &impl Fn(&str) -> bool) -> Vec<(usize, Contact)> {
    let mut reader = Reader {
        contacts: Vec::new(),
        begins: Vec::new(),
        sure: Vec::new(),
        run: 0,
        paired: false,
        pending: None,
        around: Around::default(),
        known,
    };
    for (at, line) in lines.iter().enumerate() {
        reader.around.detail_follows =
            lines.get(at + 1).is_some_and(|next| !next.gap && details::is_detail_line(&next.text));
        reader.around.person_follows =
            lines.get(at + 1).is_some_and(|next| !next.gap && people::person(&next.text).is_some());
        reader.line(line);
        reader.begins.resize(reader.contacts.len(), line.number);
        reader.sure.resize(reader.contacts.len(), false);
    }
    let any_details = reader.contacts.iter().any(Contact::has_details);
    let contacts = reader.begins.into_iter().zip(reader.contacts).zip(reader.sure);
    contacts
        // Beside people who can be called, a line that only has the shape of a name is none.
        .filter(|((_, contact), sure)| contact.has_details() || *sure || !any_details)
        .map(|(contact, _)| contact)
        .filter(|(_, contact)| !contact.is_empty())
        .collect()
}

/// What stands beside and below the line that is being read.
#[derive(Default, Clone, Copy)]
struct Around {
    /// The next line is a phone or an address.
    detail_follows: bool,
    /// The next line is somebody's name.
    person_follows: bool,
    /// The line itself holds a phone or an address.
    detail_beside: bool,
}

struct Reader<'k, K> {
    contacts: Vec<Contact>,
    /// The line that each contact begins on.
    begins: Vec<usize>,
    /// Whether each stands for somebody without doubt: a title, initials, a second name on the line.
    sure: Vec<bool>,
    /// The first contact of a run of names that has no details yet.
    run: usize,
    /// The names of the run stood on one line and share what follows.
    paired: bool,
    /// A label that stood alone on the line before.
    pending: Option<Kind>,
    around: Around,
    known: &'k K,
}

impl<K: Fn(&str) -> bool> Reader<'_, K> {
    fn line(&mut self, line: &Line) {
        let text = details::unobfuscated(line.text.trim());
        self.around.detail_beside = !details::phones(&text).is_empty() || text.contains('@');
        let mut starts = details::label_starts(&text);
        if starts.first() != Some(&0) {
            starts.insert(0, 0);
        }
        starts.push(text.len());
        let mut gap = line.gap;
        for pair in starts.windows(2) {
            for piece in text[pair[0]..pair[1]].split([';', '|', '•', '·', '\t']).flat_map(|piece| dashed(piece)) {
                let piece = piece.trim_matches(|c: char| c.is_whitespace() || matches!(c, ',' | '–' | '*' | '_'));
                if !piece.is_empty() {
                    self.piece(piece, std::mem::take(&mut gap));
                }
            }
        }
    }

    fn piece(&mut self, piece: &str, gap: bool) {
        if let Some(value) = form_field(piece) {
            return self.words(value, gap);
        }
        // "@harbour" is an account of the house on somebody else's site.
        if is_unknown_label(piece) || piece.starts_with('@') && !piece[1..].contains('.') {
            return;
        }
        if let Some((kind, at)) = details::label(piece) {
            let value = piece[at..].trim();
            if value.is_empty() {
                self.pending = Some(kind);
            } else {
                self.pending = None;
                self.labelled(kind, value, gap);
            }
            return;
        }
        if let Some(kind) = self.pending
            && (!details::phones(piece).is_empty() || piece.contains('@') || piece.contains('.') && kind == Kind::Web)
        {
            self.pending = None;
            return self.labelled(kind, piece, gap);
        }
        let (emails, urls) = details::addresses(piece);
        let phones = details::phones(piece);
        if emails.is_empty() && urls.is_empty() && phones.is_empty() {
            if details::is_bare_host(piece) {
                push_new(&mut self.with_details().urls, piece.to_owned());
                return;
            }
            return self.words(piece, gap);
        }
        let rest = without(piece, &emails, &urls, &phones);
        if !rest.is_empty() && details::label(&format!("{rest}:")).is_none() {
            self.words(&rest, gap);
        }
        for (range, phone) in phones {
            match label_behind(&piece[range.end..]) {
                Some(Behind::Fax) => push_new(&mut self.with_details().fax, phone),
                Some(Behind::TextPhone) => {}
                Some(Behind::Phone) | None => self.phone(&phone),
            }
        }
        self.web(emails, urls);
    }

    fn web(&mut self, emails: Vec<String>, urls: Vec<String>) {
        for email in emails.into_iter().filter(|email| !is_list_address(email)) {
            push_new(&mut self.with_details().emails, email);
        }
        for url in urls.into_iter().filter(|url| !is_social(url)) {
            push_new(&mut self.with_details().urls, url);
        }
    }

    fn labelled(&mut self, kind: Kind, value: &str, gap: bool) {
        let numbers = details::phones(value);
        if matches!(kind, Kind::Phone | Kind::Fax) {
            // "Tel. 123, press@example.org": what follows the number has no label of its own.
            let (emails, urls) = details::addresses(value);
            self.web(emails, urls);
        }
        match kind {
            Kind::Phone if numbers.is_empty() => self.words(value, gap),
            Kind::Phone => numbers.iter().for_each(|(_, phone)| self.phone(phone)),
            Kind::Fax => {
                for (_, number) in numbers {
                    push_new(&mut self.with_details().fax, number);
                }
            }
            Kind::Email => {
                let squeezed: String = value.split_whitespace().collect();
                let (emails, _) = details::addresses(value);
                let emails = if emails.is_empty() { details::addresses(&squeezed).0 } else { emails };
                for email in emails {
                    push_new(&mut self.with_details().emails, email);
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

    fn phone(&mut self, phone: &str) {
        let run = self.run;
        let pair = self.contacts.len().saturating_sub(run);
        let parts: Vec<&str> = phone.split('/').collect();
        if self.paired && parts.len() == pair {
            // "202-358-1726/3895" behind two names: a number each.
            for (contact, part) in self.contacts[run..].iter_mut().zip(parts) {
                push_new(&mut contact.phones, part.trim().to_owned());
            }
        } else {
            push_new(&mut self.with_details().phones, phone.to_owned());
        }
    }

    fn words(&mut self, text: &str, gap: bool) {
        let text = text.trim_matches(|c: char| c.is_whitespace() || matches!(c, ',' | ':' | '('));
        let text = ["of the ", "of ", "both of the ", "both of ", "from "]
            .iter()
            .find_map(|link| text.strip_prefix(link))
            .unwrap_or(text);
        // A sentence below the numbers is no house.
        let is_sentence = text.ends_with('.') && text.split_whitespace().count() >= 7 && !people::is_organisation(text);
        if !text.contains(char::is_alphabetic) || text.chars().count() > 120 || is_joint(text) || is_sentence {
            return;
        }
        if is_address(text) {
            self.current().address.push(text.to_owned());
            return;
        }
        let names = people::people(text);
        if !names.is_empty() && !self.is_rather_an_organisation(&names, gap) {
            return self.people(names);
        }
        if let Some(parts) = listed(text).filter(|_| self.around.detail_beside) {
            for part in parts {
                self.words(part, false);
            }
            return;
        }
        if let Some((left, right)) = parted(text)
            && let names = people::people(left)
            && !names.is_empty()
        {
            self.people(names);
            // "Nina Berg, MAS"
            if right.split([' ', ',']).all(|word| word.is_empty() || people::is_honorific(word)) {
                return;
            }
            return self.role_or_organisation(right);
        }
        // Right under a name stands a house or a role, however it begins.
        let names_the_house = self
            .contacts
            .last()
            .is_some_and(|contact| contact.name.is_some() && contact.organization.is_none() && !contact.has_details());
        if !names_the_house && let Some((person, organisation)) = people::fused(text, self.known) {
            self.people(vec![person]);
            return self.organisation(&organisation, false);
        }
        self.role_or_organisation_after(text, gap);
    }

    /// A name-like line right under a name is more likely the house than a second person.
    fn is_rather_an_organisation(&self, names: &[Person], gap: bool) -> bool {
        let [only] = names else { return false };
        let under_a_name = self
            .contacts
            .last()
            .is_some_and(|contact| contact.name.is_some() && contact.organization.is_none() && !contact.has_details());
        let long = only.name.split_whitespace().count() > 2;
        under_a_name
            && !gap
            && !only.certain
            && self.contacts.len() - self.run == 1
            && (long || self.around.detail_follows || (self.known)(&only.name))
    }

    fn people(&mut self, names: Vec<Person>) {
        self.pending = None;
        // A house's address alone may stand above the name.
        let calls =
            |contact: &Contact| !(contact.phones.is_empty() && contact.emails.is_empty() && contact.fax.is_empty());
        let waiting = self.contacts.last().is_some_and(|contact| contact.name.is_none() && !calls(contact));
        let after_details = self.contacts.last().is_none_or(Contact::has_details);
        let many = names.len() > 1;
        if after_details || many {
            self.run = self.contacts.len().saturating_sub(usize::from(waiting));
        }
        self.paired = many;
        let shared = self.contacts.last().filter(|_| waiting).and_then(|contact| contact.organization.clone());
        for (index, person) in names.into_iter().enumerate() {
            let at = if waiting && index == 0 { self.contacts.len() - 1 } else { self.contacts.len() };
            self.sure.resize(at + 1, false);
            self.sure[at] |= person.certain || many;
            if waiting && index == 0 {
                if let Some(contact) = self.contacts.last_mut() {
                    contact.name = Some(person.name);
                }
            } else {
                self.contacts.push(Contact {
                    name: Some(person.name),
                    organization: shared.clone().filter(|_| many),
                    ..Contact::default()
                });
            }
        }
    }

    fn role_or_organisation_after(&mut self, text: &str, gap: bool) {
        let finished = self
            .contacts
            .last()
            .is_some_and(|contact| contact.has_details() && contact.organization.is_some() && contact.name.is_some());
        if finished
            && (gap || self.around.detail_follows || self.around.detail_beside || self.around.person_follows)
            && people::is_organisation(text)
        {
            self.contacts.push(Contact::default());
            self.run = self.contacts.len() - 1;
            self.paired = false;
        }
        self.role_or_organisation(text);
    }

    fn role_or_organisation(&mut self, text: &str) {
        let has_name = self.contacts.last().is_some_and(|contact| contact.name.is_some());
        let is_role = people::is_role(text) || people::role_and_house(text).1.is_some();
        if has_name && is_role && self.current().role.is_none() {
            let (role, organisation) = people::role_and_house(text);
            self.current().role = Some(role.to_owned());
            if let Some(organisation) = organisation {
                self.organisation(organisation, true);
            }
        } else {
            self.organisation(text, true);
        }
    }

    fn organisation(&mut self, text: &str, extend: bool) {
        let run = self.run.min(self.contacts.len());
        if self.paired {
            for contact in &mut self.contacts[run..] {
                contact.organization.get_or_insert_with(|| text.to_owned());
            }
            return;
        }
        let contact = self.with_details();
        match &mut contact.organization {
            Some(organisation) if fold(organisation).contains(&fold(text)) => {}
            Some(organisation) if extend && contact.phones.is_empty() && contact.emails.is_empty() => {
                organisation.push_str(", ");
                organisation.push_str(text);
            }
            Some(_) => contact.address.push(text.to_owned()),
            organisation @ None => *organisation = Some(text.to_owned()),
        }
    }

    fn current(&mut self) -> &mut Contact {
        if self.contacts.is_empty() {
            self.contacts.push(Contact::default());
        }
        let last = self.contacts.len() - 1;
        &mut self.contacts[last]
    }

    /// The contact that details belong to: the first name of a run that stands without any.
    fn with_details(&mut self) -> &mut Contact {
        self.current();
        let run = self.run.min(self.contacts.len() - 1);
        &mut self.contacts[run]
    }
}

fn push_new(list: &mut Vec<String>, value: String) {
    if !list.contains(&value) {
        list.push(value);
    }
}

/// Contacts of one name are one contact.
pub fn merged(contacts: Vec<(usize, Contact)>) -> Vec<(usize, Contact)> {
    let mut merged: Vec<(usize, Contact)> = Vec::new();
    for (line, contact) in contacts {
        let twin = merged.iter_mut().map(|(_, other)| other).find(|other| match (&other.name, &contact.name) {
            (Some(a), Some(b)) => fold(a) == fold(b),
            (None, None) => {
                let shares = |a: &[String], b: &[String]| a.iter().any(|value| b.contains(value));
                (other.organization == contact.organization || contact.organization.is_none())
                    && (shares(&other.phones, &contact.phones) || shares(&other.emails, &contact.emails))
            }
            _ => false,
        });
        match twin {
            Some(twin) => twin.absorb(contact),
            None => merged.push((line, contact)),
        }
    }
    merged
}

#[cfg(test)]
mod tests {
    use super::*;

    fn contacts(text: &str) -> Vec<Contact> {
        let mut gap = false;
        let mut lines = Vec::new();
        for line in text.lines() {
            if line.trim().is_empty() {
                gap = true;
            } else {
                lines.push(Line { number: 0, text: line.trim().to_owned(), gap: std::mem::take(&mut gap) });
            }
        }
        read(&lines, &|_| false).into_iter().map(|(_, contact)| contact).collect()
    }

    #[test]
    fn a_fax_is_never_a_phone_and_the_house_may_come_first() {
        let all = contacts(
            "APA-Austria Presse Agentur\nStabstelle Kommunikation\nMag. Edith Dörfler\nTel: 0043-1-36060-2500\nFax : 0043-1-36060-2099\nE-Mail: e.doerfler@apa.at",
        );
        assert_eq!(all.len(), 1);
        assert_eq!(all[0].name.as_deref(), Some("Edith Dörfler"));
        assert_eq!(all[0].organization.as_deref(), Some("APA-Austria Presse Agentur, Stabstelle Kommunikation"));
        assert_eq!(all[0].phones, ["0043-1-36060-2500"]);
        assert_eq!(all[0].fax, ["0043-1-36060-2099"]);
        assert_eq!(all[0].emails, ["e.doerfler@apa.at"]);
    }

    #[test]
    fn two_people_on_a_line_share_the_house_and_part_the_numbers() {
        let all = contacts("Dwayne Brown/Tabatha Thompson\nHeadquarters, Washington\n202-358-1726/3895");
        assert_eq!(all.len(), 2);
        assert_eq!(all[0].phones, ["202-358-1726"]);
        assert_eq!(all[1].phones, ["3895"]);
        assert_eq!(all[1].organization.as_deref(), Some("Headquarters, Washington"));
    }

    #[test]
    fn details_under_a_list_of_names_are_the_first_ones() {
        let all = contacts(
            "Thomas Geithner (tg)\nMarko Laske (ml)\n\nStabsstelle Kommunikation\n\nTelefon:\n+49 351 483-2400\nTelefax:\n+49 351 451083-2281",
        );
        assert_eq!(all.len(), 2);
        assert_eq!(all[0].phones, ["+49 351 483-2400"]);
        assert_eq!(all[0].fax, ["+49 351 451083-2281"]);
        assert!(!all[1].has_details());
    }

    #[test]
    fn role_organisation_and_details_find_their_fields() {
        let all = contacts(
            "Kimberlee Leach\nDirector of Communications\nDallas County District Attorney’s Office\n214-653-3756 (Office)\nKimberlee.leach@DallasCounty.org",
        );
        assert_eq!(all[0].role.as_deref(), Some("Director of Communications"));
        assert_eq!(all[0].organization.as_deref(), Some("Dallas County District Attorney’s Office"));
        assert_eq!(all[0].phones, ["214-653-3756"]);
        let all = contacts("Jonas Wendrich, Leiter Öffentlichkeitsarbeit\nSteinhorch e. V.\nTelefon: +49 30 23125 417");
        assert_eq!(all[0].role.as_deref(), Some("Leiter Öffentlichkeitsarbeit"));
    }

    #[test]
    fn a_sentence_can_be_the_contact() {
        let found = in_sentence(
            "Für Fragen steht Ihnen unsere Pressestelle unter press@debconf.example und +49 89 2155 0092 gerne zur Verfügung.",
        );
        let found = found.expect("a contact");
        assert_eq!(found.emails, ["press@debconf.example"]);
        assert_eq!(found.phones, ["+49 89 2155 0092"]);
        assert_eq!(in_sentence("To subscribe send a message to list@example.org"), None);
        let named = in_sentence("For further information, please contact Jane Doe, press officer, at jane@x.example.")
            .expect("a contact");
        assert_eq!(named.name.as_deref(), Some("Jane Doe"));
    }
}
