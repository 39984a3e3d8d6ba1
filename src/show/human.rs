//! For the person who wrote the release: each part on a line, with the line of the file it came
//! from, so that a glance tells whether it was understood.

use std::fmt::Write as _;

use super::paragraph;
use crate::parse::assemble::{Assembled, NamedBy};
use crate::problem::printable;
use crate::reading::Understanding;
use crate::release::time_text;

const MISSING: &str = "(missing)";

/// A line a part. `explain` adds what each line was taken for, and why.
pub fn human(path: &str, understanding: &Understanding, explain: bool) -> String {
    let mut page = Page { out: format!("{}\n", printable(path)) };
    if let Some(assembled) = &understanding.assembled {
        page.head(assembled);
        page.text(assembled);
        page.undone(assembled);
        page.absent(assembled);
        if explain {
            page.reasons(assembled);
        }
    }
    page.out
}

struct Page {
    out: String,
}

impl Page {
    fn line(&mut self, label: &str, at: Option<usize>, value: &str) {
        let at = at.map_or_else(String::new, |line| format!("line {line}"));
        let _ = writeln!(self.out, "  {label:<12} {at:<9} {}", excerpt(value));
    }

    fn head(&mut self, assembled: &Assembled) {
        let text = &assembled.text;
        if let Some(kicker) = &text.kicker {
            self.line("kicker", Some(kicker.at.line), &kicker.value);
        }
        let title = assembled.title.as_deref().unwrap_or(MISSING);
        self.line("headline", text.title.as_ref().map(|title| title.at.line), title);
        if let Some(subtitle) = &assembled.subtitle {
            self.line("sub-headline", text.subtitle.as_ref().map(|subtitle| subtitle.at.line), subtitle);
        }
        let day = assembled.day.map_or_else(|| MISSING.to_owned(), |day| day.format("%Y-%m-%d").to_string());
        let time = assembled.time.map(|time| format!(" {}", time_text(time))).unwrap_or_default();
        self.line("date", text.date.as_ref().map(|date| date.at.line), &format!("{day}{time}"));
        let place = assembled.place.as_deref().unwrap_or("(none)");
        self.line("place", text.place.as_ref().map(|place| place.at.line), place);
        if let Some(number) = &text.number {
            self.line("number", None, number);
        }
        if let Some(embargo) = &assembled.embargo {
            let until = embargo.until.map_or_else(|| "an unknown time".to_owned(), |until| until.to_string());
            self.line("embargo", text.embargo_line(), &format!("until {until}"));
        }
        for correction in &assembled.corrections {
            let note = correction.note.as_deref().unwrap_or("(no note)");
            let day = correction.day.map_or_else(|| "(no date)".to_owned(), |day| day.to_string());
            self.line("correction", None, &format!("{day} {note}"));
        }
        if let Some(withdrawal) = &assembled.withdrawn {
            let reason = withdrawal.reason.as_deref().unwrap_or("(no reason)");
            self.line("withdrawn", None, &format!("{} {reason}", withdrawal.day));
        }
        self.line("language", None, assembled.language.as_ref().map_or(MISSING, |language| language.as_str()));
    }

    fn text(&mut self, assembled: &Assembled) {
        let text = &assembled.text;
        let lead = text.lead.as_ref();
        self.line("lead", lead.map(|lead| lead.at.line), lead.map_or(MISSING, |lead| lead.value.text()));
        for part in &text.body {
            self.line("body", Some(part.at.line), &paragraph(&part.value));
        }
        for boilerplate in &text.boilerplate {
            self.line("about", Some(boilerplate.at.line), &boilerplate.value.heading);
            for prose in &boilerplate.value.text {
                self.line("", None, prose.text());
            }
        }
        for contact in &text.contacts {
            self.line("contact", Some(contact.at.line), &contact.value.words().join(" · "));
        }
        for caption in &text.captions {
            self.line("caption", Some(caption.at.line), caption.value.text.as_deref().unwrap_or("(none)"));
            self.line("credit", None, caption.value.credit.as_deref().unwrap_or("(none)"));
        }
        for picture in assembled.pictures.iter().filter(|picture| picture.named_by == NamedBy::FrontMatter) {
            self.line("picture", Some(picture.at.line), &picture.source.shown());
        }
        for attachment in &assembled.attachments {
            self.line("attachment", Some(attachment.at.line), &attachment.name);
        }
        for notice in &text.notices {
            self.line("notice", Some(notice.at.line), notice.value.text());
        }
    }

    /// What was done to the lines of the file before they were read.
    fn undone(&mut self, assembled: &Assembled) {
        for (first, last) in &assembled.text.joined {
            self.line("joined", Some(*first), &format!("lines {first} to {last} are one paragraph"));
        }
        for left in &assembled.text.left_out {
            self.line("left out", Some(left.line), &format!("{} ({})", left.text, left.why));
        }
        self.line("id", None, assembled.id.as_ref().map_or("(none without dateline.toml)", |id| id.as_str()));
    }

    /// What a release may well have and this one has not, and how to state it. What it must have
    /// is a problem, with its own remedy.
    fn absent(&mut self, assembled: &Assembled) {
        if assembled.text.contacts.is_empty() {
            let how = "a contact: write `Contact:`, and below it a name, a phone number, an e-mail address";
            self.line("not found", None, how);
        }
        if assembled.place.is_none() {
            self.line("not found", None, "a place: write it before the date, as in `Dresden, 2 November 2018`");
        }
    }

    fn reasons(&mut self, assembled: &Assembled) {
        for decision in &assembled.text.decisions {
            let lines = match decision.last_line {
                last if last > decision.line => format!("lines {} to {last}", decision.line),
                _ => format!("line {}", decision.line),
            };
            self.line("because", None, &format!("{lines}: {} – {}", decision.part, decision.because));
        }
    }
}

/// The start of a value, on one line without what drives a terminal.
fn excerpt(value: &str) -> String {
    const LONGEST: usize = 92;
    let flat = printable(value);
    match flat.char_indices().nth(LONGEST) {
        Some((cut, _)) => format!("{}…", flat[..cut].trim_end()),
        None => flat,
    }
}
