//! Words by which a number is known, in the languages of articles.
//!
//! Each is a stem in lower case, a piece of a regular expression; endings may follow. Borders are those of
//! ASCII words, for others would cost the search its fast automaton; so they stand beside ASCII letters only.

/// "Error".
pub(super) const ERROR: &str = concat!(
    r"error|erreur|(?-u:\b)erro|errore|errata|fehler|(?-u:\b)fout|fejl|feil|(?-u:\b)fel|virhe|(?-u:\b)viga|tõrge|kļūd|klaid|błąd|",
    r"błęd|bląd|chyb|hiba|hibá|eroar|erori|grešk|gresk|pogrešk|pogreš|napak|napač|грешк|грешак|ошиб|",
    r"помилк|памылк|қате|σφάλμα|σφάλματ|(?-u:\b)hata|(?-u:\b)xəta|(?-u:\b)xato|gabim|(?-u:\b)erru|errakuntza|earráid|(?-u:\b)gwall|",
    r"(?-u:\b)villu|(?-u:\b)villa|kesalahan|(?-u:\b)galat|(?-u:\b)ralat|lỗi|오류|에러|错误|錯誤|エラー|ข้อผิดพลาด|שגיא|خطأ|الخطأ|أخطاء|خطا|",
    r"त्रुटि|ত্রুটি|பிழை|లోపం|ದೋಷ|പിശക|ભૂલ|ਗਲਤੀ|შეცდომ|սխալ",
);

/// "Code", "status", "number", "message", "response", which may stand between "error" and its number.
pub(super) const CODE: &str = concat!(
    r"code|codes|status|number|message|response|no|kode|kód|kod|kods|kods|koodi|kood|codi|cod|código|",
    r"codigo|codice|codul|state|estado|statut|stato|meldung|melding|número|numéro|nummer|nr|код|коду|кода|",
    r"кодом|стан|статус|состояни|номер|κωδικ|κατάσταση|durum|mã|trạng thái|코드|상태|번호|메시지|代码|代碼|代號|状态|狀態|消息|",
    r"讯息|訊息|コード|ステータス|番号|รหัส|สถานะ|קוד|מצב|رمز|رموز|حالة|کد|وضعیت|कोड|स्थिति|কোড|কোড|குறியீடு|კოდ|կոդ",
);

/// "Version", "section", before a number that is no code.
pub(super) const VERSION: &str = concat!(
    r"versi|versj|versã|versõ|verze|verzi|wersj|fersiwn|bertsio|različic|inačic|útgáf|sürüm|έκδοσ|верси|версі|верзи|нұсқа|phiên bản|버전|판|版本|版|バージョン|เวอร์ชัน|גרסה|إصدار|",
    r"الإصدار|نسخه|संस्करण|section|abschnitt|sección|seção|sezione|sekcj|kapitel|раздел|глав|절|节|節|章",
);

/// Whole words that stand before such numbers, names of products among them.
pub(super) const PRODUCT: &str = concat!(
    r"v|ver|vers|build|builds|release|releases|rel|rev|revision|update|patch|firmware|sp|sec|chapter|figure|fig|",
    r"table|step|appendix|paragraph|page|rfc\s?\d+|\.net|net|framework|powershell|tls|ssl|openssl|openssh|php|",
    r"python|java|jre|jdk|node|node\.js|npm|ruby|perl|go|rust|curl|git|windows|ios|ipados|macos|os|os x|android|",
    r"linux|kernel|ubuntu|debian|centos|chrome|firefox|edge|safari|api|sdk|cli|schema|driver|client|agent|module|",
    r"library|plugin|add-in|addin|app|connect|outlook|teams|skype|exchange server|sql server|ip|ipv4|address|port|host",
);

/// "Or later", behind a number that is a version.
pub(super) const LATER: &str = concat!(
    r"(?:or|and|et|und|oder|of|y|o|e|ou|i|ali|dan|atau|и|или|та|або)\s(?:a\s)?(?:later|newer|higher|above|",
    r"earlier|older|up|lower|below|höher|später|neuer|plus|ultérieur|supérieur|",
    r"posterior|superior|successiv|novejš|noviji|lebih|более|выше|поздн|нов)|이상|이하|",
    r"이후|이전|以上|以下|以降|以前|及更高|及以上|或更高|更高版本|或更新|及更新|versions?(?-u:\b)|버전|版|バージョン|верси",
);

/// "Mail".
pub(super) const MAIL: &str = concat!(
    r"(?-u:\b)e-?mails?(?-u:\b)|(?-u:\b)mail(?:s|box|boxes|flow)?(?-u:\b)|courriel|courrier|(?-u:\b)correo|(?-u:\b)correio|(?-u:\b)posta(?-u:\b)|(?-u:\b)pošt|",
    r"(?-u:\b)poczt|(?-u:\b)poštni|почт|пошт|поща|메일|邮件|郵件|邮箱|郵箱|信箱|メール|อีเมล|ไปรษณีย์|דואר|بريد|البريد|ایمیل|ईमेल|",
    r"(?-u:\b)thư(?:[^\p{L}]|$)|(?-u:\b)e-?post(?-u:\b)|(?-u:\b)sähköpost|(?-u:\b)e-?posta|(?-u:\b)tölvupóst|(?-u:\b)hộp thư|ηλεκτρονικ|ταχυδρομ|ელფოსტ|",
    r"(?-u:\b)surel(?-u:\b)|(?-u:\b)emel(?-u:\b)|(?-u:\b)mel(?-u:\b)|(?-u:\b)el\. ?pašt|(?-u:\b)e-?past",
);

/// Phrases that speak of the delivery of mail.
pub(super) const DELIVERY: &str = concat!(
    r"(?-u:\b)mail ?flow(?-u:\b)|(?-u:\b)(?:e-?mail|mail|message)s? (?:delivery|server|traffic|transport|relay|routing)|",
    r"(?-u:\b)non-?deliver(?:y|able)(?-u:\b)|(?-u:\b)undeliver(?:ed|able)(?-u:\b)|(?-u:\b)bounce[- ]?(?:back|d|s)|(?-u:\b)bounce message|",
    r"(?-u:\b)delivery (?:issue|failure|status|problem|report)|(?-u:\b)anti-?spam(?-u:\b)|(?-u:\b)hop count|(?-u:\b)(?:DKIM|DMARC|SPF|",
    r"MX) record|(?-u:\b)relay (?:access|denied)|(?-u:\b)unable to relay",
);

/// A letter of an ending; all that is no blank, digit or punctuation, said briefly for the sake of small automata.
pub(super) const LETTER: &str = r#"[^\s0-9:：,.(（\["'“”«「)）\]\-]"#;
