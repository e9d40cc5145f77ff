//! Links behind the verb "see" whose title starts outside: "see Set up [email forwarding](…)".
//!
//! Where the origin says "see" and the link and no more, what a translation has between its own verb and its link is a
//! part of the title, unless it says what the link is: an article, a page.

use super::pair::Pair;
use super::text::{is_sign, is_title, last_end};
use super::title;
use crate::check::function_words;

/// Verbs that stand right before the titles of links in English, besides "see" itself.
const READ: &[&str] = &["check", "read", "review", "view"];

/// A longer text is no start of a title.
const LONGEST: usize = 24;

/// So many letters say something.
const ENOUGH: usize = 2;

/// How a language that writes no capitals says "see", and what it calls that which links lead to.
struct Words {
    language: &'static str,
    /// Whether the verb stands before the link, as in Chinese, or behind it.
    is_before: bool,
    verbs: &'static [&'static str],
    kinds: &'static [&'static str],
}

const WORDS: [Words; 3] = [
    Words {
        language: "zh",
        is_before: true,
        verbs: &["参阅", "参见", "查看", "阅读", "参考", "查阅", "參閱", "參見", "檢視", "閱讀", "參考", "查閱"],
        kinds: &[
            "以下",
            "下面",
            "下列",
            "如下",
            "上述",
            "此",
            "本",
            "该",
            "这些",
            "这篇",
            "这个",
            "这",
            "文章",
            "主题",
            "文档",
            "文件",
            "页面",
            "网页",
            "网站",
            "部分",
            "章节",
            "博客",
            "知识库",
            "支持",
            "链接",
            "视频",
            "帖子",
            "指南",
            "说明",
            "内容",
            "信息",
            "资源",
            "列表",
            "表格",
            "表",
            "教程",
            "官方",
            "我们",
            "的",
            "中",
            "在",
            "于",
            "文",
            "页",
            "节",
            "有关",
            "关于",
            "該",
            "這些",
            "這篇",
            "這個",
            "這",
            "主題",
            "頁面",
            "網頁",
            "網站",
            "章節",
            "部落格",
            "知識庫",
            "支援",
            "連結",
            "影片",
            "說明",
            "內容",
            "資訊",
            "資源",
            "清單",
            "我們",
            "於",
            "頁",
            "節",
            "有關",
            "關於",
        ],
    },
    Words {
        language: "ko",
        is_before: false,
        verbs: &["참조", "참고"],
        kinds: &[
            "표",
            "섹션",
            "문서",
            "항목",
            "페이지",
            "설명서",
            "가이드",
            "기사",
            "링크",
            "주제",
            "부분",
            "절",
            "블로그",
            "게시물",
            "비디오",
            "동영상",
            "자료",
            "단계",
            "지침",
            "도움말",
            "사이트",
            "웹",
            "목록",
            "정보",
            "내용",
            "및",
            "또는",
            "또한",
            "다음",
            "이",
            "해당",
            "자세히",
            "기술",
            "지원",
            "관련",
            "설명",
            "백서",
            "자습서",
            "토픽",
            "아래",
            "안내",
        ],
    },
    Words {
        language: "ja",
        is_before: false,
        verbs: &["参照", "ご覧", "確認", "お読み"],
        kinds: &[
            "記事",
            "トピック",
            "ページ",
            "ドキュメント",
            "セクション",
            "表",
            "説明",
            "ガイド",
            "情報",
            "手順",
            "項目",
            "項",
            "サイト",
            "リンク",
            "ブログ",
            "ビデオ",
            "動画",
            "投稿",
            "一覧",
            "こちら",
            "内容",
            "資料",
            "以下",
            "次",
            "詳細",
            "ご",
        ],
    },
];

/// Tells whether the title of a link starts or ends outside of it, beside the verb "see".
pub(super) fn leaves_title(pair: Pair<'_, '_>) -> bool {
    let [before, behind] = pair.around_origin();
    if !ends_with_see(before) || pair.was_pointing() {
        return false;
    }
    let language = pair.locale().language();
    match WORDS.iter().find(|words| words.language == language) {
        Some(words) => is_title(pair.was) && ends_there(behind) && words.leave(pair),
        None => title::begins_behind(pair, is_see),
    }
}

