use super::*;
use crate::source::text;

fn joined(input: &str) -> Vec<String> {
    paragraphs(text::read(input, 1).blocks).0.into_iter().map(|block| block.prose.into_text()).collect()
}

#[test]
fn a_sentence_cut_by_a_page_break_is_joined() {
    let text = "in order to support the value-added\n\ndevelopment of these technologies.\n\nNext one.";
    assert_eq!(joined(text), ["in order to support the value-added development of these technologies.", "Next one."]);
}

#[test]
fn a_heading_is_not_joined_to_what_follows() {
    assert_eq!(
        joined("bioelbtal Management GmbH\n\nthe cluster is ..."),
        ["bioelbtal Management GmbH", "the cluster is ..."]
    );
}

#[test]
fn hard_wraps_are_undone_and_short_lines_end_paragraphs() {
    let text = "The first line of this paragraph is as wide as the page is and\nthe second is nearly as wide as the first line was at the top,\nand the third one ends it.\nA new paragraph begins here and goes on for as long as a line\nshould and then ends.";
    assert_eq!(joined(text).len(), 2, "{:?}", joined(text));
}

#[test]
fn contact_lines_are_never_joined() {
    let text = "Contact:\nPage One Public Relations\nchantal@pageonepr.example\nwww.pageone.example";
    assert_eq!(joined(text).len(), 4);
}

#[test]
fn running_feet_are_taken_out_of_the_middle() {
    let text = "this sentence goes on over the end of the page and then\nLark Courts Building • 133 N. Quayside Blvd. • Marlow, Texas 75207-4399 • 214/555-0156\n\nit ends here.";
    assert_eq!(joined(text), ["this sentence goes on over the end of the page and then it ends here."]);
}
