//! Where something takes place, set over several lines between the headline and the text: the house, and its street
//! below. Nothing of it is left out, for readers want to go there.

use super::Header;
use super::headlines::Candidate;
use crate::manuscript::{Block, Joint};
use crate::parse::decision::Decision;

/// "Academy of Timber and Crafts," right above "Mill Street 4, 89999 Morne": the lines from `start` on, and the
/// addresses below them, go into the body.
pub fn keep(header: &mut Header, lines: &mut Vec<Candidate>, start: usize, addresses: &[Block]) {
    const MOST: usize = 3;
    let Some(last) = lines.last().filter(|last| last.text().ends_with(',') && lines.len() - start <= MOST) else {
        return;
    };
    let mut below = last.last_line + 1;
    let mut places = Vec::new();
    while let Some(place) = addresses.iter().find(|place| place.at.line == below && place.joint != Joint::Gap) {
        below = place.last_line + 1;
        places.push(place.clone());
    }
    if places.is_empty() {
        return;
    }
    header.left_out.retain(|left| !places.iter().any(|place| place.at.line == left.line));
    let mut venue: Vec<Block> = lines.drain(start..).map(Candidate::into_block).collect();
    venue.extend(places);
    let because = "where it takes place, below the headline";
    header.decisions.extend(venue.iter().map(|block| Decision::of(block, "body", because)));
    let after = header.aside.iter().take_while(|block| block.at.line < venue[0].at.line).count();
    header.aside.splice(after..after, venue);
}
