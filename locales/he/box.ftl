box-unknown = אין כאן דף על { $what }
box-results = { PLURAL($n) ->
    [one] תוצאה אחת
    [two] שתי תוצאות
   *[other] { $n } תוצאות
}
box-support = לצירוף לפנייה לתמיכה
