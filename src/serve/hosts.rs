//! By which names the server answers.
//!
//! A page of another site can have its own name resolve to this machine, and would then read the preview
//! as if it were its own (DNS rebinding). It can't do so by an address, nor by a name that is ours.

use std::net::IpAddr;

use hyper::http::uri::Authority;

/// The names and addresses of the server.
#[derive(Debug)]
pub(super) struct Hosts {
    bound: IpAddr,
    given: Option<String>,
}

impl Hosts {
    /// Returns the names of a server that listens on `bound`, which was `given` as a name or address.
    pub fn new(bound: IpAddr, given: Option<&str>) -> Self {
        Self { bound, given: given.map(plain) }
    }

    /// Tells whether a request to `authority` is meant for this server; the port is free, for it may be forwarded.
    pub fn admit(&self, authority: &Authority) -> bool {
        if authority.as_str().contains('@') {
            return false;
        }
        let host = plain(authority.host());
        match host.parse::<IpAddr>() {
            Ok(ip) => ip.is_loopback() || ip == self.bound || self.bound.is_unspecified(),
            Err(_) => host == "localhost" || host.ends_with(".localhost") || self.given.as_ref() == Some(&host),
        }
    }
}

/// Returns `host` in lower case, without the brackets of an IPv6 address and the dot of the root.
fn plain(host: &str) -> String {
    let host = host.strip_prefix('[').and_then(|host| host.strip_suffix(']')).unwrap_or(host);
    host.strip_suffix('.').unwrap_or(host).to_ascii_lowercase()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn admits(bound: &str, given: Option<&str>, authority: &str) -> bool {
        let authority = authority.parse().expect("an authority");
        Hosts::new(bound.parse().expect("an address"), given).admit(&authority)
    }

    #[test]
    fn loopback_is_always_admitted() {
        for name in ["localhost:4040", "LOCALHOST", "localhost.", "a.localhost", "127.0.0.1", "127.1.2.3:1", "[::1]:80"]
        {
            assert!(admits("127.0.0.1", None, name), "{name}");
        }
    }

    #[test]
    fn other_names_are_not() {
        for name in ["evil.example", "localhost.evil.example", "evillocalhost", "127.0.0.1.evil.example", "10.0.0.1"] {
            assert!(!admits("127.0.0.1", None, name), "{name}");
        }
        assert!(!admits("127.0.0.1", None, "localhost@evil.example"));
        assert!(!admits("127.0.0.1", None, "evil.example@localhost"));
    }

    #[test]
    fn what_was_asked_for_is_admitted() {
        assert!(admits("10.0.0.7", Some("build.lan"), "BUILD.lan:4040"));
        assert!(admits("10.0.0.7", Some("10.0.0.7"), "10.0.0.7"));
        assert!(!admits("10.0.0.7", Some("10.0.0.7"), "10.0.0.8"));
        assert!(admits("0.0.0.0", Some("0.0.0.0"), "10.0.0.8"));
        assert!(!admits("0.0.0.0", Some("0.0.0.0"), "evil.example"));
    }
}
