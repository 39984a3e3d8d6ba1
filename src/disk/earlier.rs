//! What an output folder has to be told of the editions before.

/// What earlier editions put into the folder, as far as they tell themselves. Names are below the
/// folder.
pub trait Earlier: Sync {
    /// What an earlier edition lists, or has under a name that not every edition uses.
    fn pages(&self) -> &[String];
    /// What it lists that in. It goes last, so that a run that broke off leaves the next one the list.
    fn records(&self) -> &[String];
    /// The folder in whose folders a run that broke off may have put pages that no edition lists.
    fn folder(&self) -> &str;
    /// The files that a page, of which these are the bytes, has beside it; none where the page is not
    /// of our making.
    fn beside(&self, name: &str, bytes: &[u8]) -> Vec<String>;
    /// Whether a page or a sitemap is of our making.
    fn is_ours(&self, bytes: &[u8]) -> bool;
}
