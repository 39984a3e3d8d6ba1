//! Addresses that may leave the house: absolute, of a scheme that only points or calls.
//!
//! Nothing relative, no `javascript:`, no `data:` can be held by what this module returns.

mod private;

use url::{Host, ParseError, Url};

pub use private::is_private;

/// Schemes a link in a release may have.
const LINK_SCHEMES: [&str; 4] = ["http", "https", "mailto", "tel"];

/// A link target resolved against the address of its release.
pub fn resolve(target: &str, base: &Url) -> Option<Url> {
    let url = match Url::parse(target.trim()) {
        Err(ParseError::RelativeUrlWithoutBase) => base.join(target.trim()).ok()?,
        parsed => parsed.ok()?,
    };
    LINK_SCHEMES.contains(&url.scheme()).then_some(url)
}

/// Whether a target begins at the root of a site, and leads to none of the releases beside the one at `base`.
/// It was meant for the site that the text comes from.
pub fn is_of_another_root(target: &str, base: &Url) -> bool {
    let rooted = target.starts_with('/') && !target.starts_with("//") && target.trim() != "/";
    let beside = base.path().trim_end_matches('/').rsplit_once('/').map_or("", |(releases, _)| releases);
    rooted && !target.starts_with(&format!("{beside}/"))
}

/// An address below the site, whose path is a folder. `path` is of our own making and needs no
/// escaping.
pub fn below(site: &Url, path: &str) -> Url {
    let mut url = site.clone();
    url.set_path(&format!("{}{path}", site.path()));
    url
}

/// An absolute http or https address with a host.
pub fn web(target: &str) -> Option<Url> {
    let url = Url::parse(target.trim()).ok()?;
    (matches!(url.scheme(), "http" | "https") && url.has_host()).then_some(url)
}

/// A path as files are called, of one as addresses write it: "the%20bus.jpg". What can't be read so, or would
/// hold what no name does, stays as it is.
pub fn decoded(path: &str) -> String {
    let mut bytes = Vec::with_capacity(path.len());
    let mut rest = path;
    while let Some((before, behind)) = rest.split_once('%') {
        bytes.extend_from_slice(before.as_bytes());
        let code = behind.get(..2).filter(|code| code.bytes().all(|digit| digit.is_ascii_hexdigit()));
        let Some(byte) = code.and_then(|code| u8::from_str_radix(code, 16).ok()) else { return path.to_owned() };
        bytes.push(byte);
        rest = &behind[2..];
    }
    bytes.extend_from_slice(rest.as_bytes());
    String::from_utf8(bytes).ok().filter(|name| !name.contains(char::is_control)).unwrap_or_else(|| path.to_owned())
}

/// Whether an address says by itself that it can only work on the machine or network it was written on.
pub fn is_local(url: &Url) -> bool {
    match url.host() {
        Some(Host::Domain(name)) => {
            let name = name.trim_end_matches('.');
            name == "localhost"
                || !name.contains('.')
                || [".localhost", ".localdomain", ".local", ".internal", ".lan", ".home.arpa", ".test", ".invalid"]
                    .iter()
                    .any(|end| name.ends_with(end))
        }
        Some(Host::Ipv4(ip)) => is_private(ip.into()),
        Some(Host::Ipv6(ip)) => is_private(ip.into()),
        None => true,
    }
}

/// Whether an address is of the site that another one names: there, or there with TLS.
pub fn is_same_site(url: &Url, named: &Url) -> bool {
    let place = |url: &Url| (url.host_str().map(str::to_owned), url.port_or_known_default());
    match (named.scheme(), url.scheme()) {
        ("http", "https") if named.port().is_none() => url.port().is_none() && url.host_str() == named.host_str(),
        (named_scheme, scheme) => named_scheme == scheme && place(url) == place(named),
    }
}

/// Countries where the 0 of an area is dialled from abroad, too: Italy, San Marino, the Vatican.
const WITH_ZERO: [&str; 3] = ["39", "378", "379"];

