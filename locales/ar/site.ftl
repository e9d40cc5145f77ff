### Literals that may begin with a digit stand between { "\u2068" } and { "\u2069" } (isolates), so that
### they keep their order within a line that runs from right to left.

## مربع الإدخال

site-search-label = الصق رسالة الخطأ أو اكتب رمزه
search-privacy = يبقى كل ما تكتبه داخل هذا المتصفح
search-recognised = تم التعرّف على: { "\u2068" }{ $what }{ "\u2069" }
search-enter = اضغط على Enter لفتح الصفحة
search-none = لا يوجد خطأ معروف في هذا النص
search-title = البحث
search-no-script = يتطلب البحث JavaScript. من دونه، ابحث في القائمة:

## الصفحة الرئيسية

home-intro = معنى الخطأ وكيفية حله
home-featured = الأخطاء الشائعة
home-newest = أخطاء جديدة
home-families = الأخطاء حسب المجال

## مجموعات رموز الأخطاء

family-aadsts = تسجيل الدخول
family-hresult = الرموز التي تبدأ بـ { "\u2068" }0x{ "\u2069" }
family-smtp = تسليم البريد
family-office = تثبيت Office
family-http = حالة HTTP
family-other = أخطاء { "\u2068" }{ $family }{ "\u2069" }

## التنقل

nav-errors = الأخطاء
nav-articles = المقالات
nav-home = الصفحة الرئيسية
nav-parameters = معلمات الخطأ
nav-site = أقسام الموقع
breadcrumb-label = أنت هنا
skip-to-content = الانتقال إلى المحتوى
on-this-page = في هذه الصفحة
external-link = ينقلك إلى موقع آخر

## اللغات

other-languages = لغات أخرى
language-switch = تغيير اللغة
choose-language = اختر لغتك
language-rebuilt = مُستعاد من إحدى الترجمات
language-fallback = لم يُترجم بعد
also-in = { PLURAL($n) ->
    [zero] غير متوفر بلغات أخرى
    [one] متوفر أيضًا بلغة أخرى واحدة
    [two] متوفر أيضًا بلغتين أخريين
    [few] متوفر أيضًا بـ { $n } لغات أخرى
    [many] متوفر أيضًا بـ { $n } لغة أخرى
   *[other] متوفر أيضًا بـ { $n } لغة أخرى
}

## صفحة الرمز

code-what-to-do = ما الذي يجب فعله
code-parameters = معلمات الخطأ
code-mentioned-in = مذكور في
code-related-articles = مقالات عن هذا الخطأ
code-mentions-count = { PLURAL($n) ->
    [zero] لا توجد مقالات تذكر هذا الخطأ
    [one] مقالة واحدة تذكر هذا الخطأ
    [two] مقالتان تذكران هذا الخطأ
    [few] { $n } مقالات تذكر هذا الخطأ
    [many] { $n } مقالة تذكر هذا الخطأ
   *[other] { $n } مقالة تذكر هذا الخطأ
}
canonical-see = مشروح مع { "\u2068" }{ $code }{ "\u2069" }:

## النسخ

code-copy = نسخ الرمز
literal-copy = نسخ
copied = تم النسخ
copy-parameter = نسخ المعلمة

## الإشعارات

notice-machine = ترجمة آلية
notice-outdated = تغيّر النص الأصلي بعد الترجمة
notice-fallback = لم تُترجم بعد، اللغة: { $language }
notice-rebuilt = مُستعاد من إحدى الترجمات
notice-retired = لم تعد هذه المقالة تُحدَّث
notice-replaced = حلّت محلها «{ "\u2068" }{ $title }{ "\u2069" }»
draft-notice = مسودة غير منشورة
original-show = إظهار النص الأصلي

## في نص المقالات

alert-note = ملاحظة
alert-tip = تلميح
alert-important = هام
alert-warning = تحذير
alert-caution = تنبيه
video-title = فيديو: { "\u2068" }{ $title }{ "\u2069" }
footnotes-label = الحواشي السفلية
footnote-back = العودة إلى النص
task-done = مكتملة
task-open = غير مكتملة
table-label = جدول

## نهاية الصفحة

page-updated = تاريخ التحديث: { $date }
page-edit = تحرير هذه الصفحة
footer-built-with = تم إنشاؤه باستخدام Faultbook
theme-label = المظهر
theme-light = فاتح
theme-dark = داكن
theme-auto = تلقائي

## القوائم

errors-title = كل الأخطاء
articles-title = كل المقالات
parameters-title = كل معلمات الخطأ
list-part = الجزء { $n }
list-parts = أجزاء هذه القائمة
list-turn = الجزء السابق والجزء التالي
list-previous = السابق
list-next = التالي
list-more = { PLURAL($n) ->
    [zero] لا توجد إدخالات أخرى
    [one] إدخال آخر واحد
    [two] إدخالان آخران
    [few] { $n } إدخالات أخرى
    [many] { $n } إدخالًا آخر
   *[other] { $n } إدخال آخر
}
list-all = إظهار الكل

## معلمات الخطأ والإشارات

parameter-title = معلمة الخطأ { "\u2068" }{ $name }{ "\u2069" }
parameter-returned-by = الأخطاء التي تُرجع هذه المعلمة
mention-title = لا توجد بعد مقالة تشرح { "\u2068" }{ $code }{ "\u2069" }. تذكره المقالات التالية.
mentions-of = المقالات التي تذكر { "\u2068" }{ $code }{ "\u2069" }

## الصفحة غير موجودة

not-found-title = لم يتم العثور على الصفحة
not-found-text = لا توجد صفحة على هذا العنوان. للعثور على الخطأ، الصق رسالته أو اكتب رمزه.
not-found-nearest = رموز مشابهة
not-found-home = الانتقال إلى الصفحة الرئيسية

## حالة الترجمة

status-title = حالة الترجمة
status-locale = اللغة
status-article = المقالة
status-articles = المقالات
status-state = الحالة
status-date = تاريخ الترجمة
status-translated = مترجمة
status-machine = ترجمة آلية
status-outdated = قديمة
status-unknown = غير معروفة
status-missing = مفقودة
status-rebuilt = مستعادة
