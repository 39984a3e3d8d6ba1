//! The commands and flags. What they do is decided elsewhere.

use std::path::PathBuf;
use std::time::Duration;

use clap::{Args, Parser, Subcommand, ValueEnum};
use dateline::instant::Instant;
use dateline::link;
use url::Url;

/// Press releases become RSS, Atom and JSON Feed.
#[derive(Debug, Parser)]
#[command(name = "dateline", version, about, propagate_version = true)]
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
    /// Write the feeds
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
}

#[derive(Debug, Args)]
pub struct Folders {
    /// The newsroom's configuration
    #[arg(long, value_name = "FILE", default_value = "dateline.toml")]
    pub config: PathBuf,

    /// The folder of press releases
    #[arg(long, value_name = "DIR", default_value = "releases")]
    pub releases: PathBuf,

    /// The folder to write to
    #[arg(long, value_name = "DIR", default_value = "public")]
    pub out: PathBuf,

    /// What is public at this instant (RFC 3339) instead of now
    #[arg(long, value_name = "INSTANT", value_parser = instant)]
    pub now: Option<Instant>,

    /// Let published releases vanish, or move their dates
    #[arg(long)]
    pub allow_removal: bool,

    /// Write feeds without a single entry
    #[arg(long)]
    pub allow_empty: bool,

    /// Take warnings for errors
    #[arg(long)]
    pub strict: bool,
}

#[derive(Debug, Args)]
pub struct Build {
    #[command(flatten)]
    pub folders: Folders,
}

#[derive(Debug, Args)]
pub struct Check {
    #[command(flatten)]
    pub folders: Folders,

    /// How problems are printed
    #[arg(long, value_enum, default_value_t = CheckFormat::Human)]
    pub format: CheckFormat,

    /// Compare with what is live at a site, the configured one unless another is named, or at a feed's
    /// own address, and refuse what readers would lose or be shown again
    #[arg(long, value_name = "URL", value_parser = live, num_args = 0..=1, default_missing_value = "")]
    pub against: Option<Live>,
}

/// Where what is live is looked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Live {
    /// At the configuration's `site`.
    Configured,
    At(Url),
}

#[derive(Debug, Args)]
pub struct Show {
    /// The release
    pub file: PathBuf,

    #[arg(long, value_name = "FILE", default_value = "dateline.toml")]
    pub config: PathBuf,

    #[arg(long, value_enum, default_value_t = ShowFormat::Human)]
    pub format: ShowFormat,

    /// Say what each line was taken for, and why
    #[arg(long)]
    pub explain: bool,
}

#[derive(Debug, Args)]
pub struct Push {
    /// The newsroom's configuration
    #[arg(long, value_name = "FILE", default_value = "dateline.toml")]
    pub config: PathBuf,

    /// The folder of press releases, to see whether the feeds are up to date; may be absent
    #[arg(long, value_name = "DIR", default_value = "releases")]
    pub releases: PathBuf,

    /// The folder that was built, and is served
    #[arg(long, value_name = "DIR", default_value = "public")]
    pub out: PathBuf,

    /// A hub to tell, instead of those of the configuration; may be given several times
    #[arg(long, value_name = "URL")]
    pub hub: Vec<String>,

    /// How long the feeds may take to be live, and then each hub to take them all, such as 90s or 5m
    #[arg(long, value_name = "DURATION", default_value = "10m", value_parser = wait)]
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

#[derive(Debug, Args)]
pub struct Serve {
    /// The newsroom's configuration
    #[arg(long, value_name = "FILE", default_value = "dateline.toml")]
    pub config: PathBuf,

    /// The folder of press releases
    #[arg(long, value_name = "DIR", default_value = "releases")]
    pub releases: PathBuf,

    /// Show what will be public at this instant (RFC 3339), such as a release whose embargo has ended
    /// by then, instead of what is public now
    #[arg(long, value_name = "INSTANT", value_parser = instant)]
    pub now: Option<Instant>,

    /// Take warnings for errors
    #[arg(long)]
    pub strict: bool,

    /// The port of 127.0.0.1 to answer on; 0 for one that is free
    #[arg(long, value_name = "PORT", default_value_t = 8000)]
    pub port: u16,
}

#[derive(Debug, Args)]
pub struct Lifted {
    /// The instant (RFC 3339), such as that of the last deployment
    #[arg(long, value_name = "INSTANT", value_parser = instant)]
    pub since: Instant,

    /// The newsroom's configuration
    #[arg(long, value_name = "FILE", default_value = "dateline.toml")]
    pub config: PathBuf,

    /// The folder of press releases
    #[arg(long, value_name = "DIR", default_value = "releases")]
    pub releases: PathBuf,

    /// Count up to this instant (RFC 3339) instead of now
    #[arg(long, value_name = "INSTANT", value_parser = instant)]
    pub now: Option<Instant>,
}

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
    pub headline: String,

    /// The frame's language [default: the configuration's, or English]
    #[arg(long, value_enum)]
    pub language: Option<FrameLanguage>,

    #[arg(long, value_enum, default_value_t = FrameFormat::Text)]
    pub format: FrameFormat,

    /// The file's name without its ending, instead of one made of the headline
    #[arg(long)]
    pub name: Option<String>,

    /// The newsroom's configuration
    #[arg(long, value_name = "FILE", default_value = "dateline.toml")]
    pub config: PathBuf,

    /// The folder of press releases
    #[arg(long, value_name = "DIR", default_value = "releases")]
    pub releases: PathBuf,

    /// Date the release at this instant (RFC 3339) instead of now
    #[arg(long, value_name = "INSTANT", value_parser = instant)]
    pub now: Option<Instant>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum FrameLanguage {
    En,
    De,
    Fr,
    Es,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum FrameFormat {
    Text,
    Markdown,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum CheckFormat {
    Human,
    /// Workflow annotations
    Github,
    Json,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum ShowFormat {
    Human,
    Json,
}

fn live(text: &str) -> Result<Live, String> {
    if text.is_empty() { Ok(Live::Configured) } else { address(text).map(Live::At) }
}

fn address(text: &str) -> Result<Url, String> {
    link::web(text).ok_or_else(|| "write it as in https://news.example.org/".to_owned())
}

fn instant(text: &str) -> Result<Instant, String> {
    Instant::parse(text).ok_or_else(|| "write it as in 2026-05-10T09:00:00+02:00".to_owned())
}

const LONGEST_WAIT: Duration = Duration::from_secs(24 * 60 * 60);

fn wait(text: &str) -> Result<Duration, String> {
    let wait = humantime::parse_duration(text).ok().filter(|wait| *wait <= LONGEST_WAIT);
    wait.ok_or_else(|| "write it as in 90s or 5m, a day at most".to_owned())
}
