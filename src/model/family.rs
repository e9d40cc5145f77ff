//! Families of error codes: the built-in ones and those of a site's configuration.

use std::sync::Arc;

use regex::Regex;
use thiserror::Error;

use super::code::{BuiltIn, ErrorCode};

/// The longest code, in bytes: it names a folder.
pub const LONGEST: usize = 100;

/// How the codes of a configured family are spelt canonically.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Case {
    /// As the text has them: `Err-1` and `ERR-1` are two codes.
    #[default]
    Keep,
    /// In upper case, whatever the text has.
    Upper,
    /// In lower case, whatever the text has.
    Lower,
}

/// A family as configuration describes it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct FamilySpec {
    /// Lower-case letters, digits and hyphens; that of a built-in family replaces it.
    pub id: String,
    /// A regular expression for the whole code; unless `case` is `Keep`, it matches in any case.
    pub pattern: String,
    /// What stands before the code in addresses: `http` makes `http-404`.
    pub prefix: Option<String>,
    pub case: Case,
}

/// Why a configured family can't be used.
#[derive(Debug, Error)]
pub enum FamilyError {
    #[error("the id `{id}` of a code family is not made of lower-case letters, digits and hyphens")]
    Id { id: String },
    #[error("the code family `{id}` is there twice")]
    Twice { id: String },
    #[error("the pattern of the code family `{id}` is not a regular expression")]
    Pattern { id: String, source: Box<regex::Error> },
    #[error("the pattern of the code family `{id}` matches the empty text")]
    Empty { id: String },
}

/// A configured family, ready for use.
#[derive(Debug, Clone)]
pub struct Family {
    id: Arc<str>,
    pattern: Regex,
    prefix: Option<Box<str>>,
    case: Case,
}

impl Family {
    fn new(spec: FamilySpec) -> Result<Self, FamilyError> {
        let FamilySpec { id, pattern, prefix, case } = spec;
        let in_any_case = if case == Case::Keep { "" } else { "(?i)" };
        let pattern = Regex::new(&format!("{in_any_case}(?:{pattern})"))
            .map_err(|source| FamilyError::Pattern { id: id.clone(), source: Box::new(source) })?;
        if pattern.is_match("") {
            return Err(FamilyError::Empty { id });
        }
        Ok(Self { id: id.into(), pattern, prefix: prefix.map(Into::into), case })
    }

    /// Returns the places in `text` that the pattern matches; what is longer than [`LONGEST`] is no code.
    pub fn matches<'a>(&'a self, text: &'a str) -> impl Iterator<Item = regex::Match<'a>> {
        self.pattern.find_iter(text).filter(|place| place.len() <= LONGEST)
    }

    /// Returns the family's code that `text` spells.
    pub fn code(&self, text: &str) -> ErrorCode {
        let text = match self.case {
            Case::Keep => text.to_owned(),
            Case::Upper => text.to_uppercase(),
            Case::Lower => text.to_lowercase(),
        };
        let slug = slug(self.prefix.as_deref(), &text);
        ErrorCode { family: Arc::clone(&self.id), text: text.into(), slug: slug.into() }
    }

    fn is_whole(&self, text: &str) -> bool {
        self.matches(text).any(|found| found.range() == (0..text.len()))
    }
}

/// The families of codes that a site knows.
#[derive(Debug, Clone)]
pub struct Families {
    /// The ids of the built-in families, `None` where a configured one stands in its place.
    built_in: [Option<Arc<str>>; BuiltIn::ALL.len()],
    configured: Vec<Family>,
}

impl Default for Families {
    fn default() -> Self {
        Self { built_in: BuiltIn::ALL.map(|kind| Some(kind.id().into())), configured: Vec::new() }
    }
}

impl Families {
    /// Returns the built-in families with those of `specs` added.
    ///
    /// # Errors
    /// [`FamilyError`] for the first that can't be used.
    pub fn new(specs: impl IntoIterator<Item = FamilySpec>) -> Result<Self, FamilyError> {
        let mut families = Self::default();
        for spec in specs {
            let id = &spec.id;
            let letters = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-';
            if id.is_empty() || !id.bytes().all(letters) {
                return Err(FamilyError::Id { id: spec.id });
            }
            if families.configured.iter().any(|family| *family.id == **id) {
                return Err(FamilyError::Twice { id: spec.id });
            }
            if let Some(at) = BuiltIn::ALL.iter().position(|kind| kind.id() == id) {
                families.built_in[at] = None;
            }
            families.configured.push(Family::new(spec)?);
        }
        Ok(families)
    }

