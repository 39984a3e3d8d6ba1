//! A day above a text and another in its date line. What a site stamped on its page before gives way to the date line;
//! of any others the first counts, and both are told of. A later day is never set aside: it may be that of release.

use super::date::Written;
use super::header::Header;
use super::{FrontMatterGives, date, dateline, embargo, words};
use crate::manuscript::Block;
use crate::problem::Report;

pub fn settle(header: &mut Header, blocks: &[Block], given: FrontMatterGives, report: &mut Report) {
    let placed = header.place.as_ref().map(|place| place.at);
    let lead = header.lead.as_ref().map(|lead| lead.at).filter(|at| placed == Some(*at));
    let [first, .., last] = header.dates.as_slice() else { return };
    let (Written::Day(above), Written::Day(own)) = (&first.date, &last.date) else { return };
    if given.date || Some(last.at) != lead || first.at == last.at || above == own {
        return;
    }
    let Some(line) = blocks.iter().find(|block| block.at == first.at).map(Block::text) else { return };
    if above < own && is_stamp(line) {
        header.dates.rotate_right(1);
        header.time = None;
    } else if embargo::release_day(line).is_none() && !embargo::holds_back(line) {
        let what = format!("this day differs from that of the date line in line {}", last.at.line);
        report.warning(first.at, what, "the first counts; correct one of the two, or state `date:`").found(&first.text);
    }
}

/// "March 2, 2026 - 8:00pm", "2 March 2026 by admin"
fn is_stamp(line: &str) -> bool {
    let unlabelled = words::DATE.opening(line).is_none() && date::opening(line).is_some();
    let by_site = |own: dateline::OwnLine| {
        own.time.is_some() || own.rest.is_some_and(|rest| words::BYLINES.opening(&line[rest..]).is_some())
    };
    unlabelled && dateline::own_line(line).is_some_and(by_site)
}
