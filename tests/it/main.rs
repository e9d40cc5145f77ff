//! What faultbook does, seen through its public surface.

mod config;
mod load;
mod messages;
mod output;
mod pages;
mod report;
mod samples;
#[cfg(feature = "serve")]
mod serve;
