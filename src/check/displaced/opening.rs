//! Links that end with a word which opens what follows: "[assign the policy of](…) retention".
//!
//! Prepositions, articles and words for "and", "if" and "that" end no phrase in these languages. Those that verbs end
//! with, as in "melden Sie sich an", and those that stand for a thing, as in "[create one](…) first", are left out.

use super::joint::{ByLanguage, JOINTS, words};
use super::pair::Pair;
use super::text::{ends_with_grammar, is_sign};
use crate::model::script::is_unspaced;

/// Words that what they belong to follows.
const OPENING: &ByLanguage = &[
    ("ar", &["في", "من", "على", "إلى", "عن", "مع", "أو", "بين"]),
    ("bg", &["в", "във", "на", "с", "със", "за", "от", "до", "по", "при", "и", "или"]),
    ("bs", &["u", "na", "za", "iz", "od", "do", "po", "pri", "o", "s", "sa", "i", "ili"]),
    ("ca", &["el", "la", "els", "les", "de", "del", "dels", "amb", "per", "i", "o"]),
    ("cs", &["v", "ve", "s", "z", "ze", "k", "ke", "do", "na", "pro", "od", "po", "za", "o", "u", "a", "nebo"]),
    ("da", &["og", "eller"]),
    (
        "de",
        &[
            "das", "dem", "den", "der", "des", "die", "beim", "für", "im", "ins", "oder", "sowie", "und", "vom", "von",
            "zum", "zur",
        ],
    ),
    ("el", &["στο", "στη", "στην", "στα", "στις", "για", "από", "σε", "και"]),
    ("en", &["a", "an", "and", "of", "or", "the", "your"]),
    ("es", &["al", "con", "de", "del", "el", "en", "la", "las", "los", "o", "para", "por", "y"]),
    ("et", &["ja", "või"]),
    ("fi", &["ja", "sekä", "tai"]),
    (
        "fr",
        &[
            "au", "aux", "avec", "dans", "de", "des", "du", "en", "et", "la", "le", "les", "ou", "par", "pour", "sur",
            "votre", "vos",
        ],
    ),
    ("he", &["של", "את", "על", "עם", "או"]),
    ("hr", &["u", "na", "za", "iz", "od", "do", "po", "pri", "o", "s", "sa", "i", "ili"]),
    ("hu", &["a", "az", "egy", "és", "vagy"]),
    ("id", &["atau", "dan", "dari", "dengan", "di", "ke", "oleh", "pada", "untuk", "yang"]),
    (
        "it",
        &[
            "al", "alla", "con", "dei", "del", "della", "delle", "di", "e", "gli", "il", "in", "la", "le", "lo", "nel",
            "nella", "o", "per", "su",
        ],
    ),
    ("ko", &["및", "또는"]),
    ("lt", &["apie", "arba", "dėl", "iš", "ir", "su", "už"]),
    ("lv", &["ar", "no", "par", "un", "uz", "vai"]),
    ("ms", &["atau", "dan", "dari", "dengan", "di", "ke", "oleh", "pada", "untuk", "yang"]),
    ("nb", &["og", "eller"]),
    ("nl", &["de", "en", "of", "uw"]),
    ("nn", &["og", "eller"]),
    ("no", &["og", "eller"]),
    ("pl", &["dla", "do", "i", "lub", "na", "o", "od", "oraz", "po", "przez", "u", "w", "we", "z", "za", "ze"]),
    (
        "pt",
        &[
            "ao", "as", "com", "da", "das", "de", "do", "dos", "e", "em", "na", "nas", "no", "nos", "os", "ou", "para",
            "pela", "pelo", "por", "à",
        ],
    ),
    ("ro", &["al", "cu", "de", "din", "la", "pe", "pentru", "sau", "în", "și"]),
    (
        "ru",
        &[
            "без", "в", "во", "для", "до", "за", "и", "из", "или", "к", "ко", "на", "о", "об", "от", "по", "при", "с",
            "со", "у",
        ],
    ),
    ("sk", &["v", "vo", "s", "so", "z", "zo", "k", "ku", "do", "na", "pre", "od", "po", "za", "o", "u", "a", "alebo"]),
    ("sl", &["ali", "do", "h", "in", "iz", "k", "na", "o", "ob", "od", "po", "pri", "s", "ter", "v", "z", "za"]),
    ("sr", &["u", "na", "za", "iz", "od", "do", "po", "pri", "o", "s", "sa", "i", "ili", "у", "на", "за", "из", "и"]),
    ("sv", &["och", "eller"]),
    ("tr", &["ve", "veya"]),
    ("uk", &["або", "без", "в", "від", "для", "до", "з", "за", "и", "і", "із", "на", "по", "при", "про", "та", "у"]),
    ("vi", &["cho", "các", "của", "hoặc", "những", "và", "với"]),
    ("zh", &["以便", "以及", "并且", "或者", "是否", "並且"]),
];

/// The words for "if", "that" and "which". A sentence without its end may be linked in the origin, which only that tells.
const CLAUSES: &ByLanguage = &[
    ("bg", &["ако", "който", "че"]),
    ("bs", &["ako", "da", "koja", "koje", "koji"]),
    ("cs", &["aby", "jestliže", "pokud", "že"]),
    ("de", &["damit", "dass", "wenn"]),
    ("es", &["que", "si"]),
    ("fr", &["que", "si"]),
    ("hr", &["ako", "da", "koja", "koje", "koji"]),
    ("id", &["agar", "bahwa", "jika"]),
    ("it", &["che", "se"]),
    ("ms", &["agar", "bahawa", "jika"]),
    ("nl", &["dat", "indien"]),
    ("pl", &["aby", "jeśli", "że"]),
    ("pt", &["que", "se"]),
    ("ru", &["если", "что", "чтобы"]),
    ("sk", &["aby", "ak", "že"]),
    ("sl", &["da", "ki", "če"]),
    ("sr", &["ako", "da", "koji", "ако", "да"]),
    ("uk", &["що", "щоб", "якщо"]),
    ("vi", &["nếu"]),
];

/// Tells whether a link ends with a word that opens what follows, and something does.
pub(super) fn ends_open(pair: Pair<'_, '_>) -> bool {
    let locale = pair.locale();
    let clauses = words(CLAUSES, locale).filter(|_| pair.original.evidence.is_some());
    let mut opening = words(OPENING, locale).into_iter().chain(clauses).flatten();
    let is_border = |c: char| c.is_whitespace() || is_sign(c) && !matches!(c, '\'' | '’' | '-');
    let last = pair.text.trim_end().rsplit(is_border).next().unwrap_or_default();
    let is_open = match locale.language() {
        "zh" => opening.any(|word| pair.text.ends_with(word)),
        _ => pair.text.contains(char::is_whitespace) && opening.any(|word| *word == last),
    };
    // Some verbs need a preposition in another language: "Contact" is "Skontaktuj się z". And one that follows in the
    // origin was only taken along: "[Learn more](…) about".
    let is_phrase = pair.was.contains(|c: char| c.is_whitespace() || is_unspaced(c));
    let is_joint = || {
        let tables = [words(JOINTS, locale), words(CLAUSES, locale)];
        tables.into_iter().flatten().flatten().any(|word| *word == last)
    };
    let is_taken_along = || pair.is_followed_by_grammar() && !is_joint();
    is_open && is_phrase && pair.goes_on() && !ends_with_grammar(pair.was) && !is_taken_along()
}