/// Tells whether a link holds "see" amid its words, and starts or ends amid others: it stands on the end of one phrase
/// and the start of its own.
pub(super) fn holds_see(pair: Pair<'_, '_>) -> bool {
    let Pair { text, was, .. } = pair;
    let language = pair.locale().language();
    let says = |text: &str| text.chars().filter(|c| c.is_alphanumeric()).count() >= ENOUGH;
    let holds = match WORDS.iter().find(|words| words.language == language) {
        Some(words) if words.is_before => {
            // Titles have these as nouns, too.
            let is_verb = |before: &str| before.trim_end().ends_with(['请', '請', '，', ',']);
            let is_amid = |(before, behind): (&str, &str)| is_verb(before) && says(before) && says(behind);
            pair.goes_on() && words.verbs.iter().any(|verb| text.split_once(verb).is_some_and(is_amid))
        }
        Some(_) => false,
        None => {
            // Behind a sign between clauses: titles have such words, too, for "view" and "query".
            let words: Vec<&str> = text.split_whitespace().collect();
            let is_verb = |word: &str| word.starts_with(char::is_lowercase) && is_see(word);
            let mut pairs = words.windows(2).take(words.len().saturating_sub(2));
            let is_amid = pairs.any(|pair| pair[0].ends_with([',', ';']) && is_verb(pair[1]));
            is_amid && (pair.goes_on() || pair.around()[0].trim_end().ends_with(char::is_alphanumeric))
        }
    };
    holds && !was.split_whitespace().any(is_see)
}

fn ends_with_see(text: &str) -> bool {
    let mut words = text.split_whitespace().rev();
    let [last, before] = [(); 2].map(|()| words.next().unwrap_or_default());
    is_see(last) || READ.contains(&last.to_lowercase().as_str()) || last == "to" && before.eq_ignore_ascii_case("refer")
}

pub(super) fn is_see(word: &str) -> bool {
    function_words::has_see(&word.trim_matches(is_sign).to_lowercase()) || function_words::has_see(&word.to_lowercase())
}

/// Tells whether no noun stands where a text begins, as in "the [X] table".
pub(super) fn ends_there(text: &str) -> bool {
    let word = text.split_whitespace().next().unwrap_or_default();
    word.chars().next().is_none_or(is_sign) || function_words::is_one(word)
}

impl Words {
    fn leave(&self, pair: Pair<'_, '_>) -> bool {
        let [before, behind] = pair.around();
        let verbs = || self.verbs.iter();
        if self.is_before {
            let sentence = &before[last_end(before)..];
            let left = verbs().filter_map(|verb| sentence.rfind(verb).map(|at| &sentence[at + verb.len()..]));
            return left.min_by_key(|left| left.len()).is_some_and(|left| self.says_something(left));
        }
        let left = verbs().filter_map(|verb| behind.find(verb).map(|at| &behind[..at]));
        let left = left.min_by_key(|left| left.len());
        // A particle stands right behind the link.
        let is_apart = |left: &&str| self.language != "ko" || left.starts_with(char::is_whitespace);
        let is_cut = self.language == "ko" || title::is_narrow(pair);
        is_cut && left.filter(is_apart).is_some_and(|left| self.says_something(left))
    }

    /// Tells whether a text has more than particles and words for what a link leads to.
    fn says_something(&self, text: &str) -> bool {
        let is_border = |c: char| is_sign(c) && !c.is_whitespace() && !"“”\"「」『』《》".contains(c);
        if text.contains(is_border) || text.chars().count() > LONGEST {
            return false;
        }
        // A code may stand outside.
        let counts = |c: &char| c.is_alphanumeric() && (self.is_before || !c.is_ascii());
        let letters = |text: &str| text.chars().filter(counts).count();
        match self.language {
            "ko" => text.split_whitespace().any(|word| {
                let bare = word.trim_end_matches(['을', '를', '은', '는', '의', '도', '서', '에']);
                letters(bare) >= ENOUGH && !self.kinds.iter().any(|kind| bare.contains(kind))
            }),
            _ => {
                let bare = self.kinds.iter().fold(text.to_owned(), |text, kind| text.replace(kind, " "));
                let is_word = |c: &char| !matches!(c, '\u{3041}'..='\u{309f}') || self.language != "ja";
                letters(&bare.chars().filter(is_word).collect::<String>()) >= ENOUGH
            }
        }
    }
}
