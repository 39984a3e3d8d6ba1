//! The workflows, step by step as GitHub would run them: in clones of a bare repository, each job in one
//! of its own, with the shell GitHub uses and the real binary. Actions of others are replaced by what
//! they do with files. Site and hub are a server on this machine.

#![cfg(unix)]
#![allow(clippy::expect_used, clippy::panic)] // In a test an expectation that fails is the message.

use std::collections::BTreeMap;
use std::fs;
use std::os::unix::fs::PermissionsExt as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use dateline::workflow::{self, Action};
use saphyr_parser::{Event, Parser, StrInput};
use tempfile::TempDir;

mod world;

use world::{Asked, World, says, serves};

const PROJECT: &str = env!("CARGO_MANIFEST_DIR");

#[test]
fn what_init_writes_is_what_runs_here() {
    let action = format!("example/dateline@{}", "0123456789".repeat(4));
    let own = [include_str!("../.github/workflows/publish.yml"), include_str!("../.github/workflows/embargo.yml")];
    for ((name, text), own) in workflow::files(&Action::parse(&action).expect("an action")).into_iter().zip(own) {
        assert!(text.contains(&action), "{name}");
        let own = own.replace("./ # zizmor: ignore[self-repository]", &action);
        // Here there is a site only where a variable of the repository says so.
        let only =
            [" if: github.event_name == 'pull_request' || vars.NEWSROOM_IS_SERVED", " if: vars.NEWSROOM_IS_SERVED"];
        let own: String = own
            .lines()
            .filter(|line| !only.iter().any(|only| line.trim() == only.trim()))
            .fold(String::new(), |own, line| own + line + "\n");
        assert_eq!(text, own, "{name}");
    }
}

#[test]
fn this_repository_publishes_nothing_unless_it_says_that_it_is_served() {
    let repository = Repository::new();
    for (name, job, event, served, runs) in [
        ("publish.yml", "build", "push", false, false),
        ("publish.yml", "build", "pull_request", false, true),
        ("publish.yml", "build", "push", true, true),
        ("embargo.yml", "lifted", "schedule", false, false),
        ("embargo.yml", "lifted", "schedule", true, true),
    ] {
        let run = Run { served_at_all: served, ..Run::of(&repository, name, event) };
        assert_eq!(run.performs(job), runs, "{name} {event} {served}");
    }
}

#[test]
fn an_edition_that_is_not_the_newest_is_not_deployed() {
    let repository = Repository::new();
    publish(&repository);
    let served = |repository: &Repository| files(&repository.folder.path().join("served"));
    let before = served(&repository);
    repository.add(
        "releases/lamp.txt",
        "Museum buys a lamp\n\nHamburg, 20 June 2026 – The Harbour Museum buys the lamp of a lighthouse. It can be seen \
         there from Saturday on for the first time.\n",
    );
    // What `gh api ... --jq` prints: the second attempt's own deployment is under way, another one succeeded.
    let other = |state: &str| {
        format!(
            "case $2 in\n*per_page*) printf '3 2999-02-03T09:00:00Z\\n2 2999-01-01T08:30:00Z\\n' ;;\n\
             */3/*) echo in_progress ;;\n*) printf 'inactive\\n{state}\\n' ;;\nesac\n"
        )
    };
    let run = Run::of(&repository, "publish.yml", "push");
    run.job("build").expect("the build");
    run.program("gh", &other("success"));
    let failure = run.job("deploy").expect_err("a refusal");
    assert!(failure.contains("::error::Another edition was deployed after this one was built"), "{failure}");
    let begun = run.output("begun", "at").expect("an instant");
    run.outputs.borrow_mut().insert("steps.begun.outputs.at".to_owned(), "2026-11-01T09:00:00Z".to_owned());
    let failure = run.job("deploy").expect_err("a refusal");
    assert!(failure.contains("::error::This edition was built more than an hour ago"), "{failure}");
    assert!(served(&repository) == before, "nothing is deployed");
    run.outputs.borrow_mut().insert("steps.begun.outputs.at".to_owned(), begun);
    run.program("gh", &other("failure"));
    run.job("deploy").expect("the deployment");
    assert!(served(&repository) != before, "the newest edition is deployed");
}

