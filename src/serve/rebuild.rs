//! Builds the site anew when its files change.

use std::hash::{BuildHasher, Hasher, RandomState};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;
use std::thread;

use tokio::sync::watch;

use super::notice::{Notice, Tell};
use super::project::{Build, Failure, Preview};
use super::snapshot::Snapshot;
use super::watch::{GLANCE, Watch};
use crate::output::Cancel;

/// What is served now.
#[derive(Debug, Clone, Default)]
pub(super) struct State {
    pub snapshot: Arc<Snapshot>,
    /// What is wrong, to be shown over the pages.
    pub problem: Option<Arc<str>>,
}

/// Where the state is read and waited for.
pub(super) type States = watch::Receiver<State>;

/// Builds again and again, and passes on what comes of it.
pub(super) struct Rebuilder {
    build: Box<dyn Build>,
    watch: Option<Watch>,
    cancel: Cancel,
    tell: Tell,
    states: watch::Sender<State>,
    /// Tells this server's builds from those of another one that had the same port.
    nonce: u64,
    builds: usize,
}

impl Rebuilder {
    /// Builds for the first time.
    ///
    /// # Errors
    /// That build fails; later ones leave the site as it is.
    pub fn first(build: impl Build + 'static, cancel: Cancel, tell: Tell) -> Result<(Self, States), Failure> {
        let (states, state) = watch::channel(State::default());
        let watch = match Watch::new() {
            Ok(watch) => Some(watch),
            Err(error) => {
                tell(&Notice::Unwatched { reason: error.to_string() });
                None
            }
        };
        let nonce = RandomState::new().build_hasher().finish();
        let mut rebuilder = Self { build: Box::new(build), watch, cancel, tell, states, nonce, builds: 0 };
        let preview = rebuilder.attempt()?;
        rebuilder.publish(preview);
        Ok((rebuilder, state))
    }

    /// Builds after every change, until cancelled.
    pub fn run(mut self) {
        while self.cancel.check().is_ok() {
            if !self.has_changed() {
                continue;
            }
            (self.tell)(&Notice::Building);
            match self.attempt() {
                Ok(preview) => self.publish(preview),
                Err(_) if self.cancel.check().is_err() => return,
                Err(failure) => self.fail(&failure),
            }
        }
    }

    /// Waits for a moment, and tells whether there is something new to build.
    fn has_changed(&mut self) -> bool {
        match &mut self.watch {
            Some(watch) => watch.has_changed(),
            None => {
                thread::sleep(GLANCE);
                false
            }
        }
    }

    /// Builds once; what it reads is watched before, so that no change is missed.
    fn attempt(&mut self) -> Result<Preview, Failure> {
        self.follow();
        let preview = caught(|| self.build.build(&self.cancel)).unwrap_or_else(|message| Err(Failure::Panic(message)));
        self.follow();
        preview
    }

    fn follow(&mut self) {
        let paths = self.build.watched();
        if let Some(Err(error)) = self.watch.as_mut().map(|watch| watch.follow(&paths)) {
            (self.tell)(&Notice::Unwatched { reason: error.to_string() });
        }
    }

    /// Serves `preview` from now on; a page that is open is reloaded if anything is different.
    fn publish(&mut self, preview: Preview) {
        self.builds += 1;
        let version = format!("{:x}-{}", self.nonce, self.builds);
        (self.tell)(&Notice::Built(preview.built.clone()));
        let problem: Option<Arc<str>> = preview.broken.as_deref().map(Arc::from);
        if let Some(report) = &preview.broken {
            (self.tell)(&Notice::Broken { report: report.clone() });
        }
        let old = self.states.borrow().snapshot.clone();
        let new = Snapshot::new(preview, &version, &old);
        let snapshot = if self.builds > 1 && new.is_like(&old) { old } else { Arc::new(new) };
        self.states.send_replace(State { snapshot, problem });
    }

    /// Says why there is no new site over the pages of the old one.
    fn fail(&mut self, failure: &Failure) {
        let report = failure.report();
        self.states.send_modify(|state| state.problem = Some(report.as_str().into()));
        (self.tell)(&Notice::Failed { report });
    }
}

/// Returns what `work` returns, or the message that it panicked with.
pub(super) fn caught<T>(work: impl FnOnce() -> T) -> Result<T, String> {
    // What a panic leaves half done is dropped: a build's memory, a request's answer.
    catch_unwind(AssertUnwindSafe(work)).map_err(|panic| {
        let text = panic.downcast_ref::<&str>().map(|text| (*text).to_owned());
        text.or_else(|| panic.downcast_ref::<String>().cloned()).unwrap_or_else(|| "without a message".to_owned())
    })
}
