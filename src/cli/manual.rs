//! What `completions` and `man` are asked for.

use std::path::PathBuf;

use clap::{Args, ValueEnum};
use clap_complete::Shell;

#[derive(Debug, Args)]
pub struct Completions {
    /// The shell
    #[arg(value_enum)]
    pub shell: Shell,
}

#[derive(Debug, Args)]
pub struct Schema {
    /// Of what
    #[arg(value_enum)]
    pub of: SchemaOf,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum SchemaOf {
    /// dateline.toml
    Config,
    /// What `show --format json` prints
    Show,
}

#[derive(Debug, Args)]
pub struct Man {
    /// Write a page for each command into this folder, which is made where it is missing
    #[arg(long, value_name = "DIR")]
    pub out: Option<PathBuf>,
}