#[test]
fn a_run_that_is_run_again_deploys_and_tells_of_what_it_built_last() {
    let repository = Repository::new();
    let mut run = Run::of(&repository, "publish.yml", "push");
    run.job("build").expect("the build");
    fs::remove_dir_all(run.clone_of("build")).expect("the clone");
    run.attempt = 2;
    run.job("build").expect("the build");
    assert!(run.artifact("github-pages-1").exists() && run.artifact("github-pages-2").exists());
    // Failed jobs alone are run again: the artifacts are those of the build before.
    run.attempt = 3;
    fs::remove_dir_all(run.artifact("github-pages-1")).expect("an artifact");
    run.job("deploy").expect("the deployment");
    run.job("push").expect("the hubs");
}

#[test]
fn a_folder_of_the_repository_is_not_in_the_way_of_what_was_deployed() {
    let repository = Repository::new();
    repository.add("public/notes.txt", "Committed by mistake\n");
    publish(&repository);
}

#[test]
fn a_push_to_main_is_served_as_a_build_would_have_it() {
    let repository = Repository::new();
    let run = Run::of(&repository, "publish.yml", "push");
    run.job("build").expect("the build");
    assert!(run.performs("deploy"), "a push is deployed");
    run.job("deploy").expect("the deployment");
    run.job("push").expect("the hubs");
    let built = repository.folder.path().join("built");
    let status = dateline(&repository.work(), &["build", "--quiet", "--out", &built.to_string_lossy()]);
    assert!(status.status.success(), "{status:?}");
    let expected = files(&built);
    assert!(expected.contains_key("feed.json") && expected.contains_key("index.html"));
    assert!(files(&run.served()) == expected, "what is served differs from what is built");
    assert!(
        files(&run.clone_of("push").join("public")) == expected,
        "what hubs are told of differs from what is served"
    );
    let posts = repository.world.posts("hub.example.org/");
    let feeds =
        expected.keys().filter(|name| ["rss.xml", "atom.xml", "feed.json"].iter().any(|file| name.ends_with(file)));
    assert_eq!(posts.len(), feeds.count(), "the hub is told of every feed once");
    assert!(posts.iter().any(|post| post.body.ends_with("&hub.topic=http%3A%2F%2Fnews.example.org%2Fatom.xml")));
}

#[test]
fn a_second_push_tells_the_hub_of_what_it_changed_alone() {
    let repository = Repository::new();
    publish(&repository);
    let first = repository.world.posts("hub.example.org/").len();
    publish(&repository);
    assert_eq!(repository.world.posts("hub.example.org/").len(), first, "nothing changed");
    repository.add(
        "releases/lamp.txt",
        "Museum buys a lamp\n\nHamburg, 20 June 2026 – The Harbour Museum buys the lamp of a lighthouse. It can be seen \
         there from Saturday on for the first time.\n",
    );
    publish(&repository);
    let mut told: Vec<String> = repository.world.posts("hub.example.org/")[first..]
        .iter()
        .filter_map(|post| Some(post.body.rsplit_once("%2F%2Fnews.example.org%2F")?.1.to_owned()))
        .collect();
    let mut expected: Vec<String> = ["atom.xml", "feed.json", "rss.xml"]
        .iter()
        .flat_map(|file| [(*file).to_owned(), format!("languages%2Fen%2F{file}")])
        .collect();
    told.sort();
    expected.sort();
    assert_eq!(told, expected);
}

#[test]
fn a_release_that_vanished_stops_the_run_at_the_guard() {
    let repository = Repository::new();
    publish(&repository);
    fs::remove_file(repository.work().join("releases/silver-label.txt")).expect("a release");
    repository.commit();
    git(&repository.work(), &["push", "--quiet", "origin", "main"]);
    let run = Run::of(&repository, "publish.yml", "push");
    let failure = run.job("build").expect_err("a refusal");
    assert!(failure.starts_with("Guard what is live: exit status: 5"), "{failure}");
    assert!(failure.contains("silver-label"), "{failure}");
    assert!(!run.artifact("github-pages-1").exists());
}

/// A run of the whole workflow.
fn publish(repository: &Repository) {
    let run = Run::of(repository, "publish.yml", "push");
    for job in ["build", "deploy", "push"] {
        run.job(job).unwrap_or_else(|failure| panic!("{job}: {failure}"));
    }
}

#[test]
fn a_pull_request_is_checked_and_shown_but_not_deployed() {
    let repository = Repository::new();
    let run = Run::of(&repository, "publish.yml", "pull_request");
    run.job("build").expect("the check");
    assert!(!run.performs("deploy"));
    assert!(repository.world.asked().iter().all(|asked| asked.method == "GET"), "a pull request tells nobody");
    assert!(run.artifact("preview").join("index.html").is_file());
    assert!(!run.artifact("github-pages-1").exists());
}

