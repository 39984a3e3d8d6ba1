#![no_main]

// Any text below a headline and a lead, so that most of it becomes a release.
libfuzzer_sys::fuzz_target!(|text: &str| {
    let (headline, below) = text.split_once('\n').unwrap_or((text, ""));
    let text = format!(
        "{headline}\n\nAldwick, 1 May 2026 – The mayor lit the lamp that has stood at the harbour for eighty years.\n\n{below}\n"
    );
    for ending in ["txt", "md", "html"] {
        if let Some(release) = dateline_fuzz::read(ending, text.as_bytes()).release {
            dateline_fuzz::published::judge(&release);
        }
    }
});
