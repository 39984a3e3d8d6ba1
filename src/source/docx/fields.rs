//! Fields: instructions between the words, of which only the result is text, and links written
//! as fields.

/// How a field that is open stands.
#[derive(Debug)]
struct Field {
    instruction: String,
    in_result: bool,
}

/// The fields that are open at a place; they may reach over paragraphs.
#[derive(Debug, Default)]
pub struct Fields {
    open: Vec<Field>,
}

/// Fields within fields; no program writes this many.
const DEEPEST: usize = 64;

impl Fields {
    /// A sign of a field: where it begins, where its result begins, where it ends.
    pub fn sign(&mut self, kind: &str) {
        match kind {
            "begin" if self.open.len() < DEEPEST => {
                self.open.push(Field { instruction: String::new(), in_result: false });
            }
            "separate" => {
                if let Some(field) = self.open.last_mut() {
                    field.in_result = true;
                }
            }
            "end" => {
                self.open.pop();
            }
            _ => {}
        }
    }

    pub fn instruction(&mut self, text: &str) {
        if let Some(field) = self.open.last_mut().filter(|field| !field.in_result) {
            field.instruction.push_str(text);
        }
    }

    /// Whether words here are seen: no instruction is, nor is a table of contents text.
    pub fn show(&self) -> bool {
        self.open.iter().all(|field| field.in_result && !field.instruction.trim_start().starts_with("TOC"))
    }

    /// Whether some field hides what follows, or leads it somewhere, and never ends.
    pub fn are_open(&self) -> bool {
        !self.open.is_empty()
    }

    /// Where words here lead to.
    pub fn link(&self) -> Option<String> {
        self.open.iter().rev().find_map(|field| target(&field.instruction))
    }
}

/// The address in `HYPERLINK "https://…" \l "part"`; `None` for a place in the document itself.
pub fn target(instruction: &str) -> Option<String> {
    let rest = instruction.trim_start();
    let (name, rest) = rest.split_at_checked("HYPERLINK".len())?;
    if !name.eq_ignore_ascii_case("HYPERLINK") {
        return None;
    }
    let words = arguments(rest);
    let mut address = None;
    let mut part = None;
    let mut words = words.into_iter();
    while let Some((word, quoted)) = words.next() {
        match word.as_str() {
            "\\l" if !quoted => part = words.next().map(|(part, _)| part),
            // These take a word of their own: a frame, and what is shown at the pointer.
            "\\o" | "\\t" if !quoted => drop(words.next()),
            switch if !quoted && switch.starts_with('\\') => {}
            _ => address = address.or(Some(word)),
        }
    }
    let address = address.filter(|address| !address.is_empty())?;
    Some(part.filter(|_| !address.contains('#')).map_or_else(|| address.clone(), |part| format!("{address}#{part}")))
}

/// Words parted by blanks; one in quotes may hold some.
fn arguments(text: &str) -> Vec<(String, bool)> {
    let mut words = Vec::new();
    let mut rest = text.trim_start();
    while !rest.is_empty() {
        let quoted = rest.starts_with('"');
        let (word, after) = if quoted {
            let inside = rest.trim_start_matches('"');
            inside.split_once('"').unwrap_or((inside, ""))
        } else {
            rest.split_once(char::is_whitespace).unwrap_or((rest, ""))
        };
        words.push((word.to_owned(), quoted));
        rest = after.trim_start();
    }
    words
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_link_written_as_a_field_leads_where_it_says() {
        let read = |text| target(text);
        assert_eq!(read(r#" HYPERLINK "https://a.example/x?b=1" "#).as_deref(), Some("https://a.example/x?b=1"));
        assert_eq!(read(r"HYPERLINK mailto:p@a.example").as_deref(), Some("mailto:p@a.example"));
        assert_eq!(
            read(r#"HYPERLINK "https://a.example/" \l "part" \o "a tip""#).as_deref(),
            Some("https://a.example/#part")
        );
        assert_eq!(read(r#"HYPERLINK \l "_Toc1""#), None);
        assert_eq!(read("PAGE"), None);
    }

    #[test]
    fn only_the_result_of_a_field_is_seen() {
        let mut fields = Fields::default();
        fields.sign("begin");
        fields.instruction(" HYPERLINK \"https://a.example/\"");
        assert!(!fields.show());
        fields.sign("separate");
        assert!(fields.show());
        assert_eq!(fields.link().as_deref(), Some("https://a.example/"));
        fields.sign("end");
        assert_eq!(fields.link(), None);
        fields.sign("end");
        assert!(fields.show());
    }
}
