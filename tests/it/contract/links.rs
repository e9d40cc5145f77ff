//! Links: what leads nowhere is named with what was tried, and nothing from outside is copied.

use super::case::{Case, check, fine, safe, warned};

fn linking(case: Case, text: &str) -> Case {
    case.article(format!("# A\n\n{text}\n\nIt is seen.\n")).shows("It is seen.")
}

#[test]
fn what_leads_nowhere_is_named() {
    let broken = |text: &str, place: &str| linking(warned(text), text).says(&format!("content/en/a.md:{place}"));
    check([
        broken("[x](god.md)", "3:").says("god.md").says("`good.md`"),
        broken("A ![picture](pictrue.png) here", "3:")
            .says("pictrue.png")
            .says("picture.png")
            .file("content/en/picture.png", "x"),
        broken("[x](good.md#nowhere)", "3:").says("nowhere"),
        broken("[x](#nowhere)", "3:").says("nowhere"),
        broken("[x](#a-goood)\n\n## A good", "3:").says("a-good"),
        broken("[x](sub/good.md)", "3:").says("sub/good.md"),
        broken("[x][r]\n\n[r]: nowhere.md", "").says("nowhere.md"),
        broken("<a href=\"nowhere.md\">x</a>", "3:").says("nowhere.md"),
        broken("<img src=\"nowhere.png\">", "3:").says("nowhere.png"),
        broken("[!INCLUDE [x](includes/nowhere.md)]", "3:").says("nowhere.md"),
        broken("[x](%zz.md)", "3:"),
    ]);
}

#[test]
fn what_leads_somewhere_is_fine() {
    check([
        linking(fine("an article"), "[x](good.md)"),
        linking(fine("a heading"), "[x](good.md#a-good-article)"),
        linking(fine("the page itself"), "[x](#a) [y](a.md) [z](#)"),
        linking(fine("an included fragment"), "[!INCLUDE [x](includes/f.md)]")
            .file("content/en/includes/f.md", "It is included.\n")
            .shows("It is included."),
        linking(fine("elsewhere"), "[x](https://example.com/a.md) [y](/support/x) [z](mailto:a@example.com)"),
    ]);
}

#[test]
fn nothing_from_outside_is_copied() {
    let targets = [
        "../../secret.png",
        "../secret.png",
        "../../../../../../../../etc/passwd",
        "/etc/passwd",
        "..%2f..%2fsecret.png",
        "%2e%2e/%2e%2e/secret.png",
        "..\\..\\secret.png",
        "file:///etc/passwd",
        "./../../secret.png",
        "x/../../../secret.png",
        "//secret.png",
        "good.md/../../../secret.png",
        "../../faultbook.toml",
        "../../templates/x.html",
    ];
    let texts = targets.iter().map(|target| {
        format!("# A\n\n![x]({target}) [y]({target}) <img src=\"{target}\"> [z](<{target}>)\n\n:::image source=\"{target}\" alt-text=\"t\":::")
    });
    check([warned("targets")
        .articles(texts)
        .file("secret.png", "secret words")
        .file("content/secret.png", "other secret words")
        .file("faultbook.toml", "# secret words\n")
        .hides("secret words")
        .hides("root:x:")]);
}

#[test]
fn fragments_that_include_themselves_end() {
    let fragment = |case: Case, name: &str, text: &str| case.file(&format!("content/en/includes/{name}.md"), text);
    let include = |name: &str| format!("[!INCLUDE [x]({name}.md)]\n");
    let article = || linking(safe("a circle"), "[!INCLUDE [x](includes/f.md)]");
    let chain = |mut case: Case, length: usize| {
        for n in 0..length {
            case = fragment(case, &format!("f{n}"), &include(&format!("f{}", n + 1)).repeat(2));
        }
        case
    };
    check([
        fragment(article(), "f", &include("f")).says("include-cycle"),
        fragment(fragment(article(), "f", &include("g")), "g", &include("f")).says("include-cycle"),
        linking(safe("an article in itself"), "[!INCLUDE [x](a.md)]"),
        chain(linking(safe("twice as many each time"), "[!INCLUDE [x](includes/f0.md)]"), 60),
        linking(safe("10,000 times"), &"[!INCLUDE [x](includes/f.md)]\n\n".repeat(10_000))
            .file("content/en/includes/f.md", "Words.\n"),
    ]);
}
