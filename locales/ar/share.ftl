page-translate = ترجمة هذه الصفحة
