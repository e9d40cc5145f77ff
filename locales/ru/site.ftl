## Поле ввода

site-search-label = Вставьте текст ошибки или введите код
search-privacy = Введённый текст не покидает этот браузер
search-recognised = Распознано: { $what }
search-enter = Нажмите клавишу ВВОД, чтобы открыть страницу
search-none = В этом тексте нет известных ошибок
search-title = Поиск
search-no-script = Для поиска нужен JavaScript. Без него найдите ошибку в списке:

## Главная страница

home-intro = Что означает ошибка и что с ней делать
home-featured = Распространённые ошибки
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
external-link = ведёт на другой сайт

## Языки

other-languages = Другие языки
language-switch = Сменить язык
choose-language = Выберите язык
language-rebuilt = восстановлено из перевода
language-fallback = ещё не переведено
also-in = { PLURAL($n) ->
    [one] Также ещё на { $n } языке
    [few] Также ещё на { $n } языках
    [many] Также ещё на { $n } языках
   *[other] Также ещё на { $n } языка
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
notice-outdated = После перевода исходный текст изменился
notice-fallback = Ещё не переведено, язык текста: { $language }
notice-rebuilt = Исходной статьи нет, текст восстановлен из перевода
notice-retired = Больше не обновляется
notice-replaced = Заменено статьёй «{ $title }»
draft-notice = Черновик, не опубликовано
original-show = Показать оригинал
original-hide = Скрыть оригинал

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
theme-dark = Тёмное
theme-auto = Автоматически

## Списки

errors-title = Все ошибки
articles-title = Все статьи
parameters-title = Все параметры ошибок
list-part = Часть { $n }
list-parts = Части списка
list-turn = Предыдущая и следующая части
list-previous = Назад
list-next = Далее
list-more = { PLURAL($n) ->
    [one] Ещё { $n } запись
    [few] Ещё { $n } записи
    [many] Ещё { $n } записей
   *[other] Ещё { $n } записи
}
list-all = Показать все

## Параметры ошибок и упоминания

parameter-title = Параметр ошибки { $name }
parameter-returned-by = Ошибки, которые возвращают этот параметр
mention-title = Статьи об ошибке { $code } пока нет. Она упоминается в следующих статьях.
mentions-of = Статьи, в которых упоминается { $code }

## Страница не найдена

not-found-title = Страница не найдена
not-found-text = По этому адресу ничего нет. Вставьте текст ошибки или введите её код.
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
