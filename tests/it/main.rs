//! What the program does, seen through its public surface.

mod config;
mod load;
mod samples;
