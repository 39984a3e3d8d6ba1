//! What stands beside and below a line of a contact.

use super::desks::names_desk;
use super::{Line, pieces};
use crate::parse::details;

/// What the next line is.
#[derive(Default, Clone, Copy, PartialEq, Eq)]
pub enum Below {
    /// A phone or an address.
    Detail,
    /// Somebody's name.
    Person,
    /// What somebody is.
    Role,
    /// A house, or a department of one.
    House,
    #[default]
    Other,
}

/// Whether the lines below, down to the next blank one, hold a phone or an address.
#[derive(Default, Clone, Copy, PartialEq, Eq)]
pub enum Reach {
    Called,
    #[default]
    Nobody,
}

/// What stands below, be it behind a blank line.
#[derive(Default, Clone, Copy, PartialEq, Eq)]
pub enum Next {
    /// A phone or an address.
    Detail,
    /// Somebody's name behind a blank line, with a number.
    Somebody,
    /// "Media Relations", and a number or an address below that.
    Desk,
    Words,
    #[default]
    Nothing,
}

/// What stands beside and below the line that is being read.
#[derive(Default, Clone, Copy)]
pub struct Around {
    pub below: Below,
    /// The line itself holds a phone or an address.
    pub detail_beside: bool,
    /// No blank line stands above.
    pub adjacent: bool,
    pub reach: Reach,
    pub next: Next,
    /// A post code and a town follow.
    pub above_town: bool,
}

/// Whether a press desk stands right below, and its number or address right below that.
pub fn heads_desk(below: &[Line]) -> bool {
    let [desk, detail, ..] = below else { return false };
    !desk.gap && !detail.gap && names_desk(&desk.text) && details::is_detail_line(&detail.text)
}

/// Whether somebody's name stands below a blank line, and the number close below that.
pub fn heads_somebody(below: &[Line]) -> bool {
    const NEAR: usize = 3;
    let [name, details @ ..] = below else { return false };
    name.gap
        && pieces::opens_with_name(&name.text)
        && details.iter().take(NEAR).take_while(|line| details::is_detail_line(&line.text)).next().is_some()
}
