//! The rules that reading files reports by itself.

use crate::rule;

rule! {
    /// A file is not UTF-8.
    ///
    /// ## Why
    /// Read as another encoding than it was written in, text turns into other text in silence. The first
    /// wrong byte is shown, with the encoding that the file was likely saved in.
    ///
    /// ## Reported
    /// An article saved as Windows-1251, GBK or UTF-16; one that is UTF-8 but for a stray byte.
    ///
    /// ## Accepted
    /// UTF-8, with or without a byte order mark, with any line ends.
    NOT_UTF8 { id: "not-utf8", severity: Error, scope: Article, blocks }
}

rule! {
    /// A file cannot be read.
    ///
    /// ## Why
    /// What is not read would be missing from the site in silence. Only regular files are opened: a named
    /// pipe, a socket or a device could make the program wait for ever.
    ///
    /// ## Reported
    /// A file or folder without permission; a link to nothing; a named pipe, a socket or a device, also
    /// behind a link; a name that is not UTF-8; a path longer than the system allows.
    ///
    /// ## Accepted
    /// Regular files and folders, and links to them within the content. Hidden files and what editors
    /// leave behind (`a.md~`, `.#a.md`, `.a.md.swp`) are passed over.
    FILE_UNREADABLE { id: "file-unreadable", severity: Error, scope: Article, blocks }
}

rule! {
    /// An article is empty.
    ///
    /// ## Why
    /// An empty file is what remains of a failed save or a bad merge, and its page would be empty too.
    ///
    /// ## Reported
    /// ```text content/en/a.md
    /// ```
    ///
    /// ## Accepted
    /// ```text content/en/a.md
    /// # A heading
    ///
    /// Text.
    /// ```
    ARTICLE_EMPTY { id: "article-empty", severity: Error, scope: Article, blocks }
}

rule! {
    /// An article is larger than the limit on its size.
    ///
    /// ## Why
    /// A file of that size is no article but an accident, and reading it could take all memory.
    ///
    /// ## Reported
    /// A file of more than 64 MiB, or of more than `article_mib` in `[limits]` of `faultbook.toml` says.
    ///
    /// ## Accepted
    /// Files up to that size.
    LIMIT_EXCEEDED { id: "limit-exceeded", severity: Error, scope: Article, blocks }
}

rule! {
    /// A folder of articles is not named after a locale.
    ///
    /// ## Why
    /// A folder's name says which language its articles are in (BCP 47): `ja`, not `jp`; `cs`, not `cz`. The
    /// articles of any other folder are on no page.
    ///
    /// ## Reported
    /// ```text content/en/a.md
    /// # A heading
    ///
    /// Text.
    /// ```
    /// ```text content/jp/a.md
    /// # 見出し
    ///
    /// 本文。
    /// ```
    ///
    /// ## Accepted
    /// ```text content/en/a.md
    /// # A heading
    ///
    /// Text.
    /// ```
    /// ```text content/ja/a.md
    /// # 見出し
    ///
    /// 本文。
    /// ```
    LOCALE_UNKNOWN { id: "locale-unknown", severity: Warning, scope: Article }
}

rule! {
    /// A locale is a language, but its articles look as if a country were meant.
    ///
    /// ## Why
    /// `kr` is Kanuri; Korean is `ko`. Readers of Korean would not find the pages, and screen readers would
    /// read them wrong. Reported where the articles are in the script of the country's language, and not in
    /// that of the language named.
    ///
    /// ## Reported
    /// ```text content/kr/a.md
    /// # 오류 해결
    ///
    /// 관리자에게 문의하십시오.
    /// ```
    ///
    /// ## Accepted
    /// ```text content/ko/a.md
    /// # 오류 해결
    ///
    /// 관리자에게 문의하십시오.
    /// ```
    LOCALE_SUSPICIOUS { id: "locale-suspicious", severity: Warning, scope: Article }
}

rule! {
    /// A link leads out of the content.
    ///
    /// ## Why
    /// Whoever may add an article could otherwise publish any file of the machine that builds the site. What
    /// is behind such a link is left out.
    ///
    /// ## Reported
    /// A link to a file or folder outside the content folder, or to a hidden one (`.git/config`) inside.
    ///
    /// ## Accepted
    /// Links within the content. A locale that stands elsewhere is named in `locales` of `faultbook.toml`:
    /// `{ locale = "ko", folder = "../faultbook-ko" }`.
    LINK_OUTSIDE { id: "link-outside", severity: Warning, scope: Article }
}

rule! {
    /// A link leads to a folder whose articles are published anyway.
    ///
    /// ## Why
    /// Followed, it would give the same pages twice, or without end. So it is left out.
    ///
    /// ## Reported
    /// A link to the folder that it stands in, or to a folder of a locale.
    ///
    /// ## Accepted
    /// A link to a folder beside the locales' folders: `ko/media` to `shared/media`.
    LINK_REPEATED { id: "link-repeated", severity: Warning, scope: Article }
}
