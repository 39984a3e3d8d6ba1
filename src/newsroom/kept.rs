//! Releases that wait, whole, until they are written: an archive of many years is never in memory
//! at once.
//!
//! Where they wait is up to the [`Drawer`]; no file is known here.

use std::{fmt, io};

use crate::release::{Facts, Release};

/// Where bytes wait.
pub trait Drawer: fmt::Debug + Send + Sync {
    /// # Errors
    /// When there is no more room.
    fn put(&self, bytes: &[u8]) -> io::Result<Slip>;

    /// What was put there.
    ///
    /// # Errors
    /// When it can't be had back.
    fn take(&self, slip: Slip) -> io::Result<Vec<u8>>;
}

/// A place in a drawer, in bytes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Slip {
    pub at: u64,
    pub length: usize,
}

/// A release that waits in a drawer, and what has to be known of it meanwhile.
#[derive(Debug)]
pub struct Kept {
    /// Behind a pointer: an archive's are sorted and moved.
    pub facts: Box<Facts>,
    slip: Slip,
}

impl Kept {
    /// # Errors
    /// As [`Drawer::put`].
    pub fn new(release: &Release, drawer: &dyn Drawer) -> io::Result<Self> {
        let bytes = postcard::to_allocvec(release).map_err(io::Error::other)?;
        Ok(Self { facts: Box::new(Facts::of(release)), slip: drawer.put(&bytes)? })
    }

    pub(super) fn release(&self, drawer: &dyn Drawer) -> io::Result<Release> {
        postcard::from_bytes(&drawer.take(self.slip)?).map_err(io::Error::other)
    }
}
