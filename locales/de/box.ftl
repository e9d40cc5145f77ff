box-unknown = Zu { $what } gibt es hier keine Seite
box-results = { PLURAL($n) ->
    [one] { $n } Treffer
   *[other] { $n } Treffer
}
box-support = Für eine Supportanfrage
