//! `check --stats`: how far each locale is, and where the damage is.

use serde_json::json;

use crate::cli::Site;

const SITE: &str = "\
=== content/en/a.md
# A

`invalid_scope: The scope is bad.`
=== content/en/b.md
# B

`invalid_grant: The grant is bad.`
=== content/ko/a.md
---
translation: machine
---
# 가

`invalid_scope: 범위가 잘못됨.` See [b](gone.md).
=== content/ko/b.md
---
translation: human
---
# 나

`invalid_grant: The grant is bad.`
=== content/zh-CN/b.md
---
translation: post-edited
---
# 乙

`invalid_grant: 授权无效。`
=== content/zh-CN/概要.md
# 概要

[x](gone.md)
";

#[test]
fn tables_take_the_place_of_the_findings() {
    let text = Site::new(SITE).run(&["check", "--stats"]).expect(1).stdout;
    let expected = "\
locale       present  human  post-edited  machine  outdated  missing
en (source)        2      0            0        0         0        1
ko                 2      1            0        1         0        1
zh-CN              2      0            1        0         0        1

errors  warnings  notes  rule
     0         0      3  article-missing
     2         0      0  literal-differs
     0         2      0  link-broken

errors  warnings  notes  article
     1         1      0  content/ko/a.md
     1         0      0  content/zh-CN/b.md
     0         1      0  content/zh-CN/概要.md

2 errors, 2 warnings, 3 notes in 6 articles, 3 locales
";
    assert!(text.starts_with(expected), "{text}");
    assert!(!text.contains("error["));
}

#[test]
fn limits_and_the_baseline_hold_for_tables_too() {
    let site = Site::new(SITE);
    let text = site.run(&["check", "--stats", "--quiet", "--locale", "zh"]).expect(1).stdout;
    assert!(text.contains("zh-CN  ") && !text.contains("ko"), "{text}");
    site.run(&["check", "--baseline", "b.toml", "--update-baseline"]).expect(0);
    let text = site.run(&["check", "--stats", "--baseline", "b.toml"]).expect(0).stdout;
    assert!(!text.contains("rule") && text.contains("no findings in"), "{text}");
}

#[test]
fn json_has_the_numbers_beside_the_findings() {
    let run = Site::new(SITE).run(&["check", "--stats", "--format", "json"]).expect(1);
    let document: serde_json::Value = serde_json::from_str(&run.stdout).expect("a document");
    let korean = json!({
        "locale": "ko", "source": false, "present": 2, "human": 1, "post_edited": 0, "machine": 1, "outdated": 0,
        "missing": 1
    });
    assert_eq!(document["stats"]["coverage"][1], korean);
    assert_eq!(
        document["stats"]["rules"][1],
        json!({"rule": "literal-differs", "errors": 2, "warnings": 0, "notes": 0})
    );
    assert_eq!(document["stats"]["articles"][0]["file"], "content/ko/a.md");
    assert_eq!((document["version"].as_u64(), document["findings"].as_array().map(Vec::len)), (Some(1), Some(7)));
    let run = Site::new(SITE).run(&["check", "--format", "json"]).expect(1);
    assert!(!run.stdout.contains("\"stats\""));
}