/// The `tel:` address (RFC 3966) of a phone number as people write it; of several, the first one's.
pub fn tel(phone: &str) -> Option<Url> {
    let written = phone.trim();
    // "-1722" is the end of somebody else's number.
    if written.starts_with(['-', '–']) {
        return None;
    }
    let international = written.starts_with('+') || written.starts_with("00");
    let digits_of = |text: &str| text.chars().filter(char::is_ascii_digit).collect::<String>();
    // "(0)" is dialled at home only, hardly ever after a country code.
    let written = match written.split_once("(0)") {
        Some((before, after)) if international => {
            let country = digits_of(before);
            let zero = if WITH_ZERO.contains(&country.trim_start_matches('0')) { "0" } else { "" };
            format!("{before}{zero}{after}")
        }
        _ => written.to_owned(),
    };
    let number = written.split(|c: char| c.is_alphabetic() || matches!(c, ',' | ';' | '|')).next().unwrap_or_default();
    let strokes = number.match_indices('/');
    let first = strokes.map(|(at, _)| number.split_at(at)).find_map(|(before, after)| {
        let next = after[1..].split('/').next().unwrap_or_default();
        // "555-5504/-5514" are two ends of one number.
        let is_end = next.trim_start().starts_with(['-', '–']);
        (is_end || is_whole(&digits_of(before), &digits_of(next), international)).then_some(before)
    });
    let number = first.unwrap_or(number);
    let digits = digits_of(number);
    // E.164 allows fifteen digits, besides the "00" that some dial first.
    if digits.len() < 3 || digits.len() > 17 {
        return None;
    }
    let digits = match (international, digits.strip_prefix("00")) {
        (true, Some(rest)) if !written.starts_with('+') => format!("+{rest}"),
        (true, _) => format!("+{digits}"),
        (false, _) => digits,
    };
    Url::parse(&format!("tel:{digits}")).ok()
}

/// Whether what stands before a stroke is a number, and what follows is another one or another's end:
/// "796510 / 796511", "796510/11"; "0351/796510" and "+49 35204/7965" are one.
fn is_whole(before: &str, next: &str, international: bool) -> bool {
    const OF_A_NUMBER: usize = 6;
    let beyond_an_area = if international || before.starts_with('0') { 9 } else { OF_A_NUMBER };
    before.len() >= beyond_an_area || next.len() <= 2 && before.len() >= OF_A_NUMBER
}

