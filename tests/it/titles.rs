//! Titles of which a part stands outside their links, as the words at the links' ends show.

use crate::site::check_pair;

/// Checks a link that stands on `words`, beside its own.
fn check_displaced(english: &str, tag: &str, translation: &str, words: &str) {
    check_pair(english, tag, translation, &[("link-displaced", words)]);
}

/// Checks a link that stands where it should.
fn check_good(english: &str, tag: &str, translation: &str) {
    check_pair(english, tag, translation, &[]);
}

#[test]
fn links_do_not_end_at_a_joint_of_their_words() {
    let english = "For the steps, see [Move or copy items](https://x.y/z).";
    check_good(english, "de", "Die Schritte finden Sie unter [Elemente verschieben oder kopieren](https://x.y/z).");
    check_good(english, "th", "ดูขั้นตอนได้ที่ [ย้ายหรือคัดลอกรายการ](https://x.y/z)");
    check_good(english, "ko", "단계는 [항목 이동 또는 복사](https://x.y/z)를 참조하세요.");
    check_displaced(
        english,
        "de",
        "Die Schritte finden Sie unter Elemente verschieben oder [Elemente kopieren](https://x.y/z).",
        "Elemente kopieren",
    );
    check_displaced(english, "th", "ดูขั้นตอนได้ที่ย้าย [หรือคัดลอกรายการ](https://x.y/z)", "หรือคัดลอกรายการ");
    check_displaced(english, "ko", "단계는 항목 이동 또는 [복사를 참조하세요.](https://x.y/z)", "복사를 참조하세요.");
    check_displaced(english, "pt", "Para ver as etapas, consulte [Mover](https://x.y/z) ou copiar itens.", "Mover");
    let english = "[Download and install the app](https://x.y/z), and restart it if you can.";
    check_good(english, "sl", "[Prenesite in namestite aplikacijo](https://x.y/z) in jo znova zaženite, če je mogoče.");
    check_good(english, "sl", "[Prenesite, namestite aplikacijo](https://x.y/z) in jo znova zaženite, če je mogoče.");
    check_displaced(
        english,
        "sl",
        "Prenesite in [namestite aplikacijo](https://x.y/z) in jo znova zaženite, če je mogoče.",
        "namestite aplikacijo",
    );
    // A joint between two links is no part of either.
    let english = "See [Move and copy](https://x.y/z) or [Delete](https://x.y/d).";
    check_good(english, "es", "Vea [Mover, copiar](https://x.y/z) o [Eliminar](https://x.y/d).");
}

#[test]
fn titles_start_right_behind_see() {
    let english = "For details, see [Set up a mail policy](https://x.y/z).";
    check_good(english, "zh", "有关详细信息，请参阅[设置邮件策略](https://x.y/z)。");
    check_good(english, "zh", "有关详细信息，请参阅以下文章：[设置邮件策略](https://x.y/z)。");
    check_good(english, "zh", "有关详细信息，请参阅支持文章[设置邮件策略](https://x.y/z)。");
    check_displaced(english, "zh", "有关详细信息，请参阅设置 [邮件策略](https://x.y/z)。", "邮件策略");
    check_good(english, "id", "Untuk detailnya, lihat artikel [Menyiapkan kebijakan email](https://x.y/z).");
    check_displaced(
        english,
        "id",
        "Untuk detailnya, lihat Menyiapkan [kebijakan untuk email Anda](https://x.y/z).",
        "kebijakan untuk email Anda",
    );
    check_good(english, "ru", "Подробнее см. в статье [Настройка политики почты](https://x.y/z).");
    check_displaced(english, "ru", "Подробнее см. в описании настройки политики [почты](https://x.y/z).", "почты");
    // Where the origin has more words around its link, others have, too.
    let english = "For details, see the [mail policy](https://x.y/z) table.";
    check_good(english, "zh", "有关详细信息，请参阅列表中的[邮件策略](https://x.y/z)。");
}

#[test]
fn titles_end_right_before_see_where_that_follows() {
    let english = "See [Restore a deleted folder](https://x.y/z) for details.";
    check_good(english, "ko", "자세한 내용은 [삭제된 폴더 복원](https://x.y/z)을 참조하세요.");
    check_good(english, "ko", "자세한 내용은 [삭제된 폴더 복원](https://x.y/z) 문서를 참조하세요.");
    check_displaced(english, "ko", "자세한 [내용은 삭제된](https://x.y/z) 폴더 복원을 참조하세요.", "내용은 삭제된");
    check_good(english, "ja", "詳細については、[削除されたフォルダーの復元](https://x.y/z)の記事を参照してください。");
    check_displaced(
        english,
        "ja",
        "詳細については、[削除された](https://x.y/z)フォルダーの復元を参照してください。",
        "削除された",
    );
}

