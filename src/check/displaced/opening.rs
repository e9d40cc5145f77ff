//! Links that end with a word which opens what follows: "[assign the policy of](…) retention".
//!
//! Prepositions, articles and words for "and" end no phrase in these languages. Those that verbs end with, as in "melden
//! Sie sich an", are left out.

use super::joint::{ByLanguage, words};
use super::pair::Pair;
use super::text::{ends_with_grammar, is_sign};
use crate::model::script::is_unspaced;

const OPENING: &ByLanguage = &[
    ("ar", &["في", "من", "على", "إلى", "عن", "مع", "أو", "بين"]),
    ("bg", &["в", "във", "на", "с", "със", "за", "от", "до", "по", "при", "и", "или"]),
    ("bs", &["u", "na", "za", "iz", "od", "do", "po", "pri", "o", "s", "sa", "i", "ili"]),
    ("ca", &["el", "la", "els", "les", "un", "una", "de", "del", "dels", "amb", "per", "i", "o"]),
    ("cs", &["v", "ve", "s", "z", "ze", "k", "ke", "do", "na", "pro", "od", "po", "za", "o", "u", "a", "nebo"]),
    ("da", &["et", "og", "eller"]),
    (
        "de",
        &[
            "das", "dem", "den", "der", "des", "die", "eine", "einem", "einen", "einer", "eines", "beim", "für", "im",
            "ins", "oder", "sowie", "und", "vom", "von", "zum", "zur",
        ],
    ),
    (
        "el",
        &[
            "το", "τα", "την", "της", "του", "των", "στο", "στη", "στην", "στα", "στις", "για", "με", "από", "σε",
            "και", "ένα", "μια",
        ],
    ),
    ("en", &["a", "an", "and", "of", "or", "the", "your"]),
    ("es", &["al", "con", "de", "del", "el", "en", "la", "las", "los", "o", "para", "por", "un", "una", "y"]),
    ("et", &["ja", "või"]),
    ("fi", &["ja", "sekä", "tai"]),
    (
        "fr",
        &[
            "au", "aux", "avec", "dans", "de", "des", "du", "en", "et", "la", "le", "les", "ou", "par", "pour", "sur",
            "un", "une", "votre", "vos",
        ],
    ),
    ("he", &["של", "את", "על", "עם", "או"]),
    ("hi", &["और", "या"]),
    ("hr", &["u", "na", "za", "iz", "od", "do", "po", "pri", "o", "s", "sa", "i", "ili"]),
    ("hu", &["a", "az", "egy", "és", "vagy"]),
    ("id", &["atau", "dan", "dari", "dengan", "di", "ke", "oleh", "pada", "untuk", "yang"]),
    (
        "it",
        &[
            "al", "alla", "con", "dei", "del", "della", "delle", "di", "e", "gli", "il", "in", "la", "le", "lo", "nel",
            "nella", "o", "per", "su", "un", "una",
        ],
    ),
    ("ko", &["및", "또는"]),
    ("lt", &["apie", "arba", "dėl", "iš", "ir", "su", "už"]),
    ("lv", &["ar", "no", "par", "un", "uz", "vai"]),
    ("ms", &["atau", "dan", "dari", "dengan", "di", "ke", "oleh", "pada", "untuk", "yang"]),
    ("nb", &["et", "og", "eller"]),
    ("nl", &["de", "een", "en", "het", "of", "uw", "van"]),
    ("nn", &["og", "eller"]),
    ("no", &["et", "og", "eller"]),
    ("pl", &["dla", "do", "i", "lub", "na", "o", "od", "oraz", "po", "przez", "u", "w", "we", "z", "za", "ze"]),
    (
        "pt",
        &[
            "ao", "as", "com", "da", "das", "de", "do", "dos", "e", "em", "na", "nas", "no", "nos", "os", "ou", "para",
            "pela", "pelo", "por", "seu", "sua", "um", "uma", "à",
        ],
    ),
    ("ro", &["al", "cu", "de", "din", "la", "pe", "pentru", "sau", "un", "în", "și"]),
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
    ("sv", &["av", "ett", "och", "eller"]),
    ("tr", &["ve", "veya"]),
    ("uk", &["або", "без", "в", "від", "для", "до", "з", "за", "и", "і", "із", "на", "по", "при", "про", "та", "у"]),
    ("vi", &["cho", "các", "của", "hoặc", "những", "từ", "và", "với"]),
    ("zh", &["以便", "以及", "并且", "或者", "是否", "並且"]),
];

/// The words for "if", "that" and "which". A sentence without its end may be linked in the origin, which only that tells.
const CLAUSES: &ByLanguage = &[
    ("bg", &["ако", "който", "че"]),
    ("bs", &["ako", "da", "koja", "koje", "koji"]),
    ("cs", &["aby", "jestliže", "pokud", "že"]),
    ("de", &["damit", "dass", "wenn"]),
    ("en", &["if", "that", "which"]),
    ("es", &["que", "si"]),
    ("fr", &["que", "qui", "si"]),
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

/// Tells whether a link ends with such a word, and the text goes on behind it.
pub(super) fn ends_open(pair: Pair<'_, '_>) -> bool {
    let locale = pair.locale();
    let clauses = words(CLAUSES, locale).filter(|_| pair.original.evidence.is_some());
    let mut opening = words(OPENING, locale).into_iter().chain(clauses).flatten();
    let last = |text: &'_ str| -> String {
        let text = text.trim_end();
        text.split(|c: char| c.is_whitespace() || is_sign(c) && c != '\'').next_back().unwrap_or_default().to_owned()
    };
    let is_open = match locale.language() {
        "zh" => opening.any(|word| pair.text.ends_with(word)),
        _ if !pair.text.contains(char::is_whitespace) => false,
        _ => {
            let last = last(pair.text);
            opening.any(|word| *word == last)
        }
    };
    // Some verbs need a preposition in another language: "Contact" is "Skontaktuj się z".
    let is_phrase = pair.was.contains(|c: char| c.is_whitespace() || is_unspaced(c));
    is_open && is_phrase && pair.goes_on() && !ends_with_grammar(pair.was)
}
