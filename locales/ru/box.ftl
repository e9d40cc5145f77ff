box-unknown = Страницы об ошибке { $what } здесь нет
box-results = { PLURAL($n) ->
    [one] { $n } результат
    [few] { $n } результата
    [many] { $n } результатов
   *[other] { $n } результата
}
box-support = Для обращения в поддержку
