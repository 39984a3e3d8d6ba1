//! JSON in which no object gives a key twice. Parsers take one of the two without a word, and not
//! all of them the same one.
//!
//! Text without escapes stays where it was read from: a feed is long, and read once.

use std::borrow::Cow;
use std::fmt;
use std::ops::Index;

use serde::de::{Deserialize, Deserializer, Error, MapAccess, SeqAccess, Visitor};
use serde_json::Number;

/// Any JSON whose objects give each key once.
#[derive(Debug, Clone, PartialEq)]
pub enum OnceKeyed<'a> {
    Null,
    Flag(bool),
    Number(Number),
    Text(Cow<'a, str>),
    List(Vec<Self>),
    /// Sorted by key.
    Object(Vec<(Cow<'a, str>, Self)>),
}

impl OnceKeyed<'_> {
    pub fn is_null(&self) -> bool {
        *self == Self::Null
    }

    pub fn as_str(&self) -> Option<&str> {
        if let Self::Text(text) = self { Some(text) } else { None }
    }

    pub fn as_u64(&self) -> Option<u64> {
        if let Self::Number(number) = self { number.as_u64() } else { None }
    }

    pub fn as_list(&self) -> Option<&[Self]> {
        if let Self::List(list) = self { Some(list) } else { None }
    }
}

/// Null where there is no such key, and in what is no object.
impl<'a> Index<&str> for OnceKeyed<'a> {
    type Output = OnceKeyed<'a>;

    fn index(&self, name: &str) -> &Self::Output {
        static NULL: OnceKeyed<'static> = OnceKeyed::Null;
        let Self::Object(object) = self else { return &NULL };
        object.binary_search_by(|(key, _)| (**key).cmp(name)).map_or(&NULL, |at| &object[at].1)
    }
}

/// As a message names it.
impl fmt::Display for OnceKeyed<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Null => f.write_str("null"),
            Self::Flag(flag) => flag.fmt(f),
            Self::Number(number) => number.fmt(f),
            Self::Text(text) => write!(f, "{text:?}"),
            Self::List(_) => f.write_str("a list"),
            Self::Object(_) => f.write_str("an object"),
        }
    }
}

impl<'de> Deserialize<'de> for OnceKeyed<'de> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(Walker)
    }
}

struct Walker;

impl<'de> Visitor<'de> for Walker {
    type Value = OnceKeyed<'de>;

    fn expecting(&self, f: &mut fmt::Formatter) -> fmt::Result {
        f.write_str("any JSON")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
        let mut object = Vec::new();
        while let Some((key, value)) = map.next_entry::<OnceKeyed, OnceKeyed>()? {
            let OnceKeyed::Text(key) = key else { return Err(A::Error::custom("a key is no text")) };
            object.push((key, value));
        }
        object.sort_unstable_by(|(one, _), (other, _)| one.cmp(other));
        match object.windows(2).find(|pair| pair[0].0 == pair[1].0) {
            Some(pair) => Err(A::Error::custom(format!("the key `{}` stands twice", pair[0].0))),
            None => Ok(OnceKeyed::Object(object)),
        }
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<Self::Value, A::Error> {
        let mut list = Vec::new();
        while let Some(value) = seq.next_element()? {
            list.push(value);
        }
        Ok(OnceKeyed::List(list))
    }

    fn visit_bool<E>(self, value: bool) -> Result<Self::Value, E> {
        Ok(OnceKeyed::Flag(value))
    }

    fn visit_i64<E>(self, value: i64) -> Result<Self::Value, E> {
        Ok(OnceKeyed::Number(value.into()))
    }

    fn visit_u64<E>(self, value: u64) -> Result<Self::Value, E> {
        Ok(OnceKeyed::Number(value.into()))
    }

    fn visit_f64<E>(self, value: f64) -> Result<Self::Value, E> {
        Ok(Number::from_f64(value).map_or(OnceKeyed::Null, OnceKeyed::Number))
    }

    fn visit_borrowed_str<E>(self, value: &'de str) -> Result<Self::Value, E> {
        Ok(OnceKeyed::Text(value.into()))
    }

    fn visit_str<E>(self, value: &str) -> Result<Self::Value, E> {
        Ok(OnceKeyed::Text(value.to_owned().into()))
    }

    fn visit_unit<E>(self) -> Result<Self::Value, E> {
        Ok(OnceKeyed::Null)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_key_is_found_wherever_it_stands_and_none_twice() {
        let json = serde_json::from_str::<OnceKeyed>(r#"{"b":[1,{"x":"\n"}],"a":"y","\u0063":null}"#).expect("JSON");
        assert_eq!(json["a"].as_str(), Some("y"));
        assert_eq!(json["b"].as_list().and_then(|list| list[1]["x"].as_str()), Some("\n"));
        assert_eq!(json["b"].as_list().and_then(|list| list[0].as_u64()), Some(1));
        assert!(json["c"].is_null() && json["d"].is_null() && json["a"]["a"].is_null());
        for twice in [r#"{"a":1,"b":2,"a":1}"#, r#"[{"a":1,"\u0061":2}]"#] {
            let error = serde_json::from_str::<OnceKeyed>(twice).expect_err("a key that stands twice");
            assert!(error.to_string().starts_with("the key `a` stands twice"), "{error}");
        }
    }
}
