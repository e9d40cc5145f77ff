//! How files are named after locale and path.

use std::borrow::Cow;
use std::fmt;

/// A pattern with one `{locale}` and one `{path}`: `{locale}/{path}`, `docs/{locale}/{path}`, `{path}.{locale}`.
///
/// The path is without the file's extension: with `{path}.{locale}` the Korean `a` is `a.ko.md`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Layout {
    before: String,
    between: String,
    after: String,
    first: First,
}

/// What `layout` in the configuration says; without it the layout is recognised.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Chosen {
    /// The layout that a tool gives its repositories.
    Tool(Tool),
    Pattern(Layout),
}

/// Tools whose repositories are read as they are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Tool {
    Docusaurus,
    Starlight,
    Hugo,
    MkDocs,
}

impl Tool {
    pub const ALL: [Self; 4] = [Self::Docusaurus, Self::Starlight, Self::Hugo, Self::MkDocs];

    /// Returns the name as the tool spells it.
    pub fn name(self) -> &'static str {
        match self {
            Self::Docusaurus => "Docusaurus",
            Self::Starlight => "Starlight",
            Self::Hugo => "Hugo",
            Self::MkDocs => "MkDocs",
        }
    }

    /// Tells whether its `.md` files have components and expressions, too.
    pub fn writes_mdx(self) -> bool {
        matches!(self, Self::Docusaurus | Self::Starlight)
    }
}

impl Chosen {
    /// Reads the name of a tool, or a pattern.
    ///
    /// # Errors
    /// What is wrong with the pattern, in words that follow its name.
    pub fn parse(text: &str) -> Result<Self, &'static str> {
        match Tool::ALL.into_iter().find(|tool| tool.name().eq_ignore_ascii_case(text)) {
            Some(tool) => Ok(Self::Tool(tool)),
            None => Layout::parse(text).map(Self::Pattern),
        }
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum First {
    Locale,
    Path,
}

impl Default for Layout {
    /// Returns `{locale}/{path}`.
    fn default() -> Self {
        Self { before: String::new(), between: "/".to_owned(), after: String::new(), first: First::Locale }
    }
}

impl Layout {
    /// Reads a pattern.
    ///
    /// # Errors
    /// What is wrong with the pattern, in words that follow its name.
    pub fn parse(pattern: &str) -> Result<Self, &'static str> {
        let once = |name| pattern.match_indices(name).map(|(at, _)| at).collect::<Vec<_>>();
        let ([locale], [path]) = (&once("{locale}")[..], &once("{path}")[..]) else {
            return Err("needs one `{locale}` and one `{path}`");
        };
        let (first, one, two) =
            if locale < path { (First::Locale, *locale, *path) } else { (First::Path, *path, *locale) };
        let name = |at: usize| at + pattern[at..].find('}').expect("a name ends with a brace") + 1;
        let [before, between, after] = [&pattern[..one], &pattern[name(one)..two], &pattern[name(two)..]];
        if between.is_empty() {
            return Err("needs something between `{locale}` and `{path}`, such as `/`");
        }
        if pattern.starts_with('/') || pattern.contains('\\') || pattern.split('/').any(|part| part == "..") {
            return Err("must stay inside the content folder and have `/` between folders");
        }
        let after = after.strip_suffix(".md").unwrap_or(after);
        Ok(Self { before: before.to_owned(), between: between.to_owned(), after: after.to_owned(), first })
    }

