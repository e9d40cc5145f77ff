//! What the box recognises: tables of typed and pasted texts, in `tests/recogniser`, run by Node.js alone.
//!
//! Without Node.js this test says so and passes, except in CI, where it fails.

use crate::common::{node, succeed};

#[test]
fn errors_are_recognised_in_whatever_is_pasted() {
    let Some(mut node) = node("tests/recogniser") else { return };
    succeed(node.args(["--test", "recogniser.test.mjs"]));
}
