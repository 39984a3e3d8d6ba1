//! PDFs as programs write them, made here by hand, and those that can't be read, each with the
//! sentence that says why. The readings of whole releases: `tests/judges/pdf.py`.

use std::error::Error;
use std::path::Path;

use dateline::disk::input::SourceFile;
use dateline::parse::Piece;
use dateline::reading;
use dateline::release::Part;
use dateline::show;
use lopdf::{EncryptionState, EncryptionVersion, Permissions};
use serde_json::Value;

const HELVETICA: &str = "<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>";

type Tested = Result<(), Box<dyn Error>>;

/// Writes objects, counted from 1, with a table of where they are.
fn written(objects: &[Vec<u8>]) -> Vec<u8> {
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
    let id = "<00112233445566778899AABBCCDDEEFF>";
    let size = objects.len() + 1;
    file.extend(format!("trailer\n<</Size {size}/Root 1 0 R/ID[{id}{id}]>>\nstartxref\n{table}\n%%EOF\n").bytes());
    file
}

/// A PDF with a page for each content, in Helvetica.
fn pdf(contents: &[&str]) -> Vec<u8> {
    pdf_in(HELVETICA, "", contents)
}

fn pdf_in(font: &str, page_says: &str, contents: &[&str]) -> Vec<u8> {
    let picture = "<</Type/XObject/Subtype/Image/Width 1/Height 1/BitsPerComponent 8/ColorSpace/DeviceGray/Length 1>>\nstream\n \nendstream";
    let kids = (0..contents.len()).map(|page| format!("{} 0 R ", 5 + 2 * page)).collect::<Vec<_>>().concat();
    let mut objects = vec![
        b"<</Type/Catalog/Pages 2 0 R>>".to_vec(),
        format!("<</Type/Pages/Kids[{kids}]/Count {}/MediaBox[0 0 595 842]/Resources<</Font<</F 3 0 R>>/XObject<</P 4 0 R>>>>>>", contents.len())
            .into_bytes(),
        font.as_bytes().to_vec(),
        picture.as_bytes().to_vec(),
    ];
    for (page, content) in contents.iter().enumerate() {
        objects.push(format!("<</Type/Page/Parent 2 0 R{page_says}/Contents {} 0 R>>", 6 + 2 * page).into_bytes());
        let mut stream = format!("<</Length {}>>\nstream\n", content.chars().count()).into_bytes();
        // The font's encoding has a byte for each of these letters.
        stream.extend(encoding_rs::WINDOWS_1252.encode(content).0.iter());
        stream.extend(b"\nendstream");
        objects.push(stream);
    }
    written(&objects)
}

/// Draws lines from the top, an empty one as a gap, with a foot.
fn drawn(lines: &[&str], foot: &str) -> String {
    let content = lines.iter().map(|line| format!("({line}) Tj T*\n")).collect::<Vec<_>>().concat();
    format!("BT /F 11 Tf 14 TL 1 0 0 1 60 780 Tm\n{content}ET BT /F 8 Tf 1 0 0 1 280 30 Tm ({foot}) Tj ET")
}

const FIRST: [&str; 12] = [
    "Stadtwerke Grünau",
    "",
    "Pressemitteilung Nr. 12/2024",
    "",
    "Grünau stellt seine Straßenlaternen auf Sternenlicht um",
    "",
    "Grünau, 12. März 2024 \u{2013} Die Stadtwerke Grünau haben die letzte von 4.100 Laternen der Stadt",
    "umgerüstet. Das Licht ist wärmer und scheint nur noch nach unten, sodass man die Milchstraße",
    "vom Marktplatz aus sehen kann.",
    "",
    "\u{201E}Wir haben den Himmel zurück\u{201C}, sagt die Leiterin der Sternwarte, Dr. Ines Kolb, die seit elf",
    "Jahren darum geworben hat und nun jeden ersten Freitag im Monat zu Führungen ein-",
];

const SECOND: [&str; 6] = [
    "lädt, die bei klarem Wetter am Brunnen beginnen.",
    "",
    "Pressekontakt:",
    "Jon Bell",
    "Stadtwerke Grünau",
    "Telefon: +49 351 555 0134",
];

