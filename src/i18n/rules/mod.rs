//! Rules on files of messages: one a file, and what they share.

mod duplicate;
mod empty;
pub(super) mod invalid;
mod missing;
mod obsolete;
mod plural;
mod reference;
mod variable;

use std::collections::{BTreeMap, BTreeSet};

pub use duplicate::MESSAGE_DUPLICATE;
pub use empty::MESSAGE_EMPTY;
pub use invalid::MESSAGE_INVALID;
pub use missing::MESSAGE_MISSING;
pub use obsolete::MESSAGE_OBSOLETE;
pub use plural::MESSAGE_PLURAL_CATEGORY;
pub use reference::MESSAGE_REFERENCE_DIFFERS;
pub use variable::MESSAGE_VARIABLE_UNKNOWN;

use super::ftl::{Entry, File, Name, Part};
use super::language::parents;
use super::messages::relatives;
use crate::diag::{Finding, Meta};
use crate::model::locale::Locale;

/// The rules that [`Messages::new`](super::Messages::new) checks.
pub static RULES: [&Meta; 7] = [
    &MESSAGE_MISSING,
    &MESSAGE_OBSOLETE,
    &MESSAGE_DUPLICATE,
    &MESSAGE_EMPTY,
    &MESSAGE_VARIABLE_UNKNOWN,
    &MESSAGE_PLURAL_CATEGORY,
    &MESSAGE_REFERENCE_DIFFERS,
];

/// Returns what the rules find in the files of a site, in the order of its files.
///
/// `chain` is where the source locale takes its messages from: there a message is declared.
pub(super) fn check(files: &[File<'_>], chain: &[Locale]) -> Vec<Finding> {
    let table = Table::new(files, chain);
    let mut findings = Vec::new();
    for locale in table.own_locales() {
        let view = View::new(&table, locale);
        missing::check(&table, &view, &mut findings);
        obsolete::check(&table, &view, &mut findings);
        reference::check(&table, &view, &mut findings);
    }
    duplicate::check(files, &mut findings);
    for entry in files.iter().filter(|file| file.source.is_some()).flat_map(File::entries) {
        variable::check(&table, &entry, &mut findings);
        plural::check(&entry, &mut findings);
        empty::check(&table, &entry, &mut findings);
    }
    findings.sort_by(|a, b| (&a.place, &a.message).cmp(&(&b.place, &b.message)));
    findings.dedup_by(|a, b| (&a.place, &a.message) == (&b.place, &b.message));
    findings
}

/// The messages and terms of one locale that stand in effect: of several texts the last.
type Entries<'f, 'a> = BTreeMap<Name<'a>, Entry<'f, 'a>>;

/// All messages and terms.
struct Table<'f, 'a> {
    files: &'f [File<'a>],
    /// Where the source locale takes its messages from.
    chain: &'f [Locale],
    /// All messages and terms of these locales.
    known: BTreeSet<Name<'a>>,
    entries: BTreeMap<&'f Locale, Entries<'f, 'a>>,
    /// The messages of the source locale, with those that it takes from elsewhere.
    source: Entries<'f, 'a>,
    /// The variables that these messages declare, overridden texts of them too.
    declared: BTreeMap<Name<'a>, BTreeSet<&'a str>>,
    /// The parts of messages and terms that are there and can't be read.
    unread: BTreeMap<&'f Locale, BTreeSet<Part<'a>>>,
}

impl<'f, 'a> Table<'f, 'a> {
    fn new(files: &'f [File<'a>], chain: &'f [Locale]) -> Self {
        let mut entries: BTreeMap<&Locale, Entries<'_, '_>> = BTreeMap::new();
        let mut declared: BTreeMap<Name<'_>, BTreeSet<&str>> = BTreeMap::new();
        let mut unread: BTreeMap<&Locale, BTreeSet<Part<'_>>> = BTreeMap::new();
        for file in files {
            unread.entry(&file.locale).or_default().extend(file.unread());
            let own = entries.entry(&file.locale).or_default();
            for entry in file.entries() {
                own.insert(entry.name, entry);
                if chain.contains(&file.locale) {
                    declared.entry(entry.name).or_default().extend(entry.declared());
                }
            }
        }
        let read = chain.iter().filter_map(|locale| entries.get(locale)).flat_map(|own| own.keys().copied());
        let known = read.chain(chain.iter().flat_map(|locale| &unread[locale]).map(|(name, _)| *name)).collect();
        let mut source = BTreeMap::new();
        for (name, entry) in chain.iter().filter_map(|locale| entries.get(locale)).flatten() {
            if matches!(name, Name::Message(_)) {
                source.entry(*name).or_insert(*entry);
            }
        }
        Self { files, chain, known, entries, source, declared, unread }
    }

    /// Tells whether a part of what `entry` is the text of can't be read.
    fn is_unread(&self, entry: &Entry<'_, 'a>, part: Option<&'a str>) -> bool {
        self.unread[&entry.file.locale].contains(&(entry.name, part))
    }

    /// Returns the locales that the site has files of its own for.
    fn own_locales(&self) -> BTreeSet<&'f Locale> {
        self.files.iter().filter(|file| file.source.is_some()).map(|file| &file.locale).collect()
    }
}

/// What one locale sees.
struct View<'t, 'f, 'a> {
    locale: &'f Locale,
    own: &'t Entries<'f, 'a>,
    /// What its messages may refer to: its own and its parents'.
    lineage: Vec<&'t Entries<'f, 'a>>,
    /// What its readers can read: siblings' too.
    readable: Vec<&'t Entries<'f, 'a>>,
    /// What of all this can't be read.
    unread: BTreeSet<Part<'a>>,
}

impl<'t, 'f, 'a> View<'t, 'f, 'a> {
    fn new(table: &'t Table<'f, 'a>, locale: &'f Locale) -> Self {
        let of = |locales: Vec<Locale>| locales.iter().filter_map(|locale| table.entries.get(locale)).collect();
        let lineage = std::iter::once(locale.clone()).chain(parents(locale)).collect();
        let readable = relatives(locale, table.entries.keys().copied());
        let unread = readable.iter().filter_map(|locale| table.unread.get(locale)).flatten().copied().collect();
        Self { locale, own: &table.entries[locale], lineage: of(lineage), readable: of(readable), unread }
    }

    /// Returns the entry that a message gets by referring to `name`.
    fn referred(&self, name: Name<'a>) -> Option<&'t Entry<'f, 'a>> {
        self.lineage.iter().find_map(|entries| entries.get(&name))
    }

    /// Tells whether what a message gets by referring to `part` is there and can't be read.
    fn is_unread(&self, (name, attribute): Part<'a>) -> bool {
        self.unread.contains(&(name, None)) || self.unread.contains(&(name, attribute))
    }

    /// Tells whether a page has message `name` in its own language.
    fn covers(&self, name: Name<'a>) -> bool {
        self.unread.contains(&(name, None)) || self.readable.iter().any(|entries| entries.contains_key(&name))
    }
}

/// Returns `items` in back-ticks, at most ten and then how many more there are.
fn quoted<T: ToString>(items: impl IntoIterator<Item = T, IntoIter: ExactSizeIterator>) -> String {
    let items = items.into_iter();
    let more = items.len().saturating_sub(10);
    let shown: Vec<String> = items.take(10).map(|item| format!("`{}`", item.to_string())).collect();
    let shown = shown.join(", ");
    if more == 0 { shown } else { format!("{shown} and {more} more") }
}
