//! JSON Schemas (draft 2020-12) of what people write and programs read, made of the types themselves.

use schemars::Schema;
use schemars::generate::{SchemaGenerator, SchemaSettings};

use crate::config::written::Written;
use crate::show::json::Shown;

/// Of `dateline.toml`.
///
/// # Errors
/// None that a schema could cause, which is JSON already; so below.
pub fn config() -> serde_json::Result<String> {
    text(&SchemaGenerator::new(SchemaSettings::draft2020_12().for_deserialize()).into_root_schema_for::<Written>())
}

/// Of what `show --format json` prints.
///
/// # Errors
/// As above.
pub fn show() -> serde_json::Result<String> {
    text(&SchemaGenerator::new(SchemaSettings::draft2020_12().for_serialize()).into_root_schema_for::<Shown>())
}

fn text(schema: &Schema) -> serde_json::Result<String> {
    serde_json::to_string_pretty(schema)
}

#[cfg(test)]
mod tests {
    use serde_json::Value;

    use super::*;
    use crate::config::Config;

    fn keys(schema: &Value) -> Vec<&str> {
        schema["properties"].as_object().into_iter().flatten().map(|(key, _)| key.as_str()).collect()
    }

    #[test]
    fn the_configuration_has_the_keys_of_its_schema_and_needs_those_that_are_required() {
        let schema: Value = serde_json::from_str(&config().expect("a schema")).expect("JSON");
        let publisher = &schema["$defs"]["Publisher"];
        // With every key twice as a number, which none of them may be in this form.
        let problems = |text: &str| Config::parse("a", text).expect_err("no configuration");
        for key in keys(&schema) {
            let refused = problems(&format!("{key} = 2026-01-01\n"));
            assert!(refused.iter().all(|problem| problem.what != "an unknown key"), "{key}");
        }
        for key in keys(publisher) {
            let refused = problems(&format!("[publisher]\n{key} = 2026-01-01\n"));
            assert!(refused.iter().all(|problem| problem.what != "an unknown key"), "{key}");
        }
        let unknown = problems("unknown_to_all = 1\n[publisher]\nunknown_to_all = 1\n");
        let known: Vec<String> = unknown
            .iter()
            .filter(|problem| problem.what == "an unknown key")
            .map(|problem| problem.fix.clone())
            .collect();
        let sorted = |list: &str| {
            let mut keys: Vec<String> = list.trim_start_matches("known are ").split(", ").map(str::to_owned).collect();
            keys.sort();
            keys
        };
        let of_schema = |schema: &Value| {
            let mut keys: Vec<String> = keys(schema).into_iter().map(str::to_owned).collect();
            keys.sort();
            keys
        };
        assert_eq!(
            known.iter().map(|list| sorted(list)).collect::<Vec<_>>(),
            [of_schema(&schema), of_schema(publisher)]
        );
        let missing = problems("");
        for key in schema["required"].as_array().into_iter().flatten().filter_map(Value::as_str) {
            assert!(missing.iter().any(|problem| problem.what == format!("`{key}` is missing")), "{key}");
        }
        assert_eq!(schema["required"].as_array().map(Vec::len), Some(missing.len()));
    }

    #[test]
    fn what_is_shown_has_every_member_always() {
        let schema: Value = serde_json::from_str(&show().expect("a schema")).expect("JSON");
        let required = schema["required"].as_array().map_or(0, Vec::len);
        // Decisions are there only where they are asked for.
        assert_eq!(required + 1, keys(&schema).len());
    }
}
