page-translate = 이 페이지 번역