#[test]
fn links_hold_no_border_of_two_clauses() {
    let english = "You can [reassign a license](https://x.y/z) to the user, and we recommend [caution](https://x.y/c).";
    check_good(
        english,
        "sl",
        "Uporabniku lahko [znova dodelite licenco](https://x.y/z) in priporočamo [previdnost](https://x.y/c).",
    );
    check_displaced(
        english,
        "sl",
        "Uporabniku lahko [znova dodelite licenco](https://x.y/z). [Svetujemo, da](https://x.y/c) ste previdni.",
        "Svetujemo, da",
    );
    // Its own words may stand behind others.
    check_good(
        english,
        "sl",
        "Uporabniku lahko [znova dodelite licenco](https://x.y/z) in [svetujemo, da ste previdni](https://x.y/c) pri tem.",
    );
    let english = "Use the last update and check the [release notes](https://x.y/z) first.";
    check_good(english, "sl", "Uporabite zadnjo posodobitev in najprej preverite [opombe ob izdaji](https://x.y/z).");
    check_displaced(
        english,
        "sl",
        "Uporabite zadnjo posodobitev in najprej opombe ob izdaji, [če želite preveriti](https://x.y/z) to.",
        "če želite preveriti",
    );
    let english = "Restore it first. See [Restore a deleted folder](https://x.y/z) for more.";
    check_displaced(
        english,
        "zh",
        "请先还原。有关 [更多信息，请参阅还原已删除](https://x.y/z) 的文件夹。",
        "更多信息，请参阅还原已删除",
    );
}

#[test]
fn links_do_not_start_with_what_is_written_behind_a_word() {
    let english = "Follow the steps in [the guide for mailboxes](https://x.y/z) to mend it.";
    check_good(english, "zh", "按照[邮箱指南](https://x.y/z)中的步骤进行修复。");
    check_displaced(english, "zh", "按照邮箱指南[中的步骤](https://x.y/z)进行修复。", "中的步骤");
    check_displaced(english, "ko", "사서함 가이드[의 단계에](https://x.y/z) 따라 수정하세요.", "의 단계에");
    check_displaced(
        english,
        "ja",
        "メールボックス ガイド[の手順に従って](https://x.y/z)修正します。",
        "の手順に従って",
    );
    let english = "The [mail flow advisor](https://x.y/z) tells what to do.";
    check_good(english, "sl", "[Svetovalec za pretok pošte](https://x.y/z) pove, kaj storiti.");
    check_displaced(english, "sl", "Svetovalec [za pretok pošte](https://x.y/z) pove, kaj storiti.", "za pretok pošte");
}

#[test]
fn links_do_not_end_with_a_word_that_opens_what_follows() {
    let english = "Then [assign a retention policy](https://x.y/z), and wait.";
    check_good(english, "sl", "Nato [dodelite pravilnik o hranjenju](https://x.y/z) in počakajte.");
    check_displaced(
        english,
        "sl",
        "Nato [dodelite pravilnik o](https://x.y/z) hranjenju in počakajte.",
        "dodelite pravilnik o",
    );
    check_displaced(
        english,
        "fr",
        "Ensuite, [attribuez une stratégie de](https://x.y/z) rétention et attendez.",
        "attribuez une stratégie de",
    );
    // A preposition that follows in the origin may be taken along, a word for "and" may not.
    let english = "[Learn more](https://x.y/z) about Teams.";
    check_good(english, "fr", "[En savoir plus sur](https://x.y/z) Teams.");
    let english = "Open [the layout settings](https://x.y/z) and choose one.";
    check_displaced(english, "ru", "Откройте [параметры макета и](https://x.y/z) выберите.", "параметры макета и");
    // A thing may be left to a pronoun.
    let english = "If you have no account, [create one](https://x.y/z) in the portal.";
    check_good(english, "fr", "Si vous n'avez pas de compte, [créez-en un](https://x.y/z) dans le portail.");
    check_good(english, "de", "Wenn Sie kein Konto haben, [erstellen Sie eines](https://x.y/z) im Portal.");
    check_good("[Contact](https://x.y/z) the support.", "pl", "[Skontaktuj się z](https://x.y/z) pomocą techniczną.");
    // Verbs end with such words, too, and a sign may follow.
    check_good(english, "de", "Dann [wenden Sie eine Richtlinie an](https://x.y/z) und warten Sie.");
    check_good(
        "Read [what it is for](https://x.y/z) first.",
        "nl",
        "Lees eerst [waar het voor is](https://x.y/z) en wacht.",
    );
}

