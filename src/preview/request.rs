//! One request, as far as the preview goes by it. Refuses what is longer than a browser's ever is,
//! and leaves the body, which no request here can have, unread.

/// The most bytes from the first line to the blank one.
pub const LONGEST_HEAD: usize = 16 * 1024;
const MOST_HEADERS: usize = 64;

#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Request {
    pub method: String,
    /// As it was sent: escaped, with its query.
    pub target: String,
    /// `None` unless there is exactly one.
    pub host: Option<String>,
    pub accept: String,
    /// What a browser wants it for (`Sec-Fetch-Dest`).
    pub destination: String,
    pub if_none_match: Option<String>,
}

/// What the bytes that came so far are.
#[derive(Debug, PartialEq, Eq)]
pub enum Head {
    Whole(Request),
    Unfinished,
    Broken,
    TooLong,
}

impl Request {
    pub fn read(bytes: &[u8]) -> Head {
        let mut headers = [httparse::EMPTY_HEADER; MOST_HEADERS];
        let mut parsed = httparse::Request::new(&mut headers);
        match parsed.parse(bytes) {
            Ok(httparse::Status::Complete(_)) => Head::Whole(Self::of(&parsed)),
            Ok(httparse::Status::Partial) if bytes.len() < LONGEST_HEAD => Head::Unfinished,
            Ok(httparse::Status::Partial) | Err(httparse::Error::TooManyHeaders) => Head::TooLong,
            Err(_) => Head::Broken,
        }
    }

    fn of(parsed: &httparse::Request) -> Self {
        let all = |name: &str| -> Vec<String> {
            let named = parsed.headers.iter().filter(|header| header.name.eq_ignore_ascii_case(name));
            named.map(|header| String::from_utf8_lossy(header.value).trim().to_owned()).collect()
        };
        let mut hosts = all("host");
        let several = Some(all("if-none-match")).filter(|tags| !tags.is_empty());
        Self {
            method: parsed.method.unwrap_or_default().to_owned(),
            target: parsed.path.unwrap_or_default().to_owned(),
            host: hosts.pop().filter(|_| hosts.is_empty()),
            accept: all("accept").join(", "),
            destination: all("sec-fetch-dest").join(", "),
            if_none_match: several.map(|tags| tags.join(", ")),
        }
    }

    /// Whether it was sent to this machine by one of its own names. A page elsewhere can have its name
    /// point to this machine, but not send another name than its own; without this test it could read
    /// a text under embargo.
    pub(super) fn is_for(&self, port: u16) -> bool {
        ["127.0.0.1", "localhost", "[::1]"].iter().any(|name| self.names(name, port))
    }

    /// Whether it was sent to the name that all links have. Pages under two names would be strangers
    /// to each other.
    pub(super) fn is_at_home(&self, port: u16) -> bool {
        self.names("127.0.0.1", port)
    }

    fn names(&self, name: &str, port: u16) -> bool {
        let Some(host) = &self.host else { return false };
        // Only the port that HTTP has by default may go without saying.
        host.eq_ignore_ascii_case(&format!("{name}:{port}")) || port == 80 && host.eq_ignore_ascii_case(name)
    }

    /// The path with its escapes undone, once; `None` for what is no path.
    pub(super) fn path(&self) -> Option<Vec<u8>> {
        let path = self.target.split(['?', '#']).next().unwrap_or_default();
        path.starts_with('/').then(|| unescaped(path))?
    }

    /// Whether a person is to look at the answer, and not a reader of feeds.
    pub(super) fn is_by_a_person(&self) -> bool {
        self.destination == "document" || self.accept.contains("text/html")
    }

    pub(super) fn names_tag(&self, tag: &str) -> bool {
        let Some(tags) = &self.if_none_match else { return false };
        // `W/` is no matter here (RFC 9110 13.1.2); our tags hold no comma.
        tags.split(',').map(str::trim).any(|known| known == "*" || known.strip_prefix("W/").unwrap_or(known) == tag)
    }

    /// The version that a page has, which asks for the next one.
    pub fn awaits(&self, port: u16) -> Option<&str> {
        let query = self.target.strip_prefix(super::VERSION)?.strip_prefix("?seen=")?;
        (self.method == "GET" && self.is_at_home(port)).then_some(query)
    }
}

pub(super) fn unescaped(path: &str) -> Option<Vec<u8>> {
    let mut bytes = path.bytes();
    let mut plain = Vec::with_capacity(path.len());
    while let Some(byte) = bytes.next() {
        plain.push(if byte == b'%' { 16 * digit(bytes.next()?)? + digit(bytes.next()?)? } else { byte });
    }
    Some(plain)
}

fn digit(byte: u8) -> Option<u8> {
    char::from(byte).to_digit(16).and_then(|digit| u8::try_from(digit).ok())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sent_to(host: &str) -> Request {
        Request { host: Some(host.to_owned()), ..Request::default() }
    }

    #[test]
    fn only_this_machine_s_own_names_with_the_port_are_answered_to() {
        for own in ["127.0.0.1:8000", "localhost:8000", "LocalHost:8000", "[::1]:8000"] {
            assert!(sent_to(own).is_for(8000), "{own}");
        }
        for foreign in [
            "",
            "127.0.0.1",
            "localhost",
            "[::1]",
            "localhost:80",
            "localhost:08000",
            "evil.example:8000",
            "localhost.evil.example:8000",
            "evil.example",
            "127.0.0.1:8000:8000",
            "127.0.0.1.:8000",
            "a@localhost:8000",
        ] {
            assert!(!sent_to(foreign).is_for(8000), "{foreign}");
        }
        assert!(sent_to("localhost").is_for(80));
        assert!(!sent_to("localhost:8000").is_at_home(8000));
    }

    #[test]
    fn a_host_that_is_named_twice_or_never_is_none() {
        let Head::Whole(twice) = Request::read(b"GET / HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n") else {
            panic!("a whole request")
        };
        assert_eq!(twice.host, None);
        assert!(!twice.is_for(8000));
    }

    #[test]
    fn escapes_are_undone_once_and_broken_ones_make_no_path() {
        let path = |target: &str| Request { target: target.to_owned(), ..Request::default() }.path();
        assert_eq!(path("/a%20b?c=%"), Some(b"/a b".to_vec()));
        assert_eq!(path("/%252e%252e/"), Some(b"/%2e%2e/".to_vec()));
        for none in ["/%", "/%2", "/%zz", "/%+1", "http://127.0.0.1/", "*", ""] {
            assert_eq!(path(none), None, "{none}");
        }
    }

    #[test]
    fn a_head_without_end_is_too_long() {
        let mut bytes = b"GET / HTTP/1.1\r\nX: ".to_vec();
        assert_eq!(Request::read(&bytes), Head::Unfinished);
        bytes.resize(LONGEST_HEAD, b'a');
        assert_eq!(Request::read(&bytes), Head::TooLong);
        assert_eq!(Request::read(b"\x16\x03\x01\x02\x00\x01"), Head::Broken);
    }

    #[test]
    fn a_tag_is_known_among_others_weak_or_by_a_star() {
        let known = |tags: &str| Request { if_none_match: Some(tags.to_owned()), ..Request::default() };
        for tags in ["\"a\"", "W/\"a\"", "\"b\", \"a\"", "*"] {
            assert!(known(tags).names_tag("\"a\""), "{tags}");
        }
        assert!(!known("\"b\"").names_tag("\"a\""));
        assert!(!Request::default().names_tag("\"a\""));
    }
}
