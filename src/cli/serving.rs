//! What `serve` is asked for.

use clap::Args;
use dateline::desk::Warnings;
use dateline::instant::Instant;

use super::{Inputs, values};

#[derive(Debug, Args)]
pub struct Serve {
    #[command(flatten)]
    pub inputs: Inputs,

    /// Show what will be public at this instant (RFC 3339), such as a release whose embargo has ended
    /// by then, instead of what is public now
    #[arg(long, value_name = "INSTANT", value_parser = values::instant)]
    pub now: Option<Instant>,

    /// Take warnings for errors
    #[arg(long)]
    pub strict: bool,

    /// The port of 127.0.0.1 to answer on; 0 for one that is free
    #[arg(long, value_name = "PORT", default_value_t = 8000)]
    pub port: u16,
}

impl Serve {
    pub fn warnings(&self) -> Warnings {
        Warnings::of(self.strict)
    }
}
