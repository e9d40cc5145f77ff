## 입력 상자

site-search-label = 오류를 붙여넣거나 코드를 입력하세요
search-privacy = 입력한 내용은 이 브라우저 밖으로 전송되지 않습니다
search-recognised = 인식한 항목: { $what }
search-enter = Enter 키를 누르면 페이지가 열립니다
search-none = 입력한 내용에 알려진 오류가 없습니다
search-title = 검색
search-no-script = 검색하려면 JavaScript가 필요합니다. 목록에서 찾아보세요:

## 홈

home-intro = 오류의 의미와 해결 방법
home-featured = 자주 발생하는 오류
home-newest = 새로 추가된 오류
home-families = 분야별 오류

## 오류 코드 종류

family-aadsts = 로그인
family-hresult = 0x로 시작하는 코드
family-smtp = 메일 배달
family-office = Office 설치
family-http = HTTP 상태
family-other = { $family } 오류

## 탐색

nav-errors = 오류
nav-articles = 문서
nav-home = 홈
nav-parameters = 오류 매개 변수
nav-site = 사이트
breadcrumb-label = 현재 위치
skip-to-content = 본문으로 건너뛰기
on-this-page = 이 페이지의 내용
external-link = 다른 사이트로 이동

## 언어

other-languages = 다른 언어
language-switch = 언어 변경
choose-language = 언어를 선택하세요
language-rebuilt = 번역문에서 복원됨
language-fallback = 아직 번역되지 않음
also-in = { PLURAL($n) ->
   *[other] 다른 { $n }개 언어로도 볼 수 있습니다
}

## 오류 코드 페이지

code-what-to-do = 해결 방법
code-parameters = 오류 매개 변수
code-mentioned-in = 이 오류를 언급한 문서
code-related-articles = 이 오류에 관한 문서
code-mentions-count = { PLURAL($n) ->
   *[other] 이 오류를 언급한 문서 { $n }개
}
canonical-see = { $code } 문서에서 함께 설명합니다:

## 복사

code-copy = 코드 복사
literal-copy = 복사
copied = 복사됨
copy-parameter = 매개 변수 복사

## 알림

notice-machine = 기계 번역
notice-outdated = 번역 후 원문이 변경됨
notice-fallback = 아직 번역되지 않음, 표시 언어: { $language }
notice-rebuilt = 번역문에 포함된 원문으로 복원함
notice-retired = 더 이상 업데이트되지 않음
notice-replaced = 대체 문서: { $title }
draft-notice = 초안, 게시되지 않음
original-show = 원문 표시

## 문서 본문

alert-note = 참고
alert-tip = 팁
alert-important = 중요
alert-warning = 경고
alert-caution = 주의
video-title = 비디오: { $title }
footnotes-label = 각주
footnote-back = 본문으로 돌아가기
task-done = 완료
task-open = 할 일
table-label = 표

## 페이지 끝

page-updated = 업데이트: { $date }
page-edit = 이 페이지 편집
footer-built-with = Faultbook으로 제작됨
theme-label = 화면 모드
theme-light = 밝게
theme-dark = 어둡게
theme-auto = 자동

## 목록

errors-title = 전체 오류
articles-title = 전체 문서
parameters-title = 전체 오류 매개 변수
list-part = { $n }페이지
list-parts = 목록 페이지
list-turn = 이전 및 다음 페이지
list-previous = 이전
list-next = 다음
list-more = { PLURAL($n) ->
   *[other] { $n }개 항목 더 있음
}
list-all = 모두 표시

## 오류 매개 변수와 언급

parameter-title = 오류 매개 변수 { $name }
parameter-returned-by = 이 매개 변수를 반환하는 오류
mention-title = { $code } 오류를 설명하는 문서는 아직 없습니다. 다음 문서에서 이 오류를 언급합니다.
mentions-of = { $code } 오류를 언급한 문서

## 페이지를 찾을 수 없음

not-found-title = 페이지를 찾을 수 없음
not-found-text = 이 주소에는 페이지가 없습니다. 오류를 붙여넣거나 코드를 입력하여 찾아보세요.
not-found-nearest = 비슷한 코드
not-found-home = 홈페이지로 이동

## 번역 상태

status-title = 번역 상태
status-locale = 언어
status-article = 문서
status-articles = 문서
status-state = 상태
status-date = 번역 날짜
status-translated = 번역됨
status-machine = 기계 번역
status-outdated = 오래됨
status-unknown = 알 수 없음
status-missing = 없음
status-rebuilt = 복원됨
