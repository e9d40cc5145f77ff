//! The file of accepted findings: read, applied and written for `check`.

use std::path::{Path, PathBuf};

use super::Context;
use super::exit::CliError;
use super::limits::{Files, Limits};
use super::terminal::number;
use crate::config::ConfigErrors;
use crate::diag::Finding;
use crate::load::{self, Tree};
use crate::output;
use crate::pipeline::baseline::Baseline;
use crate::pipeline::{PipelineError, Site};
use crate::source::{SourceId, SourceMap};

/// What findings are accepted already.
#[derive(Debug, clap::Args)]
pub(super) struct BaselineArgs {
    /// Accept the findings that this file lists, and report new ones [default: that of `faultbook.toml`]
    #[arg(long, value_name = "FILE")]
    baseline: Option<PathBuf>,
    /// Write the baseline: accept what is found now
    #[arg(long, conflicts_with = "fix")]
    update_baseline: bool,
    /// Report what the baseline accepts, too
    #[arg(long, conflicts_with_all = ["baseline", "update_baseline"])]
    no_baseline: bool,
}

impl BaselineArgs {
    /// Takes out of the site's findings what the baseline accepts, or writes it.
    ///
    /// # Errors
    /// There is no such file, it cannot be read, or it cannot be written.
    pub(super) fn apply(&self, site: &mut Site, limits: &Limits<'_>, context: &Context<'_>) -> Result<(), CliError> {
        let Some(path) = self.path(site)? else { return Ok(()) };
        let tree = &context.tree;
        let source = load::baseline(tree, &path, &mut site.sources)?;
        let mut baseline = match source.map(|source| Baseline::parse(site.sources.get(source))) {
            Some(Ok(baseline)) => baseline,
            // What git could not merge is written anew.
            Some(Err(_)) if self.update_baseline && limits.is_all() && is_ours(source, site) => Baseline::default(),
            Some(Err(finding)) => return Err(malformed(*finding, site)),
            None if self.update_baseline => Baseline::default(),
            None => return Err(CliError::NoBaseline { path: tree.shown(&path) }),
        };
        if self.update_baseline {
            let files = Files::of(site, tree);
            baseline = baseline.updated(site, tree, |entry| limits.covers(entry, &files));
            write(&baseline, &path, source.map(|source| &*site.sources.get(source).text), tree)?;
            let accepted = number(baseline.len(), "finding");
            context.terminal.status("Accepted", &format!("{accepted} in {}", tree.shown(&path)));
        }
        let used = baseline.accept(site, tree);
        let files = Files::of(site, tree);
        let outdated = baseline.outdated(&used, site, |entry| limits.covers(entry, &files));
        site.findings.extend(outdated);
        Ok(())
    }

    /// Returns where the baseline is: as asked for, else as configured.
    fn path(&self, site: &Site) -> Result<Option<PathBuf>, CliError> {
        let configured = || site.config.baseline.as_ref().map(|path| site.folders.base.join(path));
        match self.baseline.clone().or_else(configured) {
            _ if self.no_baseline => Ok(None),
            None if self.update_baseline => Err(CliError::NoBaselineFile),
            path => Ok(path),
        }
    }
}

/// Tells whether the text was written as a baseline, or is empty.
fn is_ours(source: Option<SourceId>, site: &Site) -> bool {
    source.is_some_and(|source| {
        let text = &site.sources.get(source).text;
        text.is_empty() || text.lines().next() == Baseline::default().text().lines().next()
    })
}

/// Returns the error for a baseline that cannot be read.
fn malformed(finding: Finding, site: &mut Site) -> CliError {
    let sources: Box<SourceMap> = Box::new(std::mem::take(&mut site.sources));
    PipelineError::Config { errors: ConfigErrors(vec![finding]), sources }.into()
}

/// Writes the baseline over its `old` text, unless that says the same.
fn write(baseline: &Baseline, path: &Path, old: Option<&str>, tree: &Tree) -> Result<(), CliError> {
    let (path, text) = (tree.locate(path), baseline.text());
    match old {
        Some(old) if old == text => Ok(()),
        Some(old) => Ok(output::replace(&path, old.as_bytes(), text.as_bytes())?),
        None => {
            output::create_new(&path, b"")?;
            Ok(output::replace(&path, b"", text.as_bytes())?)
        }
    }
}
