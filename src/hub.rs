//! The only room that touches the network: looks at what is live, and tells hubs of it.
//!
//! Knows addresses and bytes, never what changed in a feed or why. Refuses to be led from a public
//! address to a private one, to read or wait without end, and to print what an address keeps secret.

mod border;
pub mod fetch;
