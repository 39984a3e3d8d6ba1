//! The commands and flags. What they do is decided elsewhere.

mod asking;
mod beginning;
mod building;
mod inputs;
mod manual;
mod serving;
mod telling;
mod values;

use clap::{Parser, Subcommand};

use crate::exit;
pub use asking::{Lifted, Show, ShowFormat};
pub use beginning::{FrameFormat, FrameLanguage, Init, New};
pub use building::{Build, Check, CheckFormat, Folders, Live};
pub use inputs::Inputs;
pub use manual::{Completions, Man, Schema, SchemaOf};
pub use serving::Serve;
pub use telling::{Push, PushFormat};

/// Press releases become RSS, Atom and JSON Feed.
#[derive(Debug, Parser)]
#[command(name = "dateline", version, about, propagate_version = true, after_help = exit::codes())]
pub struct Cli {
    #[command(subcommand)]
    pub command: Command,

    /// Say nothing but errors
    #[arg(long, short, global = true, conflicts_with = "verbose")]
    pub quiet: bool,

    /// Say more, also about releases that are not public yet: not for public logs
    #[arg(long, short, global = true)]
    pub verbose: bool,
}

#[derive(Debug, Subcommand)]
pub enum Command {
    /// Write feeds and pages
    Build(Build),
    /// Read everything and say what is wrong; writes nothing
    Check(Check),
    /// Show what was understood of one release, part by part
    Show(Show),
    /// Tell hubs of the feeds, once they are live
    Push(Push),
    /// Show pages and feeds in a browser on this machine, built anew when a file changes
    Serve(Serve),
    /// Say how many releases have become public since an instant
    Lifted(Lifted),
    /// Write a configuration to begin with
    Init(Init),
    /// Write a release to fill in
    New(New),
    /// Print what completes these commands in a shell
    Completions(Completions),
    /// Print the JSON Schema of the configuration, or of what `show` prints
    Schema(Schema),
    /// Print the manual page, or write one for each command
    Man(Man),
}
