//! The list of all rules: those that check, and those that earlier stages report.

mod alert_differs;
mod anchor_missing;
mod article_misplaced;
mod article_missing;
mod body_missing;
mod code_block_accidental;
mod code_differs;
mod command_differs;
mod directive_broken;
mod emphasis_broken;
mod emphasis_displaced;
mod front_matter_differs;
mod front_matter_key;
mod heading_differs;
mod html_broken;
mod image_alt_missing;
mod image_differs;
mod image_missing;
mod include_cycle;
mod invisible_character;
mod link_broken;
mod link_displaced;
mod link_empty;
mod link_missing;
mod link_syntax;
mod link_target_differs;
mod list_differs;
mod literal_differs;
mod literal_extra;
mod literal_missing;
mod literal_order;
mod locale_mismatch;
mod mark_missing;
mod menu_path_broken;
mod name_differs;
mod number_differs;
mod passage_missing;
mod product_name_differs;
mod symbolic_name_changed;
mod table_broken;
mod term_forbidden;
mod term_missing;
mod term_untranslated;
mod text_garbled;
mod text_script;
mod text_untranslated;
mod title_differs;
mod title_missing;
mod translation_outdated;
mod translations_disagree;

use super::Depth;
use super::context::{ArticleContext, CatalogContext, GroupContext};
use super::suppress;
use crate::diag::{Finding, Meta};
use crate::{catalog, config, i18n, load, markdown};

