## 翻訳の品質

notice-machine-outdated = 機械翻訳、原文より古い
notice-report = 報告
original-label = 原文:

## 回答

answer-copy = 回答をコピー
answer-language = コピーする回答の言語
