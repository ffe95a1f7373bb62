# تسميات برنامج التكوين والمواكبة.
# كل تسمية في سطر واحد؛ وفي ‎.aliases ما يكتبه الناس في رؤوس الأعمدة أو في الخانات، يفصل بينها |.

## participant

participant = جمعية مشاركة
participant-plural = الجمعيات المشاركة
participant-name = اسم الجمعية المشاركة
    .aliases = الجمعية | اسم الجمعية | تسمية الجمعية
participant-acronym = المختصر
    .aliases = الاسم المختصر
participant-seat_commune = جماعة المقر
    .aliases = المقر | مقر الجمعية | جماعة الجمعية
participant-domain = مجال العمل
    .aliases = المجال | مجال التدخل | مجال الاشتغال
participant-signed_on = تاريخ توقيع الالتزام
    .aliases = تاريخ الالتزام | تاريخ التوقيع
participant-contact = المخاطب(ة)
    .aliases = المخاطب | اسم المسؤول | المسؤول
participant-contact_post = صفة المخاطب(ة)
    .aliases = صفة المخاطب | صفة المسؤول | الصفة
participant-office_phone = هاتف الجمعية
participant-office_email = بريد الجمعية
    .aliases = البريد الإلكتروني للجمعية
participant-left_on = تاريخ مغادرة البرنامج
    .aliases = تاريخ المغادرة
participant-remarks = ملاحظات
    .aliases = ملاحظة | الملاحظات

## course

course = دورة تكوينية
course-plural = الدورات التكوينية
course-title = عنوان الدورة
    .aliases = الدورة | اسم الدورة | موضوع الدورة
course-topics = المحاور
    .aliases = محاور الدورة | المواضيع
course-trainer = المكون(ة)
    .aliases = المكون | المؤطر
course-commune = الجماعة
    .aliases = الجماعة الترابية | جماعة
course-place = المكان
    .aliases = القاعة | مكان الدورة
course-starts_on = تاريخ البداية
    .aliases = التاريخ | تاريخ الدورة | من
course-ends_on = تاريخ النهاية
    .aliases = إلى
course-hours = عدد الساعات
    .aliases = الساعات | المدة بالساعات
course-of_project = المشروع (من السجل)
course-note = ملاحظات
    .aliases = ملاحظة

## trainee

trainee = متدرب(ة)
trainee-plural = المتدربون
trainee-person = المتدرب(ة)
    .aliases = المتدرب
trainee-participant = الجمعية التي ينتمي إليها
    .aliases = الجمعية | اسم الجمعية | الجمعية المشاركة
trainee-post = المهمة في الجمعية
    .aliases = الصفة | المهمة | الصفة داخل الجمعية | الصفة في الجمعية
trainee-entered_on = تاريخ التسجيل
    .aliases = سُجل في
trainee-left_on = تاريخ المغادرة
    .aliases = غادر في
trainee-guardian = الولي (من السجل)
trainee-guardian_name = اسم الولي
    .aliases = الولي | ولي الأمر
trainee-consent = الموافقة
trainee-remarks = ملاحظات
    .aliases = ملاحظة | الملاحظات

## questionnaire

questionnaire = استمارة تقييم
questionnaire-plural = استمارات التقييم
questionnaire-session = الحصة
    .aliases = النشاط
questionnaire-content = جودة المحتوى
    .aliases = المحتوى | المضمون
questionnaire-organisation = التنظيم
    .aliases = جودة التنظيم
questionnaire-logistics = ظروف الاستقبال والوسائل
    .aliases = اللوجستيك | الوسائل | ظروف الاستقبال
questionnaire-remark = ملاحظة
    .aliases = الملاحظات | ملاحظات | اقتراحات

## course_test

course_test = اختبار
course_test-plural = الاختبارات القبلية والبعدية
course_test-trainee = المتدرب(ة)
    .aliases = المتدرب
course_test-course = الدورة
    .aliases = الدورة التكوينية
course_test-points_before = النقطة قبل الدورة (من 100)
    .aliases = القبلي | الاختبار القبلي | النقطة قبل الدورة
course_test-points_after = النقطة بعد الدورة (من 100)
    .aliases = البعدي | الاختبار البعدي | النقطة بعد الدورة
course_test-note = ملاحظات
    .aliases = ملاحظة

## certificate

certificate = شهادة مشاركة
certificate-plural = شهادات المشاركة
certificate-number = رقم الشهادة
    .aliases = الشهادة
certificate-trainee = سُلمت إلى
    .aliases = المتدرب | المتدرب(ة)
certificate-course = عن الدورة
    .aliases = الدورة | الدورة التكوينية
certificate-issued_on = تاريخ التسليم
    .aliases = سلمت في
certificate-cancelled = ملغاة
    .aliases = ألغيت
certificate-note = ملاحظات
    .aliases = ملاحظة

## coaching_item

coaching_item = إجراء في خطة المواكبة
coaching_item-plural = خطط المواكبة
coaching_item-what = الإجراء المتفق عليه
    .aliases = الإجراء | المطلوب
