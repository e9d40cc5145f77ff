//! Names that are common words or abbreviations, and what machines make of them.

use faultbook::diag::Severity;
use sha1::{Digest, Sha1};

use crate::site::{lines, pointed_at, rules, site};

/// Returns articles of one path: a title and a text for each locale.
fn articles(texts: &[(&str, &str, &str)]) -> String {
    texts.iter().map(|(tag, title, text)| format!("=== content/{tag}/a.md\n# {title}\n\n{text}\n")).collect()
}

/// Checks articles; of the last one `expected` is said, at the words beside each rule.
fn check(texts: &[(&str, &str, &str)], expected: &[(&str, &str)]) {
    let text = articles(texts);
    let site = site(&text);
    let found: Vec<(&str, &str)> =
        site.findings.iter().map(|finding| (finding.rule.id, pointed_at(&site, finding))).collect();
    assert_eq!(found, expected, "{text}\n{:#?}", lines(&site));
}

const TITLES: [(&str, &str, &str); 5] = [
    ("en", "Pair a Lantern with a phone", "Hold both close together."),
    ("ja", "Lantern を電話とペアリングする", "両方を近づけてください。"),
    ("ko", "Lantern을 휴대폰과 페어링", "둘을 가까이 두세요."),
    ("ru", "Связывание Lantern с телефоном", "Держите их рядом."),
    ("de", "Koppeln von Lantern mit einem Telefon", "Halten Sie beide nahe aneinander."),
];

#[test]
fn a_name_that_the_title_lost_is_missed() {
    let with = |title: &'static str, text: &'static str, tag: &'static str| {
        let mut texts = TITLES.to_vec();
        texts.push((tag, title, text));
        texts
    };
    check(
        &with("Emparejar una linterna con un teléfono", "Acérquelos.", "es"),
        &[("product-name-differs", "# Emparejar una linterna con un teléfono")],
    );
    // Other scripts may spell it in their own letters.
    check(&with("랜턴을 휴대폰과 페어링", "둘을 가까이 두세요.", "ko-KR"), &[]);
    // Kept somewhere, inflected, or in small letters.
    check(&with("Emparejar el dispositivo con un teléfono", "Acerque Lantern.", "es"), &[]);
    check(&with("Lanternin liittäminen puhelimeen", "Pidä niitä lähekkäin.", "fi"), &[]);
    check(&with("Spárování zařízení lantern s telefonem", "Držte je u sebe.", "cs"), &[]);
}

#[test]
fn a_name_that_several_titles_translate_is_none() {
    let mut texts = TITLES.to_vec();
    texts.push(("es", "Emparejar una linterna con un teléfono", "Acérquelos."));
    texts.push(("fr", "Associer une lanterne à un téléphone", "Approchez-les."));
    texts.push(("it", "Associare una lanterna a un telefono", "Avvicinarli."));
    check(&texts, &[]);
}

#[test]
fn parts_of_names_and_localised_names_may_be_translated() {
    let titles = [
        ("en", "Scan with Contoso Shield in a Microsoft account"),
        ("ja", "Microsoft アカウントで Contoso Shield を使用してスキャンする"),
        ("ko", "Microsoft 계정에서 Contoso Shield로 검사"),
        ("zh-CN", "在 Microsoft 帐户中使用 Contoso Shield 扫描"),
        ("de", "Scannen mit Contoso Shield in einem Microsoft-Konto"),
        ("ru", "Проверка щитом Contoso в учетной записи Майкрософт"),
    ];
    let texts: Vec<(&str, &str, &str)> = titles.iter().map(|(tag, title)| (*tag, *title, "**1**")).collect();
    check(&texts, &[]);
}

const CASES: [(&str, &str, &str); 4] = [
    ("en", "X", "The setting depends on Lantern VM. Open Lantern on Windows with SSL 3."),
    ("ja", "X", "この設定は Lantern VM に依存します。Windows で SSL 3 を使用して Lantern を開きます。"),
    ("ko", "X", "설정은 Lantern VM에 따라 다릅니다. Windows에서 SSL 3으로 Lantern을 엽니다."),
    ("pl", "X", "Ustawienie zależy od Lantern VM. Otwórz Lantern w systemie Windows z protokołem SSL 3."),
];

fn check_case(tag: &str, text: &str, expected: &[(&str, &str)]) {
    let mut texts = CASES.to_vec();
    texts.push((tag, "X", text));
    check(&texts, expected);
}

