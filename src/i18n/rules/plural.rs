//! `message-plural-category`.

use fluent_syntax::ast::{InlineExpression, Variant, VariantKey};
use icu_plurals::PluralCategory;

use super::quoted;
use crate::diag::{Applicability, Finding, Fix};
use crate::i18n::format::{Formats, category_word};
use crate::i18n::ftl::{Entry, Use, first_name, span};
use crate::i18n::language::language_name;
use crate::model::locale::Locale;
use crate::rule;
use crate::source::edit::Edit;
use crate::source::{Source, Span};

rule! {
    /// The plural forms of a message are not those of its language.
    ///
    /// A choice by `PLURAL($n)` needs a variant for every category that whole numbers have in the language
    /// (CLDR), and no other. A bare `{ $n ->` with plural categories counts by rules that are wrong for
    /// several languages.
    ///
    /// ## Why
    /// A missing form reads like a broken sentence: Slovenian has four, Arabic six. A superfluous one is never
    /// shown.
    ///
    /// ## Reported
    /// ```text locales/en/site.ftl
    /// # $n (number) - how many errors there are
    /// error-count = { PLURAL($n) ->
    ///     [one] { $n } error
    ///    *[other] { $n } errors
    /// }
    /// ```
    /// ```text locales/sl/site.ftl
    /// # $n (number) - how many errors there are
    /// error-count = { PLURAL($n) ->
    ///     [one] { $n } napaka
    ///    *[other] { $n } napak
    /// }
    /// ```
    ///
    /// ## Accepted
    /// ```text locales/en/site.ftl
    /// # $n (number) - how many errors there are
    /// error-count = { PLURAL($n) ->
    ///     [one] { $n } error
    ///    *[other] { $n } errors
    /// }
    /// ```
    /// ```text locales/sl/site.ftl
    /// # $n (number) - how many errors there are
    /// error-count = { PLURAL($n) ->
    ///     [one] { $n } napaka
    ///     [two] { $n } napaki
    ///     [few] { $n } napake
    ///    *[other] { $n } napak
    /// }
    /// ```
    MESSAGE_PLURAL_CATEGORY { id: "message-plural-category", severity: Warning, scope: Catalog }
}

pub(super) fn check(entry: &Entry<'_, '_>, findings: &mut Vec<Finding>) {
    let Some(source) = entry.file.source else { return };
    let before = findings.len();
    for used in entry.uses() {
        let Use::Select(selector, variants) = used else { continue };
        let bare = bare(source, selector, variants);
        if let Some(number) = counted(selector).or_else(|| bare.is_some().then_some(selector)) {
            if !is_misspelt(&entry.file.locale, variants) {
                findings.extend(absent(entry, source, selector, variants, number));
            }
            let named =
                |variant: &&Variant<&str>| bare.is_none() || matches!(variant.key, VariantKey::Identifier { .. });
            findings.extend(variants.iter().filter(named).filter_map(|variant| superfluous(entry, source, variant)));
        }
        findings.extend(bare);
    }
    for finding in &mut findings[before..] {
        finding.locale = Some(entry.file.locale.clone());
    }
}

/// Returns what is counted where `selector` is `PLURAL(…)`.
fn counted<'f, 'a>(selector: &'f InlineExpression<&'a str>) -> Option<&'f InlineExpression<&'a str>> {
    match selector {
        InlineExpression::FunctionReference { id, arguments } if id.name == "PLURAL" => arguments.positional.first(),
        _ => None,
    }
}

/// Returns the categories of the language that have no variant.
fn missing(locale: &Locale, variants: &[Variant<&str>]) -> Vec<&'static str> {
    let has = |category: &str| variants.iter().any(|variant| key(variant) == category);
    let categories = Formats::of(locale).whole_categories().into_iter().map(category_word);
    categories.filter(|category| !has(category)).collect()
}

