## Sharing and editing

# Link below an article that is shown in another language: opens the file that is missing.
page-translate = Translate this page
