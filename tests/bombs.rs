//! Inputs that are made to keep a reader busy: each ends soon, as a release or as an error that names what
//! is too much, and twice as much of it takes about twice as long. To add one, add a line.

#![allow(clippy::expect_used, clippy::panic)] // In a test an expectation that fails is the message.

use std::fs;
use std::path::Path;
use std::sync::{LazyLock, mpsc};
use std::thread;
use std::time::{Duration, Instant};

use dateline::against::live;
use dateline::disk::input::SourceFile;
use dateline::reading::{self, Understanding};

/// What a reader takes a second or a few for, slow machines and other tests beside it reckoned with; how the time
/// grows is asked apart.
const SOON: Duration = Duration::from_secs(30);
/// Bytes of the smaller of two inputs of one shape; the other is twice as long.
const SOME: usize = 40_000;
/// What even the larger one is read in says nothing of how the time grows, and needs not.
const QUICK: Duration = Duration::from_millis(300);
/// Twice as much would take four times as long, if each line were held against all others.
const MOST_FOR_TWICE: f64 = 3.0;
/// A busy machine may be slower for a while, but not each time while the larger one is read.
const ATTEMPTS: usize = 4;

/// What the present thread has used of the processor, where the system tells; else what has gone by.
fn spent() -> Duration {
    static BEGAN: LazyLock<Instant> = LazyLock::new(Instant::now);
    let told = fs::read_to_string("/proc/thread-self/schedstat").ok();
    let nanoseconds = told.and_then(|told| told.split(' ').next()?.parse().ok());
    nanoseconds.map_or_else(|| BEGAN.elapsed(), Duration::from_nanos)
}

fn soon<T: Send + 'static>(name: &str, work: impl FnOnce() -> T + Send + 'static) -> T {
    timed(name, work).0
}

/// What comes of the work, and how long it took.
fn timed<T: Send + 'static>(name: &str, work: impl FnOnce() -> T + Send + 'static) -> (T, Duration) {
    let (done, wait) = mpsc::channel();
    thread::Builder::new()
        // A recursion without end shows itself sooner in a small stack.
        .stack_size(2 * 1024 * 1024)
        .spawn(move || {
            let before = spent();
            let result = work();
            done.send((result, spent().saturating_sub(before)))
        })
        .expect("a thread");
    wait.recv_timeout(SOON).unwrap_or_else(|_| panic!("{name} does not end, or panics"))
}

/// Reads a text as a file with an ending.
fn read(name: &'static str, text: String) -> Understanding {
    soon(name, move || understand(name, &text))
}

