box-unknown = { $what }에 대한 페이지가 없습니다
box-results = { PLURAL($n) ->
   *[other] 결과 { $n }개
}
box-support = 지원 요청에 첨부할 정보
