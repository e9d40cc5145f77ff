//! What faultbook does, seen through its public surface.

#![allow(clippy::disallowed_methods, reason = "tests make the files that they are about")]

mod actions;
mod baseline;
mod catalog;
mod cli;
#[path = "../common/mod.rs"]
mod common;
mod config;
mod consequences;
mod contract;
mod corpus;
mod displaced;
mod drift;
mod examples;
mod few;
mod fix;
mod fixes;
mod history;
mod idioms;
mod kept;
mod layers;
mod layouts;
mod layouts_seeds;
mod limits;
mod links;
mod load;
mod markdown;
mod menus;
mod messages;
mod names;
mod output;
mod pages;
mod passages;
mod planted;
mod prose;
mod reading;
mod recogniser;
mod reference;
mod repeated;
mod report;
mod samples;
mod sarif;
mod search;
mod seeds;
mod seeds_site;
mod serve;
mod shapes;
mod share;
mod silence;
mod site;
mod standing;
mod stats;
mod structure;
mod torn;
mod wrecks;
