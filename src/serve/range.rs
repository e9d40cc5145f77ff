//! Parts of a file that a request asks for (RFC 9110, section 14).

use std::ops::RangeInclusive;

/// What a `Range` header comes to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Wanted {
    /// All of the file: the header asks for it, can't be read, or names several parts, which are not worth
    /// an answer of many parts.
    Whole,
    /// The bytes from the first to the last, both counted.
    Part(RangeInclusive<usize>),
    /// Nothing that the file has.
    Beyond,
}

/// Reads `header` for a file of `len` bytes.
pub(super) fn wanted(header: &str, len: usize) -> Wanted {
    let Some((unit, range)) = header.split_once('=') else { return Wanted::Whole };
    let Some((first, last)) = range.trim().split_once('-') else { return Wanted::Whole };
    if !unit.trim().eq_ignore_ascii_case("bytes") {
        return Wanted::Whole;
    }
    match (first, number(first), last, number(last)) {
        ("", _, _, Some(0)) => Wanted::Beyond,
        ("", _, _, Some(_)) if len == 0 => Wanted::Beyond,
        ("", _, _, Some(suffix)) => Wanted::Part(len.saturating_sub(suffix)..=len - 1),
        (_, Some(first), _, Some(last)) if first > last => Wanted::Whole,
        (_, Some(first), "", _) | (_, Some(first), _, Some(_)) if first >= len => Wanted::Beyond,
        (_, Some(first), "", _) => Wanted::Part(first..=len - 1),
        (_, Some(first), _, Some(last)) => Wanted::Part(first..=last.min(len - 1)),
        _ => Wanted::Whole,
    }
}

/// Reads digits; a number too great for any file counts as the greatest.
fn number(digits: &str) -> Option<usize> {
    let is_number = !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit());
    is_number.then(|| digits.parse().unwrap_or(usize::MAX))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(header: &str, expected: Wanted) {
        assert_eq!(wanted(header, 10), expected, "{header}");
    }

    #[test]
    fn parts_are_cut_to_the_file() {
        check("bytes=0-3", Wanted::Part(0..=3));
        check("bytes=4-", Wanted::Part(4..=9));
        check("bytes=-3", Wanted::Part(7..=9));
        check("bytes=-300", Wanted::Part(0..=9));
        check("bytes=9-99999999999999999999999999", Wanted::Part(9..=9));
    }

    #[test]
    fn what_the_file_does_not_have_is_beyond_it() {
        check("bytes=10-", Wanted::Beyond);
        check("bytes=99-100", Wanted::Beyond);
        check("bytes=99999999999999999999999999-", Wanted::Beyond);
        check("bytes=-0", Wanted::Beyond);
        assert_eq!(wanted("bytes=-1", 0), Wanted::Beyond);
        assert_eq!(wanted("bytes=0-", 0), Wanted::Beyond);
    }

    #[test]
    fn what_cannot_be_read_is_the_whole() {
        for header in
            ["bytes", "bytes=", "bytes=-", "bytes=a-b", "bytes=3-1", "lines=0-1", "bytes=0-1,3-4", "bytes=+1-2"]
        {
            check(header, Wanted::Whole);
        }
    }
}
