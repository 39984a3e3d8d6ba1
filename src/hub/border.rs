//! Nobody out there may lead us into the network that we stand in: from a public address on, no name
//! and no number of a machine here is followed.
//!
//! Names are looked at when they are resolved for the very connection, so a name that means another
//! machine the second time gains nothing. What a proxy resolves it answers for itself; of that only
//! the name is judged here.

use std::error::Error;
use std::fmt;
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr, ToSocketAddrs as _};
use std::sync::{Mutex, MutexGuard, PoisonError};

use reqwest::dns::{Addrs, Name, Resolve, Resolving};
use url::{Host, Url};

use crate::link;

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
        if closed && is_here(url) { Err(Closed) } else { Ok(()) }
    }

    /// After it: whether a public address answered. Behind a proxy only the name can tell.
    pub fn was_public(&self, url: &Url, peer: Option<SocketAddr>) -> bool {
        match peer {
            Some(peer) if self.crossing().resolved => !is_private(peer.ip()),
            _ => !is_here(url),
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

/// Whether an address says by itself that it is of this machine or network.
fn is_here(url: &Url) -> bool {
    match url.host() {
        Some(Host::Ipv4(ip)) => is_private(ip.into()),
        Some(Host::Ipv6(ip)) => is_private(ip.into()),
        _ => link::is_local(url),
    }
}

/// Whether an address is of no use outside a network, or of another use than talking to a site.
fn is_private(ip: IpAddr) -> bool {
    match ip {
        IpAddr::V4(ip) => is_private_v4(ip),
        IpAddr::V6(ip) => is_private_v6(ip),
    }
}

fn is_private_v4(ip: Ipv4Addr) -> bool {
    let [first, second, third, _] = ip.octets();
    ip.is_loopback()
        || ip.is_private()
        || ip.is_link_local()
        || ip.is_multicast()
        || ip.is_broadcast()
        || first == 0
        // Carriers' own networks (RFC 6598), where clouds keep their metadata, too.
        || first == 100 && second & 0b1100_0000 == 64
        // Protocol assignments and measuring networks (RFC 6890, RFC 2544).
        || (first, second, third) == (192, 0, 0)
        || first == 198 && second & 0b1111_1110 == 18
        || first >= 240
}

fn is_private_v6(ip: Ipv6Addr) -> bool {
    // The IPv4 address inside: mapped, compatible, NAT64 (RFC 6052) and 6to4 (RFC 3056).
    let inside = |high: u16, low: u16| {
        let ([a, b], [c, d]) = (high.to_be_bytes(), low.to_be_bytes());
        is_private_v4(Ipv4Addr::new(a, b, c, d))
    };
    let inner = match ip.segments() {
        [0, 0, 0, 0, 0, 0 | 0xFFFF, high, low] | [0x64, 0xFF9B, 0, 0, 0, 0, high, low] | [0x2002, high, low, ..] => {
            inside(high, low)
        }
        _ => false,
    };
    inner
        || ip.is_loopback()
        || ip.is_unspecified()
        || ip.is_multicast()
        || ip.is_unique_local()
        || ip.is_unicast_link_local()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn private_addresses_are_known_in_every_writing() {
        for private in [
            "127.0.0.1",
            "10.1.2.3",
            "172.31.0.1",
            "192.168.1.1",
            "169.254.169.254",
            "100.100.100.200",
            "0.0.0.0",
            "224.0.0.1",
            "255.255.255.255",
            "198.18.0.1",
            "192.0.0.192",
            "::1",
            "::",
            "fe80::1",
            "fd00::1",
            "ff02::1",
            "::ffff:10.0.0.1",
            "64:ff9b::7f00:1",
            "2002:7f00:1::1",
        ] {
            assert!(is_private(private.parse().expect("an address")), "{private}");
        }
        for public in ["93.184.216.34", "100.128.0.1", "172.32.0.1", "2606:2800:220:1::1", "::ffff:93.184.216.34"] {
            assert!(!is_private(public.parse().expect("an address")), "{public}");
        }
    }

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
