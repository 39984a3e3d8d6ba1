//! Languages in other scripts, of which only the word for an embargo is known: no text in them may go out before
//! its time. Their days are read in Russian alone; elsewhere such a line holds a text back for good, and is told of.

use super::Words;

pub const WORDS: Words = Words {
    months: &[
        ("января", 1),
        ("февраля", 2),
        ("марта", 3),
        ("апреля", 4),
        ("мая", 5),
        ("июня", 6),
        ("июля", 7),
        ("августа", 8),
        ("сентября", 9),
        ("октября", 10),
        ("ноября", 11),
        ("декабря", 12),
    ],
    embargo: &[
        "эмбарго",
        "под эмбарго",
        "не публиковать до",
        "не для публикации до",
        "ембарго",
        "під ембарго",
        "не публікувати до",
        "εμπάργκο",
        "解禁",
        "解禁日",
        "解禁日時",
        "情報解禁",
        "報道解禁",
        "禁发",
        "發布禁令",
        "엠바고",
        "אמברגו",
        "حظر النشر",
        "محظور النشر",
    ],
    until: &["до", "έως", "μέχρι"],
    ..Words::NONE
};
