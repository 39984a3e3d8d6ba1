//! From entries to a feed's bytes, and back.

use dateline::feed::{Entry, Feed, Format, Part};
use dateline::newsroom::Newsroom;
use dateline::verify;
use divan::counter::{BytesCount, ItemsCount};
use divan::{Bencher, black_box};

use super::made::{self, MANY};

const WHOLE: Part = Part::Subscription { prev: None };

fn entries(newsroom: &Newsroom) -> Vec<Entry> {
    newsroom.public_at(made::now()).iter().map(|cleared| Entry::of(cleared).expect("a kept release")).collect()
}

/// A feed of a hundred entries, written.
#[divan::bench(args = Format::ALL)]
fn write(bencher: Bencher, format: Format) {
    let (config, newsroom) = (made::config(), made::newsroom(MANY));
    let entries = entries(&newsroom);
    let feed = Feed::new(&config);
    bencher.counter(ItemsCount::new(MANY)).bench(|| feed.write(format, WHOLE, black_box(&entries)));
}

/// A feed of a hundred entries, read back and compared with them.
#[divan::bench(args = Format::ALL)]
fn read_back(bencher: Bencher, format: Format) {
    let (config, newsroom) = (made::config(), made::newsroom(MANY));
    let entries = entries(&newsroom);
    let feed = Feed::new(&config);
    let bytes = feed.write(format, WHOLE, &entries).expect("a feed");
    bencher
        .counter(BytesCount::new(bytes.len()))
        .bench(|| verify::part(&feed, WHOLE, &entries, format, black_box(&bytes)));
}

/// The HTML of a hundred entries, judged.
#[divan::bench]
fn judge(bencher: Bencher) {
    let newsroom = made::newsroom(MANY);
    let entries = entries(&newsroom);
    bencher.counter(ItemsCount::new(MANY)).bench(|| verify::contents(black_box(&entries)));
}
