use super::*;

fn read(text: &str) -> (String, Vec<String>) {
    let mut report = Report::new("a.md");
    let words = plain(text, 1, |words| words.to_lowercase().contains("embargo"), &mut report).into_owned();
    (words, report.problems.iter().map(crate::problem::Problem::human).collect())
}

#[test]
fn marks_are_taken_out_and_every_line_stays() {
    for (text, words) in [
        ("# A {#a-b .c}\n\nx", "# A\n\nx"),
        ("# A\\\nb {#a}\nc", "# A b\n\nc"),
        ("<aside>\n☎\u{FE0F} **A**\n", "\n**A**\n"),
        ("# A\\\nb\nc", "# A b\n\nc"),
        ("## A<br/>b\n", "## A b\n"),
        ("a\n{: .lead}\nb", "a\n\nb"),
        ("the [new stops]{.underline} are", "the new stops are"),
        ("[[a\nb]{.underline}](u)", "[a\nb](u)"),
        ("![B](a.png){width=\"3 in\"\nheight=\"2in\"} c", "![B](a.png)\n c"),
        ("![a]{.x}", "![a]"),
        ("a %%no\nsign%% b\n\n%%\nc\n\nd\n%%\ne", "a \n b\n\n\n\n\n\n\ne"),
        ("{% include x.html a=\"b\" %}\nc", "\nc"),
        ("import A from 'a';\nexport const b = 2;\nexport of lamps\n", "\n\nexport of lamps\n"),
        ("##Why\n####2 lamps\n#tag\n##\n", "## Why\n#### 2 lamps\n#tag\n##\n"),
        (
            "![Q](https://a.example/new quay.jpg) [p](/a b/c d.pdf)",
            "![Q](<https://a.example/new quay.jpg>) [p](</a b/c d.pdf>)",
        ),
        ("==a b== c ==d==\n====\n", "a b c d\n====\n"),
        ("a ^abc123\nb ^2", "a\nb ^2"),
        ("> [!NOTE]\n> [!quote]- Ada\n", "> \n> Ada\n"),
        ("<aside>\n**C**\n\n</aside>\n<div class=\"a\">\nb\n</div>", "\n**C**\n\n\n\nb\n"),
    ] {
        assert_eq!(read(text).0, words, "{text}");
    }
    for text in [
        "a {b} c and {.x} d",
        "f{x=1}",
        "```\n%%a%% {: .b}\n```\n",
        "`{: .b}` {{ c }}",
        "100 %% sure",
        "a == b",
        "<div hidden>\na\n",
        "<div style=\"display:none\">\n",
        "[!NOTE]",
        "[a](b.pdf \"The plan\") [c](see there) [d](<e f.pdf>)",
    ] {
        assert_eq!(read(text).0, text);
    }
}

#[test]
fn what_is_left_out_is_told_of_and_an_embargo_in_it_is_an_error() {
    let (_, problems) = read("a\n\n%%ask Ada%%\n[b]{.c} [d]{.e}\n{% include share %}\n<%= like %>\n");
    assert_eq!(problems.len(), 2, "{problems:?}");
    assert!(problems[1].starts_with("a.md:5:1: warning: what another program would include"), "{problems:?}");
    assert!(problems[0].starts_with("a.md:3:1: warning: a comment was left out"), "{problems:?}");
    for text in [
        "%% Embargo: Friday %%",
        "{% embargo until Friday %}",
        "import Embargo from './embargo'",
        "# A {.embargo-until-friday}",
    ] {
        let (_, problems) = read(&format!("a\n{text}\n"));
        assert!(problems[0].starts_with("a.md:2:1: ") && problems[0].contains("an embargo"), "{problems:?}");
    }
}
