//! What an answer carries: bytes that are there, or events as they come.

use std::convert::Infallible;
use std::pin::Pin;
use std::task::{Context, Poll, ready};
use std::time::Duration;

use hyper::body::{Body, Bytes, Frame, SizeHint};
use serde::Serialize;
use tokio::time::timeout;

use super::rebuild::States;

/// After how long a word is sent to see whether the listener is still there.
const PULSE: Duration = Duration::from_secs(10);

type Next = Pin<Box<dyn Future<Output = Option<(Bytes, States)>> + Send>>;

/// The body of an answer.
pub(super) enum Content {
    /// Bytes, until they are taken.
    Bytes(Option<Bytes>),
    /// Server-sent events: the state of the site now, and again whenever it changes.
    Events(Next),
}

impl Content {
    pub fn empty() -> Self {
        Self::Bytes(None)
    }

    pub fn bytes(bytes: Bytes) -> Self {
        Self::Bytes(Some(bytes).filter(|bytes| !bytes.is_empty()))
    }

    pub fn events(mut states: States) -> Self {
        states.mark_changed();
        Self::Events(Box::pin(next(states)))
    }
}

/// What the script in a page is told.
#[derive(Serialize)]
struct Event<'a> {
    /// The build whose pages are served; a page of another one is to be reloaded.
    build: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    problem: Option<&'a str>,
}

/// Waits for the next event; there is none once the server ends.
async fn next(mut states: States) -> Option<(Bytes, States)> {
    let text = match timeout(PULSE, states.changed()).await {
        Err(_) => ":\n\n".to_owned(),
        Ok(Err(_)) => return None,
        Ok(Ok(())) => {
            let state = states.borrow_and_update();
            let event = Event { build: &state.snapshot.version, problem: state.problem.as_deref() };
            // JSON has no line ends outside of strings, and escapes those within.
            let json = serde_json::to_string(&event).expect("a struct of strings is JSON");
            format!("retry: 1000\ndata: {json}\n\n")
        }
    };
    Some((text.into(), states))
}

impl Body for Content {
    type Data = Bytes;
    type Error = Infallible;

    fn poll_frame(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<Result<Frame<Bytes>, Infallible>>> {
        let bytes = match self.get_mut() {
            Self::Bytes(bytes) => bytes.take(),
            Self::Events(future) => ready!(future.as_mut().poll(cx)).map(|(bytes, states)| {
                *future = Box::pin(next(states));
                bytes
            }),
        };
        Poll::Ready(bytes.map(|bytes| Ok(Frame::data(bytes))))
    }

    fn is_end_stream(&self) -> bool {
        matches!(self, Self::Bytes(None))
    }

    fn size_hint(&self) -> SizeHint {
        match self {
            Self::Bytes(bytes) => SizeHint::with_exact(bytes.as_ref().map_or(0, |bytes| bytes.len() as u64)),
            Self::Events(_) => SizeHint::default(),
        }
    }
}
