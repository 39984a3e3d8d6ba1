//! Inputs that are made to keep a reader busy: each ends soon, as a release or as an error that names what
//! is too much. To add one, add a line.

#![allow(clippy::expect_used, clippy::panic)] // In a test an expectation that fails is the message.

use std::path::Path;
use std::sync::mpsc;
use std::thread;
use std::time::Duration;

use dateline::against::live;
use dateline::disk::input::SourceFile;
use dateline::reading::{self, Understanding};

/// What a reader takes less than a second for, slow machines and other tests beside it reckoned with.
const SOON: Duration = Duration::from_secs(30);

fn soon<T: Send + 'static>(name: &str, work: impl FnOnce() -> T + Send + 'static) -> T {
    let (done, wait) = mpsc::channel();
    thread::Builder::new()
        // A recursion without end shows itself sooner in a small stack.
        .stack_size(2 * 1024 * 1024)
        .spawn(move || done.send(work()))
        .expect("a thread");
    wait.recv_timeout(SOON).unwrap_or_else(|_| panic!("{name} does not end, or panics"))
}

/// Reads a text as a file with an ending.
fn read(name: &'static str, text: String) -> Understanding {
    soon(name, move || {
        let file = SourceFile::named(Path::new(name));
        assert!(text.len() as u64 <= file.format.largest(), "{name} would be refused for its size alone");
        reading::understand(&file, text.as_bytes(), None)
    })
}

const HEAD: &str =
    "Lamp lit\n\nAldwick, 1 May 2026 – The mayor lit the lamp that has stood at the harbour for eighty years.\n\n";

/// A text so many times, each with its number in place of `#`.
fn numbered(count: usize, text: &str) -> String {
    (0..count).map(|number| text.replace('#', &number.to_string())).collect()
}

#[test]
fn plain_text_of_any_shape_is_read_soon() {
    for (name, bomb) in [
        ("one-line.txt", "word ".repeat(200_000)),
        ("opening-parentheses.txt", "(".repeat(900_000)),
        ("opening-brackets.txt", "[{<".repeat(300_000)),
        ("addresses.txt", "https://lamp.example/ ".repeat(40_000)),
        ("mail-addresses.txt", "a@lamp.example ".repeat(60_000)),
        ("phones.txt", "Tel: +49 351 4960288\n".repeat(40_000)),
        ("dates-on-a-line.txt", "1 May 2026 ".repeat(80_000)),
        ("date-lines.txt", "1 May 2026\n\n".repeat(60_000)),
        ("colons.txt", "Contact: Ada Berg: ".repeat(50_000)),
        ("lines-of-a-letter.txt", "a\n".repeat(400_000)),
        ("headings-of-contacts.txt", "Contact:\n\n".repeat(80_000)),
        ("embargoes.txt", "Embargo: 1 May 2026, 10:00\n".repeat(30_000)),
        ("columns.txt", "Embargo\t1\n1\tEmbargo\n".repeat(20_000)),
        ("dashes.txt", "– ".repeat(250_000)),
        ("accents.txt", "e\u{301}".repeat(300_000)),
    ] {
        read(name, format!("{HEAD}{bomb}"));
    }
}

#[test]
fn markdown_of_any_shape_is_read_soon() {
    for (name, bomb) in [
        ("emphases.md", "*a ".repeat(100_000)),
        ("strong-emphases.md", "**a ".repeat(100_000)),
        ("brackets.md", "[".repeat(200_000)),
        ("links.md", numbered(30_000, "[a](https://a.example/#) ")),
        ("pictures.md", "![a](a.jpg) ".repeat(60_000)),
        ("quotes.md", "> ".repeat(100_000) + "a"),
        ("lists.md", (0..1_000).map(|depth| "  ".repeat(depth) + "- a\n").collect()),
        ("footnotes.md", "[^a\n".repeat(60_000)),
        ("table.md", format!("|a|b|\n|-|-|\n{}", "|1|2|\n".repeat(10_000))),
        ("code.md", "`".repeat(200_001)),
        ("entities.md", "&amp;".repeat(100_000)),
        ("html.md", "<b>".repeat(100_000)),
        ("attributes.md", format!("<p {}>x</p>", numbered(80_000, "a# "))),
        ("definitions.md", numbered(20_000, "[a#]: Embargo\n")),
        ("comments.md", numbered(20_000, "<!-- Embargo # -->\n")),
        ("sections.md", "<![CDATA[".repeat(60_000)),
    ] {
        read(name, format!("# {HEAD}{bomb}"));
    }
}

