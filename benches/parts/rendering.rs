//! From releases to entries: the whole release as HTML and as text.

use dateline::feed::Entry;
use divan::counter::ItemsCount;
use divan::{Bencher, black_box};

use super::made::{self, MANY};

/// A hundred releases to entries.
#[divan::bench]
fn entry(bencher: Bencher) {
    let newsroom = made::newsroom();
    let cleared = newsroom.public_at(made::now());
    bencher.counter(ItemsCount::new(MANY)).bench(|| {
        for cleared in &cleared {
            black_box(Entry::of(cleared));
        }
    });
}