fn release() -> Vec<u8> {
    pdf(&[&drawn(&FIRST, "Seite 1 von 2"), &drawn(&SECOND, "Seite 2 von 2")])
}

fn shown(bytes: &[u8]) -> Result<Value, Box<dyn Error>> {
    let understanding = reading::understand(&SourceFile::named(Path::new("a.pdf")), bytes, None);
    Ok(serde_json::from_str(&show::json(&understanding, false)?)?)
}

fn error(bytes: &[u8]) -> Result<String, Box<dyn Error>> {
    let shown = shown(bytes)?;
    let first = shown["problems"][0]["message"].as_str();
    Ok(first.ok_or("no problem was found")?.to_owned())
}

#[test]
fn a_release_is_read_across_its_pages_without_their_feet() -> Tested {
    let shown = shown(&release())?;
    assert_eq!(shown["title"], "Grünau stellt seine Straßenlaternen auf Sternenlicht um");
    assert_eq!((&shown["date"], &shown["place"]), (&"2024-03-12".into(), &"Grünau".into()));
    assert_eq!(
        shown["lead"],
        "Die Stadtwerke Grünau haben die letzte von 4.100 Laternen der Stadt umgerüstet. Das Licht ist wärmer und scheint nur noch nach unten, sodass man die Milchstraße vom Marktplatz aus sehen kann."
    );
    assert_eq!(
        shown["body"][0],
        "„Wir haben den Himmel zurück“, sagt die Leiterin der Sternwarte, Dr. Ines Kolb, die seit elf Jahren darum geworben hat und nun jeden ersten Freitag im Monat zu Führungen einlädt, die bei klarem Wetter am Brunnen beginnen."
    );
    assert_eq!(shown["body"].as_array().map(Vec::len), Some(1), "{shown}");
    assert_eq!(shown["contacts"][0]["name"], "Jon Bell");
    assert_eq!(shown["contacts"][0]["phones"][0], "+49 351 555 0134");
    Ok(())
}

#[test]
fn a_page_turned_in_the_file_is_read_as_it_is_looked_at() -> Tested {
    let up = "BT /F 11 Tf 0 1 -1 0 100 60 Tm (Ein Satz, der quer auf der Seite steht.) Tj ET";
    assert!(error(&pdf(&[up]))?.starts_with("there is no text"), "a note up the margin is no line");
    let turned = shown(&pdf_in(HELVETICA, "/Rotate 90", &[up]))?;
    assert!(turned.to_string().contains("Ein Satz, der quer auf der Seite steht."), "{turned}");
    Ok(())
}

#[test]
fn an_embargo_across_the_page_is_never_lost() -> Tested {
    let mark = "q 0.7 0.7 -0.7 0.7 100 100 cm BT /F 40 Tf (EMBARGOED UNTIL MAY 1, 2030) Tj ET Q\n";
    let content = format!("{mark}{}", drawn(&FIRST, "1"));
    let shown = shown(&pdf(&[&content]))?;
    assert_eq!(shown["embargo"]["text"], "EMBARGOED UNTIL MAY 1, 2030");
    Ok(())
}

#[test]
fn a_draft_across_the_page_stops_and_a_credit_up_its_margin_does_not() -> Tested {
    let across = |words: &str| {
        let mark = format!("q 0.7 0.7 -0.7 0.7 100 100 cm BT /F 40 Tf ({words}) Tj ET Q\n");
        pdf(&[&format!("{mark}{}", drawn(&FIRST, "1"))])
    };
    assert!(error(&across("Entwurf"))?.starts_with("the text calls itself a draft"));
    assert_eq!(shown(&across("Entwurf: Studio Bell"))?["problems"].to_string().matches("error").count(), 0);
    Ok(())
}

/// Words at a place, in a size.
fn at(x: u32, y: u32, size: u32, words: &str) -> String {
    format!("BT /F {size} Tf 1 0 0 1 {x} {y} Tm ({words}) Tj ET\n")
}

