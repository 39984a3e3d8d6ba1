//! Wordings that tell what a paragraph is wherever they stand in it. All kinds are searched for at
//! once, since every paragraph is asked about each of them.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use aho_corasick::{AhoCorasick, AhoCorasickKind};

use super::search::is_whole;
use super::templates::BLANK_FORMS;
use super::{fold, with_frames};
use crate::parse::memory::remembered;

/// The kinds of wordings that a text holds, as a set.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Wordings(u8);

impl Wordings {
    pub const EMBARGO: Self = Self(1);
    pub const CONTACT: Self = Self(1 << 1);
    pub const NOTICE: Self = Self(1 << 2);
    pub const LICENCE: Self = Self(1 << 3);
    pub const NEWSLETTER: Self = Self(1 << 4);
    pub const GUIDE: Self = Self(1 << 5);
    pub const BLANK_FORM: Self = Self(1 << 6);
    /// A word without which no sentence takes a release back.
    pub const WITHDRAWN: Self = Self(1 << 7);
    /// Those that may stand within a word.
    const WITHIN: u8 = Self::GUIDE.0 | Self::BLANK_FORM.0 | Self::WITHDRAWN.0;

    pub fn has(self, kind: Self) -> bool {
        self.0 & kind.0 == kind.0
    }
}

/// What stands in a text, in letters of either size.
pub fn wordings(text: &str) -> Wordings {
    remembered!(text, find => Wordings)
}

fn find(text: &str) -> Wordings {
    let Search { automaton: Some(automaton), kinds } = &*SEARCH else { return Wordings::default() };
    let folded = fold(text);
    let mut held = 0;
    for found in automaton.find_overlapping_iter(&folded) {
        let kind = kinds[found.pattern().as_usize()].0;
        let fits = || kind & Wordings::WITHIN != 0 || is_whole(&folded, found.start(), found.end());
        if held & kind == 0 && fits() {
            held |= kind;
        }
    }
    Wordings(held)
}

struct Search {
    /// Built from our own tables; if that failed, a test would.
    automaton: Option<AhoCorasick>,
    /// By pattern.
    kinds: Vec<Wordings>,
}

static SEARCH: LazyLock<Search> = LazyLock::new(|| {
    let of = |kind, table: &'static [&'static str]| table.iter().map(move |entry| (kind, fold(entry)));
    let entries = with_frames().flat_map(|words| {
        of(Wordings::EMBARGO, words.embargo_anywhere)
            .chain(of(Wordings::CONTACT, words.contact_sentence))
            .chain(of(Wordings::NOTICE, words.notices))
            .chain(of(Wordings::LICENCE, words.licences))
            .chain(of(Wordings::NEWSLETTER, words.newsletters))
            .chain(of(Wordings::GUIDE, words.guides))
    });
    // The last word of each, since many end alike. "We withdraw this release" ends as every other text may, and is
    // known by its longest word.
    let kinds = with_frames().flat_map(|words| words.release_lines).filter_map(|kind| kind.rsplit(' ').next());
    let kinds: BTreeSet<String> = kinds.map(fold).collect();
    let telling_word = |entry: &&str| {
        let own = |word: &&str| word.len() > 2 && !kinds.contains(*word);
        let folded = fold(entry);
        let (_, last) = folded.rsplit_once(' ')?;
        let longest = || folded.split(' ').filter(own).max_by_key(|word| word.len());
        Some(last).filter(own).or_else(longest).map(str::to_owned)
    };
    let telling: BTreeSet<String> =
        with_frames().flat_map(|words| words.withdrawals).filter_map(telling_word).collect();
    let withdrawn = telling.into_iter().map(|word| (Wordings::WITHDRAWN, word));
    let entries = entries.chain(withdrawn).chain(of(Wordings::BLANK_FORM, &BLANK_FORMS));
    let (kinds, entries): (Vec<Wordings>, Vec<String>) = entries.unzip();
    Search { automaton: AhoCorasick::builder().kind(Some(AhoCorasickKind::DFA)).build(entries).ok(), kinds }
});

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_wording_of_every_kind_is_found_as_whole_words() {
        for words in with_frames() {
            for (kind, table) in [
                (Wordings::EMBARGO, words.embargo_anywhere),
                (Wordings::CONTACT, words.contact_sentence),
                (Wordings::NOTICE, words.notices),
                (Wordings::LICENCE, words.licences),
                (Wordings::NEWSLETTER, words.newsletters),
                (Wordings::GUIDE, words.guides),
                (Wordings::BLANK_FORM, &BLANK_FORMS),
            ] {
                for entry in table {
                    assert!(wordings(&format!("so it says, {entry}, and more")).has(kind), "{entry}");
                }
            }
        }
        for entry in with_frames().flat_map(|words| words.withdrawals).filter(|entry| entry.contains(' ')) {
            assert!(wordings(&format!("so it says, {entry}")).has(Wordings::WITHDRAWN), "{entry}");
        }
        assert_eq!(wordings("the harbour has a lamp"), Wordings::default());
    }
}
