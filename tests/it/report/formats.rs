//! The forms for programs: what they promise, byte for byte.

use super::*;

/// Returns the document with two spaces a level, for people to read in a snapshot.
fn pretty(json: &str) -> String {
    let value: Value = serde_json::from_str(json).expect("one document of JSON");
    serde_json::to_string_pretty(&value).expect("values have text")
}

#[test]
fn json_is_version_1() {
    let (sources, findings) = one_of_everything();
    insta::assert_snapshot!(pretty(&render(Format::Json, &sources, &findings, Options::default())), @r#"
    {
      "findings": [
        {
          "actual": "요청",
          "blocks": false,
          "evidence": "4 of 5 translations agree",
          "expected": "Bad.",
          "fingerprint": "b86b709e74fa128d",
          "fix": {
            "applicability": "safe",
            "edits": [
              {
                "end_byte": 42,
                "file": "content/ko-KR/x.md",
                "start_byte": 36,
                "text": "Bad."
              }
            ],
            "title": "restore the text of en"
          },
          "group": "x",
          "help": "parameters stay untranslated, so that readers can search for them",
          "literal": {
            "end": {
              "byte": 42,
              "column": 23,
              "line": 3
            },
            "file": "content/ko-KR/x.md",
            "start": {
              "byte": 21,
              "column": 6,
              "line": 3
            }
          },
          "locale": "ko-KR",
          "message": "parameter `invalid_grant` differs from en",
          "origin": {
            "end": {
              "byte": 29,
              "column": 21,
              "line": 3
            },
            "file": "content/en/x.md",
            "start": {
              "byte": 25,
              "column": 17,
              "line": 3
            }
          },
          "place": {
            "end": {
              "byte": 42,
              "column": 23,
              "line": 3
            },
            "file": "content/ko-KR/x.md",
            "start": {
              "byte": 36,
              "column": 21,
              "line": 3
            }
          },
          "rule": "literal-differs",
          "severity": "error"
        },
        {
          "blocks": false,
          "fingerprint": "0c0ce03c7e0e0281",
          "locale": "sl",
          "message": "30 articles have no translation",
          "place": {},
          "rule": "article-missing",
          "severity": "note"
        }
      ],
      "summary": {
        "accepted": 0,
        "articles": 180,
        "by_locale": {
          "ko-KR": 1,
          "sl": 1
        },
        "by_rule": {
          "article-missing": 1,
          "literal-differs": 1
        },
        "errors": 1,
        "freshness": {
          "current": 1,
          "outdated": 0,
          "unknown": 4
        },
        "groups": 30,
        "locales": 6,
        "notes": 1,
        "suppressed": 0,
        "warnings": 0
      },
      "version": 1
    }
    "#);
}

#[test]
fn sarif_is_version_2_1_0() {
    let (sources, findings) = one_of_everything();
    insta::assert_snapshot!(pretty(&render(Format::Sarif, &sources, &findings, Options::default())), @r#"
    {
      "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
      "runs": [
        {
          "columnKind": "unicodeCodePoints",
          "results": [
            {
              "fixes": [
                {
                  "artifactChanges": [
                    {
                      "artifactLocation": {
                        "uri": "content/ko-KR/x.md"
                      },
                      "replacements": [
                        {
                          "deletedRegion": {
                            "byteLength": 6,
                            "byteOffset": 36,
                            "endColumn": 23,
                            "endLine": 3,
                            "startColumn": 21,
                            "startLine": 3
                          },
                          "insertedContent": {
                            "text": "Bad."
                          }
                        }
                      ]
                    }
                  ],
                  "description": {
                    "text": "restore the text of en"
                  },
                  "properties": {
                    "applicability": "safe"
                  }
                }
              ],
              "level": "error",
              "locations": [
                {
                  "message": {
                    "text": "this text"
                  },
                  "physicalLocation": {
                    "artifactLocation": {
                      "uri": "content/ko-KR/x.md"
                    },
                    "region": {
                      "byteLength": 6,
                      "byteOffset": 36,
                      "endColumn": 23,
                      "endLine": 3,
                      "startColumn": 21,
                      "startLine": 3
                    }
                  }
                }
              ],
              "message": {
                "text": "parameter `invalid_grant` differs from en\n4 of 5 translations agree\nparameters stay untranslated, so that readers can search for them"
              },
              "partialFingerprints": {
                "faultbook/v1": "b86b709e74fa128d"
              },
              "relatedLocations": [
                {
                  "id": 1,
                  "message": {
                    "text": "should read like this"
                  },
                  "physicalLocation": {
                    "artifactLocation": {
                      "uri": "content/en/x.md"
                    },
                    "region": {
                      "byteLength": 4,
                      "byteOffset": 25,
                      "endColumn": 21,
                      "endLine": 3,
                      "startColumn": 17,
                      "startLine": 3
                    }
                  }
                },
                {
                  "id": 2,
                  "message": {
                    "text": "in this article"
                  },
                  "physicalLocation": {
                    "artifactLocation": {
                      "uri": "content/ko-KR/x.md"
                    },
                    "region": {
                      "byteLength": 8,
                      "byteOffset": 0,
                      "endColumn": 5,
                      "endLine": 1,
                      "startColumn": 1,
                      "startLine": 1
                    }
                  }
                }
              ],
              "ruleId": "literal-differs",
              "ruleIndex": 0
            },
            {
              "level": "note",
              "locations": [
                {
                  "logicalLocations": [
                    {
                      "kind": "locale",
                      "name": "sl"
                    }
                  ]
                }
              ],
              "message": {
                "text": "30 articles have no translation"
              },
              "partialFingerprints": {
                "faultbook/v1": "0c0ce03c7e0e0281"
              },
              "ruleId": "article-missing",
              "ruleIndex": 1
            }
          ],
          "tool": {
            "driver": {
              "name": "faultbook",
              "rules": [
                {
                  "defaultConfiguration": {
                    "level": "error"
                  },
                  "fullDescription": {
                    "text": "A literal reads differently than in the text it was translated from."
                  },
                  "help": {
                    "markdown": "A literal reads differently than in the text it was translated from.\n\n## Why\nReaders search for the exact text the server sent.",
                    "text": "A literal reads differently than in the text it was translated from.\n\n## Why\nReaders search for the exact text the server sent."
                  },
                  "id": "literal-differs",
                  "shortDescription": {
                    "text": "A literal reads differently than in the text it was translated from."
                  }
                },
                {
                  "defaultConfiguration": {
                    "level": "note"
                  },
                  "fullDescription": {
                    "text": "A locale does not have an article."
                  },
                  "help": {
                    "markdown": "A locale does not have an article.",
                    "text": "A locale does not have an article."
                  },
                  "id": "article-missing",
                  "shortDescription": {
                    "text": "A locale does not have an article."
                  }
                }
              ],
              "semanticVersion": "0.1.0"
            }
          }
        }
      ],
      "version": "2.1.0"
    }
    "#);
}

#[test]
fn github_gets_annotations_and_the_log() {
    let (sources, findings) = one_of_everything();
    insta::assert_snapshot!(render(Format::Github, &sources, &findings, Options::default()), @"
    ::error file=content/ko-KR/x.md,line=3,endLine=3,col=21,endColumn=23,title=literal-differs::parameter `invalid_grant` differs from en%0A4 of 5 translations agree%0Aparameters stay untranslated, so that readers can search for them
    ::notice title=article-missing::30 articles have no translation
    ::stop-commands::71835257c2f8d923
    error[literal-differs]: parameter `invalid_grant` differs from en
     --> content/ko-KR/x.md:3:21
      |
    3 | 한국어 `invalid_grant: 요청` 설명
      |                        ^^^^ this text
      |
     ::: content/en/x.md:3:17
      |
    3 | `invalid_grant: Bad.`
      |                 ---- should read like this
      |
     ::: content/ko-KR/x.md:1:1
      |
    1 | # 오류
      | ------ in this article
      |
      = note: 4 of 5 translations agree
      = help: parameters stay untranslated, so that readers can search for them
      = fix: restore the text of en

    note[article-missing]: 30 articles have no translation
    --> locale sl

    1 error, 1 note in 180 articles, 6 locales
    by rule: article-missing 1, literal-differs 1
    by locale: ko-KR 1, sl 1
    5 translations: 1 current, 4 of unknown age
    ::71835257c2f8d923::
    ");
}

#[test]
fn json_keeps_hidden_characters_as_values() {
    let mut sources = SourceMap::default();
    let source = sources.add("a.md", "x");
    let finding = Finding::new(&LITERAL_DIFFERS, Place::File(source), HIDDEN);
    let json: Value =
        serde_json::from_str(&render(Format::Json, &sources, &[finding], Options::default())).expect("JSON");
    assert_eq!(json["findings"][0]["message"], HIDDEN);
}

#[test]
fn github_shows_the_ten_gravest_of_each_severity() {
    let mut sources = SourceMap::default();
    let source = sources.add("a,b:100%.md", "x\n".repeat(30));
    let finding = |line: usize| Finding::at(&LITERAL_DIFFERS, Span::new(source, line * 2..line * 2 + 1), "50% differ");
    let mut findings: Vec<Finding> = (0..30).map(finding).collect();
    findings[20].blocks = true;
    findings[0].severity = Severity::Note;
    let shown = render(Format::Github, &sources, &findings, Options::default());
    let (annotations, log) = shown.split_once("::stop-commands::").expect("the log is marked");
    let lines: Vec<&str> = annotations.lines().collect();
    assert_eq!(lines.len(), 12, "{annotations}");
    let place = "file=a%2Cb%3A100%25.md,line=21,endLine=21,col=1,endColumn=2";
    assert_eq!(lines[0], format!("::error {place},title=literal-differs::50%25 differ"));
    assert!(lines[10].starts_with("::notice file="), "{annotations}");
    assert_eq!(lines[11], "19 more");
    assert_eq!(log.matches("error[literal-differs]").count(), 29);
    let token = log.lines().next().expect("the token");
    assert!(log.ends_with(&format!("\n::{token}::\n")), "{log}");
}

#[test]
fn addresses_in_sarif_are_references() {
    let uri = |path: &str| {
        let finding = Finding::new(&LITERAL_DIFFERS, Place::Path(path.into()), "differs");
        let sarif = render(Format::Sarif, &SourceMap::default(), &[finding], Options::default());
        let sarif: Value = serde_json::from_str(&sarif).expect("JSON");
        let location = &sarif["runs"][0]["results"][0]["locations"][0]["physicalLocation"];
        location["artifactLocation"]["uri"].as_str().expect("an address").to_owned()
    };
    assert_eq!(uri("content/ko/a b#1.md"), "content/ko/a%20b%231.md");
    assert_eq!(uri("한/a:b.md"), "%ED%95%9C/a%3Ab.md");
    assert_eq!(uri("/srv/a b.md"), "file:///srv/a%20b.md");
    assert_eq!(uri("C:/site/a.md"), "file:///C:/site/a.md");
}
