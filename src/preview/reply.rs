//! An answer as it goes over the wire. Allows no other site to read or embed what it holds.

use super::media;
use crate::fingerprint;

#[derive(Debug)]
pub struct Answer {
    pub status: u16,
    pub(super) headers: Vec<(&'static str, String)>,
    pub body: Vec<u8>,
    /// The body is measured and not sent.
    pub(super) bodiless: bool,
}

impl Answer {
    /// To what is no request at all.
    pub fn refusal(status: u16) -> Self {
        Self::text(status, reason(status))
    }

    pub(super) fn of(status: u16, kind: &str, body: impl Into<Vec<u8>>) -> Self {
        Self { status, headers: vec![("Content-Type", kind.to_owned())], body: body.into(), bodiless: false }
    }

    pub(super) fn text(status: u16, text: &str) -> Self {
        Self::of(status, media::TEXT, format!("{text}\n"))
    }

    pub(super) fn page(status: u16, body: Vec<u8>) -> Self {
        Self::of(status, media::HTML, body)
    }

    pub(super) fn moved(status: u16, to: &str) -> Self {
        Self::text(status, to).with("Location", to)
    }

    pub(super) fn with(mut self, name: &'static str, value: &str) -> Self {
        self.headers.push((name, value.to_owned()));
        self
    }

    pub fn header(&self, name: &str) -> Option<&str> {
        self.headers.iter().find(|(known, _)| known.eq_ignore_ascii_case(name)).map(|(_, value)| value.as_str())
    }

    /// FNV-1a over type and bytes, with their length: the same for the same answer on every machine.
    /// Two versions that meet in all of it do so by chance alone, once in 2^64; nobody has a reason
    /// to make them meet, since whoever can write both can read both.
    pub(super) fn tag(&self) -> String {
        let kind = self.header("Content-Type").unwrap_or_default().as_bytes();
        let hash = fingerprint::of(kind.iter().chain(&self.body));
        format!("\"{:x}-{hash:016x}\"", self.body.len())
    }

    /// As it goes over the wire.
    pub fn bytes(&self) -> Vec<u8> {
        use std::fmt::Write as _;
        let mut head = format!("HTTP/1.1 {} {}\r\n", self.status, reason(self.status));
        for (name, value) in &self.headers {
            let _ = write!(head, "{name}: {value}\r\n");
        }
        let _ = write!(head, "Content-Length: {}\r\n", self.body.len());
        // To be asked for anew each time; never guessed at; neither read nor shown by another site.
        head.push_str(
            "Cache-Control: no-cache\r\nX-Content-Type-Options: nosniff\r\n\
             Cross-Origin-Resource-Policy: same-origin\r\nConnection: close\r\n\r\n",
        );
        let mut bytes = head.into_bytes();
        if !self.bodiless {
            bytes.extend_from_slice(&self.body);
        }
        bytes
    }
}

fn reason(status: u16) -> &'static str {
    match status {
        200 => "OK",
        301 => "Moved Permanently",
        302 => "Found",
        304 => "Not Modified",
        400 => "Bad Request",
        403 => "Forbidden",
        404 => "Not Found",
        405 => "Method Not Allowed",
        431 => "Request Header Fields Too Large",
        _ => "Internal Server Error",
    }
}
