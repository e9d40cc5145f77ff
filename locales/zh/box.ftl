box-unknown = 本站没有关于 { $what } 的页面
box-results = { PLURAL($n) ->
   *[other] { $n } 条结果
}
box-support = 提交支持请求时请附上
