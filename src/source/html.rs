//! HTML as press offices have it: exported from a content management system, saved by Word, cut
//! out of a mail, written by hand. Each paragraph, heading, item and line becomes a block.
//!
//! Nothing of a page's frame, nothing hidden and nothing that only a browser runs is read, and no
//! style is looked at but bold, italic and "not shown". An embargo is never lost with the frame, and
//! a contact in a box beside the text is read below it.

mod habits;
mod line;
mod reader;
mod shown;
mod table;
mod tree;

use url::Url;

use crate::manuscript::{Block, Manuscript, Shape};
use crate::markup;
use crate::problem::{Place, Report};
use crate::source::{HoldsBack, NamesContact};
use reader::Reader;
use shown::Judge;
use tree::Tree;

/// What the parts of a page are asked, which only who knows press releases can say.
#[derive(Debug, Clone, Copy)]
pub struct Knows {
    pub holds_back: HoldsBack,
    pub names_contact: NamesContact,
}

/// Reads HTML whose first line has the number `first_line`.
pub fn read(text: &str, first_line: usize, base: &Url, knows: Knows, report: &mut Report) -> Manuscript {
    if markup::is_overloaded(text) {
        let what = "a tag of the page has more attributes than any page needs";
        report.error(Place::line(first_line), what, "save its text alone");
        return Manuscript::default();
    }
    let Some(tree) = Tree::parse(text, first_line) else {
        report.error(
            Place::line(first_line),
            "the page's elements are nested too deeply",
            "save its text alone, or close what is left open",
        );
        return Manuscript::default();
    };
    let base = reader::stated_base(&tree).unwrap_or_else(|| base.clone());
    let mut judge = Judge::new(&tree, knows, true);
    let (mut blocks, mut left_out) = Reader::new(&judge, base.clone(), report).read();
    if says_nothing(&blocks) {
        // Its classes and styles left nothing of it.
        judge = Judge::new(&tree, knows, false);
        (blocks, left_out) = Reader::new(&judge, base, report).read();
    }
    // The description of a picture is none of its words.
    let words = blocks.iter().filter(|block| !matches!(block.shape, Shape::Picture(_)));
    let read = words.map(Block::text).collect::<Vec<_>>().join("\n");
    judge.refuse_embargo_aside(&read, report);
    let mut top = judge.lines_for_the_top();
    // What is read first of all is at the top.
    let said: Vec<String> = top.iter().map(|line| line.text().to_owned()).collect();
    let first: Vec<&str> =
        blocks.iter().map(Block::text).take_while(|text| said.iter().any(|line| line == text)).collect();
    top.retain(|line| !first.contains(&line.text()));
    blocks.splice(0..0, top);
    Manuscript { blocks, left_out, remarks: judge.remarks(), ..Manuscript::default() }
}

