//! Links that end at an "and" or an "or" amid their words: "Move or [Copy](…)" for "[Move or Copy](…)".

use super::pair::Pair;
use super::text::is_sign;
use crate::model::locale::Locale;
use crate::model::script::is_unspaced;

/// The words for "and" and "or", by language.
pub(super) const JOINTS: &ByLanguage = &[
    ("af", &["en", "of"]),
    ("ar", &["أو"]),
    ("az", &["və", "yaxud", "ya"]),
    ("be", &["і", "або"]),
    ("bg", &["и", "или"]),
    ("bs", &["i", "ili"]),
    ("ca", &["i", "o"]),
    ("cs", &["a", "nebo"]),
    ("da", &["og", "eller"]),
    ("de", &["und", "oder", "sowie"]),
    ("el", &["και", "ή"]),
    ("en", &["and", "or"]),
    ("es", &["y", "e", "o", "u"]),
    ("et", &["ja", "või"]),
    ("eu", &["eta", "edo"]),
    ("fa", &["و", "یا"]),
    ("fi", &["ja", "tai", "sekä"]),
    ("fr", &["et", "ou"]),
    ("gl", &["e", "ou"]),
    ("he", &["או"]),
    ("hi", &["और", "या"]),
    ("hr", &["i", "ili"]),
    ("hu", &["és", "vagy"]),
    ("id", &["dan", "atau"]),
    ("it", &["e", "ed", "o", "od"]),
    ("ja", &["または", "および", "あるいは", "及び", "又は"]),
    ("kk", &["және", "немесе"]),
    ("ko", &["및", "또는", "그리고"]),
    ("lt", &["ir", "arba", "ar"]),
    ("lv", &["un", "vai"]),
    ("mk", &["и", "или"]),
    ("ms", &["dan", "atau"]),
    ("nb", &["og", "eller"]),
    ("nl", &["en", "of"]),
    ("nn", &["og", "eller"]),
    ("no", &["og", "eller"]),
    ("pl", &["i", "oraz", "lub", "albo"]),
    ("pt", &["e", "ou"]),
    ("ro", &["și", "sau"]),
    ("ru", &["и", "или"]),
    ("sk", &["a", "alebo"]),
    ("sl", &["in", "ali", "ter"]),
    ("sr", &["i", "ili", "и", "или"]),
    ("sv", &["och", "eller"]),
    ("th", &["และ", "หรือ"]),
    ("tr", &["ve", "veya"]),
    ("uk", &["і", "та", "або"]),
    ("ur", &["اور", "یا"]),
    ("vi", &["và", "hoặc"]),
    ("zh", &["和", "或", "以及", "或者", "并且", "並且"]),
];

/// The words for "if", by language.
const CONDITIONS: &ByLanguage = &[
    ("bg", &["ако"]),
    ("bs", &["ako"]),
    ("cs", &["pokud", "jestliže"]),
    ("da", &["hvis"]),
    ("de", &["wenn", "falls"]),
    ("el", &["αν", "εάν"]),
    ("es", &["si"]),
    ("fi", &["jos"]),
    ("fr", &["si"]),
    ("hr", &["ako"]),
    ("hu", &["ha"]),
    ("id", &["jika", "apabila", "bila"]),
    ("lt", &["jei"]),
    ("lv", &["ja"]),
    ("ms", &["jika"]),
    ("nb", &["hvis"]),
    ("nl", &["indien"]),
    ("pl", &["jeśli", "jeżeli"]),
    ("ro", &["dacă"]),
    ("ru", &["если"]),
    ("sk", &["ak"]),
    ("sl", &["če"]),
    ("sr", &["ako", "ако"]),
    ("th", &["หาก", "ถ้า"]),
    ("tr", &["eğer"]),
    ("uk", &["якщо"]),
    ("vi", &["nếu"]),
    ("zh", &["如果"]),
];

/// What joins words besides these.
const FURTHER: [&str; 15] = ["&", "＆", "/", "、", "・", "や", "と", "와 ", "과 ", "나 ", " و", " ו", "与", "與", "并"];

