#![no_main]

use dateline::config::Config;

libfuzzer_sys::fuzz_target!(|text: &str| {
    match Config::parse("dateline.toml", text) {
        Ok(config) => assert_eq!(config.site.as_str().chars().last(), Some('/')),
        Err(problems) => {
            assert!(!problems.is_empty(), "refused without a reason");
            dateline_fuzz::judge(&problems, text.as_bytes());
        }
    }
});
