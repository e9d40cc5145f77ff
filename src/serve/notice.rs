//! What the server has to say.

use std::fmt;
use std::sync::Arc;

use crate::pipeline::Built;

/// Takes notices, from several threads.
pub(super) type Tell = Arc<dyn Fn(&Notice) + Send + Sync>;

/// Something that happened; it is displayed as one line, problems as several.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Notice {
    /// The site can be looked at.
    Serving {
        url: String,
    },
    /// Files have changed, and the site is being built; [`Notice::Built`] or [`Notice::Failed`] follows.
    Building,
    Built(Built),
    /// Something in the content is broken, and its pages are the old ones or the fallback's.
    Broken {
        report: String,
    },
    /// The site could not be built, and is the old one still.
    Failed {
        report: String,
    },
    /// Changes are not seen.
    Unwatched {
        reason: String,
    },
    /// A defect of the program in one request, which was answered with status 500.
    Panicked {
        path: String,
        message: String,
    },
    /// No browser could be started.
    NoBrowser {
        url: String,
    },
}

impl fmt::Display for Notice {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Serving { url } => write!(f, "serving {url} (end with Ctrl-C)"),
            Self::Building => f.write_str("files have changed, building"),
            Self::Built(built) => {
                write!(f, "built {} pages, {} codes, {} files", built.pages, built.codes, built.files)
            }
            Self::Broken { report } => write!(f, "{}\nthe rest of the site is served", report.trim_end()),
            Self::Failed { report } => write!(f, "{}\nthe last good site is served", report.trim_end()),
            Self::Unwatched { reason } => write!(f, "changes are not seen, start again to see them: {reason}"),
            Self::Panicked { path, message } => {
                write!(f, "defect in faultbook: answering `{path}` panicked: {message}")
            }
            Self::NoBrowser { url } => write!(f, "could not start a browser, open {url} yourself"),
        }
    }
}
