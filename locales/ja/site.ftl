## 入力欄

site-search-label = エラーを貼り付けるか、コードを入力
search-privacy = 入力した内容がこのブラウザーの外に送信されることはありません
search-recognised = 認識した項目: { $what }
search-enter = Enter キーを押すとページが開きます
search-none = 入力した内容に既知のエラーはありません
search-title = 検索
search-no-script = 検索には JavaScript が必要です。JavaScript を使わない場合は、一覧から探せます:

## ホーム

home-intro = エラーの意味と対処方法
home-featured = よくあるエラー
home-newest = 新しく追加されたエラー
home-families = 分野別のエラー

## エラーコードの種類

family-aadsts = サインイン
family-hresult = 0x で始まるコード
family-smtp = メールの配信
family-office = Office のインストール
family-http = HTTP ステータス
family-other = { $family } のエラー

## 移動

nav-errors = エラー
nav-articles = 記事
nav-home = ホーム
nav-parameters = エラーパラメーター
nav-site = サイト内の移動
breadcrumb-label = 現在の位置
skip-to-content = 本文へ移動
on-this-page = このページの内容
external-link = 別のサイトに移動します

## 言語

other-languages = 他の言語
language-switch = 言語を変更
choose-language = 言語を選択してください
language-rebuilt = 翻訳から復元
language-fallback = 未翻訳
also-in = { PLURAL($n) ->
   *[other] 他の { $n } 言語でも読めます
}

## コードのページ

code-what-to-do = 対処方法
code-parameters = エラーパラメーター
code-mentioned-in = このエラーに触れている記事
code-related-articles = このエラーに関する記事
code-mentions-count = { PLURAL($n) ->
   *[other] このエラーに触れている記事: { $n } 件
}
canonical-see = { $code } とあわせて説明しています:

## コピー

code-copy = コードをコピー
literal-copy = コピー
copied = コピーしました
copy-parameter = パラメーターをコピー

## お知らせ

notice-machine = 機械翻訳
notice-outdated = 翻訳後に原文が変更されています
notice-fallback = 未翻訳のため、{ $language }で表示しています
notice-rebuilt = 翻訳に含まれる原文から復元
notice-retired = 更新は終了しました
notice-replaced = 後継のページ: { $title }
draft-notice = 下書き、未公開
original-show = 原文を表示

## 記事の本文

alert-note = メモ
alert-tip = ヒント
alert-important = 重要
alert-warning = 警告
alert-caution = 注意
video-title = 動画: { $title }
footnotes-label = 脚注
footnote-back = 本文に戻る
task-done = 完了
task-open = 未完了
table-label = 表

## ページの終わり

page-updated = 更新日: { $date }
page-edit = このページを編集
footer-built-with = Faultbook で作成
theme-label = 表示モード
theme-light = ライト
theme-dark = ダーク
theme-auto = 自動

## 一覧

errors-title = すべてのエラー
articles-title = すべての記事
parameters-title = すべてのエラーパラメーター
list-part = { $n } ページ目
list-parts = 一覧のページ
list-turn = 前のページと次のページ
list-previous = 前へ
list-next = 次へ
list-more = { PLURAL($n) ->
   *[other] 他 { $n } 件
}
list-all = すべて表示

## エラーパラメーターと言及

parameter-title = エラーパラメーター { $name }
parameter-returned-by = このパラメーターを返すエラー
mention-title = { $code } を説明する記事はまだありません。次の記事がこのエラーに触れています。
mentions-of = { $code } に触れている記事

## ページが見つからない場合

not-found-title = ページが見つかりません
not-found-text = このアドレスにページはありません。エラーを貼り付けるか、コードを入力して探してください。
not-found-nearest = 似ているコード
not-found-home = ホームに移動

## 翻訳の状況

status-title = 翻訳の状況
status-locale = 言語
status-article = 記事
status-articles = 記事数
status-state = 状況
status-date = 翻訳日
status-translated = 翻訳済み
status-machine = 機械翻訳
status-outdated = 原文より古い
status-unknown = 不明
status-missing = 未翻訳
status-rebuilt = 復元
