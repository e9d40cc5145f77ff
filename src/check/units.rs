//! Units of data behind numbers: `50 MB` is `50 Mo` in French and `50 МБ` in Russian, and never `50 GB`.

use std::ops::Range;

use super::numbers::{Number, numbers};

/// The units, each as languages write it (Unicode CLDR, `digital-kilobyte` and those above it).
const UNITS: [&[&str]; 4] = [
    &["KB", "kB", "Ko", "ko", "КБ", "кБ", "Кб", "KiB"],
    &["MB", "Mo", "МБ", "Мб", "MiB"],
    &["GB", "Go", "ГБ", "Гб", "GiB"],
    &["TB", "To", "ТБ", "Тб", "TiB"],
];

/// No passage has more numbers with units.
const MOST: usize = 32;

/// A number with a unit behind it: its values, where both stand, and which unit it is.
struct Measure {
    values: Vec<String>,
    range: Range<usize>,
    unit: usize,
}

/// Tells whether one of the numbers of a text has a unit of data.
pub fn has_any(text: &str, numbers: &[Number]) -> bool {
    numbers.iter().any(|number| unit_behind(text, number.range.end).is_some())
}

/// Returns where a number of the origin stands with its unit, and where it has another unit in the translation; nothing
/// where either text has the number more than once.
pub fn exchanged(theirs: &str, wanted: &[Number], ours: &str) -> Option<(Range<usize>, Range<usize>)> {
    let wanted = measures(theirs, wanted);
    let here = if wanted.is_empty() { Vec::new() } else { measures(ours, &numbers(ours)) };
    let is_same = |left: &Measure, right: &Measure| left.values.iter().any(|value| right.values.contains(value));
    wanted.iter().find_map(|measure| {
        let alone = |all: &[Measure]| all.iter().filter(|other| is_same(measure, other)).count() == 1;
        let other = here.iter().find(|other| is_same(measure, other) && other.unit != measure.unit)?;
        (alone(&wanted) && alone(&here)).then(|| (measure.range.clone(), other.range.clone()))
    })
}

fn measures(text: &str, numbers: &[Number]) -> Vec<Measure> {
    let measure = |number: &Number| {
        let (unit, end) = unit_behind(text, number.range.end)?;
        Some(Measure { values: number.values.clone(), range: number.range.start..end, unit })
    };
    numbers.iter().filter_map(measure).take(MOST).collect()
}

/// Returns which unit stands at a place of a text, and where it ends.
fn unit_behind(text: &str, at: usize) -> Option<(usize, usize)> {
    let rest = &text[at..];
    let unit = rest.trim_start_matches([' ', '\u{a0}', '\u{202f}', '-']);
    let start = at + rest.len() - unit.len();
    // What Korean or Japanese write behind it belongs to the sentence.
    let length = |names: &&[&str]| {
        let of = |name: &&&str| unit.strip_prefix(**name).is_some_and(is_ending);
        names.iter().find(of).map(|name| name.len())
    };
    let (number, length) = UNITS.iter().enumerate().find_map(|(at, names)| Some((at, length(names)?)))?;
    Some((number, start + length))
}

fn is_ending(rest: &str) -> bool {
    !rest.starts_with(|c: char| matches!(c, 'a'..='z' | 'A'..='Z' | 'а'..='я' | 'А'..='Я'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn another_unit_behind_the_same_number_is_another_size() {
        let found =
            |theirs: &str, ours: &'static str| exchanged(theirs, &numbers(theirs), ours).map(|(_, range)| &ours[range]);
        let english = "The limit is 50 MB, and 2.5 GB for all.";
        assert_eq!(found(english, "Das Limit ist 50 GB, und 2,5 GB für alle."), Some("50 GB"));
        assert_eq!(found(english, "한도는 50MB이고 전체는 2.5TB입니다."), Some("2.5TB"));
        for ours in [
            "La limite est de 50 Mo, et de 2,5 Go pour tous.",
            "Предел — 50 МБ, а для всех — 2,5 ГБ.",
            "限制为 50MB，全部为 2.5GB。",
            "Das Limit ist 50 Megabyte, und 2,5 GB für alle.",
        ] {
            assert_eq!(found(english, ours), None, "{ours}");
        }
    }
}
