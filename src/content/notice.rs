//! What readers are told of a release that was put right or taken back, in the release's language.
//!
//! Says only what the publisher says: no date and no reason is added.

use super::day;
use crate::body::SafeHtml;
use crate::prose::Prose;
use crate::release::{Correction, Facts, Language, Release};

/// The notices' words; `{}` stands for a day.
pub(super) struct Words {
    correction: &'static str,
    /// Between a label and what it labels.
    colon: &'static str,
    withdrawn_title: &'static str,
    withdrawn: &'static str,
}

pub(super) const ENGLISH: Words = Words {
    correction: "Correction",
    colon: ":",
    withdrawn_title: "Withdrawn",
    withdrawn: "This release was withdrawn on {}.",
};

pub(super) const GERMAN: Words = Words {
    correction: "Korrektur",
    colon: ":",
    withdrawn_title: "Zurückgezogen",
    withdrawn: "Diese Mitteilung wurde am {} zurückgezogen.",
};

// French sets a no-break space before a colon.
pub(super) const FRENCH: Words = Words {
    correction: "Rectificatif",
    colon: "\u{A0}:",
    withdrawn_title: "Retiré",
    withdrawn: "Ce communiqué a été retiré le {}.",
};

pub(super) const SPANISH: Words = Words {
    correction: "Corrección",
    colon: ":",
    withdrawn_title: "Retirado",
    withdrawn: "Este comunicado fue retirado el {}.",
};

pub(super) const ITALIAN: Words = Words {
    correction: "Rettifica",
    colon: ":",
    withdrawn_title: "Ritirato",
    withdrawn: "Questo comunicato è stato ritirato in data {}.",
};

pub(super) const PORTUGUESE: Words = Words {
    correction: "Retificação",
    colon: ":",
    withdrawn_title: "Retirado",
    withdrawn: "Este comunicado foi retirado em {}.",
};

pub(super) const DUTCH: Words = Words {
    correction: "Correctie",
    colon: ":",
    withdrawn_title: "Ingetrokken",
    withdrawn: "Dit bericht is ingetrokken op {}.",
};

pub(super) const SWEDISH: Words = Words {
    correction: "Rättelse",
    colon: ":",
    withdrawn_title: "Återkallat",
    withdrawn: "Pressmeddelandet återkallades den {}.",
};

pub(super) const DANISH: Words = Words {
    correction: "Rettelse",
    colon: ":",
    withdrawn_title: "Trukket tilbage",
    withdrawn: "Pressemeddelelsen blev trukket tilbage den {}.",
};

pub(super) const NORWEGIAN: Words = Words {
    correction: "Rettelse",
    colon: ":",
    withdrawn_title: "Trukket tilbake",
    withdrawn: "Pressemeldingen ble trukket tilbake {}.",
};

pub(super) const POLISH: Words = Words {
    correction: "Sprostowanie",
    colon: ":",
    withdrawn_title: "Wycofano",
    withdrawn: "Informacja została wycofana {}.",
};

fn words(language: &Language) -> &'static Words {
    &super::Words::of(language).notice
}

/// The headline, which says so of a withdrawn release.
pub fn title(release: &Facts) -> String {
    let words = words(&release.language);
    if release.withdrawn {
        format!("{}{} {}", words.withdrawn_title, words.colon, release.title)
    } else {
        release.title.clone()
    }
}

/// All that is left of a withdrawn release.
pub fn withdrawal(release: &Release) -> Option<String> {
    let withdrawn = release.withdrawn.as_ref()?;
    let day = day(withdrawn.day, &release.language);
    let notice = words(&release.language).withdrawn.replace("{}", &day);
    let Some(reason) = &withdrawn.reason else { return Some(notice) };
    // "because the figures were wrong" goes on with the sentence.
    let goes_on = reason.starts_with(|c: char| c == ',' || c.is_lowercase());
    let notice = if goes_on { notice.trim_end_matches('.') } else { &notice };
    let blank = if reason.starts_with(',') { "" } else { " " };
    Some(format!("{notice}{blank}{reason}"))
}

pub(super) fn correction(html: &mut SafeHtml, correction: &Correction, language: &Language) {
    let label = label(correction, language);
    html.tag("<p><strong>").text(&label).tag("</strong>");
    if let Some(note) = &correction.note {
        html.tag(" ").prose(&Prose::plain(note.clone()));
    }
    html.tag("</p>\n");
}

pub(super) fn correction_text(correction: &Correction, language: &Language) -> String {
    let label = label(correction, language);
    match &correction.note {
        Some(note) => format!("{label} {note}"),
        None => label,
    }
}

/// "Correction, 14 June 2026:"; without a note there is nothing for a colon to open.
fn label(correction: &Correction, language: &Language) -> String {
    let words = words(language);
    let day = correction.day.map(|date| format!(", {}", day(date, language))).unwrap_or_default();
    let colon = if correction.note.is_some() { words.colon } else { "" };
    format!("{}{day}{colon}", words.correction)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_correction_without_a_note_opens_no_colon() {
        let german = Language::parse("de").expect("a language");
        let correction = Correction { day: None, note: None };
        assert_eq!(correction_text(&correction, &german), "Korrektur");
        let noted = Correction { note: Some("x".to_owned()), ..correction };
        assert_eq!(correction_text(&noted, &german), "Korrektur: x");
    }
}
