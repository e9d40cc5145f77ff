## 번역의 품질

notice-machine-outdated = 기계 번역, 최신 원문과 다름
notice-report = 신고
original-label = 원문:

## 답변

answer-copy = 답변 복사
answer-language = 복사할 답변의 언어
