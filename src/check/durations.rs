//! Units of time behind numbers: `30 days` are `30 Tage` in German, and never `30 Stunden`.

use std::ops::Range;

use super::language::is_alphabetic;
use super::numbers::{Number, numbers};

/// How often the units are asked for.
const MOST: usize = 32;

/// How many letters an ending has at most.
const ENDING: usize = 4;

/// The units in English, from the second to the year.
const ENGLISH: [&str; 7] = ["second", "minute", "hour", "day", "week", "month", "year"];

/// How words for them begin, by language; a full stop stands for the end of the word (Unicode CLDR, `duration-second` and
/// those that follow it, with the cases of each).
const UNITS: &[(&str, [&[&str]; 7])] = &[
    (
        "ar",
        [
            &["ثاني", "ثوان"],
            &["دقيق", "دقائق"],
            &["ساع"],
            &["يوم", "أيام", "ايام"],
            &["أسبوع", "أسابيع", "اسبوع"],
            &["شهر", "أشهر", "شهور"],
            &["سنة.", "سنوات", "سنين", "عام.", "عامًا", "عاما", "أعوام"],
        ],
    ),
    (
        "bg",
        [&["секунд"], &["минут"], &["час"], &["ден.", "дни", "дена"], &["седмиц"], &["месец"], &["година", "годин"]],
    ),
    ("ca", [&["segon"], &["minut"], &["hora", "hores"], &["dia", "dies"], &["setman"], &["mes.", "mesos"], &["any"]]),
    (
        "cs",
        [
            &["sekund", "vteřin"],
            &["minut"],
            &["hodin"],
            &["den.", "dny", "dnů", "dní", "dnech", "dnům", "denní"],
            &["týd"],
            &["měsí"],
            &["rok", "roč", "let.", "let"],
        ],
    ),
    ("da", [&["sekund"], &["minut"], &["time"], &["dag", "døgn"], &["uge"], &["måned"], &["år"]]),
    (
        "de",
        [
            &["sekund", "sekünd"],
            &["minut", "minüt"],
            &["stund", "stünd"],
            &["tag", "täg"],
            &["woche", "wöch"],
            &["monat"],
            &["jahr", "jähr"],
        ],
    ),
    (
        "el",
        [
            &["δευτερ", "δεύτερ"],
            &["λεπτ"],
            &["ώρ", "ωρ"],
            &["ημέρ", "ημερ", "μέρ"],
            &["εβδομ"],
            &["μήν", "μην"],
            &["χρόν", "έτ", "ετ"],
        ],
    ),
    ("es", [&["segund"], &["minut"], &["hora"], &["día", "dia"], &["seman"], &["mes.", "meses"], &["año"]]),
    (
        "fi",
        [
            &["sekun"],
            &["minuu"],
            &["tunt", "tunn"],
            &["päiv", "vuorok"],
            &["viik"],
            &["kuukau"],
            &["vuot", "vuod", "vuos"],
        ],
    ),
    ("fr", [&["seconde"], &["minute"], &["heure"], &["jour"], &["semaine"], &["mois."], &["an.", "ans.", "année"]]),
    (
        "he",
        [
            &["שניות", "שנייה", "שניה"],
            &["דק"],
            &["שעות", "שעה"],
            &["ימים", "יום", "ימי."],
            &["שבוע"],
            &["חודש"],
            &["שנים", "שנה.", "שנות"],
        ],
    ),
    ("hr", [&["sekund"], &["minut"], &["sat"], &["dan"], &["tjed"], &["mjesec"], &["godin"]]),
    ("hu", [&["másodperc"], &["perc"], &["ór"], &["nap"], &["hét", "het"], &["hónap"], &["év"]]),
    ("id", [&["detik"], &["menit"], &["jam"], &["hari"], &["minggu"], &["bulan"], &["tahun"]]),
    (
        "it",
        [
            &["second"],
            &["minut"],
            &["ora.", "ore."],
            &["giorn"],
            &["settiman"],
            &["mese.", "mesi."],
            &["anno.", "anni."],
        ],
    ),
    ("ja", [&["秒"], &["分"], &["時間"], &["日"], &["週"], &["か月", "ヶ月", "カ月", "ヵ月", "ケ月", "箇月"], &["年"]]),
    ("ko", [&["초"], &["분"], &["시간"], &["일"], &["주"], &["개월", "달"], &["년"]]),
    ("nb", [&["sekund"], &["minutt"], &["time"], &["dag", "døgn"], &["uke"], &["måned"], &["år"]]),
    ("nl", [&["second"], &["minu"], &["uur", "uren"], &["dag"], &["week", "weken"], &["maand"], &["jaar", "jaren"]]),
    (
        "pl",
        [
            &["sekund"],
            &["minut"],
            &["godzin"],
            &["dni", "dzień", "doby", "dób"],
            &["tydzie", "tygod"],
            &["miesi"],
            &["rok", "lat.", "lata", "letni"],
        ],
    ),
    ("pt", [&["segund"], &["minut"], &["hora"], &["dia"], &["seman"], &["mês", "meses", "mes."], &["ano"]]),
    (
        "ro",
        [
            &["secund"],
            &["minut"],
            &["ore", "oră"],
            &["zi.", "zile"],
            &["săptăm", "saptam"],
            &["lună", "luni"],
            &["an.", "ani"],
        ],
    ),
    (
        "ru",
        [
            &["секунд"],
            &["минут"],
            &["час.", "часа", "часо", "часы"],
            &["дн", "день", "сут"],
            &["недел"],
            &["месяц", "месяч"],
            &["год", "лет"],
        ],
    ),
    (
        "sk",
        [&["sekund"], &["minút"], &["hodin"], &["deň", "dni", "dní", "dňa", "dňo"], &["týžd"], &["mesia"], &["rok"]],
    ),
    (
        "sl",
        [
            &["sekund"],
            &["minut"],
            &["ur.", "ura", "ure", "uri", "urn"],
            &["dan", "dni", "dnev"],
            &["teden", "tedn"],
            &["mesec", "meseč"],
            &["let", "leta"],
        ],
    ),
    ("sv", [&["sekund"], &["minut"], &["timm", "tim."], &["dag", "dygn"], &["vec"], &["månad"], &["år"]]),
    ("th", [&["วินาที"], &["นาที"], &["ชั่วโมง"], &["วัน"], &["สัปดาห์"], &["เดือน"], &["ปี"]]),
    (
        "tr",
        [&["saniye"], &["dakika"], &["saat"], &["gün"], &["hafta"], &["ay.", "ayı", "ayd", "aylı"], &["yıl", "sene"]],
    ),
    (
        "uk",
        [
            &["секунд"],
            &["хвилин"],
            &["годин"],
            &["дн", "день", "діб", "доб"],
            &["тижн", "тижд"],
            &["місяц", "місяч"],
            &["рок", "рік", "річ"],
        ],
    ),
    ("vi", [&["giây"], &["phút"], &["giờ", "tiếng"], &["ngày"], &["tuần"], &["tháng"], &["năm"]]),
    (
        "zh",
        [
            &["秒"],
            &["分"],
            &["小时", "小時", "个小时", "個小時"],
            &["天", "日"],
            &["周", "週", "星期", "个星期", "個星期"],
            &["个月", "個月"],
            &["年"],
        ],
    ),
];

