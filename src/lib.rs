//! dateline turns a folder of press releases, as press offices write them, into RSS 2.0, Atom 1.0
//! and JSON Feed 1.1.
//!
//! A pure core with doors: [`disk`] is the only room that touches files, [`hub`] the only one that
//! touches the network; the binary is the only
//! one that knows the clock and the terminal. Everything else is a function of its arguments.
//! `ARCHITECTURE.md` draws the map.

#![forbid(unsafe_code)]

pub mod against;
pub mod body;
pub mod characters;
pub mod config;
pub mod content;
pub mod desk;
pub mod disk;
pub mod document;
pub mod edition;
pub mod feed;
pub mod fingerprint;
pub mod frame;
pub mod guard;
pub mod hub;
pub mod instant;
pub mod link;
pub mod manuscript;
pub mod markup;
pub mod newsroom;
pub mod page;
pub mod parse;
pub mod preview;
pub mod problem;
pub mod prose;
pub mod reading;
pub mod release;
pub mod schema;
pub mod show;
pub mod sitemap;
pub mod source;
pub mod verify;
pub mod workflow;
