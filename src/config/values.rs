//! The forms that values of the configuration have: addresses, tags, colours, tables of them.

use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;
use std::str::FromStr;

use globset::GlobBuilder;
use regex::Regex;
use thiserror::Error;
use url::Url;

use super::reader::Item;
use super::{Allow, Case, Chosen, FamilyConfig, FilePath, FooterLink, Level, LocaleConfig, RuleConfig, RuleOption};
use crate::diag::Severity;
use crate::model::locale::Locale;

/// Reads a text that must not be empty.
fn filled(item: &Item<'_>) -> Option<String> {
    let text = item.text()?;
    if text.trim().is_empty() { item.reject(format!("`{}` is empty", item.name), "") } else { Some(text.to_owned()) }
}

pub(super) fn strings(item: &Item<'_>) -> Vec<String> {
    item.texts().into_iter().filter_map(|(_, item)| filled(&item)).collect()
}

pub(super) fn path(item: &Item<'_>) -> Option<PathBuf> {
    let text = filled(item)?;
    if text.contains('\0') { item.reject(format!("`{}` is no path", item.name), "") } else { Some(text.into()) }
}

pub(super) fn file_path(item: &Item<'_>) -> Option<FilePath> {
    Some(FilePath { path: path(item)?, span: item.span() })
}

/// Reads an address of the web without query or fragment; returns it with a slash at the end.
pub(super) fn base_url(item: &Item<'_>) -> Option<String> {
    let text = item.text()?;
    match text.parse() {
        Ok(BaseUrl(address)) => Some(address),
        Err(error @ BadBaseUrl::NoAddress) => item.reject(
            format!("`{}` {error}: `{text}`", item.name),
            "give the whole address, such as `https://errors.example.com/`",
        ),
        Err(error @ BadBaseUrl::MoreThanPath) => {
            item.reject(format!("`{}` {error}: `{text}`", item.name), "leave out `?…` and `#…`")
        }
    }
}

/// Where a site will stand: an address of the web that ends in a slash.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BaseUrl(pub String);

/// Why a text is no [`BaseUrl`], in words that follow its name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum BadBaseUrl {
    #[error("is no web address")]
    NoAddress,
    #[error("has a query or a fragment")]
    MoreThanPath,
}

impl FromStr for BaseUrl {
    type Err = BadBaseUrl;

    fn from_str(text: &str) -> Result<Self, BadBaseUrl> {
        let url = web_address(text).ok_or(BadBaseUrl::NoAddress)?;
        if url.query().is_some() || url.fragment().is_some() {
            return Err(BadBaseUrl::MoreThanPath);
        }
        let address = url.to_string();
        Ok(Self(if address.ends_with('/') { address } else { address + "/" }))
    }
}

fn web_address(text: &str) -> Option<Url> {
    Url::parse(text).ok().filter(|url| matches!(url.scheme(), "https" | "http") && url.has_host())
}

pub(super) fn edit_url(item: &Item<'_>) -> Option<String> {
    let text = item.text()?;
    let example = "such as `https://example.com/edit/main/content/{path}`";
    if web_address(text).is_none() {
        return item
            .reject(format!("`{}` is no web address: `{text}`", item.name), format!("give an address {example}"));
    }
    if !text.contains("{path}") {
        return item.reject(
            format!("`{}` lacks `{{path}}`", item.name),
            format!("put `{{path}}` where the file's path goes, {example}"),
        );
    }
    Some(text.to_owned())
}

/// What `report_url` can have in braces.
const REPORTED: [&str; 4] = ["title", "url", "path", "locale"];

/// Reads an address of the web or of mail; what stands in its braces is filled in page by page.
pub(super) fn report_url(item: &Item<'_>) -> Option<String> {
    let text = item.text()?;
    let is_mail = Url::parse(text).is_ok_and(|url| url.scheme() == "mailto" && url.path().contains('@'));
    if web_address(text).is_none() && !is_mail {
        return item.reject(
            format!("`{}` is no address of the web or of mail: `{text}`", item.name),
            "give an address such as `https://example.com/report?title={title}&url={url}` or `mailto:help@example.com`",
        );
    }
    let mut names = text.split('{').skip(1).map(|part| part.split('}').next().unwrap_or(part));
    if let Some(unknown) = names.find(|name| !REPORTED.contains(name)) {
        return item.reject(
            format!("`{}` has `{{{unknown}}}`, which stands for nothing", item.name),
            "`{title}`, `{url}`, `{path}` and `{locale}` are filled in",
        );
    }
    Some(text.to_owned())
}

pub(super) fn locale(item: &Item<'_>) -> Option<Locale> {
    tag(item, item.text()?)
}

pub(super) fn tag(item: &Item<'_>, text: &str) -> Option<Locale> {
    let help = "a tag is a language, perhaps a script and a region: `ko`, `zh-CN`, `sr-Latn-RS`";
    text.parse().ok().or_else(|| item.reject(format!("`{text}` is no language tag (BCP 47)"), help))
}