#[test]
fn no_language_writes_a_word_in_such_a_case() {
    let fr = "Le paramètre dépend de lantern VM. Ouvrez Lantern sous Windows avec SSL 3.";
    check_case("fr", fr, &[("product-name-differs", "lantern")]);
    let uk = "Параметр залежить від Lantern VM. Відкрийте Lantern у WIndows із sSL 3.";
    check_case("uk", uk, &[("product-name-differs", "WIndows"), ("product-name-differs", "sSL")]);
    // Right, at the start, as a word of the language, or consistently small.
    check_case("fr", "Le paramètre dépend de Lantern VM. Ouvrez Lantern sous Windows avec SSL 3.", &[]);
    check_case("fr", "Le paramètre dépend de votre lanterne VM. Ouvrez Lantern sous Windows avec SSL 3.", &[]);
    check_case("id", "Pengaturan tergantung pada lantern VM. Buka lantern di Windows dengan SSL 3.", &[]);
    check_case("nl", "De instelling hangt af van Lantern VM. Je kunt open Lantern op Windows met SSL 3.", &[]);
}

#[test]
fn letters_of_abbreviations_keep_their_order() {
    let texts = |last: &'static str| {
        [
            ("en", "X", "The relay pair limit (RPL) stops it.\n\nThe RPL ends after an hour."),
            ("ja", "X", "リレー ペアの制限 (RPL) がそれを停止します。\n\nRPL は 1 時間後に終了します。"),
            ("de", "X", "Das Relaypaarlimit (RPL) stoppt es.\n\nDas RPL endet nach einer Stunde."),
            ("ko", "X", last),
        ]
    };
    check(
        &texts("릴레이 쌍 제한(RLP)이 이를 중지합니다.\n\nRPL은 1시간 후에 종료됩니다."),
        &[("product-name-differs", "RLP")],
    );
    // An abbreviation of the language's own.
    check(&texts("릴레이 쌍 제한(RLP)이 이를 중지합니다.\n\nRLP는 1시간 후에 종료됩니다."), &[]);
}

#[test]
fn the_end_of_a_name_stays_behind_a_translated_beginning() {
    let texts = |tag: &'static str, last: &'static str| {
        [
            ("en", "X", "Set the policy of Intower for devices, and the KRP limit."),
            ("ja", "X", "デバイスの Intower のポリシーと KRP の制限を設定します。"),
            ("ru", "X", "Задайте политику Intower для устройств и ограничение KRP."),
            (tag, "X", last),
        ]
    };
    // Less than three letters before the end may be anything: `EmTower`.
    check(
        &texts("pt", "Define a política de EmTower para dispositivos e o limiteRP."),
        &[("product-name-differs", "limiteRP")],
    );
    check(
        &texts("sl", "Nastavite pravilnik VTower za naprave in omejitevRP."),
        &[("product-name-differs", "omejitevRP")],
    );
    check(
        &texts("id", "Atur kebijakan DalamTower untuk perangkat, dan batas KRP."),
        &[("product-name-differs", "DalamTower")],
    );
    // A prefix of the language, a name of another product, a gap filled by the language.
    check(&texts("zu", "Setha inqubomgomo ye-Intower yamadivayisi, nomkhawulo weKRP."), &[]);
    check(&texts("de", "Legen Sie die Intower-Richtlinie für Geräte und das KRP-Limit fest."), &[]);
    check(&texts("fi", "Määritä Intowerin laitekäytäntö ja KRP-raja eTower-palvelussa."), &[]);
}

const SAMPLE: &str = "\n\n```json\n{ \"reason\": \"expired\" }\n```";

fn keys(last: (&'static str, &'static str), others: &[(&'static str, &'static str)]) -> Vec<(String, String)> {
    let mut texts = vec![("en".to_owned(), format!("The **reason** field says why.{SAMPLE}"))];
    texts.extend(others.iter().chain([&last]).map(|(tag, text)| ((*tag).to_owned(), format!("{text}{SAMPLE}"))));
    texts
}

fn check_keys(last: (&'static str, &'static str), others: &[(&'static str, &'static str)], expected: &[&str]) {
    let text: String =
        keys(last, others).iter().map(|(tag, text)| format!("=== content/{tag}/a.md\n# X\n\n{text}\n")).collect();
    let site = site(&text);
    assert_eq!(rules(&site), expected, "{text}\n{:#?}", lines(&site));
}

