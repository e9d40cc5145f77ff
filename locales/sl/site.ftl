## Vnosno polje

site-search-label = Prilepite besedilo napake ali vnesite kodo
search-privacy = Vneseno besedilo ostane v tem brskalniku
search-recognised = Prepoznano: { $what }
search-enter = Za odpiranje strani pritisnite tipko Enter
search-none = V tem besedilu ni znanih napak
search-title = Iskanje
search-no-script = Za iskanje je potreben JavaScript. Brez njega poiščite napako na seznamu:

## Domača stran

home-intro = Kaj napaka pomeni in kako jo odpraviti
home-featured = Pogoste napake
home-newest = Nove napake
home-families = Napake po področjih

## Skupine kod napak

family-aadsts = Vpis
family-hresult = Kode, ki se začnejo z 0x
family-smtp = Dostava e-pošte
family-office = Namestitev Officea
family-http = Stanje HTTP
family-other = Napake { $family }

## Krmarjenje

nav-errors = Napake
nav-articles = Članki
nav-home = Domov
nav-parameters = Parametri napak
nav-site = Deli spletnega mesta
breadcrumb-label = Tukaj ste
skip-to-content = Preskoči na vsebino
on-this-page = Na tej strani
external-link = vodi na drugo spletno mesto

## Jeziki

other-languages = Drugi jeziki
language-switch = Zamenjaj jezik
choose-language = Izberite jezik
language-rebuilt = sestavljeno iz prevoda
language-fallback = še ni prevedeno
also-in = { PLURAL($n) ->
    [one] Na voljo še v { $n } jeziku
    [two] Na voljo še v { $n } jezikih
    [few] Na voljo še v { $n } jezikih
   *[other] Na voljo še v { $n } jezikih
}

## Stran kode

code-what-to-do = Kaj storiti
code-parameters = Parametri napake
code-mentioned-in = Omenjeno v člankih
code-related-articles = Članki o tej napaki
code-mentions-count = { PLURAL($n) ->
    [one] To napako omenja { $n } članek
    [two] To napako omenjata { $n } članka
    [few] To napako omenjajo { $n } članki
   *[other] To napako omenja { $n } člankov
}
canonical-see = Pojasnjeno skupaj s kodo { $code }:

## Kopiranje

code-copy = Kopiraj kodo
literal-copy = Kopiraj
copied = Kopirano
copy-parameter = Kopiraj parameter

## Obvestila

notice-machine = Strojno prevedeno
notice-outdated = Izvirnik se je spremenil
notice-fallback = Še ni prevedeno, jezik: { $language }
notice-rebuilt = Sestavljeno iz prevoda
notice-retired = Ni več vzdrževano
notice-replaced = Nadomešča ga »{ $title }«
draft-notice = Osnutek, ni objavljeno
original-show = Pokaži izvirnik

## V besedilu člankov

alert-note = Opomba
alert-tip = Namig
alert-important = Pomembno
alert-warning = Opozorilo
alert-caution = Pozor
video-title = Videoposnetek: { $title }
footnotes-label = Sprotne opombe
footnote-back = Nazaj k besedilu
task-done = Opravljeno
task-open = Neopravljeno
table-label = Tabela

## Konec strani

page-updated = Posodobljeno: { $date }
page-edit = Uredi to stran
footer-built-with = Izdelano s programom Faultbook
theme-label = Videz
theme-light = Svetel
theme-dark = Temen
theme-auto = Samodejno

## Seznami

errors-title = Vse napake
articles-title = Vsi članki
parameters-title = Vsi parametri napak
list-part = { $n }. del
list-parts = Deli seznama
list-turn = Prejšnji in naslednji del
list-previous = Nazaj
list-next = Naprej
list-more = { PLURAL($n) ->
    [one] Še { $n } vnos
    [two] Še { $n } vnosa
    [few] Še { $n } vnosi
   *[other] Še { $n } vnosov
}
list-all = Pokaži vse

## Parametri napak in omembe

parameter-title = Parameter napake { $name }
parameter-returned-by = Napake, ki vrnejo ta parameter
mention-title = Članka o napaki { $code } še ni. Omenjajo jo ti članki.
mentions-of = Članki, ki omenjajo { $code }

## Strani ni mogoče najti

not-found-title = Strani ni mogoče najti
not-found-text = Na tem naslovu ni strani. Če želite najti napako, prilepite njeno besedilo ali vnesite kodo.
not-found-nearest = Podobne kode
not-found-home = Pojdi na domačo stran

## Stanje prevodov

status-title = Stanje prevodov
status-locale = Jezik
status-article = Članek
status-articles = Članki
status-state = Stanje
status-date = Datum prevoda
status-translated = Prevedeno
status-machine = Strojno prevedeno
status-outdated = Zastarelo
status-unknown = Neznano
status-missing = Manjka
status-rebuilt = Sestavljeno