#[test]
fn links_do_not_hold_see_amid_other_words() {
    let english = "For details, see [Restore a deleted folder](https://x.y/z).";
    check_good(english, "sl", "Če želite več podrobnosti, glejte [Obnovitev izbrisane mape](https://x.y/z).");
    check_good(english, "sl", "[Za podrobnosti glejte Obnovitev izbrisane mape](https://x.y/z).");
    check_displaced(
        english,
        "sl",
        "Če želite več [podrobnosti, glejte Obnovitev izbrisane mape](https://x.y/z).",
        "podrobnosti, glejte Obnovitev izbrisane mape",
    );
    let view = "Read [how to view your calendar](https://x.y/z) in the app.";
    check_good(view, "vi", "Đọc [cách xem lịch của bạn](https://x.y/z) trong ứng dụng.");
    // A title may have it as a noun.
    let english = "Now read [Section 5, Querying the database](https://x.y/z) again.";
    check_good(english, "es", "Ahora lea la [sección 5, Consulta de la base de datos](https://x.y/z) de nuevo.");
    // A word for "that" opens what follows, unless the origin's link ends with one.
    let english = "Follow the steps in [this article](https://x.y/z) to turn it on.";
    check_displaced(english, "sl", "Sledite korakom v tem [članku, da](https://x.y/z) ga omogočite.", "članku, da");
    let english = "[We recommend that](https://x.y/z) you turn it on.";
    check_good(english, "sl", "[Priporočamo, da](https://x.y/z) ga omogočite.");
}

#[test]
fn links_do_not_take_what_is_bold_beside_them() {
    let english = "Check your [mail settings](https://x.y/z) at **Settings** > **View all**.";
    check_good(english, "zh", "在 **设置** > **查看全部** 检查 [邮件设置](https://x.y/z)。");
    check_pair(
        english,
        "zh",
        "检查 [邮件设置，设置](https://x.y/z) > **查看全部**。",
        &[("link-displaced", "邮件设置，设置")],
    );
}

#[test]
fn links_hold_more_than_the_names_of_their_title() {
    let english = "The [Contoso Defender advisor](https://x.y/z) tells what to do.";
    check_good(english, "pt", "O [consultor do Contoso Defender](https://x.y/z) diz o que fazer.");
    check_displaced(
        english,
        "pt",
        "O consultor do [Contoso Defender](https://x.y/z) da sua empresa diz o que fazer.",
        "Contoso Defender",
    );
    let english = "Then open the [Contoso Defender page](https://x.y/z) of your company.";
    check_good(english, "pt", "Em seguida, abra na empresa a página do [Contoso Defender](https://x.y/z).");
    // The full stop of the sentence shows that no word was chosen.
    let english = "Free up space and then [reinstall Office](https://x.y/z).";
    check_good(english, "sl", "Sprostite prostor in nato znova namestite [Office](https://x.y/z).");
    check_displaced(english, "sl", "Sprostite prostor in nato znova namestite [Office.](https://x.y/z)", "Office.");
}

#[test]
fn titles_do_not_leave_their_first_word_for_another() {
    let english = "Check your [Service Health Dashboard](https://x.y/z) to verify that it runs.";
    check_good(english, "id", "Periksa [Dasbor Kesehatan Layanan](https://x.y/z) untuk memastikan bahwa berjalan.");
    check_good(english, "id", "Periksa [Dasbor Kesehatan Layanan untuk](https://x.y/z) memastikan bahwa berjalan.");
    check_displaced(
        english,
        "id",
        "Harap periksa Dasbor [Kesehatan Layanan Anda untuk](https://x.y/z) memastikan bahwa berjalan.",
        "Kesehatan Layanan Anda untuk",
    );
}

#[test]
fn links_that_point_start_with_no_particle() {
    let english = "Fix it by the steps in the topic [Turn your mailbox on again for a while](https://x.y/z).";
    check_good(english, "zh", "按照 [此处](https://x.y/z) 的步骤修复。");
    check_displaced(english, "zh", "按照再次打开邮箱一会儿[中的步骤修复此错误](https://x.y/z)。", "中的步骤修复此错误");
}

#[test]
fn titles_keep_their_second_part() {
    let english = "See [Contoso Sync: Design concepts](https://x.y/z) first.";
    check_good(english, "tr", "Önce [Contoso Sync: Tasarım kavramları](https://x.y/z) konusuna bakın.");
    check_good(english, "fr", "Lisez d’abord [Concepts de Contoso Sync](https://x.y/z).");
    check_displaced(
        english,
        "tr",
        "Önce [Contoso Sync](https://x.y/z): Tasarım kavramları konusuna bakın.",
        "Contoso Sync",
    );
    check_good("See [Contoso Sync](https://x.y/z): it is new.", "tr", "[Contoso Sync](https://x.y/z): yenidir, bakın.");
}