#[test]
fn a_pull_request_that_takes_back_what_readers_have_is_warned_of() {
    let repository = Repository::new();
    let warned = |run: &Run| run.said.borrow().contains("::warning::Readers would lose releases");
    publish(&repository);
    let run = Run::of(&repository, "publish.yml", "pull_request");
    run.job("build").expect("the check");
    assert!(!warned(&run), "{}", run.said.borrow());
    fs::remove_file(repository.work().join("releases/silver-label.txt")).expect("a release");
    repository.commit();
    git(&repository.work(), &["push", "--quiet", "origin", "main"]);
    let run = Run::of(&repository, "publish.yml", "pull_request");
    run.job("build").expect("the check, which is no guard");
    assert!(warned(&run) && run.said.borrow().contains("silver-label"), "{}", run.said.borrow());
}

#[test]
fn a_bad_release_stops_the_run_with_a_remark_at_its_line() {
    let repository = Repository::new();
    repository.add("releases/fair.md", "---\ntitle: Fair: a success\n---\n\nDresden, 2 November 2018 – A fair.\n");
    let run = Run::of(&repository, "publish.yml", "push");
    let failure = run.job("build").expect_err("a refusal");
    assert!(failure.starts_with("Check: exit status: 1"), "{failure}");
    assert!(failure.contains("::error file=releases/fair.md,line=2,"), "{failure}");
    assert!(!run.artifact("github-pages-1").exists());
}

#[test]
fn an_embargo_is_looked_for_since_the_last_deployment_that_succeeded() {
    let repository = Repository::new();
    let run = Run::of(&repository, "embargo.yml", "schedule");
    // What `gh api ... --jq` prints: of three deployments the last one failed.
    run.program(
        "gh",
        "case $2 in\n*per_page*) printf '3 2026-02-03T09:00:00Z\\n2 2019-01-01T08:30:00Z\\n1 2018-01-01T08:30:00Z\\n' ;;\n\
         */3/*) printf 'failure\\nin_progress\\n' ;;\n*) printf 'inactive\\nsuccess\\n' ;;\nesac\n",
    );
    run.job("lifted").expect("the count");
    assert_eq!(run.output("deployed", "at").as_deref(), Some("2019-01-01T08:30:00Z"));
    let since = ["lifted", "--since", "2019-01-01T07:30:00Z"];
    let counted = dateline(&repository.work(), &since);
    let counted = String::from_utf8_lossy(&counted.stdout).trim().to_owned();
    assert_ne!(counted, "0", "the newsroom has releases since");
    assert_eq!(run.output("lifted", "count"), Some(counted));
}

#[test]
fn without_a_deployment_there_is_nothing_to_look_for() {
    let repository = Repository::new();
    let run = Run::of(&repository, "embargo.yml", "schedule");
    run.program("gh", "true\n");
    run.job("lifted").expect("nothing to do");
    assert_eq!(run.output("lifted", "count"), None);
}

#[test]
fn the_action_checks_and_builds() {
    let repository = Repository::new();
    let run = Run::of(&repository, "../../action.yml", "push");
    let clone = run.clone_of("action");
    repository.clone_to(&clone);
    let action = tree(&read("action.yml"));
    let mut names = Vec::new();
    for step in action.at("runs").at("steps").list() {
        // The others bring the binary, which is there.
        if !step.at("if").text().contains("inputs.run") {
            continue;
        }
        names.push(step.at("name").text());
        let environment = step.at("env").pairs().iter().map(|(key, value)| {
            let name = value.text().trim_start_matches("${{ inputs.").trim_end_matches(" }}");
            (key.clone(), action.at("inputs").at(name).at("default").text().to_owned())
        });
        run.shell(step, &clone, &environment.collect::<Vec<_>>()).expect("the step");
    }
    assert_eq!(names, ["Check", "Guard what is live", "Build"]);
    assert!(clone.join("public/feed.json").is_file());
}

/// A bare repository with the project's newsroom in it, and where it is published.
struct Repository {
    folder: TempDir,
    world: World,
}

