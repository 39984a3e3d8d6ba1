//! What an edition would change of what readers have already: the live feed and its archive, read
//! back and held against what is public now.
//!
//! A function of its arguments. How bytes come from a server is behind [`walk::Web`]; the words of a
//! release that is not public are never here, since only cleared ones come in.

pub mod comparison;
pub mod difference;
pub mod live;
pub mod own;
pub mod print;
pub mod report;
pub mod served;
pub mod walk;

pub use comparison::compare;
pub use difference::{Difference, Kind};
pub use live::LiveEntry;
pub use own::Own;
pub use served::Served;
pub use walk::{Answer, Led, Live, Unknown, Web};
