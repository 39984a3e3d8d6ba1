//! What is true across releases: unique ids, order, instants set apart.

use dateline::newsroom::Newsroom;
use divan::Bencher;
use divan::counter::ItemsCount;

use super::made;

/// Releases of an archive.
const COUNTS: [usize; 2] = [100, 2_000];

/// Ids and addresses compared.
#[divan::bench(args = COUNTS, sample_size = 1)]
fn gather(bencher: Bencher, count: usize) {
    let releases = made::read(count);
    bencher
        .counter(ItemsCount::new(count))
        .with_inputs(|| made::kept(&releases))
        .bench_values(|(kept, drawer)| Newsroom::new(kept, drawer, made::now()));
}

/// What is public, newest first.
#[divan::bench(args = COUNTS)]
fn order(bencher: Bencher, count: usize) {
    let newsroom = made::newsroom(count);
    bencher.counter(ItemsCount::new(count)).bench(|| newsroom.public_at(made::now()).len());
}
