//! Signs that plain text sets around a headline. What stands between them is judged elsewhere.

use std::ops::Range;

use crate::parse::words;

/// "*** Harbour opens hall ***": what stands between ornaments of one sign, as plain text sets a headline.
pub fn ornamented(text: &str) -> Option<Range<usize>> {
    const FEWEST: usize = 2;
    let sign = text.chars().next().filter(|sign| "*~=+#".contains(*sign))?;
    let within = text.trim_matches([sign, ' ']);
    let (before, behind) = (text.find(within)?, text.len() - text.trim_end_matches([sign, ' ']).len());
    let signs = |part: &str| part.matches(sign).count();
    let is_ornament = signs(&text[..before]) == signs(&text[text.len() - behind..])
        && (signs(&text[..before]) >= FEWEST || sign == '~')
        && words::at_least(within, 2);
    is_ornament.then(|| before..text.len() - behind)
}

pub fn is_between_dashes(text: &str) -> bool {
    const DASHES: [char; 3] = ['-', '–', '—'];
    text.starts_with(DASHES) && text.ends_with(DASHES)
}