coaching_item-participant = الجمعية المشاركة
    .aliases = الجمعية | اسم الجمعية
coaching_item-topic = المحور
    .aliases = الموضوع
coaching_item-due_on = الأجل
    .aliases = أجل الإنجاز | قبل تاريخ
coaching_item-done_on = أُنجز في
    .aliases = تاريخ الإنجاز
coaching_item-note = ملاحظات
    .aliases = ملاحظة

## coaching_visit

coaching_visit = زيارة مواكبة
coaching_visit-plural = زيارات المواكبة
coaching_visit-participant = الجمعية المشاركة
    .aliases = الجمعية | اسم الجمعية
coaching_visit-visited_on = تاريخ الزيارة
    .aliases = التاريخ
coaching_visit-hours = عدد الساعات
    .aliases = الساعات | المدة بالساعات
coaching_visit-item = الإجراء في الخطة
    .aliases = الإجراء
coaching_visit-next_on = موعد الزيارة المقبلة
    .aliases = الموعد المقبل | الزيارة المقبلة
coaching_visit-note = ملاحظات
    .aliases = ملاحظة | ما أُنجز

## maturity

maturity = تقييم النضج الرقمي
maturity-plural = تقييمات النضج الرقمي
maturity-participant = الجمعية المشاركة
    .aliases = الجمعية | اسم الجمعية
maturity-assessed_on = تاريخ التقييم
    .aliases = التاريخ
maturity-round = المرحلة
    .aliases = مرحلة التقييم
maturity-communication = التواصل والهوية والموقع
    .aliases = التواصل
maturity-archive = الأرشيف
    .aliases = الأرشفة
maturity-databases = قواعد البيانات
maturity-administration = التسيير الإداري الإلكتروني
    .aliases = التسيير
maturity-security = الأمن الرقمي
    .aliases = الأمن
maturity-note = ملاحظات
    .aliases = ملاحظة

## capsule

capsule = كبسولة
capsule-plural = الكبسولات
capsule-title = عنوان الكبسولة
    .aliases = الكبسولة | العنوان
capsule-language = لغة الكبسولة
    .aliases = اللغة
capsule-topic = المحور
    .aliases = الموضوع
capsule-published_on = تاريخ النشر
    .aliases = نشرت في
capsule-link = الرابط
    .aliases = رابط الكبسولة
capsule-plays = عدد المشاهدات
    .aliases = المشاهدات
capsule-note = ملاحظات
    .aliases = ملاحظة

## guide_edition

guide_edition = طبعة من الدليل
guide_edition-plural = طبعات الدليل
guide_edition-edition = الطبعة
    .aliases = رقم الطبعة
guide_edition-language = لغة الطبعة
    .aliases = اللغة
guide_edition-published_on = تاريخ النشر
    .aliases = نشرت في
guide_edition-link = الرابط
    .aliases = رابط الطبعة
guide_edition-copies = النسخ المطبوعة
    .aliases = عدد النسخ | نسخ ورقية
guide_edition-downloads = عدد التحميلات
    .aliases = التحميلات
guide_edition-note = ملاحظات
    .aliases = ملاحظة

## programme_profile

programme_profile = البرنامج
programme_profile-plural = البرنامج
programme_profile-name = اسم البرنامج
    .aliases = البرنامج
programme_profile-operator = الجمعية الحاملة للبرنامج
    .aliases = حامل البرنامج | الجهة المشرفة
programme_profile-territory = المجال الترابي
    .aliases = الإقليم
programme_profile-policy = السياسة العمومية التي يندرج فيها
    .aliases = السياسة العمومية | الاستراتيجية
programme_profile-started_on = تاريخ الانطلاق
    .aliases = البداية

## programme_partner

programme_partner = شريك في البرنامج
programme_partner-plural = شركاء البرنامج
programme_partner-name = الاسم كما يذكره البرنامج
    .aliases = الشريك | الاسم

## target

target = هدف
target-plural = الأهداف
target-statement = الهدف بالكلمات
    .aliases = الهدف
target-indicator = المؤشر
    .aliases = رمز المؤشر
target-year = السنة (فارغة: البرنامج كله)
    .aliases = السنة
target-value = القيمة المستهدفة
    .aliases = القيمة
target-baseline = القيمة قبل البرنامج
    .aliases = وضعية الانطلاق | القيمة المرجعية
target-baseline_on = تاريخ قياسها
    .aliases = تاريخ القيمة المرجعية
target-note = ملاحظات
    .aliases = ملاحظة

## report_period

report_period = فترة التقرير
report_period-plural = فترات التقارير
report_period-period = الفترة (2026 أو 2026-H1 أو 2026-Q3 أو 2026-09)
    .aliases = الفترة
report_period-published_on = تاريخ نشر الأرقام
    .aliases = نشرت في
report_period-note = ملاحظات
    .aliases = ملاحظة

## legal_deadline

