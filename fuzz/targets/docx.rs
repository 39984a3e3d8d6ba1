#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    dateline_fuzz::read("docx", bytes);
    dateline_fuzz::read("docx", &dateline_fuzz::word::document(bytes));
});
