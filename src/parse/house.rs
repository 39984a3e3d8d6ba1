//! What the reading of a release must know of the newsroom, and no more of its configuration.

use std::collections::BTreeMap;

use chrono::NaiveTime;

use crate::config::{Config, IdBase};
use crate::release::{Language, Slug};

/// What the parser must know of the newsroom.
#[derive(Debug, Clone)]
pub struct House {
    pub zone: chrono_tz::Tz,
    /// No configuration was found: the zone is none, and no id can be made.
    pub unconfigured: bool,
    pub time_of_day: NaiveTime,
    pub language: Option<Language>,
    pub id_base: Option<IdBase>,
    /// Addresses of subjects, by their labels.
    pub subjects: BTreeMap<String, Slug>,
}

impl House {
    pub fn of(config: &Config) -> Self {
        Self {
            zone: config.time_zone,
            unconfigured: false,
            time_of_day: config.time_of_day,
            language: Some(config.language.clone()),
            id_base: Some(config.id_base.clone()),
            subjects: config.subjects.clone(),
        }
    }

    /// For looking at a text where no newsroom is configured.
    pub fn unconfigured() -> Self {
        Self {
            zone: chrono_tz::UTC,
            unconfigured: true,
            time_of_day: NaiveTime::MIN,
            language: None,
            id_base: None,
            subjects: BTreeMap::new(),
        }
    }
}
