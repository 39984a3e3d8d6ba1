//! What comes out of a release: all documents of an edition, read back by a parser that neither wrote
//! nor verified them.

use dateline::disk::drawer::Drawer;
use dateline::document::{Content, Document};
use dateline::edition::{self, Allowance, Stop};
use dateline::feed::{Entry, Format};
use dateline::guard::Before;
use dateline::newsroom::Newsroom;
use dateline::newsroom::kept::Kept;
use dateline::release::Release;
use rayon::iter::ParallelIterator as _;

use crate::{CONFIG, NOW};

/// Publishes a release and reads the three feeds; they must say what it says.
pub fn judge(release: &Release) {
    let drawer = Box::new(Drawer::default());
    let kept = Kept::new(release, &*drawer).expect("room in memory");
    let Ok(newsroom) = Newsroom::new(vec![kept], drawer, *NOW) else { panic!("a release clashes with itself") };
    let cleared = newsroom.public_at(*NOW);
    let entries: Vec<Entry> = cleared.iter().map(|cleared| Entry::of(cleared).expect("a kept release")).collect();
    let allowance = Allowance { removal: false, empty: true };
    let edition = match edition::make(&CONFIG, &newsroom, *NOW, &Before::default(), allowance) {
        Ok(edition) => edition,
        Err(Stop::Release(_) | Stop::Refused(_)) => return,
        Err(Stop::Lost(why)) => panic!("a release is lost: {why}"),
        Err(Stop::Broken(broken)) => panic!("planned a broken edition: {broken:?}"),
    };
    let made: Result<Vec<Vec<Document>>, Stop> = edition.documents(|_| Vec::new(), |_| false).collect();
    let documents = made.unwrap_or_else(|stop| panic!("an edition that must not be published: {stop:?}"));
    for document in documents.into_iter().flatten() {
        let Content::Bytes(bytes) = document.content else { continue };
        let text = String::from_utf8(bytes).expect("documents are UTF-8");
        let forbidden = text.chars().find(|c| c.is_control() && !"\n\t\r\u{7F}".contains(*c) && *c < '\u{80}');
        assert_eq!(forbidden, None, "{}", document.name);
        if let Some(format) = Format::ALL.into_iter().find(|format| document.name == format.file()) {
            feed(format, &text, &entries);
        }
    }
}

fn feed(format: Format, text: &str, entries: &[Entry]) {
    let read = feed_rs::parser::parse(text.as_bytes()).unwrap_or_else(|error| panic!("{format:?}: {error}"));
    assert_eq!(read.entries.len(), entries.len(), "{format:?}");
    for (seen, entry) in read.entries.iter().zip(entries) {
        assert_eq!(seen.id, entry.id.as_str(), "{format:?}");
        let title = seen.title.as_ref().map(|title| title.content.as_str());
        // This parser trims; a headline has no blanks at its ends.
        assert_eq!(title, Some(entry.title.as_str()), "{format:?}");
    }
}
