//! A part of the text and where it stands.

use crate::problem::Place;

#[derive(Debug, Clone, PartialEq)]
pub struct Placed<T> {
    pub value: T,
    pub at: Place,
}

impl<T> Placed<T> {
    pub fn new(at: Place, value: T) -> Self {
        Self { value, at }
    }

    pub fn map<U>(self, change: impl FnOnce(T) -> U) -> Placed<U> {
        Placed { value: change(self.value), at: self.at }
    }
}
