//! What was live before a deployment, so that hubs hear only of what it changed.
//!
//! Nothing else remembers: when a push begins after a deployment, everything is live already. A topic
//! that the note does not know has changed.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use ring::digest::{SHA256, digest};
use serde::{Deserialize, Serialize};

use super::topic::Topic;

/// Digests by address; `None` for what was not there, or of which nobody could tell.
#[derive(Debug, Serialize, Deserialize)]
pub struct Note {
    live: BTreeMap<String, Option<String>>,
}

impl Note {
    pub fn of<'a>(live: impl Iterator<Item = (&'a Topic, Option<String>)>) -> Self {
        Self { live: live.map(|(topic, digest)| (topic.url.to_string(), digest)).collect() }
    }

    /// `None` when this is no note.
    pub fn read(bytes: &[u8]) -> Option<Self> {
        serde_json::from_slice(bytes).ok()
    }

    /// # Errors
    /// None that strings alone could cause; an empty note would have every hub told anew.
    pub fn text(&self) -> serde_json::Result<String> {
        Ok(serde_json::to_string_pretty(self)? + "\n")
    }

    /// Whether what is built is not what was live.
    pub fn tells_apart(&self, topic: &Topic) -> bool {
        let noted = self.live.get(topic.url.as_str()).and_then(Option::as_ref);
        noted.is_none_or(|noted| *noted != hexadecimal(&topic.bytes))
    }
}

/// The SHA-256 of these bytes.
pub fn hexadecimal(bytes: &[u8]) -> String {
    digest(&SHA256, bytes).as_ref().iter().fold(String::new(), |mut text, byte| {
        // Writing into memory can't fail.
        let _ = write!(text, "{byte:02x}");
        text
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_differs_from_the_note_has_changed() {
        let topic = |name: &str, text: &str| {
            let url = url::Url::parse(&format!("https://news.example.org/{name}")).expect("a URL");
            Topic { file: name.to_owned(), url, bytes: text.as_bytes().to_vec() }
        };
        let (same, new, absent) = (topic("same", "a"), topic("new", "b"), topic("absent", "c"));
        let note =
            Note::of([(&same, Some(hexadecimal(b"a"))), (&new, Some(hexadecimal(b"a"))), (&absent, None)].into_iter());
        let note = Note::read(note.text().expect("JSON").as_bytes()).expect("a note");
        let changed = [&same, &new, &absent, &topic("unknown", "d")].map(|topic| note.tells_apart(topic));
        assert_eq!(changed, [false, true, true, true]);
        assert!(Note::read(b"[]").is_none());
    }
}
