## Eingabefeld

site-search-label = Fehlermeldung einfügen oder Code eingeben
search-privacy = Ihre Eingabe verlässt diesen Browser nicht
search-recognised = Erkannt: { $what }
search-enter = Mit der Eingabetaste öffnen Sie die Seite
search-none = Kein bekannter Fehler in diesem Text
search-title = Suche
search-no-script = Die Suche benötigt JavaScript. Ohne JavaScript hilft die Liste weiter:

## Startseite

home-intro = Was ein Fehler bedeutet und was zu tun ist
home-featured = Häufige Fehler
home-newest = Neue Fehler
home-families = Fehler nach Bereich

## Gruppen von Fehlercodes

family-aadsts = Anmeldung
family-hresult = Codes, die mit 0x beginnen
family-smtp = E-Mail-Zustellung
family-office = Office-Installation
family-http = HTTP-Status
family-other = Fehler: { $family }

## Navigation

nav-errors = Fehler
nav-articles = Artikel
nav-home = Startseite
nav-parameters = Fehlerparameter
nav-site = Bereiche der Website
breadcrumb-label = Sie sind hier
skip-to-content = Zum Inhalt springen
on-this-page = Auf dieser Seite
external-link = führt zu einer anderen Website

## Sprachen

other-languages = Andere Sprachen
language-switch = Sprache wechseln
choose-language = Sprache auswählen
language-rebuilt = aus einer Übersetzung wiederhergestellt
language-fallback = noch nicht übersetzt
also-in = { PLURAL($n) ->
    [one] Auch in { $n } weiteren Sprache
   *[other] Auch in { $n } weiteren Sprachen
}

## Seite eines Codes

code-what-to-do = Was Sie tun können
code-parameters = Fehlerparameter
code-mentioned-in = Erwähnt in
code-related-articles = Artikel zu diesem Fehler
code-mentions-count = { PLURAL($n) ->
    [one] { $n } Artikel erwähnt diesen Fehler
   *[other] { $n } Artikel erwähnen diesen Fehler
}
canonical-see = Zusammen mit { $code } erklärt:

## Kopieren

code-copy = Code kopieren
literal-copy = Kopieren
copied = Kopiert
copy-parameter = Parameter kopieren

## Hinweise

notice-machine = Maschinell übersetzt
notice-outdated = Das Original wurde seither geändert
notice-fallback = Noch nicht übersetzt, Sprache: { $language }
notice-rebuilt = Aus einer Übersetzung erstellt
notice-retired = Wird nicht mehr gepflegt
notice-replaced = Ersetzt durch „{ $title }“
draft-notice = Entwurf, nicht veröffentlicht
original-show = Original anzeigen

## Im Text der Artikel

alert-note = Hinweis
alert-tip = Tipp
alert-important = Wichtig
alert-warning = Warnung
alert-caution = Vorsicht
video-title = Video: { $title }
footnotes-label = Fußnoten
footnote-back = Zurück zum Text
task-done = Erledigt
task-open = Offen
table-label = Tabelle

## Ende einer Seite

page-updated = Aktualisiert: { $date }
page-edit = Diese Seite bearbeiten
footer-built-with = Erstellt mit Faultbook
theme-label = Darstellung
theme-light = Hell
theme-dark = Dunkel
theme-auto = Automatisch

## Listen

errors-title = Alle Fehler
articles-title = Alle Artikel
parameters-title = Alle Fehlerparameter
list-part = Teil { $n }
list-parts = Teile dieser Liste
list-turn = Vorheriger und nächster Teil
list-previous = Zurück
list-next = Weiter
list-more = { PLURAL($n) ->
    [one] { $n } weiterer Eintrag
   *[other] { $n } weitere Einträge
}
list-all = Alle anzeigen

## Fehlerparameter und Erwähnungen

parameter-title = Fehlerparameter { $name }
parameter-returned-by = Fehler, bei denen dieser Parameter zurückgegeben wird
mention-title = Zu { $code } gibt es noch keinen Artikel. In diesen Artikeln wird der Fehler erwähnt.
mentions-of = Artikel, die { $code } erwähnen

## Seite nicht gefunden

not-found-title = Seite nicht gefunden
not-found-text = Unter dieser Adresse gibt es keine Seite. Fügen Sie die Fehlermeldung ein oder geben Sie den Code ein, um den Fehler zu finden.
not-found-nearest = Ähnliche Codes
not-found-home = Zur Startseite

## Stand der Übersetzung

status-title = Stand der Übersetzung
status-locale = Sprache
status-article = Artikel
status-articles = Artikel
status-state = Stand
status-date = Übersetzt am
status-translated = Übersetzt
status-machine = Maschinell übersetzt
status-outdated = Veraltet
status-unknown = Unbekannt
status-missing = Fehlt
status-rebuilt = Wiederhergestellt
