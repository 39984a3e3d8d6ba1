//! Shows what was understood of one release. It needs no newsroom, and writes nothing.

use std::path::Path;

use dateline::disk;
use dateline::disk::input::SourceFile;
use dateline::problem::Problem;
use dateline::{reading, show as shown};

use super::Ended;
use super::given::{no_config, parsed_config};
use super::stop::{Early, refused};
use super::telling::Form;
use crate::cli::{Show, ShowFormat};
use crate::exit::Exit;
use crate::terminal::Terminal;

pub fn show(show: &Show, terminal: &Terminal) -> Exit {
    match try_show(show, terminal) {
        Ok(exit) | Err(exit) => exit,
    }
}

fn try_show(show: &Show, terminal: &Terminal) -> Result<Exit, Ended> {
    let told = |problems| Early::usage(problems).told(Form::Human, terminal);
    let path = show.config.as_deref().unwrap_or(Path::new("dateline.toml"));
    let config = match disk::read_optional(path).map_err(|fault| refused(&fault, terminal))? {
        Some(bytes) => Some(parsed_config(path, &bytes, None).map_err(told)?),
        None if show.config.is_some() => return Err(told(vec![no_config(path)])),
        None => None,
    };
    let file = SourceFile::named(&show.file);
    if !show.file.is_file() {
        let what = if show.file.is_dir() { "this is a folder, not a file" } else { "there is no such file" };
        terminal.error(&format!("{}: {what}; name a press release", file.shown()));
        return Err(Exit::Usage);
    }
    let understanding = match file.bytes().map_err(|fault| refused(&fault, terminal))? {
        Ok(bytes) => reading::understand(&file, &bytes, config.as_ref()),
        Err(problem) => reading::Understanding { assembled: None, problems: vec![problem] },
    };
    match show.format {
        ShowFormat::Json => terminal.json(shown::json(&understanding, show.explain)),
        ShowFormat::Human => {
            terminal.data(shown::human(&file.shown(), &understanding, show.explain).trim_end());
            for problem in &understanding.problems {
                terminal.note(&problem.human());
            }
        }
    }
    let failed = understanding.problems.iter().any(Problem::is_error);
    Ok(if failed { Exit::Release } else { Exit::Done })
}