impl Repository {
    fn new() -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        let served = folder.path().join("served");
        let world = World::new(move |asked: &Asked, _| {
            let name = asked.address.strip_prefix("news.example.org/").unwrap_or("nowhere");
            match fs::read(served.join(name)) {
                _ if asked.method == "POST" => says("204 No Content", "", ""),
                Ok(bytes) => serves(bytes),
                Err(_) => says("404 Not Found", "", "no such page"),
            }
        });
        let repository = Self { folder, world };
        let work = repository.work();
        for (name, bytes) in files(&Path::new(PROJECT).join("releases")) {
            write(&work.join("releases").join(name), &bytes);
        }
        // Under names that the server on this machine answers to.
        let config = read("dateline.toml")
            .replace("https://news.example.org/", "http://news.example.org/")
            .replace("https://pubsubhubbub.appspot.com/", "http://hub.example.org/");
        write(&work.join("dateline.toml"), config.as_bytes());
        for name in [".github/workflows/publish.yml", ".github/workflows/embargo.yml"] {
            write(&work.join(name), read(name).as_bytes());
        }
        git(&work, &["init", "--quiet", "--initial-branch", "main"]);
        repository.commit();
        git(repository.folder.path(), &["clone", "--quiet", "--bare", "work", "bare.git"]);
        git(&work, &["remote", "add", "origin", "../bare.git"]);
        repository
    }

    fn work(&self) -> PathBuf {
        self.folder.path().join("work")
    }

    fn commit(&self) {
        git(&self.work(), &["add", "--all"]);
        git(&self.work(), &["-c", "user.name=Press", "-c", "user.email=press@example.org", "commit", "-qm", "Release"]);
    }

    fn add(&self, name: &str, text: &str) {
        write(&self.work().join(name), text.as_bytes());
        self.commit();
        git(&self.work(), &["push", "--quiet", "origin", "main"]);
    }

    fn clone_to(&self, folder: &Path) {
        git(self.folder.path(), &["clone", "--quiet", "bare.git", &folder.to_string_lossy()]);
    }
}

/// One run of a workflow: its jobs' clones, artifacts and outputs.
struct Run<'a> {
    repository: &'a Repository,
    folder: TempDir,
    workflow: Node,
    event: &'a str,
    attempt: u32,
    /// Whether a variable of the repository says that there is a site.
    served_at_all: bool,
    outputs: std::cell::RefCell<BTreeMap<String, String>>,
    /// What its steps printed.
    said: std::cell::RefCell<String>,
}

