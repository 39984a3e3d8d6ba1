//! JSON in which no object gives a key twice. Parsers take one of the two without a word, and not
//! all of them the same one.

use std::collections::HashSet;
use std::fmt;

use serde::de::{Deserialize, Deserializer, Error, MapAccess, SeqAccess, Visitor};

/// Reads any JSON and keeps nothing of it.
pub struct OnceKeyed;

impl<'de> Deserialize<'de> for OnceKeyed {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(Walker)
    }
}

struct Walker;

impl<'de> Visitor<'de> for Walker {
    type Value = OnceKeyed;

    fn expecting(&self, f: &mut fmt::Formatter) -> fmt::Result {
        f.write_str("any JSON")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<OnceKeyed, A::Error> {
        let mut seen = HashSet::new();
        while let Some(key) = map.next_key::<String>()? {
            map.next_value::<OnceKeyed>()?;
            if seen.contains(&key) {
                return Err(A::Error::custom(format!("the key `{key}` stands twice")));
            }
            seen.insert(key);
        }
        Ok(OnceKeyed)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<OnceKeyed, A::Error> {
        while seq.next_element::<OnceKeyed>()?.is_some() {}
        Ok(OnceKeyed)
    }

    fn visit_bool<E>(self, _: bool) -> Result<OnceKeyed, E> {
        Ok(OnceKeyed)
    }

    fn visit_i64<E>(self, _: i64) -> Result<OnceKeyed, E> {
        Ok(OnceKeyed)
    }

    fn visit_u64<E>(self, _: u64) -> Result<OnceKeyed, E> {
        Ok(OnceKeyed)
    }

    fn visit_f64<E>(self, _: f64) -> Result<OnceKeyed, E> {
        Ok(OnceKeyed)
    }

    fn visit_str<E>(self, _: &str) -> Result<OnceKeyed, E> {
        Ok(OnceKeyed)
    }

    fn visit_unit<E>(self) -> Result<OnceKeyed, E> {
        Ok(OnceKeyed)
    }
}
