//! Where the server listens.

use std::io;
use std::net::{IpAddr, Ipv4Addr, SocketAddr, TcpListener, ToSocketAddrs};

use thiserror::Error;

use super::Options;

/// The port that is tried first where none is asked for.
const PORT: u16 = 4040;

/// How many ports are tried.
const ATTEMPTS: u16 = 20;

/// Why no connection can be taken.
#[derive(Debug, Error)]
pub enum ListenError {
    #[error("`{host}` is no address of this machine")]
    Host { host: String, source: io::Error },
    #[error("could not listen on `{address}`")]
    Bind { address: SocketAddr, source: io::Error },
}

impl ListenError {
    /// Returns what to try next, where that is known.
    pub fn help(&self) -> Option<&'static str> {
        match self {
            Self::Host { .. } => Some("give an address such as `--host 127.0.0.1`, or `--host 0.0.0.0` for all"),
            Self::Bind { source, .. } if source.kind() == io::ErrorKind::AddrInUse => {
                Some("choose another port with `--port`, or leave `--port` out to take a free one")
            }
            Self::Bind { .. } => None,
        }
    }
}

/// Binds the address that `options` name.
pub(super) fn listen(options: &Options) -> Result<(TcpListener, SocketAddr), ListenError> {
    let ip = ip(options.host.as_deref())?;
    let bound = match options.port {
        Some(port) => bind(SocketAddr::new(ip, port)),
        None => first_free(ip),
    };
    let listener = bound?;
    let failed = |source| ListenError::Bind { address: SocketAddr::new(ip, options.port.unwrap_or(PORT)), source };
    listener.set_nonblocking(true).map_err(failed)?;
    let address = listener.local_addr().map_err(failed)?;
    Ok((listener, address))
}

/// Binds the first port that nobody listens on.
fn first_free(ip: IpAddr) -> Result<TcpListener, ListenError> {
    let mut taken = bind(SocketAddr::new(ip, PORT));
    for port in PORT + 1..PORT + ATTEMPTS {
        match &taken {
            Err(ListenError::Bind { source, .. }) if source.kind() == io::ErrorKind::AddrInUse => {}
            _ => break,
        }
        taken = bind(SocketAddr::new(ip, port));
    }
    taken
}

fn bind(address: SocketAddr) -> Result<TcpListener, ListenError> {
    TcpListener::bind(address).map_err(|source| ListenError::Bind { address, source })
}

fn ip(host: Option<&str>) -> Result<IpAddr, ListenError> {
    let Some(host) = host else { return Ok(Ipv4Addr::LOCALHOST.into()) };
    let failed = |source| ListenError::Host { host: host.to_owned(), source };
    let bare = host.trim_start_matches('[').trim_end_matches(']');
    let mut addresses = (bare, 0).to_socket_addrs().map_err(failed)?;
    let address = addresses.next().ok_or_else(|| failed(io::ErrorKind::NotFound.into()))?;
    Ok(address.ip())
}

/// Returns the URL that a browser on this machine can open.
pub(super) fn url(address: SocketAddr, host: Option<&str>) -> String {
    let named = host.filter(|host| host.parse::<IpAddr>().is_err() && !host.starts_with('['));
    match (named, address.ip().is_unspecified()) {
        (Some(name), _) => format!("http://{name}:{}/", address.port()),
        (None, true) => format!("http://localhost:{}/", address.port()),
        (None, false) => format!("http://{address}/"),
    }
}
