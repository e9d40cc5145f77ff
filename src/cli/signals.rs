//! Ctrl-C and SIGTERM: at once where nothing is half done, else by taking the half away first.

use std::io;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};

use signal_hook::consts::{SIGINT, SIGTERM};
use signal_hook::flag;

use super::exit::Status;
use crate::output::Cancel;

/// What has come, and what is to be done about it.
pub(super) struct Signals {
    /// Whether a signal ends the process there and then. The second one always does.
    at_once: Arc<AtomicBool>,
    cancelled: Arc<AtomicBool>,
    /// The number of the last signal; 0 where none came.
    received: Arc<AtomicUsize>,
}

impl Signals {
    /// Takes the signals over from the system.
    ///
    /// # Errors
    /// The system does not allow it.
    pub(super) fn install() -> io::Result<Self> {
        let signals =
            Self { at_once: Arc::new(AtomicBool::new(true)), cancelled: Arc::default(), received: Arc::default() };
        for signal in [SIGINT, SIGTERM] {
            flag::register_conditional_shutdown(signal, 128 + signal, Arc::clone(&signals.at_once))?;
            flag::register_usize(signal, Arc::clone(&signals.received), signal.unsigned_abs() as usize)?;
            flag::register(signal, Arc::clone(&signals.cancelled))?;
            flag::register(signal, Arc::clone(&signals.at_once))?;
        }
        // A limit on the size of files then comes as an error of `write`, which is told like any other.
        #[cfg(unix)]
        flag::register(signal_hook::consts::SIGXFSZ, Arc::default())?;
        Ok(signals)
    }

    /// Runs `work`, which ends early and tidily once the token that it is given says so.
    ///
    /// Returns the status of the signal in place of the result where one came meanwhile.
    pub(super) fn tidily<T>(&self, work: impl FnOnce(Cancel) -> T) -> Result<T, Status> {
        self.at_once.store(false, Ordering::SeqCst);
        let result = work(Cancel::from(Arc::clone(&self.cancelled)));
        match self.received.load(Ordering::SeqCst) {
            0 => {
                self.at_once.store(true, Ordering::SeqCst);
                Ok(result)
            }
            number => Err(Status::Signal(u8::try_from(number).expect("signals are small numbers"))),
        }
    }
}
