use super::*;

#[test]
fn placeholders_are_seen() {
    for text in ["_{headline}", "{{ title }}", "[Insert date]", "[CITY]", "[Your name]"] {
        assert_eq!(placeholders(text).len(), 1, "{text}");
    }
    for text in [
        "[amount]",
        "[Quote from CEO]",
        "[Spokesperson name]",
        "[First Name Last Name]",
        "[TITLE OF RELEASE]",
        "[Name of Trust] opens a mill",
        "[QUOTE TBC]",
        "[XX]",
        "[Zitat einfügen]",
        "[Firmenname]",
        "[bitte ergänzen]",
        "[NOM]",
        "[à compléter]",
        "[**INSERER UN NOM**]",
        "[NOMBRE]",
        "<name>",
        "<Headline>",
        "{NAME}",
        "Click or tap here to enter text.",
        "The mill cost £XX,XXX.",
        "in May XX, 2026",
        "since 20XX",
        "The mill has ________ wheels.",
        "It cost £xx.x million.",
        "Some XX boats can moor.",
        "xxx Gäste kamen.",
        "XXX se réjouit de la roue.",
        "am XX. Mai",
        "am xx.xx.2026",
        "Der Eintritt kostet __ Euro.",
        "Der Eintritt kostet ??? Euro.",
        "______ euros",
        "The mill opens, said ______, club leader.",
        "The mill cost [ ] million.",
        "[•] boats can moor.",
        "[Preis prüfen!]",
        "[Ihr Unternehmen] ist stolz.",
        "[A COMPLETER]",
        "[delete if not needed]",
        "(à compléter)",
        "(Name einfügen) sagt so.",
        "%NAME% said so.",
        "##NAME## said so.",
        "{% block quote %}",
        "TODO: add quote",
        "INSERT QUOTE HERE",
        "Hier Zitat einfügen",
        "Platzhaltertext",
        "xxx",
        "#REF!",
        "Cliquez ici pour entrer du texte.",
        "Fel! Bokmärket är inte definierat.",
        "Kliknij tutaj, aby wprowadzić tekst.",
        "Max Mustermann sagt so.",
        "“Lorem ipsum dolor sit amet,” said the miller.",
        "The mill cost #REF! pounds.",
        "The mill cost [object Object] pounds.",
        "Dear «Vorname», the mill is open.",
        "*|FNAME|* opened the mill.",
        "The mill cost {0} pounds.",
        "The mill is open on Day of the week, Month Date, Year.",
        "(Describe the event) begins at nine.",
        "(Mention who will be speaking at your event.)",
        "(Bitte hier den Namen der Chefin einfügen)",
        "PROVIDE MORE DETAILS HERE – WHO PAID FOR THE MILL, HOW LONG IS IT, ETC.",
        "MAY REPLACE WITH YOUR BOILERPLATE",
        "The mill is ?? metres long.",
        "It cost x,xxx pounds.",
        "It cost £x million.",
        "XXXX metres of oak went in.",
        "Call Ada Berg, (xxx) xxx-xxxx",
        "Quote to follow.",
        "[Absatz 2]",
        "Paragraph 2",
        "The trust launches oak for TARGET_AUDIENCE.",
        "SUPPORTING_PARAGRAPH_1 — Expand on the announcement.",
        "HARBOUR — MONTH DAY, YEAR — The mill is open.",
        "The mill helps [CUSTOMER SEGMENT] to grind.",
        "[Provide a few more key details]",
        "The mill solves [problem 1].",
        "London, [Intended Launch Date]",
        "XXXXXX Boat Builder Grant Awarded to Ada Berg",
        "The grant went to XXXXXX.",
        "It cost XX million.",
        "It grew by XX% last year.",
        "um XX Uhr",
        "Press Release Template Title",
        "Sample press release content here.",
        "wird ergänzt",
        "À compléter",
    ] {
        assert_eq!(placeholders(text).len(), 1, "{text}");
    }
    for text in [
        "Set RUST_LOG or HTTP_PROXY first.",
        "The picture is IMG_1234_QUOTE.jpg.",
        "The tag is #ASK_THE_COMPANY.",
        "The [project] will bring jobs, she said.",
        "“The [Kansas City] mill is open,” he said.",
        "as shown in [Figure 1] and [Note 2]",
        "[BREAKING NEWS] The mill is open",
        "En el siglo XX millones de molinos cerraron.",
        "Super Bowl XXX",
        "Love, xxx",
        "[including the mill]",
        "The [State Department] said so.",
        "[sic]",
        "an array [0]",
        "{braces}",
        "He said [the mayor] would",
        "\"[The company] will grow\"",
        "[...]",
        "[1]",
        "[PDF, 2 MB]",
        "[names have been changed]",
        "[Website](https://example.org)",
        "Name: ________ Firma: ________",
        "________________",
        "Siglo XX",
        "Super Bowl XXX",
        "size XXL",
        "2 < 3 and 4 > 3",
        "XX y XXI, dos siglos de molinos",
        "XXX Congreso de Molinos",
        "Ludwig XX. kam nie an.",
        "-XXX-",
        "im XXL-Format, xxx-Wertung",
        "Really??? Yes, really.",
        "Time: to be confirmed (TBC)",
        "Das Formular (à compléter en mairie) ist da.",
        "[ ] Ich komme  [ ] Ich komme nicht",
        "Antwort: Name ____________ Redaktion ____________",
        "Ich komme ☐ ja ☐ nein, mit __ Personen",
        "Readers write TODO lists.",
        "Insert the card here, the sign says.",
        "The tag #NAME is used, and 100% OFF at 50%.",
        "It tells where “Lorem ipsum dolor sit amet” comes from.",
        "Frau Mustermann aus Ahlbrück gewann.",
        "The file is __init__.py.",
        "The file name is [name].txt, said Ada Berg.",
        "CITY TO REPLACE BRIDGE WITH TUNNEL",
        "C’est vrai ?? dit-elle.",
        "« Prénom Carmen » est joué.",
        "The film (included in the price) runs.",
        "Size XXL and xx.xx are none.",
        "{\"@type\":\"NewsArticle\",\"headline\":\"Not ours\"}",
    ] {
        assert!(placeholders(text).is_empty(), "{text}");
    }
}

#[test]
fn a_comment_of_a_word_processor_is_known_by_its_mark() {
    assert_eq!(review_comment("Commented [JS1]: Legal says no."), Some("Commented [JS1]"));
    assert_eq!(review_comment("Kommentar [AB2]: Stimmt das?"), Some("Kommentar [AB2]"));
    for text in ["Comment: the mill is old", "Kommentar [PDF]: ein Blatt", "Commented the mayor [1]: so"] {
        assert_eq!(review_comment(text), None, "{text}");
    }
}

#[test]
fn each_placeholder_of_a_line_is_seen() {
    let text = "[City], {{ date }} – [Your first paragraph], [sic], (insert name)";
    assert_eq!(placeholders(text), ["[City]", "{{ date }}", "[Your first paragraph]", "(insert name)"]);
}

#[test]
fn a_form_is_seen_without_brackets_and_empty_brackets_are_none() {
    assert_eq!(placeholders("Lorem ipsum dolor"), ["Lorem ipsum dolor"]);
    assert_eq!(placeholders("Choir (name of the group) sings"), ["(name of the group)"]);
    assert!(placeholders("{{}} is a sign of programs").is_empty());
}
