//! The people to call: from the lines of a contact block to names, organisations and numbers.
//!
//! A fax is never a phone, an address of a mailing list never a contact, and no field is filled
//! by guessing.

mod around;
mod bare;
mod beside;
mod desks;
mod houses;
mod labels;
mod merging;
mod named;
mod numbers;
mod pieces;
mod roster;
mod sentence;
mod side_by_side;
mod signs;
mod somebody;
mod street;
mod unread;
mod whole;

use super::details::{self, Kind};
use super::{people, words};
use crate::release::Contact;
use around::{Around, Below, Next, Reach, heads_desk, heads_somebody};
use bare::behind_joint;
use beside::without;
use houses::turned;
pub use labels::is_label;
pub use merging::merged;
use numbers::{Form, phones_beside, push_new};
use pieces::{Behind, Opening, form_field, is_unknown_label, label_behind, labelled_person, names_accounts};
pub use pieces::{is_account, is_acronym, is_joint, is_list_address};
pub use sentence::{all_in_sentence, ends_before_capital, in_contact, in_sentence, speaks_of_contact};
use signs::{around_parentheses, at_signs, dashed, each_with_a_name};
use street::is_town_with_code;
pub use street::{is_address, is_town_in_state};
pub use whole::is_whole;

/// One line of a contact block; `gap` when a blank line stands before it.
#[derive(Debug, Clone)]
pub struct Line {
    /// Its number in the file.
    pub number: usize,
    pub text: String,
    pub gap: bool,
}

/// What the lines of one block say.
#[derive(Debug, Default)]
pub struct Found {
    /// Each with the line it begins on.
    pub contacts: Vec<(usize, Contact)>,
    /// What nothing was made of.
    pub unread: Vec<(usize, String)>,
    /// Values that are not what their labels say.
    pub mislabelled: Vec<(usize, Kind, String)>,
}

/// Nobody's number stands farther below the name.
const MOST_LINES_OF_ONE: usize = 12;

/// Reads the lines of one block. `known` says whether words stand elsewhere in the release too.
pub fn read(lines: &[Line], known: &impl Fn(&str) -> bool) -> Found {
    let beside = side_by_side::apart(lines);
    let lines = beside.as_deref().unwrap_or(lines);
    if let Some(contacts) = roster::read(lines) {
        return Found { contacts, ..Found::default() };
    }
    let mut reader = Reader {
        contacts: Vec::new(),
        begins: Vec::new(),
        sure: Vec::new(),
        run: 0,
        paired: false,
        named_last: false,
        opening: lines.first().map_or(Opening::Other, |line| Opening::of(&line.text)),
        form: Form::default(),
        street: None,
        parted: false,
        pending: None,
        around: Around::default(),
        lone_name_behind: None,
        number: 0,
        pieces: 0,
        found: Found::default(),
        known,
    };
    let labelled = labels::beside_values(lines);
    let lines = labelled.as_deref().unwrap_or(lines);
    let last_number = lines.iter().rfind(|line| !details::phones_of_contact(&line.text).is_empty());
    let names_one = lines.iter().filter(|line| pieces::opens_with_name(&line.text)).nth(1).is_none();
    reader.lone_name_behind = last_number.filter(|_| names_one).map(|line| line.number);
    for (at, line) in lines.iter().enumerate() {
        reader.around.below = match lines.get(at + 1).filter(|next| !next.gap) {
            Some(next) if details::is_detail_line(&next.text) => Below::Detail,
            Some(next) if pieces::opens_with_name(&next.text) => Below::Person,
            Some(next) if people::is_role(&next.text) => Below::Role,
            Some(next) if people::is_organisation(&next.text) => Below::House,
            _ => Below::Other,
        };
        let group = lines[at + 1..].iter().take(MOST_LINES_OF_ONE).take_while(|next| !next.gap);
        let called = group.into_iter().any(|next| details::reaches_somebody(&next.text));
        reader.around.reach = if called { Reach::Called } else { Reach::Nobody };
        reader.around.adjacent = !line.gap;
        reader.around.above_town = lines.get(at + 1).is_some_and(|next| !next.gap && is_town_with_code(&next.text));
        reader.around.next = match lines.get(at + 1) {
            Some(next) if details::is_detail_line(&next.text) => Next::Detail,
            Some(_) if heads_somebody(&lines[at + 1..]) => Next::Somebody,
            Some(_) if heads_desk(&lines[at + 1..]) => Next::Desk,
            Some(_) => Next::Words,
            None => Next::Nothing,
        };
        reader.line(line);
        reader.begins.resize(reader.contacts.len(), line.number);
        reader.sure.resize(reader.contacts.len(), false);
    }
    let any_details = reader.contacts.iter().any(Contact::has_details);
    let contacts = reader.begins.into_iter().zip(reader.contacts).zip(reader.sure);
    let mut found = reader.found;
    for ((begins, contact), sure) in contacts {
        let contact = if sure { contact } else { desks::of_a_house(turned(contact)) };
        // Beside people who can be called, a line that only has the shape of a name is none.
        let is_somebody = contact.name.is_some() && contact.role.is_some();
        if let Some((first, second)) = houses::two_by_address(&contact) {
            found.contacts.extend([(begins, first), (begins, second)]);
        } else if !contact.is_empty() && (contact.has_details() || sure || is_somebody || !any_details) {
            found.contacts.push((begins, contact));
        } else {
            found.unread.push((begins, contact.words().join(", ")));
        }
    }
    houses::share_desk(lines, &mut found.contacts);
    found.unread.retain(|(_, words)| !words.is_empty());
    found.unread.sort_by_key(|(line, _)| *line);
    found
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
    /// No house stands below the last name yet.
    named_last: bool,
    opening: Opening,
    /// What the lines above say of how the next contact begins.
    form: Form,
    /// The line that the last street or town stood on.
    street: Option<usize>,
    /// A blank line stands below the number of the run.
    parted: bool,
    /// A label that stood alone on the line before.
    pending: Option<Kind>,
    around: Around,
    /// The line of the last number, where no more than one of the lines is somebody's name.
    lone_name_behind: Option<usize>,
    /// The line that is being read.
    number: usize,
    /// How many pieces were read.
    pieces: usize,
    found: Found,
    known: &'k K,
}

