//! What faultbook does, seen through its public surface.

mod config;
mod load;
mod output;
mod pages;
mod report;
mod samples;
