//! From releases to entries: the whole release as HTML and as text.

use dateline::feed::Entry;
use divan::counter::ItemsCount;
use divan::{Bencher, black_box};

use super::made::{self, MANY};

/// A hundred releases put away, and had back.
#[divan::bench]
fn put_away(bencher: Bencher) {
    let releases = made::read(MANY);
    bencher.counter(ItemsCount::new(MANY)).bench(|| made::kept(black_box(&releases)));
}

#[divan::bench]
fn have_back(bencher: Bencher) {
    let newsroom = made::newsroom(MANY);
    let cleared = newsroom.public_at(made::now());
    bencher.counter(ItemsCount::new(MANY)).bench(|| {
        for cleared in &cleared {
            black_box(cleared.release().expect("a kept release"));
        }
    });
}

/// A hundred releases to entries.
#[divan::bench]
fn entry(bencher: Bencher) {
    let newsroom = made::newsroom(MANY);
    let cleared = newsroom.public_at(made::now());
    bencher.counter(ItemsCount::new(MANY)).bench(|| {
        for cleared in &cleared {
            black_box(Entry::of(cleared).expect("a kept release"));
        }
    });
}
