//! What `push` is asked for.

use std::path::PathBuf;
use std::time::Duration;

use clap::{Args, ValueEnum};

use super::values;

#[derive(Debug, Args)]
pub struct Push {
    /// The newsroom's configuration
    #[arg(long, value_name = "FILE", default_value = "dateline.toml")]
    pub config: PathBuf,

    /// The folder of press releases, to see whether the feeds are up to date; else `releases` where there is one
    #[arg(long, value_name = "DIR")]
    pub releases: Option<PathBuf>,

    /// The folder that was built, and is served
    #[arg(long, value_name = "DIR", default_value = "public")]
    pub out: PathBuf,

    /// A hub to tell, instead of those of the configuration; may be given several times
    #[arg(long, value_name = "URL")]
    pub hub: Vec<String>,

    /// How long the feeds may take to be live, and then each hub to take them all, such as 90s or 5m
    #[arg(long, value_name = "DURATION", default_value = "10m", value_parser = values::wait)]
    pub wait: Duration,

    /// Write to this file what is live now, and tell nobody: before a deployment
    #[arg(long, value_name = "FILE", conflicts_with_all = ["hub", "since", "all", "dry_run"])]
    pub note_live: Option<PathBuf>,

    /// Tell only of feeds that are not as this note says: after the deployment
    #[arg(long, value_name = "FILE")]
    pub since: Option<PathBuf>,

    /// Tell of all feeds, whatever a note says
    #[arg(long)]
    pub all: bool,

    /// Fail also when only some of the hubs do, and on feeds that are not up to date
    #[arg(long)]
    pub strict: bool,

    /// Print what would be sent; opens no connection
    #[arg(long)]
    pub dry_run: bool,

    /// How results are printed
    #[arg(long, value_enum, default_value_t = PushFormat::Human)]
    pub format: PushFormat,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum PushFormat {
    Human,
    Json,
}