/// Tells whether each category that has no variant seems to stand there under a name that no language has.
fn is_misspelt(locale: &Locale, variants: &[Variant<&str>]) -> bool {
    let is_word = |variant: &&Variant<&str>| matches!(variant.key, VariantKey::Identifier { .. });
    let is_strange = |variant: &&Variant<&str>| PluralCategory::get_for_cldr_string(key(variant)).is_none();
    let strange = variants.iter().filter(is_word).filter(is_strange).count();
    strange > 0 && strange == missing(locale, variants).len()
}

/// Returns a finding for the categories of the language that have no variant.
fn absent(
    entry: &Entry<'_, '_>,
    source: &Source,
    selector: &InlineExpression<&str>,
    variants: &[Variant<&str>],
    number: &InlineExpression<&str>,
) -> Option<Finding> {
    let locale = &entry.file.locale;
    let missing = missing(locale, variants);
    if missing.is_empty() {
        return None;
    }
    let (start, end) = (span(source, first_name(selector)).start, span(source, first_name(number)).end);
    let place = Span { source: source.id, start, end };
    let forms = if missing.len() == 1 { "form" } else { "forms" };
    Some(
        Finding::at(
            &MESSAGE_PLURAL_CATEGORY,
            place,
            format!("`{}` lacks the plural {forms} {}", entry.name, quoted(missing)),
        )
        .caption("counted here")
        .help(categories_of(locale)),
    )
}

/// Returns a finding where a variant of `PLURAL(…)` is never chosen.
fn superfluous(entry: &Entry<'_, '_>, source: &Source, variant: &Variant<&str>) -> Option<Finding> {
    let locale = &entry.file.locale;
    let key = key(variant);
    if Formats::of(locale).categories().into_iter().any(|category| category_word(category) == key) {
        return None;
    }
    let help = match variant.key {
        VariantKey::NumberLiteral { .. } => {
            format!("`PLURAL` gives a category; choose by the number around it: `{{ $n ->` `[{key}] …`")
        }
        VariantKey::Identifier { .. } => categories_of(locale),
    };
    let message = format!("`{}` has a variant `[{key}]` that is never chosen in {locale}", entry.name);
    Some(Finding::at(&MESSAGE_PLURAL_CATEGORY, span(source, key), message).caption("never chosen").help(help))
}

/// Returns a finding where a number itself chooses among plural categories.
fn bare(source: &Source, selector: &InlineExpression<&str>, variants: &[Variant<&str>]) -> Option<Finding> {
    let is_count = variants.iter().any(|variant| {
        PluralCategory::get_for_cldr_string(key(variant)).is_some_and(|category| category != PluralCategory::Other)
    });
    let name = match selector {
        InlineExpression::VariableReference { id } if is_count => id.name,
        InlineExpression::FunctionReference { id, .. } if is_count && id.name == "NUMBER" => id.name,
        _ => return None,
    };
    let is_variable = matches!(selector, InlineExpression::VariableReference { .. });
    let word = span(source, name);
    let place = Span { start: word.start - u32::from(is_variable), ..word };
    let shown = source.slice(place);
    let text = if is_variable { format!("PLURAL({shown})") } else { "PLURAL".to_owned() };
    let fix = Fix {
        title: "count by `PLURAL`".to_owned(),
        applicability: Applicability::Suggested,
        edits: vec![Edit { span: place, text }],
    };
    let message = format!("`{shown}` chooses a plural form by rules that are wrong for several languages");
    Some(
        Finding::at(&MESSAGE_PLURAL_CATEGORY, place, message)
            .caption("a bare number")
            .help("choose by `PLURAL($n)`, which knows every language")
            .fix(fix),
    )
}

/// Returns what stands in the brackets of a variant.
pub(super) fn key<'a>(variant: &Variant<&'a str>) -> &'a str {
    match variant.key {
        VariantKey::Identifier { name } => name,
        VariantKey::NumberLiteral { value } => value,
    }
}

/// Returns a sentence on the categories of a language: "Slovenian has `one`, `two`, `few`, `other`".
fn categories_of(locale: &Locale) -> String {
    let english = "en".parse().expect("a language tag");
    let categories = Formats::of(locale).categories().into_iter().map(category_word);
    format!("{} has {}", language_name(locale, &english), quoted(categories))
}
