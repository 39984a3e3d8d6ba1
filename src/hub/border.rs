//! Nobody out there may lead us into the network that we stand in: from a public address on, no name
//! and no number of a machine here is followed.
//!
//! Names are looked at when they are resolved for the very connection, so a name that means another
//! machine the second time gains nothing. What a proxy resolves it answers for itself; of that only
//! the name is judged here.

use std::error::Error;
use std::fmt;
use std::net::{SocketAddr, ToSocketAddrs as _};
use std::sync::{Mutex, MutexGuard, PoisonError};

use reqwest::dns::{Addrs, Name, Resolve, Resolving};
use url::Url;

use crate::link::{is_local, is_private};

/// The way led to a machine of a private network.
#[derive(Debug)]
pub struct Closed;

impl fmt::Display for Closed {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a public address led to one of a private network")
    }
}

impl Error for Closed {}

/// What is known of the request under way.
#[derive(Debug, Default)]
struct Crossing {
    /// As the resolver is asked for it: proxies have other names, and are the environment's choice.
    host: String,
    closed: bool,
    resolved: bool,
}

#[derive(Debug, Default)]
pub struct Border(Mutex<Crossing>);

impl Border {
    fn crossing(&self) -> MutexGuard<'_, Crossing> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Before a request. `closed` where a public address led here.
    pub fn approach(&self, url: &Url, closed: bool) -> Result<(), Closed> {
        *self.crossing() = Crossing { host: name(url).to_owned(), closed, resolved: false };
        if closed && is_local(url) { Err(Closed) } else { Ok(()) }
    }

    /// After it: whether a public address answered. Behind a proxy only the name can tell.
    pub fn was_public(&self, url: &Url, peer: Option<SocketAddr>) -> bool {
        match peer {
            Some(peer) if self.crossing().resolved => !is_private(peer.ip()),
            _ => !is_local(url),
        }
    }
}

impl Resolve for Border {
    fn resolve(&self, name: Name) -> Resolving {
        let asked = name.as_str().to_owned();
        let closed = {
            let mut crossing = self.crossing();
            let is_target = crossing.host.eq_ignore_ascii_case(&asked);
            crossing.resolved |= is_target;
            is_target && crossing.closed
        };
        Box::pin(async move {
            // Looking up a name blocks, and must not keep the time limit from being noticed.
            let found = tokio::task::spawn_blocking(move || (asked.as_str(), 0).to_socket_addrs()).await??;
            let mut found: Vec<SocketAddr> = found.collect();
            if closed {
                found.retain(|address| !is_private(address.ip()));
                if found.is_empty() {
                    return Err(Closed.into());
                }
            }
            Ok(Box::new(found.into_iter()) as Addrs)
        })
    }
}

fn name(url: &Url) -> &str {
    url.host_str().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_judged_by_what_it_means_at_the_connection() {
        let border = Border::default();
        let url = Url::parse("http://localhost/").expect("a URL");
        let runtime = tokio::runtime::Builder::new_current_thread().build().expect("a runtime");
        let meant = |name: &str| runtime.block_on(border.resolve(name.parse().expect("a name"))).map(Iterator::count);
        let _ = border.approach(&url, true);
        assert!(meant("localhost").is_err_and(|error| error.is::<Closed>()));
        let _ = border.approach(&Url::parse("http://news.example.org/").expect("a URL"), true);
        assert!(meant("localhost").is_ok_and(|count| count > 0), "a proxy may be of this network");
        let _ = border.approach(&url, false);
        assert!(meant("localhost").is_ok_and(|count| count > 0));
        assert!(!border.was_public(&url, Some(([127, 0, 0, 1], 80).into())));
        assert!(border.was_public(&url, Some(([93, 184, 216, 34], 80).into())), "who answered counts, not the name");
    }

    #[test]
    fn a_closed_border_lets_no_local_name_or_number_pass() {
        let border = Border::default();
        for address in [
            "http://127.1/",
            "http://0x7f.1/",
            "http://[::1]/",
            "http://localhost/",
            "http://a.internal/",
            "http://nas/",
        ] {
            let url = Url::parse(address).expect("a URL");
            assert!(border.approach(&url, true).is_err(), "{address}");
            assert!(border.approach(&url, false).is_ok(), "{address}");
            assert!(!border.was_public(&url, None), "{address}");
        }
        let url = Url::parse("https://news.example.org/").expect("a URL");
        assert!(border.approach(&url, true).is_ok());
        assert!(border.was_public(&url, None), "a proxy's own address says nothing");
    }
}
