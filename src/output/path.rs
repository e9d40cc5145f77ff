//! Which paths a file of the site may have.

use super::OutputError;
use super::manifest::MANIFEST;

/// Checks that `path` stays within the site, and that it can be checked out on any common system.
///
/// # Errors
/// [`OutputError::Path`] with the reason.
pub(super) fn check(path: &str) -> Result<(), OutputError> {
    let verdict = if path == MANIFEST { Err("the name is taken") } else { path.split('/').try_for_each(name) };
    verdict.map_err(|reason| OutputError::Path { path: path.into(), reason })
}

/// Checks one part of a path; an absolute path begins with an empty one.
fn name(name: &str) -> Result<(), &'static str> {
    if name.is_empty() {
        return Err("it is empty, absolute or has an empty part");
    }
    if name == "." || name == ".." {
        return Err("it has a part `.` or `..`");
    }
    if name.bytes().any(|byte| byte < b' ' || byte == 0x7f || b"<>:\"|?*\\".contains(&byte)) {
        return Err("it has a character that Windows does not allow");
    }
    if name.ends_with(['.', ' ']) {
        return Err("a part of it ends in a dot or a space, which Windows does not allow");
    }
    if is_device(name) {
        return Err("a part of it is the name of a device on Windows");
    }
    Ok(())
}

/// Tells whether Windows takes `name` for a device, whatever its case and extension.
fn is_device(name: &str) -> bool {
    let stem = name.split('.').next().unwrap_or(name).trim_end();
    let is = |device: &str| stem.eq_ignore_ascii_case(device);
    if ["con", "prn", "aux", "nul", "conin$", "conout$"].into_iter().any(is) {
        return true;
    }
    let Some((port, number)) = stem.char_indices().nth(3).map(|(at, _)| stem.split_at(at)) else { return false };
    (port.eq_ignore_ascii_case("com") || port.eq_ignore_ascii_case("lpt"))
        && matches!(number, "1" | "2" | "3" | "4" | "5" | "6" | "7" | "8" | "9" | "¹" | "²" | "³")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn allowed(path: &str) -> bool {
        check(path).is_ok()
    }

    #[test]
    fn addresses_of_a_site_are_allowed() {
        for path in ["index.html", ".nojekyll", "ko/errors/5.7.750/index.html", "zh-cn/articles/č 错误/index.html"] {
            assert!(allowed(path), "{path}");
        }
        for path in ["console", "com", "com10", "null.html", "lpt"] {
            assert!(allowed(path), "{path}");
        }
    }

    #[test]
    fn ways_out_of_the_site_are_refused() {
        for path in ["", "/etc/passwd", "../x", "a/../x", "a/./x", "a//x", "a/", "..\\x", "C:/x", "a\0b", "a\nb"] {
            assert!(!allowed(path), "{path:?}");
        }
    }

    #[test]
    fn names_that_windows_forbids_are_refused() {
        for path in ["con", "a/NUL.html", "com1", "LPT9.txt", "com¹", "aux .x", "a.", "a /b", "what?", "a:b", "a|b"] {
            assert!(!allowed(path), "{path:?}");
        }
    }

    #[test]
    fn the_manifest_is_not_overwritten() {
        assert!(!allowed(MANIFEST));
    }
}