/// The address as a message may show it: without user, password and query (rule 13).
pub fn without_secrets(url: &Url) -> String {
    let mut shown = url.clone();
    let _ = shown.set_username("");
    let _ = shown.set_password(None);
    shown.set_query(None);
    shown.set_fragment(None);
    shown.to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn resolved(target: &str) -> Option<String> {
        let base = Url::parse("https://news.example.org/releases/x/").expect("a base");
        resolve(target, &base).map(String::from)
    }

    #[test]
    fn every_form_of_a_relative_link_becomes_absolute() {
        assert_eq!(resolved("#c").as_deref(), Some("https://news.example.org/releases/x/#c"));
        assert_eq!(resolved("//host.example/x").as_deref(), Some("https://host.example/x"));
        assert_eq!(resolved("a b.jpg").as_deref(), Some("https://news.example.org/releases/x/a%20b.jpg"));
        assert_eq!(resolved("https://bücher.example/ü").as_deref(), Some("https://xn--bcher-kva.example/%C3%BC"));
    }

    #[test]
    fn links_that_run_something_are_refused() {
        for target in
            ["javascript:alert(1)", " JaVaScript:alert(1)", "data:text/html,x", "vbscript:x", "file:///etc/passwd"]
        {
            assert_eq!(resolved(target), None, "{target}");
        }
    }

    #[test]
    fn a_phone_number_can_be_called_however_it_is_written() {
        let tel = |phone| tel(phone).map(String::from);
        assert_eq!(tel("+49 (0)30 23125 106").as_deref(), Some("tel:+493023125106"));
        assert_eq!(tel("0043-1-36060-2500").as_deref(), Some("tel:+431360602500"));
        assert_eq!(tel("++1 650-565-9800").as_deref(), Some("tel:+16505659800"));
        assert_eq!(tel("214-653-3600").as_deref(), Some("tel:2146533600"));
        assert_eq!(tel("(0351) 4 88-23 90").as_deref(), Some("tel:0351488 2390".replace(' ', "").as_str()));
        assert_eq!(tel("+49 351 796510 / 796511").as_deref(), Some("tel:+49351796510"));
        assert_eq!(tel("-5514"), None);
        assert_eq!(tel("(0391) 55-5504/-5514").as_deref(), Some("tel:0391555504"));
        assert_eq!(
            tel("+49 (0)30.55 49 84-1510 | -1722").as_deref(),
            Some("tel:+493055 49841510".replace(' ', "").as_str())
        );
        assert_eq!(tel("+39 (0)6 1234 5678").as_deref(), Some("tel:+390612345678"), "Italy dials the 0");
        assert_eq!(tel("00378 (0)549 123456").as_deref(), Some("tel:+3780549123456"));
        assert_eq!(tel("202-358-1726/3895").as_deref(), Some("tel:2023581726"));
        assert_eq!(tel("+49 351 796510-11/-12").as_deref(), Some("tel:+4935179651011"));
        assert_eq!(tel("0351 796510/11").as_deref(), Some("tel:0351796510"));
        assert_eq!(tel("796510 / 796511").as_deref(), Some("tel:796510"));
        assert_eq!(tel("0351/796510/11").as_deref(), Some("tel:0351796510"));
        assert_eq!(tel("0351 / 796510").as_deref(), Some("tel:0351796510"));
        assert_eq!(tel("+49 35204/7965").as_deref(), Some("tel:+49352047965"));
        assert_eq!(tel("call us"), None);
    }

    #[test]
    fn local_addresses_are_known() {
        for url in [
            "http://localhost/",
            "http://127.0.0.1/",
            "http://10.1.2.3/",
            "http://[::1]/",
            "http://press.local/",
            "http://intranet/",
            "http://press.home.arpa/",
            "http://[::ffff:127.0.0.1]/",
            "http://[fec0::1]/",
            "http://100.64.0.1/",
        ] {
            assert!(is_local(&Url::parse(url).expect("a URL")), "{url}");
        }
        assert!(!is_local(&Url::parse("https://news.example.org/").expect("a URL")));
    }

    #[test]
    fn a_site_goes_on_at_its_own_host_and_port_and_never_without_its_tls() {
        let is_same =
            |url: &str, named: &str| is_same_site(&Url::parse(url).expect("a URL"), &Url::parse(named).expect("a URL"));
        let site = "https://news.example.org/";
        assert!(is_same("https://news.example.org:443/a", site));
        assert!(is_same(site, "http://news.example.org/a"));
        assert!(is_same("http://127.0.0.1:8080/a", "http://127.0.0.1:8080/"));
        for other in [
            "http://news.example.org/a",
            "https://news.example.org:8443/a",
            "https://example.org/a",
            "https://news.example.org./",
        ] {
            assert!(!is_same(other, site), "{other}");
        }
        assert!(!is_same("https://127.0.0.1/", "http://127.0.0.1:8080/"));
    }

    #[test]
    fn a_shown_address_holds_no_secret() {
        let url = Url::parse("https://user:S3CR3T@hub.example/p?k=S3CR3T#S3CR3T").expect("a URL");
        assert_eq!(without_secrets(&url), "https://hub.example/p");
    }

    #[test]
    fn a_path_is_decoded_where_all_of_it_can_be() {
        for (path, name) in [
            ("the%20bus%C3%BC.jpg", "the busü.jpg"),
            ("100%.jpg", "100%.jpg"),
            ("a%FFb%20c", "a%FFb%20c"),
            ("a%0Ab", "a%0Ab"),
            ("%+1a", "%+1a"),
        ] {
            assert_eq!(decoded(path), name);
        }
    }
}
