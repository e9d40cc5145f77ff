//! What faultbook does, seen through its public surface.

#![allow(clippy::disallowed_methods, reason = "tests make the files that they are about")]

mod browser;
mod cli;
mod config;
mod load;
mod messages;
mod output;
mod pages;
mod report;
mod samples;
mod seeds_site;
