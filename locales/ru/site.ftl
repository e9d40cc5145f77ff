## Поле ввода

site-search-label = Вставьте текст ошибки или введите код
search-privacy = Введенный текст остается в этом браузере
search-recognised = Распознано: { $what }
search-enter = Нажмите Enter, чтобы открыть страницу
search-none = В этом тексте нет известных ошибок
search-title = Поиск
search-no-script = Для поиска нужен JavaScript. Без него найдите ошибку в списке:

## Главная страница

home-intro = Что означает ошибка и что с ней делать
home-featured = Распространенные ошибки
home-newest = Новые ошибки
home-families = Ошибки по областям

## Группы кодов ошибок

family-aadsts = Вход в систему
family-hresult = Коды, начинающиеся с 0x
family-smtp = Доставка почты
family-office = Установка Office
family-http = Состояние HTTP
family-other = Ошибки { $family }

## Навигация

nav-errors = Ошибки
nav-articles = Статьи
nav-home = Главная
nav-parameters = Параметры ошибок
nav-site = Разделы сайта
breadcrumb-label = Вы здесь
skip-to-content = Перейти к содержимому
on-this-page = На этой странице
external-link = ведет на другой сайт

## Языки

other-languages = Другие языки
language-switch = Сменить язык
choose-language = Выберите язык
language-rebuilt = восстановлено по переводу
language-fallback = еще не переведено
also-in = { PLURAL($n) ->
    [one] Доступно еще на { $n } языке
    [few] Доступно еще на { $n } языках
    [many] Доступно еще на { $n } языках
   *[other] Доступно еще на { $n } языка
}

## Страница кода

code-what-to-do = Что делать
code-parameters = Параметры ошибки
code-mentioned-in = Упоминается в статьях
code-related-articles = Статьи об этой ошибке
code-mentions-count = { PLURAL($n) ->
    [one] Эта ошибка упоминается в { $n } статье
    [few] Эта ошибка упоминается в { $n } статьях
    [many] Эта ошибка упоминается в { $n } статьях
   *[other] Эта ошибка упоминается в { $n } статьи
}
canonical-see = Описано вместе с { $code }:

## Копирование

code-copy = Копировать код
literal-copy = Копировать
copied = Скопировано
copy-parameter = Копировать параметр

## Уведомления

notice-machine = Машинный перевод
notice-outdated = Оригинал с тех пор изменился
notice-fallback = Еще не переведено, язык: { $language }
notice-rebuilt = Восстановлено по переводу
notice-retired = Больше не обновляется
notice-replaced = Заменено статьей «{ $title }»
draft-notice = Черновик, не опубликовано
original-show = Показать оригинал

## В тексте статей

alert-note = Примечание
alert-tip = Совет
alert-important = Важно
alert-warning = Предупреждение
alert-caution = Внимание
video-title = Видео: { $title }
footnotes-label = Сноски
footnote-back = Вернуться к тексту
task-done = Выполнено
task-open = Не выполнено
table-label = Таблица

## Конец страницы

page-updated = Обновлено: { $date }
page-edit = Изменить эту страницу
footer-built-with = Создано с помощью Faultbook
theme-label = Оформление
theme-light = Светлое
theme-dark = Темное
theme-auto = Автоматическое

## Списки

errors-title = Все ошибки
articles-title = Все статьи
parameters-title = Все параметры ошибок
list-part = Часть { $n }
list-parts = Части списка
list-turn = Предыдущая и следующая части
list-previous = Предыдущая
list-next = Следующая
list-more = { PLURAL($n) ->
    [one] Еще { $n } запись
    [few] Еще { $n } записи
    [many] Еще { $n } записей
   *[other] Еще { $n } записи
}
list-all = Показать все

## Параметры ошибок и упоминания

parameter-title = Параметр ошибки { $name }
parameter-returned-by = Ошибки, которые возвращают этот параметр
mention-title = Статьи об ошибке { $code } пока нет. Эта ошибка упоминается в следующих статьях.
mentions-of = Статьи, в которых упоминается { $code }

## Страница не найдена

not-found-title = Страница не найдена
not-found-text = По этому адресу страницы нет. Чтобы найти ошибку, вставьте ее текст или введите код.
not-found-nearest = Похожие коды
not-found-home = Перейти на главную страницу

## Состояние перевода

status-title = Состояние перевода
status-locale = Язык
status-article = Статья
status-articles = Статьи
status-state = Состояние
status-date = Дата перевода
status-translated = Переведено
status-machine = Машинный перевод
status-outdated = Устарело
status-unknown = Неизвестно
status-missing = Отсутствует
status-rebuilt = Восстановлено
