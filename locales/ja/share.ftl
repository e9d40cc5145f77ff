page-translate = このページを翻訳する
