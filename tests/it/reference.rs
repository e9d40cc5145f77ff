//! The reference of the rules says what the rules say.

use std::fs;
use std::path::Path;

use faultbook::check::reference;

#[test]
fn the_reference_is_up_to_date() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/rules.md");
    let (written, wanted) = (fs::read_to_string(&path).unwrap_or_default(), reference::markdown());
    if written != wanted {
        fs::create_dir_all(path.parent().expect("a file is in a folder")).expect("the project can be written to");
        fs::write(&path, wanted).expect("the project can be written to");
        panic!("`docs/rules.md` was out of date and has been written anew: look at it and commit it");
    }
}
