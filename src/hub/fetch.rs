//! One request and its answer, within limits of size, time and redirects.
//!
//! Asks as a hub would: the exact address, `Accept: */*`, no compression, no condition, no cookie, a
//! connection of its own. A proxy is taken from the environment (`HTTP_PROXY`, `HTTPS_PROXY`,
//! `ALL_PROXY`, `NO_PROXY`). Refuses to be led from a public address to a private one, from `https` to
//! `http`, or in circles; to turn a POST into a GET; to read more than it is told to.
//!
//! No message holds an address with its user, password or query (rule 13).

use std::error::Error;
use std::fmt;
use std::io::Read as _;
use std::sync::Arc;
use std::time::{Duration, Instant};

use reqwest::blocking::{Client, Response};
use reqwest::header::{ACCEPT, ACCEPT_ENCODING, CONTENT_TYPE, HeaderMap, LOCATION};
use reqwest::{Method, redirect};
use url::Url;

use super::border::{Border, Closed};
use crate::link;

const CONNECTING: Duration = Duration::from_secs(10);
const MOST_REDIRECTS: usize = 5;

/// Asks one thing at a time; make one for each thread.
#[derive(Debug)]
pub struct Fetcher {
    client: Client,
    border: Arc<Border>,
}

/// Whatever the status is.
#[derive(Debug)]
pub struct Reply {
    pub status: u16,
    /// Where the answer came from in the end.
    pub url: Url,
    /// The addresses that led there, the first one first; empty where nothing was redirected.
    pub redirects: Vec<Url>,
    /// A public address answered, or was on the way: where this leads is asked for with [`Fetcher::lead`].
    pub public: bool,
    pub body: Vec<u8>,
    /// The body went on, and was left there.
    pub cut: bool,
    headers: HeaderMap,
}

impl Reply {
    /// A header's value, when it is text. Names are told apart without regard to case.
    pub fn header(&self, name: &str) -> Option<&str> {
        self.headers.get(name)?.to_str().ok()
    }

    pub fn is_success(&self) -> bool {
        (200..300).contains(&self.status)
    }

    /// Where a redirect leads that was not followed.
    pub fn location(&self) -> Option<Url> {
        target(&self.url, &self.headers).filter(|_| (300..400).contains(&self.status))
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// Nobody could be asked: no such name, no connection, no trust.
    Unreachable,
    TimedOut,
    /// The answer ended before its time, or was none.
    Broken,
    /// Redirects led where nobody follows.
    Astray,
    /// This machine can't ask at all.
    Unable,
}

/// Why there is no answer, in words that hold no secret.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    pub kind: Kind,
    why: String,
}

impl Fault {
    fn new(kind: Kind, why: impl Into<String>) -> Self {
        Self { kind, why: why.into() }
    }

    /// Whether it may be otherwise in a moment.
    pub fn is_passing(&self) -> bool {
        matches!(self.kind, Kind::Unreachable | Kind::TimedOut | Kind::Broken)
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.why)
    }
}

impl Error for Fault {}

impl Fetcher {
    /// # Errors
    /// When this machine has no certificates to trust.
    pub fn new() -> Result<Self, Fault> {
        // A second time it is there already, which is as good.
        let _ = rustls::crypto::ring::default_provider().install_default();
        let border = Arc::new(Border::default());
        let client = Client::builder()
            .user_agent(concat!("dateline/", env!("CARGO_PKG_VERSION")))
            .redirect(redirect::Policy::none())
            .connect_timeout(CONNECTING)
            // Of two machines behind a name each is to have its turn.
            .pool_max_idle_per_host(0)
            .dns_resolver(Arc::clone(&border))
            .build()
            .map_err(|error| {
                Fault::new(
                    Kind::Unable,
                    format!("this machine can't ask anybody: {}; install `ca-certificates`", cause(&error)),
                )
            })?;
        Ok(Self { client, border })
    }

    /// GET, with all redirects followed. Reads no more than `largest` bytes of the body and takes no
    /// longer than `within`, redirects and all; a body that dribbles may take it twice.
    ///
    /// # Errors
    /// When there is no answer. A status of failure is an answer.
    pub fn get(&mut self, url: &Url, largest: usize, within: Duration) -> Result<Reply, Fault> {
        self.follow(url, None, false, largest, within)
    }

    /// GET of an address that an answer named, which a public one may have been: nothing of this network is asked.
    ///
    /// # Errors
    /// As [`Fetcher::get`].
    pub fn lead(&mut self, url: &Url, largest: usize, within: Duration) -> Result<Reply, Fault> {
        self.follow(url, None, true, largest, within)
    }

    /// POST of a form that is encoded already. Of redirects only 307 and 308 are followed, with the
    /// same form; any other is the answer.
    ///
    /// # Errors
    /// As [`Fetcher::get`].
    pub fn post(&mut self, url: &Url, form: &str, largest: usize, within: Duration) -> Result<Reply, Fault> {
        self.follow(url, Some(form), false, largest, within)
    }

