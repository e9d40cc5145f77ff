box-unknown = Za { $what } tukaj ni strani
box-results = { PLURAL($n) ->
    [one] { $n } zadetek
    [two] { $n } zadetka
    [few] { $n } zadetki
   *[other] { $n } zadetkov
}
box-support = Za zahtevek za podporo
