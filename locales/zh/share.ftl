page-translate = 翻译此页