/// Reads a list of tags, and of tables with `locale` and `folder`.
pub(super) fn locales(item: &Item<'_>) -> Vec<LocaleConfig> {
    let mut seen = BTreeSet::new();
    let items = item.list().unwrap_or_default();
    let read = items.iter().filter_map(|item| {
        let entry = locale_entry(item)?;
        if !seen.insert(entry.locale.clone()) {
            return item.reject(format!("`{}` is listed twice", entry.locale), "");
        }
        Some(entry)
    });
    read.collect()
}

fn locale_entry(item: &Item<'_>) -> Option<LocaleConfig> {
    if !item.is_table() {
        let Some(text) = item.is_text().then(|| item.text()).flatten() else {
            return item.wrong("a tag such as `\"ko\"`, or a table with `locale` and `folder`");
        };
        return Some(LocaleConfig { locale: tag(item, text)?, folder: None });
    }
    let mut table = item.section()?;
    let given = table.take("locale");
    let folder = table.take("folder").and_then(|item| file_path(&item));
    table.finish();
    let Some(given) = given else {
        return item.reject(format!("`{}` lacks `locale`", item.name), "");
    };
    Some(LocaleConfig { locale: locale(&given)?, folder })
}

/// Reads a table of locales, each with the locales to show instead.
pub(super) fn fallback(item: &Item<'_>) -> BTreeMap<Locale, Vec<Locale>> {
    let entries = item.section().map(|table| table.entries()).unwrap_or_default();
    let read = entries.into_iter().filter_map(|(name, _, item)| {
        let others = item.texts().iter().filter_map(|(_, item)| locale(item)).collect();
        Some((tag(&item, name)?, others))
    });
    read.collect()
}

pub(super) fn titles(item: &Item<'_>) -> BTreeMap<Locale, String> {
    let entries = item.section().map(|table| table.entries()).unwrap_or_default();
    entries.into_iter().filter_map(|(name, _, item)| Some((tag(&item, name)?, item.text()?.to_owned()))).collect()
}

pub(super) fn layout(item: &Item<'_>) -> Option<Chosen> {
    let text = item.text()?;
    let help = "give a pattern such as `{locale}/{path}`, or `docusaurus`, `starlight`, `hugo` or `mkdocs`";
    Chosen::parse(text).map_err(|wrong| item.reject::<()>(format!("`{}` {wrong}", item.name), help)).ok()
}

pub(super) fn families(item: &Item<'_>) -> Vec<FamilyConfig> {
    let mut ids = BTreeSet::new();
    let items = item.list().unwrap_or_default();
    let read = items.iter().filter_map(|item| {
        let family = family(item)?;
        if !ids.insert(family.id.clone()) {
            return item.reject(format!("there are two families `{}`", family.id), "");
        }
        Some(family)
    });
    read.collect()
}

fn family(item: &Item<'_>) -> Option<FamilyConfig> {
    let mut table = item.section()?;
    let id = table.take("id");
    let pattern = table.take("pattern");
    let name = table.take("name").and_then(|item| filled(&item));
    let prefix = table.take("prefix").and_then(|item| name_in_addresses(&item));
    let cases = [("keep", Case::Keep), ("upper", Case::Upper), ("lower", Case::Lower)];
    let case = table.take("case").and_then(|item| item.choice(&cases)).unwrap_or_default();
    table.finish();
    let (Some(id), Some(pattern)) = (id, pattern) else {
        return item.reject(format!("`{}` needs `id` and `pattern`", item.name), "");
    };
    let (id, expression) = (name_in_addresses(&id), expression(&pattern));
    Some(FamilyConfig { id: id?, pattern: expression?, pattern_span: pattern.span(), name, prefix, case })
}

fn expression(item: &Item<'_>) -> Option<String> {
    let text = filled(item)?;
    match Regex::new(&text) {
        Ok(regex) if regex.is_match("") => item
            .reject(format!("`{}` matches the empty text", item.name), "let it match a whole code, such as `ABC\\d+`"),
        Ok(_) => Some(text),
        Err(error) => {
            let reason = error.to_string();
            let reason = reason.lines().last().unwrap_or_default().trim_start_matches("error: ");
            item.reject(format!("`{}` is no regular expression: {reason}", item.name), "")
        }
    }
}

fn name_in_addresses(item: &Item<'_>) -> Option<String> {
    let text = filled(item)?;
    if text.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-') {
        return Some(text);
    }
    item.reject(
        format!("`{}` is `{text}`", item.name),
        "use lower-case letters, digits and `-`, since it stands in addresses",
    )
}

