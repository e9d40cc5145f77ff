//! Targets of links: the origin's, with the locale, the host and the spelling that the translation has.

use super::{Siblings, fix};
use crate::catalog::origin::Expected;
use crate::catalog::target::{is_locale, is_same};
use crate::check::context::GroupContext;
use crate::diag::Fix;
use crate::model::literal::{Literal, LiteralKind};
use crate::source::edit::Edit;

/// Returns the fix that makes the link `actual` lead where its origin leads.
pub fn target(
    context: &GroupContext<'_>,
    article: usize,
    expected: &Expected<'_>,
    actual: &Literal,
    siblings: &Siblings<'_>,
) -> Option<Fix> {
    let value = restored(&expected.literal.value, &actual.value);
    let written = context.sources.slice(actual.span);
    let spellings: [fn(&str) -> String; 2] = [str::to_owned, |value| value.replace('&', "&amp;")];
    let spelling = spellings.into_iter().find(|spelling| spelling(&actual.value) == written)?;
    let fits = !value.is_empty() && !value.contains(|c: char| c.is_whitespace() || matches!(c, '<' | '>' | '\\'));
    let leads_there = is_same(LiteralKind::Link, &value, &expected.literal.value);
    (fits && leads_there).then(|| {
        let applicability = siblings.applicability(context, article, expected, actual);
        fix("restore the origin's target", applicability, vec![Edit { span: actual.span, text: spelling(&value) }])
    })
}

/// An address as it is spelt.
struct Address<'a> {
    /// Scheme and host, with what stands between: `https://example.com`.
    host: &'a str,
    parts: Vec<&'a str>,
    /// Query and fragment.
    rest: &'a str,
}

impl<'a> Address<'a> {
    fn of(target: &'a str) -> Self {
        let (address, rest) = target.split_at(target.find(['?', '#']).unwrap_or(target.len()));
        let host = address.find("//").map_or(0, |at| {
            let behind = at + "//".len();
            behind + address[behind..].find('/').unwrap_or(address.len() - behind)
        });
        let (host, path) = address.split_at(host);
        Self { host, parts: path.split('/').collect(), rest }
    }

    /// Returns the index of the part that names a locale: one of the first, for words such as `pay-bill` look
    /// like tags, too.
    fn locale(&self) -> Option<usize> {
        let first = usize::from(self.parts.first().is_some_and(|part| part.is_empty()));
        self.parts.iter().take(first + 1).position(|part| is_locale(part))
    }
}

/// Returns the target `expected` as the translation that has `actual` would write it.
fn restored(expected: &str, actual: &str) -> String {
    let (theirs, ours) = (Address::of(expected), Address::of(actual));
    let is_rooted =
        |address: &Address<'_>| address.host.is_empty() && address.parts.len() > 1 && address.parts[0].is_empty();
    let same_host = theirs.host.eq_ignore_ascii_case(ours.host)
        || is_rooted(&ours) && !theirs.host.is_empty()
        || is_rooted(&theirs) && !ours.host.is_empty();
    let mut parts = theirs.parts.clone();
    match (theirs.locale(), ours.locale()) {
        (Some(at), Some(own)) => parts[at] = ours.parts[own],
        (Some(at), None) if !actual.is_empty() && same_host => drop(parts.remove(at)),
        (None, Some(own)) if same_host => parts.insert(own, ours.parts[own]),
        _ => {}
    }
    let host = if same_host { ours.host } else { theirs.host };
    let rest = if is_same(LiteralKind::Link, theirs.rest, ours.rest) { ours.rest } else { theirs.rest };
    if parts.len() == ours.parts.len() {
        for (part, own) in parts.iter_mut().zip(&ours.parts) {
            if is_same(LiteralKind::Link, part, own) {
                *part = own;
            }
        }
    }
    format!("{host}{}{rest}", parts.join("/"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_translation_keeps_its_locale_and_its_form() {
        let check = |expected: &str, actual: &str, wanted: &str| assert_eq!(restored(expected, actual), wanted);
        check("https://x.y/en-us/a/b", "https://x.y/ko-kr/a/c", "https://x.y/ko-kr/a/b");
        check("https://x.y/a/b", "https://x.y/ko-kr/a/c", "https://x.y/ko-kr/a/b");
        check("https://x.y/en-us/a", "https://x.y/b", "https://x.y/a");
        check("https://x.y/a/b", "/a/c", "/a/b");
        check("https://x.y/a?b#c", "https://X.y/a?b", "https://X.y/a?b#c");
        check("https://x.y/a%20b/c", "https://x.y/a%20b/d", "https://x.y/a%20b/c");
        check("https://x.y/a", "https://z.y/a", "https://x.y/a");
        check("https://x.y/en-us/a", "", "https://x.y/en-us/a");
        check("other.md", "another.md", "other.md");
        check("https://x.y/a/pay-bill", "https://x.y/a/pay-bil", "https://x.y/a/pay-bill");
        check(
            "https://x.y/a/add-users/add-users",
            "https://x.y/a/add-users/add-user",
            "https://x.y/a/add-users/add-users",
        );
    }
}
