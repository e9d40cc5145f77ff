## Качество перевода

notice-machine-outdated = Машинный перевод, устарел
notice-report = Сообщить
original-label = Оригинал:

## Ответ

answer-copy = Копировать ответ
answer-language = Язык копируемого ответа
