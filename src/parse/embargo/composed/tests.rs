use super::*;

#[test]
fn what_is_made_of_such_words_alone_holds_a_text_back() {
    for text in [
        "Do not share before 3 December",
        "Not for sharing on social media until Thursday 5 March 2026, 10:00",
        "Usable from 5 March 2026, 10:00",
        "Publication put off to 5 March 2026",
        "Use only after 5 March 2026, 10:00",
        "Please refrain from posting before 5 March 2026",
        "Nutzung erst ab 5. März 2026, 10 Uhr",
        "Bitte mit der Veröffentlichung bis 5. März 2026 warten",
        "Wir bitten, vor dem 5. März 2026 nichts zu veröffentlichen.",
        "Publication différée au 5 mars 2026 à 10h",
        "PUBLICATION DIFFEREE AU 5 MARS 2026",
        "Merci d’attendre le jeudi 5 mars 2026 à 10 h pour publier",
        "Rendu public le 5 mars 2026 à partir de 10h00",
        "Publicación diferida al 5 de marzo de 2026",
        "Pública desde el 5 de marzo de 2026 a las 10:00",
        "Rogamos no difundan esta información antes del jueves 5 de marzo de 2026 a las 10:00 h.",
        "Utilizzabile dopo il 5 marzo 2026",
        "Libera pubblicazione da giovedì 5 marzo 2026, ore 10.00",
        "Publicação adiada para 5 de março de 2026 às 10h",
        "Uso restrito até quinta-feira, 5 de março de 2026, às 10h00",
        "Niet berichten voor 5 maart 2026, 10u",
        "Wachten met publiceren tot 5 maart 2026",
        "Inte för spridning före 5 mars",
        "Offentligt från 5 mars 2026 kl. 10.00",
        "Bring venligst først historien efter torsdag den 5. marts 2026 kl. 10.00.",
        "Vennligst omtal saken først fra 5. mars 2026 kl. 10",
        "Można publikować od czwartku 5 marca 2026 r.",
        "Prosimy pisać o tym dopiero od 5 marca 2026 r., godz. 10",
        "Saa käyttää vasta 5.3.2026 jälkeen",
    ] {
        assert_eq!(composed(text), Some(Composed::Held), "{text}");
    }
}

#[test]
fn a_day_that_only_is_named_may_be_the_texts_own() {
    for text in [
        "Fri publicering torsdag 5 mars 2026",
        "Publikacja dopiero 5 marca 2026 r.",
        "Autorisé à la publication le jeudi 5 mars 2026 à 10 h",
        "Free for publication, 5 March 2026",
    ] {
        assert_eq!(composed(text), Some(Composed::Then), "{text}");
    }
}

#[test]
fn what_waits_for_a_speech_or_a_session_holds_a_text_back_without_a_day() {
    for text in [
        "Publish only after the minister's statement",
        "Do not publish until the minister has spoken",
        "Erst nach der Pressekonferenz zu verwenden",
        "Le prononcé fait foi – à ne publier qu’après le discours",
        "Publicar únicamente tras la intervención del ministro",
        "Pubblicare solo dopo l’intervento del ministro",
        "Publicar apenas depois do discurso do ministro",
        "Alleen voor publicatie na uitspreken van de toespraak",
        "Endast för publicering efter att talet hållits",
        "Kun til offentliggørelse efter talen er holdt",
        "Kun for publisering etter at talen er holdt",
        "Wyłącznie do publikacji po wygłoszeniu przemówienia",
    ] {
        assert_eq!(composed(text), Some(Composed::Held), "{text}");
    }
}

#[test]
fn a_line_with_a_word_of_its_own_is_news() {
    for text in [
        "Bank publishes results from 3 March",
        "Results published before 3 March",
        "Published on 3 March 2026",
        "Published from 3 March 2026 until 5 March 2026",
        "Press release from 3 March 2026",
        "Public notice from 5 March 2026",
        "Open from 3 March 2026",
        "Tickets on sale from 3 March",
        "Applications before 3 March",
        "Please send your texts before 5 March 2026",
        "Not to be used after 5 March 2026",
        "Use before 5 March 2026",
        "No entry before 10:00 on 5 March 2026",
        "Ausstellung ab 3. März öffentlich zugänglich",
        "Veröffentlichung der Bilder nur nach Rücksprache",
        "Öffentlich nur nach Anmeldung",
        "Verschoben auf 5. März 2026",
        "Verbot gilt bis 5. März 2026",
        "Le rapport public à partir du 3 mars",
        "Publié le 3 mars 2026 à 10 h",
        "Mise en service à partir du 5 mars 2026",
        "Información pública a partir del 5 de marzo de 2026",
        "Reservas hasta el 5 de marzo de 2026",
        "Il biglietto è utilizzabile dopo il 5 marzo 2026",
        "Candidaturas antes de 5 de março de 2026",
        "Geen besluit voor 5 maart 2026",
        "Pressmeddelande från 3 mars 2026",
        "Resultater offentliggjort før 5. marts",
        "Tillatt fra 5. mars 2026",
        "Bilety można kupować od 5 marca 2026 r.",
        "Do publish on 3 March 2026",
    ] {
        assert_eq!(composed(text), None, "{text}");
    }
}
