//! What faultbook does, seen through its public surface.

mod config;
mod load;
mod output;
mod report;
mod samples;
