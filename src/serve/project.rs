//! What is served: a site of the pipeline, built into memory.

use std::collections::{BTreeMap, BTreeSet};
use std::error::Error;
use std::path::PathBuf;

use thiserror::Error;

use crate::config::FILE_NAME;
use crate::diag::{Finding, Summary};
use crate::load::{self, Folders, Tree};
use crate::model::artifact::Artifact;
use crate::output::{Cancel, Memory, OutputError, Sink};
use crate::pipeline::{self, BuildError, Built, PipelineError, Request, Site};
use crate::report::{self, Format, Report};
use crate::source::SourceMap;

/// The most findings that are shown over a page.
const MAX_SHOWN: usize = 20;

/// What makes the files to be served, again and again.
pub trait Build: Send {
    /// Returns the files as they should be now; `cancel` ends it early.
    ///
    /// # Errors
    /// There are none, and the old ones stay.
    fn build(&mut self, cancel: &Cancel) -> Result<Preview, Failure>;

    /// Returns the files and folders, absolute, after whose changes to build anew; they need not exist.
    fn watched(&self) -> Vec<PathBuf>;
}

/// A site in memory.
#[derive(Debug, Clone, Default)]
pub struct Preview {
    /// By path, with `/`.
    pub files: BTreeMap<String, Vec<u8>>,
    /// The path that the site will be published under, with neither a leading nor a trailing `/`; it is
    /// served there as well, for the pages that name it.
    pub base: String,
    /// What readers would not get to see, as text; pages that are missing because of it stay as they were.
    pub broken: Option<String>,
    pub built: Built,
}

/// Why a site could not be built.
#[derive(Debug, Error)]
pub enum Failure {
    #[error(transparent)]
    Read(#[from] PipelineError),
    #[error(transparent)]
    Build(#[from] BuildError),
    #[error("defect in faultbook: the build panicked: {0}")]
    Panic(String),
}

impl Failure {
    /// Returns all that can be said of it, for people.
    pub(super) fn report(&self) -> String {
        match self {
            Self::Read(PipelineError::Config { errors, sources }) => {
                text(&errors.0.iter().collect::<Vec<_>>(), sources)
            }
            error => error.in_words(),
        }
    }

    fn in_words(&self) -> String {
        let mut words = format!("error: {self}");
        let mut cause = self.source();
        while let Some(error) = cause {
            words.push_str(&format!(": {error}"));
            cause = error.source();
        }
        if let Self::Read(PipelineError::Load(error)) = self {
            words.extend(error.help().map(|help| format!("\nhelp: {help}")));
        }
        // A template's error has its line under it.
        words.lines().map(report::escape).collect::<Vec<_>>().join("\n")
    }
}

/// A site on the disk, with the pages on translation status and without translations that are broken.
#[derive(Debug)]
pub struct Project {
    tree: Tree,
    request: Request,
    watched: BTreeSet<PathBuf>,
}

impl Project {
    /// Returns the site that `request` names in `tree`.
    pub fn new(tree: Tree, request: Request) -> Self {
        let request = Request { skip_broken: true, ..request };
        let mut project = Self { tree, request, watched: BTreeSet::new() };
        // Known before the first build, so that no change during it is missed. Errors are that build's to report.
        if let Ok(folders) = load::configuration(&project.tree, &project.request.load, &mut SourceMap::default()) {
            project.watch_folders(&folders);
        }
        project
    }

    /// Adds the folders of the site; those that were watched before stay, for they may come back.
    fn watch_folders(&mut self, folders: &Folders) {
        let mut paths = vec![folders.content.clone()];
        if let Some(site) = &folders.site {
            paths.extend(["templates", "locales", "static", FILE_NAME].map(|name| site.join(name)));
        }
        paths.extend(self.request.load.config.clone());
        self.watched.extend(paths.iter().map(|path| self.tree.locate(path)));
    }

    /// Adds what the configuration of `site` names.
    fn watch_configured(&mut self, site: &Site) {
        let locales = site.config.locales.iter().filter_map(|listed| listed.folder.as_ref());
        let named = locales.chain(&site.config.logo).map(|path| self.tree.locate(&site.folders.base.join(&path.path)));
        self.watched.extend(named);
    }
}

impl Build for Project {
    fn build(&mut self, cancel: &Cancel) -> Result<Preview, Failure> {
        let mut site = pipeline::read(&self.tree, &self.request)?;
        self.watch_folders(&site.folders);
        self.watch_configured(&site);
        site.config.status = true;
        let sink = Lenient { memory: Memory::default(), cancel };
        let built = pipeline::build(&site, &sink, &|_, _| {})?;
        Ok(Preview { files: sink.memory.into_files(), base: base(&site), broken: broken(&site), built })
    }

    fn watched(&self) -> Vec<PathBuf> {
        self.watched.iter().cloned().collect()
    }
}

/// A sink that goes on where two articles claim one address: a finding says so, and the rest is served.
struct Lenient<'a> {
    memory: Memory,
    cancel: &'a Cancel,
}

impl Sink for Lenient<'_> {
    fn write(&self, artifact: Artifact) -> Result<(), OutputError> {
        self.cancel.check()?;
        match self.memory.write(artifact) {
            Err(OutputError::Twice { .. }) => Ok(()),
            result => result,
        }
    }
}

/// Returns the path of the base URL.
fn base(site: &Site) -> String {
    let url = site.config.base_url.as_deref().and_then(|url| url::Url::parse(url).ok());
    url.map(|url| url.path().trim_matches('/').to_owned()).unwrap_or_default()
}

/// Returns the findings that would forbid to publish the site, as text.
fn broken(site: &Site) -> Option<String> {
    // A translation that is left out makes its finding milder; its rule is what it was.
    let broken = |finding: &&Finding| finding.blocks || finding.rule.blocks;
    let findings: Vec<&Finding> = site.findings.iter().filter(broken).collect();
    (!findings.is_empty()).then(|| text(&findings, &site.sources))
}

/// Returns `findings` as a terminal shows them, without colours.
fn text(findings: &[&Finding], sources: &SourceMap) -> String {
    let shown: Vec<Finding> = findings.iter().take(MAX_SHOWN).map(|&finding| finding.clone()).collect();
    let report = Report { findings: &shown, sources, summary: &Summary::default(), rules: &[] };
    let options = report::Options { quiet: true, ..report::Options::default() };
    let mut bytes = Vec::new();
    report::write(Format::Text, &report, &options, &mut bytes).expect("memory takes all that is written");
    let mut text = String::from_utf8_lossy(&bytes).into_owned();
    if findings.len() > MAX_SHOWN {
        text.push_str(&format!("… {} more\n", findings.len() - MAX_SHOWN));
    }
    text
}
