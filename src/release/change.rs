//! What a publisher puts right or takes back after publication. A change never makes another
//! release: id and address stay.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// Something put right, as readers are told of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Correction {
    /// Unknown where the text marks a correction and nothing gives its day.
    pub day: Option<NaiveDate>,
    pub note: Option<String>,
}

/// The whole release taken back.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Withdrawal {
    pub day: NaiveDate,
    pub reason: Option<String>,
}
