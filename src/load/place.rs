//! Where files stand as seen from the folder of the configuration, and where a translation would stand.

use std::path::{Path, PathBuf};

use super::folders::{Folders, inside};
use super::layout::Plan;
use super::tree::Tree;
use super::{Recognised, slashed};
use crate::config::Config;
use crate::model::locale::Locale;

/// The folders of a site, located.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Places {
    /// The folder of the configuration.
    base: PathBuf,
    content: PathBuf,
    /// Folders that are each of one locale: locale, folder, what stands before the paths of its files.
    folders: Vec<(Locale, PathBuf, String)>,
}

impl Places {
    pub(super) fn of(tree: &Tree, plan: &Plan, config: &Config, folders: &Folders) -> Self {
        let own = plan.folders.iter();
        let own = own.map(|folder| (folder.locale.clone(), tree.locate(&folder.path), folder.prefix.clone()));
        let listed = config.locales.iter().filter_map(|listed| Some((&listed.locale, listed.folder.as_ref()?)));
        let listed = listed
            .map(|(locale, folder)| (locale.clone(), tree.locate(&inside(&folders.base, &folder.path)), String::new()));
        Self {
            base: tree.locate(&folders.base),
            content: tree.locate(&plan.content),
            folders: listed.chain(own).collect(),
        }
    }
}

impl Recognised {
    /// Returns `path`, where a file stands on the disk, as seen from the folder of the configuration, with `/`;
    /// `None` for a file elsewhere.
    pub fn below_base(&self, path: &Path) -> Option<String> {
        let below = path.strip_prefix(&self.places.base).ok()?;
        let is_below = below.components().all(|part| matches!(part, std::path::Component::Normal(_)));
        is_below.then(|| slashed(below))
    }

    /// Returns how the name of the file at `path` has its locale: `ko-KR`, or `ko_kr`.
    pub fn locale_name(&self, path: &Path) -> Option<String> {
        let within = path.strip_prefix(&self.places.content).ok()?.to_str()?;
        self.naming.as_ref()?.split(within).map(|(name, _)| name.to_owned())
    }

    /// Returns where the translation into `locale` of the article at `path` would stand, `name` being how names of
    /// files have that locale.
    pub fn counterpart(&self, path: &Path, locale: &Locale, name: &str) -> Option<PathBuf> {
        let mut folders = self.places.folders.iter();
        let within_own = folders.find_map(|(_, folder, prefix)| {
            let within = path.strip_prefix(folder).ok()?;
            Some((prefix.as_str(), within.to_str()?.to_owned()))
        });
        let (prefix, within) = match within_own {
            Some(found) => found,
            None => {
                let within = path.strip_prefix(&self.places.content).ok()?.to_str()?;
                ("", self.naming.as_ref()?.split(within)?.1.into_owned())
            }
        };
        let mut folders = self.places.folders.iter();
        match folders.find(|(other, _, before)| other == locale && before == prefix) {
            Some((_, folder, _)) => Some(folder.join(within)),
            None => Some(self.places.content.join(self.naming.as_ref()?.join(name, &within))),
        }
    }
}
