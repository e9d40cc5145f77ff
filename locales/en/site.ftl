### The texts around the articles. Short and calm: readers are in a hurry.
### Each comment says where the text stands and declares its variables: `# $name (type) - what it is`.
### Count with PLURAL($n), one variant a line; numbers are formatted by themselves.

## The box: paste an error or type a code

# Label of the box, also shown inside it while it is empty.
site-search-label = Paste an error or type a code
# Small print under the box.
search-privacy = Nothing you type leaves this browser
# One line under the box while typing.
# $what (text) - the code, symbolic name or parameter that was recognised
search-recognised = Recognised: { $what }
# Follows the line above.
search-enter = Press Enter to open the page
# Under the box, when nothing in the text is known.
search-none = No known error in this text
# Heading of the page of results.
search-title = Search
# On the page of results without JavaScript; a link to all errors follows.
search-no-script = Search needs JavaScript. Without it, look through the list:

## Home

# One sentence under the name of the site.
home-intro = What an error means and what to do about it
# Heading over a few chosen errors.
home-featured = Common errors
# Heading over the errors whose articles are newest.
home-newest = New errors
# Heading over the families of error codes.
home-families = Errors by area

## Families of error codes: headings, and the second step of the breadcrumb

# AADSTS50000 and the like: signing in to a Microsoft account.
family-aadsts = Sign-in
# 0x8004DE40 and the like; readers know them by how they begin.
family-hresult = Codes beginning with 0x
# 5.7.750 and the like: mail that could not be delivered.
family-smtp = Mail delivery
# 30015-11 and the like: installing Office.
family-office = Office installation
# 404 and the like.
family-http = HTTP status
# A family that the site has defined itself.
# $family (text) - its name
family-other = { $family } errors

## Ways through the site

# Link to the index of codes; first step of the breadcrumb.
nav-errors = Errors
# Link to the list of all articles.
nav-articles = Articles
# Link to the home page.
nav-home = Home
# Link to the error parameters.
nav-parameters = Error parameters
# For screen readers: the links to the parts of the site.
nav-site = Site
# For screen readers: the way from the home page to this page.
breadcrumb-label = You are here
# For screen readers: the first link of every page.
skip-to-content = Skip to content
# Heading of a page's table of contents.
on-this-page = On this page
# For screen readers: a link that leaves the site.
external-link = leads to another site

## Languages

# Heading over the links to this page in other languages.
other-languages = Other languages
# For screen readers: the switch in the head of the page.
language-switch = Change the language
# Heading of the page where a language is chosen.
choose-language = Choose your language
# Behind the name of a language in which the text was put together from a translation.
language-rebuilt = put together from a translation
# Behind the name of a language that does not have this article.
language-fallback = not translated yet
# $n (number) - how many further languages have the article
also-in = { PLURAL($n) ->
    [one] Also in { $n } other language
   *[other] Also in { $n } other languages
}

## A code's page

# Link to the first step.
code-what-to-do = What to do
# Heading over the list of error parameters that the server sends with the code.
code-parameters = Error parameters
# Heading over the articles that mention the code.
code-mentioned-in = Mentioned in
# Heading over further articles about the code.
code-related-articles = Articles about this error
# Link to all articles that mention the code.
# $n (number) - how many there are
code-mentions-count = { PLURAL($n) ->
    [one] { $n } article mentions this error
   *[other] { $n } articles mention this error
}
# On the page of a code that shares its article with another one; a link to that page follows.
# $code (text) - the other code
canonical-see = Explained together with { $code }:

## Copying

# Button beside the code.
code-copy = Copy code
# Button beside any other literal text.
literal-copy = Copy
# The button's label right after copying.
copied = Copied
# Button beside an error parameter: copies its name and its description.
copy-parameter = Copy parameter

## Notices: one short line above the text

notice-machine = Machine-translated
notice-outdated = The original has changed since
# $language (text) - the language that the text is shown in
notice-fallback = Not translated yet; in { $language }
# The source article does not exist; its text comes from the source sentences that a translation holds.
notice-rebuilt = Put together from a translation
notice-retired = No longer maintained
# $title (text) - the title of the page that took its place
notice-replaced = Replaced by { $title }
# Only in previews.
draft-notice = Draft, not published
# Switch that shows the source sentences under the translated ones while it is on.
original-show = Show original

## In the text of articles

# Labels of the five kinds of alerts.
alert-note = Note
alert-tip = Tip
alert-important = Important
alert-warning = Warning
alert-caution = Caution
# A link to a video.
# $title (text) - its title or address
video-title = Video: { $title }
# For screen readers: the footnotes under the text, and the link back from each.
footnotes-label = Footnotes
footnote-back = Back to the text
# For screen readers: boxes of a task list.
task-done = Done
task-open = To do
# For screen readers: a table that can be scrolled.
table-label = Table

## The end of a page

# $date (text) - the date in the form of the locale
page-updated = Updated { $date }
page-edit = Edit this page
# In the footer, a link to the program.
footer-built-with = Built with Faultbook
# The choice between light and dark.
theme-label = Appearance
theme-light = Light
theme-dark = Dark
# As the device is set.
theme-auto = Automatic

## Lists

# Headings of the index of codes, the list of articles and the list of error parameters.
errors-title = All errors
articles-title = All articles
parameters-title = All error parameters
# A long list is split into parts.
# $n (number) - which part this is
list-part = Part { $n }
# For screen readers: the links to the parts, and those to the neighbouring ones.
list-parts = Parts of this list
list-turn = Previous and next part
list-previous = Previous
list-next = Next
# $n (number) - how many entries are not shown
list-more = { PLURAL($n) ->
    [one] { $n } more entry
   *[other] { $n } more entries
}
list-all = Show all

## Error parameters and mentions

# Heading of an error parameter's page.
# $name (text) - its name, as the server sends it
parameter-title = Error parameter { $name }
# Heading over the errors that come with the parameter.
parameter-returned-by = Errors that return this parameter
# On the page of a code that has no article; the articles that mention it follow.
# $code (text) - the code
mention-title = No article explains { $code } yet. These articles mention it.
# Heading of the list of all mentions.
# $code (text) - the code
mentions-of = Articles that mention { $code }

## An address without a page

not-found-title = Page not found
not-found-text = There is no page at this address. Paste the error or type its code to find it.
# Heading over the codes that are spelt most alike.
not-found-nearest = Similar codes
not-found-home = Go to the home page

## Translation status, for translators: headings of tables and states of an article

status-title = Translation status
status-locale = Language
status-article = Article
status-articles = Articles
status-state = State
status-date = Translated on
status-translated = Translated
status-machine = Machine-translated
status-outdated = Outdated
# Whether the translation is up to date can't be told.
status-unknown = Unknown
status-missing = Missing
# Put together from a translation.
status-rebuilt = Rebuilt
