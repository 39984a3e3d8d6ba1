//! What another program fills in or includes, as in `{% endblock %}`, `{# a note #}` or `<% share %>`: no words
//! of a release. It is taken out before a page is read; every line stays where it is.
//!
//! What nobody reads may hold the release back: an embargo in it is an error.

use std::borrow::Cow;

use super::{HoldsBack, STATE_IT};
use crate::manuscript::{Remark, Stands};
use crate::problem::{Place, Report};

/// The signs around code.
pub const SIGNS: [(&str, &str); 3] = [("{%", "%}"), ("{#", "#}"), ("<%", "%>")];
/// Code goes on no further than this, in bytes.
const LONGEST: usize = 4096;

/// The text without it, what its comments say put by. Its first line has the number `first_line`.
pub fn without<'t>(
    text: &'t str,
    first_line: usize,
    holds_back: HoldsBack,
    remarks: &mut Vec<Remark>,
    report: &mut Report,
) -> Cow<'t, str> {
    if !SIGNS.iter().any(|(opener, _)| text.contains(opener)) {
        return Cow::Borrowed(text);
    }
    // No comment that is left open is looked for more than once.
    let last_end = text.rfind("endcomment").unwrap_or(0);
    let (mut out, mut rest, mut line, mut told) = (String::with_capacity(text.len()), text, first_line, false);
    while let Some(at) = rest.find(['{', '<']) {
        let (before, here) = rest.split_at(at);
        out.push_str(before);
        line += before.matches('\n').count();
        let code = code(here, text.len() - here.len() < last_end);
        if code.is_empty() {
            out.push_str(&here[..1]);
            rest = &here[1..];
            continue;
        }
        let words = code.replace(['{', '}', '%', '#', '<', '>', '=', '"', '\''], " ");
        if words.lines().any(|words| holds_back(words.trim())) {
            let what = "code of another program speaks of an embargo or a withdrawal";
            report.error(Place::line(line), what, STATE_IT).holding().found(code.trim());
        } else if !std::mem::replace(&mut told, true) {
            let what = "what another program would include was left out";
            report.warning(Place::line(line), what, "delete it, or say it in the text").found(code);
        }
        if let Some(said) = comment(code) {
            let text = said.to_owned();
            remarks.push(Remark { at: Place::line(line), text, stands: Stands::InCode });
        }
        let lines = code.matches('\n').count();
        out.extend(std::iter::repeat_n('\n', lines));
        line += lines;
        rest = &here[code.len()..];
    }
    out.push_str(rest);
    Cow::Owned(out)
}

/// What `{# ... #}` or `{% comment %} ... {% endcomment %}` says.
fn comment(code: &str) -> Option<&str> {
    let inner = code.strip_prefix("{#").and_then(|code| code.strip_suffix("#}"));
    inner.or_else(|| {
        let (opener, rest) = code.split_once("%}")?;
        opener.contains("comment").then(|| rest.rsplit_once("{%").map_or(rest, |(said, _)| said))
    })
}

/// The code that a text begins with, all of a comment where it may end; nothing where it begins with none.
fn code(here: &str, comments_end: bool) -> &str {
    let Some((opener, closer)) = SIGNS.into_iter().find(|(opener, _)| here.starts_with(opener)) else { return "" };
    let near = crate::characters::at_most(here, LONGEST);
    let Some(end) = near[opener.len()..].find(closer).map(|end| opener.len() + end + closer.len()) else { return "" };
    let is = |code: &str, word: &str| code[opener.len()..].trim_start_matches(['-', ' ']).starts_with(word);
    if opener != "{%" || !comments_end || !is(here, "comment") {
        return &here[..end];
    }
    let mut closers = here[end..].match_indices(opener).map(|(at, _)| end + at);
    let Some(last) = closers.find(|at| is(&here[*at..], "endcomment")) else { return &here[..end] };
    here[last..].find(closer).map_or(&here[..end], |behind| &here[..last + behind + closer.len()])
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> (String, Vec<String>) {
        let mut report = Report::new("a.html");
        let words = without(text, 1, |words| words.contains("embargo"), &mut Vec::new(), &mut report).into_owned();
        (words, report.problems.iter().map(crate::problem::Problem::human).collect())
    }

    #[test]
    fn code_is_taken_out_and_lines_keep_their_numbers() {
        for (text, words) in [
            ("{% block a %}\n<h1>A</h1>{%endblock%}", "\n<h1>A</h1>"),
            ("a {# b\nc #}<%= d %>e", "a \ne"),
            ("a {% comment %}b\n{% if c %}{% endcomment %} d", "a \n d"),
            ("a { b } <c> {{ d }} 5 {% of", "a { b } <c> {{ d }} 5 {% of"),
        ] {
            assert_eq!(read(text).0, words, "{text}");
        }
        assert_eq!(read("a\n{% if b %}c{% endif %}").1.len(), 1);
        assert!(read("a\n{# embargo until Friday #}").1[0].starts_with("a.html:2:1: code of another program speaks"));
    }
}
