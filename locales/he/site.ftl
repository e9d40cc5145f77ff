### Literals that may begin with a digit stand between { "\u2068" } and { "\u2069" } (isolates), so that
### they keep their order within a line that runs from right to left.

## שדה הקלט

site-search-label = הדביקו הודעת שגיאה או הקלידו קוד
search-privacy = מה שמקלידים כאן אינו יוצא מהדפדפן הזה
search-recognised = זוהה: { "\u2068" }{ $what }{ "\u2069" }
search-enter = הקישו Enter כדי לפתוח את הדף
search-none = לא נמצאה בטקסט הזה שגיאה מוכרת
search-title = חיפוש
search-no-script = החיפוש מצריך JavaScript. בלעדיו אפשר לחפש ברשימה:

## דף הבית

home-intro = מה פירוש השגיאה ומה אפשר לעשות
home-featured = שגיאות נפוצות
home-newest = שגיאות חדשות
home-families = שגיאות לפי תחום

## קבוצות של קודי שגיאה

family-aadsts = כניסה לחשבון
family-hresult = קודים המתחילים ב־{ "\u2068" }0x{ "\u2069" }
family-smtp = מסירת דואר
family-office = התקנת Office
family-http = מצב HTTP
family-other = שגיאות { "\u2068" }{ $family }{ "\u2069" }

## ניווט

nav-errors = שגיאות
nav-articles = מאמרים
nav-home = דף הבית
nav-parameters = פרמטרים של שגיאות
nav-site = חלקי האתר
breadcrumb-label = המיקום באתר
skip-to-content = דילוג אל התוכן
on-this-page = בדף הזה
external-link = מוביל לאתר אחר

## שפות

other-languages = שפות אחרות
language-switch = החלפת שפה
choose-language = בחירת שפה
language-rebuilt = שוחזר מתוך תרגום
language-fallback = טרם תורגם
also-in = { PLURAL($n) ->
    [one] זמין גם בשפה נוספת אחת
    [two] זמין גם בשתי שפות נוספות
   *[other] זמין גם ב־{ $n } שפות נוספות
}

## הדף של קוד

code-what-to-do = מה אפשר לעשות
code-parameters = פרמטרים של השגיאה
code-mentioned-in = מאמרים המזכירים את השגיאה
code-related-articles = מאמרים על השגיאה הזאת
code-mentions-count = { PLURAL($n) ->
    [one] מאמר אחד מזכיר את השגיאה הזאת
    [two] שני מאמרים מזכירים את השגיאה הזאת
   *[other] { $n } מאמרים מזכירים את השגיאה הזאת
}
canonical-see = מוסבר יחד עם { "\u2068" }{ $code }{ "\u2069" }:

## העתקה

code-copy = העתק את הקוד
literal-copy = העתק
copied = הועתק
copy-parameter = העתק את הפרמטר

## הודעות

notice-machine = תרגום מכונה
notice-outdated = טקסט המקור השתנה מאז התרגום
notice-fallback = טרם תורגם, השפה: { $language }
notice-rebuilt = שוחזר מתוך תרגום
notice-retired = הדף אינו מתעדכן עוד
notice-replaced = הוחלף בדף „{ "\u2068" }{ $title }{ "\u2069" }”
draft-notice = טיוטה שלא פורסמה
original-show = הצגת המקור

## בתוך המאמרים

alert-note = הערה
alert-tip = טיפ
alert-important = חשוב
alert-warning = אזהרה
alert-caution = זהירות
video-title = סרטון: { "\u2068" }{ $title }{ "\u2069" }
footnotes-label = הערות שוליים
footnote-back = חזרה אל הטקסט
task-done = בוצע
task-open = לביצוע
table-label = טבלה

## סוף הדף

page-updated = תאריך עדכון: { $date }
page-edit = עריכת הדף הזה
footer-built-with = נבנה באמצעות Faultbook
theme-label = מראה
theme-light = בהיר
theme-dark = כהה
theme-auto = אוטומטי

## רשימות

errors-title = כל השגיאות
articles-title = כל המאמרים
parameters-title = כל הפרמטרים של שגיאות
list-part = חלק { $n }
list-parts = חלקי הרשימה
list-turn = החלק הקודם והחלק הבא
list-previous = הקודם
list-next = הבא
list-more = { PLURAL($n) ->
    [one] עוד פריט אחד
    [two] עוד שני פריטים
   *[other] עוד { $n } פריטים
}
list-all = הצגת הכול

## פרמטרים של שגיאות ואזכורים

parameter-title = הפרמטר { "\u2068" }{ $name }{ "\u2069" }
parameter-returned-by = שגיאות המחזירות את הפרמטר הזה
mention-title = עדיין אין מאמר המסביר את { "\u2068" }{ $code }{ "\u2069" }. המאמרים הבאים מזכירים את הקוד.
mentions-of = מאמרים המזכירים את { "\u2068" }{ $code }{ "\u2069" }

## כתובת ללא דף

not-found-title = הדף לא נמצא
not-found-text = אין דף בכתובת הזאת. כדי למצוא את השגיאה, הדביקו את ההודעה או הקלידו את הקוד.
not-found-nearest = קודים דומים
not-found-home = מעבר אל דף הבית

## מצב התרגום

status-title = מצב התרגום
status-locale = שפה
status-article = מאמר
status-articles = מאמרים
status-state = מצב
status-date = תאריך התרגום
status-translated = מתורגם
status-machine = תרגום מכונה
status-outdated = לא מעודכן
status-unknown = לא ידוע
status-missing = חסר
status-rebuilt = משוחזר
