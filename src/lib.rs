//! dateline turns a folder of press releases, as press offices write them, into RSS 2.0, Atom 1.0
//! and JSON Feed 1.1.
//!
//! A pure core with doors: [`disk`] is the only room that touches files, [`hub`] the only one that
//! touches the network; the binary is the only one that knows the terminal, and the time of day: the
//! doors measure how long they wait, and nothing else. Everything else is a function of its arguments.
//! `ARCHITECTURE.md` draws the map.
//!
//! From a folder to documents, which are made when they are asked for:
//!
//! ```
//! use dateline::edition::{self, Allowance};
//! use dateline::{config::Config, desk::{self, Warnings}, guard::Before, instant::Instant};
//! use rayon::iter::ParallelIterator;
//!
//! # fn main() -> Result<(), Box<dyn std::error::Error>> {
//! # let folder = tempfile::tempdir()?;
//! # let text = "Lamp lit\n\nAldwick, 1 May 2026 – The mayor lit the lamp that has stood at the harbour for eighty years.\n";
//! # std::fs::write(folder.path().join("lamp.txt"), text)?;
//! # let toml = "title = \"Harbour\"\ndescription = \"News\"\nlanguage = \"en\"\nsite = \"https://news.harbour.example/\"\n\
//! #     id_base = \"tag:harbour.example,2018\"\ntime_zone = \"Europe/Berlin\"\n[publisher]\nname = \"Harbour\"\n";
//! # let releases = folder.path();
//! let config = Config::parse("dateline.toml", toml).map_err(|problems| problems[0].human())?;
//! let now = Instant::parse("2026-06-01T12:00:00Z").ok_or("no instant")?;
//! let desk = desk::read(releases, &config, now, Warnings::Told)?;
//! let newsroom = desk.newsroom.as_ref().ok_or_else(|| desk.problems[0].human())?;
//! let edition = edition::make(&config, newsroom, now, &Before::default(), Allowance::default())?;
//! let documents = edition.documents(|_| Vec::new(), |_| false).collect::<Result<Vec<_>, _>>()?;
//! assert!(documents.iter().flatten().any(|document| document.name == "releases/lamp/index.html"));
//! # Ok(())
//! # }
//! ```

#![forbid(unsafe_code)]

pub mod address;
pub mod against;
pub mod body;
#[doc(hidden)]
pub mod characters;
pub mod config;
mod content;
pub mod desk;
pub mod disk;
pub mod document;
pub mod edition;
pub mod feed;
mod fingerprint;
#[doc(hidden)]
pub mod frame;
pub mod guard;
pub mod hub;
pub mod instant;
pub mod link;
pub mod manuscript;
#[doc(hidden)]
pub mod markup;
pub mod newsroom;
pub mod page;
pub mod parse;
#[doc(hidden)]
pub mod preview;
pub mod problem;
pub mod prose;
pub mod reading;
pub mod release;
#[doc(hidden)]
pub mod schema;
pub mod show;
pub mod sitemap;
pub mod source;
pub mod verify;
#[doc(hidden)]
pub mod workflow;