/// Scripts in which no blank parts the words, so that an ending is no sign of another word.
const UNSPACED: [&str; 4] = ["ja", "ko", "th", "zh"];

/// A number with a unit behind it: its values, where both stand, and which unit it is.
struct Duration {
    values: Vec<String>,
    range: Range<usize>,
    unit: usize,
}

/// Tells whether one of the numbers of an English text has a unit of time behind it.
pub fn has_any(text: &str, numbers: &[Number]) -> bool {
    numbers.iter().any(|number| in_english(text, number.range.end).is_some())
}

/// Returns where a number of the English origin stands with its unit, and where it has another unit in the translation:
/// one that the origin has with this number nowhere, while the origin's own is lost. Nothing where the words of the
/// language are not known.
pub fn exchanged(theirs: &str, wanted: &[Number], ours: &str, language: &str) -> Option<(Range<usize>, Range<usize>)> {
    let (_, words) = UNITS.iter().find(|(known, _)| *known == language)?;
    let is_unspaced = UNSPACED.contains(&language);
    let theirs = wanted.iter().filter_map(|number| duration(number, in_english(theirs, number.range.end)));
    let theirs: Vec<Duration> = theirs.take(MOST).collect();
    let here = if theirs.is_empty() { Vec::new() } else { numbers(ours) };
    let here = here.iter().filter_map(|number| duration(number, in_words(ours, number.range.end, words, is_unspaced)));
    let here: Vec<Duration> = here.take(MOST).collect();
    let is_in = |all: &[Duration], one: &Duration, unit: usize| {
        all.iter().any(|other| other.unit == unit && other.has_value_of(one))
    };
    theirs.iter().filter(|wanted| !is_in(&here, wanted, wanted.unit)).find_map(|wanted| {
        let is_stranger = |other: &&Duration| other.has_value_of(wanted) && !is_in(&theirs, other, other.unit);
        here.iter().find(is_stranger).map(|other| (wanted.range.clone(), other.range.clone()))
    })
}

