//! Words that no link is about, in many languages: prepositions, conjunctions, articles, auxiliary verbs, and the
//! verb "see" that stands beside so many links.
//!
//! Words for "here" and "this" are none, for links often stand on them; nor are words that mean such in another of the
//! languages.

use std::sync::LazyLock;

use rustc_hash::{FxHashMap, FxHashSet};
use unicode_normalization::char::is_combining_mark;

use super::language::{is_alphanumeric, is_english_grammar};

const GRAMMAR: &[&str] = &[
    // Germanic.
    "and or of to in on about for with from by at the a an as is are be if then that which when can will must should may might has have was were been not your you it",
    "und oder der die das den dem des im ins zu zum zur von vom mit für auf bei aus ein eine einen einem einer als",
    "ist sind wird werden wenn dann dass ob aber auch nicht sich sie ihr ihre ihren ihrem um an durch nach muss müssen kann können sollte sollten hat haben wurde wurden",
    "en og av til för på med att och van het een voor met naar op de eller samt som är kan ska det ett den inte",
    "af på ved fra når hvis skal kan du din dit jeres og eller at som er ikke zijn worden als dan dat niet uw wordt moet moeten heeft måste bör har",
    // Romance.
    "de do da dos das no na nos nas em e o os as um uma para por com que ou se não ao à às pelo pela seu sua você quando deve devem pode podem foi está",
    "el la los las y u del al con un una en es se si su sus lo cuando pero como o que por para ha han son está debe deben puede pueden fue",
    "le les du et ou dans sur pour par avec que qui est sont si votre vos vous il elle des au aux une un pas peut doit doivent peuvent a été",
    "il lo gli di della del nel nella per con che e è se il suo sua dal dalla alla allo quando non sono può deve devono possono",
    "și cu pe la din pentru sau care dacă este sunt nu al ale prin iar",
    // Slavic and Baltic.
    "v z s k h iz za po pri od ob ter in ali i če lahko nato ko ki je so se da bo na o pred med ne ni niso morate mora morajo lahko vaš vaše vašo",
    "w we ze oraz lub dla nebo pro ve ke že kdy aby jest są nie się jeśli czy przez może pokud je jsou nebo při musi należy można musí může ma",
    "в во на и с со к ко по из для от за у при или о об до если то как что когда чтобы не а но же вы вас ваш вашего",
    "вашей можно нужно может могут должен должна должно должны следует затем а также та і від або якщо що як щоб не ви ваш ще може можна повинні",
    "ir un ar uz arba jei kad su iš per nuo apie vai ja kas var",
    // Others with Latin letters.
    "dan dari ke untuk pada yang dengan atau jika anda maka oleh akan telah dapat adalah agar lalu di bahwa saat ketika tidak bukan belum sudah harus bisa",
    "ve ile için veya bir da de eğer gibi kadar olarak sonra ise değil gerekir",
    "és az egy vagy hogy ha meg is nem a ja tai jos että on ei kun sekä sen tai",
    "và của cho trên với hoặc nếu để từ trong các là khi không được bạn phải nên",
    // Korean, Japanese, Chinese.
    "을 를 이 가 은 는 의 에 로 으로 와 과 에서 도 및 또는 에게 까지 부터 에는 에서는 으로는 라는 대한 대해 위해 위한 경우 수 있는 있습니다",
    "수 있습니다 합니다 하여 있어야 해야 하세요 그리고 그러나 통해 하는 하고 됩니다",
    "を が は の に で と も へ から まで および または では には とは という について については に関する による により",
    "この その 参照 ため ための など だけ のみ より ので してください します する して します。 ください です ます また そして 場合 の場合 場合は し、",
    "的 和 在 或 与 将 了 及 对 为 把 从 由 以 并 但 是 有 应 需要 必须 关于 如果 则 可以 以及 或者 并且 然后 中的 上的 到 等 时 時 於 與 並",
    // Arabic, Hebrew, Thai, Hindi, Greek.
    "في من على إلى و عن أو مع ثم أن إن إذا لا ما قد لم التي الذي كما عند بين دون بعد قبل حتى هو هي كان يمكن يجب ليس تم يتم",
    "של את ב ל על עם או ו אם כי לא גם אך אבל כדי לפני אחרי עד בין אל אשר יש אין הוא היא ניתן צריך יכול",
    "ที่ ใน และ ของ กับ หรือ เพื่อ ได้ จาก ให้ โดย แล้ว ถ้า หาก เป็น มี ไม่ จะ ซึ่ง สำหรับ ไปยัง ต้อง ควร",
    "का की के में से को और या पर के लिए यदि तो है हैं एक नहीं",
    "και το στο την του η ο οι τα να με για από σε ή αν που δεν θα στη στην των",
];

