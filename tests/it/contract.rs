//! What holds for every input, whatever it is: hostile, broken, or merely odd.
//!
//! Each case is a small site that the program itself builds and checks, over an old site that stands in the
//! output already. [`case::Case`] says what every case is held to, one file a subject says which there are.

mod case;
mod page;

mod active;
mod bytes;
mod determinism;
mod files;
mod front;
mod links;
mod mutations;
mod output;
mod size;
mod templates;
