//! Times of day in prose: `5:30 PM`, `17.30` and `17:30` are one.

use std::ops::Range;

use super::numbers::digit;

/// A time where it stands in a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Time {
    pub range: Range<usize>,
    /// Minutes since midnight or noon, for some languages count to twelve twice.
    minutes: u32,
}

/// The times of a passage.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Times {
    pub all: Vec<Time>,
    /// Whether colons say that they are times; a full stop may part other numbers.
    pub are_sure: bool,
}

/// Tells whether a text may have a time with a colon.
pub fn may_have(text: &str) -> bool {
    // The first bytes of both signs.
    let places = memchr::memchr2_iter(b':', 0xef, text.as_bytes());
    let mut behind = places.filter_map(|at| text[at..].strip_prefix([':', '：']));
    behind.any(|behind| behind.starts_with(|c| digit(c).is_some()))
}

/// A text with more of them is a table of numbers.
const MOST: usize = 64;

const HALF_DAY: u32 = 12 * 60;

impl Times {
    /// Returns the times in `text`: those with colons, or if it has none, those with full stops.
    pub fn of(text: &str) -> Self {
        let few = |times: Vec<Time>| if times.len() <= MOST { times } else { Vec::new() };
        let with_colons = few(times(text, |mark| matches!(mark, ':' | '：')));
        if !with_colons.is_empty() {
            return Self { all: with_colons, are_sure: true };
        }
        Self { all: few(times(text, |mark| mark == '.')), are_sure: false }
    }

    /// Tells whether two passages have the same times, in whatever order.
    pub fn are_same(&self, other: &Self) -> bool {
        self.all.len() == other.all.len() && self.lacking(other).is_empty()
    }

    /// Returns the one time that stands here in place of one of `wanted`, and that one.
    pub fn exchanged<'t>(&'t self, wanted: &'t Self) -> Option<(&'t Time, &'t Time)> {
        let (here, there) = (self.lacking(wanted), wanted.lacking(self));
        match (&*here, &*there) {
            (&[here], &[there]) if self.all.len() == wanted.all.len() => Some((here, there)),
            _ => None,
        }
    }

    /// Returns the times of `self` that `other` has not, or not so often.
    fn lacking(&self, other: &Self) -> Vec<&Time> {
        let mut left: Vec<u32> = other.all.iter().map(|time| time.minutes).collect();
        let mut is_there = |time: &Time| match left.iter().position(|minutes| *minutes == time.minutes) {
            Some(at) => {
                left.swap_remove(at);
                true
            }
            None => false,
        };
        self.all.iter().filter(|time| !is_there(time)).collect()
    }
}

/// Returns the times whose hours and minutes are parted by such a mark.
fn times(text: &str, is_mark: impl Fn(char) -> bool) -> Vec<Time> {
    let mut times = Vec::new();
    for (at, mark) in text.char_indices().filter(|(_, c)| is_mark(*c)) {
        let behind = at + mark.len_utf8();
        let hour = text[..at].chars().rev().take_while(|c| digit(*c).is_some());
        let start = at - hour.map(char::len_utf8).sum::<usize>();
        let end =
            behind + text[behind..].chars().take_while(|c| digit(*c).is_some()).map(char::len_utf8).sum::<usize>();
        let (Some(hour), Some(minute)) = (value(&text[start..at], 1), value(&text[behind..end], 2)) else { continue };
        if hour <= 24 && minute < 60 && is_alone(text, &(start..end)) {
            times.push(Time { range: start..end, minutes: (hour * 60 + minute) % HALF_DAY });
        }
    }
    times
}

/// Returns the value of two digits, or of one where so few are enough.
fn value(digits: &str, least: usize) -> Option<u32> {
    let digits: Vec<u32> = digits.chars().filter_map(digit).filter_map(|digit| digit.to_digit(10)).collect();
    (least..=2).contains(&digits.len()).then(|| digits.iter().fold(0, |value, digit| value * 10 + digit))
}

/// Tells whether no longer number, name or address goes on beside a time.
fn is_alone(text: &str, range: &Range<usize>) -> bool {
    let is_mark = |c: char| matches!(c, ':' | '：' | '.' | ',' | '/');
    let mut before = text[..range.start].chars().rev();
    let mut after = text[range.end..].chars();
    let starts = match before.next() {
        Some(c) if is_mark(c) => before.next().is_none_or(char::is_whitespace),
        Some(c) => !c.is_ascii_alphanumeric() && !matches!(c, '_' | '\\' | '@' | '+' | '$' | '#'),
        None => true,
    };
    let ends = match after.next() {
        Some(c) if is_mark(c) => !after.next().is_some_and(|c| digit(c).is_some() || c.is_ascii_alphabetic()),
        Some(c) => !matches!(c, '_' | '\\' | '@' | '%'),
        None => true,
    };
    starts && ends
}

#[cfg(test)]
mod tests {
    use super::*;

    fn minutes(text: &str) -> Vec<u32> {
        Times::of(text).all.iter().map(|time| time.minutes).collect()
    }

    #[test]
    fn times_are_told_from_other_numbers() {
        assert_eq!(minutes("from 9:00 AM to 5:30PM"), [540, 330]);
        assert_eq!(minutes("zwischen 9.00 und 17.30 Uhr."), [540, 330]);
        assert_eq!(minutes("오전 9:00~오후 5:30"), [540, 330]);
        assert_eq!(minutes("من ٩:٠٠ إلى ٥:٣٠"), [540, 330]);
        assert_eq!(minutes("上午9：00至12：00。"), [540, 0]);
        assert_eq!(minutes("at 10:20:30, on fe80:10:20, a 16:9 screen, line:12:30"), [0; 0]);
        assert_eq!(minutes("version 4.10.2 of 12.2021, 2.5 GB"), [0; 0]);
    }

    #[test]
    fn one_time_in_place_of_another_is_found() {
        let exchanged = |here: &str, wanted: &str| Times::of(here).exchanged(&Times::of(wanted)).is_some();
        assert!(exchanged("9.00–17.00", "from 9:00 to 6:00"));
        assert!(!exchanged("9.00–18.00", "from 9:00 to 6:00"));
        assert!(!exchanged("8.00–17.00", "from 9:00 to 6:00"));
        assert!(!exchanged("17.00", "from 9:00 to 6:00"));
        assert!(Times::of("18:00, 9:00").are_same(&Times::of("9:00 AM, 6:00 PM")));
    }
}
