//! Signs of menu paths that are left over in a sentence.

use crate::site::{lines, rules, site};

const ENGLISH: &str = "Select **File** > **Account**, and sign out of all accounts with **Sign out**.";

/// Checks translations of the sentence, each with what it stands beside, and says of which ones something is found.
fn found(with_source: bool, translations: &[(&str, &str)]) -> Vec<String> {
    let mut text = String::new();
    if with_source {
        text += &format!("=== content/en/a.md\n# Heading\n\n{ENGLISH}\n");
    }
    for (tag, translation) in translations {
        text += &format!("=== content/{tag}/a.md\n# X\n\n{translation}\n");
    }
    let site = site(&text);
    let found = rules(&site);
    assert!(found.iter().all(|rule| *rule == "menu-path-broken"), "{:#?}", lines(&site));
    site.findings.iter().filter_map(|finding| Some(finding.locale.as_ref()?.to_string())).collect()
}

const WHOLE: [(&str, &str); 3] = [
    ("cs", "Vyberte **Soubor** > **Účet** a odhlaste všechny účty pomocí **Odhlásit se**."),
    ("pt", "Selecione **Arquivo** > **Conta** e saia de todas as contas com **Sair**."),
    ("th", "เลือก **ไฟล์** > **บัญชี** แล้วลงชื่อออกจากทุกบัญชีด้วย **ออกจากระบบ**"),
];

const TORN: [(&str, &str); 6] = [
    ("de", "Wählen Sie **Dateikonto** aus, und melden Sie sich  >  von allen Konten mit **Abmelden** ab."),
    ("el", "Επιλέξτε **Λογαριασμός αρχείου** και αποσυνδεθείτε > από όλους με το **Αποσύνδεση**."),
    ("es", "Seleccione **Cuenta de archivo** > y cierre sesión en todas las cuentas con **Cerrar sesión**."),
    ("ja", "**ファイル** アカウントを選択し、  >  すべてのアカウントから **サインアウト** します。"),
    ("ko", "**파일** 계정을 선택하고 모든 계정에서  >  **로그아웃**합니다."),
    ("tr", "**Dosya** Hesabı'nı seçin ve tüm hesaplardan , > **Oturumu kapat** ile çıkın."),
];

#[test]
fn a_sign_amid_other_words_is_found_with_a_source_and_without() {
    for torn in TORN {
        let all = [&WHOLE[..], &[torn]].concat();
        assert_eq!(found(true, &all), [torn.0], "{torn:?}");
        assert_eq!(found(false, &all), [torn.0], "{torn:?}");
    }
}

#[test]
fn whole_paths_are_none() {
    assert_eq!(found(true, &WHOLE), [""; 0]);
    assert_eq!(found(false, &WHOLE), [""; 0]);
    let plain = ("ru", "Выберите Файл > Учетная запись и выйдите из всех записей с помощью кнопки **Выйти**.");
    assert_eq!(found(true, &[&WHOLE[..], &[plain]].concat()), [""; 0]);
}

/// Checks a translation of one path, in a site of its own.
fn check(english: &str, translation: (&str, &str), expected: &[&str]) {
    let (tag, line) = translation;
    let site = site(&format!("=== content/en/a.md\n# T\n\n{english}\n=== content/{tag}/a.md\n# X\n\n{line}\n"));
    assert_eq!(rules(&site), expected, "{line}\n{:#?}", lines(&site));
}

#[test]
fn each_sign_is_held_against_its_own_in_the_origin() {
    let english = "Choose **File** > **Options**, > **Add-ins**.";
    let found: &[&str] = &["menu-path-broken"];
    check(english, ("ru", "Выберите **Файл** > **Параметры**, > **Надстройки**."), &[]);
    check(english, ("ru", "Выберите  > **параметры файла**, > **надстройки**."), found);
    check(english, ("sl", "Izberite  > **Možnosti** datoteke, > **Dodatki**."), found);
}

#[test]
fn a_path_without_bold_text_keeps_its_sign() {
    let english = "Go to **Groups** > **Shared mailboxes**, and choose one to forward.";
    let found: &[&str] = &["menu-path-broken"];
    check(english, ("zh", "转到“组”>“共享邮箱”，然后选择要转发的邮箱。"), &[]);
    check(english, ("zh", "转到\"组\" > \"共享邮箱\"，然后选择要转发的邮箱。"), &[]);
    check(english, ("zh", "转到“组”“共享邮箱”，然后选择要 > 转发的邮箱。"), found);
    let buttons = "Choose **File** > **Options**, then **Yes** or **No**.";
    check(buttons, ("ja", "ファイル > オプションを選択し、「はい」「いいえ」のいずれかを選びます。"), &[]);
    let about = "Open **Settings** > **System** > **About** > **Advanced**.";
    check(about, ("zh", "打开 设置 > 系统 > 关于 > 高级。"), &[]);
    check(english, ("ja", "「グループ」「共有メールボックス」に移動し、転送する > ものを選びます。"), found);
}

