//! The rules that reading an article reports by itself.

use crate::rule;

rule! {
    /// The front matter cannot be read.
    ///
    /// ## Why
    /// Title, date, codes and robots come from the front matter; a page made without them would be wrong
    /// in silence. A key is reported too where its value has the wrong form: a title that is a list, a day
    /// that does not exist, a key that stands twice.
    ///
    /// ## Reported
    /// ```text content/en/a.md
    /// ---
    /// title: "The quotation mark is not closed
    /// ---
    /// # A heading
    ///
    /// Text.
    /// ```
    ///
    /// ## Accepted
    /// ```text content/en/a.md
    /// ---
    /// title: "The quotation mark is closed"
    /// unknown: keys are kept
    /// ---
    /// # A heading
    ///
    /// Text.
    /// ```
    FRONT_MATTER_INVALID { id: "front-matter-invalid", severity: Error, scope: Article, blocks }
}

rule! {
    /// Raw HTML was taken out, because it could run or load something.
    ///
    /// ## Why
    /// Articles come from many hands. Scripts, frames, forms, styles and event handlers never reach a page;
    /// the text inside harmless tags stays.
    ///
    /// ## Reported
    /// ```text content/en/a.md
    /// # A heading
    ///
    /// Text <script>alert(1)</script> goes on.
    /// ```
    ///
    /// ## Accepted
    /// ```text content/en/a.md
    /// # A heading
    ///
    /// Text <kbd>Ctrl</kbd> goes on<br>here.
    /// ```
    HTML_REMOVED { id: "html-removed", severity: Warning, scope: Article }
}

rule! {
    /// The address of a link or picture has a scheme that is not allowed, and was taken out.
    ///
    /// ## Why
    /// An address such as `javascript:` runs when a reader follows it. Add a harmless scheme of your own to
    /// `link_schemes` in `faultbook.toml`.
    ///
    /// ## Reported
    /// ```text content/en/a.md
    /// # A heading
    ///
    /// [Open](javascript:alert(1)) it.
    /// ```
    ///
    /// ## Accepted
    /// ```text content/en/a.md
    /// # A heading
    ///
    /// [Open](https://example.com/) it, or [settings](ms-settings:network).
    /// ```
    URL_REMOVED { id: "url-removed", severity: Warning, scope: Article }
}

rule! {
    /// A placeholder such as `<tenant>` stands in plain text, where Markdown takes it for HTML.
    ///
    /// A translation that took it over from its source is not told of it besides.
    ///
    /// ## Why
    /// Most programs drop it from the page without a word, and readers type a command that lacks a part.
    /// Faultbook shows it as text; put it between back-ticks, or escape it with `\<`.
    ///
    /// ## Reported
    /// ```text content/en/a.md
    /// # A heading
    ///
    /// Open <tenant>.example.com now.
    /// ```
    ///
    /// ## Accepted
    /// ```text content/en/a.md
    /// # A heading
    ///
    /// Open `<tenant>.example.com` or \<tenant>.example.com now.
    /// ```
    PLACEHOLDER_UNMARKED { id: "placeholder-unmarked", severity: Warning, scope: Article }
}