const SEE: &[&str] = &[
    "see refer visit siehe vgl. consulte vea véase voir consultez consulta vedi vedere consultare zie raadpleeg",
    "glejte oglejte oglejte si lihat zobacz viz см. см смотрите дивіться див. bkz. bkz lásd xem se katso",
    "참조하세요 참조하십시오 참조합니다 참고하세요 참고하십시오 참조 를 참조하세요 을 참조하세요 를 참조하십시오 을 참조하십시오",
    "参照してください を参照してください をご覧ください ご覧ください を参照 をご参照ください",
    "请参阅 参阅 请参见 参见 请查看 有关 請參閱 參閱 請參見 انظر راجع ראה ראו עיין ดู ดูที่ देखें δείτε",
];

/// Words for "here" and "this".
const THIS: &[&str] = &[
    "here this hier diese diesen diesem dieser dieses deze dit här her denne dette denna aquí aqui ici qui este esta isto",
    "cet cette questo questa aici acest tukaj tem ta tutaj ten tym zde tento tato tomto ovdje ovaj ovom",
    "здесь тут этот эта это этой этом эту цій цю sini ini đây này buradan burada bu itt ez ebben",
    "ここ こちら この 여기 이 这 此 本文 這 هنا هذا هذه بهذه بهذا כאן זה זו ที่นี่ หน้านี้ บทความนี้ यहाँ इस εδώ αυτό",
];

/// Words for "article" and "link", and how they go on.
const ARTICLE: &[&str] = &[
    "article link artikel artículo artigo articolo articol artykuł článk člank enlace vínculo lien collegamento odkaz",
    "povezav стать ссылк посилан artikkel makale bağlant tautan cikk 記事 リンク 문서 링크 文章 链接 連結",
    "مقال رابط ارتباط מאמר קישור บทความ ลิงก์ लेख लिंक άρθρ",
];

/// Words for "not", which are bold for their weight more often than others.
pub const NOT: [&str; 25] = [
    "belum", "not", "nicht", "não", "no", "non", "pas", "niet", "inte", "ikke", "ikkje", "nie", "ne", "nu", "ni", "не",
    "tidak", "bukan", "jangan", "nem", "ei", "değil", "không", "ej", "няма",
];

static WORDS: LazyLock<FxHashSet<&str>> = LazyLock::new(|| list(GRAMMAR).chain(list(SEE)).collect());