fn understand(name: &str, text: &str) -> Understanding {
    let file = SourceFile::named(Path::new(name));
    assert!(text.len() as u64 <= file.format.largest(), "{name} would be refused for its size alone");
    reading::understand(&file, text.as_bytes(), None)
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

const LEAD: &str = "\nAldwick, 1 May 2026 – The mayor lit the lamp that has stood at the harbour for eighty years.\n";

/// Where a shape stands: above the lead, below it, or as one line of its own.
enum Stands {
    Above,
    Below,
    OnALine,
}

/// A shape, each with its number in place of `#`, of about so many bytes.
fn of_size(bytes: usize, stands: &Stands, (opens, unit): (&str, &str)) -> String {
    let shape = numbered(bytes / unit.len(), unit);
    match stands {
        Stands::Above => format!("Lamp lit\n\n{opens}{shape}{LEAD}"),
        Stands::Below => format!("{HEAD}{opens}{shape}"),
        Stands::OnALine => format!("Lamp lit\n\n{opens}{shape}\n{LEAD}"),
    }
}

fn grows_evenly(name: &'static str, stands: &Stands, shape: (&str, &str)) {
    let time = |bytes| {
        let text = of_size(bytes, stands, shape);
        timed(name, move || understand(name, &text)).1
    };
    let mut worst = Vec::new();
    for _ in 0..ATTEMPTS {
        let larger = time(2 * SOME);
        if larger < QUICK {
            return;
        }
        let smaller = time(SOME);
        if larger.as_secs_f64() < MOST_FOR_TWICE * smaller.as_secs_f64() {
            return;
        }
        worst.push((smaller, larger));
    }
    panic!("{name}: twice as much takes far more than twice as long: {worst:?}");
}

#[test]
fn twice_as_much_takes_no_more_than_about_twice_as_long() {
    use Stands::{Above, Below, OnALine};
    for (name, stands, shape) in [
        ("short-lines.txt", Above, ("", "ab cd\n\n")),
        ("houses.txt", Above, ("", "Harbour Museum\n")),
        ("labels.txt", Above, ("", "Ref: 214/26\n")),
        ("places-and-dates.txt", Below, ("", "Aldwick, 1 May 2026\n")),
        ("dates-of-an-embargo.txt", OnALine, ("Embargo: ", "1 May 2026 ")),
        ("hidden-addresses.txt", OnALine, ("Contact: ", "a (at) b (dot) c ")),
        ("glued-addresses.txt", OnALine, ("Contact: ", "awww.b")),
    ] {
        grows_evenly(name, &stands, shape);
    }
}

#[test]
fn lines_of_any_shape_above_and_below_a_lead_are_read_soon() {
    use Stands::{Above, Below, OnALine};
    for (name, stands, shape) in [
        ("short-lines.txt", Above, ("", "ab cd\n\n")),
        ("shouted-lines.txt", Above, ("", "HARBOUR MUSEUM #\n")),
        ("houses.txt", Above, ("", "Harbour Museum #\n")),
        ("offices.txt", Above, ("", "Le procureur de la République\n\n")),
        ("people.txt", Above, ("", "Ada Berg\n")),
        ("labels.txt", Above, ("", "Ref #: 214/26\n")),
        ("facts.txt", Above, ("", "Venue: Hall #\n")),
        ("times.txt", Above, ("", "Time: 10:30\n")),
        ("numbered-items.txt", Above, ("", "#. point\n")),
        ("corrections.txt", Above, ("", "Correction: lamp # is red\n")),
        ("dated-corrections.txt", Above, ("", "Correction (3 May 2026): The lamp # was red.\n\n")),
        ("note-of-a-correction.txt", Above, ("Correction: the lamp was\n", "of the colour that it is and\n")),
        ("embargoes.txt", Above, ("", "Embargo: 1 May 2026, 10:00\n")),
        ("captions.txt", Below, ("", "Caption: The lamp # by Ada\n\n")),
        ("contacts.txt", Below, ("", "Contact:\nAda Berg #\n0113 496 0#\n\n")),
        ("namesakes.txt", Below, ("", "Contact: Ada Berg, 0113 496 0#\n\n")),
        ("numbers.txt", Below, ("Contact:\n", "Tel: +49 351 49#\n")),
        ("lines-of-a-contact.txt", Below, ("Contact:\n", "ab cd\n\n")),
        ("houses-of-a-contact.txt", Below, ("Contact:\n", "Harbour Museum #\n")),
        ("desks-of-a-contact.txt", Below, ("Contact:\n", "Press office #\n")),
        ("people-and-addresses.txt", Below, ("Contact:\n", "Ada Berg\nOle Koch\na#@b.example\n")),
        ("withdrawals.txt", Above, ("", "WITHDRAWN\n\n")),
        ("lines-above-a-number.txt", Below, ("", "ab cd\n")),
        ("addresses-in-sentences.txt", Below, ("", "may be sent to\na@b.example\nby any of them\n")),
        ("sentences.txt", Below, ("", "The lamp is the brightest of all that the harbour has\n")),
        ("dates-of-an-embargo.txt", OnALine, ("Embargo: ", "1 May 2026, ")),
        ("numbers-of-a-contact.txt", OnALine, ("Contact: ", "0113 496 0#, ")),
        ("hidden-addresses.txt", OnALine, ("Contact: ", "a# (at) b (dot) example ")),
        ("glued-addresses.txt", OnALine, ("Contact: ", "awww.b")),
        ("people-on-a-line.txt", OnALine, ("Contact: ", "Ada Berg and ")),
        ("colons.txt", OnALine, ("", ":")),
        ("schemes.txt", Below, ("", "http://")),
        ("parentheses.txt", OnALine, ("Contact: ", "(a) ")),
    ] {
        let text = of_size(SOME, &stands, shape);
        soon(name, move || understand(name, &text));
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
