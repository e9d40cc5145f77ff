box-unknown = { $what } のページはありません
box-results = { PLURAL($n) ->
   *[other] { $n } 件の結果
}
box-support = サポートへの問い合わせに添える情報