impl Duration {
    fn has_value_of(&self, other: &Self) -> bool {
        self.values.iter().any(|value| other.values.contains(value))
    }
}

fn duration(number: &Number, unit: Option<(usize, usize)>) -> Option<Duration> {
    let (unit, end) = unit?;
    Some(Duration { values: number.values.clone(), range: number.range.start..end, unit })
}

/// Returns where the word behind a number begins.
fn behind(text: &str, at: usize) -> usize {
    let rest = &text[at..];
    at + rest.len() - rest.trim_start_matches([' ', '\u{a0}', '\u{202f}', '-', '\u{2011}']).len()
}

/// Returns which unit of English stands behind a number, and where it ends.
fn in_english(text: &str, at: usize) -> Option<(usize, usize)> {
    let start = behind(text, at);
    let length = text[start..].find(|c: char| !c.is_ascii_alphabetic()).unwrap_or(text.len() - start);
    let word = &text[start..start + length];
    let unit = ENGLISH.iter().position(|unit| word.strip_suffix('s').unwrap_or(word) == *unit)?;
    Some((unit, start + length))
}

/// Returns which unit of a language stands behind a number, and where its word ends.
fn in_words(text: &str, at: usize, words: &[&[&str]; 7], is_unspaced: bool) -> Option<(usize, usize)> {
    let start = behind(text, at);
    let length = text[start..].find(|c: char| !is_alphabetic(c)).unwrap_or(text.len() - start);
    let word: String = text[start..start + length].to_lowercase();
    let fits = |begin: &&&str| match begin.strip_suffix('.') {
        Some(whole) => word == whole,
        None => word.strip_prefix(**begin).is_some_and(|rest| is_unspaced || rest.chars().count() <= ENDING),
    };
    let longest = |all: &[&str]| all.iter().filter(fits).map(|begin| begin.len()).max();
    let (length_of, unit) = words.iter().enumerate().filter_map(|(unit, all)| Some((longest(all)?, unit))).max()?;
    Some((unit, if is_unspaced { start + length_of } else { start + length }))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found<'t>(theirs: &str, ours: &'t str, language: &str) -> Option<&'t str> {
        exchanged(theirs, &numbers(theirs), ours, language).map(|(_, range)| &ours[range])
    }

    #[test]
    fn another_unit_behind_the_same_number_is_another_time() {
        let english = "Wait up to 24 hours; a deleted mailbox is kept for 30 days.";
        for (language, ours, wrong) in [
            ("de", "Warten Sie bis zu 24 Tage; ein gelöschtes Postfach bleibt 30 Tage.", "24 Tage"),
            ("ja", "最大 24 時間待ちます。削除されたメールボックスは 30 か月間保持されます。", "30 か月"),
            ("ar", "انتظر حتى 24 ساعة؛ يُحتفظ بعلبة البريد المحذوفة لمدة 30 ساعة.", "30 ساعة"),
            ("ru", "Подождите до 24 часов; удалённый ящик хранится 30 месяцев.", "30 месяцев"),
            (
                "de",
                "Warten Sie 24 bis 48 Monate; ein gelöschtes Postfach bleibt 30 Stunden, also 30 Stunden.",
                "30 Stunden",
            ),
            ("ko", "최대 24일 동안 기다립니다. 삭제된 사서함은 30일 동안 보관됩니다.", "24일"),
        ] {
            assert_eq!(found(english, ours, language), Some(wrong), "{ours}");
        }
    }

    #[test]
    fn the_same_time_in_other_words_is_none() {
        let english = "Wait up to 24 hours; a deleted mailbox is kept for 30 days.";
        for (language, ours) in [
            ("de", "Warten Sie bis zu einem Tag; ein gelöschtes Postfach bleibt 30 Tage."),
            ("sl", "Počakajte do 24 ur; izbrisani nabiralnik se hrani 30 dni."),
            ("zh", "最多等待 24 小时；已删除的邮箱会保留 30 天。"),
            ("pl", "Poczekaj do 24 godzin; skrzynka jest przechowywana przez 30 dni."),
            ("th", "รอนานสูงสุด 24 ชั่วโมง กล่องจดหมายที่ลบจะถูกเก็บไว้ 30 วัน"),
            ("fr", "Patientez jusqu’à 24 heures ; la boîte est conservée 30 jours."),
            ("xx", "24 dies, 30 horas"),
        ] {
            assert_eq!(found(english, ours, language), None, "{ours}");
        }
    }
}
