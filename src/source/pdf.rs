//! PDF.

use crate::manuscript::Manuscript;
use crate::problem::Report;

#[derive(Debug)]
pub struct Document;

impl Document {
    /// `None` when the bytes are no readable document; the report says why.
    pub fn open(_bytes: &[u8], _report: &mut Report) -> Option<Self> {
        None
    }

    pub fn manuscript(&self, _report: &mut Report) -> Manuscript {
        Manuscript::default()
    }
}
