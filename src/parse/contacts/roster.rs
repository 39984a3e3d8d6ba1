//! Houses below one heading, each with its people and the number of all of them, as a company's advisers are
//! listed: a house, the names below it, a number; or a house, and each name with a number. A house with its number
//! beside it is one to call by itself, and has its people below.

use super::Line;
use super::pieces::bears_name;
use crate::parse::details::{self, Kind};
use crate::parse::{people, words};
use crate::release::Contact;

/// Houses that a list has at the least, each with people and a number.
const FEWEST_HOUSES: usize = 2;
/// Nobody lists more lines.
const MOST_LINES: usize = 120;

/// What a line of a list is.
enum Entry<'t> {
    House(&'t str, Option<Contact>),
    People(Vec<Contact>),
    /// "(Nominated Adviser)"
    Remark(&'t str),
    Detail(Contact),
}

#[derive(Default)]
struct House {
    line: usize,
    name: String,
    /// Known as a house by its own words.
    certain: bool,
    of_all: Contact,
    people: Vec<(usize, Contact)>,
    /// The first of the people that the next number is of.
    run: usize,
    /// A number stands below several names, or a colon behind the house.
    is_plain: bool,
    /// The number stands beside the house.
    beside: bool,
}

/// The contacts of a list of houses; `None` where the lines are none.
pub fn read(lines: &[Line]) -> Option<Vec<(usize, Contact)>> {
    if lines.len() < 2 * FEWEST_HOUSES + 1 || lines.len() > MOST_LINES {
        return None;
    }
    let mut houses: Vec<House> = Vec::new();
    for (at, line) in lines.iter().enumerate() {
        let below = lines.get(at + 1).map(|below| below.text.as_str());
        let open = houses.last().is_some_and(|house| house.people.is_empty() && !house.of_all.has_details());
        // Behind a number the next house begins, though its name may have the shape of a person's.
        let begins = houses.last().is_none_or(House::is_complete);
        let beside = houses.last().is_some_and(|house| house.beside) && !details::reaches_somebody(&line.text);
        let (text, site) = before_site(&line.text);
        match entry(text, begins && !beside && below.is_some_and(is_person_alone))? {
            // "Nominated Adviser" below a house and its number.
            Entry::House(name, None) if open || houses.last().is_some_and(|house| house.is_described_by(name)) => {
                houses.last_mut()?.goes_on(name);
            }
            Entry::House(name, called) => {
                let is_plain = text.trim_end().ends_with(':');
                let certain = is_plain || people::is_organisation(name);
                let (name, beside) = (name.to_owned(), called.is_some());
                let of_all = called.unwrap_or_default();
                houses.push(House { line: line.number, name, certain, is_plain, beside, of_all, ..House::default() });
            }
            Entry::People(people) => {
                let house = houses.last_mut()?;
                if house.people[house.run..].iter().any(|(_, person)| person.has_details()) {
                    house.run = house.people.len();
                }
                house.people.extend(people.into_iter().map(|person| (line.number, person)));
            }
            Entry::Remark(remark) => {
                let house = houses.last_mut()?;
                house.name.push(' ');
                house.name.push_str(remark);
            }
            Entry::Detail(detail) => houses.last_mut()?.called(&detail),
        }
        if let Some(site) = site {
            houses.last_mut()?.of_all.urls.push(site.to_owned());
        }
    }
    let is_listed = |house: &&House| !house.people.is_empty() && house.people.iter().all(|(_, one)| house.reaches(one));
    let listed = houses.iter().filter(is_listed).count();
    let certain = houses.iter().filter(|house| house.certain).count();
    let is_list = listed >= FEWEST_HOUSES
        && certain * 2 >= houses.len()
        && houses.iter().any(|house| house.is_plain || house.beside)
        && houses.iter().all(|house| house.of_all.has_details() || is_listed(&house));
    is_list.then(|| houses.into_iter().flat_map(House::contacts).collect())
}

impl House {
    /// A further line of its name, or what it is to the company.
    fn goes_on(&mut self, name: &str) {
        self.name.push_str(", ");
        self.name.push_str(name);
        self.certain |= people::is_organisation(name);
    }

    /// Whether words between a house with its number and the people there say what it is.
    fn is_described_by(&self, words: &str) -> bool {
        self.beside && self.people.is_empty() && !people::is_organisation(words)
    }

    /// A number below names is of all of them that stand above it without any.
    fn called(&mut self, detail: &Contact) {
        self.is_plain |= self.people.len() - self.run > 1;
        if self.people.is_empty() {
            return self.of_all.absorb(detail.clone());
        }
        let run = &mut self.people[self.run..];
        let named = run.iter().position(|(_, one)| detail.emails.iter().any(|email| is_named_in(one, email)));
        match named {
            Some(named) => run[named].1.absorb(detail.clone()),
            None => run.iter_mut().for_each(|(_, one)| one.absorb(detail.clone())),
        }
    }

    fn is_complete(&self) -> bool {
        self.people.last().is_some_and(|(_, last)| last.has_details() || self.of_all.has_details())
    }

    fn reaches(&self, one: &Contact) -> bool {
        one.has_details() || self.of_all.has_details()
    }

    fn contacts(self) -> Vec<(usize, Contact)> {
        let organization = Some(self.name);
        if self.people.is_empty() {
            return vec![(self.line, Contact { organization, ..self.of_all })];
        }
        let of_all = if self.beside { Contact::default() } else { self.of_all.clone() };
        let own = self.beside.then(|| (self.line, Contact { organization: organization.clone(), ..self.of_all }));
        let with_house = |(line, mut one): (usize, Contact)| {
            if one.phones.is_empty() {
                one.phones.clone_from(&of_all.phones);
            }
            if one.emails.is_empty() {
                one.emails.clone_from(&of_all.emails);
            }
            one.organization.clone_from(&organization);
            (line, one)
        };
        own.into_iter().chain(self.people.into_iter().map(with_house)).collect()
    }
}

/// "Jane Doe   www.harbour.example": a line without the site of the house, which stood in the column beside it.
fn before_site(text: &str) -> (&str, Option<&str>) {
    let Some((before, last)) = text.trim_end().rsplit_once([' ', '\u{A0}']) else { return (text, None) };
    let is_site = last.contains('.') && !last.contains('@') && details::is_bare_address(last);
    let before = before.trim_end();
    if is_site && !before.ends_with(':') { (before, Some(last)) } else { (text, None) }
}

/// Reads a line; `as_house` where a name is more likely a house's, since people stand below it.
fn entry(text: &str, as_house: bool) -> Option<Entry<'_>> {
    const LONGEST_NAME: usize = 8;
    let text = text.trim();
    if details::is_detail_line(text) {
        return Some(Entry::Detail(detail(text)));
    }
    if text.starts_with('(') && text.ends_with(')') && !details::reaches_somebody(text) {
        return Some(Entry::Remark(text));
    }
    let number = details::phones_of_contact(text).first().map(|(range, _)| range.start);
    let label = details::label_starts(text).into_iter().find(|at| *at > 0);
    let cut = number.into_iter().chain(label).min().unwrap_or(text.len());
    let (head, tail) = text.split_at_checked(cut)?;
    let head = head.trim_end_matches([' ', '\u{A0}', ',', ':', '-', '–', '~', '|', '\t', '(']);
    if !tail.is_empty() && !details::is_detail_line(tail) {
        return None;
    }
    let called = (!tail.is_empty()).then(|| detail(tail));
    if !as_house
        && !text.ends_with(':')
        && let Some(mut people) = people_in(head)
    {
        for (one, called) in people.iter_mut().zip(called.iter().cycle()) {
            one.absorb(called.clone());
        }
        return Some(Entry::People(people));
    }
    let is_name =
        head.starts_with(char::is_uppercase) && !words::at_least(head, LONGEST_NAME + 1) && !head.ends_with('.');
    is_name.then_some(Entry::House(head, called))
}