/// The forms of a word by the sign at one end; with each whether blanks stand around it.
type ByEnd = FxHashMap<char, Vec<(&'static str, bool)>>;

/// The verb "see" in its forms, by their first sign and by their last.
static PREDICATES: LazyLock<[ByEnd; 2]> =
    LazyLock::new(|| [predicates(|word| word.chars().next()), predicates(|word| word.chars().next_back())]);

static POINTING: LazyLock<FxHashSet<&str>> = LazyLock::new(|| list(THIS).collect());

/// Those words for "here" and "this" that stand without blanks around them.
static POINTING_WITHIN: LazyLock<Vec<&str>> =
    LazyLock::new(|| list(THIS).filter(|word| !has_blanks(word) && *word != "이").collect());

static ARTICLES: LazyLock<Vec<&str>> = LazyLock::new(|| list(ARTICLE).collect());

/// Tells whether a word in lower case, without signs, is one of grammar or the verb "see".
pub fn is_one(word: &str) -> bool {
    WORDS.contains(word) || is_joined(word)
}

/// Tells whether a word in lower case is one of grammar in a language that is not English.
pub fn is_grammar_of_others(word: &str) -> bool {
    WORDS.contains(word) && !is_english_grammar(word)
}

/// Tells whether a text in lower case, without signs at its ends, starts or ends with the verb "see".
pub fn has_see(text: &str) -> bool {
    let is_whole =
        |rest: &str, border: Option<char>, has_blanks: bool| rest.is_empty() || !has_blanks || border == Some(' ');
    let [by_first, by_last] = &*PREDICATES;
    let like = |by_end: &'static ByEnd, end: Option<char>| end.and_then(|end| by_end.get(&end)).into_iter().flatten();
    like(by_first, text.chars().next()).any(|&(word, has_blanks)| {
        text.strip_prefix(word).is_some_and(|rest| is_whole(rest, rest.chars().next(), has_blanks))
    }) || like(by_last, text.chars().next_back()).any(|&(word, has_blanks)| {
        text.strip_suffix(word).is_some_and(|rest| is_whole(rest, rest.chars().next_back(), has_blanks))
    })
}

/// Tells whether a text in lower case points at what it links to and need not name it: "here", "in this article".
pub fn points(text: &str) -> bool {
    let is_article = |word: &str| {
        // Arabic and Hebrew write articles and prepositions together with their nouns.
        let bare = word.trim_start_matches("ال").trim_start_matches(['ה', 'ב', 'ל']);
        ARTICLES.iter().any(|article| bare.starts_with(article))
    };
    const MOST: usize = 4;
    let words = text.split(|c: char| !is_alphanumeric(c) && (c.is_ascii() || !is_combining_mark(c)));
    let words: Vec<&str> = words.filter(|word| !word.is_empty()).take(MOST + 1).collect();
    if words.len() > MOST {
        return false;
    }
    let has_this = words.iter().any(|word| is_this(word))
        || text.chars().count() <= 10 && POINTING_WITHIN.iter().any(|this| text.contains(this));
    has_this || words.iter().any(|word| is_article(word)) && words.iter().all(|word| is_article(word) || is_one(word))
}

/// Tells whether a word in lower case, without signs, means "here" or "this".
pub fn is_this(word: &str) -> bool {
    POINTING.contains(word)
}

/// Returns the forms of the verb "see", but for short ones that other words end with, by one of their signs.
fn predicates(end: fn(&str) -> Option<char>) -> ByEnd {
    let mut found = ByEnd::default();
    let words = list(SEE).map(|word| (word, has_blanks(word)));
    for (word, has_blanks) in words.filter(|(word, has_blanks)| !has_blanks || word.chars().count() > 2) {
        if let Some(end) = end(word) {
            found.entry(end).or_default().push((word, has_blanks));
        }
    }
    found
}

/// Returns the words of a list, each line of which holds many.
fn list(lines: &'static [&'static str]) -> impl Iterator<Item = &'static str> {
    lines.iter().flat_map(|line| line.split(' '))
}

/// Tells whether blanks stand around a word, as they do not in Korean, Japanese, Chinese and Thai.
fn has_blanks(word: &str) -> bool {
    !word.chars().any(|c| matches!(c, '\u{e00}'..='\u{e7f}' | '\u{1100}'..='\u{11ff}' | '\u{2e80}'..='\u{d7ff}'))
}

/// Tells whether a word is one of grammar that Arabic or Hebrew writes together with "and" or another such, or any
/// word of Hebrew with "and".
fn is_joined(word: &str) -> bool {
    let is_known = |rest: &str| rest.chars().count() > 1 && WORDS.contains(rest);
    let is_hebrew_and = |rest: &str| rest.chars().count() > 2 && !VAV.iter().any(|start| rest.starts_with(start));
    word.strip_prefix(['و', 'ف', 'ו', 'ש']).is_some_and(is_known)
        || !word.contains(' ') && word.strip_prefix('ו').is_some_and(is_hebrew_and)
}

/// How Hebrew words go on whose own first letter is Vav, as in "video" and "committee".
const VAV: [&str; 8] = ["יד", "עד", "רי", "ול", "ילו", "ירו", "קטו", "אט"];
