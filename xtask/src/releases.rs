//! Releases in the shape of real ones: place and date, headline, lead, paragraphs with a quote, the
//! house's own description, a contact, a caption with its credit. Release number `i` is the same in
//! every newsroom that has it, and no two are alike.

mod tongues;

use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use tongues::{TONGUES, Tongue};

/// A newsroom to read them in.
pub const CONFIGURATION: &str = r#"title = "Harbour Newsroom"
description = "News of the harbour, for measuring"
language = "en"
site = "https://news.harbour.example/"
id_base = "tag:harbour.example,2018"
time_zone = "Europe/Berlin"

[publisher]
name = "Harbour Press Office"
email = "press@harbour.example"
"#;

/// Writes the releases, `dateline.toml`, and `all.toml`, with all entries in one feed.
pub fn write(count: usize, folder: &Path) -> Result<(), String> {
    let releases = folder.join("releases");
    let told = |error: std::io::Error| format!("{}: {error}", releases.display());
    fs::create_dir_all(&releases).map_err(told)?;
    for number in 0..count {
        fs::write(releases.join(format!("r{number:06}.txt")), text(number)).map_err(told)?;
    }
    fs::write(folder.join("dateline.toml"), CONFIGURATION).map_err(told)?;
    fs::write(folder.join("all.toml"), format!("entries = 0\nbyte_budget = 0\n{CONFIGURATION}")).map_err(told)
}

/// Numbers that look drawn by lot and are the same everywhere (splitmix64).
struct Lot(u64);

impl Lot {
    fn draw(&mut self, below: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mixed = (self.0 ^ self.0 >> 30).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        let mixed = (mixed ^ mixed >> 27).wrapping_mul(0x94D0_49BB_1331_11EB);
        usize::try_from((mixed ^ mixed >> 31) % below as u64).unwrap_or(0)
    }

    fn pick<'a>(&mut self, words: &[&'a str]) -> &'a str {
        words[self.draw(words.len())]
    }
}

/// The release of a number.
pub fn text(number: usize) -> String {
    let mut lot = Lot(number as u64);
    // Every other one is in English, as in the newsrooms that were looked at.
    let tongue = &TONGUES[if number.is_multiple_of(2) { 0 } else { 1 + number / 2 % 3 }];
    let (year, month, day) = (1998 + lot.draw(27), lot.draw(12), 1 + lot.draw(28));
    let place = lot.pick(&tongue.places);
    let date = tongue.date(year, month, day);
    let house = format!("{} {}", capital(lot.pick(&tongue.nouns)), tongue.house);
    let person = format!("{} {}", lot.pick(&tongues::FIRST), lot.pick(&tongues::LAST));
    let mut text = format!("{place}, {date}\n\n{} {number}\n\n", headline(tongue, &mut lot));
    let _ = write!(text, "{}\n\n", paragraph(tongue, &mut lot, 2));
    for at in 0..4 + lot.draw(4) {
        let sentences = 2 + lot.draw(3);
        let paragraph = paragraph(tongue, &mut lot, sentences);
        match at {
            1 => {
                let said = paragraph.trim_end_matches('.');
                let _ = write!(text, "“{said},” {} {person}.\n\n", tongue.said);
            }
            _ => {
                let _ = write!(text, "{paragraph}\n\n");
            }
        }
    }
    let domain = format!("house{}.example", number % 97);
    let _ = write!(text, "{house}\n\n{house} {}. {}\n\n", tongue.is_a_house, paragraph(tongue, &mut lot, 3));
    let _ = write!(text, "www.{domain}\n\n{}:\n\n{person}\n\n", tongue.contact);
    let _ = write!(text, "Tel: +49 (0)351 {} {}\n\n", 100 + lot.draw(900), 1000 + lot.draw(9000));
    let _ = write!(text, "E-mail: press@{domain}\n\n{}:\n\n", tongue.caption);
    let _ = writeln!(text, "{}\n\n({}: {house}/{person})", sentence(tongue, &mut lot), tongue.photo);
    text
}

fn headline(tongue: &Tongue, lot: &mut Lot) -> String {
    let (subject, verb, object) = (lot.pick(&tongue.subjects), lot.pick(&tongue.verbs), lot.pick(&tongue.objects));
    format!("{} {verb} {object} {}", capital(subject), lot.pick(&tongue.ends))
}

fn paragraph(tongue: &Tongue, lot: &mut Lot, sentences: usize) -> String {
    let sentences: Vec<String> = (0..sentences).map(|_| sentence(tongue, lot)).collect();
    sentences.join(" ")
}

fn sentence(tongue: &Tongue, lot: &mut Lot) -> String {
    let mut sentence = capital(lot.pick(&tongue.subjects));
    let _ = write!(sentence, " {} {}", lot.pick(&tongue.verbs), lot.pick(&tongue.objects));
    for _ in 0..=lot.draw(3) {
        let _ = write!(sentence, " {}", lot.pick(&tongue.ends));
    }
    if lot.draw(5) == 0 {
        let _ = write!(sentence, ", {} {} {}", tongue.about, 2 + lot.draw(900), lot.pick(&tongue.counted));
    }
    sentence + "."
}

fn capital(text: &str) -> String {
    let mut chars = text.chars();
    chars.next().map_or_else(String::new, |first| first.to_uppercase().chain(chars).collect())
}
