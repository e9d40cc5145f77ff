## جودة الترجمة

notice-machine-outdated = ترجمة آلية قديمة
notice-report = إبلاغ
original-label = النص الأصلي:

## الإجابة

answer-copy = نسخ الإجابة
answer-language = لغة الإجابة المنسوخة