impl<'a> Run<'a> {
    fn of(repository: &'a Repository, name: &str, event: &'a str) -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        let workflow = tree(&read(&format!(".github/workflows/{name}")));
        let (outputs, said) = Default::default();
        let run = Self { repository, folder, workflow, event, attempt: 1, served_at_all: true, outputs, said };
        write(&run.folder.path().join("bin/none"), b"");
        // Nothing was deployed before.
        run.program("gh", "true\n");
        run
    }

    fn clone_of(&self, job: &str) -> PathBuf {
        self.folder.path().join("jobs").join(job)
    }

    fn artifact(&self, name: &str) -> PathBuf {
        self.folder.path().join("artifacts").join(name)
    }

    fn served(&self) -> PathBuf {
        self.repository.folder.path().join("served")
    }

    fn output(&self, step: &str, name: &str) -> Option<String> {
        self.outputs.borrow().get(&format!("steps.{step}.outputs.{name}")).cloned()
    }

    /// A program that stands in for one of the runner's.
    fn program(&self, name: &str, script: &str) {
        let path = self.folder.path().join("bin").join(name);
        write(&path, format!("#!/bin/sh\n{script}").as_bytes());
        fs::set_permissions(&path, fs::Permissions::from_mode(0o755)).expect("a program");
    }

    fn performs(&self, job: &str) -> bool {
        self.holds(self.workflow.at("jobs").at(job).at("if").text())
    }

    /// The conditions that the workflows have; another one has to be thought about here.
    fn holds(&self, condition: &str) -> bool {
        let asked = self.event == "pull_request";
        match condition {
            "" => true,
            "github.event_name == 'pull_request'" => asked,
            "github.event_name != 'pull_request'" => !asked,
            "github.event_name == 'pull_request' || vars.NEWSROOM_IS_SERVED" => asked || self.served_at_all,
            "vars.NEWSROOM_IS_SERVED" => self.served_at_all,
            "steps.deployed.outputs.at" => self.output("deployed", "at").is_some(),
            other => panic!("when does `{other}` hold?"),
        }
    }

    /// A text with its expressions filled in, as far as the workflows have any.
    fn filled(&self, text: &str) -> String {
        let Some((before, rest)) = text.split_once("${{ ") else { return text.to_owned() };
        let (expression, behind) = rest.split_once(" }}").expect("an expression that ends");
        let value = if let Some(needed) = expression.strip_prefix("needs.") {
            let (job, output) = needed.split_once(".outputs.").expect("an output");
            self.filled(self.workflow.at("jobs").at(job).at("outputs").at(output).text())
        } else if expression == "github.run_attempt" {
            self.attempt.to_string()
        } else {
            self.outputs.borrow().get(expression).cloned().unwrap_or_default()
        };
        format!("{before}{value}{}", self.filled(behind))
    }

    fn job(&self, name: &str) -> Result<(), String> {
        let clone = self.clone_of(name);
        let steps = self.workflow.at("jobs").at(name).at("steps").list();
        assert!(!steps.is_empty(), "no job {name}");
        fs::create_dir_all(&clone).expect("a folder");
        for step in steps.iter().filter(|step| self.holds(step.at("if").text())) {
            let uses = step.at("uses").text();
            let with = |key: &str| self.filled(step.at("with").at(key).text());
            match uses.split('@').next().unwrap_or_default() {
                "" => self.step(step, &clone)?,
                // The binary is on the PATH.
                "./" => assert_eq!(with("run"), "install"),
                "actions/checkout" => self.repository.clone_to(&clone),
                "actions/upload-artifact" => {
                    let from = clone.join(with("path"));
                    let artifact = self.artifact(&with("name"));
                    if from.is_dir() {
                        copy(&from, &artifact);
                    } else {
                        write(&artifact.join(with("path")), &fs::read(&from).expect("a file"));
                    }
                }
                "actions/upload-pages-artifact" => {
                    let artifact = self.artifact(&with("name"));
                    fs::create_dir_all(&artifact).expect("a folder");
                    let archive = artifact.join("artifact.tar");
                    tar(&["-cf", &archive.to_string_lossy(), "--directory", &with("path"), "."], &clone);
                }
                "actions/download-artifact" => {
                    copy(&self.artifact(&with("name")), &clone);
                }
                "actions/deploy-pages" => {
                    // A deployment replaces the one before.
                    let _ = fs::remove_dir_all(self.served());
                    fs::create_dir_all(self.served()).expect("a folder");
                    let archive = self.artifact(&with("artifact_name")).join("artifact.tar");
                    tar(&["-xf", &archive.to_string_lossy()], &self.served());
                }
                other => panic!("what does {other} do?"),
            }
        }
        Ok(())
    }

    fn step(&self, step: &Node, clone: &Path) -> Result<(), String> {
        let script = step.at("run").text();
        assert!(!script.contains("${{"), "an expression in a script can be made to run anything: {script}");
        let environment = step.at("env").pairs().iter().map(|(key, value)| (key.clone(), self.filled(value.text())));
        self.shell(step, clone, &environment.collect::<Vec<_>>())
    }

    /// As GitHub runs a script: in a file, and without a word about its shell with `bash -e` alone.
    fn shell(&self, step: &Node, clone: &Path, environment: &[(String, String)]) -> Result<(), String> {
        let (script, output) = (self.folder.path().join("script.sh"), self.folder.path().join("output"));
        write(&script, step.at("run").text().as_bytes());
        write(&output, b"");
        let dateline = Path::new(env!("CARGO_BIN_EXE_dateline")).parent().expect("a folder").to_owned();
        let mut path = vec![self.folder.path().join("bin"), dateline];
        path.extend(std::env::split_paths(&std::env::var_os("PATH").unwrap_or_default()));
        let mut bash = Command::new("bash");
        match step.at("shell").text() {
            "" => bash.arg("-e"),
            "bash" => bash.args(["--noprofile", "--norc", "-eo", "pipefail"]),
            other => panic!("how does GitHub start {other}?"),
        };
        bash.arg(&script).current_dir(clone).envs(environment.iter().cloned());
        bash.env("PATH", std::env::join_paths(path).expect("a path"));
        for name in ["HTTPS_PROXY", "ALL_PROXY", "https_proxy", "all_proxy", "NO_PROXY", "no_proxy"] {
            bash.env_remove(name);
        }
        bash.env("HTTP_PROXY", &self.repository.world.proxy).env("http_proxy", &self.repository.world.proxy);
        bash.env("GITHUB_OUTPUT", &output).env("GITHUB_REPOSITORY", "example/newsroom");
        let ended = bash.output().expect("bash");
        for line in fs::read_to_string(&output).expect("outputs").lines() {
            let (name, value) = line.split_once('=').expect("an output");
            let key = format!("steps.{}.outputs.{name}", step.at("id").text());
            self.outputs.borrow_mut().insert(key, value.to_owned());
        }
        let said = String::from_utf8_lossy(&[ended.stdout, ended.stderr].concat()).into_owned();
        self.said.borrow_mut().push_str(&said);
        if ended.status.success() {
            return Ok(());
        }
        Err(format!("{}: {}\n{said}", step.at("name").text(), ended.status))
    }
}

