//! Which findings are shown, and in which order.

use clap::ValueEnum;

use crate::report::{GroupBy, Options};

/// The part of the arguments that says how findings are shown.
#[derive(Debug, Clone, Copy, Default, clap::Args)]
pub(super) struct ViewArgs {
    /// At most so many findings, the gravest; the summary counts all
    #[arg(long, value_name = "N")]
    max: Option<usize>,
    /// What findings stand together, under headings, in the text form
    #[arg(long, value_enum, value_name = "WHAT")]
    group_by: Option<GroupName>,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
enum GroupName {
    Rule,
    Article,
    Locale,
}

impl ViewArgs {
    /// Returns `options` with what was asked for.
    pub(super) fn applied(self, options: Options) -> Options {
        let group_by = self.group_by.map(|name| match name {
            GroupName::Rule => GroupBy::Rule,
            GroupName::Article => GroupBy::Article,
            GroupName::Locale => GroupBy::Locale,
        });
        Options { max: self.max, group_by, ..options }
    }
}