#[test]
fn a_bold_key_of_a_sample_stays() {
    let german = ("de", "Das Feld **Grund** sagt, warum.");
    let right = ("de", "Das Feld **reason** sagt, warum.");
    let french = ("fr", "Le champ **reason** indique pourquoi.");
    let spanish = ("es", "El campo **motivo** indica por qué.");
    check_keys(german, &[], &["name-differs"]);
    check_keys(right, &[], &[]);
    check_keys(german, &[french, ("it", "Il campo **reason** indica perché.")], &["name-differs"]);
    // Where nobody keeps it, it is a word.
    check_keys(german, &[spanish, ("it", "Il campo **motivo** indica perché.")], &[]);
}

#[test]
fn a_bold_word_that_no_sample_has_is_a_word() {
    let text = "=== content/en/a.md\n# X\n\nThe **reason** field says why.\n\
                === content/de/a.md\n# X\n\nDas Feld **Grund** sagt, warum.\n";
    let site = site(text);
    assert_eq!(rules(&site), [""; 0], "{:#?}", lines(&site));
}

#[test]
fn a_parameter_has_a_blank_before_it() {
    let english = "It says HandleFault -FaultContext in the log.";
    let check = |last: &str, expected: &[&str]| {
        let text = format!("=== content/en/a.md\n# X\n\n{english}\n=== content/ru/a.md\n# X\n\n{last}\n");
        let site = site(&text);
        assert_eq!(rules(&site), expected, "{:#?}", lines(&site));
        let place = site.findings.first().map(|finding| pointed_at(&site, finding));
        assert!(place.is_none_or(|place| place == "HandleFault"), "{place:?}");
    };
    check("В журнале: HandleFault-FaultContext.", &["name-differs"]);
    check("В журнале: HandleFault -FaultContext.", &[]);
}

#[test]
fn a_joint_between_two_ways_is_translated() {
    let texts = |tag: &'static str, joint: &'static str| {
        [
            ("en", "X", "Try A.\n\nOR\n\nTry B."),
            ("ja", "X", "Aをお試しください。\n\nまたは\n\nBをお試しください。"),
            ("de", "X", "Versuchen Sie A.\n\nODER\n\nVersuchen Sie B."),
            ("ru", "X", "Попробуйте A.\n\nИЛИ\n\nПопробуйте B."),
            (tag, "X", joint),
        ]
    };
    check(&texts("sl", "Poskusite A.\n\nOR\n\nPoskusite B."), &[("text-untranslated", "OR")]);
    check(&texts("fr", "Essayez A.\n\nOU\n\nEssayez B."), &[]);
    check(&texts("en-GB", "Try A.\n\nOR\n\nTry B."), &[]);
}

#[test]
fn an_exclamation_is_translated() {
    let texts = |tag: &'static str, last: &'static str| {
        [
            ("en", "X", "What now? The page is gone and you see an error."),
            ("ja", "X", "次は何をしますか？ページがなくなり、エラーが表示されます。"),
            ("de", "X", "Und jetzt? Die Seite ist weg, und ein Fehler wird angezeigt."),
            ("ru", "X", "Что делать? Страница исчезла, и вы видите ошибку."),
            (tag, "X", last),
        ]
    };
    check(&texts("sl", "What now? Strani ni več in prikaže se napaka."), &[("text-untranslated", "What now?")]);
    check(&texts("es", "¿Y ahora? La página ha desaparecido y aparece un error."), &[]);
}

#[test]
fn a_cmdlet_keeps_its_capital() {
    // The passage has changed since, but the name stands elsewhere.
    let texts = |last: &'static str| {
        [
            ("en", "X", "Run Get-LanternRule first.\n\nThen wait."),
            (
                "de",
                "X",
                "Führen Sie zuerst Get-LanternRule aus.\n\nWarten Sie dann.\n\nDas war die Regel Get-LanternRule.",
            ),
            ("ru", "X", last),
        ]
    };
    let last = "Сначала выполните Get-LanternRule.\n\nПодождите.\n\nЭто было правило get-LanternRule.";
    check(&texts(last), &[("product-name-differs", "get-LanternRule")]);
    let once = "Сначала выполните get-LanternRule.\n\nПодождите.";
    check(&[texts("")[0], ("ru", "X", once)], &[("name-differs", "g")]);
    check(&texts("Сначала выполните Get-LanternRule.\n\nПодождите.\n\nЭто azure-LanternRule."), &[]);
}

