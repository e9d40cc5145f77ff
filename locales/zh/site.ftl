## 输入框

site-search-label = 粘贴错误信息或输入错误代码
search-privacy = 你输入的内容不会离开此浏览器
search-recognised = 已识别：{ $what }
search-enter = 按 Enter 键打开页面
search-none = 输入的内容中没有已知错误
search-title = 搜索
search-no-script = 搜索需要 JavaScript。你可以直接在列表中查找：

## 主页

home-intro = 错误的含义和解决方法
home-featured = 常见错误
home-newest = 新收录的错误
home-families = 按领域浏览错误

## 错误代码系列

family-aadsts = 登录
family-hresult = 以 0x 开头的代码
family-smtp = 邮件传递
family-office = Office 安装
family-http = HTTP 状态
family-other = { $family } 错误

## 导航

nav-errors = 错误
nav-articles = 文章
nav-home = 主页
nav-parameters = 错误参数
nav-site = 网站
breadcrumb-label = 当前位置
skip-to-content = 跳到正文
on-this-page = 本页内容
external-link = 转到其他网站

## 语言

other-languages = 其他语言
language-switch = 更改语言
choose-language = 选择语言
language-rebuilt = 根据译文还原
language-fallback = 尚未翻译
also-in = { PLURAL($n) ->
   *[other] 另有 { $n } 种语言版本
}

## 错误代码页面

code-what-to-do = 解决方法
code-parameters = 错误参数
code-mentioned-in = 提到此错误的文章
code-related-articles = 有关此错误的文章
code-mentions-count = { PLURAL($n) ->
   *[other] { $n } 篇文章提到此错误
}
canonical-see = 与 { $code } 一并说明：

## 复制

code-copy = 复制代码
literal-copy = 复制
copied = 已复制
copy-parameter = 复制参数

## 提示

notice-machine = 机器翻译
notice-outdated = 翻译之后原文已更改
notice-fallback = 尚未翻译，显示语言：{ $language }
notice-rebuilt = 根据译文所附的原文还原
notice-retired = 不再维护
notice-replaced = 已由“{ $title }”取代
draft-notice = 草稿，未发布
original-show = 显示原文

## 文章正文

alert-note = 备注
alert-tip = 提示
alert-important = 重要
alert-warning = 警告
alert-caution = 注意
video-title = 视频：{ $title }
footnotes-label = 脚注
footnote-back = 返回正文
task-done = 已完成
task-open = 待办
table-label = 表格

## 页面底部

page-updated = 更新日期：{ $date }
page-edit = 编辑此页
footer-built-with = 使用 Faultbook 构建
theme-label = 外观
theme-light = 浅色
theme-dark = 深色
theme-auto = 自动

## 列表

errors-title = 所有错误
articles-title = 所有文章
parameters-title = 所有错误参数
list-part = 第 { $n } 页
list-parts = 列表分页
list-turn = 上一页和下一页
list-previous = 上一页
list-next = 下一页
list-more = { PLURAL($n) ->
   *[other] 还有 { $n } 项
}
list-all = 显示全部

## 错误参数和提及

parameter-title = 错误参数 { $name }
parameter-returned-by = 返回此参数的错误
mention-title = 尚无文章专门说明 { $code }。以下文章提到了它。
mentions-of = 提到 { $code } 的文章

## 找不到页面

not-found-title = 找不到页面
not-found-text = 此地址没有页面。请粘贴错误信息或输入错误代码进行查找。
not-found-nearest = 相近的代码
not-found-home = 转到主页

## 翻译状态

status-title = 翻译状态
status-locale = 语言
status-article = 文章
status-articles = 文章数
status-state = 状态
status-date = 翻译日期
status-translated = 已翻译
status-machine = 机器翻译
status-outdated = 已过时
status-unknown = 未知
status-missing = 缺失
status-rebuilt = 已还原
