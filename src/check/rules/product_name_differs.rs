use crate::check::context::GroupContext;
use crate::check::presence::{Asked, absent, elsewhere, kept, odd, product, slip, title};
use crate::diag::Finding;
use crate::model::literal::LiteralKind;
use crate::rule;

rule! {
    /// The name of a product is spelt otherwise in the translation.
    ///
    /// Products are known by an inner capital: `SharePoint`, `PowerShell`. An ending of the language is no mistake; a
    /// letter lost, another case, half a translation, or a passage that lacks the name is. A name that is a common
    /// word, such as `Surface`, is asked for where the titles of other translations keep it, or three or more other
    /// translations all have it in the same passage, some of them in another script. Words with capitals in a row,
    /// and any other name, are asked for in a passage where the translation keeps them in all others. Some products
    /// of common words that have no other name in any language, such as `Azure AD Connect`, are known. The case of a
    /// name is compared where no word of a language has such letters: `WIndows`, `azure AD`, `OFFICE`.
    ///
    /// ## Why
    /// Readers search for the name, and a name that is spelt in two ways reads like two products.
    ///
    /// ## Reported
    /// ```text content/en/a.md
    /// # A heading
    ///
    /// Open SharePoint and sign in.
    /// ```
    /// ```text content/de/a.md
    /// # Überschrift
    ///
    /// Öffnen Sie Sharepoint und melden Sie sich an.
    /// ```
    ///
    /// ## Accepted
    /// ```text content/en/a.md
    /// # A heading
    ///
    /// Open SharePoint and sign in.
    /// ```
    /// ```text content/sl/a.md
    /// # Naslov
    ///
    /// Prijavite se v spletno mesto SharePointa.
    /// ```
    PRODUCT_NAME_DIFFERS { id: "product-name-differs", severity: Warning, scope: Group }
}

pub(super) fn check(context: &GroupContext<'_>) -> Vec<Finding> {
    let asked = Asked { rule: &PRODUCT_NAME_DIFFERS, kind: LiteralKind::Product, noun: "name" };
    let names = elsewhere::names(context);
    let mut of_words = title::lost(context, &PRODUCT_NAME_DIFFERS);
    let lost = kept::lost(context, &PRODUCT_NAME_DIFFERS).into_iter();
    for finding in lost.chain(elsewhere::lost(context, &PRODUCT_NAME_DIFFERS, &names)) {
        let is_same = |known: &Finding| known.place == finding.place && known.expected == finding.expected;
        if !of_words.iter().any(is_same) {
            of_words.push(finding);
        }
    }
    let mut in_case = odd::words(context, &PRODUCT_NAME_DIFFERS);
    let slips = slip::slipped(context, &PRODUCT_NAME_DIFFERS);
    // A name that one letter makes another is not missing.
    let is_slip = |lost: &Finding| {
        let is_part =
            |slip: &Finding| lost.expected.as_ref().zip(slip.expected.as_ref()).is_some_and(|(a, b)| a.contains(&**b));
        let holds = |slip: &Finding| lost.span().zip(slip.span()).is_some_and(|(span, part)| span.contains(part));
        lost.actual.is_none() && slips.iter().any(|slip| is_part(slip) && holds(slip))
    };
    of_words.retain(|lost| !is_slip(lost));
    for finding in product::changed(context, &PRODUCT_NAME_DIFFERS, &names) {
        let holds = |known: &Finding| known.span().zip(finding.span()).is_some_and(|(part, span)| span.contains(part));
        let is_known = |known: &Finding| known.expected == finding.expected || finding.actual.is_some();
        if !is_slip(&finding) && !in_case.iter().chain(&of_words).any(|known| is_known(known) && holds(known)) {
            in_case.push(finding);
        }
    }
    for finding in slips {
        if !in_case.iter().any(|known| known.place == finding.place) {
            in_case.push(finding);
        }
    }
    absent(context, &asked)
        .into_iter()
        .chain(of_words)
        .chain(in_case)
        .map(|finding| finding.help("names of products are spelt as their makers do"))
        .collect()
}
