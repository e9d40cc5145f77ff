//! What faultbook does, seen through its public surface.

mod catalog;
mod config;
mod corpus;
mod drift;
mod examples;
mod layers;
mod load;
mod markdown;
mod output;
mod report;
mod samples;
mod seeds;
mod site;
