//! Connections: how many there are, and what one may cost.

use std::convert::Infallible;
use std::io;
use std::sync::Arc;
use std::time::Duration;

use hyper::body::Incoming;
use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper::{Request, Response, StatusCode};
use hyper_util::rt::TokioTimer;
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::{OwnedSemaphorePermit, Semaphore, oneshot};

use super::answer::{answer, plain};
use super::body::Content;
use super::hosts::Hosts;
use super::notice::{Notice, Tell};
use super::rebuild::{States, caught};
use super::stream::Stream;

/// How many connections are open at once; further clients wait.
const MAX_CONNECTIONS: usize = 640;

/// How long a client may take for the head of a request, and between two requests.
const HEAD_TIME: Duration = Duration::from_secs(10);

/// The largest head of a request, in bytes.
const MAX_HEAD: usize = 32 << 10;

/// The most headers of a request.
const MAX_HEADERS: usize = 100;

/// How long to wait when the system has no more connections to give.
const PAUSE: Duration = Duration::from_millis(100);

/// What all connections need.
pub(super) struct Shared {
    pub hosts: Hosts,
    pub state: States,
    pub tell: Tell,
}

/// Returns the work of a thread that answers on `listener` until `stopped`.
///
/// # Errors
/// The system has no means for waiting on connections.
pub(super) fn server(
    listener: std::net::TcpListener,
    shared: Arc<Shared>,
    stopped: oneshot::Receiver<()>,
) -> io::Result<impl FnOnce() + Send + 'static> {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
    let listener = {
        let _entered = runtime.enter();
        TcpListener::from_std(listener)?
    };
    Ok(move || {
        runtime.spawn(accept(listener, shared));
        // The sender is dropped rather than used; the runtime then ends with all that it does.
        let _ = runtime.block_on(stopped);
    })
}

async fn accept(listener: TcpListener, shared: Arc<Shared>) {
    let places = Arc::new(Semaphore::new(MAX_CONNECTIONS));
    loop {
        let place = places.clone().acquire_owned().await.expect("the semaphore is never closed");
        match listener.accept().await {
            Ok((stream, _)) => {
                tokio::spawn(converse(stream, shared.clone(), place));
            }
            Err(_) => tokio::time::sleep(PAUSE).await,
        }
    }
}

/// Answers the requests of one client.
async fn converse(stream: TcpStream, shared: Arc<Shared>, _place: OwnedSemaphorePermit) {
    // Without it small answers wait for more to come.
    let _ = stream.set_nodelay(true);
    let service = service_fn(move |request| {
        let response = guarded(request, &shared);
        async move { Ok::<_, Infallible>(response) }
    });
    let connection = http1::Builder::new()
        .timer(TokioTimer::new())
        .header_read_timeout(HEAD_TIME)
        .max_buf_size(MAX_HEAD)
        .max_headers(MAX_HEADERS)
        .serve_connection(Stream::new(stream), service);
    // A client that leaves, is too slow or speaks no HTTP is its own affair.
    let _ = connection.await;
}

/// Answers `request`, with status 500 where that panics.
fn guarded(request: Request<Incoming>, shared: &Shared) -> Response<Content> {
    let (head, _) = request.into_parts();
    caught(|| answer(&head, &shared.hosts, &shared.state)).unwrap_or_else(|message| {
        (shared.tell)(&Notice::Panicked { path: head.uri.path().to_owned(), message });
        plain(StatusCode::INTERNAL_SERVER_ERROR, "a defect in faultbook; the terminal says more")
    })
}
