//! One difference between what is live and this edition, as a type.

use crate::instant::Instant;

/// One thing that readers would see, or would have to be told.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Difference {
    /// The file of the release, which is public; none where it is gone.
    pub path: Option<String>,
    /// The id that it has from now on, or had until now.
    pub id: String,
    pub title: String,
    /// The address that goes with the id.
    pub url: Option<String>,
    pub kind: Kind,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Kind {
    /// A live id that no release has.
    Lost,
    /// A release that readers have under another id, and would be shown again.
    ReAnnounced {
        live_id: String,
        /// Whether front matter can state that id.
        statable: bool,
        /// The slug of its live address, where that is another one.
        slug: Option<String>,
    },
    Redated {
        live: Instant,
        now: Instant,
    },
    /// `updated` is earlier than it was, and nothing else is.
    SetBack {
        live: Instant,
    },
    Silent {
        headline: bool,
        text: bool,
    },
    Readdressed {
        live: String,
        slug: Option<String>,
    },
    Added,
    Updated,
    Withdrawn,
}

impl Kind {
    /// What readers lose comes first.
    pub fn rank(&self) -> u8 {
        match self {
            Self::Lost => 0,
            Self::ReAnnounced { .. } => 1,
            Self::Redated { .. } => 2,
            Self::SetBack { .. } => 3,
            Self::Silent { .. } => 4,
            Self::Readdressed { .. } => 5,
            Self::Added => 6,
            Self::Updated => 7,
            Self::Withdrawn => 8,
        }
    }

    /// As programs read it, for ever.
    pub fn name(&self) -> &'static str {
        match self {
            Self::Lost => "lost",
            Self::ReAnnounced { .. } => "re-announced",
            Self::Redated { .. } => "redated",
            Self::SetBack { .. } => "set-back",
            Self::Silent { .. } => "silent",
            Self::Readdressed { .. } => "readdressed",
            Self::Added => "added",
            Self::Updated => "updated",
            Self::Withdrawn => "withdrawn",
        }
    }
}
