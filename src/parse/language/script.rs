//! What the letters of a text tell of its language by themselves: a text in Japanese is in none of ours, however
//! few of its words are known.
//!
//! Latin letters tell nothing here.

use whatlang::{Detector, Lang, Script};

use super::ENOUGH_OF_ANY;
use crate::characters;
use crate::release::Language;

/// The language of a text in other than Latin letters. Of several in one script the likeliest is taken, since the
/// house's own is surely none of them where it is written in Latin.
pub fn language(text: &str) -> Option<Language> {
    let text = characters::at_most(text, ENOUGH_OF_ANY);
    if text.is_ascii() {
        return None;
    }
    let lang = match whatlang::detect_script(text)? {
        Script::Latin => return None,
        // Chinese has no kana, and Japanese never goes without.
        Script::Mandarin | Script::Hiragana | Script::Katakana => {
            let is_kana = |c: char| matches!(c, '\u{3041}'..='\u{30FF}');
            if text.chars().any(is_kana) { Lang::Jpn } else { Lang::Cmn }
        }
        script => match script.langs() {
            [only] => *only,
            several => Detector::with_allowlist(several.to_vec()).detect(text)?.lang(),
        },
    };
    if lang == Lang::Cmn {
        return Language::parse("zh");
    }
    isolang::Language::from_639_3(lang.code()).and_then(|lang| Language::parse(lang.to_639_1()?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_script_tells_its_language() {
        for (code, text) in [
            ("ja", "木工組合は六月に港の古い倉庫で新しい工房を開きます。"),
            ("zh", "木工协会六月将在港口的旧仓库开设新工坊。"),
            ("ko", "목공 조합은 유월에 항구의 오래된 창고에서 새 공방을 엽니다."),
            ("el", "Ο δήμος ανοίγει το νέο εργαστήριο στο λιμάνι."),
            ("th", "สมาคมช่างไม้จะเปิดโรงงานใหม่ที่ท่าเรือ"),
            ("he", "איגוד הנגרים פותח בית מלאכה חדש בנמל."),
            ("ru", "Рыбаки насчитали в ручье девятьсот форелей, хотя год назад их было меньше."),
        ] {
            assert_eq!(language(text).map(|found| found.to_string()).as_deref(), Some(code), "{text}");
        }
        for text in ["The town opens a path.", "Die Stadt öffnet einen Weg, wie Ελένη sagt."] {
            assert_eq!(language(text), None, "{text}");
        }
    }
}