#[test]
fn an_embargo_in_a_box_beside_the_text_is_taken_out_of_it() -> Tested {
    let text = drawn(&FIRST[4..], "1");
    let boxed: String = ["SPERR-", "FRIST", "10. März", "2030"]
        .iter()
        .zip(0..)
        .map(|(words, row)| at(480, 780 - 9 * row, 8, words))
        .collect();
    let headline = at(60, 779, 14, "Grünau stellt auf Sternenlicht um") + &at(60, 762, 14, "und spart dabei");
    let content = headline + &boxed + &text.replace("60 780 Tm", "60 700 Tm").replace(FIRST[4], "");
    let shown = shown(&pdf(&[&content]))?;
    assert_eq!(shown["embargo"]["text"], "SPERRFRIST 10. März 2030", "{shown}");
    assert_eq!(shown["title"], "Grünau stellt auf Sternenlicht um und spart dabei");
    Ok(())
}

#[test]
fn the_head_of_a_page_is_no_headline() -> Tested {
    let headline = at(60, 800, 16, FIRST[4]);
    let text = drawn(&FIRST[6..], "1").replace("60 780 Tm", "60 770 Tm");
    let printed = at(30, 822, 8, "27.11.26, 02:29") + &at(220, 822, 8, FIRST[4]);
    let foot = at(30, 20, 8, "https://werke.example/licht") + &at(540, 20, 8, "1/1");
    for above in [at(60, 822, 8, "Brunnenhaus, Am Markt 3"), printed + &foot] {
        let shown = shown(&pdf(&[&(above + &headline + &text)]))?;
        assert_eq!(shown["title"], FIRST[4]);
        assert_eq!(shown["subtitle"], Value::Null);
    }
    Ok(())
}

#[test]
fn two_contacts_side_by_side_are_two() -> Tested {
    let first = ["Jon Bell", "Leiter der Werkstatt", "Tel.: +49 351 555 0134", "bell@werke.example"];
    let second = ["Ada Holm", "Sprecherin der Werke", "Tel.: +49 351 555 0135", "holm@werke.example"];
    let rows = first.iter().zip(second).zip(0..);
    let rows: String =
        rows.map(|((a, b), row)| at(60, 400 - 13 * row, 10, a) + &at(310, 400 - 13 * row, 10, b)).collect();
    let content = drawn(&FIRST, "1") + &at(60, 420, 10, "Pressekontakt") + &rows;
    let shown = shown(&pdf(&[&content]))?;
    for (contact, [name, _, _, address]) in [first, second].iter().enumerate() {
        assert_eq!(shown["contacts"][contact]["name"], *name, "{shown}");
        assert_eq!(shown["contacts"][contact]["emails"][0], *address);
    }
    Ok(())
}

#[test]
fn white_on_white_is_no_text_and_white_on_dark_is() -> Tested {
    let hidden = "1 g ".to_owned() + &at(60, 400, 11, "Nur intern: Das Budget ist noch offen.") + "0 g ";
    let text = drawn(&FIRST, "1");
    assert!(!shown(&pdf(&[&(hidden.clone() + &text)]))?.to_string().contains("Nur intern"));
    let dark = "0 0 0.4 rg 50 390 400 30 re f ".to_owned() + &hidden + &text;
    assert!(shown(&pdf(&[&dark]))?.to_string().contains("Nur intern"));
    let no_ink = "3 Tr ".to_owned() + &at(60, 400, 11, "Nur intern: Das Budget ist noch offen.") + "0 Tr ";
    assert!(!shown(&pdf(&[&(no_ink + &text)]))?.to_string().contains("Nur intern"));
    Ok(())
}

