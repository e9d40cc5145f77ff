use crate::model::locale::Locale;
pub fn parents(_: &Locale) -> Vec<Locale> {
    vec![]
}
pub fn same_script(a: &Locale, b: &Locale) -> bool {
    a.language() == b.language()
}
