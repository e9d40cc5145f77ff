//! Renders a site into a sink.

use std::sync::atomic::{AtomicU64, AtomicUsize, Ordering};

use rayon::prelude::*;
use thiserror::Error;

use super::Site;
use crate::model::artifact::{Artifact, Content};
use crate::output::{OutputError, Sink};
use crate::render::{Input, Job, RenderError, Renderer};

/// What a build has made, in numbers.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Built {
    /// HTML pages.
    pub pages: usize,
    /// Error codes with a page.
    pub codes: usize,
    /// All files, pages among them.
    pub files: usize,
    /// Bytes of generated files; those that are copied do not count.
    pub bytes: u64,
    /// What the user should hear once: "no `base_url`: …".
    pub remarks: Vec<String>,
}

/// Why a site could not be rendered.
#[derive(Debug, Error)]
pub enum BuildError {
    #[error(transparent)]
    Render(#[from] RenderError),
    #[error(transparent)]
    Output(#[from] OutputError),
}

/// Renders `site` into `sink`, file by file, in parallel; `done` hears how many of how many are made.
///
/// # Errors
/// A template that cannot be used, or a file that cannot be written.
pub fn build(site: &Site, sink: &dyn Sink, done: &(dyn Fn(usize, usize) + Sync)) -> Result<Built, BuildError> {
    let renderer = Renderer::new(Input {
        catalog: &site.catalog,
        sources: &site.sources,
        files: &site.files,
        layout: &site.layout,
        config: &site.config,
        options: &site.options,
        messages: &site.messages,
        findings: &site.findings,
    })?;
    let jobs = renderer.plan();
    let (pages, files, bytes) = (AtomicUsize::new(0), AtomicUsize::new(0), AtomicU64::new(0));
    // Returns how many files there are with this one.
    let write = |artifact: Artifact| -> Result<usize, BuildError> {
        if artifact.path.ends_with(".html") {
            pages.fetch_add(1, Ordering::Relaxed);
        }
        if let Content::Bytes(content) = &artifact.content {
            bytes.fetch_add(content.len() as u64, Ordering::Relaxed);
        }
        sink.write(artifact)?;
        Ok(files.fetch_add(1, Ordering::Relaxed) + 1)
    };
    jobs.par_iter().try_for_each(|job: &Job| -> Result<(), BuildError> {
        done(write(renderer.one(job)?)?, jobs.len());
        Ok(())
    })?;
    for index in renderer.search() {
        index().into_par_iter().try_for_each(|artifact| write(artifact).map(drop))?;
    }
    Ok(Built {
        pages: pages.into_inner(),
        codes: site.catalog.codes.by_code.len(),
        files: files.into_inner(),
        bytes: bytes.into_inner(),
        remarks: renderer.remarks(),
    })
}
