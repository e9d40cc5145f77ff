//! The preview server: a site is built in memory, served, and built anew whenever a file changes.
//!
//! What always holds:
//!
//! - **Nothing is served but what was built.** A request is looked up in a map of paths; no request ever
//!   opens a file.
//! - **The server lives on.** A broken article, a template error, a deleted folder, a panic in a build or
//!   in a request are said and shown; the last good pages stay.
//! - **Only this machine is answered**, unless another address is asked for, and only by its own name: a
//!   page of another site can neither read the preview nor listen to its events.
//! - **No client holds up another**: what a connection may cost is limited, and slow ones are cut.

mod answer;
mod body;
mod browser;
mod connection;
mod hosts;
mod kind;
mod listen;
mod notice;
mod project;
mod range;
mod rebuild;
mod snapshot;
mod stream;
mod watch;

use std::net::SocketAddr;
use std::sync::Arc;
use std::thread::{self, JoinHandle};
use std::time::Duration;

use thiserror::Error;
use tokio::sync::oneshot;

use self::connection::Shared;
use self::hosts::Hosts;
pub use self::listen::ListenError;
pub use self::notice::Notice;
pub use self::project::{Build, Failure, Preview, Project};
use self::rebuild::Rebuilder;
use crate::output::Cancel;

/// How often [`run`] looks whether it is to end.
const GLANCE: Duration = Duration::from_millis(50);

/// Where the preview is served.
#[derive(Debug, Clone, Default)]
pub struct Options {
    /// The address or name to listen on, by which the server may also be called; loopback where there is none.
    pub host: Option<String>,
    /// The port; 0 takes any. Where there is none, the first free one from 4040 on.
    pub port: Option<u16>,
    /// Whether to show the site in the browser.
    pub open: bool,
}

/// Why there is no preview.
#[derive(Debug, Error)]
pub enum ServeError {
    #[error(transparent)]
    Listen(#[from] ListenError),
    /// The first build failed; later ones don't end the server.
    #[error(transparent)]
    Build(#[from] Failure),
    #[error("could not start the server")]
    Start(#[source] std::io::Error),
}

/// A preview that is being served; it ends when this is dropped.
#[derive(Debug)]
pub struct Handle {
    address: SocketAddr,
    cancel: Cancel,
    stop: Option<oneshot::Sender<()>>,
    threads: Vec<JoinHandle<()>>,
}

impl Handle {
    /// Returns where the server listens.
    pub fn address(&self) -> SocketAddr {
        self.address
    }

    /// Ends the server; all connections are closed when this returns.
    pub fn stop(self) {}
}

impl Drop for Handle {
    fn drop(&mut self) {
        self.cancel.cancel();
        drop(self.stop.take());
        for thread in self.threads.drain(..) {
            // Its panic was said when it happened.
            let _ = thread.join();
        }
    }
}

/// Serves what `build` makes until `cancel`; `tell` hears what happens, from several threads.
///
/// # Errors
/// Those of [`start`].
pub fn run(
    options: &Options,
    build: impl Build + 'static,
    cancel: &Cancel,
    tell: impl Fn(&Notice) + Send + Sync + 'static,
) -> Result<(), ServeError> {
    let handle = start(options, build, tell)?;
    while cancel.check().is_ok() {
        thread::sleep(GLANCE);
    }
    handle.stop();
    Ok(())
}

/// Builds and begins to serve what `build` makes, in threads of its own; `tell` hears what happens.
///
/// # Errors
/// The address is taken or is not this machine's, or the first build fails.
pub fn start(
    options: &Options,
    build: impl Build + 'static,
    tell: impl Fn(&Notice) + Send + Sync + 'static,
) -> Result<Handle, ServeError> {
    let tell: notice::Tell = Arc::new(tell);
    let (listener, address) = listen::listen(options)?;
    let cancel = Cancel::default();
    let (rebuilder, state) = Rebuilder::first(build, cancel.clone(), tell.clone())?;
    let shared =
        Arc::new(Shared { hosts: Hosts::new(address.ip(), options.host.as_deref()), state, tell: tell.clone() });

    let (stop, stopped) = oneshot::channel();
    let server = connection::server(listener, shared, stopped).map_err(ServeError::Start)?;
    let mut handle = Handle { address, cancel, stop: Some(stop), threads: Vec::new() };
    handle.threads.push(thread::Builder::new().name("serve".to_owned()).spawn(server).map_err(ServeError::Start)?);
    let watching = thread::Builder::new().name("watch".to_owned()).spawn(move || rebuilder.run());
    handle.threads.push(watching.map_err(ServeError::Start)?);

    let url = listen::url(address, options.host.as_deref());
    if options.open {
        browser::open(&url, &*tell);
    }
    tell(&Notice::Serving { url });
    Ok(handle)
}
