//! What the program does, seen through its public surface.

mod messages;
