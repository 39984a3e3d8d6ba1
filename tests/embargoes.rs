//! No embargo is lost between a file and the parser, wherever in the file it stands: every wording in
//! every place is held back or refused, and what only speaks of another kind of embargo is neither.

#![allow(clippy::expect_used, reason = "a helper of tests may end them")]

use std::io::{Cursor, Write as _};
use std::path::Path;

use dateline::config::Config;
use dateline::disk::input::SourceFile;
use dateline::instant::Instant;
use dateline::reading;
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

const NEWSROOM: &str = include_str!("newsroom.toml");
const NOW: &str = "2026-06-01T00:00:00Z";

const HEADLINE: &str = "Museum opens its cellar";
const LEAD: &str = "Hamburg, 2 March 2026 – The Harbour Museum opens its cellar to visitors on Saturday. Forty models of \
    ships can be seen there for the first time.";
const BODY: &str = "The cellar was closed for repairs for six years. Admission is free until Easter.";

/// What a line above a plain text has to say to hold it back.
const WORDINGS: [&str; 46] = [
    "EMBARGO: 1 January 2027, 09:00",
    "Embargoed until 1 January 2027",
    "Under embargo until 9 a.m. on 1 January 2027",
    "Not to be published before 1 January 2027",
    "Do not release before 1 January 2027",
    "Not for release until 1 January 2027",
    "Not for publication before 1 January 2027",
    "Please hold until 1 January 2027",
    "Sperrfrist: 1. Januar 2027, 10 Uhr",
    "Nicht zur Veröffentlichung vor dem 1. Januar 2027",
    "Gesperrt bis 1. Januar 2027",
    "Frei ab 1. Januar 2027",
    "Sperrvermerk: 1. Januar 2027",
    "Ne pas publier avant le 1er janvier 2027",
    "Sous embargo jusqu'au 1er janvier 2027",
    "No publicar hasta el 1 de enero de 2027",
    "Niet publiceren voor 1 januari 2027",
    "Da non pubblicare prima del 1 gennaio 2027",
    "Ikke til offentliggørelse før 1. januar 2027",
    "Må tidligst offentliggøres 1. januar 2027",
    "Får publiceras tidigast 1 januari 2027",
    "Não deve ser publicado antes de 1 de janeiro de 2027",
    "Niet verspreiden vóór 1 januari 2027",
    "Divulgazione consentita dal 1 gennaio 2027",
    "Vertraulich bis 1. Januar 2027, 8 Uhr",
    "E M B A R G O  1 January 2027",
    "S P E R R F R I S T: 1. Januar 2027",
    "EM\u{200B}BARGO: 1 January 2027",
    "Zitate und Bilder frei ab 1. Januar 2027, 10 Uhr",
    "Vor dem 1. Januar 2027, 10 Uhr, nicht zur Veröffentlichung",
    "Pas te gebruiken na 1 januari 2027",
    "Do publikacji po 1 stycznia 2027 r.",
    "Julkaisuvapaa 1.1.2027 klo 9.00",
    "For release after market close January 1, 2027",
    "NOT BEFORE 6 PM 1 JANUARY 2027",
    "Confidential until publication on 1 January 2027",
    "Under NDA until 1 January 2027, 9:00",
    "No use before 1 January 2027",
    "The contents of this release must not be quoted or summarised before 1 January 2027",
    "Veröffentlichung frei am 1. Januar 2027, 10 Uhr",
    "Keine Rezensionen vor dem 1. Januar 2027",
    "Embargo: 1 January 2027, 0001GMT",
    "Gesperrt bis zum 1. Januar 2027, 17.00 Uhr",
    "Gesperrt bis und mit 1. Januar 2027",
    "Für Abendzeitungen frei ab 1. Januar 2027, 17 Uhr",
    "Bitte beachten: Veröffentlichung ab 1. Januar 2027, 17 Uhr",
];

/// What holds nothing back, wherever it stands.
const OTHERS: [&str; 12] = [
    "Frei ab 18 Jahren",
    "Embargo hurts trade, study finds",
    "The embargo on oil was lifted in May.",
    "Nicht vor Regen geschützt",
    "Free entry before noon",
    "© 2026 Harbour Museum. All rights reserved.",
    "Published before the meeting",
    "Kontakt | Impressum | Freigabe der Brücke",
    "For release upon receipt",
    "Not for profit group opens house",
    "Frei für alle Ausgaben des Vereins",
    "Achtung: gesperrt wird die Brücke",
];