/// How a rule is run.
#[derive(Clone, Copy)]
pub enum Check {
    /// On each article by itself.
    Article(fn(&ArticleContext<'_>) -> Vec<Finding>),
    /// On each group.
    Group(fn(&GroupContext<'_>) -> Vec<Finding>),
    /// Once.
    Catalog(fn(&CatalogContext<'_>) -> Vec<Finding>),
    /// It is reported by the stage that declares it.
    Elsewhere,
}

/// A rule and how it is run.
pub struct Rule {
    pub meta: &'static Meta,
    pub check: Check,
    /// The least depth that it is run at.
    pub depth: Depth,
}

const fn rule(meta: &'static Meta, check: Check) -> Rule {
    Rule { meta, check, depth: Depth::Core }
}

const fn article(meta: &'static Meta, check: fn(&ArticleContext<'_>) -> Vec<Finding>) -> Rule {
    rule(meta, Check::Article(check))
}

const fn group(meta: &'static Meta, check: fn(&GroupContext<'_>) -> Vec<Finding>) -> Rule {
    rule(meta, Check::Group(check))
}

/// A rule on groups that goes by what their articles say.
const fn prose(meta: &'static Meta, check: fn(&GroupContext<'_>) -> Vec<Finding>) -> Rule {
    beyond_core(group(meta, check))
}

const fn catalog(meta: &'static Meta, check: fn(&CatalogContext<'_>) -> Vec<Finding>) -> Rule {
    rule(meta, Check::Catalog(check))
}

const fn elsewhere(meta: &'static Meta) -> Rule {
    rule(meta, Check::Elsewhere)
}

/// Leaves a rule to whoever asks for all of them.
const fn beyond_core(rule: Rule) -> Rule {
    Rule { depth: Depth::All, ..rule }
}

/// All rules, the gravest and most wanted first; a rule is one file and one line here.
pub static RULES: &[Rule] = &[
    group(&literal_differs::LITERAL_DIFFERS, literal_differs::check),
    group(&literal_missing::LITERAL_MISSING, literal_missing::check),
    group(&literal_extra::LITERAL_EXTRA, literal_extra::check),
    group(&literal_order::LITERAL_ORDER, literal_order::check),
    group(&code_differs::CODE_DIFFERS, code_differs::check),
    group(&symbolic_name_changed::SYMBOLIC_NAME_CHANGED, symbolic_name_changed::check),
    prose(&command_differs::COMMAND_DIFFERS, command_differs::check),
    prose(&name_differs::NAME_DIFFERS, name_differs::check),
    prose(&product_name_differs::PRODUCT_NAME_DIFFERS, product_name_differs::check),
    group(&link_target_differs::LINK_TARGET_DIFFERS, link_target_differs::check),
    prose(&link_empty::LINK_EMPTY, link_empty::check),
    prose(&link_syntax::LINK_SYNTAX, link_syntax::check),
    prose(&link_displaced::LINK_DISPLACED, link_displaced::check),
    prose(&link_missing::LINK_MISSING, link_missing::check),
    group(&anchor_missing::ANCHOR_MISSING, anchor_missing::check),
    prose(&passage_missing::PASSAGE_MISSING, passage_missing::check),
    prose(&code_block_accidental::CODE_BLOCK_ACCIDENTAL, code_block_accidental::check),
    prose(&table_broken::TABLE_BROKEN, table_broken::check),
    prose(&directive_broken::DIRECTIVE_BROKEN, directive_broken::check),
    prose(&heading_differs::HEADING_DIFFERS, heading_differs::check),
    prose(&list_differs::LIST_DIFFERS, list_differs::check),
    prose(&alert_differs::ALERT_DIFFERS, alert_differs::check),
    prose(&emphasis_broken::EMPHASIS_BROKEN, emphasis_broken::check),
    prose(&emphasis_displaced::EMPHASIS_DISPLACED, emphasis_displaced::check),
    prose(&menu_path_broken::MENU_PATH_BROKEN, menu_path_broken::check),
    prose(&html_broken::HTML_BROKEN, html_broken::check),
    prose(&mark_missing::MARK_MISSING, mark_missing::check),
    prose(&image_differs::IMAGE_DIFFERS, image_differs::check),
    prose(&image_alt_missing::IMAGE_ALT_MISSING, image_alt_missing::check),
    group(&front_matter_differs::FRONT_MATTER_DIFFERS, front_matter_differs::check),
    beyond_core(group(&title_differs::TITLE_DIFFERS, title_differs::check)),
    beyond_core(group(&front_matter_key::FRONT_MATTER_KEY, front_matter_key::check)),
    prose(&number_differs::NUMBER_DIFFERS, number_differs::check),
    prose(&text_untranslated::TEXT_UNTRANSLATED, text_untranslated::check),
    prose(&text_garbled::TEXT_GARBLED, text_garbled::check),
    prose(&text_script::TEXT_SCRIPT, text_script::check),
    prose(&term_untranslated::TERM_UNTRANSLATED, term_untranslated::check),
    prose(&term_missing::TERM_MISSING, term_missing::check),
    prose(&term_forbidden::TERM_FORBIDDEN, term_forbidden::check),
    group(&translation_outdated::TRANSLATION_OUTDATED, translation_outdated::check),
    group(&translations_disagree::TRANSLATIONS_DISAGREE, translations_disagree::check),
    article(&locale_mismatch::LOCALE_MISMATCH, locale_mismatch::check),
    article(&title_missing::TITLE_MISSING, title_missing::check),
    article(&body_missing::BODY_MISSING, body_missing::check),
    article(&invisible_character::INVISIBLE_CHARACTER, invisible_character::check),
    beyond_core(catalog(&article_misplaced::ARTICLE_MISPLACED, article_misplaced::check)),
    catalog(&article_missing::ARTICLE_MISSING, article_missing::check),
    catalog(&link_broken::LINK_BROKEN, link_broken::check),
    catalog(&image_missing::IMAGE_MISSING, image_missing::check),
    catalog(&include_cycle::INCLUDE_CYCLE, include_cycle::check),
    elsewhere(&suppress::SUPPRESSION_INVALID),
    elsewhere(&suppress::SUPPRESSION_UNUSED),
    elsewhere(&suppress::SUPPRESSION_UNEXPLAINED),
    elsewhere(&suppress::BASELINE_OUTDATED),
    elsewhere(&catalog::rules::ADDRESS_TAKEN),
    elsewhere(&markdown::rules::FRONT_MATTER_INVALID),
    elsewhere(&markdown::rules::HTML_REMOVED),
    elsewhere(&markdown::rules::URL_REMOVED),
    elsewhere(&markdown::rules::PLACEHOLDER_UNMARKED),
    elsewhere(&load::NOT_UTF8),
    elsewhere(&load::FILE_UNREADABLE),
    elsewhere(&load::ARTICLE_EMPTY),
    elsewhere(&load::LIMIT_EXCEEDED),
    elsewhere(&load::LOCALE_UNKNOWN),
    elsewhere(&load::LOCALE_SUSPICIOUS),
    elsewhere(&load::LINK_OUTSIDE),
    elsewhere(&load::LINK_REPEATED),
    elsewhere(&config::CONFIG_INVALID),
    elsewhere(&i18n::rules::MESSAGE_INVALID),
    elsewhere(&i18n::rules::MESSAGE_MISSING),
    elsewhere(&i18n::rules::MESSAGE_OBSOLETE),
    elsewhere(&i18n::rules::MESSAGE_DUPLICATE),
    elsewhere(&i18n::rules::MESSAGE_EMPTY),
    elsewhere(&i18n::rules::MESSAGE_REFERENCE_DIFFERS),
    elsewhere(&i18n::rules::MESSAGE_VARIABLE_UNKNOWN),
    elsewhere(&i18n::rules::MESSAGE_PLURAL_CATEGORY),
];

/// Returns the rule of that name.
pub fn find(id: &str) -> Option<&'static Rule> {
    RULES.iter().find(|rule| rule.meta.id == id)
}

/// Returns the name of a rule that is spelt most like `id`.
pub fn nearest(id: &str) -> Option<&'static str> {
    crate::config::nearest(id, RULES.iter().map(|rule| rule.meta.id))
}
