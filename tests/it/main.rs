//! What faultbook does, tested through its public surface.

mod pages;
mod report;
