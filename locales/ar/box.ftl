box-unknown = لا توجد هنا صفحة عن { $what }
box-results = { PLURAL($n) ->
    [zero] لا نتائج
    [one] نتيجة واحدة
    [two] نتيجتان
    [few] { $n } نتائج
    [many] { $n } نتيجة
   *[other] { $n } نتيجة
}
box-support = لإرفاقها بطلب الدعم