#[test]
fn a_heading_in_latin_letters_alone_was_left_behind() {
    let texts = |tag: &'static str, title: &'static str| {
        [
            ("en", "LanternId / lanternKey behavior", "Text A."),
            ("ja", "LanternId / lanternKey の動作", "テキストA。"),
            ("ko", "LanternId/lanternKey 동작", "텍스트 A."),
            ("de", "Verhalten von LanternId/lanternKey", "Text A."),
            (tag, title, "Ф A."),
        ]
    };
    check(
        &texts("ru", "LanternId / lanternKey behaviour"),
        &[("text-untranslated", "LanternId / lanternKey behaviour")],
    );
    check(&texts("ru", "Поведение LanternId / lanternKey"), &[]);
    check(&texts("ru", "LanternId / lanternKey"), &[]);
    let command = [
        ("en", "kubectl apply", "Text A."),
        ("ja", "kubectl apply", "テキストA。"),
        ("ko", "kubectl apply 명령", "텍스트 A."),
        ("ru", "kubectl apply", "Текст A."),
    ];
    check(&command, &[]);
}

#[test]
fn a_placeholder_keeps_its_brackets() {
    let check = |last: &str, expected: &[&str]| {
        let text = format!(
            "=== content/en/a.md\n# X\n\nA folder *Storage - <`name`>* appears in the app.\n\
             === content/ru/a.md\n# X\n\n{last}\n"
        );
        let site = site(&text);
        assert_eq!(rules(&site), expected, "{text}\n{:#?}", lines(&site));
    };
    check("В приложении появится *хранилище — <`name`>*.", &[]);
    check("В приложении появится *хранилище — \\<`name`\\>*.", &[]);
    check("В приложении появится *хранилище — < `name` >*.", &[]);
    check("В приложении появится *хранилище — <`name` >*.", &["name-differs"]);
    check("В приложении появится *хранилище — <. `name` >*", &["name-differs"]);
    check("В приложении *`name` > хранилище <*.", &["name-differs"]);
    check("В приложении появится *хранилище — `name`*.", &["name-differs"]);
}

#[test]
fn a_name_that_the_title_kept_is_asked_for_in_every_passage() {
    let texts = |tag: &'static str, text: &'static str| {
        [
            ("en", "Pair a Lantern with a phone", "Wait. Then register your Lantern or phone."),
            ("ja", "Lantern を電話とペアリングする", "待ってから、Lantern または電話を登録してください。"),
            ("ko", "Lantern을 휴대폰과 페어링", "기다린 다음 Lantern 또는 휴대폰을 등록하세요."),
            ("de", "Koppeln von Lantern mit einem Telefon", "Warten Sie. Registrieren Sie Lantern oder das Telefon."),
            (tag, "Emparejar Lantern con un teléfono", text),
        ]
    };
    let damaged = "Espere. Después, registre su linterna o teléfono.";
    check(&texts("es", damaged), &[("product-name-differs", damaged)]);
    check(&texts("es", "Espere. Después, registre su Lantern o teléfono."), &[]);
    check(&texts("fi", "Odota. Rekisteröi sitten Lanternisi tai puhelimesi."), &[]);
}

