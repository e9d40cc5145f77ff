//! Ending a build early.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use super::OutputError;

/// Tells a running build to end; all clones are one token.
///
/// A build looks at it before each file and before the swap, so that it ends by the ordinary way of
/// an error and takes its stage away.
#[derive(Debug, Clone, Default)]
pub struct Cancel(Arc<AtomicBool>);

/// The flag is what a signal handler sets.
impl From<Arc<AtomicBool>> for Cancel {
    fn from(flag: Arc<AtomicBool>) -> Self {
        Self(flag)
    }
}

impl Cancel {
    /// Asks the build to end; safe to call from a signal handler.
    pub fn cancel(&self) {
        self.0.store(true, Ordering::Relaxed);
    }

    /// Returns an error once the build is to end.
    ///
    /// # Errors
    /// [`OutputError::Cancelled`] after [`Cancel::cancel`].
    pub fn check(&self) -> Result<(), OutputError> {
        if self.0.load(Ordering::Relaxed) { Err(OutputError::Cancelled) } else { Ok(()) }
    }
}