/// Reads beginnings of link targets; returns each with a slash at the end.
pub(super) fn link_prefixes(item: &Item<'_>) -> Vec<String> {
    let read = item.texts().into_iter().filter_map(|(text, item)| {
        let is_rooted = text.starts_with('/') && !text.starts_with("//") && text.len() > 1;
        if !is_rooted && web_address(text).is_none() {
            let help = "a prefix is a path from the root such as `/AlchemyInsights/`, or a web address";
            return item.reject(format!("`{}` is `{text}`", item.name), help);
        }
        Some(if text.ends_with('/') { text.to_owned() } else { format!("{text}/") })
    });
    read.collect()
}

/// Reads link schemes; those that can run or load something are refused.
pub(super) fn link_schemes(item: &Item<'_>) -> Vec<String> {
    let read = item.texts().into_iter().filter_map(|(text, item)| {
        let scheme = text.trim_end_matches(':').to_ascii_lowercase();
        let is_scheme = scheme.starts_with(|first: char| first.is_ascii_lowercase())
            && scheme.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"+-.".contains(&byte));
        if !is_scheme {
            return item.reject(
                format!("`{}` is no link scheme: `{text}`", item.name),
                "a scheme is what stands before `:`, such as `ms-excel`",
            );
        }
        if matches!(&*scheme, "javascript" | "vbscript" | "data" | "blob" | "file" | "filesystem" | "view-source") {
            return item.reject(
                format!("the link scheme `{scheme}` cannot be allowed"),
                "such links run or load something when a reader follows them",
            );
        }
        Some(scheme)
    });
    read.collect()
}

pub(super) fn colour(item: &Item<'_>) -> Option<String> {
    let text = item.text()?;
    let digits = text.strip_prefix('#').unwrap_or_default();
    if matches!(digits.len(), 3 | 6) && digits.bytes().all(|byte| byte.is_ascii_hexdigit()) {
        return Some(text.to_ascii_lowercase());
    }
    item.reject(format!("`{}` is no colour: `{text}`", item.name), "write it as `#rrggbb`, such as `#0b5cad`")
}

pub(super) fn footer_links(item: &Item<'_>) -> Vec<FooterLink> {
    let items = item.list().unwrap_or_default();
    items.iter().filter_map(footer_link).collect()
}

fn footer_link(item: &Item<'_>) -> Option<FooterLink> {
    let mut table = item.section()?;
    let (text, url) = (table.take("text"), table.take("url"));
    table.finish();
    let (Some(text), Some(url)) = (text, url) else {
        return item.reject(format!("`{}` needs `text` and `url`", item.name), "");
    };
    let (text, target) = (filled(&text), filled(&url)?);
    let has_other_scheme =
        Url::parse(&target).is_ok_and(|url| !matches!(url.scheme(), "https" | "http" | "mailto" | "tel"));
    if has_other_scheme {
        return url.reject(
            format!("`{}` has a scheme that is not allowed: `{target}`", url.name),
            "link to `https:`, `http:`, `mailto:`, `tel:` or a path of this site",
        );
    }
    Some(FooterLink { text: text?, url: target })
}

const LEVELS: [(&str, Level); 4] = [
    ("off", Level::Off),
    ("note", Level::At(Severity::Note)),
    ("warning", Level::At(Severity::Warning)),
    ("error", Level::At(Severity::Error)),
];

/// Reads `[rules]`: a severity, or a table with a severity and what else the rule knows.
pub(super) fn rules(item: &Item<'_>) -> Vec<RuleConfig> {
    let entries = item.section().map(|table| table.entries()).unwrap_or_default();
    let read = entries.into_iter().filter_map(|(name, name_span, item)| {
        let mut rule = RuleConfig { name: name.to_owned(), name_span, level: None, options: Vec::new() };
        if item.is_text() {
            rule.level = Some(item.choice(&LEVELS)?);
        } else if item.is_table() {
            for (name, name_span, item) in item.section()?.entries() {
                match name {
                    "severity" => rule.level = item.choice(&LEVELS),
                    _ => rule.options.extend(item.raw().map(|value| RuleOption {
                        name: name.to_owned(),
                        name_span,
                        value,
                        value_span: item.span(),
                    })),
                }
            }
        } else {
            return item.wrong("`\"off\"`, `\"note\"`, `\"warning\"`, `\"error\"` or a table");
        }
        Some(rule)
    });
    read.collect()
}

/// Reads `[allow]`: patterns of paths, each with names of rules.
pub(super) fn allow(item: &Item<'_>) -> Vec<Allow> {
    let entries = item.section().map(|table| table.entries()).unwrap_or_default();
    let read = entries.into_iter().filter_map(|(pattern, span, item)| {
        let glob = GlobBuilder::new(pattern).literal_separator(true).build();
        let rules = item.texts().into_iter().map(|(name, item)| (name.to_owned(), item.span())).collect();
        match glob {
            Ok(glob) => Some(Allow { paths: glob.compile_matcher(), span, rules }),
            Err(error) => item.reject(
                format!("`{pattern}` is no pattern of paths: {}", error.kind()),
                "write `ko/**`, `**/old-*.md`",
            ),
        }
    });
    read.collect()
}
