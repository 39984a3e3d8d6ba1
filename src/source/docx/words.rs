//! The words of a paragraph: runs with their setting, parted into lines.

use roxmltree::Node;

use super::content::{Line, Picture, Run};
use super::drawing;
use super::fields;
use super::flow::{Beside, Reader};
use super::look::Look;
use super::relationships::Target;
use super::symbols;
use super::xml;
use crate::characters;
use crate::source::figures;

/// How the words at a place are set by what they stand in.
#[derive(Debug, Clone, Default)]
struct Setting {
    link: Option<String>,
}

impl<'a, 'i> Reader<'a, 'i, '_> {
    /// The lines of a paragraph; there is always one.
    pub(super) fn words(&mut self, paragraph: Node<'a, 'i>) -> Vec<Line> {
        self.line += 1;
        let mut lines = vec![Line::default()];
        self.inline(paragraph, &Setting::default(), &mut lines);
        self.judge_hidden();
        lines
    }

    fn inline(&mut self, node: Node<'a, 'i>, setting: &Setting, lines: &mut Vec<Line>) {
        for child in node.children().filter(Node::is_element) {
            match xml::name(child) {
                "r" => self.run(child, setting, lines),
                "hyperlink" => {
                    let setting = Setting { link: self.target(child) };
                    self.inline(child, &setting, lines);
                }
                "fldSimple" => {
                    let link = xml::attribute(child, "instr").and_then(fields::target).or(setting.link.clone());
                    self.inline(child, &Setting { link }, lines);
                }
                "del" | "moveFrom" => self.changed(),
                "ins" | "moveTo" => {
                    self.changed();
                    self.inline(child, setting, lines);
                }
                "AlternateContent" => {
                    if let Some(chosen) = drawing::alternatives(child) {
                        self.inline(chosen, setting, lines);
                    }
                }
                "sdt" => {
                    if let Some(content) = self.control(child) {
                        self.inline(content, setting, lines);
                    }
                }
                // How a word is read aloud, above the word itself.
                "rt" => {}
                name if name.ends_with("Pr") => {}
                _ => self.inline(child, setting, lines),
            }
        }
    }

    fn target(&self, hyperlink: Node) -> Option<String> {
        let Target::Outside(address) = self.relationships.target(xml::relation(hyperlink, "id")?)? else {
            return None;
        };
        match xml::attribute(hyperlink, "anchor").filter(|_| !address.contains('#')) {
            Some(part) => Some(format!("{address}#{part}")),
            None => Some(address.clone()),
        }
    }

    fn run(&mut self, node: Node<'a, 'i>, setting: &Setting, lines: &mut Vec<Line>) {
        let look = Look::of(node, &self.sheet.styles);
        let mut run = Run {
            text: String::new(),
            strong: look.strong,
            emphasis: look.emphasis,
            is_reference: false,
            link: setting.link.clone().or_else(|| self.fields.link()),
        };
        for child in node.children().filter(Node::is_element) {
            self.in_run(child, &look, &mut run, setting, lines);
        }
        self.finish(run, &look, lines);
    }

    fn in_run(&mut self, node: Node<'a, 'i>, look: &Look, run: &mut Run, setting: &Setting, lines: &mut Vec<Line>) {
        if !self.fields.show() && !matches!(xml::name(node), "fldChar" | "instrText" | "AlternateContent") {
            return;
        }
        match xml::name(node) {
            "t" => run.text.push_str(&self.text(&xml::text(node), &look.font)),
            "tab" | "ptab" => run.text.push('\t'),
            // Plain, so that addresses and numbers which hold one work.
            "noBreakHyphen" => run.text.push('-'),
            "sym" => {
                let font = xml::attribute(node, "font").unwrap_or_default();
                let number = xml::attribute(node, "char").and_then(|hex| u32::from_str_radix(hex, 16).ok());
                match number.and_then(|number| symbols::sign(font, number)) {
                    Some(sign) => run.text.push_str(&self.clean(sign.encode_utf8(&mut [0; 4]))),
                    None => self.unknown_sign(),
                }
            }
            "br" | "cr" => {
                let begins_page = matches!(xml::attribute(node, "type"), Some("page" | "column"));
                let next = Run { text: String::new(), ..run.clone() };
                let done = std::mem::replace(run, next);
                self.finish(done, look, lines);
                lines.push(Line { runs: Vec::new(), begins_page });
                self.line += 1;
            }
            "fldChar" => {
                self.fields.sign(xml::attribute(node, "fldCharType").unwrap_or_default());
                // A field may begin in the middle of a run.
                let next = Run { link: setting.link.clone().or_else(|| self.fields.link()), ..run.clone() };
                let done = std::mem::replace(run, Run { text: String::new(), ..next });
                self.finish(done, look, lines);
            }
            "instrText" => self.fields.instruction(&xml::text(node)),
            "footnoteReference" | "endnoteReference" if !look.hidden => {
                let kind = if xml::name(node) == "footnoteReference" { "footnote" } else { "endnote" };
                if let Some(number) = xml::attribute(node, "id").and_then(|id| self.refer(kind, id)) {
                    let reference = Run { text: format!("[{number}]"), is_reference: true, ..Run::default() };
                    let done = std::mem::replace(run, Run { text: String::new(), ..run.clone() });
                    self.finish(done, look, lines);
                    lines.last_mut().into_iter().for_each(|line| line.runs.push(reference.clone()));
                }
            }
            "commentReference" => self.comment(node),
            "drawing" | "pict" | "object" if !look.hidden => self.drawing(node),
            "AlternateContent" => {
                for inner in drawing::alternatives(node).into_iter().flat_map(|chosen| chosen.children()) {
                    self.in_run(inner, look, run, setting, lines);
                }
            }
            "ruby" => {
                if let Some(base) = xml::child(node, "rubyBase") {
                    let done = std::mem::replace(run, Run { text: String::new(), ..run.clone() });
                    self.finish(done, look, lines);
                    self.inline(base, setting, lines);
                }
            }
            _ => {}
        }
    }

    /// Puts a run at the end of the last line.
    fn finish(&mut self, mut run: Run, look: &Look, lines: &mut [Line]) {
        if run.text.is_empty() {
            return;
        }
        if look.hidden {
            return self.hidden.push_str(&run.text);
        }
        if look.struck && !std::mem::replace(&mut self.said.struck, true) {
            let fix = "delete them in Word, or take the line through them away";
            self.report.warning(self.place(), "words that are struck through were kept", fix);
        }
        if look.high
            && let Some(figures) = figures::high(&run.text)
        {
            run.text = figures;
        }
        if let Some(line) = lines.last_mut() {
            line.runs.push(run);
        }
    }

    /// Hidden text is no text, yet an embargo in it is meant.
    fn judge_hidden(&mut self) {
        if (self.sheet.holds_back)(&std::mem::take(&mut self.hidden)) {
            let fix = "show it, or delete it";
            self.report.error(self.place(), "hidden text speaks of an embargo or a withdrawal", fix).holding();
        }
    }

    fn comment(&mut self, reference: Node) {
        // Its words stay out of the message: whoever holds a text back in a comment means it.
        if xml::attribute(reference, "id").is_some_and(|id| self.sheet.comments.contains(id)) {
            let fix = "state it in the text, or delete the comment";
            self.report.error(self.place(), "a comment speaks of an embargo or a withdrawal", fix).holding();
        }
    }

    fn drawing(&mut self, node: Node<'a, 'i>) {
        let read = drawing::read(node, self.relationships);
        if read.has_chart && !std::mem::replace(&mut self.said.chart, true) {
            let fix = "put a picture of it in its place (copy it, then paste it as a picture)";
            self.report.warning(self.place(), "a chart or a diagram was left out", fix);
        }
        for (source, alt) in read.pictures {
            let alt = self.clean(&alt);
            self.beside.push(Beside::Picture(Picture { line: self.line, source, alt }));
        }
        self.beside.extend(read.boxes.into_iter().map(Beside::Box));
    }

    /// Text without what only a font of its own would show.
    fn text(&mut self, text: &str, font: &str) -> String {
        let text = self.clean(text);
        let mut shown = String::with_capacity(text.len());
        for c in text.chars() {
            if symbols::is_private(c) {
                match symbols::sign(font, u32::from(c)) {
                    Some(sign) => shown.push(sign),
                    None => self.unknown_sign(),
                }
            } else if c == '\n' {
                // Line ends of the XML are blanks; those that are meant are elements.
                shown.push(' ');
            } else if c != '\u{AD}' {
                shown.push(c);
            }
        }
        shown
    }

    fn clean(&mut self, text: &str) -> String {
        let at = self.place();
        characters::clean(text, at, self.report).replace(characters::LINE_BREAK, " ")
    }

    fn unknown_sign(&mut self) {
        if !std::mem::replace(&mut self.said.sign, true) {
            let fix = "write it in words, or as a picture";
            self.report.warning(self.place(), "a character of a symbol font was left out", fix);
        }
    }
}
