//! One article in twelve languages, correctly translated.

/// An article with names of every shape, and things that look like names.
pub(super) const ENGLISH: &str = r#"# Mail does not reach SharePoint

Run Get-MessageTrace and Set-MailboxFolderPermission with -AccessRights in PowerShell.

The answer is interaction_required or InvalidReplyTo when userPrincipalName is empty.

Look for setup.exe in %windir% and $env:TEMP, in C:\Windows\System32\drivers and in /etc/hosts.

The key is HKEY_LOCAL_MACHINE\SOFTWARE\Vendor\Sync, the host is outlook.office365.com at 10.20.30.40.

Version 16.0.4266.1001 sends X-MS-Exchange-Organization-SCL for {tenantId} to alain@contoso.com.

1. Open a prompt, run **ipconfig /flushdns** and wait.
2. Get-Mailbox -Identity "Ann" | Set-Mailbox -Type Shared

| Name | Value |
|------|-------|
| objectClass | 72f988bf-86f1-41af-91ab-2d7cd011db47 |

Read [about OneDrive and MailboxNotFoundError](https://learn.example.org/en-us/a) by 12:30 or 3/4/2021.

Add-Ins and On-Premises Sign-In need Multi-Factor Wi-Fi and/or e-mail: 1,000,000 of 2.5 MHz.

See https://support.microsoft.com/en-us/office/x-y for Autosave, AutoSave, Report.docx and WordArt.
"#;

const GERMAN: &str = r#"# E-Mails erreichen SharePoint-Websites nicht

Führen Sie Get-MessageTrace und Set-MailboxFolderPermission mit -AccessRights in der PowerShell-Konsole aus.

Die Antwort lautet interaction_required oder InvalidReplyTo, wenn userPrincipalName leer ist.

Suchen Sie setup.exe in %windir% und $env:TEMP, in C:\Windows\System32\drivers und in /etc/hosts.

Der Schlüssel ist HKEY_LOCAL_MACHINE\SOFTWARE\Vendor\Sync, der Host ist outlook.office365.com unter 10.20.30.40.

Version 16.0.4266.1001 sendet X-MS-Exchange-Organization-SCL für {tenantId} an ivan@contoso.com.

1. Öffnen Sie eine Eingabeaufforderung, führen Sie **ipconfig /flushdns** aus und warten Sie.
2. Get-Mailbox -Identity "Anna" | Set-Mailbox -Type Shared

| Name | Wert |
|------|------|
| objectClass | 72F988BF-86F1-41AF-91AB-2D7CD011DB47 |

Lesen Sie bis 12.30 Uhr oder 04.03.2021 [über OneDrive und MailboxNotFoundError](https://learn.example.org/de-de/a).

Add-Ins und lokale Anmeldungen, Test-Anruf und -Konfiguration, WLAN und/oder E-Mail: 1.000.000 von 2,5 MHz.

Siehe https://support.microsoft.com/de-de/office/x-y zu Automatisch speichern, Bericht.docx und WordArt-Objekten.
"#;

const JAPANESE: &str = r#"# メールがSharePointに届かない

PowerShellでGet-MessageTraceとSet-MailboxFolderPermissionを-AccessRightsと共に実行します。

userPrincipalNameが空の場合、応答はinteraction_requiredまたはInvalidReplyToです。

%windir%と$env:TEMPのsetup.exe、C:\Windows\System32\driversと/etc/hostsを確認します。

キーはHKEY_LOCAL_MACHINE\SOFTWARE\Vendor\Sync、ホストは10.20.30.40のoutlook.office365.comです。

バージョン16.0.4266.1001は{tenantId}のX-MS-Exchange-Organization-SCLをalain@contoso.comに送信します。

1. プロンプトを開き、**ipconfig /flushdns**を実行して待ちます。
2. Get-Mailbox -Identity "Ann" | Set-Mailbox -Type Shared

| 名前 | 値 |
|------|-------|
| objectClass | 72f988bf-86f1-41af-91ab-2d7cd011db47 |

12時30分または2021年3月4日までに[OneDriveとMailboxNotFoundErrorについて](https://learn.example.org/ja-jp/a)をお読みください。

アドインとオンプレミスのサインインには多要素のWi-Fiまたはメールが必要です。1,000,000個の2.5 MHz。

自動保存、Report.docx、ワードアートについてはhttps://support.microsoft.com/ja-jp/office/x-yをご覧ください。
"#;

const ARABIC: &str = r#"# لا يصل البريد إلى SharePoint

قم بتشغيل Get-MessageTrace وSet-MailboxFolderPermission مع -AccessRights في PowerShell.

تكون الإجابة interaction_required أو InvalidReplyTo عندما يكون userPrincipalName فارغًا.

ابحث عن setup.exe في %windir% و$env:TEMP وفي C:\Windows\System32\drivers وفي /etc/hosts.

المفتاح هو HKEY_LOCAL_MACHINE\SOFTWARE\Vendor\Sync، والمضيف هو outlook.office365.com على 10.20.30.40.

يرسل الإصدار 16.0.4266.1001 العنوان X-MS-Exchange-Organization-SCL من أجل {tenantId} إلى alain@contoso.com.

1. افتح موجه الأوامر وشغّل **ipconfig /flushdns** وانتظر.
2. Get-Mailbox -Identity "Ann" | Set-Mailbox -Type Shared

| الاسم | القيمة |
|------|-------|
| objectClass | 72f988bf-86f1-41af-91ab-2d7cd011db47 |

اقرأ [عن OneDrive وMailboxNotFoundError](https://learn.example.org/ar-sa/a) قبل ١٢:٣٠ أو ٤/٣/٢٠٢١.

تحتاج الوظائف الإضافية وتسجيل الدخول المحلي إلى شبكة لاسلكية و/أو بريد: ١٬٠٠٠٬٠٠٠ من ٢٫٥ ميغاهرتز.

راجع https://support.microsoft.com/ar-sa/office/x-y حول الحفظ التلقائي وتقرير.docx.
"#;

const THAI: &str = r#"# จดหมายไปไม่ถึง SharePoint

เรียกใช้Get-MessageTraceและSet-MailboxFolderPermissionด้วย-AccessRightsในPowerShell

คำตอบคือinteraction_requiredหรือInvalidReplyToเมื่อuserPrincipalNameว่างเปล่า

ค้นหาsetup.exeใน%windir%และ$env:TEMP ในC:\Windows\System32\driversและใน/etc/hosts

คีย์คือHKEY_LOCAL_MACHINE\SOFTWARE\Vendor\Sync โฮสต์คือoutlook.office365.comที่10.20.30.40

รุ่น16.0.4266.1001ส่งX-MS-Exchange-Organization-SCLสำหรับ{tenantId}ไปยังalain@contoso.com

1. เปิดพร้อมท์ เรียกใช้**ipconfig /flushdns**แล้วรอ
2. Get-Mailbox -Identity "Ann" | Set-Mailbox -Type Shared

| ชื่อ | ค่า |
|------|-------|
| objectClass | 72f988bf-86f1-41af-91ab-2d7cd011db47 |

อ่าน[เกี่ยวกับOneDriveและMailboxNotFoundError](https://learn.example.org/th-th/a)ก่อน12.30 น.

Add-in และการลงชื่อเข้าใช้ต้องใช้ Wi-Fi และ/หรืออีเมล 1,000,000 จาก 2.5 MHz

ดูhttps://support.microsoft.com/th-th/office/x-y เกี่ยวกับการบันทึกอัตโนมัติและ Report.docx
"#;

const HEBREW: &str = r#"# דואר אינו מגיע ל-SharePoint

הפעל את Get-MessageTrace ואת Set-MailboxFolderPermission עם -AccessRights ב-PowerShell.

התשובה היא interaction_required או InvalidReplyTo כאשר userPrincipalName ריק.

חפש את setup.exe ב-%windir% וב-$env:TEMP, ב-C:\Windows\System32\drivers וב- /etc/hosts.

המפתח הוא HKEY_LOCAL_MACHINE\SOFTWARE\Vendor\Sync, המארח הוא outlook.office365.com בכתובת 10.20.30.40.

גירסה 16.0.4266.1001 שולחת X-MS-Exchange-Organization-SCL עבור {tenantId} אל alain@contoso.com.

1. פתח שורת פקודה, הפעל **ipconfig /flushdns** והמתן.
2. Get-Mailbox -Identity "Ann" | Set-Mailbox -Type Shared

| שם | ערך |
|------|-------|
| objectClass | 72f988bf-86f1-41af-91ab-2d7cd011db47 |

קרא [על OneDrive ועל MailboxNotFoundError](https://learn.example.org/he-il/a) עד 12:30 או 4.3.2021.

תוספות וכניסה מקומית זקוקות ל-Wi-Fi ו/או לדואר: 1,000,000 מתוך 2.5 מגה-הרץ.

ראה https://support.microsoft.com/he-il/office/x-y לגבי שמירה אוטומטית.
"#;

const KOREAN: &str = r#"# 메일이 SharePoint에 도착하지 않음

PowerShell에서 -AccessRights와 함께 Get-MessageTrace와 Set-MailboxFolderPermission을 실행합니다.

userPrincipalName이 비어 있으면 응답은 interaction_required 또는 InvalidReplyTo입니다.

%windir%와 $env:TEMP에서 setup.exe를 찾고 C:\Windows\System32\drivers와 /etc/hosts도 확인합니다.

키는 HKEY_LOCAL_MACHINE\SOFTWARE\Vendor\Sync이고 호스트는 10.20.30.40의 outlook.office365.com입니다.

버전 16.0.4266.1001은 {tenantId}에 대한 X-MS-Exchange-Organization-SCL을 alain@contoso.com으로 보냅니다.

1. 프롬프트를 열고 **ipconfig /flushdns**를 실행한 다음 기다립니다.
2. `Get-Mailbox -Identity "Ann" | Set-Mailbox -Type Shared`를 실행합니다.

| 이름 | 값 |
|------|-------|
| objectClass | 72f988bf-86f1-41af-91ab-2d7cd011db47 |

12시 30분까지 [OneDrive와 MailboxNotFoundError에 대해](https://learn.example.org/ko-kr/a) 읽어 보세요.

추가 기능과 온-프레미스 로그인에는 Wi-Fi 및/또는 메일이 필요합니다. 2.5MHz의 1,000,000.

자동 저장과 보고서.docx는 https://support.microsoft.com/ko-kr/office/x-y를 참조하세요.
"#;

const CHINESE: &str = r#"# 邮件无法到达SharePoint

在PowerShell中使用-AccessRights运行Get-MessageTrace和Set-MailboxFolderPermission。

userPrincipalName为空时，答案是interaction_required或InvalidReplyTo。

在%windir%、$env:TEMP、C:\Windows\System32\drivers和/etc/hosts中查找setup.exe。

项为HKEY_LOCAL_MACHINE\SOFTWARE\Vendor\Sync，主机是10.20.30.40处的outlook.office365.com。

版本16.0.4266.1001将{tenantId}的X-MS-Exchange-Organization-SCL发送到alain@contoso.com。

1. 打开命令提示符，运行**ipconfig /flushdns**并等待。
2. Get-Mailbox -Identity "Ann" | Set-Mailbox -Type Shared

| 名称 | 值 |
|------|-------|
| objectClass | 72f988bf-86f1-41af-91ab-2d7cd011db47 |

请在12:30之前阅读[关于OneDrive和MailboxNotFoundError](https://learn.example.org/zh-cn/a)。

加载项和本地登录需要多重Wi-Fi和/或电子邮件：1000000个2.5 MHz。

有关自动保存和艺术字，请参阅https://support.microsoft.com/zh-cn/office/x-y。
"#;

const SLOVENIAN: &str = r#"# Pošta ne pride do SharePointa

V PowerShellu zaženite Get-MessageTrace in Set-MailboxFolderPermission s parametrom -AccessRights.

Odgovor je interaction_required ali InvalidReplyTo, če je userPrincipalName prazen.

Poiščite setup.exe v %windir% in $env:TEMP, v C:\Windows\System32\drivers in v /etc/hosts.

Ključ je HKEY_LOCAL_MACHINE\SOFTWARE\Vendor\Sync, gostitelj je outlook.office365.com na 10.20.30.40.

Različica 16.0.4266.1001 pošlje X-MS-Exchange-Organization-SCL za {tenantId} na naslov alain@contoso.com.

1. Odprite poziv, zaženite **ipconfig /flushdns** in počakajte.
2. Get-Mailbox -Identity "Ana" | Set-Mailbox -Type Shared

| Ime | Vrednost |
|------|-------|
| objectClass | 72f988bf-86f1-41af-91ab-2d7cd011db47 |

Preberite [o OneDriveu in MailboxNotFoundError](https://learn.example.org/sl-si/a) do 12.30 ali 4. 3. 2021.

Dodatki in vpis na mestu uporabe potrebujejo Wi-Fi in/ali e-pošto: 1.000.000 od 2,5 MHz.

Glejte https://support.microsoft.com/sl-si/office/x-y o samodejnem shranjevanju in Poročilo.docx.
"#;

const RUSSIAN: &str = r#"# Почта не доходит до SharePoint

Выполните Get-MessageTrace и Set-MailboxFolderPermission с -AccessRights в PowerShell.

Ответ — interaction_required или InvalidReplyTo, если userPrincipalName пуст.

Найдите setup.exe в %windir% и $env:TEMP, в C:\Windows\System32\drivers и в /etc/hosts.

Раздел — HKEY_LOCAL_MACHINE\SOFTWARE\Vendor\Sync, узел — outlook.office365.com по адресу 10.20.30.40.

Версия 16.0.4266.1001 отправляет X-MS-Exchange-Organization-SCL для {tenantId} на ivan@contoso.com.

1. Откройте командную строку, выполните **ipconfig /flushdns** и подождите.
2. Get-Mailbox -Identity "Анна" | Set-Mailbox -Type Shared

| Имя | Значение |
|------|-------|
| objectClass | 72f988bf-86f1-41af-91ab-2d7cd011db47 |

Прочтите [об OneDrive’е и MailboxNotFoundError](https://learn.example.org/ru-ru/a) до 12:30 или 04.03.2021.

Надстройкам и локальному входу нужны Wi-Fi и/или электронная почта: 1 000 000 из 2,5 МГц.

См. https://support.microsoft.com/ru-ru/office/x-y об автосохранении и Отчет.docx.
"#;

const PORTUGUESE: &str = r#"# O email não chega ao SharePoint

Execute Get-MessageTrace e Set-MailboxFolderPermission com -AccessRights no PowerShell.

A resposta é interaction_required ou InvalidReplyTo quando userPrincipalName está vazio.

Procure setup.exe em %windir% e $env:TEMP, em C:\Windows\System32\drivers e em /etc/hosts.

A chave é HKEY_LOCAL_MACHINE\SOFTWARE\Vendor\Sync, o host é outlook.office365.com em 10.20.30.40.

A versão 16.0.4266.1001 envia X-MS-Exchange-Organization-SCL de {tenantId} para alain@contoso.com.

1. Abra um prompt, execute **ipconfig /flushdns** e aguarde.
2. Get-Mailbox -Identity "Ana" | Set-Mailbox -Type Shared

| Nome | Valor |
|------|-------|
| objectClass | 72f988bf-86f1-41af-91ab-2d7cd011db47 |

Leia [sobre o OneDrive e o MailboxNotFoundError](https://learn.example.org/pt-br/a) até às 12h30 ou 4/3/2021.

Suplementos e entrada local precisam de Wi-Fi e/ou email: 1.000.000 de 2,5 MHz.

Veja https://support.microsoft.com/pt-br/office/x-y sobre Salvamento Automático e Relatório.docx.
"#;

const TURKISH: &str = r#"# Posta SharePoint'e ulaşmıyor

PowerShell'de -AccessRights ile Get-MessageTrace ve Set-MailboxFolderPermission'ı çalıştırın.

userPrincipalName boşsa yanıt interaction_required veya InvalidReplyTo olur.

setup.exe dosyasını %windir% ve $env:TEMP içinde, C:\Windows\System32\drivers ve /etc/hosts içinde arayın.

Anahtar HKEY_LOCAL_MACHINE\SOFTWARE\Vendor\Sync, ana bilgisayar 10.20.30.40 adresindeki outlook.office365.com'dur.

16.0.4266.1001 sürümü {tenantId} için X-MS-Exchange-Organization-SCL üst bilgisini alain@contoso.com'a gönderir.

1. Bir komut istemi açın, **ipconfig /flushdns** komutunu çalıştırın ve bekleyin.
2. Get-Mailbox -Identity "Ayşe" | Set-Mailbox -Type Shared

| Ad | Değer |
|------|-------|
| objectClass | 72f988bf-86f1-41af-91ab-2d7cd011db47 |

12.30'a kadar [OneDrive ve MailboxNotFoundError hakkında](https://learn.example.org/tr-tr/a) okuyun.

Eklentiler ve Şirket İçi oturum açma için Wi-Fi ve/veya e-posta gerekir: 2,5 MHz'in 1.000.000'u.

Otomatik kaydetme ve Rapor.docx için https://support.microsoft.com/tr-tr/office/x-y adresine bakın.
"#;

/// Its translations by their locales.
pub(super) const ALL: [(&str, &str); 11] = [
    ("de", GERMAN),
    ("ja", JAPANESE),
    ("ar", ARABIC),
    ("th", THAI),
    ("he", HEBREW),
    ("ko", KOREAN),
    ("zh-CN", CHINESE),
    ("sl", SLOVENIAN),
    ("ru", RUSSIAN),
    ("pt-BR", PORTUGUESE),
    ("tr", TURKISH),
];
