//! What the parser took each block for, and by what rule, so that `show --explain` can say it.
//! Nothing is decided here.

use schemars::JsonSchema;
use serde::Serialize;

use crate::manuscript::Block;

/// One block's part in the release.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Decision {
    pub line: usize,
    pub last_line: usize,
    /// What it is: "date line", "contact".
    pub part: &'static str,
    /// The rule that says so.
    pub because: &'static str,
}

impl Decision {
    pub fn of(block: &Block, part: &'static str, because: &'static str) -> Self {
        Self { line: block.at.line, last_line: block.last_line, part, because }
    }
}
