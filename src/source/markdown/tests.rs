use super::*;

fn blocks(text: &str) -> (Vec<Block>, Vec<String>) {
    let mut report = Report::new("a.md");
    let base = Url::parse("https://n.example/releases/x/").expect("a URL");
    let manuscript = read(text, 1, &base, |words| words.to_lowercase().contains("embarg"), &mut report);
    (manuscript.blocks, report.problems.iter().map(crate::problem::Problem::human).collect())
}

#[test]
fn lines_of_a_paragraph_stay_visible() {
    let (blocks, _) = blocks("**Name**: A\n**Phone**: 1\n\nText *over\ntwo* lines");
    let seen: Vec<_> = blocks.iter().map(|b| (b.at.line, b.joint, b.text())).collect();
    assert_eq!(
        seen,
        [
            (1, Joint::Gap, "Name: A"),
            (2, Joint::Soft, "Phone: 1"),
            (4, Joint::Gap, "Text over"),
            (5, Joint::Soft, "two lines")
        ]
    );
    assert_eq!(blocks[3].prose.marks()[0].range, 0..3);
}

#[test]
fn lists_keep_their_items_tight_or_loose() {
    let (blocks, _) = blocks("- **bold:** a\n- b\n\n1. one\n\n2. two\n");
    let seen: Vec<_> = blocks.iter().map(|b| (b.shape.clone(), b.text())).collect();
    assert_eq!(
        seen,
        [
            (Shape::Item { bullet: Bullet::Dot, level: 0 }, "bold: a"),
            (Shape::Item { bullet: Bullet::Dot, level: 0 }, "b"),
            (Shape::Item { bullet: Bullet::Number(1), level: 0 }, "one"),
            (Shape::Item { bullet: Bullet::Number(2), level: 0 }, "two")
        ]
    );
}

#[test]
fn script_and_its_friends_are_left_out_with_a_warning() {
    let (blocks, problems) = blocks(
        "a [x](javascript:alert(1)) b\n\n<script>alert(1)</script>\n\n<p onerror=\"x\">t <a href=\"#c\">c</a></p>\n",
    );
    let html = format!("{blocks:?}");
    assert!(!html.contains("script") && !html.contains("onerror"), "{html}");
    assert!(html.contains("\"/releases/x/\"") && html.contains("fragment: Some(\"c\")"), "{html}");
    assert_eq!(problems.len(), 3, "{problems:?}");
    assert!(problems[1].starts_with("a.md:3:1: warning:"), "{problems:?}");
}

#[test]
fn html_that_only_sets_words_is_read_as_signs_of_markdown_are() {
    let text = "<strong>Hull</strong>, the <a href=\"b.html\">pier</a><br>10<sup>6</sup> t[^x]\n\n\
                <h2>The bell</h2>\n<p style=\"color: red\">It <i>rings</i>.</p>\n\n[^x]: Counted in May.\n";
    let (blocks, problems) = blocks(text);
    assert_eq!(problems, Vec::<String>::new());
    let seen: Vec<_> = blocks.iter().map(|b| (b.at.line, b.shape.clone(), b.text(), b.prose.marks().len())).collect();
    assert_eq!(
        seen,
        [
            (1, Shape::Text, "Hull, the pier", 2),
            (1, Shape::Text, "10⁶ t[1]", 0),
            (3, Shape::Heading(2), "The bell", 0),
            (4, Shape::Text, "It rings.", 1),
            (6, Shape::Text, "[1] Counted in May.", 0),
        ]
    );
    let (_, held) = self::blocks("A <span title=\"Embargoed until Friday\">lamp</span> is lit.\n");
    assert!(held[0].contains("speaks of an embargo"), "{held:?}");
}

#[test]
fn a_reference_to_a_forbidden_character_is_an_error() {
    let (_, problems) = blocks("a &#xFFFE; b");
    assert!(problems[0].contains("U+FFFE"), "{problems:?}");
}

#[test]
fn a_picture_comes_with_its_alternative_text() {
    let (blocks, _) = blocks("![A lamp](p.jpg)\n");
    assert_eq!(blocks[0].shape, Shape::Picture(PictureSource::File("p.jpg".into())));
    assert_eq!(blocks[0].text(), "A lamp");
}

#[test]
fn a_heading_over_two_lines_is_one() {
    let (blocks, _) = blocks("Museum opens\\\nits cellar\n===\n");
    assert_eq!((blocks[0].text(), blocks.len()), ("Museum opens its cellar", 1));
}

#[test]
fn the_path_of_a_picture_is_decoded() {
    let (blocks, _) = blocks("![A bus](bus/the%20bus.jpg) ![A bus](100%.jpg)\n");
    assert_eq!(blocks[0].shape, Shape::Picture(PictureSource::File("bus/the bus.jpg".into())));
    assert_eq!(blocks[1].shape, Shape::Picture(PictureSource::File("100%.jpg".into())));
}

#[test]
fn tables_are_passed_on_as_html() {
    let (blocks, _) = blocks("| a | b |\n|---|---|\n| 1 | 2 |\n");
    assert!(matches!(&blocks[0].shape, Shape::Markup(html) if html.as_str().starts_with("<table>")));
}
