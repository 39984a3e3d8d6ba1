//! By what a release and its translations know each other: what the publisher says, never a date
//! or a headline that is alike.

use serde::{Deserialize, Serialize};

/// Releases of one kin say the same in different languages.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Kin {
    /// `translation_key` in front matter.
    Key(String),
    /// What the names of files in one folder share before the language's code.
    Name(String),
}
