//! A connection that gives up on a client that takes its answer too slowly.

use std::io;
use std::pin::Pin;
use std::task::{Context, Poll, ready};
use std::time::Duration;

use hyper::rt::{Read, ReadBufCursor, Write};
use hyper_util::rt::TokioIo;
use tokio::net::TcpStream;
use tokio::time::{Sleep, sleep};

/// How long a client may take for [`ENOUGH`].
const PATIENCE: Duration = Duration::from_secs(6);

/// What a client has to take within [`PATIENCE`] while more is waiting, in bytes.
const ENOUGH: usize = 64 << 10;

/// A stream whose writes fail once the client holds them up.
pub(super) struct Stream {
    stream: TokioIo<TcpStream>,
    wait: Option<Wait>,
}

/// A time in which something is waiting for the client.
struct Wait {
    end: Pin<Box<Sleep>>,
    taken: usize,
}

impl Stream {
    pub fn new(stream: TcpStream) -> Self {
        Self { stream: TokioIo::new(stream), wait: None }
    }

    /// Passes on how a write of `offered` bytes went, or an error where the client's time is over.
    fn judge(
        &mut self,
        cx: &mut Context<'_>,
        written: Poll<io::Result<usize>>,
        offered: usize,
    ) -> Poll<io::Result<usize>> {
        match &written {
            Poll::Ready(Ok(taken)) if *taken < offered => {
                if let Some(wait) = &mut self.wait {
                    wait.taken += taken;
                }
                return written;
            }
            Poll::Ready(_) => {
                self.wait = None;
                return written;
            }
            Poll::Pending => {}
        }
        if self.wait.as_ref().is_none_or(|wait| wait.taken >= ENOUGH) {
            self.wait = Some(Wait { end: Box::pin(sleep(PATIENCE)), taken: 0 });
        }
        if let Some(wait) = &mut self.wait {
            ready!(wait.end.as_mut().poll(cx));
        }
        // What the system still holds for the client goes too, or it would be sent for hours.
        let _ = self.stream.inner().set_zero_linger();
        Poll::Ready(Err(io::ErrorKind::TimedOut.into()))
    }
}

impl Read for Stream {
    fn poll_read(mut self: Pin<&mut Self>, cx: &mut Context<'_>, buffer: ReadBufCursor<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.stream).poll_read(cx, buffer)
    }
}

impl Write for Stream {
    fn poll_write(mut self: Pin<&mut Self>, cx: &mut Context<'_>, bytes: &[u8]) -> Poll<io::Result<usize>> {
        let written = Pin::new(&mut self.stream).poll_write(cx, bytes);
        self.judge(cx, written, bytes.len())
    }

    fn poll_write_vectored(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
        parts: &[io::IoSlice<'_>],
    ) -> Poll<io::Result<usize>> {
        let written = Pin::new(&mut self.stream).poll_write_vectored(cx, parts);
        self.judge(cx, written, parts.iter().map(|part| part.len()).sum())
    }

    fn is_write_vectored(&self) -> bool {
        self.stream.is_write_vectored()
    }

    fn poll_flush(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.stream).poll_flush(cx)
    }

    fn poll_shutdown(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.stream).poll_shutdown(cx)
    }
}