/// "Jane Doe", "Jane Doe ~ Chief Executive", "Jane Doe Chief Executive", "Jane Doe / John Roe"
fn people_in(text: &str) -> Option<Vec<Contact>> {
    let one = |name: String, role: Option<&str>| Contact {
        name: Some(name),
        role: role.map(str::to_owned),
        ..Contact::default()
    };
    let names = people::people(text);
    if !names.is_empty() && !people::is_organisation(text) {
        return Some(names.into_iter().map(|person| one(person.name, None)).collect());
    }
    let apart = [" ~ ", " – ", " - ", ", ", " | "].iter().find_map(|sign| text.split_once(sign));
    let beside = || people::role_behind_name(text);
    let (name, role) = apart.filter(|(name, _)| people::person(name).is_some()).or_else(beside)?;
    let person = people::person(name).filter(|_| !people::is_organisation(name))?;
    Some(vec![one(person.name, Some(role.trim()))])
}

fn is_person_alone(text: &str) -> bool {
    !details::reaches_somebody(text) && people_in(text).is_some()
}

fn detail(text: &str) -> Contact {
    let text = details::unobfuscated(text);
    let (emails, urls) = details::addresses(&text);
    let numbers = details::labelled_phones(details::label(&text).map_or(&text, |(_, at)| &text[at..]));
    let numbers = numbers.into_iter().map(|(_, number)| number).collect();
    match details::label(&text) {
        Some((Kind::Fax, _)) => Contact { fax: numbers, ..Contact::default() },
        _ => Contact { phones: numbers, emails, urls, ..Contact::default() },
    }
}

fn is_named_in(one: &Contact, email: &str) -> bool {
    one.name.as_deref().is_some_and(|name| bears_name(email, name))
}