/// A small article in many languages, all of them right: compounds, elisions, endings, particles, prefixes, official
/// names, abbreviations of the language's own.
const GOOD: [(&str, &str, &str); 16] = [
    (
        "en",
        "Share a Lantern calendar with Outlook or the Microsoft Store",
        "Open Lantern in Outlook on Azure AD.\n\nOR\n\nUse the GDPR form, the VAT number and the IP address.\n\n\
         The **reason** field says why.",
    ),
    (
        "de",
        "Teilen eines Lantern-Kalenders mit Outlook oder dem Microsoft Store",
        "Öffnen Sie Lantern in Outlook über die Azure AD-Anmeldung.\n\nODER\n\nVerwenden Sie das DSGVO-Formular, die \
         USt-IdNr. und die IP-Adresse.\n\nDas Feld **reason** gibt den Grund an.",
    ),
    (
        "fr",
        "Partager un calendrier Lantern avec Outlook ou le Microsoft Store",
        "Ouvrez Lantern depuis l’application Outlook d’Azure AD.\n\nOU\n\nUtilisez le formulaire RGPD, le numéro de TVA \
         et l’adresse IP.\n\nLe champ **reason** indique pourquoi.",
    ),
    (
        "es",
        "Compartir un calendario de Lantern con Outlook o Microsoft Store",
        "Abra Lantern en Outlook con Azure AD.\n\nO\n\nUse el formulario del RGPD, el número de IVA y la dirección IP.\n\n\
         El campo **reason** indica por qué.",
    ),
    (
        "it",
        "Condividere un calendario di Lantern con Outlook o Microsoft Store",
        "Apri Lantern in Outlook con Azure AD.\n\nOPPURE\n\nUsa il modulo GDPR, la partita IVA e l’indirizzo IP.\n\n\
         Il campo **reason** indica il motivo.",
    ),
    (
        "tr",
        "Bir Lantern takvimini Outlook’la veya Microsoft Store’la paylaşma",
        "Lantern’ı Azure AD’deki Outlook’ta açın.\n\nVEYA\n\nKVKK formunu, KDV numarasını ve IP adresini kullanın.\n\n\
         **reason** alanı nedenini belirtir.",
    ),
    (
        "fi",
        "Lanternin kalenterin jakaminen Outlookille tai Microsoft Storelle",
        "Avaa Lantern Outlookissa Azure AD:n kautta.\n\nTAI\n\nKäytä GDPR-lomaketta, ALV-numeroa ja IP-osoitetta.\n\n\
         **reason**-kenttä kertoo syyn.",
    ),
    (
        "cs",
        "Sdílení kalendáře Lanternu s Outlookem nebo Microsoft Storem",
        "Otevřete Lantern v Outlooku přes Azure AD.\n\nNEBO\n\nPoužijte formulář GDPR, číslo DPH a IP adresu.\n\n\
         Pole **reason** uvádí důvod.",
    ),
    (
        "ru",
        "Предоставление доступа к календарю Lantern через Outlook или Магазин Майкрософт",
        "Откройте Lantern в Outlook через Azure AD.\n\nИЛИ\n\nИспользуйте форму GDPR, номер НДС и IP-адрес.\n\n\
         В поле **reason** указана причина.",
    ),
    (
        "ko",
        "Outlook 또는 Microsoft 스토어와 Lantern 일정 공유",
        "Azure AD의 Outlook에서 Lantern을 엽니다.\n\n또는\n\nGDPR 양식, VAT 번호 및 IP 주소를 사용합니다.\n\n\
         **reason** 필드에 이유가 표시됩니다.",
    ),
    (
        "ja",
        "Lantern の予定表を Outlook または Microsoft Store と共有する",
        "Azure AD 上の Outlook で Lantern を開きます。\n\nまたは\n\nGDPR フォーム、VAT 番号、IP アドレスを使用します。\n\n\
         **reason** フィールドに理由が表示されます。",
    ),
    (
        "zh-CN",
        "与Outlook或Microsoft Store共享Lantern日历",
        "在Azure AD上的Outlook中打开Lantern。\n\n或\n\n使用GDPR表单、增值税号和IP地址。\n\n**reason**字段说明原因。",
    ),
    (
        "ar",
        "مشاركة تقويم Lantern مع Outlook أو متجر Microsoft",
        "افتح Lantern في Outlook على Azure AD.\n\nأو\n\nاستخدم نموذج GDPR ورقم VAT وعنوان IP.\n\nيوضح الحقل **reason** السبب.",
    ),
    (
        "he",
        "שיתוף לוח שנה של Lantern עם Outlook או עם חנות Microsoft",
        "פתח את Lantern ב-Outlook ב-Azure AD.\n\nאו\n\nהשתמש בטופס GDPR, במספר מע\"מ ובכתובת IP.\n\nהשדה **reason** מציין את הסיבה.",
    ),
    (
        "hi",
        "Lantern कैलेंडर को Outlook या Microsoft Store के साथ साझा करें",
        "Azure AD पर Outlook में Lantern खोलें।\n\nया\n\nGDPR प्रपत्र, VAT संख्या और IP पते का उपयोग करें।\n\n\
         **reason** फ़ील्ड कारण बताता है।",
    ),
    (
        "zu",
        "Yabelana ngekhalenda yeLantern ne-Outlook noma neMicrosoft Store",
        "Vula iLantern kuOutlook ku-Azure AD.\n\nNOMA\n\nSebenzisa ifomu le-GDPR, inombolo ye-VAT nekheli le-IP.\n\n\
         Inkambu **reason** ichaza isizathu.",
    ),
];

#[test]
fn good_translations_in_many_languages_are_left_alone() {
    let article = |text: &str| format!("{text}{SAMPLE}");
    let files: Vec<(&str, &str, String)> =
        GOOD.iter().map(|(tag, title, text)| (*tag, *title, article(text))).collect();
    let all: Vec<(&str, &str, &str)> = files.iter().map(|(tag, title, text)| (*tag, *title, &**text)).collect();
    check(&all, &[]);
    // Without a source, and with few others.
    check(&all[1..], &[]);
    for window in all[1..].windows(4) {
        check(window, &[]);
        check(&[&all[..1], window].concat(), &[]);
    }
}

