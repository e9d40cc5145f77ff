use crate::check::context::GroupContext;
use crate::check::difference::is_invisible;
use crate::check::originals::{OriginalLink, links, sibling_link};
use crate::diag::Finding;
use crate::markdown::prose::{Link, Prose};
use crate::model::literal::Side;
use crate::rule;

rule! {
    /// A link has no text.
    ///
    /// ## Why
    /// Nobody sees it and nobody can click it; a screen reader reads the address out. It happens when a
    /// translator or a program moves the words out of the link and leaves the link behind.
    ///
    /// ## Reported
    /// ```text content/en/a.md
    /// # A heading
    ///
    /// Open the [status page](https://example.com/status) first.
    /// ```
    /// ```text content/de/a.md
    /// # Überschrift
    ///
    /// Öffnen Sie zuerst die Statusseite [](https://example.com/status).
    /// ```
    ///
    /// ## Accepted
    /// ```text content/en/a.md
    /// # A heading
    ///
    /// Open the [status page](https://example.com/status) first.
    ///
    /// [![A picture](https://example.com/a.png)](https://example.com/)
    /// ```
    /// ```text content/de/a.md
    /// # Überschrift
    ///
    /// Öffnen Sie zuerst die [Statusseite](https://example.com/status).
    ///
    /// [![Ein Bild](https://example.com/a.png)](https://example.com/)
    /// ```
    LINK_EMPTY { id: "link-empty", severity: Error, scope: Group }
}

pub(super) fn check(context: &GroupContext<'_>) -> Vec<Finding> {
    let mut findings = Vec::new();
    for article in context.read_translations() {
        let prose = &context.prose[article];
        if !prose.links.iter().any(|link| is_empty(prose, link)) {
            continue;
        }
        for (link, original) in prose.links.iter().zip(links(context, article)) {
            let is_meant = original.as_ref().is_some_and(|original| is_empty(original.prose, original.link));
            if is_empty(prose, link) && !is_meant {
                findings.push(finding(context, article, link, original));
            }
        }
    }
    findings
}

fn finding<'c>(
    context: &'c GroupContext<'_>,
    article: usize,
    link: &Link<'_>,
    original: Option<OriginalLink<'c>>,
) -> Finding {
    let message = "the link has no text: nobody can see or click it";
    let finding = context.finding(&LINK_EMPTY, article, link.span, message).caption("an empty link");
    let original = original.or_else(|| sibling_link(context, article, link, |text| !is_blank(text)));
    let Some(original) = original else {
        return finding.help("put the words that the link is about between its brackets");
    };
    let help = format!("put the words for `{}` between its brackets", original.text().trim());
    let severity = finding.severity;
    let finding = match &original.evidence {
        Some(evidence) => context.beside(finding, evidence, original.link.span, "the link's words"),
        None => finding.origin(original.link.span, "the link's words"),
    };
    // It is wrong whatever the source says.
    let mut finding = finding.severity(severity).help(help);
    finding.expected = Some(original.text());
    finding
}

/// Tells whether the article's own link shows nothing: no letter, no sign, no picture.
fn is_empty(prose: &Prose<'_>, link: &Link<'_>) -> bool {
    let holds = |other: &Link<'_>| other.is_picture && link.span.contains(other.span);
    link.side == Side::Target
        && !link.is_picture
        && is_blank(&prose.link_text(link))
        && !prose.links_of(link.block).any(holds)
        && !prose.runs[link.runs.clone()].iter().any(|run| run.text.starts_with("<img"))
}

fn is_blank(text: &str) -> bool {
    text.chars().all(|c| c.is_whitespace() || is_invisible(c))
}
