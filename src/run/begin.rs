//! `init` and `new`: what people begin with. Neither ever overwrites a file.

use std::path::{Path, PathBuf};

use dateline::config::Config;
use dateline::config::outline::{self, Given};
use dateline::disk::{self, fresh};
use dateline::frame::{self, Tongue};
use dateline::problem::Problem;
use dateline::source::Format;
use dateline::source::name::{self, Kind};
use dateline::workflow::{self, Action};

use super::Ended;
use super::given::{config, now};
use super::stop::refused;
use super::telling::Form;
use crate::cli::{FrameFormat, FrameLanguage, Init, New};
use crate::exit::Exit;
use crate::terminal::Terminal;

pub fn init(init: &Init, terminal: &Terminal) -> Exit {
    match try_init(init, terminal) {
        Ok(()) => Exit::Done,
        Err(ended) => ended,
    }
}

fn try_init(init: &Init, terminal: &Terminal) -> Result<(), Ended> {
    let given = Given {
        title: init.title.clone(),
        description: init.description.clone(),
        site: init.site.clone(),
        id_base: init.id_base.clone(),
        language: init.language.clone(),
        time_zone: init.time_zone.clone(),
        publisher: init.publisher.clone(),
    };
    // What is given has to be right; what is not given can wait.
    if let Err(problems) = Config::parse_on("", &outline::text(&given.or_examples()), now(None, terminal)?) {
        terminal.errors(problems.iter().map(Problem::message));
        return Err(Exit::Usage);
    }
    let shown = disk::shown(&init.config);
    let workflows = workflows(init, terminal)?;
    // Workflows are for newsrooms that are there already, too; what is stated must not go unheard, though.
    let keeps = !workflows.is_empty() && given == Given::default() && init.config.symlink_metadata().is_ok();
    if keeps {
        terminal.note(&format!("{shown}: this file exists already, and was left as it is"));
    } else {
        if !fresh::write(&init.config, &outline::text(&given))
            .map_err(|fault| refused(&fault.elsewhere("--config"), terminal))?
        {
            terminal.error(&format!(
                "{shown}: this file exists already, and was left as it is; name another with `--config`"
            ));
            return Err(Exit::Usage);
        }
        terminal.data(&shown);
    }
    if fresh::folder(&init.releases).map_err(|fault| refused(&fault.elsewhere("--releases"), terminal))? {
        terminal.data(&disk::shown(&init.releases));
    }
    if !workflows.is_empty() {
        fresh::folder(Path::new(workflow::FOLDER)).map_err(|fault| refused(&fault, terminal))?;
    }
    for (path, text) in &workflows {
        if !fresh::write(path, text).map_err(|fault| refused(&fault, terminal))? {
            return Err(taken(path, terminal));
        }
        terminal.data(&disk::shown(path));
    }
    if keeps {
        return Ok(());
    }
    let blanks = given.blanks();
    if !blanks.is_empty() {
        let keys: Vec<String> = blanks.iter().map(|key| format!("`{key}`")).collect();
        terminal.note(&format!("{shown}: fill in {} before the first `dateline build`", keys.join(", ")));
    }
    Ok(())
}

/// The workflows to write, none of whose names is taken.
fn workflows(init: &Init, terminal: &Terminal) -> Result<Vec<(PathBuf, String)>, Ended> {
    let Some(action) = init.action.as_ref().filter(|_| init.github) else { return Ok(Vec::new()) };
    let Some(action) = Action::parse(action) else {
        terminal.error(&format!(
            "`--action` can't be used: `{action}`; write dateline's own repository and the forty digits of a commit \
             there, as in `owner/dateline@0123456789abcdef0123456789abcdef01234567`: a tag can be moved"
        ));
        return Err(Exit::Usage);
    };
    let files = workflow::files(&action).map(|(name, text)| (Path::new(workflow::FOLDER).join(name), text));
    // Before anything is written: all or nothing.
    if let Some((path, _)) = files.iter().find(|(path, _)| path.symlink_metadata().is_ok()) {
        return Err(taken(path, terminal));
    }
    Ok(files.into())
}

fn taken(workflow: &Path, terminal: &Terminal) -> Ended {
    terminal.error(&format!(
        "{}: this file exists already, and was left as it is; rename it to have another written",
        disk::shown(workflow)
    ));
    Exit::Usage
}

pub fn new(new: &New, terminal: &Terminal) -> Exit {
    match try_new(new, terminal) {
        Ok(()) => Exit::Done,
        Err(ended) => ended,
    }
}

fn try_new(new: &New, terminal: &Terminal) -> Result<(), Ended> {
    let now = now(new.now, terminal)?;
    let config = config(&new.inputs.config, Some(now)).map_err(|early| early.told(Form::Human, terminal))?;
    let today = now.date_in(config.time_zone);
    let headline = new.headline.iter().flat_map(|word| word.split_whitespace()).collect::<Vec<_>>().join(" ");
    let usage = |message: &str| {
        terminal.error(message);
        Exit::Usage
    };
    if headline.is_empty() || headline.chars().any(char::is_control) {
        return Err(usage(
            "the headline is blank, or holds characters that can't be seen; write it as readers are to see it",
        ));
    }
    let shown = disk::shown(&new.inputs.releases);
    if !new.inputs.releases.is_dir() {
        return Err(usage(&format!(
            "{shown}: there is no such folder; name the folder of press releases with `--releases`"
        )));
    }
    let stem = match &new.name {
        Some(name) => Some(name.clone()).filter(|name| is_file_name(name)),
        None => frame::stem(&headline),
    };
    let Some(stem) = stem else {
        return Err(usage("no file can be named so; state a name of letters a to z, digits and hyphens with `--name`"));
    };
    let (format, ending) = match new.format {
        FrameFormat::Text => (Format::Text, "txt"),
        FrameFormat::Markdown => (Format::Markdown, "md"),
    };
    let tongue = match new.language {
        Some(FrameLanguage::En) => Tongue::English,
        Some(FrameLanguage::De) => Tongue::German,
        Some(FrameLanguage::Fr) => Tongue::French,
        Some(FrameLanguage::Es) => Tongue::Spanish,
        Some(FrameLanguage::It) => Tongue::Italian,
        Some(FrameLanguage::Pt) => Tongue::Portuguese,
        Some(FrameLanguage::Nl) => Tongue::Dutch,
        Some(FrameLanguage::Sv) => Tongue::Swedish,
        Some(FrameLanguage::Da) => Tongue::Danish,
        Some(FrameLanguage::Nb) => Tongue::Norwegian,
        Some(FrameLanguage::Pl) => Tongue::Polish,
        None => Tongue::of(&config.language),
    };
    let path = new.inputs.releases.join(format!("{stem}.{ending}"));
    let text = frame::text(&headline, today, tongue, format, &config.publisher, &config.language);
    // A file of the same name and another ending would have the same address.
    let taken = fresh::namesakes(&path);
    if taken.is_empty()
        && fresh::write(&path, &text).map_err(|fault| refused(&fault.elsewhere("--releases"), terminal))?
    {
        terminal.data(&disk::shown(&path));
        return Ok(());
    }
    let taken = taken.first().cloned().unwrap_or_else(|| disk::shown(&path));
    Err(usage(&format!("{taken}: this file exists already, and was left as it is; state another name with `--name`")))
}

fn is_file_name(name: &str) -> bool {
    dateline::release::Slug::stated(name).is_some() && matches!(name::kind(&format!("{name}.txt")), Kind::Release(_))
}
