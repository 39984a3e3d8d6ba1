//! The place and date below a text. Those of an event in its midst are none.

use super::kinds::{contact_heading, is_prose};
use super::{Reader, Section};
use crate::manuscript::{Block, Joint};
use crate::parse::date::{self, Dated, Written};
use crate::parse::{dateline, details, joining, line, people, words};

impl Reader {
    /// "Bern, 26 February 2002" below the text, above the sender: the date of a release that has
    /// none above. In the body only when no sentence follows; an event's date stands among them.
    pub(super) fn signature_date(&mut self, blocks: &[Block], at: usize) -> bool {
        // So many lines below the date stand there because no sentence does.
        const MOST: usize = 60;
        let block = &blocks[at];
        let Some(own) = dateline::own_line(block.text()).filter(|own| own.rest.is_none()) else { return false };
        let closes = match self.section {
            Section::Tail | Section::After => true,
            _ => {
                let closes =
                    |next: &&Block| contact_heading(next).is_some() || line::notes_heading(next.text()).is_some();
                let to_contact = blocks[at + 1..].iter().take(MOST).take_while(|next| !closes(next));
                let last = at + 1 == blocks.len();
                let day = matches!(own.date, Written::Day(_) | Written::Ambiguous(..));
                // "OTS0006 2023-01-21/08:00" is a wire's own stamp.
                let to_contact_only = blocks.get(at + 1).is_some_and(|next| contact_heading(next).is_some());
                let last = last || to_contact_only || dateline::is_stamped(block.text());
                // "Date: 13 August 2026" below a text may be that of an event, "Publikacja: 13 sierpnia 2026 r." may not.
                let labelled = dateline::behind_label_of_publication(block.text()).is_some();
                // "Stand: 03.05.2021 13:41" below a contact is of the page.
                let is_stand = || words::DATE.opening(block.text()) == Some("stand") && own.time.is_some();
                let labelled = labelled || self.section == Section::Contact && is_stand();
                day && (own.place.is_some() || last || labelled) && !to_contact.into_iter().any(is_prose)
            }
        };
        let is_of_other = own.place.is_none() && is_of_something_else(blocks, at) || is_hour_of_event(block.text());
        if closes && is_of_other && matches!(self.section, Section::Body | Section::Other) {
            return false;
        }
        if closes && is_of_other {
            self.leave_out(block, "the day of something else than the release");
        } else if closes {
            self.decide(block, "date line", "place and date below the text");
            if self.out.dates.is_empty() {
                self.out.time = own.time;
            }
            self.out.dates.push((Dated::of(block, own.date), own.place));
        }
        closes
    }
}

/// "Saturday, 15 May 2021, 8 p.m.", "Town Hall, 22 May 2021, 20 Uhr": when one is to come. A page's stamp has minutes, and
/// no weekday.
fn is_hour_of_event(text: &str) -> bool {
    if words::DATE.opening(text).is_some() || dateline::behind_label_of_publication(text).is_some() {
        return false;
    }
    let Some(found) = date::first(text) else { return false };
    let Some((hour, _)) = date::zoned_time(&text[found.range.end..]) else { return false };
    let hour = &text[found.range.end..][hour];
    words::names_weekday(text) || !hour.contains([':', '.'])
}

/// "Next meeting:" or another day above it, "Board names new chair" right above it: a list of days, an event's or
/// another release's.
fn is_of_something_else(blocks: &[Block], at: usize) -> bool {
    let Some(above) = at.checked_sub(1).map(|above| &blocks[above]) else { return false };
    let text = above.text();
    let is_title = || {
        words::at_least(text, 3)
            && !joining::ends_sentence(text)
            && !details::holds_detail(text)
            && !people::is_organisation(text)
            && !people::opens_with_person(text)
            && !people::is_role(text)
            && contact_heading(above).is_none()
            && line::release_line(text).is_none()
            && blocks[at].joint != Joint::Gap
    };
    if dateline::behind_label_of_publication(blocks[at].text()).is_some() {
        return false;
    }
    let is_label = text.trim_end().ends_with(':') && contact_heading(above).is_none();
    is_label || dateline::own_line(text).is_some_and(|own| own.place.is_none()) || is_title()
}
