//! The threads that a command runs on.

use std::cell::RefCell;
use std::io;
use std::thread::{Builder, JoinHandle, available_parallelism};

use rayon::{ThreadBuilder, ThreadPool, ThreadPoolBuilder};

/// The stack of each thread in bytes; the command runs on one of them, so the shell's limit does not matter.
const STACK: usize = 8 << 20;

/// Runs `command` on a pool of threads, with as many of them as the system gives.
pub(super) fn install<T: Send>(command: impl FnOnce() -> T + Send) -> T {
    let mut threads = wanted();
    while threads > 0 {
        if let Some(pool) = pool(threads) {
            return pool.install(command);
        }
        threads /= 2;
    }
    // Not one more thread: this one does all the work.
    match ThreadPoolBuilder::new().num_threads(1).use_current_thread().build() {
        Ok(pool) => pool.install(command),
        Err(_) => command(),
    }
}

/// Returns the number of threads that is asked for, or that the machine can run at once.
fn wanted() -> usize {
    let asked = std::env::var("RAYON_NUM_THREADS").ok().and_then(|text| text.parse().ok()).filter(|&count| count > 0);
    asked.unwrap_or_else(|| available_parallelism().map_or(1, usize::from))
}

/// Returns a pool of `threads`, or nothing, and no thread either, where the system refuses one.
fn pool(threads: usize) -> Option<ThreadPool> {
    let handles: RefCell<Vec<JoinHandle<()>>> = RefCell::default();
    let spawn = |thread: ThreadBuilder| -> io::Result<()> {
        let handle = Builder::new().stack_size(STACK).spawn(|| thread.run())?;
        handles.borrow_mut().push(handle);
        Ok(())
    };
    let built = ThreadPoolBuilder::new().num_threads(threads).spawn_handler(spawn).build();
    if built.is_err() {
        // They count against the limit until they have ended.
        handles.into_inner().into_iter().for_each(|handle| drop(handle.join()));
    }
    built.ok()
}
