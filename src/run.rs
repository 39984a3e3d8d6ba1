//! The commands, step by step. Each has a file; what several need is `given`, `published`, `stop` and `telling`.

mod against;
pub mod begin;
mod building;
mod checking;
mod given;
mod lifting;
pub mod manual;
mod published;
pub mod push;
pub mod serve;
mod showing;
mod stop;
mod telling;

use crate::exit::Exit;
pub use building::build;
pub use checking::check;
pub use lifting::lifted;
pub use showing::show;

/// Why a command ended early. The message has been printed.
type Ended = Exit;
