#![no_main]

/// The bytes stand between the marks; the text below is whole.
const BELOW: &str = "\n---\nLamp lit\n\nAldwick, 1 May 2026 – The mayor lit the lamp that has stood at the harbour for eighty years.\n";

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    let text = [b"---\n", bytes, BELOW.as_bytes()].concat();
    let reading = dateline_fuzz::read("txt", &text);
    if let Some(release) = reading.release {
        dateline_fuzz::published::judge(&release);
    }
});
