## جودة الترجمة

notice-machine-outdated = ترجمة آلية قديمة
notice-report = الإبلاغ عن مشكلة
original-label = النص الأصلي:

## الإجابة

answer-copy = نسخ الإجابة
answer-language = لغة الإجابة المنسوخة