fn says_nothing(blocks: &[Block]) -> bool {
    blocks.iter().all(|block| matches!(block.shape, Shape::Picture(_)) || block.text().is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::manuscript::{Bullet, Joint, PictureSource};
    use crate::prose::Style;

    fn embargoed(words: &str) -> bool {
        ["embargo", "sperrfrist"].iter().any(|word| words.to_lowercase().contains(word))
    }

    fn blocks(html: &str) -> (Vec<Block>, Vec<String>) {
        let mut report = Report::new("a.html");
        let base = Url::parse("https://n.example/releases/x/").expect("a URL");
        let names_contact = |words: &str| words.contains("Contact") && words.contains('@');
        let knows = Knows { holds_back: embargoed, names_contact };
        let manuscript = read(html, 1, &base, knows, &mut report);
        (manuscript.blocks, report.problems.iter().map(crate::problem::Problem::human).collect())
    }

    fn texts(html: &str) -> Vec<String> {
        blocks(html).0.into_iter().map(|block| block.prose.into_text()).collect()
    }

    #[test]
    fn blocks_stand_on_the_lines_of_the_file() {
        let (blocks, _) = blocks(
            "<html>\n<head><title>x\ny</title></head>\n<body>\n<h1\n class=a>One\ntwo</h1>\n\n<p>Three<br>\nfour\n</p></body>",
        );
        let seen: Vec<_> = blocks.iter().map(|b| (b.at.line, b.last_line, b.joint, b.text())).collect();
        assert_eq!(seen, [(6, 7, Joint::Gap, "One two"), (9, 9, Joint::Gap, "Three"), (10, 10, Joint::Line, "four")]);
    }

    #[test]
    fn white_space_collapses_and_no_break_spaces_stay() {
        assert_eq!(texts("<p>  a\n\t b<b> c</b> d&nbsp;e So&shy;ft </p>"), ["a b c d\u{A0}e Soft"]);
    }

    #[test]
    fn headings_items_quotes_and_captions_keep_their_shape() {
        let (blocks, _) = blocks(
            "<h3>h</h3><ul><li>a</ul><ol start=4><li>b<li>c</ol><blockquote><p>q</blockquote><figcaption>f</figcaption><p class=MsoCaption>m",
        );
        let shapes: Vec<_> = blocks.iter().map(|b| b.shape.clone()).collect();
        let number = |n| Shape::Item { bullet: Bullet::Number(n), level: 0 };
        assert_eq!(
            shapes,
            [
                Shape::Heading(3),
                Shape::Item { bullet: Bullet::Dot, level: 0 },
                number(4),
                number(5),
                Shape::Quote,
                Shape::Caption,
                Shape::Caption
            ]
        );
    }

    #[test]
    fn marks_and_links_lie_on_their_words() {
        let (blocks, _) = blocks("<p>a <b>bold <a href='#c'>link</a></b><br>b");
        let marks = blocks[0].prose.marks();
        assert_eq!(marks[0].range, 7..11);
        assert_eq!(marks[0].style, Style::Link(Url::parse("https://n.example/releases/x/#c").expect("a URL")));
        assert_eq!((marks[1].range.clone(), &marks[1].style), (2..11, &Style::Strong));
        assert!(blocks[1].prose.marks().is_empty());
    }

    #[test]
    fn links_that_run_something_are_left_out_with_a_warning() {
        let (blocks, problems) = blocks("<p>\na <a href='javascript:alert(1)'>b</a>");
        assert!(blocks[0].prose.marks().is_empty());
        assert!(problems[0].starts_with("a.html:2:1: warning: a link of this kind"), "{problems:?}");
    }

    #[test]
    fn pictures_follow_their_paragraph_and_counting_pixels_are_none() {
        let (blocks, problems) = blocks(
            "<p><img src=p.jpg alt='A\nlamp'>Text<img src='https://x.example/o.gif' width=1 height=1><img src='data:image/png;base64,AA'>",
        );
        assert_eq!(blocks[0].text(), "Text");
        assert_eq!(blocks[1].shape, Shape::Picture(PictureSource::File("p.jpg".into())));
        assert_eq!(blocks[1].text(), "A lamp");
        assert_eq!(blocks.len(), 2);
        assert!(problems[0].contains("a picture of this kind was left out"), "{problems:?}");
    }

    #[test]
    fn a_stated_base_is_where_links_and_pictures_are() {
        let (blocks, _) = blocks("<base href='https://cms.example/a/'><p><a href=b>x</a><img src=c.jpg>");
        assert!(format!("{blocks:?}").contains("\"/a/b\""), "{blocks:?}");
        let picture = Url::parse("https://cms.example/a/c.jpg").expect("a URL");
        assert_eq!(blocks[1].shape, Shape::Picture(PictureSource::Web(picture)));
    }

    #[test]
    fn frame_scripts_forms_and_what_is_hidden_are_no_text() {
        let html = "<header>frame</header><nav>menu</nav><script>s</script><style>s</style><noscript>n</noscript>\
                    <template><p>t</p></template><form>f<input></form><button>b</button><svg><text>v</text></svg>\
                    <p hidden>h</p><p aria-hidden=true>h</p><p style='DISPLAY: none'>h</p><!-- c --><p>text</p>\
                    <aside>side</aside><footer>foot</footer>";
        assert_eq!(texts(html), ["text"]);
    }

    #[test]
    fn the_only_article_is_read_and_its_own_header_with_it() {
        let article = "<p>menu</p><article><header>head</header><p>text</p></article>";
        assert_eq!(texts(article), ["head", "text"]);
        assert_eq!(texts(&format!("{article}<article>other</article>")), ["menu", "head", "text", "other"]);
    }

    #[test]
    fn an_embargo_outside_of_the_article_is_read() {
        for frame in ["<p>Embargoed until Friday</p>", "<footer>Sperrfrist: Freitag</footer>"] {
            let texts = texts(&format!("{frame}<main><p>text</p></main>"));
            assert_eq!(texts.len(), 2, "{texts:?}");
        }
    }

    #[test]
    fn an_embargo_that_nobody_sees_is_an_error() {
        for html in [
            "<p>t</p>\n<!-- embargo until Friday -->",
            "<p>t</p>\n<p hidden>Embargo until Friday</p>",
            "<p>t</p>\n<div style='display:none'><b>Sperr</b>frist</div>",
            "<meta charset=utf-8>\n<title>Embargoed until Friday</title><p>t</p>",
            "<p>t</p>\n<meta name=description content='Embargo: Friday'>",
        ] {
            let (_, problems) = blocks(html);
            assert_eq!(problems.len(), 1, "{html}");
            assert!(problems[0].starts_with("a.html:2:1: ") && problems[0].contains("of an embargo"), "{problems:?}");
        }
        assert!(blocks("<title>Embargo</title><p>Embargo until Friday").1.is_empty());
    }

    #[test]
    fn paragraphs_between_blank_ones_are_lines() {
        let html = "<div><div>a</div><div>b</div><div><br></div><div>c</div></div>";
        let joints: Vec<_> = blocks(html).0.iter().map(|b| b.joint).collect();
        assert_eq!(joints, [Joint::Gap, Joint::Line, Joint::Gap]);
        let joints: Vec<_> = blocks("<p>a</p><p>b</p><p>c</p>").0.iter().map(|b| b.joint).collect();
        assert_eq!(joints, [Joint::Gap; 3]);
    }

    #[test]
    fn tables_of_data_stay_tables_and_others_become_lines() {
        let (data, _) = blocks("\n<table onclick=x><tr><th>a<th>b<tr><td>1<td>2<script>s</script></table>");
        assert!(
            matches!(&data[0].shape, Shape::Markup(html) if html.as_str().starts_with("<table><tbody><tr><th>a</th>"))
        );
        assert!(!format!("{data:?}").contains("script") && !format!("{data:?}").contains("onclick"), "{data:?}");
        assert_eq!((data[0].at.line, data[0].text()), (2, "a b\n1 2"));
        assert_eq!(
            texts("<table><tr><td><p>one</p><p>two</p></td></tr><tr><td>Tel.:</td><td>12</td></tr></table>"),
            ["one", "two", "Tel.: 12"]
        );
    }

    #[test]
    fn text_put_in_as_it_was_keeps_its_lines() {
        let (blocks, _) = blocks("<p>x</p><pre>\na\n  b\n\n- c\n</pre>");
        let seen: Vec<_> = blocks.iter().map(|b| (b.at.line, b.joint, b.text())).collect();
        assert_eq!(seen[1..], [(2, Joint::Gap, "a"), (3, Joint::Line, "b"), (5, Joint::Gap, "c")]);
        assert_eq!(blocks[3].shape, Shape::Item { bullet: Bullet::Dash, level: 0 });
    }

    #[test]
    fn no_line_lies_beyond_the_end_of_the_file() {
        let (blocks, _) =
            blocks("<pre>a<table><tr><td>b</td><td>c</td></tr></table><p>d</p>\n<table><tr><td>e<td>f</pre>");
        assert!(blocks.iter().all(|block| block.at.line <= 2 && block.last_line <= 2), "{blocks:?}");
    }

    #[test]
    fn a_reference_to_a_forbidden_character_is_an_error() {
        let (_, problems) = blocks("\n<p>a &#xFFFE; b");
        assert!(problems[0].starts_with("a.html:2:1: U+FFFE"), "{problems:?}");
    }

    #[test]
    fn a_page_nested_without_end_is_an_error() {
        let (blocks, problems) = blocks(&"<div>".repeat(20_000));
        assert!(blocks.is_empty());
        assert!(problems[0].contains("nested too deeply"), "{problems:?}");
    }
}
