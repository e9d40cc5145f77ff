//! What faultbook does, seen through its public surface.

mod config;
mod examples;
mod layers;
mod load;
mod output;
mod report;
mod samples;
mod seeds;
mod site;
