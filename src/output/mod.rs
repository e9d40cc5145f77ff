//! Writing: the only module that changes files.
//!
//! A site is built in a folder of its own beside the target and takes the target's place in one
//! system call when it is whole ([`Staging`]). What always holds:
//!
//! - **The target is the whole old site or the whole new one**, whenever the process is killed and
//!   whichever system call fails. This speaks of processes, not of power: nothing is flushed to the
//!   disk, for 18,000 times `fsync` would take longer than the build, and a site can be built again.
//!   Sources can't, so [`replace()`] does flush.
//! - **Nothing is overwritten or removed that faultbook did not make.** A manifest in every site lists
//!   its files; a target that holds anything else is refused before a byte is touched.
//! - **One build at a time writes to a target.** The others are told so.
//! - **No litter stays**: what a killed build left behind, the next build into the same target removes.
//! - Where a file system cannot exchange two folders, the swap takes two renames. A kill between the
//!   two leaves no target; the next build begins by putting the old site back.

#![allow(clippy::disallowed_methods, reason = "this is where files are written")]

mod cancel;
mod compress;
mod create;
mod error;
mod manifest;
mod memory;
mod path;
mod previous;
mod read;
mod replace;
mod scaffold;
mod staging;
mod target;
mod tree;

pub use cancel::Cancel;
pub use compress::Compressor;
pub use create::create_new;
pub use error::{OutputError, Relation};
pub use manifest::MANIFEST;
pub use memory::Memory;
pub use previous::Previous;
pub use replace::replace;
pub use staging::{Staging, Written};
pub use target::Protected;

use crate::model::artifact::Artifact;

/// Where artifacts go; several threads may hand them in at once.
pub trait Sink: Sync {
    /// Takes `artifact` in.
    ///
    /// # Errors
    /// Paths that are not plain relative ones or that no common file system allows, a path that was
    /// taken before, trouble with the disk, and [`OutputError::Cancelled`].
    fn write(&self, artifact: Artifact) -> Result<(), OutputError>;
}