    /// Returns the locale's name and the path within the locale of a file, or `None` where the file is in no locale.
    ///
    /// `file` is relative to the content folder, with `/`; the path has the file's extension.
    pub fn split<'a>(&self, file: &'a str) -> Option<(&'a str, Cow<'a, str>)> {
        let inner = file.strip_prefix(&*self.before)?;
        let (locale, path) = match self.first {
            First::Locale if self.after.is_empty() => {
                inner.split_once(&*self.between).map(|(locale, path)| (locale, Cow::Borrowed(path)))?
            }
            first => {
                let name = inner.rfind('/').map_or(0, |at| at + 1);
                let (stem, extension) = inner.split_at(inner[name..].rfind('.').map_or(inner.len(), |at| name + at));
                let stem = stem.strip_suffix(&*self.after)?;
                let (locale, path) = match first {
                    First::Locale => stem.split_once(&*self.between)?,
                    First::Path => stem.rsplit_once(&*self.between).map(|(path, locale)| (locale, path))?,
                };
                (locale, Cow::Owned(format!("{path}{extension}")))
            }
        };
        let is_whole = !locale.is_empty() && !locale.contains('/') && !path.is_empty() && !path.starts_with('.');
        is_whole.then_some((locale, path))
    }

    /// Returns the file that [`Layout::split`] makes these parts of.
    pub fn join(&self, locale: &str, path: &str) -> String {
        let Self { before, between, after, first } = self;
        let name = path.rfind('/').map_or(0, |at| at + 1);
        let (stem, extension) = path.split_at(path[name..].rfind('.').map_or(path.len(), |at| name + at));
        match first {
            First::Locale => format!("{before}{locale}{between}{stem}{after}{extension}"),
            First::Path => format!("{before}{stem}{between}{locale}{after}{extension}"),
        }
    }

    /// Returns the locale's name where `folder` is a locale's folder or lies in one.
    pub fn folder<'a>(&self, folder: &'a str) -> Option<&'a str> {
        if !self.has_folders() {
            return None;
        }
        let locale = folder.strip_prefix(&*self.before)?.split('/').next()?;
        (!locale.is_empty()).then_some(locale)
    }

    /// Returns the folder of the locale `name`, where each has one.
    pub fn folder_of(&self, name: &str) -> String {
        format!("{}{name}", self.before)
    }

    /// Tells whether each locale has a folder of its own.
    pub fn has_folders(&self) -> bool {
        self.first == First::Locale && self.between.starts_with('/')
    }
}

impl fmt::Display for Layout {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (one, two) = match self.first {
            First::Locale => ("{locale}", "{path}"),
            First::Path => ("{path}", "{locale}"),
        };
        write!(f, "{}{one}{}{two}{}", self.before, self.between, self.after)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(pattern: &str, file: &str, expected: Option<(&str, &str)>) {
        let layout = Layout::parse(pattern).expect("a layout");
        let split = layout.split(file);
        assert_eq!(split.as_ref().map(|(locale, path)| (*locale, &**path)), expected, "{pattern} {file}");
        if let Some((locale, path)) = split {
            assert_eq!(layout.join(locale, &path), file, "{pattern}");
        }
    }

    #[test]
    fn files_are_split_into_locale_and_path() {
        check("{locale}/{path}", "ko/a/b.md", Some(("ko", "a/b.md")));
        check("{locale}/{path}", "ko/media/a.b/c", Some(("ko", "media/a.b/c")));
        check("{locale}/{path}", "ko/.htaccess", None);
        check("{locale}/{path}", "README.md", None);
        check("docs/{locale}/{path}", "docs/ko/b.md", Some(("ko", "b.md")));
        check("docs/{locale}/{path}", "ko/b.md", None);
        check("{locale}/articles/{path}", "ko/articles/b.md", Some(("ko", "b.md")));
        check("{path}.{locale}", "a/b.c.ko.md", Some(("ko", "a/b.c.md")));
        check("{path}.{locale}.md", "b.ko.md", Some(("ko", "b.md")));
        check("{path}.{locale}", "b.md", None);
        check("{path}/{locale}", "a/b/ko.md", Some(("ko", "a/b.md")));
    }

    #[test]
    fn folders_name_their_locale() {
        let layout = Layout::parse("docs/{locale}/{path}").expect("a layout");
        assert_eq!(layout.folder("docs/ko/media"), Some("ko"));
        assert_eq!(layout.folder("docs"), None);
        assert_eq!(Layout::default().folder("ko"), Some("ko"));
    }

    #[test]
    fn patterns_that_cannot_work_are_refused() {
        for pattern in
            ["{path}", "{locale}{path}", "{locale}/{path}/{path}", "../{locale}/{path}", "/x/{locale}/{path}"]
        {
            assert!(Layout::parse(pattern).is_err(), "{pattern}");
        }
    }
}