/// Tells whether a link starts with "if", and the origin's says nothing of a condition.
pub(super) fn starts_condition(pair: Pair<'_, '_>) -> bool {
    const WHEN: [&str; 8] = ["if", "when", "whether", "unless", "case", "should", "once", "provided"];
    let Pair { text, was, .. } = pair;
    let is_english = || pair.origin_locale().is_some_and(|locale| locale.language() == "en");
    let is_said = || was.split(|c: char| !c.is_alphanumeric()).any(|word| WHEN.contains(&&*word.to_lowercase()));
    let Some(words) = words(CONDITIONS, pair.locale()).filter(|_| is_english()) else { return false };
    // In small letters, as the words are.
    let text = text.trim_start_matches(is_sign);
    let start: String = text.chars().take(LONGEST).flat_map(char::to_lowercase).collect();
    starts_with(&start, words) && !is_said() && !was.contains('?') && !pair.was_pointing()
}

/// No word for "if" has more letters, the one behind it counted.
const LONGEST: usize = 12;

/// Tells whether a link starts or ends at a joint of its words, of which the origin's link has both sides.
pub(super) fn is_parted(pair: Pair<'_, '_>) -> bool {
    let Pair { text, was, .. } = pair;
    let Some(theirs) = pair.origin_locale().and_then(|locale| words(JOINTS, locale)) else { return false };
    if !has_inside(was, theirs) {
        return false;
    }
    let Some(own) = words(JOINTS, pair.locale()) else { return false };
    if has_inside(text, own) || FURTHER.iter().any(|sign| text.contains(sign)) {
        return false;
    }
    // Where the origin's clause goes on behind a comma, others say "and".
    let goes_on = pair.around_origin()[1].starts_with([',', ';']);
    let is_at = |joints: &[&str], text: &str, [before, behind]: &[String; 2]| {
        ends_with(before, joints)
            || starts_with(text, joints)
            || !goes_on && (ends_with(text, joints) || starts_with(behind, joints))
    };
    is_at(own, text, pair.around()) && !is_at(theirs, was, pair.around_origin())
}

/// Tells whether the origin's link has such a joint.
pub(super) fn is_in_origin(pair: Pair<'_, '_>) -> bool {
    let joints = pair.origin_locale().and_then(|locale| words(JOINTS, locale));
    joints.is_some_and(|joints| has_inside(pair.was, joints))
}

/// Tells whether a text starts with a word for "and" or "or".
pub(super) fn starts_with_joint(text: &str, locale: &Locale) -> bool {
    words(JOINTS, locale).is_some_and(|joints| starts_with(text, joints))
}

/// Tells whether a text of several words ends with a word for "and" or "or".
pub fn ends_with_joint(text: &str, locale: &Locale) -> bool {
    text.contains(' ') && words(JOINTS, locale).is_some_and(|joints| ends_with(text, joints))
}

/// Words of some kind by their languages, which are in order.
pub(super) type ByLanguage = [(&'static str, &'static [&'static str])];

/// Returns the words of a locale's language.
pub(super) fn words(all: &ByLanguage, locale: &Locale) -> Option<&'static [&'static str]> {
    all.binary_search_by_key(&locale.language(), |(language, _)| language).ok().map(|at| all[at].1)
}

/// Tells whether a text has a joint between other words.
fn has_inside(text: &str, joints: &[&str]) -> bool {
    let text = text.trim_matches(is_sign);
    joints.iter().any(|joint| {
        text.match_indices(joint).any(|(at, _)| {
            let [before, behind] = [&text[..at], &text[at + joint.len()..]];
            !before.trim().is_empty() && !behind.trim().is_empty() && is_whole(joint, before, behind)
        })
    })
}

fn starts_with(text: &str, joints: &[&str]) -> bool {
    let text = text.trim_start_matches(is_sign);
    joints.iter().any(|joint| text.strip_prefix(joint).is_some_and(|rest| is_whole(joint, "", rest)))
}

fn ends_with(text: &str, joints: &[&str]) -> bool {
    let text = text.trim_end_matches(is_sign);
    joints.iter().any(|joint| text.strip_suffix(joint).is_some_and(|rest| is_whole(joint, rest, "")))
}

/// Tells whether a joint is a word by itself between two texts, where words are parted by blanks.
fn is_whole(joint: &str, before: &str, behind: &str) -> bool {
    let is_free = |c: Option<char>| !c.is_some_and(|c| c.is_alphanumeric() || matches!(c, '-' | '\'' | '’'));
    joint.starts_with(is_unspaced) || is_free(before.chars().next_back()) && is_free(behind.chars().next())
}