/// Places in HTML; `{}` stands for the words, `@` for headline, lead and body.
const HTML: [&str; 83] = [
    "<p>{}</p>@",
    "<header><p>{}</p></header>@",
    "<header><div><span>Press</span></div><div>{}</div></header>@",
    "@<footer><p>{}</p></footer>",
    "@<footer>Harbour Museum<br>{}<br>Imprint</footer>",
    "@<aside><p>{}</p></aside>",
    "<nav><ul><li>Home</li><li>{}</li></ul></nav>@",
    "<p>{}</p><main>@</main>",
    "<main>@</main><div>{}</div>",
    "<div>{}</div><article>@</article>",
    "<article>@</article><p>{}</p>",
    "<article>@<footer>{}</footer></article>",
    "<p hidden>{}</p>@",
    "<div style='display: none'><p>{}</p></div>@",
    "<p style='visibility:hidden'>{}</p>@",
    "<p style='mso-hide: all'>{}</p>@",
    "<span class='sr-only'>{}</span>@",
    "<p aria-hidden=true>{}</p>@",
    "<object data=x><p>{}</p></object>@",
    "<video src=x><p>{}</p></video>@",
    "<audio src=x>{}</audio>@",
    "<iframe src=x><p>{}</p></iframe>@",
    "<canvas>{}</canvas>@",
    "<noscript><p>{}</p></noscript>@",
    "<template><p>{}</p></template>@",
    "<button>{}</button>@",
    "<textarea>{}</textarea>@",
    "<select><option>{}</option></select>@",
    "<dialog>{}</dialog>@",
    "<form><p>{}</p></form>@",
    "<svg><text>{}</text></svg>@",
    "<svg><title>{}</title></svg>@",
    "<math><mtext>{}</mtext></math>@",
    "<head><title>{}</title></head><body>@</body>",
    "<head><meta name=description content=\"{}\"></head><body>@</body>",
    "<!-- {} -->@",
    "<!-- Press\n{}\noffice -->@",
    "<!--[if mso]><p>Press</p><p>{}</p><![endif]-->@",
    "<?note {} ?>@",
    "<img src=p.jpg alt=\"{}\">@",
    "<img src=p.jpg alt=x title=\"{}\">@",
    "<p title=\"{}\">Press</p>@",
    "<div aria-label=\"{}\">Press</div>@",
    "<div data-notice=\"{}\">Press</div>@",
    "<input type=text value=\"{}\">@",
    "<table><tr><th>a<th>b<tr><td>c<td><p>d</p><p>{}</p></table>@",
    "<table><caption>{}</caption><tr><th>a<th>b<tr><td>c<td>d</table>@",
    "<table><tr><th>a<th>b<tr><td>c<td>d<object><p>{}</p></object></table>@",
    "<table><tr><td>{}</td></tr></table>@",
    "<pre>Press\n{}\nOffice</pre>@",
    "<pre><code>Press\n{}\nOffice</code></pre>@",
    "<dl><dt>Press</dt><dd>{}</dd></dl>@",
    "<dl>{}<dt>Press</dt><dd>Ada Berg</dd></dl>@",
    "<dl><div hidden><dt>Press</dt><dd>{}</dd></div></dl>@",
    "<details><summary>{}</summary></details>@",
    "<details><summary>Press</summary><p>{}</p></details>@",
    "<ul><li>Press</li><li>{}</li></ul>@",
    "<h3>{}</h3>@",
    "<blockquote>{}</blockquote>@",
    "<figure><img src=p.jpg><figcaption>{}</figcaption></figure>@",
    "<address>{}</address>@",
    "<fieldset><legend>{}</legend></fieldset>@",
    "<p>Press office<br>{}</p>@",
    "<marquee>{}</marquee>@",
    "<style>h1:before { content: \"{}\" }</style>@",
    "<script>document.write(\"{}\")</script>@",
    "<script type='application/ld+json'>{\"description\": \"{}\"}</script>@",
    "<p>Press<wbr></p><p>{}</p>@",
    "<xmp>Press\n{}</xmp>@",
    "<noembed><p>{}</p></noembed>@",
    "<noframes><p>{}</p></noframes>@",
    "<table summary=\"{}\"><tr><td>Press</table>@",
    "<table><tr><th abbr=\"{}\">a<th>b<tr><td>c<td>d</table>@",
    "<map><area alt=\"{}\"></map>@",
    "<select><optgroup label=\"{}\"><option>a</optgroup></select>@",
    "<video src=x><track label=\"{}\"></video>@",
    "<input placeholder=\"{}\">@",
    "<a href=x title=\"{}\">Press</a>@",
    "<abbr title=\"{}\">E</abbr>@",
    "<x-notice><p>Press</p><p>{}</p></x-notice>@",
    "<p><o:p>Press</o:p></p><o:p>{}</o:p>@",
    "<ul><li hidden>{}</li></ul>@",
    "<table><tr><td hidden>{}</td><td>Press</td></tr></table>@",
];

