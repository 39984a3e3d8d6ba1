//! One kind of wording over all languages, looked for anywhere in a text that is given folded, see [`super::fold`].

use std::sync::LazyLock;

use aho_corasick::AhoCorasick;

use super::opening::starts_anew;
use super::with_frames;

/// One kind of wording, searched for in a single pass over a text.
#[derive(Debug)]
pub struct Search(LazyLock<Option<AhoCorasick>>);

macro_rules! searches {
    ($($name:ident: $table:ident,)*) => {
        // Built from our own tables; if that failed, a test would.
        $(pub static $name: Search = Search(LazyLock::new(|| {
            AhoCorasick::new(with_frames().flat_map(|words| words.$table)).ok()
        }));)*
    };
}

searches! {
    ORGANISATIONS_IN: organisations,
    ROLES_IN: roles,
    COUNTS: counts,
    ISSUED_IN: issued,
    ADDRESSED: addressed,
    PUBLICATION_IN: publication,
    NOT_BEFORE: not_before,
    FORBIDS_IN: forbids,
    PERMITS_IN: permits,
    KEPT_IN: kept,
    PARTS_IN: parts,
    UNTIL_NOTICE_IN: until_notice,
    TIMES_OF_DAY: times_of_day,
    EMBARGO_STEMS_IN: embargo_stems,
    MEDIA_IN: media,
    LEADS_TO_PAGE_IN: leads_to_page,
    LOCAL_TIME_IN: local_time,
    INVITATION_IN: invitations,
    PRESS_PEOPLE_IN: press_people,
}

impl Search {
    /// Whether an entry stands in the text as whole words.
    pub fn is_in(&self, folded: &str) -> bool {
        self.0.as_ref().is_some_and(|search| {
            search.find_overlapping_iter(folded).any(|found| is_whole(folded, found.start(), found.end()))
        })
    }

    /// Whether an entry stands in the text, be it within a word.
    pub fn is_within(&self, folded: &str) -> bool {
        self.0.as_ref().is_some_and(|search| search.is_match(folded))
    }
}

pub(super) fn is_whole(text: &str, start: usize, end: usize) -> bool {
    starts_anew(&text[end..]) && text[..start].chars().next_back().is_none_or(|c| !c.is_alphanumeric())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn entries_are_found_as_whole_words() {
        assert!(!ROLES_IN.is_in("the directory") && ROLES_IN.is_in("our director, here"));
    }
}
