page-translate = Diese Seite übersetzen
