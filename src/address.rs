//! Where things stand below the site, and so below the output folder, for ever.

/// The page of a folder.
pub const INDEX: &str = "index.html";
/// The folder of the releases' own folders.
pub const RELEASES: &str = "releases";
/// The folders that hold the folders of feeds other than the newsroom's own.
pub const FEEDS: [&str; 2] = ["languages", "subjects"];