#[test]
fn words_that_a_link_lies_over_are_linked() -> Tested {
    let link = |rectangle: &str, target: &str| {
        format!("<</Type/Annot/Subtype/Link/Rect[{rectangle}]/A<</S/URI/URI({target})>>>>")
    };
    let annotations = [
        link("60 400 87 412", "https://bell.example/plan"),
        link("60 380 160 392", "http://bell.example/licht"),
        link("60 360 100 372", "javascript:alert\\(1\\)"),
    ];
    let sentences = at(60, 402, 11, "Pläne und mehr stehen im Netz.")
        + &at(60, 382, 11, "bell.example/licht zeigt sie.")
        + &at(60, 362, 11, "Wer fragt, dem wird geholfen.");
    let bytes = pdf_in(HELVETICA, &format!("/Annots[{}]", annotations.concat()), &[&(drawn(&FIRST, "1") + &sentences)]);
    let understanding = reading::understand(&SourceFile::named(Path::new("a.pdf")), &bytes, None);
    let body = understanding.assembled.ok_or("nothing was understood")?.text.body;
    let parts = body.iter().filter_map(|piece| match &piece.value {
        Piece::Part(Part::Paragraph(prose)) => Some(prose),
        _ => None,
    });
    let links =
        parts.flat_map(|prose| prose.marks().iter().map(|mark| (&prose.text()[mark.range.clone()], &mark.style)));
    let links: Vec<_> = links.map(|(words, style)| format!("{words}: {style:?}")).collect();
    assert_eq!(links.len(), 1, "{links:?}");
    assert!(links[0].starts_with("Pläne: Link"), "{links:?}");
    Ok(())
}

#[test]
fn what_cannot_be_read_is_an_error_that_says_why() -> Tested {
    let whole = release();
    assert!(error(b"PK\x03\x04 a document")?.starts_with("this is no PDF"));
    assert!(error(&whole[..whole.len() / 2])?.starts_with("the PDF is damaged"));
    assert!(error(&pdf(&["q Q"]))?.starts_with("there is no text in this PDF"));
    assert!(error(&pdf(&["q 595 0 0 842 0 0 cm /P Do Q"]))?.starts_with("there are only pictures"));
    let no_table = "<</Type/Font/Subtype/Type0/BaseFont/X/Encoding/Identity-H/DescendantFonts[<</Type/Font/Subtype/CIDFontType2/DW 500>>]>>";
    assert!(
        error(&pdf_in(no_table, "", &["BT /F 11 Tf 60 700 Td (words) Tj ET"]))?.starts_with("the fonts of this PDF")
    );
    assert!(error(&pdf(&["q Q"; 101]))?.starts_with("the PDF has more than 100 pages"));
    Ok(())
}

#[test]
fn a_scanned_page_among_others_is_told() -> Tested {
    let shown = shown(&pdf(&[&drawn(&FIRST, "1"), "q 595 0 0 842 0 0 cm /P Do Q"]))?;
    let problems = shown["problems"].to_string();
    assert!(problems.contains("page 2 shows only a picture"), "{problems}");
    Ok(())
}

#[test]
fn a_lock_without_a_password_opens_and_one_with_it_is_an_error() -> Tested {
    let locked = |password: &str| -> Result<Vec<u8>, Box<dyn Error>> {
        let mut document = lopdf::Document::load_mem(&release())?;
        let version = EncryptionVersion::V2 {
            document: &document,
            owner_password: "owner",
            user_password: password,
            key_length: 128,
            permissions: Permissions::all(),
        };
        let state = EncryptionState::try_from(version)?;
        document.encrypt(&state)?;
        let mut bytes = Vec::new();
        document.save_to(&mut bytes)?;
        Ok(bytes)
    };
    assert_eq!(shown(&locked("")?)?["place"], "Grünau");
    assert!(error(&locked("secret")?)?.starts_with("the PDF can only be opened with a password"));
    Ok(())
}

/// Numbers that are the same on every run.
fn pseudo_random(seed: &mut u64) -> usize {
    *seed ^= *seed << 13;
    *seed ^= *seed >> 7;
    *seed ^= *seed << 17;
    usize::try_from(*seed >> 33).unwrap_or(0)
}

#[test]
fn no_damage_makes_reading_panic_or_go_on_for_ever() {
    let whole = release();
    let mut seed = 0x5EED;
    for round in 0..400 {
        let mut bytes = whole.clone();
        for _ in 0..=round % 8 {
            let at = pseudo_random(&mut seed) % bytes.len();
            bytes[at] = u8::try_from(pseudo_random(&mut seed) % 256).unwrap_or(0);
        }
        if round % 3 == 0 {
            bytes.truncate(pseudo_random(&mut seed) % whole.len());
        }
        let understanding = reading::understand(&SourceFile::named(Path::new("a.pdf")), &bytes, None);
        assert!(understanding.assembled.is_some() || !understanding.problems.is_empty(), "round {round}");
    }
}