/// YAML as far as workflows need it.
#[derive(Debug, Default)]
enum Node {
    #[default]
    Nothing,
    Text(String),
    List(Vec<Node>),
    Map(Vec<(String, Node)>),
}

impl Node {
    fn at(&self, key: &str) -> &Self {
        self.pairs().iter().find(|(name, _)| name == key).map_or(&Self::Nothing, |(_, value)| value)
    }

    fn pairs(&self) -> &[(String, Self)] {
        if let Self::Map(pairs) = self { pairs } else { &[] }
    }

    fn list(&self) -> &[Self] {
        if let Self::List(items) = self { items } else { &[] }
    }

    fn text(&self) -> &str {
        if let Self::Text(text) = self { text } else { "" }
    }
}

fn tree(yaml: &str) -> Node {
    let mut parser = Parser::new_from_str(yaml);
    loop {
        match next(&mut parser) {
            Event::StreamStart | Event::DocumentStart(_) => {}
            event => return node(event, &mut parser),
        }
    }
}

fn next<'a>(parser: &mut Parser<'a, StrInput<'a>>) -> Event<'a> {
    parser.next_event().expect("more").expect("YAML").0
}

fn node<'a>(event: Event<'a>, parser: &mut Parser<'a, StrInput<'a>>) -> Node {
    match event {
        Event::Scalar(text, ..) => Node::Text(text.into_owned()),
        Event::SequenceStart(..) => {
            let mut items = Vec::new();
            loop {
                match next(parser) {
                    Event::SequenceEnd => return Node::List(items),
                    event => items.push(node(event, parser)),
                }
            }
        }
        Event::MappingStart(..) => {
            let mut pairs = Vec::new();
            loop {
                match next(parser) {
                    Event::MappingEnd => return Node::Map(pairs),
                    Event::Scalar(key, ..) => {
                        let value = next(parser);
                        pairs.push((key.into_owned(), node(value, parser)));
                    }
                    other => panic!("what is {other:?} for a key?"),
                }
            }
        }
        other => panic!("workflows have no {other:?}"),
    }
}

fn read(name: &str) -> String {
    fs::read_to_string(Path::new(PROJECT).join(name)).expect("a file of the project")
}

fn write(path: &Path, bytes: &[u8]) {
    fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
    fs::write(path, bytes).expect("a file");
}

fn files(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let mut files = BTreeMap::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(next) = folders.pop() {
        for entry in fs::read_dir(&next).expect("a folder") {
            let path = entry.expect("an entry").path();
            if path.is_dir() {
                folders.push(path);
            } else {
                let name = path.strip_prefix(folder).expect("a name").to_string_lossy().into_owned();
                files.insert(name, fs::read(&path).expect("a file"));
            }
        }
    }
    files
}

fn copy(from: &Path, to: &Path) {
    for (name, bytes) in files(from) {
        write(&to.join(name), &bytes);
    }
}

fn tar(arguments: &[&str], folder: &Path) {
    assert!(Command::new("tar").args(arguments).current_dir(folder).status().expect("tar").success());
}

fn git(folder: &Path, arguments: &[&str]) {
    // Whoever runs the tests may sign commits or have hooks.
    let mut git = Command::new("git");
    git.env("GIT_CONFIG_GLOBAL", "/dev/null").env("GIT_CONFIG_SYSTEM", "/dev/null");
    let ended = git.args(arguments).current_dir(folder).output().expect("git");
    assert!(ended.status.success(), "git {arguments:?}: {}", String::from_utf8_lossy(&ended.stderr));
}

fn dateline(folder: &Path, arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_dateline")).args(arguments).current_dir(folder).output().expect("dateline")
}
