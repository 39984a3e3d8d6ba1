//! What `init` and `new` are asked for.

use std::path::PathBuf;

use clap::{Args, ValueEnum};
use dateline::instant::Instant;

use super::{Inputs, values};

#[derive(Debug, Args)]
pub struct Init {
    /// The newsroom's name
    #[arg(long)]
    pub title: Option<String>,

    /// One sentence on what the feed brings
    #[arg(long)]
    pub description: Option<String>,

    /// The address the output will be served under
    #[arg(long, value_name = "URL")]
    pub site: Option<String>,

    /// The frozen front of every id, such as tag:example.org,2018
    #[arg(long, value_name = "TAG")]
    pub id_base: Option<String>,

    /// The newsroom's language, such as en or de-AT
    #[arg(long, value_name = "CODE")]
    pub language: Option<String>,

    /// Its time zone, such as Europe/Berlin
    #[arg(long, value_name = "ZONE")]
    pub time_zone: Option<String>,

    /// The organisation that speaks
    #[arg(long, value_name = "NAME")]
    pub publisher: Option<String>,

    /// The file to write
    #[arg(long, value_name = "FILE", default_value = "dateline.toml")]
    pub config: PathBuf,

    /// The folder of press releases, made where there is none
    #[arg(long, value_name = "DIR", default_value = "releases")]
    pub releases: PathBuf,

    /// Write workflows, too, that publish the newsroom on GitHub Pages; a configuration that is there stays
    #[arg(long, requires = "action", conflicts_with_all = ["config", "releases"])]
    pub github: bool,

    /// dateline's own repository and the commit that the workflows run
    #[arg(long, value_name = "OWNER/REPO@COMMIT", requires = "github")]
    pub action: Option<String>,
}

#[derive(Debug, Args)]
pub struct New {
    /// The headline, which the file is named after
    #[arg(required = true)]
    pub headline: Vec<String>,

    /// The frame's language [default: the configuration's, or English where there is no frame in it]
    #[arg(long, value_enum)]
    pub language: Option<FrameLanguage>,

    /// The format of the file
    #[arg(long, value_enum, default_value_t = FrameFormat::Text)]
    pub format: FrameFormat,

    /// The file's name without its ending, instead of one made of the headline
    #[arg(long)]
    pub name: Option<String>,

    #[command(flatten)]
    pub inputs: Inputs,

    /// Date the release at this instant (RFC 3339) instead of now
    #[arg(long, value_name = "INSTANT", value_parser = values::instant)]
    pub now: Option<Instant>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum FrameLanguage {
    En,
    De,
    Fr,
    Es,
    It,
    Pt,
    Nl,
    Sv,
    Da,
    Nb,
    Pl,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum FrameFormat {
    Text,
    Markdown,
}
