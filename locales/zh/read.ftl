## 译文质量

notice-machine-outdated = 机器翻译，已过时
notice-report = 报告
original-label = 原文：

## 解答

answer-copy = 复制解答
answer-language = 所复制解答的语言