#[test]
fn a_half_of_a_sentence_may_be_left_behind_in_latin_letters() {
    let english = "Information on requests - find, change, limit, remove, export is here.";
    let check = |tag: &str, last: &str, expected: &[&str]| {
        let text = format!(
            "=== content/en/a.md\n# X\n\n{english}\n=== content/ja/a.md\n# X\n\nデータの検索や変更の情報はこちらにあります。\n\
             === content/cs/a.md\n# X\n\nInformace o žádostech – hledání, změna, omezení, odebrání a export dat.\n\
             === content/{tag}/a.md\n# X\n\n{last}\n"
        );
        let site = site(&text);
        let found: Vec<&str> = site.findings.iter().map(|finding| pointed_at(&site, finding)).collect();
        assert_eq!(found, expected, "{text}\n{:#?}", lines(&site));
    };
    let part = "find, change, limit, remove, export is here";
    check("de", &format!("Informationen zu Anforderungen – {part}."), &[part]);
    check("pt", &format!("Informações sobre solicitações – {part}."), &[part]);
    check("de", "Informationen zum Suchen, Ändern, Begrenzen, Entfernen und Exportieren von Daten.", &[]);
    check("de", &format!("Informationen zu Anforderungen stehen auf „{part}“."), &[]);
    check("de", &format!("Informationen zu Anforderungen: {part}."), &[]);
    check("de", &format!("Informationen zu Anforderungen stehen auf **{part}**."), &[]);
    check("en-GB", &format!("Details of requests - {part}."), &[]);
    let title = part.replacen("find", "Find", 1);
    check("de", &format!("Informationen zu Anforderungen stehen unter {title}."), &[]);
}

/// Returns what is said of names in translations of an older version of `english`, beside a Korean one of today's.
fn older(english: &str, korean: &str, others: &[(&str, &str)]) -> Vec<(Severity, String)> {
    let english = format!("# X\n\n{english}\n");
    let hex = |bytes: &[u8]| bytes.iter().map(|byte| format!("{byte:02x}")).collect::<String>();
    let article = |tag: &str, hash: &str, date: &str, text: &str| {
        format!("=== content/{tag}/a.md\n---\nms.openlocfilehash: {hash}\nms.lasthandoff: {date}\n---\n# X\n\n{text}\n")
    };
    let mut text = format!("=== content/en/a.md\n{english}");
    text += &article("ko", &hex(&Sha1::digest(&english)), "02/01/2021", korean);
    for (tag, other) in others {
        text += &article(tag, &"0".repeat(40), "01/01/2021", other);
    }
    let site = site(&text);
    let findings = site.findings.iter().filter(|finding| finding.rule.id == "name-differs");
    findings.map(|finding| (finding.severity, pointed_at(&site, finding).to_owned())).collect()
}

#[test]
fn a_blank_inside_a_name_was_in_no_version() {
    let said = |name: &str| {
        let german = format!("Geben Sie {name} ein, und drücken Sie die Taste.");
        let found =
            older("Type lantern.msc and press the key.", "lantern.msc를 입력하고 키를 누르세요.", &[("de", &german)]);
        found.into_iter().map(|(severity, _)| severity).collect::<Vec<_>>()
    };
    assert_eq!(said("Lantern. msc"), [Severity::Error]);
    assert_eq!(said("lanterns.msc"), [Severity::Note]);
    assert_eq!(said("lantern.msc"), []);
}

#[test]
fn an_older_version_is_proven_by_another_translation_of_it() {
    let english = "Run it with -HolderName and -Rights in the shell.";
    let korean = "셸에서 -HolderName과 -Rights를 사용하여 실행합니다.";
    let german = "Führen Sie es mit -HalterName und -Rights in der Shell aus.";
    let french = "Exécutez-le avec -HolderName et -Rights dans l’interpréteur.";
    assert_eq!(older(english, korean, &[("de", german)]), [(Severity::Note, "alt".to_owned())]);
    assert_eq!(older(english, korean, &[("de", german), ("fr", french)]), [(Severity::Error, "alt".to_owned())]);
    // Both have what the version had that they were made from.
    let same = french.replace("-HolderName", "-HalterName");
    let found = older(english, korean, &[("de", german), ("fr", &same)]);
    assert!(found.iter().all(|(severity, _)| *severity == Severity::Note), "{found:?}");
}
