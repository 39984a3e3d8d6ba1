//! What people call a text that is not ready, in the languages that are known: as a mark in front matter, in a
//! file's name, or as the name of a folder.
//!
//! Within a sentence or a longer name such a word says nothing: a draft budget is news.

use unicode_normalization::UnicodeNormalization as _;

use super::name::marks::Word;

const WORDS: [&str; 12] = [
    "draft",
    "entwurf",
    "brouillon",
    "borrador",
    "bozza",
    "rascunho",
    "concept",
    "utkast",
    "udkast",
    "kladde",
    "szkic",
    "luonnos",
];

/// Their plurals, as folders are called.
const PLURALS: [&str; 11] = [
    "drafts",
    "entwürfe",
    "entwuerfe",
    "brouillons",
    "borradores",
    "bozze",
    "rascunhos",
    "concepten",
    "kladder",
    "szkice",
    "luonnokset",
];

/// Those of a name that nothing else is meant by.
const SURE: [&str; 27] = [
    "do not publish",
    "do not release",
    "do not distribute",
    "not for publication",
    "not for release",
    "wip",
    "work in progress",
    "nicht veröffentlichen",
    "nicht veroeffentlichen",
    "nicht freigegeben",
    "noch nicht freigegeben",
    "ne pas publier",
    "ne pas diffuser",
    "no publicar",
    "no difundir",
    "non pubblicare",
    "non diffondere",
    "não publicar",
    "nao publicar",
    "niet publiceren",
    "publicera ej",
    "må ikke offentliggøres",
    "må ikke publiseres",
    "ikke publiser",
    "nie publikować",
    "nie publikowac",
    "ei julkaista",
];

/// Those that the name of a text may end with.
const NOUNS: [&str; 58] = [
    "unpublished",
    "not published",
    "not approved",
    "not yet approved",
    "unapproved",
    "not cleared",
    "not final",
    "for approval",
    "internal",
    "internal only",
    "internal use only",
    "confidential",
    "template",
    "unveröffentlicht",
    "unveroeffentlicht",
    "nicht veröffentlicht",
    "nicht veroeffentlicht",
    "zur freigabe",
    "zur abstimmung",
    "nur intern",
    "vertraulich",
    "vorlage",
    "non publié",
    "non publie",
    "non validé",
    "non valide",
    "à valider",
    "a valider",
    "confidentiel",
    "sin publicar",
    "no publicado",
    "sin aprobar",
    "no aprobado",
    "confidencial",
    "non pubblicato",
    "non approvato",
    "riservato",
    "não publicado",
    "nao publicado",
    "não aprovado",
    "nao aprovado",
    "niet gepubliceerd",
    "ongepubliceerd",
    "niet goedgekeurd",
    "vertrouwelijk",
    "sjabloon",
    "ej godkänd",
    "ej publicerad",
    "konfidentiell",
    "ikke godkendt",
    "ikke godkjent",
    "upubliceret",
    "upublisert",
    "fortrolig",
    "skabelon",
    "nieopublikowane",
    "szablon",
    "luottamuksellinen",
];

/// Those that are words of headlines, too.
const PLAIN: [&str; 17] = [
    "pending",
    "private",
    "privat",
    "privé",
    "privado",
    "privato",
    "intern",
    "interne",
    "interno",
    "internt",
    "in progress",
    "in arbeit",
    "en cours",
    "pendiente",
    "plantilla",
    "poufne",
    "sisäinen",
];

/// What else a folder is called that holds such texts, or forms to fill in.
const FOLDERS: [&str; 17] = [
    "templates",
    "vorlagen",
    "modèles",
    "modeles",
    "plantillas",
    "modelli",
    "modelos",
    "sjablonen",
    "mallar",
    "skabeloner",
    "maler",
    "szablony",
    "mallipohjat",
    "privés",
    "privados",
    "internes",
    "internos",
];

/// What a folder is called of which each text waits for a day of its own.
const SCHEDULES: [&str; 14] = [
    "upcoming",
    "scheduled",
    "planned",
    "geplant",
    "anstehend",
    "à paraître",
    "programados",
    "próximos",
    "programmati",
    "agendados",
    "gepland",
    "planerade",
    "planlagte",
    "zaplanowane",
];

/// What says of a text in its name that it is under embargo.
const EMBARGO_SURE: [&str; 11] = [
    "embargoed",
    "under embargo",
    "mit sperrfrist",
    "unter sperrfrist",
    "sous embargo",
    "bajo embargo",
    "sotto embargo",
    "sob embargo",
    "onder embargo",
    "pod embargiem",
    "strict embargo",
];
/// A "Sperrfrist" is one for manure, too.
const EMBARGO: [&str; 5] = ["embargo", "embargos", "embargoes", "sperrfrist", "sperrvermerk"];

/// Whether a word, in small letters, says that something is not ready.
pub fn is_word(word: &str) -> bool {
    WORDS.contains(&word)
}

/// Whether texts are filed under a word, in small letters, that are not ready.
pub fn is_word_or_plural(word: &str) -> bool {
    is_word(word) || PLURALS.contains(&word)
}

/// What words in a name, in small letters, say of a text that may not be ready.
pub fn word(words: &str) -> Option<Word> {
    match words {
        _ if SURE.contains(&words) => Some(Word::Sure),
        // In English it is a word of headlines.
        "concept" => Some(Word::Plain),
        _ if is_word(words) || NOUNS.contains(&words) => Some(Word::Noun),
        _ if PLAIN.contains(&words) => Some(Word::Plain),
        _ => None,
    }
}

/// What they say of an embargo.
pub fn word_of_embargo(words: &str) -> Option<Word> {
    match words {
        _ if EMBARGO_SURE.contains(&words) => Some(Word::Sure),
        _ if EMBARGO.contains(&words) => Some(Word::Noun),
        _ => None,
    }
}

/// Whether a folder holds what is not ready, by its name.
pub fn is_folder(name: &str) -> bool {
    let name = plain(name);
    word(&name).is_some() || PLURALS.contains(&name.as_str()) || FOLDERS.contains(&name.as_str())
}

/// Whether a folder holds what waits for its day, by its name.
pub fn is_schedule(name: &str) -> bool {
    let name = plain(name);
    SCHEDULES.contains(&name.as_str()) || word_of_embargo(&name).is_some()
}

/// Small letters, with blanks between words. Some systems take letters in names apart.
fn plain(name: &str) -> String {
    let name = name.nfc().collect::<String>().to_lowercase();
    name.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ")
}
