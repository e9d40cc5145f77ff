//! The tests of features, through the public surface.

mod output;
