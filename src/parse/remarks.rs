//! What is said of a text where its readers don't look: it is judged as the same words above the text would be.
//!
//! What holds a text back by the words of an embargo, its source has said already.

use super::header::Header;
use super::{FrontMatterGives, Placed, embargo, line};
use crate::manuscript::{Remark, Stands};
use crate::problem::Report;
use crate::source::front_matter::{self, Said};

/// What remarks say of when a text is public, beside what they put into its header.
#[derive(Debug, Default)]
pub struct Heard {
    /// One calls the text unfinished.
    pub unready: bool,
    /// From when on a page is public, by what it tells programs.
    pub goes_live: Vec<Placed<String>>,
}

pub fn hear(remarks: &[Remark], given: FrontMatterGives, header: &mut Header, report: &mut Report) -> Heard {
    let mut heard = Heard::default();
    for remark in remarks {
        for line in remark.text.lines() {
            let line = line.split_whitespace().collect::<Vec<_>>().join(" ");
            let line = line.trim_matches(|c: char| "-*/#=_ ".contains(c));
            if !line.is_empty() && line.len() <= LONGEST {
                heard.hear(remark, line, given, header, report);
            }
        }
    }
    heard
}

/// In bytes; whoever says more tells something else.
const LONGEST: usize = 300;

impl Heard {
    fn hear(&mut self, remark: &Remark, line: &str, given: FrontMatterGives, header: &mut Header, report: &mut Report) {
        let placed = || Placed::new(remark.at, line.to_owned());
        let said = front_matter::said_in(line, remark.at).filter(|_| remark.stands != Stands::InTitle);
        let unready = match said {
            Some(Said::Hidden) => true,
            Some(Said::Shown) => false,
            Some(Said::From(_)) if remark.stands == Stands::InProperty => false,
            Some(Said::From(day)) => {
                header.goes_public.push(day);
                false
            }
            None => calls_unready(line, remark.stands),
        };
        if unready && !given.draft {
            let what = match remark.stands {
                Stands::InComment | Stands::InCode => "a comment says that the text is not ready, or not for everybody",
                Stands::InTitle => "the page's title says that the text is not ready, or not for everybody",
                Stands::InProperty => "the page says of itself that it is not ready, or not for everybody",
            };
            let fix = "delete that once the text may go out, or state `draft: true` until then";
            report.error(remark.at, what, fix).found(line);
            self.unready = true;
        }
        if remark.stands == Stands::InProperty && is_day_of_publication(line) {
            self.goes_live.push(placed());
        }
        if given.no_embargo {
            return;
        }
        let is_day = embargo::release_day(line).is_some() && !embargo::holds_back(line);
        match remark.stands {
            Stands::InProperty if is_embargo(line) => header.embargoes.push(placed()),
            Stands::InComment | Stands::InCode if is_day => header.likely_embargoes.push(placed()),
            _ => {}
        }
    }
}

fn calls_unready(line: &str, stands: Stands) -> bool {
    let is_word = !line.contains(' ');
    match stands {
        Stands::InComment => line::draft_mark(line) || line::hold_mark(line) || is_to_do(line),
        // "<!-- Test -->" opens a part of a page.
        Stands::InCode => line::is_sure_draft(line) || !is_word && (line::draft_mark(line) || line::hold_mark(line)),
        Stands::InTitle => line::is_sure_draft(line) || line::is_marked_headline(line),
        Stands::InProperty => {
            let is_state =
                ["status", "state", "stage", "workflow"].iter().any(|key| line.to_lowercase().starts_with(key));
            is_state && line::hold_mark(line)
        }
    }
}

/// "TODO: add the quote"
fn is_to_do(line: &str) -> bool {
    ["TODO", "FIXME", "ToDo", "todo:"]
        .iter()
        .any(|label| line.strip_prefix(label).is_some_and(|rest| rest.is_empty() || rest.starts_with([' ', ':', '('])))
}

/// `<meta property="article:published_time" content="2027-05-05T09:00:00+02:00">`; an event's has another name.
fn is_day_of_publication(line: &str) -> bool {
    let key = line.split(':').next().unwrap_or(line).to_lowercase();
    ["publish", "publication", "pubdate", "pub_date", "issued", "golive", "go_live", "go-live"]
        .iter()
        .any(|name| key.contains(name))
}

/// `<meta name="embargo" content="2027-05-05">`
fn is_embargo(line: &str) -> bool {
    let Some((key, value)) = line.split_once(": ") else { return false };
    let name = key.to_lowercase().replace(['-', '_'], " ");
    let names = name.split(' ').any(|word| word.starts_with("embargo") || word == "sperrfrist");
    let is_none = ["none", "false", "no", "0", "null"].contains(&&*value.to_lowercase());
    names && !is_none && !embargo::is_none(line)
}
