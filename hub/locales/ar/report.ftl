# تقرير المؤشرات الذي يقدم إلى الوزارة.

## من وماذا: كما يذكرها البرنامج

report-programme = نتطوروا – NET-Tawro: من أجل رقمنة العمل الجمعوي
report-operator = جمعية المجتمع التمكيني للشباب (YES)
report-partner = الوزارة المنتدبة لدى رئيس الحكومة المكلفة بالعلاقات مع البرلمان
report-territory = إقليم الخميسات، المغرب
report-frame = استراتيجية نسيج 2022-2026
report-label-programme = البرنامج
report-label-operator = حامل البرنامج
report-label-partner = بشراكة مع
report-label-territory = المجال
report-label-frame = الإطار
report-label-period = فترة التقرير
report-label-periods = الفترات المنشورة منها

## العنوان والفترة

report-title = تقرير مؤشرات البرنامج
report-page = صفحة
report-days = { $period }: من { $first } إلى { $last }

## الخلاصة

report-summary = الخلاصة
report-on-target = الأهداف التي تحققت: { $reached } من أصل { $stated }.
report-behind = لم يتحقق بعد: { $behind }.
report-no-figure = لا رقم منشورا يقارن به الهدف: { $behind }.
report-answers = الجمعيات التي أجابت
report-silent = الجمعيات التي لم تجب
report-figures = مؤشرات لها رقم منشور
report-figures-partial = منها ما هو جزئي (أجاب أقل من { $percent } في المائة)
report-figures-withheld = مؤشرات لم ينشر رقمها
report-figures-waiting = مؤشرات تنتظر معطياتها
report-of = { $number } من { $of }
report-targets = المنجز مقارنة بأهداف البرنامج كله
report-so-far = المنجز إلى نهاية الفترة
report-missing = الباقي
report-reached = تحقق
report-is-behind = لم يتحقق بعد
report-not-known = لا رقم بعد
report-label-in-period = { $label } ({ $period })
report-baseline = خط الانطلاق: { $number }
report-baseline-late = خط الانطلاق: { $number } (قيس بعد بداية البرنامج)
report-none-stated = لا يحدد البرنامج أي هدف لهذه المؤشرات.

## كيف يقرأ

report-reading = كيف يقرأ هذا التقرير
report-reading-sources = مصدر الأرقام إما سجلات البرنامج نفسه (الدورات والكبسولات والدليل والمواكبة)، وإما ما جمع من أرقام الجمعيات أو من تصاريحها.
report-reading-of = بجانب كل رقم عدد الجمعيات التي أجابت من مجموع الجمعيات التي طلب منها. وإذا أجاب أقل من { $percent } في المائة منها فالرقم جزئي، ويقال ذلك بجانبه. وما لا يعني كل الجمعيات يقال بجانبه إن الباقي غير معني أو لم يجب.
report-reading-protected = لا يدخل في هذا التقرير رقم جمعية بعينها ولا أي شخص: ينشر كل جدول كاملا أو لا ينشر، ولا ينشر إذا كان وراء إحدى خاناته عدد قليل جدا. ولا يقال كم.
report-reading-empty = حذفت من الجداول الخانات التي لا شيء فيها.
report-reading-twice = الشخص الذي استفاد من جمعيتين يحسب مرتين، والذي استفاد في فترتين يحسب مرة في كل منهما.
report-reading-target = الهدف هدف البرنامج كله. يقارن به مجموع الفترات المنشورة إلى نهاية فترة التقرير، أو آخر رقم منشور إذا كان المؤشر لا يجمع.
report-reading-late = ما صححته جمعية بعد إغلاق فترة يدخل في أرقام الفترة الموالية.
report-reading-year = رقم السنة مجموع ما نشر من فتراتها، ويقال كم فترة. والمؤشر الذي لا يجمع له آخر رقم منشور في السنة.

## الأرقام

report-axes = المؤشرات حسب محاور استراتيجية نسيج
report-axis = المحور { $number }: { $axis }
report-in-period = أرقام { $period }
report-together = أرقام الفترات المنشورة مجتمعة
report-unit = الوحدة
report-answered = الجمعيات التي أجابت
report-state = الحالة
report-concerns-some = الباقي غير معني أو لم يجب
report-value-of = من أصل { $of }
report-mean-of = مجموع { $number } على { $of }
report-sum-of = { $count ->
    [zero] لا فترة منشورة
    [one] مجموع فترة واحدة
    [two] مجموع فترتين
    [few] مجموع { $count } فترات
    [many] مجموع { $count } فترة
   *[other] مجموع { $count } فترة
 }
report-last-of = آخر رقم: { $period }
report-status-published = منشور
report-status-partial = جزئي
report-status-withheld = غير منشور: { $why }
report-not-asked = لم يطلب في هذه الفترة
report-never-asked = لم يطلب بعد
report-made-of = مما يتكون
report-all-empty = لا شيء في أي خانة
report-table-state = { $table } – { $state }
report-closed = { $indicator }: { $tables }
report-breakdown = التفصيل: { $indicator }
report-group = الفئة

## التعاريف والتوقيع

report-definitions = ما الذي يحسبه كل مؤشر
report-code = الرمز
report-meaning = ما الذي يحسب
report-signed = التوقيع
report-place = حرر بـ { $place } بتاريخ { $day }
report-president = رئيس(ة) الجمعية
report-coordinator = منسق(ة) البرنامج
report-stamp = الاسم والتوقيع والخاتم
