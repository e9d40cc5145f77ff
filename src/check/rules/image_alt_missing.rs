use super::image_differs::name;
use crate::check::context::GroupContext;
use crate::check::originals::{models, one_line};
use crate::diag::Finding;
use crate::markdown::prose::{Link, Prose};
use crate::model::literal::Side;
use crate::rule;

rule! {
    /// A picture has no alternative text, though the origin's has one.
    ///
    /// ## Why
    /// Who cannot see the picture hears nothing of it.
    ///
    /// ## Reported
    /// ```text content/en/a.md
    /// # A heading
    ///
    /// ![The dialog](https://example.com/dialog.png)
    /// ```
    /// ```text content/de/a.md
    /// # Überschrift
    ///
    /// ![](https://example.com/dialog.png)
    /// ```
    ///
    /// ## Accepted
    /// ```text content/en/a.md
    /// # A heading
    ///
    /// ![](https://example.com/line.png) ![The dialog](https://example.com/dialog.png)
    /// ```
    /// ```text content/de/a.md
    /// # Überschrift
    ///
    /// ![](https://example.com/line.png) ![Das Fenster](https://example.com/dialog.png)
    /// ```
    IMAGE_ALT_MISSING { id: "image-alt-missing", severity: Warning, scope: Group }
}

pub(super) fn check(context: &GroupContext<'_>) -> Vec<Finding> {
    let mut findings = Vec::new();
    for article in context.read_translations() {
        let prose = &context.prose[article];
        for picture in prose.links.iter().filter(|link| link.side == Side::Target && is_silent(prose, link)) {
            let models = models(context, article, picture.block);
            let Some(original) = models.first() else { continue };
            let other = &context.prose[original.article];
            let same = |link: &&Link<'_>| {
                link.is_picture && link.side == original.side && name(&link.target) == name(&picture.target)
            };
            let pictures: Vec<&Link<'_>> = other.links_of(original.block).filter(same).collect();
            let Some(first) = pictures.first().filter(|_| !pictures.iter().any(|link| is_silent(other, link))) else {
                continue;
            };
            let words = one_line(&other.link_text(first));
            let message = "the picture has no alternative text";
            let finding = context.finding(&IMAGE_ALT_MISSING, article, picture.span, message).caption("this picture");
            findings.push(
                context
                    .beside(finding, &original.evidence, first.span, "the origin says what it shows")
                    .help(format!("translate `{words}` and put it between its brackets")),
            );
        }
    }
    findings
}

fn is_silent(prose: &Prose<'_>, link: &Link<'_>) -> bool {
    link.is_picture && prose.link_text(link).trim().is_empty()
}