    /// Returns the families' ids in the order of lists.
    pub fn ids(&self) -> impl Iterator<Item = &str> {
        let built_in = self.built_in.iter().flatten().map(|id| &**id);
        built_in.chain(self.configured.iter().map(|family| &*family.id))
    }

    /// Returns the families of the configuration.
    pub fn configured(&self) -> &[Family] {
        &self.configured
    }

    /// Returns the code of the built-in family that `text` is as a whole, unless the family was replaced.
    pub fn built_in(&self, kind: BuiltIn, text: &str) -> Option<ErrorCode> {
        let family = self.built_in[kind as usize].as_ref()?;
        let text = kind.canonical(text)?;
        let slug = slug(None, &text);
        Some(ErrorCode { family: Arc::clone(family), text: text.into(), slug: slug.into() })
    }

    /// Returns the code that `text` is as a whole, in any spelling: `aadsts50000`, `0X8004de40`, `http-404`, `404`.
    pub fn parse(&self, text: &str) -> Option<ErrorCode> {
        let text = text.trim();
        let configured = self.configured.iter().find(|family| family.is_whole(text));
        configured
            .map(|family| family.code(text))
            .or_else(|| BuiltIn::ALL.iter().find_map(|&kind| self.built_in(kind, text)))
    }
}

/// Returns the name in addresses: lower case, anything but letters, digits, `.` and `-` as `-`.
///
/// Nor does a dot begin or end it: `..` is no name of a folder.
fn slug(prefix: Option<&str>, text: &str) -> String {
    let start = prefix.map(|prefix| format!("{prefix}-")).unwrap_or_default();
    let keep = |c: char| if c.is_alphanumeric() || c == '.' || c == '-' { c } else { '-' };
    let name: String = start.chars().chain(text.chars()).flat_map(char::to_lowercase).map(keep).collect();
    let inner = name.trim_matches('.');
    if inner.len() == name.len() { name } else { format!("-{inner}-") }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: Option<(&str, &str)>) {
        let code = Families::default().parse(text);
        assert_eq!(code.as_ref().map(|code| (&*code.text, &*code.slug)), expected, "{text}");
    }

    #[test]
    fn spellings_of_one_code_agree() {
        check("aadsts50000 ", Some(("AADSTS50000", "aadsts50000")));
        check("0X8004de40", Some(("0x8004DE40", "0x8004de40")));
        check("5.7.750", Some(("5.7.750", "5.7.750")));
        check("30015-11", Some(("30015-11", "30015-11")));
        for text in ["HTTP 404", "http404", "http-404", "404"] {
            check(text, Some(("HTTP 404", "http-404")));
        }
    }

    #[test]
    fn what_is_nearly_a_code_is_none() {
        for text in ["AADSTS", "0x8004de4", "0x8004de400", "3.7.1", "5.7", "5.7.1.2", "3001-11", "HTTP 299", "", "한"]
        {
            check(text, None);
        }
    }

    #[test]
    fn configuration_adds_and_replaces_families() {
        let spec =
            |id: &str, pattern: &str| FamilySpec { id: id.into(), pattern: pattern.into(), ..Default::default() };
        let teams = FamilySpec { prefix: Some("teams".into()), case: Case::Lower, ..spec("teams", r"caa[0-9a-f]{5}") };
        let families = Families::new([teams, spec("http", r"E\d{3}/x")]).expect("both are fine");
        let slug = |text| families.parse(text).map(|code| code.slug.to_string());
        assert_eq!(slug("CAA2000B").as_deref(), Some("teams-caa2000b"));
        assert_eq!(slug("E404/x").as_deref(), Some("e404-x"));
        assert_eq!(slug("HTTP 404"), None);
        let dots = Families::new([spec("dots", r"[./]+")]).expect("it is fine");
        let slug = |text| dots.parse(text).map(|code| code.slug.to_string());
        assert_eq!([slug("..").as_deref(), slug("../.").as_deref()], [Some("--"), Some("---")]);
        assert_eq!(slug(&".".repeat(LONGEST + 1)), None);
        assert_eq!(families.ids().collect::<Vec<_>>(), ["aadsts", "hresult", "smtp", "office", "teams", "http"]);
    }

    #[test]
    fn families_that_cannot_work_are_named() {
        let error = |id: &str, pattern: &str| {
            let spec = FamilySpec { id: id.into(), pattern: pattern.into(), ..Default::default() };
            Families::new([spec.clone(), spec]).expect_err("it cannot work").to_string()
        };
        assert!(error("x", "(").contains("`x` is not a regular expression"));
        assert!(error("x", "a*").contains("matches the empty text"));
        assert!(error("x", "a").contains("is there twice"));
        assert!(error("X/..", "a").contains("not made of lower-case"));
    }
}
