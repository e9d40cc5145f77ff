//! The one table of what raw HTML may have.

/// The tags that a page may have, each with its own attributes; sorted.
pub const ALLOWED: &[(&str, &[&str])] = &[
    ("a", &["href", "id"]),
    ("abbr", &[]),
    ("b", &[]),
    ("bdi", &[]),
    ("bdo", &[]),
    ("blockquote", &["cite"]),
    ("br", &[]),
    ("caption", &[]),
    ("cite", &[]),
    ("code", &[]),
    ("col", &["span"]),
    ("colgroup", &["span"]),
    ("dd", &[]),
    ("del", &["cite", "datetime"]),
    ("details", &["open"]),
    ("dfn", &[]),
    ("div", &[]),
    ("dl", &[]),
    ("dt", &[]),
    ("em", &[]),
    ("figcaption", &[]),
    ("figure", &[]),
    ("h1", &[]),
    ("h2", &[]),
    ("h3", &[]),
    ("h4", &[]),
    ("h5", &[]),
    ("h6", &[]),
    ("hr", &[]),
    ("i", &[]),
    ("img", &["alt", "height", "src", "width"]),
    ("ins", &["cite", "datetime"]),
    ("kbd", &[]),
    ("li", &["value"]),
    ("mark", &[]),
    ("ol", &["reversed", "start", "type"]),
    ("p", &[]),
    ("pre", &[]),
    ("q", &["cite"]),
    ("rp", &[]),
    ("rt", &[]),
    ("ruby", &[]),
    ("s", &[]),
    ("samp", &[]),
    ("small", &[]),
    ("span", &[]),
    ("strong", &[]),
    ("sub", &[]),
    ("summary", &[]),
    ("sup", &[]),
    ("table", &[]),
    ("tbody", &[]),
    ("td", &["colspan", "headers", "rowspan"]),
    ("tfoot", &[]),
    ("th", &["colspan", "headers", "rowspan", "scope"]),
    ("thead", &[]),
    ("time", &["datetime"]),
    ("tr", &[]),
    ("u", &[]),
    ("ul", &[]),
    ("var", &[]),
    ("wbr", &[]),
];

/// The attributes that any allowed tag may have.
pub const GLOBAL: &[&str] = &["dir", "lang", "title"];

/// The schemes that an address may have; an address without one is relative.
pub const SCHEMES: &[&str] = &["https", "http", "mailto", "tel", "ms-settings", "feedback-hub"];

/// Allowed tags without content and without a closing tag.
pub(super) const VOID: &[&str] = &["br", "col", "hr", "img", "wbr"];

/// Attributes that do something, besides event handlers: worth a word when they go.
pub(super) const ACTIVE: &[&str] = &[
    "action",
    "background",
    "data",
    "formaction",
    "http-equiv",
    "ping",
    "poster",
    "srcdoc",
    "srcset",
    "style",
    "xlink:href",
    "xmlns",
];

/// Elements that HTML knows, that are not allowed, and whose content is no text for readers; it goes with them.
const DROPPED: &[&str] = &[
    "applet", "audio", "canvas", "frameset", "head", "iframe", "math", "noembed", "noframes", "object", "script",
    "select", "style", "svg", "template", "textarea", "title", "video", "xmp",
];

/// Further elements that HTML knows and that are not allowed; the text in them stays.
const REMOVED: &[&str] = &[
    "acronym",
    "address",
    "area",
    "article",
    "aside",
    "base",
    "basefont",
    "bgsound",
    "big",
    "blink",
    "body",
    "button",
    "center",
    "data",
    "datalist",
    "dialog",
    "dir",
    "embed",
    "fieldset",
    "font",
    "footer",
    "form",
    "frame",
    "header",
    "hgroup",
    "html",
    "image",
    "input",
    "isindex",
    "keygen",
    "label",
    "legend",
    "link",
    "listing",
    "main",
    "map",
    "marquee",
    "menu",
    "menuitem",
    "meta",
    "meter",
    "nav",
    "nobr",
    "noscript",
    "optgroup",
    "option",
    "output",
    "param",
    "picture",
    "plaintext",
    "portal",
    "progress",
    "search",
    "section",
    "slot",
    "source",
    "strike",
    "track",
    "tt",
];

/// Tells whether HTML knows an element of that name (in lower case) which no page may have.
///
/// A name with a prefix is an office program's (`o:p`).
pub(super) fn known(name: &str) -> bool {
    DROPPED.contains(&name) || REMOVED.contains(&name) || name.contains(':')
}

/// Returns the element of that name, in any case, whose content goes with it.
pub(super) fn dropping(name: &str) -> Option<&'static str> {
    DROPPED.iter().copied().find(|dropped| dropped.eq_ignore_ascii_case(name))
}

/// What the value of an attribute must be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Rule {
    Text,
    /// An allowed address.
    Url,
    /// A number of four digits at most.
    Number,
    /// One of these words.
    Word(&'static [&'static str]),
}

/// Returns what the value of the allowed attribute `name` must be.
pub(super) fn attribute_rule(name: &str) -> Rule {
    match name {
        "href" | "src" | "cite" => Rule::Url,
        "colspan" | "height" | "rowspan" | "span" | "start" | "value" | "width" => Rule::Number,
        "dir" => Rule::Word(&["ltr", "rtl", "auto"]),
        "open" | "reversed" => Rule::Word(&["", "open", "reversed"]),
        "scope" => Rule::Word(&["row", "col", "rowgroup", "colgroup"]),
        "type" => Rule::Word(&["1", "a", "A", "i", "I"]),
        _ => Rule::Text,
    }
}

impl Rule {
    /// Tells whether `value` has the form; addresses are judged elsewhere.
    pub(super) fn fits(self, value: &str) -> bool {
        match self {
            Self::Text | Self::Url => true,
            Self::Number => (1..=4).contains(&value.len()) && value.bytes().all(|byte| byte.is_ascii_digit()),
            Self::Word(words) => words.contains(&value),
        }
    }
}
