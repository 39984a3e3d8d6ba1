//! What `build` and `check` are asked for.

use std::path::PathBuf;

use clap::{Args, ValueEnum};
use dateline::desk::Warnings;
use dateline::instant::Instant;
use url::Url;

use super::{Inputs, values};

#[derive(Debug, Args)]
pub struct Folders {
    #[command(flatten)]
    pub inputs: Inputs,

    /// The folder to write to
    #[arg(long, value_name = "DIR", default_value = "public")]
    pub out: PathBuf,

    /// What is public at this instant (RFC 3339) instead of now
    #[arg(long, value_name = "INSTANT", value_parser = values::instant)]
    pub now: Option<Instant>,

    /// Let published releases vanish, and with `check --against` move their dates
    #[arg(long)]
    pub allow_removal: bool,

    /// Write feeds without a single entry
    #[arg(long)]
    pub allow_empty: bool,

    /// Take warnings for errors
    #[arg(long)]
    pub strict: bool,
}

impl Folders {
    pub fn warnings(&self) -> Warnings {
        Warnings::of(self.strict)
    }
}

#[derive(Debug, Args)]
pub struct Build {
    #[command(flatten)]
    pub folders: Folders,
}

#[derive(Debug, Args)]
#[command(mut_arg("out", |out| out.help("The folder that was built before, to compare with")))]
pub struct Check {
    #[command(flatten)]
    pub folders: Folders,

    /// How problems are printed
    #[arg(long, value_enum, default_value_t = CheckFormat::Human)]
    pub format: CheckFormat,

    /// Compare with what is live at a site, the configured one unless another is named, or at a feed's
    /// own address, and refuse what readers would lose or be shown again
    #[arg(long, value_name = "URL", value_parser = values::live, num_args = 0..=1, default_missing_value = "")]
    pub against: Option<Live>,
}

/// Where what is live is looked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Live {
    /// At the configuration's `site`.
    Configured,
    At(Url),
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum CheckFormat {
    Human,
    /// Workflow annotations
    Github,
    Json,
}