/// Places in Markdown.
const MARKDOWN: [&str; 57] = [
    "{}\n\n@",
    "**{}**\n\n@",
    "# {}\n\n@",
    "> {}\n\n@",
    "- Press\n- {}\n\n@",
    "1. {}\n\n@",
    "Press  \n{}\n\n@",
    "`{}`\n\n@",
    "```\n{}\n```\n\n@",
    "```{}\nPress\n```\n\n@",
    "    {}\n\n@",
    "| {} |\n|---|\n| Press |\n\n@",
    "| Press |\n|---|\n| {} |\n\n@",
    "[^1]: {}\n\n@",
    "~~Press~~ <b>office</b>\n{}\n\n@",
    "<!-- {} -->\n\n@",
    "<!--\n{}\n-->\n\n@",
    "<div><!-- {} --></div>\n\n@",
    "<p>Press</p><!-- a --><!-- {} -->\n\n@",
    "Press <!-- {} --> office\n\n@",
    "<? {} ?>\n\n@",
    "<![CDATA[ {} ]]>\n\n@",
    "<!-- {}\n\n@ -->\n\n@",
    "[//]: # ({})\n\n@",
    "[//]: # \"{}\"\n\n@",
    "[Press]: https://example.org/ \"{}\"\n\n@",
    "[Press]: https://example.org/\n  '{}'\n\n@",
    "> [note]: # ({})\n\n@",
    "[Press](https://example.org/ \"{}\")\n\n@",
    "![Press](p.jpg \"{}\")\n\n@",
    "![{}](p.jpg)\n\n@",
    "[![{}](p.jpg)](https://example.org/)\n\n@",
    "<object data=x><p>{}</p></object>\n\n@",
    "<video src=x><p>{}</p></video>\n\n@",
    "<iframe src=x><p>{}</p></iframe>\n\n@",
    "<script>{}</script>\n\n@",
    "<style>{}</style>\n\n@",
    "<svg><text>{}</text></svg>\n\n@",
    "<math><mtext>{}</mtext></math>\n\n@",
    "<textarea>{}</textarea>\n\n@",
    "<noscript>{}</noscript>\n\n@",
    "<img src=p.jpg alt=\"{}\">\n\n@",
    "<p title=\"{}\">Press</p>\n\n@",
    "<div data-notice=\"{}\">Press</div>\n\n@",
    "<table><tr><td>Press</td></tr><tr><td><p>a</p><p>{}</p></td></tr></table>\n\n@",
    "<div hidden>{}</div>\n\n@",
    "<p>Press</p><span hidden>{}</span>\n\n@",
    "<pre>Press\n{}\noffice</pre>\n\n@",
    "{}\n---\n\n@",
    "Press<br>{}\n\n@",
    "- [ ] {}\n\n@",
    "::: note\n{}\n:::\n\n@",
    "- a\n  - b\n    - {}\n\n@",
    "> > {}\n\n@",
    "***{}***\n\n@",
    "~~{}~~\n\n@",
    "<center>{}</center>\n\n@",
];

/// Elements that stand by themselves.
const BLOCKS: [&str; 33] = [
    "address",
    "article",
    "aside",
    "blockquote",
    "center",
    "dd",
    "details",
    "dialog",
    "div",
    "dl",
    "dt",
    "fieldset",
    "figcaption",
    "figure",
    "footer",
    "form",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "header",
    "hgroup",
    "li",
    "main",
    "nav",
    "ol",
    "p",
    "pre",
    "section",
    "summary",
    "ul",
];

/// Places in front matter, above a text that says nothing.
const FRONT_MATTER: [&str; 12] = [
    "# {}",
    "title: Museum # {}",
    "title: \"{}\"",
    "title: '{}'",
    "subtitle: \"{}\"",
    "note: \"{}\"",
    "subjects: [\"{}\"]",
    "subjects:\n- \"{}\"",
    "image:\n  file: p.jpg\n  alt: \"{}\"",
    "note: |\n  {}",
    "note: >\n  Press\n  {}\n  office",
    "note:\n  {}",
];

fn filled(place: &str, words: &str, text: &str) -> String {
    place.replace("{}", words).replace('@', text)
}

/// Whether a file would be published, and what was said of it.
fn is_published(name: &str, bytes: &[u8]) -> Result<(), String> {
    let config = Config::parse("dateline.toml", NEWSROOM).expect("a configuration");
    let now = Instant::parse(NOW).expect("an instant");
    let understanding = reading::understand(&SourceFile::named(Path::new(name)), bytes, Some(&config));
    let errors: Vec<String> = understanding
        .problems
        .iter()
        .filter(|problem| problem.is_error())
        .map(|problem| problem.what.clone())
        .collect();
    if !errors.is_empty() {
        return Err(errors.join("\n"));
    }
    match understanding.assembled {
        Some(assembled) if assembled.is_held_at(now) => Err("held".to_owned()),
        Some(_) => Ok(()),
        None => Err("nothing".to_owned()),
    }
}

