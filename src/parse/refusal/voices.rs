//! Texts in a voice that no release has: a letter to members, somebody's own story, questions and answers.
//!
//! What is quoted is anybody's voice, and a letter to the press may be a release.

use super::{Refusal, Text};
use crate::manuscript::{Block, Shape};
use crate::parse::words::{self, ALL, Words, fold};
use crate::parse::{header, joining};

const NOT_HERE: &str = "move it out of the releases folder, or write its news as a release";

/// "Dear members," below a headline and above the first sentence, where nobody of the press is spoken of. A greeting at
/// the very top is of what a release came in.
pub fn letter(text: Text<'_>) -> Option<Refusal> {
    const LONGEST_LINE: usize = 110;
    let speaks = |block: &&Block| joining::ends_sentence(block.text()) && block.text().len() > LONGEST_LINE;
    let greets = |block: &Block| header::is_salutation(block.text()) && words::at_least(block.text(), 2);
    let above = text.paragraphs.iter().take_while(|block| greets(block) || !speaks(block));
    let greeting = above.into_iter().skip(1).find(|block| greets(block))?;
    let to_the_press = || text.paragraphs.iter().any(|block| words::PRESS_PEOPLE_IN.is_within(&fold(block.text())));
    (!to_the_press() && !is_spoken(text)).then(|| Refusal::of(greeting, "this is a letter, no press release", NOT_HERE))
}

/// What somebody tells of themselves, and nobody is quoted.
pub fn first_person(text: Text<'_>) -> Option<Refusal> {
    const FEWEST: usize = 2;
    const WORDS_TO_EACH: usize = 160;
    let is_prose = |block: &&Block| matches!(block.shape, Shape::Text);
    // "The director writes:"
    let announces = |block: &Block| block.text().trim_end().ends_with(':');
    if is_spoken(text)
        || is_statement(text)
        || text.paragraphs.iter().any(|block| is_quoted(block.text()) || announces(block))
    {
        return None;
    }
    let all = || text.paragraphs.iter().filter(is_prose).flat_map(|block| block.text().split_whitespace());
    let bare = |word: &str| fold(word.trim_matches(|c: char| !c.is_alphanumeric()));
    let count = all().count();
    // "I" is "in" in the north.
    let speaks = |language: &&&Words| {
        let is_own = |word: &&str| language.first_person.contains(&bare(word).as_str()) && *word != "i";
        let own = all().filter(is_own).count();
        let articles = all().filter(|word| language.articles.contains(&bare(word).as_str())).count();
        own >= FEWEST && own * WORDS_TO_EACH > count && articles > 0
    };
    ALL.iter().find(speaks)?;
    let first = text.paragraphs.first()?;
    Some(Refusal::of(first, "somebody tells this of themselves, and it is no press release", NOT_HERE))
}

/// Questions on lines of their own, with what was answered below.
pub fn interview(text: Text<'_>) -> Option<Refusal> {
    const FEWEST: usize = 2;
    const LONGEST: usize = 180;
    let asks = |block: &&Block| {
        let text = block.text().trim_end();
        // "09:30 Ada Berg: What is a crane?" is of a programme.
        let opens = !text.starts_with(|c: char| c.is_ascii_digit());
        block.shape == Shape::Text && opens && text.ends_with('?') && text.len() <= LONGEST && words::at_least(text, 4)
    };
    let questions: Vec<&Block> = text.paragraphs.iter().skip(1).filter(asks).collect();
    (questions.len() >= FEWEST)
        .then(|| Refusal::of(questions[0], "these are questions and answers, no press release", NOT_HERE))
}

/// "Es gilt das gesprochene Wort": a speech, which an office issues as it is.
fn is_spoken(text: Text<'_>) -> bool {
    let says = |block: &Block| words::DELIVERY.opening(block.text().trim_start_matches('(')).is_some();
    text.paragraphs.iter().any(says)
}

/// "Statement by Jane Doe on the accident": what an office issues of one person.
fn is_statement(text: Text<'_>) -> bool {
    const NEAR: usize = 4;
    const MOST_WORDS: usize = 20;
    let says = |block: &Block| {
        let mut words = block.text().split(|c: char| !c.is_alphanumeric());
        !words::at_least(block.text(), MOST_WORDS + 1)
            && words.any(|word| words::STATEMENTS.has(word) || words::TEXT_KINDS.has(word))
    };
    text.paragraphs.iter().take(NEAR).any(says)
}

fn is_quoted(text: &str) -> bool {
    text.contains(['“', '„', '«', '»', '"'])
}

#[cfg(test)]
mod tests {
    use super::super::{of_words, unsigned};
    use super::*;

    fn is(test: fn(Text<'_>) -> Option<Refusal>, words: &str) -> bool {
        of_words(words, |text| unsigned(text, &[test])).is_some()
    }

    #[test]
    fn a_letter_is_none_unless_it_is_to_the_press() {
        const BELOW: &str = "the harbour dues are due in June, and we thank all of those who have paid them already in these weeks. Please send the rest.";
        for greeting in ["Dear friends,", "Dear Mr. Reeve:", "Sehr geehrte Mitglieder,", "Liebe Eltern!"] {
            assert!(is(letter, &format!("Harbour dues\n\n4 May 2020\n\n{greeting}\n\n{BELOW}")), "{greeting}");
        }
        for greeting in ["Dear editors,", "Sehr geehrte Damen und Herren der Presse,", "Liebe Kolleginnen,"] {
            assert!(!is(letter, &format!("Harbour dues\n\n4 May 2020\n\n{greeting}\n\n{BELOW}")), "{greeting}");
        }
        assert!(!is(letter, &format!("Hi Ida,\n\nLamp lit\n\n4 May 2020\n\n{BELOW}")));
        assert!(!is(letter, &format!("PRESS RELEASE\n\nHarbour dues\n\nDear friends,\n\n{BELOW}")));
        assert!(!is(
            letter,
            &format!(
                "Harbour dues\n\nThe harbour writes to all of its many members on both of the piers, and asks them for their dues in this letter.\n\nDear friends,\n\n{BELOW}"
            )
        ));
    }

    #[test]
    fn a_story_of_oneself_quotes_nobody() {
        const STORY: &str = "My day at the pier\n\n5 July 2018\n\nI have worked at the harbour since I was a child.\n\nI will write again.";
        assert!(is(first_person, STORY));
        assert!(is(first_person, "Mein Tag\n\n5. Juli 2018\n\nIch war der Erste am Hafen, und ich freute mich."));
        assert!(!is(first_person, &format!("{STORY}\n\n“We are glad,” said Ada Berg.")));
        assert!(!is(first_person, &format!("Statement by Ada Berg on the ferry\n\n{STORY}")));
        assert!(!is(first_person, "Lampen\n\n5. juli 2018\n\nI dag er lampen tændt. I morgen er den slukket."));
    }

    #[test]
    fn questions_and_answers_are_none() {
        const ASKED: &str =
            "Lamps\n\n17 June 2020\n\nWhen did you find the lamp?\n\nIt was in May.\n\nWas it hard to light?\n\nNo.";
        assert!(is(interview, ASKED));
        assert!(!is(interview, &format!("{ASKED}\n\nMedia contact: Ada Berg, 0113 496 0288")));
        assert!(!is(interview, "Lamps\n\nWhen?\n\nIn May.\n\nWhere?\n\nAt the harbour."));
    }
}
