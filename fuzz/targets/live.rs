#![no_main]

use dateline::against::live;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    if let Err(why) = live::read(bytes) {
        dateline_fuzz::plain(&why.0);
    }
});
