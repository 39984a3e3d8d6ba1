//! From releases to the pages for people.

use dateline::config::Config;
use dateline::feed::{Feed, Part, scope};
use dateline::newsroom::Cleared;
use dateline::page::{self, Listed, Site};
use divan::counter::ItemsCount;
use divan::{Bencher, black_box};

use super::made::{self, MANY};

fn site<'a>(config: &'a Config, cleared: &[Cleared]) -> Site<'a> {
    let feeds = scope::scopes(cleared).into_iter().map(|scope| Feed::of(config, scope)).collect();
    Site::new(config, feeds, cleared)
}

/// The pages of a hundred releases.
#[divan::bench]
fn release_page(bencher: Bencher) {
    let (config, newsroom) = (made::config(), made::newsroom(MANY));
    let cleared = newsroom.public_at(made::now());
    let site = site(&config, &cleared);
    bencher.counter(ItemsCount::new(MANY)).bench(|| {
        for cleared in &cleared {
            let release = cleared.release().expect("a kept release");
            black_box(page::release(&site, cleared, &release, &[]).expect("a page"));
        }
    });
}

/// The page that lists a hundred releases.
#[divan::bench]
fn listing(bencher: Bencher) {
    let (config, newsroom) = (made::config(), made::newsroom(MANY));
    let cleared = newsroom.public_at(made::now());
    let site = site(&config, &cleared);
    let part = Part::Subscription { prev: None };
    bencher
        .counter(ItemsCount::new(MANY))
        .with_inputs(|| cleared.iter().map(|cleared| Listed::of(cleared).expect("a kept release")).collect())
        .bench_values(|told: Vec<Listed>| page::listing(&site, &site.feeds[0], part, 0, told).expect("a page"));
}

/// The pages of all years.
#[divan::bench]
fn years(bencher: Bencher) {
    let (config, newsroom) = (made::config(), made::newsroom(MANY));
    let cleared = newsroom.public_at(made::now());
    let site = site(&config, &cleared);
    bencher.counter(ItemsCount::new(site.years().len())).bench(|| {
        for year in site.years() {
            let of_year = cleared.iter().filter(|cleared| cleared.year() == *year);
            let told = of_year.map(|cleared| Listed::of(cleared).expect("a kept release")).collect();
            black_box(page::year(&site, *year, told).expect("a page"));
        }
    });
}