/// Tries each words in each place; `make` gives a file's name and bytes.
fn in_every_place(places: &[&str], make: impl Fn(&str, &str) -> (&'static str, Vec<u8>)) {
    let mut faults = Vec::new();
    for place in places {
        for words in WORDINGS {
            let (name, bytes) = make(place, words);
            if is_published(name, &bytes).is_ok() {
                faults.push(format!("published: {place} {words}"));
            }
        }
        for words in OTHERS {
            let (name, bytes) = make(place, words);
            if let Err(why) = is_published(name, &bytes)
                && (why == "held" || why.contains("embargo"))
            {
                faults.push(format!("not published: {place} {words}: {why}"));
            }
        }
    }
    assert!(faults.is_empty(), "{} faults\n{}", faults.len(), faults.join("\n"));
}

fn plain() -> String {
    format!("{HEADLINE}\n\n{LEAD}\n\n{BODY}\n")
}

fn html() -> String {
    format!("<h1>{HEADLINE}</h1><p>{LEAD}</p><p>{BODY}</p>")
}

#[test]
fn every_wording_holds_a_plain_text_back() {
    let places = ["{}\n\n@", "  {}\n\n@", "\t{}\n\n@", "Press release\n{}\n\n@", "*** {} ***\n\n@", "[{}]\n\n@"];
    in_every_place(&places, |place, words| ("a.txt", filled(place, words, &plain()).into_bytes()));
}

#[test]
fn no_place_in_html_loses_an_embargo() {
    in_every_place(&HTML, |place, words| ("a.html", filled(place, words, &html()).into_bytes()));
}

#[test]
fn no_place_in_markdown_loses_an_embargo() {
    let text = format!("# {}", plain());
    in_every_place(&MARKDOWN, |place, words| ("a.md", filled(place, words, &text).into_bytes()));
}

#[test]
fn no_element_in_markdown_runs_an_embargo_into_the_words_before_it() {
    let text = format!("# {}", plain());
    let places: Vec<String> =
        BLOCKS.iter().map(|name| format!("<p>PRESS RELEASE</p><{name}>{{}}</{name}>\n\n@")).collect();
    let inline: Vec<String> =
        BLOCKS.iter().map(|name| format!("Press <b>release</b><{name}>{{}}</{name}>\n\n@")).collect();
    let places: Vec<&str> = places.iter().chain(&inline).map(String::as_str).collect();
    in_every_place(&places, |place, words| ("a.md", filled(place, words, &text).into_bytes()));
}

#[test]
fn no_place_in_front_matter_loses_an_embargo() {
    let text = plain();
    in_every_place(&FRONT_MATTER, |place, words| {
        ("a.md", format!("---\n{}\n---\n# {text}", filled(place, words, "")).into_bytes())
    });
}

#[test]
fn a_line_that_markdown_takes_for_an_address_is_read() {
    for line in [
        "[Sperrfrist]: 01.01.2027",
        "[Embargo]: 2027-01-01",
        "[EMBARGO UNTIL]: 2027-01-01T09:00",
        "[Embargo]: <1 January 2027, 09:00>",
        "> [Embargo]: 2027-01-01",
        "[a]: https://example.org/\n[Embargo]: 2027-01-01",
        "[Embargo]: 2027-01-01\n[Embargo]: 2027-01-01",
        "[Embargo]:\n2027-01-01",
    ] {
        let text = format!("{line}\n\n# {}", plain());
        assert!(is_published("a.md", text.as_bytes()).is_err(), "{line}");
    }
    for line in ["[a]: https://example.org/embargo-2027-01-01", "[1]: /embargo.html 'Embargo hurts trade'"] {
        let text = format!("{line}\n\n# {}", plain());
        assert_eq!(is_published("a.md", text.as_bytes()), Ok(()), "{line}");
    }
}

#[test]
fn a_table_whose_head_names_an_embargo_says_until_when_in_every_format() {
    let rows = [["Nr", "Embargo", "Seite"], ["1", "1 January 2027", "3"]];
    let text = rows.map(|row| row.join("\t")).join("\n");
    assert_eq!(is_published("a.txt", format!("{text}\n\n{}", plain()).as_bytes()), Err("held".to_owned()));
    let wide = rows.map(|row| row.join("     ")).join("\n");
    assert_eq!(is_published("a.txt", format!("{}\n{wide}\n", plain()).as_bytes()), Err("held".to_owned()));
    let cells = |row: [&str; 3]| row.map(|cell| format!("<w:tc>{}</w:tc>", paragraph(cell))).concat();
    let table = rows.map(|row| format!("<w:tr>{}</w:tr>", cells(row))).concat();
    let table = format!("<w:tbl>{table}</w:tbl>");
    for body in [format!("{table}{}", paragraphs()), format!("{}{table}", paragraphs())] {
        assert_eq!(is_published("a.docx", &docx(&body, &[])), Err("held".to_owned()));
    }
    let cells = |row: [&str; 3]| row.map(|cell| format!("<td>{cell}</td>")).concat();
    let table = rows.map(|row| format!("<tr>{}</tr>", cells(row))).concat();
    assert!(is_published("a.html", format!("<table>{table}</table>{}", html()).as_bytes()).is_err());
    let table = "| Nr | Embargo | Seite |\n|---|---|---|\n| 1 | 1 January 2027 | 3 |";
    assert!(is_published("a.md", format!("{table}\n\n# {}", plain()).as_bytes()).is_err());
    let trade = "Country\tEmbargo\tGoods\nAskerdale\tsince 1974\toil\n";
    assert_eq!(is_published("a.txt", format!("{}\n{trade}", plain()).as_bytes()), Ok(()));
}

#[test]
fn a_file_whose_name_states_an_embargo_waits_for_a_text_that_does() {
    let text = plain();
    for name in ["embargo-2027-01-01/museum.txt", "EMBARGO-2027-01-01-museum.txt", "museum-sperrfrist-2027-01-01.txt"] {
        assert!(is_published(name, text.as_bytes()).is_err(), "{name}");
    }
    for name in ["oil-embargo-lifted.txt", "2026-06-01-embargo-on-oil-lifted.txt"] {
        assert_eq!(is_published(name, text.as_bytes()), Ok(()), "{name}");
    }
}

#[test]
fn front_matter_that_denies_an_embargo_is_believed_in_every_place() {
    for place in ["<!-- {} -->\n\n@", "[//]: # ({})\n\n@", "<script>{}</script>\n\n@", "![{}](p.jpg)\n\n@"] {
        for words in WORDINGS {
            let text = format!("---\nembargo: none\n---\n{}", filled(place, words, &format!("# {}", plain())));
            let read = is_published("a.md", text.as_bytes());
            assert!(read.as_ref().err().is_none_or(|why| !why.contains("embargo")), "{place} {words}: {read:?}");
        }
    }
}

const WORD: &str = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" \
    xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\" \
    xmlns:wp=\"http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing\" \
    xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\" \
    xmlns:v=\"urn:schemas-microsoft-com:vml\" \
    xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/2006\" \
    xmlns:dc=\"http://purl.org/dc/elements/1.1/\"";
const KIND: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";

fn paragraph(line: &str) -> String {
    format!("<w:p><w:r><w:t>{line}</w:t></w:r></w:p>")
}

fn paragraphs() -> String {
    [HEADLINE, LEAD, BODY].map(paragraph).concat()
}

/// A document with further parts: name, kind of relationship, and content.
fn docx(body: &str, parts: &[(&str, &str, String)]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    let mut add = |name: &str, text: &str| {
        zip.start_file(name, SimpleFileOptions::default()).expect("a part");
        zip.write_all(text.as_bytes()).expect("a part");
    };
    let related = |inside: &str| {
        format!(
            "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">{inside}</Relationships>"
        )
    };
    add(
        "_rels/.rels",
        &related(&format!("<Relationship Id=\"a\" Type=\"{KIND}officeDocument\" Target=\"word/document.xml\"/>")),
    );
    let kinds =
        parts.iter().enumerate().filter(|(_, (_, kind, _))| !kind.is_empty()).map(|(id, (name, kind, _))| {
            format!("<Relationship Id=\"r{id}\" Type=\"{KIND}{kind}\" Target=\"/{name}\"/>")
        });
    add("word/_rels/document.xml.rels", &related(&kinds.collect::<String>()));
    add("word/document.xml", &format!("<w:document {WORD}><w:body>{body}</w:body></w:document>"));
    for (name, _, content) in parts {
        add(name, content);
    }
    zip.finish().expect("an archive").into_inner()
}

/// Places in the body of a Word document.
const WORD_PLACES: [&str; 27] = [
    "<w:p><w:r><w:t>{}</w:t></w:r></w:p>@",
    "<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>{}</w:t></w:r></w:p>@",
    "<w:p><w:r><w:t>Press</w:t><w:br/><w:t>{}</w:t></w:r></w:p>@",
    "<w:p><w:r><w:t>Press</w:t><w:tab/><w:t>{}</w:t></w:r></w:p>@",
    "<w:p><w:ins><w:r><w:t>{}</w:t></w:r></w:ins></w:p>@",
    "<w:p><w:r><w:rPr><w:strike/></w:rPr><w:t>{}</w:t></w:r></w:p>@",
    "<w:p><w:r><w:drawing><wp:inline><wp:docPr id='1' name='x' descr=\"{}\"/></wp:inline></w:drawing></w:r></w:p>@",
    "<w:p><w:r><w:drawing><wp:inline><wp:docPr id='1' name='x' title=\"{}\"/></wp:inline></w:drawing></w:r></w:p>@",
    "<w:p><w:r><w:pict><v:shape alt=\"{}\"/></w:pict></w:r></w:p>@",
    "<w:p><w:r><w:drawing><w:txbxContent><w:p><w:r><w:t>{}</w:t></w:r></w:p></w:txbxContent></w:drawing></w:r></w:p>@",
    "<w:p><w:r><mc:AlternateContent><mc:Choice/><mc:Fallback><w:pict><w:txbxContent><w:p><w:r><w:t>{}</w:t></w:r></w:p></w:txbxContent></w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>@",
    "<w:sdt><w:sdtContent><w:p><w:r><w:t>{}</w:t></w:r></w:p></w:sdtContent></w:sdt>@",
    "<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent><w:p><w:r><w:t>{}</w:t></w:r></w:p></w:sdtContent></w:sdt>@",
    "<w:p><w:ruby><w:rt><w:r><w:t>{}</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>Press</w:t></w:r></w:rubyBase></w:ruby></w:p>@",
    "<w:p><w:fldSimple w:instr='TITLE'><w:r><w:t>{}</w:t></w:r></w:fldSimple></w:p>@",
    "<w:p><w:hyperlink><w:r><w:t>{}</w:t></w:r></w:hyperlink></w:p>@",
    "<w:tbl><w:tr><w:tc><w:p><w:r><w:t>{}</w:t></w:r></w:p></w:tc></w:tr></w:tbl>@",
    "<w:tbl><w:tr><w:tc><w:p><w:r><w:t>a</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>b</w:t></w:r></w:p></w:tc></w:tr><w:tr><w:tc><w:p><w:r><w:t>{}</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>d</w:t></w:r></w:p></w:tc></w:tr></w:tbl>@",
    "<w:p><w:pPr><w:rPr><w:vanish/></w:rPr></w:pPr><w:r><w:t>{}</w:t></w:r></w:p>@",
    "<w:p><w:smartTag><w:r><w:t>{}</w:t></w:r></w:smartTag></w:p>@",
    "@<w:p><w:r><w:drawing><w:txbxContent><w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>{}</w:t></w:r></w:p></w:txbxContent></w:drawing></w:r></w:p>",
    "<w:p><w:r><w:t>Press</w:t></w:r></w:p><w:p><w:r><w:t>{}</w:t></w:r></w:p>@",
    "<w:p><w:r><w:pict><v:shape><v:textpath string=\"{}\"/></v:shape></w:pict></w:r></w:p>@",
    "<w:tbl><w:tblPr><w:tblCaption w:val=\"{}\"/></w:tblPr><w:tr><w:tc><w:p/></w:tc></w:tr></w:tbl>@",
    "<w:p><w:r><w:rPr><w:caps/></w:rPr><w:t>{}</w:t></w:r></w:p>@",
    "@<w:p><w:r><w:t>Press</w:t><w:tab/><w:t>{}</w:t><w:tab/><w:t>office</w:t></w:r></w:p>",
    "<w:customXml><w:p><w:r><w:t>{}</w:t></w:r></w:p></w:customXml>@",
];

#[test]
fn no_place_in_the_body_of_a_word_document_loses_an_embargo() {
    in_every_place(&WORD_PLACES, |place, words| ("a.docx", docx(&filled(place, words, &paragraphs()), &[])));
}

/// Parts of a Word document: name, kind and content.
const WORD_PARTS: [(&str, &str, &str); 15] = [
    ("word/header1.xml", "header", "<w:hdr><w:p><w:r><w:t>{}</w:t></w:r></w:p></w:hdr>"),
    ("word/header1.xml", "header", "<w:hdr><w:p><w:r><w:t>Press</w:t><w:tab/><w:t>{}</w:t></w:r></w:p></w:hdr>"),
    (
        "word/header1.xml",
        "header",
        "<w:hdr><w:p><w:r><w:pict><v:shape><v:textpath string=\"{}\"/></v:shape></w:pict></w:r></w:p></w:hdr>",
    ),
    ("word/header1.xml", "header", "<w:hdr><w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>{}</w:t></w:r></w:p></w:hdr>"),
    (
        "word/header1.xml",
        "header",
        "<w:hdr><w:p><w:r><w:drawing><wp:docPr descr=\"{}\"/></w:drawing></w:r></w:p></w:hdr>",
    ),
    ("word/footer1.xml", "footer", "<w:ftr><w:p><w:r><w:t>{}</w:t></w:r></w:p></w:ftr>"),
    (
        "word/footnotes.xml",
        "footnotes",
        "<w:footnotes><w:footnote w:id='2'><w:p><w:r><w:t>{}</w:t></w:r></w:p></w:footnote></w:footnotes>",
    ),
    (
        "word/endnotes.xml",
        "endnotes",
        "<w:endnotes><w:endnote w:id='2'><w:p><w:r><w:t>{}</w:t></w:r></w:p></w:endnote></w:endnotes>",
    ),
    (
        "word/comments.xml",
        "comments",
        "<w:comments><w:comment w:id='2'><w:p><w:r><w:t>{}</w:t></w:r></w:p></w:comment></w:comments>",
    ),
    ("word/charts/chart1.xml", "chart", "<a:chart><a:p><a:r><a:t>{}</a:t></a:r></a:p></a:chart>"),
    ("word/diagrams/data1.xml", "diagramData", "<a:data><a:p><a:r><a:t>{}</a:t></a:r></a:p></a:data>"),
    ("docProps/core.xml", "", "<w:core><dc:title>{}</dc:title></w:core>"),
    ("docProps/core.xml", "", "<w:core><dc:description>{}</dc:description></w:core>"),
    ("docProps/core.xml", "", "<w:core><w:keywords>{}</w:keywords></w:core>"),
    (
        "docProps/custom.xml",
        "",
        "<w:Properties><w:property name='Note'><w:lpwstr>{}</w:lpwstr></w:property></w:Properties>",
    ),
];

#[test]
fn no_part_of_a_word_document_loses_an_embargo() {
    let parts: Vec<String> = (0..WORD_PARTS.len()).map(|part| part.to_string()).collect();
    let parts: Vec<&str> = parts.iter().map(String::as_str).collect();
    in_every_place(&parts, |part, words| {
        let (name, kind, content) = WORD_PARTS[part.parse::<usize>().expect("a number")];
        let root_ends = content.find('>').expect("a root");
        let content = format!("{} {WORD}{}", &content[..root_ends], &content[root_ends..]);
        ("a.docx", docx(&paragraphs(), &[(name, kind, content.replace("{}", words))]))
    });
}

fn hexadecimal(words: &str) -> String {
    words.bytes().map(|byte| format!("{byte:02X}")).collect::<Vec<_>>().concat()
}

/// Objects of a PDF beside its page, whose content draws the release.
fn pdf(foot: &str, annotations: &str, trailer: &str, further: &str) -> Vec<u8> {
    let drawn = |lines: &[String], x: u32, y: u32| {
        let lines = lines.iter().map(|line| format!("({line}) Tj T*\n")).collect::<Vec<_>>().concat();
        format!("BT /F 11 Tf 14 TL 1 0 0 1 {x} {y} Tm\n{lines}ET ")
    };
    let mut wrapped = vec![HEADLINE.to_owned(), String::new()];
    for text in [LEAD, BODY] {
        let mut line = String::new();
        for word in text.replace('–', "\u{96}").split_whitespace() {
            if line.len() + word.len() > 80 {
                wrapped.push(std::mem::take(&mut line));
            }
            line.push_str(if line.is_empty() { "" } else { " " });
            line.push_str(word);
        }
        wrapped.extend([line, String::new()]);
    }
    let content = format!("{}{foot}", drawn(&wrapped, 60, 700));
    let bytes: Vec<u8> = content.chars().map(|c| u8::try_from(u32::from(c)).unwrap_or(b'?')).collect();
    let mut stream = format!("<</Length {}>>\nstream\n", bytes.len()).into_bytes();
    stream.extend(bytes);
    stream.extend(b"\nendstream");
    let latin = |text: &str| text.chars().map(|c| u8::try_from(u32::from(c)).unwrap_or(b'?')).collect::<Vec<u8>>();
    let objects = [
        b"<</Type/Catalog/Pages 2 0 R/AcroForm<</Fields[]>>>>".to_vec(),
        b"<</Type/Pages/Kids[4 0 R]/Count 1/MediaBox[0 0 595 842]/Resources<</Font<</F 3 0 R>>>>>>".to_vec(),
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>".to_vec(),
        latin(&format!("<</Type/Page/Parent 2 0 R/Contents 5 0 R/Annots[{annotations}]>>")),
        stream,
        latin(&format!("<<{trailer}>>")),
        if further.is_empty() { b"<<>>".to_vec() } else { further.as_bytes().to_vec() },
    ];
    let mut file = b"%PDF-1.4\n".to_vec();
    let mut places = Vec::new();
    for (number, object) in objects.iter().enumerate() {
        places.push(file.len());
        file.extend(format!("{} 0 obj\n", number + 1).bytes());
        file.extend(object);
        file.extend(b"\nendobj\n");
    }
    let table = file.len();
    file.extend(format!("xref\n0 {}\n0000000000 65535 f \n", objects.len() + 1).bytes());
    for place in places {
        file.extend(format!("{place:010} 00000 n \n").bytes());
    }
    file.extend(
        format!("trailer\n<</Size {}/Root 1 0 R/Info 6 0 R>>\nstartxref\n{table}\n%%EOF\n", objects.len() + 1).bytes(),
    );
    file
}

#[test]
fn no_place_in_a_pdf_loses_an_embargo() {
    let places = [
        "head",
        "foot",
        "turned",
        "turned lines",
        "box",
        "outside",
        "note",
        "stamp",
        "free text",
        "field",
        "title",
        "subject",
        "keywords",
        "outline",
        "metadata",
        "unseen",
    ];
    in_every_place(&places, |place, words| {
        // The font has no letters without width.
        let words = &words.replace('\u{200B}', "");
        let at = |matrix: &str, mode: &str| format!("BT /F 9 Tf {mode} {matrix} Tm ({words}) Tj ET");
        let in_two = |matrix: &str, leading: u32| {
            let middle = words.match_indices(' ').map(|(at, _)| at).find(|at| *at > words.len() / 2);
            let (first, second) = words.split_at(middle.unwrap_or(words.len()));
            format!("BT /F 4 Tf {leading} TL {matrix} Tm ({first}) Tj T* ({}) Tj ET", second.trim_start())
        };
        let bytes = match place {
            "head" => pdf(&at("1 0 0 1 60 800", ""), "", "", ""),
            "foot" => pdf(&at("1 0 0 1 60 30", ""), "", "", ""),
            "turned" => pdf(&at("0.7 0.7 -0.7 0.7 200 300", ""), "", "", ""),
            "turned lines" => pdf(&in_two("0.7 0.7 -0.7 0.7 200 300", 20), "", "", ""),
            // Beside the first two lines of the text.
            "box" => pdf(&in_two("1 0 0 1 515 672", 14), "", "", ""),
            "outside" => pdf(&at("1 0 0 1 60 -300", ""), "", "", ""),
            "unseen" => pdf(&at("1 0 0 1 60 760", "3 Tr"), "", "", ""),
            "note" => pdf("", &format!("<</Type/Annot/Subtype/Text/Contents({words})>>"), "", ""),
            "stamp" => {
                let font = "/Resources<</Font<</F 3 0 R>>>>";
                let octal = |c: char| if c.is_ascii() { c.to_string() } else { format!("\\{:03o}", u32::from(c)) };
                let words: String = words.chars().map(octal).collect();
                let words = format!("BT /F 9 Tf 1 0 0 1 2 4 Tm ({words}) Tj ET");
                let length = words.len();
                let look =
                    format!("<</Subtype/Form/BBox[0 0 300 20]{font}/Length {length}>>\nstream\n{words}\nendstream");
                pdf("", "<</Type/Annot/Subtype/Stamp/Rect[60 760 360 780]/AP<</N 7 0 R>>>>", "", &look)
            }
            "free text" => pdf("", &format!("<</Type/Annot/Subtype/FreeText/Contents({words})>>"), "", ""),
            "field" => pdf("", &format!("<</Type/Annot/Subtype/Widget/FT/Tx/V({words})>>"), "", ""),
            "title" => pdf("", "", &format!("/Title({words})"), ""),
            "subject" => pdf("", "", &format!("/Subject({words})"), ""),
            "keywords" => pdf("", "", &format!("/Keywords({words})"), ""),
            "outline" => pdf("", "", "", &format!("<</Title<EFBBBF{}>>>", hexadecimal(words))),
            _ => {
                let packet = format!("<rdf><dc:title><rdf:li>{words}</rdf:li></dc:title></rdf>");
                let length = packet.len();
                pdf("", "", "", &format!("<</Type/Metadata/Length {length}>>\nstream\n{packet}\nendstream"))
            }
        };
        ("a.pdf", bytes)
    });
}

#[test]
fn no_message_about_a_held_release_holds_its_words_but_where_they_were_found() {
    let config = Config::parse("dateline.toml", NEWSROOM).expect("a configuration");
    let mut texts: Vec<(&str, String)> = vec![
        ("a.md", "---\nembargo: 2027-01-01\ntitle: CANARY\n  buys CANARY: for: 3 bn\n---\nText".to_owned()),
        ("a.md", "---\nCANARY: x\nCANARY: y\n---\nText".to_owned()),
        ("a.md", "---\ntitle: @CANARY\n---\nText".to_owned()),
        ("a.md", "---\nCANARY\n---\nText".to_owned()),
        ("a.md", "---\n\tCANARY: x\n---\nText".to_owned()),
        ("a.md", "---\ntitle: *CANARY\n---\nText".to_owned()),
        ("a.md", "---\ntitle: !CANARY x\n---\nText".to_owned()),
        ("a.md", "---\nembargo: CANARY\ndate: CANARY\nlanguage: CANARY\nimage: CANARY.exe\nstatus: CANARY\n---\nText".to_owned()),
        ("a.md", "---\ntime: CANARY\nupdated: CANARY\nslug: CANARY\nid: CANARY\ndraft: CANARY\nattachments: [CANARY]\n---\nText".to_owned()),
    ];
    for place in HTML {
        texts.push(("a.html", filled(place, "EMBARGO: 1 January 2027 CANARY", &html())));
    }
    for place in MARKDOWN {
        texts.push(("a.md", filled(place, "EMBARGO: 1 January 2027 CANARY", &plain())));
    }
    let now = Instant::parse(NOW).expect("an instant");
    for (name, text) in texts {
        let reading = reading::read(&SourceFile::named(Path::new(name)), text.as_bytes(), &config, now);
        for problem in reading.problems.iter().filter(|_| text.contains("EMBARGO")) {
            let said = problem.message();
            assert!(!said.contains("CANARY"), "{text}: {said}");
        }
        let understanding = reading::understand(&SourceFile::named(Path::new(name)), text.as_bytes(), Some(&config));
        for problem in understanding.problems {
            let said = format!("{}; {}", problem.what, problem.fix);
            assert!(!said.contains("CANARY"), "{text}: {said}");
        }
    }
}