legal_deadline = واجب قانوني
legal_deadline-plural = المواعيد القانونية
legal_deadline-what = المطلوب
    .aliases = الواجب | ما يجب فعله
legal_deadline-due_rule = الأجل
    .aliases = متى
legal_deadline-due_on = اليوم
    .aliases = التاريخ | آخر أجل
legal_deadline-yearly = يتكرر كل سنة
    .aliases = سنوي
legal_deadline-source = المرجع
    .aliases = القانون | الأساس القانوني
legal_deadline-checked_by = راجعه
    .aliases = المراجع(ة)
legal_deadline-checked_on = تاريخ المراجعة
legal_deadline-note = ملاحظات
    .aliases = ملاحظة

## letter_model

letter_model = نموذج رسالة
letter_model-plural = نماذج الرسائل
letter_model-name = موضوع الرسالة
    .aliases = الاسم | الرسالة
letter_model-language = لغة الرسالة
    .aliases = اللغة
letter_model-text = نص الرسالة
    .aliases = النص
letter_model-source = المرجع
    .aliases = القانون | الأساس القانوني
letter_model-checked_by = راجعه
    .aliases = المراجع(ة)
letter_model-checked_on = تاريخ المراجعة
letter_model-note = ملاحظات
    .aliases = ملاحظة

## announcement

announcement = إعلان
announcement-plural = الإعلانات
announcement-title = عنوان الإعلان
    .aliases = العنوان
announcement-text = نص الإعلان
    .aliases = النص
announcement-announced_on = تاريخ الإعلان
    .aliases = التاريخ
announcement-until = صالح إلى غاية
    .aliases = إلى غاية
announcement-link = الرابط
announcement-note = ملاحظات
    .aliases = ملاحظة

group-baseline = قبل البرنامج
group-checked = المراجعة

## topic

topic-communication = التواصل الرقمي
    .aliases = التواصل
topic-marketing = التسويق الرقمي
    .aliases = التسويق
topic-identity = الهوية البصرية
    .aliases = الهوية
topic-website = الموقع الإلكتروني
    .aliases = الموقع
topic-archive = الأرشفة الرقمية
    .aliases = الأرشفة | الأرشيف
topic-security = الأمن الرقمي
    .aliases = الأمن | الأمن المعلوماتي
topic-databases = إنشاء قواعد البيانات
    .aliases = قواعد البيانات
topic-administration = التسيير الإداري الإلكتروني
    .aliases = التسيير الإداري | الإدارة الإلكترونية
topic-other = محور آخر
    .aliases = أخرى

## rating

rating-5 = 5 – جيد جدا
    .aliases = جيد جدا | ممتاز
rating-4 = 4 – جيد
    .aliases = جيد
rating-3 = 3 – متوسط
    .aliases = متوسط
rating-2 = 2 – ضعيف
    .aliases = ضعيف
rating-1 = 1 – ضعيف جدا
    .aliases = ضعيف جدا

## maturity_round

maturity_round-baseline = الانطلاق
    .aliases = التقييم القبلي | البداية
maturity_round-mid = منتصف المسار
    .aliases = الوسط
maturity_round-end = النهاية
    .aliases = التقييم البعدي

## level_communication

level_communication-0 = 0 – لا شعار ولا صفحة ولا موقع
level_communication-1 = 1 – شعار أو صفحة بدون انتظام
level_communication-2 = 2 – هوية موحدة وصفحة تُحدَّث بانتظام
level_communication-3 = 3 – موقع تديره الجمعية بنفسها وخطة للتواصل

## level_archive

level_archive-0 = 0 – أوراق بدون ترتيب
level_archive-1 = 1 – أوراق مرتبة وبعض الملفات على حاسوب
level_archive-2 = 2 – ملفات رقمية مرتبة في مجلدات ومعها نسخة
level_archive-3 = 3 – أرشيف رقمي بأسماء موحدة ومدد حفظ ونسخ مجربة

## level_databases

level_databases-0 = 0 – لا لوائح مكتوبة
level_databases-1 = 1 – لوائح على الورق أو في ملفات متفرقة
level_databases-2 = 2 – جداول محينة للمنخرطين والمستفيدين
level_databases-3 = 3 – قاعدة بيانات للمنخرطين والمستفيدين والمانحين والشركاء تُستعمل كل أسبوع

## level_administration

level_administration-0 = 0 – كل شيء على الورق
level_administration-1 = 1 – الرسائل والمحاضر تُكتب على الحاسوب
level_administration-2 = 2 – سجل المراسلات والوصول والبطائق على الحاسوب
level_administration-3 = 3 – التسيير اليومي رقمي كله ومنه تخرج التقارير

## level_security

level_security-0 = 0 – لا عبارات سر ولا نسخ احتياطية
level_security-1 = 1 – عبارة سر واحدة للجميع ونسخ من حين لآخر
level_security-2 = 2 – عبارة سر لكل شخص ونسخة كل شهر
level_security-3 = 3 – عبارات خاصة ونسخ مجربة خارج المقر وقواعد مكتوبة
