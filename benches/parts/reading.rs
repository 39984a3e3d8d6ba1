//! From bytes to a release: each format's blocks, what they say, and the whole way.

mod sources;

use dateline::parse::{self, FrontMatterGives, House};
use dateline::problem::Report;
use dateline::reading as way;
use dateline::source::{Format, Source};
use divan::counter::ItemsCount;
use divan::{Bencher, black_box};

use super::made::{self, MANY};

/// A hundred files' bytes to blocks.
#[divan::bench(args = [Format::Text, Format::Markdown, Format::Html, Format::Docx, Format::Pdf])]
fn source(bencher: Bencher, format: Format) {
    let files: Vec<Vec<u8>> = made::texts().iter().map(|text| sources::written(text, format)).collect();
    let base = made::base();
    bencher.counter(ItemsCount::new(MANY)).bench(|| {
        for bytes in &files {
            let mut report = Report::new("release");
            let source = Source::open(format, bytes, parse::heard_beside, &mut report).expect("a source");
            black_box(source.manuscript(&base, &mut report));
        }
    });
}

/// A hundred texts' blocks to what they say.
#[divan::bench]
fn parse(bencher: Bencher) {
    let base = made::base();
    let blocks = |text: &String| {
        let mut report = Report::new("release");
        Source::open(Format::Text, text.as_bytes(), parse::heard_beside, &mut report)
            .expect("a source")
            .manuscript(&base, &mut report)
    };
    let manuscripts: Vec<_> = made::texts().iter().map(blocks).collect();
    let house = House::of(&made::config());
    bencher.counter(ItemsCount::new(MANY)).with_inputs(|| manuscripts.clone()).bench_values(|manuscripts| {
        for manuscript in manuscripts {
            let mut report = Report::new("release");
            black_box(parse::understand(manuscript, &house, FrontMatterGives::default(), &mut report));
        }
    });
}

/// A hundred texts' bytes to releases.
#[divan::bench]
fn release(bencher: Bencher) {
    let texts = made::texts();
    let (config, now) = (made::config(), made::now());
    bencher.counter(ItemsCount::new(MANY)).bench(|| {
        for (number, text) in texts.iter().enumerate() {
            black_box(way::read(&made::file(number), text.as_bytes(), &config, now));
        }
    });
}