#[test]
fn pages_of_any_shape_are_read_soon() {
    for (name, bomb) in [
        ("divisions.html", "<div>".repeat(100_000)),
        ("emphases.html", "<b>".repeat(100_000)),
        ("links-in-links.html", "<a href=x>".repeat(50_000)),
        ("tables-in-tables.html", "<table><tr><td>".repeat(30_000)),
        ("cells.html", format!("<table>{}", "<tr><td>a<td>b".repeat(40_000))),
        ("references.html", "&amp;".repeat(150_000)),
        ("attributes.html", format!("<p {}>", numbered(80_000, "a# "))),
        ("comments.html", "<!--".repeat(150_000)),
        ("drawings.html", "<svg><style>".repeat(50_000)),
        ("titles.html", numbered(20_000, "<p title='Embargo #'>a")),
        ("frames.html", "<header>Embargo<nav>".repeat(20_000)),
        ("preformatted.html", "<pre>a\n".repeat(80_000)),
    ] {
        read(name, format!("<h1>Lamp lit</h1><p>Aldwick, 1 May 2026 – The mayor lit the lamp.</p>{bomb}"));
    }
}

#[test]
fn front_matter_that_grows_when_it_is_read_is_an_error() {
    let aliases: String = std::iter::once("a: &a [x, x, x, x, x, x, x, x, x]\n".to_owned())
        .chain(('b'..'j').zip('a'..).map(|(own, before)| {
            let parts = vec![format!("*{before}"); 9].join(", ");
            format!("{own}: &{own} [{parts}]\n")
        }))
        .collect();
    for (name, bomb) in [
        ("aliases.txt", aliases),
        ("nested.txt", format!("title: {}\n", "[".repeat(50_000))),
        ("maps.txt", (0..2_000).map(|depth| " ".repeat(depth % 400) + "a:\n").collect()),
        ("keys.txt", numbered(60_000, "k#: v\n")),
    ] {
        let understanding = read(name, format!("---\n{bomb}---\n{HEAD}"));
        assert!(understanding.problems.iter().any(|problem| problem.at.is_some()), "{name}");
    }
}

#[test]
fn a_live_feed_that_grows_when_it_is_read_is_none() {
    let entities: String = ('b'..'m')
        .zip('a'..)
        .map(|(own, before)| ["<!ENTITY ", &own.to_string(), " \"", &format!("&{before};").repeat(10), "\">"].concat())
        .collect();
    let bomb = format!(
        "<?xml version=\"1.0\"?><!DOCTYPE rss [<!ENTITY a \"aaaaaaaaaa\">{entities}]><rss><channel>&l;</channel></rss>"
    );
    let nested = format!("<rss><channel>{}", "<item>".repeat(200_000));
    let arrays = format!("{{\"version\":\"https://jsonfeed.org/version/1.1\",\"items\":{}", "[".repeat(200_000));
    for (name, feed) in [("entities", bomb), ("elements", nested), ("arrays", arrays)] {
        assert!(soon(name, move || live::read(feed.as_bytes()).is_err()), "{name}");
    }
}

#[test]
fn what_is_said_of_a_live_feed_holds_nothing_that_a_terminal_obeys() {
    for feed in ["<rss><channel a\u{2}=\"\u{1b}[31m\">", "<\u{1b}]0;a\u{7}/>", "{\"\u{1b}[2J"] {
        let told = live::read(feed.as_bytes()).expect_err("no feed").0;
        assert!(!told.contains(char::is_control), "{told:?}");
    }
}
