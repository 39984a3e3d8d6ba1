//! The words of the pages themselves, by language. English stands in where no words are known.

use crate::release::Language;

/// One language's words.
#[derive(Debug)]
pub struct Words {
    pub(super) language: &'static str,
    pub skip: &'static str,
    pub newsroom: &'static str,
    pub releases: &'static str,
    pub subscribe: &'static str,
    pub also_in: &'static str,
    pub full_size: &'static str,
    pub copy: &'static str,
    pub copied: &'static str,
    pub not_copied: &'static str,
    pub latest: &'static str,
    pub none: &'static str,
    pub archive: &'static str,
    pub older: &'static str,
    pub newer: &'static str,
    pub newest: &'static str,
    pub years: &'static str,
    pub languages: &'static str,
    pub subjects: &'static str,
    pub how_to_subscribe: &'static str,
    pub all_feeds: &'static str,
    /// What a table that may be wider than the page is called.
    pub table: &'static str,
    /// On a feed that is opened in a browser, before its address and its page's; without quotation
    /// marks or backslashes, as they stand in a stylesheet.
    pub copy_address: &'static str,
    pub same_as_page: &'static str,
}

const ENGLISH: Words = Words {
    language: "en",
    skip: "Skip to the text",
    newsroom: "Newsroom",
    releases: "Press releases",
    subscribe: "Subscribe",
    also_in: "Also in",
    full_size: "Full-size picture",
    copy: "Copy the text",
    copied: "The text is copied.",
    not_copied: "The browser did not let the text be copied.",
    latest: "Latest releases",
    none: "There are no releases yet.",
    archive: "Archive",
    older: "Older releases",
    newer: "Newer releases",
    newest: "Latest releases",
    years: "By year",
    languages: "By language",
    subjects: "By subject",
    how_to_subscribe: "Copy an address into your feed reader, and each release comes to you with its whole text, its pictures and the person to call. All three formats say the same.",
    all_feeds: "All feeds in one file (OPML)",
    table: "Table",
    copy_address: "This is a feed for feed readers. Copy its address from the browser’s address bar into yours:",
    same_as_page: "The same releases as a page:",
};

const OTHERS: [Words; 3] = [
    Words {
        language: "de",
        skip: "Zum Text",
        newsroom: "Newsroom",
        releases: "Pressemitteilungen",
        subscribe: "Abonnieren",
        also_in: "Auch auf",
        full_size: "Bild in voller Größe",
        copy: "Text kopieren",
        copied: "Der Text ist kopiert.",
        not_copied: "Der Browser ließ den Text nicht kopieren.",
        latest: "Neueste Mitteilungen",
        none: "Es gibt noch keine Mitteilungen.",
        archive: "Archiv",
        older: "Ältere Mitteilungen",
        newer: "Neuere Mitteilungen",
        newest: "Neueste Mitteilungen",
        years: "Nach Jahren",
        languages: "Nach Sprachen",
        subjects: "Nach Themen",
        how_to_subscribe: "Kopieren Sie eine Adresse in Ihren Feedreader: Jede Mitteilung kommt dann mit ganzem Text, Bildern und Ansprechpartner zu Ihnen. Alle drei Formate sagen dasselbe.",
        all_feeds: "Alle Feeds in einer Datei (OPML)",
        table: "Tabelle",
        copy_address: "Dies ist ein Feed für Feedreader. Kopieren Sie seine Adresse aus der Adresszeile des Browsers in Ihren:",
        same_as_page: "Dieselben Mitteilungen als Seite:",
    },
    Words {
        language: "fr",
        skip: "Aller au texte",
        newsroom: "Salle de presse",
        releases: "Communiqués de presse",
        subscribe: "S’abonner",
        also_in: "Aussi en",
        full_size: "Image en taille réelle",
        copy: "Copier le texte",
        copied: "Le texte est copié.",
        not_copied: "Le navigateur n’a pas permis de copier le texte.",
        latest: "Derniers communiqués",
        none: "Il n’y a pas encore de communiqué.",
        archive: "Archives",
        older: "Communiqués plus anciens",
        newer: "Communiqués plus récents",
        newest: "Derniers communiqués",
        years: "Par année",
        languages: "Par langue",
        subjects: "Par thème",
        how_to_subscribe: "Copiez une adresse dans votre lecteur de flux : chaque communiqué vous parvient avec son texte entier, ses images et la personne à joindre. Les trois formats disent la même chose.",
        all_feeds: "Tous les flux dans un fichier (OPML)",
        table: "Tableau",
        copy_address: "Ceci est un flux pour lecteurs de flux. Copiez son adresse depuis la barre d’adresse du navigateur dans le vôtre :",
        same_as_page: "Les mêmes communiqués sur une page :",
    },
    Words {
        language: "es",
        skip: "Ir al texto",
        newsroom: "Sala de prensa",
        releases: "Comunicados de prensa",
        subscribe: "Suscribirse",
        also_in: "También en",
        full_size: "Imagen en tamaño completo",
        copy: "Copiar el texto",
        copied: "El texto está copiado.",
        not_copied: "El navegador no permitió copiar el texto.",
        latest: "Últimos comunicados",
        none: "Todavía no hay comunicados.",
        archive: "Archivo",
        older: "Comunicados anteriores",
        newer: "Comunicados posteriores",
        newest: "Últimos comunicados",
        years: "Por año",
        languages: "Por idioma",
        subjects: "Por tema",
        how_to_subscribe: "Copie una dirección en su lector de canales: cada comunicado le llega con el texto entero, las imágenes y la persona de contacto. Los tres formatos dicen lo mismo.",
        all_feeds: "Todos los canales en un archivo (OPML)",
        table: "Tabla",
        copy_address: "Esto es un canal para lectores de canales. Copie su dirección de la barra del navegador en el suyo:",
        same_as_page: "Los mismos comunicados en una página:",
    },
];

impl Words {
    pub fn of(language: &Language) -> &'static Self {
        OTHERS.iter().find(|words| words.language == language.primary()).unwrap_or(&ENGLISH)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_stands_in_a_stylesheet_needs_no_escaping() {
        for words in OTHERS.iter().chain([&ENGLISH]) {
            let written = format!("{}{}", words.copy_address, words.same_as_page);
            assert!(!written.contains(['"', '\\', '\n']), "{written}");
        }
    }
}
