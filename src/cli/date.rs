//! The day that it is.

use std::time::{SystemTime, UNIX_EPOCH};

use crate::model::date::Date;

const SECONDS_OF_A_DAY: u64 = 24 * 60 * 60;

/// Returns today's date in UTC; nothing where the clock stands outside the years 1970 to 9999.
pub(super) fn today() -> Option<Date> {
    let since = SystemTime::now().duration_since(UNIX_EPOCH).ok()?;
    of_day(since.as_secs() / SECONDS_OF_A_DAY)
}

/// Returns the date that is `days` after 1 January 1970.
fn of_day(days: u64) -> Option<Date> {
    // Years that begin in March have their leap day at the end; 719,468 days before 1970 began the year 0.
    let days = days + 719_468;
    let (era, day) = (days / 146_097, days % 146_097);
    let year = (day - day / 1_460 + day / 36_524 - day / 146_096) / 365;
    let day = day - (365 * year + year / 4 - year / 100);
    let month = (5 * day + 2) / 153;
    let day = day - (153 * month + 2) / 5 + 1;
    let month = if month < 10 { month + 3 } else { month - 9 };
    let year = era * 400 + year + u64::from(month <= 2);
    Date::new(u16::try_from(year).ok()?, u8::try_from(month).ok()?, u8::try_from(day).ok()?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_counted_from_1970() {
        let check = |days, date| assert_eq!(of_day(days), Date::iso(date), "{date}");
        check(0, "1970-01-01");
        check(11_016, "2000-02-29");
        check(11_017, "2000-03-01");
        check(20_778, "2026-11-21");
        check(47_540, "2100-02-28");
        check(47_541, "2100-03-01");
        check(2_932_896, "9999-12-31");
    }
}