impl<K: Fn(&str) -> bool> Reader<'_, K> {
    fn line(&mut self, line: &Line) {
        self.number = line.number;
        let text = details::unobfuscated(line.text.trim());
        let text = details::behind_line_label(&text).map_or(text.clone(), |number| format!("Tel: {number}").into());
        let text = behind_joint(&text).map_or(text.clone(), |name| name.to_owned().into());
        self.begin_by_form(&text, line.gap);
        self.around.detail_beside = details::reaches_somebody(&text);
        self.parted |= line.gap && self.contacts.get(self.run).is_some_and(Contact::has_details);
        if self.contacts.is_empty() && self.is_heading_of_somebody(&text) {
            self.form.headed = true;
        }
        if line.gap && self.heads_next(&text) {
            self.begin();
            // "South America", where "Asia" stands above somebody else.
            if std::mem::replace(&mut self.form.headed, true) && !people::people(&text).is_empty() {
                return self.organisation(&text, false);
            }
        }
        if line.gap && self.opens_house(&text) {
            self.begin();
            return self.organisation(&text, false);
        }
        if line.gap
            && self.opening == Opening::HouseAndNumber
            && !self.contacts.is_empty()
            && Opening::of(&text) == Opening::HouseAndNumber
        {
            self.begin();
        }
        let mut starts = details::label_starts(&text);
        if starts.first() != Some(&0) {
            starts.insert(0, 0);
        }
        starts.push(text.len());
        let mut gap = line.gap;
        let pieces = starts.windows(2).flat_map(|pair| {
            let parts = at_signs(&text[pair[0]..pair[1]]).into_iter().flat_map(|part| dashed(part));
            parts.flat_map(|part| each_with_a_name(part)).flat_map(|part| around_parentheses(part))
        });
        let mut pieces = pieces.map(signs::without_signs).filter(|piece| !piece.is_empty()).peekable();
        let above_town = self.around.above_town;
        while let Some(piece) = pieces.next() {
            self.around.above_town = pieces.peek().map_or(above_town, |next| is_town_with_code(next));
            self.read_piece(piece, std::mem::take(&mut gap));
        }
    }

    fn piece(&mut self, piece: &str, gap: bool) {
        if piece.is_empty() {
            return;
        }
        if let Some(value) = form_field(piece) {
            // "Company: Harbour Works" opens the form of another one.
            if self.parted {
                self.begin();
            }
            return self.words(value, gap);
        }
        if let Some((label, rest)) = labelled_person(piece) {
            return self.labelled_person(label, rest, gap);
        }
        // "@harbour" is an account of the house on somebody else's site.
        if is_account(piece)
            || names_accounts(piece)
            || is_unknown_label(piece)
            || piece.starts_with('@') && !piece[1..].contains('.')
        {
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
            && (!details::phones_of_contact(piece).is_empty()
                || piece.contains('@')
                || piece.contains('.') && kind == Kind::Web)
        {
            self.pending = None;
            return self.labelled(kind, piece, gap);
        }
        let (emails, urls) = details::addresses(piece);
        let phones = phones_beside(piece, &emails);
        if emails.is_empty() && urls.is_empty() && phones.is_empty() {
            if details::is_bare_host(piece) {
                push_new(&mut self.with_details().urls, piece.to_owned());
                return;
            }
            return self.words(piece, gap);
        }
        let rest = without(piece, &emails, &urls, &phones);
        // "Today: 0113 496 0288" says when.
        let rest = if words::CALL_TIMES.has(rest.trim_end_matches(':')) { String::new() } else { rest };
        if self.calls_another(&rest) {
            self.run = self.contacts.len();
            self.contacts.push(Contact { role: Some(rest), ..Contact::default() });
        } else if !rest.is_empty() && details::label(&format!("{rest}:")).is_none() {
            self.words(&rest, gap);
        }
        let numbers = phones.iter().map(|(_, phone)| phone.as_str());
        if self.is_number_each(&numbers.collect::<Vec<_>>()) {
            return self.web(emails, urls);
        }
        for (range, phone) in phones {
            match label_behind(&piece[range.end..]) {
                Some(Behind::Fax) => push_new(&mut self.with_details().fax, phone),
                Some(Behind::TextPhone) => {
                    let number = piece[range.start..].trim().to_owned();
                    self.with_details().address.push(number);
                }
                Some(Behind::Phone) | None => self.phone(&phone),
            }
        }
        self.web(emails, urls);
    }
}

#[cfg(test)]
mod tests;
