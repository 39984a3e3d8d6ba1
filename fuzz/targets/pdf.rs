#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    dateline_fuzz::read("pdf", bytes);
    dateline_fuzz::read("pdf", &dateline_fuzz::pdf::document(bytes));
});
