//! What `show` and `lifted` are asked for.

use std::path::PathBuf;

use clap::{Args, ValueEnum};
use dateline::instant::Instant;

use super::{Inputs, values};

#[derive(Debug, Args)]
pub struct Show {
    /// The release
    pub file: PathBuf,

    /// The newsroom's configuration, else `dateline.toml` where there is one; without any, what it would add is left out
    #[arg(long, value_name = "FILE")]
    pub config: Option<PathBuf>,

    /// How it is printed
    #[arg(long, value_enum, default_value_t = ShowFormat::Human)]
    pub format: ShowFormat,

    /// Say what each line was taken for, and why
    #[arg(long)]
    pub explain: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum ShowFormat {
    Human,
    Json,
}

#[derive(Debug, Args)]
pub struct Lifted {
    /// The instant (RFC 3339), such as that of the last deployment
    #[arg(long, value_name = "INSTANT", value_parser = values::instant)]
    pub since: Instant,

    #[command(flatten)]
    pub inputs: Inputs,

    /// Count up to this instant (RFC 3339) instead of now
    #[arg(long, value_name = "INSTANT", value_parser = values::instant)]
    pub now: Option<Instant>,
}
