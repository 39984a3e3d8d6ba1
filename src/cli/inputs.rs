//! What a newsroom is made of, as most commands are asked for it in the same words. Where a command
//! means something else by the same flag, it says so itself.

use std::path::PathBuf;

use clap::Args;

// No comment of its own: clap would take it for the command's.
#[derive(Debug, Args)]
pub struct Inputs {
    /// The newsroom's configuration
    #[arg(long, value_name = "FILE", default_value = "dateline.toml")]
    pub config: PathBuf,

    /// The folder of press releases
    #[arg(long, value_name = "DIR", default_value = "releases")]
    pub releases: PathBuf,
}
