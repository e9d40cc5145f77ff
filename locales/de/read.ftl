## Güte der Übersetzung

notice-machine-outdated = Maschinell übersetzt, veraltet
notice-report = Melden
original-label = Original:

## Antwort

answer-copy = Antwort kopieren
answer-language = Sprache der kopierten Antwort
