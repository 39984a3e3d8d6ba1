//! What nothing was made of, so that no line of a contact vanishes unsaid.

use super::{Reader, is_joint};
use crate::parse::details;
use crate::release::Contact;

impl<K: Fn(&str) -> bool> Reader<'_, K> {
    /// Reads a piece, and notes it where nothing comes of it. Nobody's contact has so many pieces that it
    /// would be worth looking at all of them again for each; so what is read begins anew now and then.
    pub(super) fn read_piece(&mut self, piece: &str, gap: bool) {
        const MOST: usize = 400;
        self.pieces += 1;
        if self.pieces > MOST {
            if self.pieces.is_multiple_of(MOST) {
                self.run = self.contacts.len();
                self.contacts.push(Contact::default());
                self.paired = false;
            }
            return self.piece(piece, gap);
        }
        let (before, pending) = (self.contacts.clone(), self.pending);
        self.piece(piece, gap);
        if self.contacts == before && self.pending == pending && self.loses(piece) {
            self.found.unread.push((self.number, piece.to_owned()));
        }
    }

    /// Whether words of which nothing was made say anything that no contact holds.
    fn loses(&self, piece: &str) -> bool {
        let is_known = |known: &String| piece.contains(known.as_str()) || known.contains(piece);
        let labelled = format!("{}:", piece.trim_end_matches(':'));
        let is_label = || details::label(&labelled).is_some_and(|(_, at)| at == labelled.len());
        piece.contains(char::is_alphanumeric)
            && !is_joint(piece)
            && !is_label()
            && !self.contacts.iter().any(|contact| contact.words().iter().any(is_known))
    }
}
