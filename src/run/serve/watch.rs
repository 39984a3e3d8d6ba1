//! Tells that a file changed, never which one: everything is read anew.
//!
//! Refuses to watch what lies below the folder around the configuration: other programs work there.

use std::collections::BTreeSet;
use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::sync::mpsc::Sender;

use notify::{Event, EventKind, RecommendedWatcher, RecursiveMode, Watcher as _};

use super::Sign;

pub struct Watch {
    /// `None` where the system has none to give.
    watcher: Option<RecommendedWatcher>,
    releases: PathBuf,
    /// Folders in which the configuration and the releases folder may be replaced.
    around: BTreeSet<PathBuf>,
    signs: Sender<Sign>,
    told: Option<String>,
}

impl Watch {
    pub fn new(config: &Path, releases: &Path, signs: Sender<Sign>) -> Self {
        let (config, releases) = (absolute(config), absolute(releases));
        // A link is changed where it stands, and what it leads to where that lies.
        let places = [Some(config.clone()), config.canonicalize().ok(), Some(releases.clone())];
        let places: Vec<PathBuf> = places.into_iter().flatten().collect();
        let around = places.iter().filter_map(|place| place.parent()).map(Path::to_owned);
        let around = around.filter(|folder| !folder.starts_with(&releases)).collect();
        let names: BTreeSet<OsString> =
            places.iter().filter_map(|place| place.file_name()).map(ToOwned::to_owned).collect();
        // Some systems name what changed by its path without links.
        let roots = [Some(releases.clone()), releases.canonicalize().ok()];
        let roots: Vec<PathBuf> = roots.into_iter().flatten().collect();
        let heard = signs.clone();
        let watcher = notify::recommended_watcher(move |event: notify::Result<Event>| {
            let sign = match event {
                Ok(event) if matters(&event, &names, &roots) => Sign::Changed,
                Ok(_) => return,
                Err(error) => Sign::Blind(error.to_string()),
            };
            // Nobody hears it when the preview is about to end.
            let _ = heard.send(sign);
        });
        let mut watch = Self { watcher: None, releases, around, signs, told: None };
        match watcher {
            Ok(watcher) => watch.watcher = Some(watcher),
            Err(error) => watch.tell(Some(error.to_string())),
        }
        watch
    }

    /// Watches what stands under the names now: another folder may have taken the place of one.
    pub fn renew(&mut self) {
        let Some(watcher) = &mut self.watcher else { return };
        let around = self.around.iter().map(|folder| (folder, RecursiveMode::NonRecursive));
        let all = around.chain([(&self.releases, RecursiveMode::Recursive)]);
        let mut trouble = None;
        for (folder, mode) in all {
            // There may be none of that name, or none that is watched.
            let _ = watcher.unwatch(folder);
            // One that is missing comes back below one of those around it.
            if folder.is_dir()
                && let Err(error) = watcher.watch(folder, mode)
            {
                trouble = Some(error.to_string());
            }
        }
        self.tell(trouble);
    }

    /// Once, while it lasts.
    fn tell(&mut self, trouble: Option<String>) {
        if let Some(why) = trouble.clone().filter(|why| self.told.as_ref() != Some(why)) {
            let _ = self.signs.send(Sign::Blind(why));
        }
        self.told = trouble;
    }
}

/// The folder's own building reads every file, and a look is no change.
fn matters(event: &Event, names: &BTreeSet<OsString>, roots: &[PathBuf]) -> bool {
    let ours = |path: &PathBuf| {
        roots.iter().any(|root| path.starts_with(root)) || path.file_name().is_some_and(|name| names.contains(name))
    };
    event.need_rescan() || !matches!(event.kind, EventKind::Access(_)) && event.paths.iter().any(ours)
}

fn absolute(path: &Path) -> PathBuf {
    std::path::absolute(path).unwrap_or_else(|_| path.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;
    use notify::event::{AccessKind, CreateKind, Flag};

    fn event(kind: EventKind, path: &str) -> Event {
        Event::new(kind).add_path(path.into())
    }

    #[test]
    fn a_look_is_no_change_and_neither_is_the_work_of_others_around() {
        let names = BTreeSet::from(["dateline.toml".into(), "releases".into()]);
        let roots = ["/desk/releases".into()];
        let made = EventKind::Create(CreateKind::Any);
        for path in ["/desk/releases", "/desk/releases/2026/a.txt", "/desk/dateline.toml"] {
            assert!(matters(&event(made, path), &names, &roots), "{path}");
            assert!(!matters(&event(EventKind::Access(AccessKind::Any), path), &names, &roots), "{path}");
        }
        for path in ["/desk/public", "/desk/releases.zip", "/desk/notes.txt"] {
            assert!(!matters(&event(made, path), &names, &roots), "{path}");
        }
        let lost = Event::new(EventKind::Other).set_flag(Flag::Rescan);
        assert!(matters(&lost, &names, &roots));
    }
}
