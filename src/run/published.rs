//! What the output folder holds of an edition before this one, and the edition that may follow it.
//!
//! Whether it may, the library's guard decides.

use std::path::Path;

use dateline::config::Config;
use dateline::disk::{self, Fault};
use dateline::edition::earlier::EarlierEdition;
use dateline::edition::{self, Allowance, Edition, Stop};
use dateline::feed::Format;
use dateline::guard::Before;
use dateline::instant::Instant;
use dateline::newsroom::Newsroom;
use dateline::sitemap;

use super::telling::tell_of_held;
use crate::cli::Folders;
use crate::terminal::Terminal;

pub fn make_edition<'a>(
    folders: &Folders,
    config: &'a Config,
    newsroom: &'a Newsroom,
    now: Instant,
    terminal: &Terminal,
) -> Result<Result<Edition<'a>, Stop>, Fault> {
    tell_of_held(newsroom, now, terminal);
    let mut before = before(&folders.out)?;
    before.add_feeds(earlier(&folders.out, config)?.feeds());
    let allowance = Allowance { removal: folders.allow_removal, empty: folders.allow_empty };
    Ok(edition::make(config, newsroom, now, &before, allowance))
}

fn before(out: &Path) -> Result<Before, Fault> {
    let read = |folder: &Path, format: Format| disk::read_optional(&folder.join(format.file()));
    let mut before = Before::read(read(out, Format::Json)?.as_deref(), read(out, Format::Atom)?.as_deref());
    while let Some(number) = before.archive_page() {
        let page = out.join(format!("archive/{number}"));
        before.add_archive_page(read(&page, Format::Json)?.as_deref(), read(&page, Format::Atom)?.as_deref());
    }
    Ok(before)
}

/// What the folder holds of an earlier edition; sitemaps lead from the first to the others.
pub fn earlier(out: &Path, config: &Config) -> Result<EarlierEdition, Fault> {
    let read = |name: &str| disk::read_optional(&out.join(name));
    let addresses = read(sitemap::SITEMAP)?.map(|bytes| sitemap::addresses(&bytes)).unwrap_or_default();
    let mut earlier = EarlierEdition::of(&config.site);
    earlier.add_sitemap(&addresses);
    for name in sitemap::parts(&addresses, &config.site) {
        if let Some(bytes) = read(&name)? {
            earlier.add_part(name, &sitemap::addresses(&bytes));
        }
    }
    Ok(earlier)
}
