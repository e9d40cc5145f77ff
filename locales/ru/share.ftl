page-translate = Перевести эту страницу
