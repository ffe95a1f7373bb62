# ما يخبر به البرنامج كل جمعية، والمكتب الذي يُهيأ فيه.

news-title = أخبار البرنامج
news-link-about = الإعلانات والمواعيد القانونية ونماذج الرسائل والدورات والأهداف.
news-edition = النشرة { $number } ليوم { $day }
news-nothing = لا شيء من البرنامج هنا بعد
news-nothing-about = عندما تسلمكم YES ملف نشرة، يقرأه هنا من يسهر على هذا البرنامج. فيه ما هو عمومي من البرنامج، وليس فيه اسم أحد.
news-file = ملف نشرة
news-take = قراءة النشرة
news-taken = قُرئت النشرة.
news-already = هذه النشرة موجودة هنا.
news-programme = البرنامج
news-since = منذ { $day }
news-partners = الشركاء: { $names }
news-and = {"، "}
news-law-about = ما يطلبه القانون من كل جمعية كما دونته YES. ليس هذا استشارة: اسألوا قانونيا أو محاسبا عند الحاجة.
news-law-next = الموعد المقبل: { $day }
news-unchecked = لم يراجعه قانوني بعد
news-checked = راجعه { $who }
news-checked-on = راجعه { $who } يوم { $day }
news-write = كتابة هذه الرسالة
news-of = المدى
news-whole = البرنامج كله
news-baseline-on = { $number } ({ $day })
news-no-baseline = غير معروفة
news-late = قيست متأخرة
news-days = من { $from } إلى { $to }
news-hours = { $count ->
    [zero] لا ساعات
    [one] ساعة واحدة
    [two] ساعتان
    [few] { $count } ساعات
    [many] { $count } ساعة
   *[other] { $count } ساعة
 }
news-no-link = لم يُنشر بعد
news-guides = الدليل العملي
news-period-closes = { $period }: تُستقبل التقارير إلى غاية { $day }
news-period-published = { $period }: نُشرت الأرقام يوم { $day }

## المكتب

publish-title = ما يُنشر
publish-link-about = كل ما تقرؤه جمعيات البرنامج، وملفه.
publish-about = تقرأ كل جمعية ما في هذه السجلات: الخانات العمومية وحدها. أما الأشخاص والمتدربون والجمعيات والملاحظات فلا تكون فيها أبدا.
publish-last = آخر نشرة هنا: { $number } ليوم { $day }
publish-none = لم تعد إلى هنا أي نشرة بعد.
publish-agreed-about = يمكن كتابة البرنامج المتفق عليه نيابة عنكم: اسمه وشركاؤه وأهدافه ودوراته وكبسولاته والمواعيد القانونية ونماذج الرسائل. ما هو موجود يبقى كما هو.
publish-agreed = إدخال البرنامج المتفق عليه
publish-taken-in = { $count ->
    [0] كان كل شيء موجودا.
    [zero] كان كل شيء موجودا.
    [one] كُتبت بطاقة واحدة. راجعوها قبل النشر.
    [two] كُتبت بطاقتان. راجعوهما قبل النشر.
    [few] كُتبت { $count } بطاقات. راجعوها قبل النشر.
    [many] كُتبت { $count } بطاقة. راجعوها قبل النشر.
   *[other] كُتبت { $count } بطاقة. راجعوها قبل النشر.
 }
publish-left-out = تبقى هذه هنا إلى أن تُصحح: ينقصها شيء، أو لا تُقرأ فترتها.
publish-same = آخر نشرة تقول هذا بعينه: لا جديد للنشر.
publish-file = كتابة ملف النشرة المقبلة
publish-file-about = يرقمه ويوقعه من يدير خادم الربط بالأمر tawro hub programme take
publish-preview = هذا ما ستقرؤه كل جمعية:
publish-nothing = لا شيء للنشر بعد.

hint-target-baseline_on = يوم انطلاق البرنامج أو قبله. وما قيس بعده يظهر متأخرا.
hint-report_period-period = سنة 2026، أو نصف سنة 2026-H1، أو ربع سنة 2026-Q3، أو شهر 2026-09. ومنها يُعرف آخر يوم للتقارير.
hint-legal_deadline-checked_by = القانوني أو المحاسب الذي راجعه. تقرأ كل جمعية هذا الاسم.
hint-letter_model-checked_by = القانوني الذي راجعه. تقرأ كل جمعية هذا الاسم.
hint-letter_model-text = ضعوا ما يتغير بين معقوفتين: [التاريخ].
hint-course-place = تقرؤه كل جمعيات البرنامج.

trouble-edition_malformed = ليس هذا ملف نشرة، أو هو من إصدار أحدث.
trouble-edition_malformed-next = اطلبوا الملف من YES مرة أخرى، وحدّثوا هذا البرنامج.
trouble-edition_not_signed = هذا الملف لم يوقعه خادم الربط الذي سُجلت فيه الجمعية.
trouble-edition_not_signed-next = اطلبوا الملف من YES نفسها، ولا تستعملوا هذا.
trouble-edition_older = هذه النشرة { $found }، والنشرة { $held } موجودة هنا.
trouble-edition_older-next = لا شيء مطلوب. اطلبوا آخر نشرة من YES.
trouble-edition_forked = توجد نشرتان مختلفتان برقم { $number }.
trouble-edition_forked-next = أخبروا YES: ربما أُعد خادم الربط من جديد.
trouble-edition_not_public = في الملف ما ليس عموميا.
trouble-edition_not_public-next = أخبروا YES. لم يُقرأ منه شيء.
trouble-edition_unknown = في الملف ما هو من إصدار أحدث.
trouble-edition_unknown-next = حدّثوا هذا البرنامج.
trouble-edition_unfit = في الملف قيمة في غير مكانها.
trouble-edition_unfit-next = أخبروا YES. لم يُقرأ منه شيء.
trouble-edition_too_many = عدد البطاقات { $found }، ولا يُنشر أكثر من { $limit }.
trouble-edition_too_many-next = احذفوا الإعلانات المنتهية ثم أعيدوا المحاولة.
trouble-edition_too_long = هذا أطول مما يمكن نشره.
trouble-edition_too_long-next = اختصروا نماذج الرسائل ثم أعيدوا المحاولة.
trouble-edition_empty = لا شيء للنشر.
trouble-edition_empty-next = املؤوا سجلات البرنامج أولا.
trouble-edition_unchanged = النشرة { $number } تقول هذا من قبل.
trouble-edition_unchanged-next = لا شيء مطلوب.
