//! What stands beside and below a line of a contact.

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
