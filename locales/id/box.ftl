box-unknown = Tidak ada halaman untuk { $what } di sini
box-results = { PLURAL($n) ->
   *[other] { $n } hasil
}
box-support = Untuk permintaan dukungan
