# كيف تعنون الأرقام المنشورة وتشرح رموزها، في الملفات والتقرير وعلى اللوحة.

figure-indicator = المؤشر
figure-source = مصدر الأرقام
figure-unit = ما يحسب
figure-start = اليوم الأول
figure-end = اليوم الأخير
figure-table = الجدول
figure-cell = الخانة
figure-value = العدد
figure-status = الحالة
figure-reason = سبب عدم النشر
figure-associations = الجمعيات التي أجابت
figure-of = الجمعيات التي طلب منها
figure-target = الهدف
# عنوان عمود الرموز بجانب معناها.
figure-code = { $heading } (الرمز)
# الكل الذي تحسب منه النسبة أو المتوسط.
figure-of-label = { $label }: من أصل كم
unit-number = عدد
figure-status-published = منشور
figure-status-partial = جزئي: أجاب أقل من 80 %
figure-status-withheld = غير منشور
figure-reason-no_report = لم يجب أحد
figure-reason-too_few = وراءه عدد قليل جدا من الأشخاص أو الجمعيات