#[test]
fn a_path_in_one_bold_text_stays_in_bold() {
    let english = "Turn it on in **Settings > Permissions**.";
    let found: &[&str] = &["menu-path-broken"];
    check(english, ("pt", "Ative-o em **Definições > Permissões**."), &[]);
    check(english, ("pt", "Ative-o em **Definições** > **Permissões**."), &[]);
    check(english, ("pt", "Ative-o em Definições > Permissões."), &[]);
    check(english, ("he", "הפעל אותו ב\"הגדרות\" > **הרשאות**."), &[]);
    check(english, ("pt", "Ative-o em Definições > **Permissões.**"), found);
    check(english, ("zh", "在权限中启用设置 >**它**。"), found);
    check(english, ("th", "เปิดใช้งานใน **การตั้งค่า >** สิทธิ์"), found);
    check(english, ("ko", "**설정 > 사용 권한**에서 켜세요."), &[]);
    check(english, ("ko", "사용 권한에서 **켜야 설정 > 합니다.**"), found);
}

#[test]
fn steps_begin_with_their_own_words() {
    let english = "Go to **Users** > **Active users**, and choose one.";
    let found: &[&str] = &["menu-path-broken"];
    check(english, ("pl", "Przejdź do **Użytkownicy** > **Aktywni użytkownicy** i wybierz jednego."), &[]);
    check(english, ("pl", "Przejdź **do Użytkownicy** > **Aktywni użytkownicy** i wybierz jednego."), found);
    check(english, ("es", "Vaya a **Usuarios** > **Los usuarios activos** y elija uno."), &[]);
    check(english, ("es", "Vaya **a los usuarios** > **Usuarios activos** y elija uno."), found);
    check("Go to **to do** > **All**.", ("fr", "Accédez à **à faire** > **Tout**."), &[]);
}

#[test]
fn steps_keep_their_order() {
    let english = "Choose **File** > **Options**, > **Add-ins**.";
    let found: &[&str] = &["menu-path-broken"];
    check(english, ("id", "Pilih **File** > **Opsi**, > **Add-In**."), &[]);
    check(english, ("ru", "Выберите **Параметры** > **File**, > **Надстройки**."), found);
    // A word of English may be another in a language with the same letters.
    check("Choose **Design** > **Theme**.", ("de", "Wählen Sie **Entwurf** > **Design**."), &[]);
    check(english, ("de", "Wählen Sie **Options** > **File**, > **Add-Ins**."), found);
    check("Choose **Update** > **Update**.", ("de", "Wählen Sie **Update** > **Update**."), &[]);
}

#[test]
fn steps_in_one_bold_text_are_all_there() {
    let english = "See it in **Portal > Properties > Directory ID**.";
    let found: &[&str] = &["menu-path-broken"];
    check(english, ("ja", "**[ポータル] > [プロパティ] > [ディレクトリ ID]** で確認します。"), &[]);
    check(english, ("ja", "**[ポータル] > [ディレクトリ ID]** で確認します。"), found);
}

#[test]
fn a_clause_may_end_between_a_step_and_its_sign() {
    let english = "Choose **Policies** > add the **Archive tag** to it > **Save**.";
    check(
        english,
        ("de", "Wählen Sie **Richtlinien** aus, > fügen Sie das **Archivtag** hinzu, > **Speichern**."),
        &[],
    );
    check(
        english,
        ("ja", "**[ポリシー]** を選択し、> **[アーカイブ]** タグを追加して、> **[保存]** を選択します。"),
        &[],
    );
}

#[test]
fn words_may_stand_between_two_steps() {
    let english = "Select **Policies** > add the **Archive tag** to the policy > **Save**.";
    let found: &[&str] = &["menu-path-broken"];
    check(english, ("pt", "Selecione **Políticas** > adicione a **Etiqueta** à política > **Guardar**."), &[]);
    check(english, ("pt", "Selecione Políticas > adicione a Etiqueta à política > Guardar."), &[]);
    check(english, ("id", "**Pilih** Kebijakan > menambahkan **tag** Arsip ke > **simpan.**"), found);
    check(english, ("sl", "Izberite **Pravilniki** o hranjenju, da > dodate oznako Arhiv, > **Shrani.**"), found);
}

#[test]
fn a_step_that_is_a_word_of_grammar_shows_beside_another_version() {
    let check = |english: &str, line: &str, expected: &[&str]| {
        let site =
            site(&format!("=== content/en/a.md\n# T\n\n{english}\n=== content/ru/a.md\n# X\n\n- Раз.\n\n{line}\n"));
        let found: Vec<&str> = rules(&site).into_iter().filter(|rule| *rule == "menu-path-broken").collect();
        assert_eq!(found, expected, "{line}\n{:#?}", lines(&site));
    };
    let english = "1. Choose **File** > **Options**.\n1. Wait.";
    check(english, "Перейдите к **политикам** \\> **оповещений** раздела.", &[]);
    check(english, "Перейдите к **политикам** оповещений \\> **в** разделе **Alert.**", &["menu-path-broken"]);
    check("1. Choose **File** > **,**\n1. Wait.", "Перейдите к **политикам** \\> **в** разделе.", &[]);
}
