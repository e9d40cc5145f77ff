//! Words for numbers from thirteen to ninety-nine, by which a text may say what another has in digits.

/// Parts of such words by language, of a half and of a dozen; those of languages that are not here are not known.
const PARTS: &[(&str, &[&str])] = &[
    ("ar", &["عشر", "ثلاث", "ربع", "خمس", "ستون", "ستين", "سبع", "ثمان", "تسع", "مئة", "مائة", "نصف", "واحد"]),
    ("bg", &["десет", "надесет", "двадес", "тридес", "шейсет", "половин", "дузин"]),
    ("ca", &["tze", "dinou", "disset", "divuit", "setze", "quinze", "vint", "trent", "anta", "meitat", "mig"]),
    ("cs", &["náct", "dvacet", "dvacát", "třicet", "třicát", "čtyřicet", "desát", "půl", "polovin", "tucet"]),
    ("da", &["ten", "tyve", "tred", "fyrre", "halv", "tres", "firs", "snes", "dusin"]),
    ("de", &["zehn", "zwanzig", "dreißig", "dreissig", "zig", "halb", "hälfte", "dutzend", "hundert"]),
    (
        "el",
        &[
            "δεκα",
            "δέκα",
            "είκοσ",
            "εικοσ",
            "τριάντα",
            "σαράντα",
            "πενήντα",
            "εξήντα",
            "εβδομήντα",
            "ογδόντα",
            "ενενήντα",
            "μισ",
            "δωδεκ",
        ],
    ),
    ("es", &["trece", "catorce", "quince", "dieci", "veint", "treint", "enta", "mitad", "medi", "docen"]),
    ("fi", &["toista", "kymmen", "puol", "tusin", "sata"]),
    (
        "fr",
        &[
            "treiz", "quatorz", "quinz", "seiz", "dix", "vingt", "trent", "quarant", "cinquant", "soixant", "moitié",
            "demi", "douzain",
        ],
    ),
    ("he", &["עשר", "שלוש", "ארבע", "חמיש", "שיש", "שבע", "שמונ", "תשע", "חצי", "מחצית"]),
    ("hr", &["naest", "dvadeset", "trideset", "deset", "polov", "tucet"]),
    (
        "hu",
        &["tizen", "húsz", "husz", "harminc", "negyven", "ötven", "hatvan", "hetven", "nyolcvan", "kilencven", "fél"],
    ),
    ("id", &["belas", "puluh", "setengah", "separuh", "lusin", "seratus"]),
    (
        "it",
        &[
            "tredici",
            "quattordici",
            "quindici",
            "sedici",
            "dicia",
            "dicio",
            "vent",
            "trent",
            "anta",
            "metà",
            "mezz",
            "dozzin",
        ],
    ),
    ("ja", &["十", "半", "ダース"]),
    ("ko", &["십", "열", "스물", "스무", "서른", "마흔", "쉰", "예순", "일흔", "여든", "아흔", "반"]),
    ("nb", &["ten", "tjue", "tretti", "førti", "femti", "seksti", "sytti", "åtti", "nitti", "halv", "dusin"]),
    ("nl", &["tien", "twintig", "dertig", "tig", "helft", "half", "dozijn", "honderd"]),
    ("pl", &["naście", "nast", "dwadzieścia", "dwudziest", "trzydzie", "czterdzie", "dziesi", "połow", "pół", "tuzin"]),
    ("pt", &["treze", "catorze", "quatorze", "quinze", "dez", "vint", "trint", "enta", "metade", "mei", "dúzia"]),
    ("ro", &["sprezece", "zeci", "jumătate", "duzin"]),
    ("ru", &["надцат", "двадцат", "тридцат", "сорок", "десят", "девяност", "полов", "пол", "дюжин"]),
    ("sk", &["násť", "nást", "dvadsať", "dvadsia", "tridsa", "štyridsa", "desiat", "pol", "tucet"]),
    ("sl", &["najst", "dvajset", "trideset", "deset", "polovic", "ducat"]),
    ("sv", &["ton", "tjugo", "trettio", "fyrtio", "femtio", "sextio", "sjuttio", "åttio", "nittio", "halv", "dussin"]),
    ("th", &["สิบ", "ครึ่ง", "โหล"]),
    ("tr", &["on", "yirmi", "otuz", "kırk", "elli", "altmış", "yetmiş", "seksen", "doksan", "yarı", "düzine"]),
    ("uk", &["надцят", "двадцят", "тридцят", "сорок", "десят", "дев'яност", "дев’яност", "половин", "пів", "дюжин"]),
    ("vi", &["mười", "mươi", "nửa", "tá"]),
    ("zh", &["十", "半", "廿", "打"]),
];

/// Returns whether a text in a language may say such a number in words; `None` where its words are not known.
pub fn may_be_said(language: &str, text: &str) -> Option<bool> {
    let (_, parts) = PARTS.iter().find(|(known, _)| *known == language)?;
    let text = text.to_lowercase();
    Some(parts.iter().any(|part| text.contains(part)))
}

/// The English words for numbers from one to twenty, and for tens.
const ENGLISH: [(&str, &str); 27] = [
    ("one", "1"),
    ("two", "2"),
    ("three", "3"),
    ("four", "4"),
    ("five", "5"),
    ("six", "6"),
    ("seven", "7"),
    ("eight", "8"),
    ("nine", "9"),
    ("ten", "10"),
    ("eleven", "11"),
    ("twelve", "12"),
    ("thirteen", "13"),
    ("fourteen", "14"),
    ("fifteen", "15"),
    ("sixteen", "16"),
    ("seventeen", "17"),
    ("eighteen", "18"),
    ("nineteen", "19"),
    ("twenty", "20"),
    ("thirty", "30"),
    ("forty", "40"),
    ("fifty", "50"),
    ("sixty", "60"),
    ("seventy", "70"),
    ("eighty", "80"),
    ("ninety", "90"),
];

/// Tells whether an English text says one of some values in words.
pub fn is_said_in_english(text: &str, values: &[String]) -> bool {
    let mut said = ENGLISH.iter().filter(|(_, value)| values.iter().any(|other| other == value)).map(|(word, _)| word);
    let is_word = |word: &&str| {
        let mut words = text.split(|c: char| !c.is_ascii_alphabetic());
        words.any(|other| other.eq_ignore_ascii_case(word))
    };
    said.any(is_word)
}

/// What a number counts that may be said in larger or smaller units: 24 hours are a day.
const UNITS: [&str; 7] = ["second", "minute", "hour", "day", "week", "month", "year"];

/// What a number counts.
pub enum Counted<'t> {
    /// Parts of a hundred.
    Percent,
    /// A time, in the unit of this word.
    Time(&'t str),
    Other,
}

impl<'t> Counted<'t> {
    /// Reads what stands behind a number in English.
    pub fn of(behind: &'t str) -> Self {
        let behind = behind.trim_start_matches([' ', '-', '\u{a0}']);
        let word = &behind[..behind.find(|c: char| !c.is_ascii_alphabetic()).unwrap_or(behind.len())];
        if behind.starts_with('%') || word == "percent" {
            Self::Percent
        } else if UNITS.contains(&word.trim_end_matches('s')) {
            Self::Time(word)
        } else {
            Self::Other
        }
    }
}
