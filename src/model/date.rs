//! Calendar dates as front matter has them.

use std::fmt;

/// A day of the Gregorian calendar that exists; ordered in time.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Date {
    year: u16,
    month: u8,
    day: u8,
}

impl Date {
    /// Returns the day, or `None` where there is no such day (30 February) or the year is not 1 to 9999.
    pub fn new(year: u16, month: u8, day: u8) -> Option<Self> {
        let leap = year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400));
        let days = match month {
            1 | 3 | 5 | 7 | 8 | 10 | 12 => 31,
            4 | 6 | 9 | 11 => 30,
            2 if leap => 29,
            2 => 28,
            _ => return None,
        };
        ((1..=9999).contains(&year) && (1..=days).contains(&day)).then_some(Self { year, month, day })
    }

    /// Reads ISO 8601 `2021-03-19`; a time behind it (`T…` or a blank) is passed over.
    pub fn iso(text: &str) -> Option<Self> {
        let day = text.split(['T', 't', ' ']).next()?;
        let mut parts = day.split('-');
        let date = (number(parts.next()?, 4..=4)?, number(parts.next()?, 2..=2)?, number(parts.next()?, 2..=2)?);
        parts.next().is_none().then_some(())?;
        Self::new(date.0, date.1 as u8, date.2 as u8)
    }

    /// Reads the published form `3/19/2021` or `03/19/2021`: month, day, year.
    pub fn published(text: &str) -> Option<Self> {
        let day = text.split(' ').next()?;
        let mut parts = day.split('/');
        let date = (number(parts.next()?, 1..=2)?, number(parts.next()?, 1..=2)?, number(parts.next()?, 4..=4)?);
        parts.next().is_none().then_some(())?;
        Self::new(date.2, date.0 as u8, date.1 as u8)
    }

    pub fn year(self) -> u16 {
        self.year
    }

    pub fn month(self) -> u8 {
        self.month
    }

    pub fn day(self) -> u8 {
        self.day
    }
}

/// Returns the ASCII digits of `text` as a number where there are as many as `width` allows.
fn number(text: &str, width: std::ops::RangeInclusive<usize>) -> Option<u16> {
    let digits = width.contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit());
    digits.then(|| text.parse().ok()).flatten()
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}-{:02}", self.year, self.month, self.day)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_forms_name_the_same_day() {
        assert_eq!(Date::iso("2021-03-19"), Date::published("3/19/2021"));
        assert_eq!(Date::published("03/9/2021").map(|date| date.to_string()).as_deref(), Some("2021-03-09"));
    }

    #[test]
    fn days_that_do_not_exist_are_none() {
        assert_eq!([Date::iso("2021-02-30"), Date::iso("2100-02-29"), Date::published("13/1/2021")], [None; 3]);
    }
}