    fn follow(
        &mut self,
        url: &Url,
        form: Option<&str>,
        mut closed: bool,
        largest: usize,
        within: Duration,
    ) -> Result<Reply, Fault> {
        let end = Instant::now() + within;
        let mut url = url.clone();
        let mut redirects = Vec::new();
        loop {
            let closed_to = |_| astray(&url, &Closed.to_string());
            self.border.approach(&url, closed).map_err(closed_to)?;
            let left = end.saturating_duration_since(Instant::now());
            let response = self.send(&url, form, left).map_err(|error| fault(&error, &url, within))?;
            closed |= self.border.was_public(&url, response.remote_addr());
            let next = target(&url, response.headers()).filter(|_| is_followed(response.status().as_u16(), form));
            let Some(next) = next else {
                let reply = read(response, url, largest, within, end)?;
                return Ok(Reply { redirects, public: closed, ..reply });
            };
            if redirects.len() == MOST_REDIRECTS {
                return Err(astray(&next, &format!("more than {MOST_REDIRECTS} redirects")));
            }
            if url.scheme() == "https" && next.scheme() != "https" {
                return Err(astray(&next, "https led to what is not https"));
            }
            redirects.push(std::mem::replace(&mut url, next));
        }
    }

    fn send(&self, url: &Url, form: Option<&str>, within: Duration) -> reqwest::Result<Response> {
        let method = if form.is_some() { Method::POST } else { Method::GET };
        let mut request = self.client.request(method, url.clone()).timeout(within);
        request = request.header(ACCEPT, "*/*").header(ACCEPT_ENCODING, "identity");
        if let Some(form) = form {
            request = request.header(CONTENT_TYPE, "application/x-www-form-urlencoded").body(form.to_owned());
        }
        request.send()
    }
}

fn is_followed(status: u16, form: Option<&str>) -> bool {
    matches!(status, 307 | 308) || form.is_none() && matches!(status, 301..=303)
}

fn target(from: &Url, headers: &HeaderMap) -> Option<Url> {
    let mut url = from.join(headers.get(LOCATION)?.to_str().ok()?).ok()?;
    url.set_fragment(None);
    (matches!(url.scheme(), "http" | "https") && url.has_host()).then_some(url)
}

fn read(mut response: Response, url: Url, largest: usize, within: Duration, end: Instant) -> Result<Reply, Fault> {
    let (status, headers) = (response.status().as_u16(), response.headers().clone());
    let mut body = Vec::new();
    let mut piece = [0; 16 * 1024];
    while body.len() <= largest {
        match response.read(&mut piece) {
            Ok(0) => break,
            Ok(length) => body.extend_from_slice(&piece[..length]),
            Err(error) => return Err(broken_off(&error, within)),
        }
        // Each piece may take its time, all of them together may not.
        if Instant::now() > end {
            return Err(late(within));
        }
    }
    let cut = body.len() > largest;
    body.truncate(largest);
    Ok(Reply { status, url, redirects: Vec::new(), public: false, body, cut, headers })
}

fn late(within: Duration) -> Fault {
    Fault::new(Kind::TimedOut, format!("no whole answer within {} s", within.as_secs_f32().ceil()))
}

fn astray(to: &Url, why: &str) -> Fault {
    Fault::new(Kind::Astray, format!("{why}: {}", link::without_secrets(to)))
}

fn fault(error: &reqwest::Error, url: &Url, within: Duration) -> Fault {
    if causes(error).any(<dyn Error>::is::<Closed>) {
        return astray(url, &Closed.to_string());
    }
    match () {
        () if error.is_timeout() && !error.is_connect() => late(within),
        () if error.is_timeout() => Fault::new(Kind::TimedOut, "no connection in time"),
        () if error.is_connect() => Fault::new(Kind::Unreachable, format!("can't be reached: {}", cause(error))),
        () if error.is_builder() => Fault::new(Kind::Unable, format!("can't be asked: {}", cause(error))),
        () => Fault::new(Kind::Broken, format!("gave no answer: {}", cause(error))),
    }
}

fn broken_off(error: &std::io::Error, within: Duration) -> Fault {
    // What an `io::Error` wraps is no cause of its own.
    let inner = error.get_ref().and_then(|inner| inner.downcast_ref::<reqwest::Error>());
    if error.kind() == std::io::ErrorKind::TimedOut || inner.is_some_and(reqwest::Error::is_timeout) {
        return late(within);
    }
    Fault::new(
        Kind::Broken,
        format!("the answer broke off: {}", inner.map_or_else(|| cause(error), |inner| cause(inner))),
    )
}

fn causes<'a>(error: &'a (dyn Error + 'static)) -> impl Iterator<Item = &'a (dyn Error + 'static)> {
    std::iter::successors(Some(error), |error| (*error).source())
}

/// The last cause alone: reqwest's own words, above it, quote the address.
fn cause(error: &(dyn Error + 'static)) -> String {
    match causes(error).last() {
        Some(last) if !last.is::<reqwest::Error>() => last.to_string(),
        _ => "the request failed".to_owned(),
    }
}
