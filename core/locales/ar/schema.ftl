# تسميات البطاقات والخانات والرموز.
# كل تسمية في سطر واحد؛ وفي ‎.aliases ما يكتبه الناس في رؤوس الأعمدة أو في الخانات، يفصل بينها |.

## association

association = الجمعية
association-plural = الجمعيات
association-name = اسم الجمعية
    .aliases = الجمعية | تسمية الجمعية
association-acronym = المختصر
    .aliases = الاسم المختصر
association-object = الأهداف
    .aliases = أهداف الجمعية | الغرض
association-legal_status = الوضع القانوني
    .aliases = الصفة القانونية
association-founded_on = تاريخ التأسيس
    .aliases = سنة التأسيس
association-provisional_receipt_no = رقم الوصل المؤقت
    .aliases = الوصل المؤقت
association-provisional_receipt_on = تاريخ الوصل المؤقت
association-final_receipt_no = رقم الوصل النهائي
    .aliases = الوصل النهائي
association-final_receipt_on = تاريخ الوصل النهائي
association-authority = السلطة المحلية
    .aliases = الباشوية | القيادة | الدائرة
association-seat_address = المقر
    .aliases = عنوان المقر | مقر الجمعية | العنوان
association-commune = الجماعة
    .aliases = الجماعة الترابية | جماعة
association-phone = الهاتف
    .aliases = رقم الهاتف | هاتف الجمعية
association-email = البريد الإلكتروني
    .aliases = البريد | الإيميل
association-website = الموقع الإلكتروني
    .aliases = موقع الأنترنت | الصفحة
association-bank_rib = رقم الحساب البنكي
    .aliases = الحساب البنكي | رقم الحساب
association-tax_if = رقم التعريف الضريبي
    .aliases = المعرف الضريبي | التعريف الضريبي
association-tax_ice = التعريف الموحد للمقاولة
    .aliases = المعرف الموحد | ت.م.م
association-domains = مجالات التدخل
    .aliases = مجال التدخل | مجال الاشتغال | مجالات الاشتغال
association-zones = مناطق التدخل
    .aliases = منطقة التدخل | المجال الترابي
association-rup_decree = مرسوم المنفعة العامة
    .aliases = صفة المنفعة العامة
association-cndp_ref = مرجع اللجنة الوطنية لحماية المعطيات
    .aliases = مرجع اللجنة الوطنية
association-fiscal_year_start = شهر بداية السنة المالية
    .aliases = بداية السنة المالية
association-paper_colour = لون أوراق الجمعية
association-runs_programme = تدير برنامج تكوين ومواكبة لجمعيات أخرى
association-note = ملاحظات
    .aliases = ملاحظة

## household

household = أسرة
household-plural = الأسر
household-name = اسم الأسرة
    .aliases = رب الأسرة | ربة الأسرة | الأسرة
household-commune = الجماعة
    .aliases = الجماعة الترابية | جماعة
household-douar = الدوار
    .aliases = دوار | الحي
household-address = العنوان
    .aliases = عنوان السكن | محل السكنى
household-household_size = عدد أفراد الأسرة
    .aliases = عدد الأفراد
household-note = ملاحظات
    .aliases = ملاحظة

## person

person = شخص
person-plural = الأشخاص
person-given_name = الاسم الشخصي
    .aliases = الاسم | الإسم الشخصي | الإسم | الاسم الأول
person-family_name = الاسم العائلي
    .aliases = النسب | الإسم العائلي | اللقب | اسم العائلة
person-father_name = اسم الأب
    .aliases = إسم الأب | الأب
person-sex = الجنس
    .aliases = النوع | ذكر/أنثى | ذ/أ | ذكر أو أنثى
person-birth_date = تاريخ الازدياد
    .aliases = تاريخ الإزدياد | تاريخ الولادة | تاريخ الميلاد | ت.الازدياد | ت الازدياد | سنة الازدياد | سنة الولادة | سنة الميلاد | الازدياد | مزداد(ة) في | ت. الميلاد
person-birth_place = مكان الازدياد
    .aliases = مكان الإزدياد | مكان الولادة | محل الولادة | محل الازدياد
person-nationality = الجنسية
person-cnie = رقم البطاقة الوطنية
    .aliases = رقم البطاقة الوطنية للتعريف | رقم ب.و | رقم ب.و.ت | ب.و.ت | ب.ت.و | رقم ب.ت.و | ب و ت | ب ت و | البطاقة الوطنية | البطاقة الوطنية للتعريف | ت.الوطنية | ت الوطنية | رقم ت.الوطنية | ت.و | ب.و | رقم البطاقة | رقم بطاقة التعريف | رقم بطاقة التعريف الوطنية | بطاقة التعريف الوطنية | رقم البطاقة الوطنية الإلكترونية | رقم ب.و.ت.إ | لاسين
person-phone = الهاتف
    .aliases = رقم الهاتف | الهاتف النقال | رقم الهاتف النقال | النقال | هاتف | المحمول | الهاتف المحمول | رقم الهاتف المحمول | رقم النقال | التلفون | تلفون | الجوال | واتساب | رقم الواتساب
person-phones = أرقام الهاتف
    .aliases = الهواتف | أرقام الهواتف | أرقام هاتفية | هاتف آخر | الهاتف الثاني | الهاتف 2 | الهاتف الثابت
person-email = البريد الإلكتروني
    .aliases = البريد الالكتروني | الإيميل | ايميل | البريد
person-commune = الجماعة
    .aliases = الجماعة الترابية | الجماعة القروية | جماعة | الجماعة الحضرية | جماعة السكن | المدينة
person-douar = الدوار
    .aliases = دوار | الحي | الحي أو الدوار | الدوار/الحي | الدوار أو الحي
person-address = العنوان
    .aliases = عنوان السكن | السكنى | محل السكنى | عنوان السكنى | مقر السكنى | العنوان الشخصي | عنوان الإقامة
person-milieu = الوسط
    .aliases = وسط الإقامة | حضري/قروي
person-profession = المهنة
    .aliases = العمل | الوظيفة | الحرفة | النشاط المهني
person-education = المستوى الدراسي
    .aliases = المستوى التعليمي | مستوى التعليم | الدراسة
person-household = الأسرة
person-relation = القرابة
    .aliases = صلة القرابة | العلاقة برب الأسرة
person-note = ملاحظات حول الشخص

## membership

membership = انخراط
membership-plural = الانخراطات
member = منخرط(ة)
member-plural = المنخرطون
membership-person = المنخرط(ة)
    .aliases = العضو
membership-member_no = رقم العضوية
    .aliases = رقم الانخراط | رقم المنخرط | رقم المنخرط(ة) | رقم العضو | ر.الانخراط
membership-category = صفة العضوية
    .aliases = الصفة | نوع العضوية | فئة العضوية | صنف العضوية | صفة المنخرط
membership-joined_on = تاريخ الانخراط
    .aliases = تاريخ العضوية | تاريخ الالتحاق | سنة الانخراط | تاريخ الإنخراط | ت.الانخراط | تاريخ التسجيل
membership-status = وضعية العضوية
    .aliases = الوضعية | الحالة | وضعية المنخرط | وضعية الانخراط
membership-dues_amount = واجب الانخراط
    .aliases = واجب الانخراط (درهم) | واجب الانخراط بالدرهم | مبلغ الاشتراك | الاشتراك | مبلغ الانخراط | واجب الاشتراك | واجبات الانخراط | واجبات الاشتراك | المساهمة | المساهمة السنوية | الاشتراك السنوي | واجب الانخراط السنوي | المبلغ | المبلغ المؤدى | واجب الإنخراط | واجب العضوية
membership-card_no = رقم بطاقة الانخراط
    .aliases = بطاقة الانخراط | رقم بطاقة العضوية
membership-sponsor = العضو المزكي
    .aliases = المزكي | التزكية
membership-left_on = تاريخ الانسحاب
    .aliases = تاريخ المغادرة | تاريخ نهاية العضوية | تاريخ الاستقالة
membership-left_reason = سبب الانسحاب
    .aliases = سبب المغادرة | سبب نهاية العضوية
membership-remarks = ملاحظات
    .aliases = ملاحظة | الملاحظات

## enrolment

enrolment = استفادة
enrolment-plural = الاستفادات
beneficiary = مستفيد(ة)
beneficiary-plural = المستفيدون
enrolment-person = المستفيد(ة)
    .aliases = المستفيد
enrolment-beneficiary_no = رقم المستفيد(ة)
    .aliases = رقم المستفيد | رقم الملف | رقم التسجيل
enrolment-project = اسم المشروع (كتابة حرة)
    .aliases = اسم المشروع | البرنامج | المشروع
enrolment-of_project = المشروع (من السجل)
enrolment-activity = النشاط
enrolment-service = الخدمة
    .aliases = نوع الاستفادة | نوع الخدمة | نوع الدعم | نوع المساعدة
enrolment-entered_on = تاريخ الاستفادة
    .aliases = تاريخ بداية الاستفادة | تاريخ التسجيل | سنة الاستفادة
enrolment-exited_on = تاريخ نهاية الاستفادة
    .aliases = تاريخ الخروج | تاريخ انتهاء الاستفادة
enrolment-exit_reason = سبب نهاية الاستفادة
    .aliases = سبب الخروج
enrolment-guardian = الولي (من السجل)
    .aliases = الولي (بطاقة معلومات)
enrolment-guardian_name = اسم الولي
    .aliases = الولي | ولي الأمر | اسم ولي الأمر | الولي القانوني | اسم الأب أو الولي
enrolment-consent = الموافقة
enrolment-remarks = ملاحظات
    .aliases = ملاحظة | الملاحظات

## consent

consent = موافقة
consent-plural = الموافقات
consent-person = صاحب(ة) الموافقة
    .aliases = المعني بالأمر
consent-purpose = الغرض
    .aliases = غرض الموافقة
consent-scope = نطاق الموافقة
    .aliases = النطاق | المعطيات المعنية
consent-given_on = تاريخ الموافقة
consent-method = طريقة الموافقة
    .aliases = الطريقة | الوسيلة
consent-witness_name = الشاهد(ة)
    .aliases = الشاهد
consent-text_version = نسخة النص
    .aliases = صيغة النص
consent-language = لغة النص
    .aliases = اللغة
consent-guardian = الولي
    .aliases = الولي القانوني
consent-withdrawn_on = تاريخ سحب الموافقة
    .aliases = سحبت في
consent-note = ملاحظات
    .aliases = ملاحظة

## functioning

functioning = الصعوبات الوظيفية
functioning-plural = بطاقات الصعوبات الوظيفية
functioning-person = الشخص المعني
    .aliases = المعني بالأمر
functioning-assessed_on = تاريخ التقييم
    .aliases = تاريخ ملء الاستمارة
functioning-seeing = البصر
    .aliases = الرؤية
functioning-hearing = السمع
functioning-walking = المشي
    .aliases = المشي أو صعود الدرج
functioning-remembering = التذكر والتركيز
    .aliases = التذكر | التركيز
functioning-self_care = العناية الذاتية
    .aliases = العناية بالنفس
functioning-communicating = التواصل
functioning-proxy_answered = أجاب شخص آخر نيابة عنه

## activity

activity = نشاط
activity-plural = الأنشطة
activity-title = عنوان النشاط
    .aliases = النشاط | اسم النشاط | موضوع النشاط
activity-activity_type = نوع النشاط
    .aliases = النوع | صنف النشاط
activity-domain = المجال
    .aliases = مجال التدخل
activity-project = اسم المشروع (كتابة حرة)
    .aliases = البرنامج | اسم المشروع | المشروع
activity-of_project = المشروع (من السجل)
activity-for_convention = في إطار الاتفاقية
activity-of_course = حصة من الدورة
activity-commune = الجماعة
    .aliases = الجماعة الترابية | جماعة
activity-place = المكان
    .aliases = مكان النشاط | القاعة
activity-starts_on = تاريخ البداية
    .aliases = التاريخ | تاريخ النشاط | من
activity-ends_on = تاريخ النهاية
    .aliases = إلى
activity-hours = عدد الساعات
    .aliases = الساعات | المدة بالساعات
activity-facilitator = المؤطر(ة)
    .aliases = المؤطر | المنشط | المكون
activity-state = حالة النشاط
    .aliases = الحالة | الوضعية
activity-cost = الكلفة
    .aliases = التكلفة | كلفة النشاط | الميزانية
activity-places = عدد المقاعد
    .aliases = عدد الأماكن | العدد المتوقع
activity-note = ملاحظات
    .aliases = ملاحظة

## attendance

attendance = حضور
attendance-plural = لوائح الحضور
attendance-activity = النشاط
attendance-person = المشارك(ة)
    .aliases = المشارك | الحاضر
attendance-attended_on = تاريخ الحضور
    .aliases = التاريخ | تاريخ الحصة
attendance-present = حاضر(ة)
    .aliases = الحضور | حضر
attendance-hours = عدد الساعات
    .aliases = الساعات
attendance-certificate_no = رقم الشهادة
    .aliases = الشهادة
attendance-people = عدد المشاركين
    .aliases = العدد | عدد المستفيدين | عدد الحاضرين
attendance-sex = الجنس
    .aliases = النوع
attendance-age_band = الفئة العمرية
    .aliases = السن | فئة السن
attendance-milieu = الوسط
    .aliases = وسط الإقامة
attendance-note = ملاحظات
    .aliases = ملاحظة

## dues_period

dues_period = سنة الانخراط
dues_period-plural = سنوات الانخراط
dues_period-label = السنة
    .aliases = الموسم | سنة الانخراط
dues_period-starts_on = تاريخ البداية
    .aliases = من
dues_period-ends_on = تاريخ النهاية
    .aliases = إلى
dues_period-amount_active = واجب العضو العامل
dues_period-amount_honorary = واجب العضو الشرفي
dues_period-amount_founder = واجب العضو المؤسس
dues_period-amount_adherent = واجب المنخرط(ة)
    .aliases = واجب المنخرط
dues_period-grace_days = مهلة الأداء بالأيام
    .aliases = مهلة الأداء
dues_period-note = ملاحظات
    .aliases = ملاحظة

## payment

payment = أداء
payment-plural = الأداءات
payment-membership = المنخرط(ة)
    .aliases = المنخرط | الانخراط
payment-payer_name = المؤدي نيابة عن المنخرط(ة)
    .aliases = المؤدي | اسم المؤدي | أدى عنه
payment-period = السنة
    .aliases = الموسم | عن سنة
payment-amount = المبلغ
    .aliases = المبلغ المؤدى | المبلغ بالدرهم
payment-paid_on = تاريخ الأداء
    .aliases = التاريخ | أدي في
payment-mode = طريقة الأداء
    .aliases = وسيلة الأداء | كيفية الأداء
payment-reference = المرجع
    .aliases = رقم الشيك | مرجع التحويل
payment-receipt_no = رقم وصل الأداء
    .aliases = رقم الوصل | الوصل | رقم التوصيل | التوصيل
payment-cashier = المستخلص(ة)
    .aliases = المستلم | أمين المال
payment-cancelled = ملغى
    .aliases = ألغي
payment-note = ملاحظات
    .aliases = ملاحظة

## donor

donor = مانح(ة)
donor-plural = المانحون
donor-organisation = الجهة المانحة
    .aliases = المؤسسة | الهيئة | المانح | الشركة | اسم الجهة | اسم المانح
donor-person = المانح(ة) شخصيا
    .aliases = الشخص المانح
donor-donor_type = نوع المانح
    .aliases = النوع | صنف المانح
donor-origin = مصدر المانح
    .aliases = المصدر | وطني/أجنبي
donor-anonymous = يرغب في عدم ذكر اسمه
    .aliases = مجهول | فاعل خير
donor-org_id = رمز المنظمة
    .aliases = رمز الهيئة (IATI)
donor-office_phone = هاتف المؤسسة
    .aliases = هاتف الجهة
donor-office_email = بريد المؤسسة
    .aliases = البريد الإلكتروني للمؤسسة
donor-seat_address = عنوان المؤسسة
    .aliases = المقر | مقر المؤسسة
donor-donor_since = مانح منذ
    .aliases = تاريخ أول منحة
donor-remarks = ملاحظات
    .aliases = ملاحظة | الملاحظات

## donation

donation = هبة
donation-plural = الهبات والتبرعات
donation-donor = المانح(ة)
    .aliases = المانح | المتبرع
donation-given_on = تاريخ الهبة
    .aliases = التاريخ | تاريخ التبرع | تاريخ التوصل
donation-nature = طبيعة الهبة
    .aliases = نقدية/عينية | نوع الهبة | النوع
donation-amount = المبلغ
    .aliases = قيمة الهبة | مبلغ الهبة
donation-currency = العملة
donation-mode = طريقة الأداء
    .aliases = كيفية التسليم
donation-description = الوصف
    .aliases = وصف الهبة | التفاصيل
donation-estimated_value = القيمة التقديرية
    .aliases = القيمة المقدرة
donation-purpose = التخصيص
    .aliases = الغرض | مخصص ل
donation-campaign = اسم الحملة (كتابة حرة)
    .aliases = الحملة
donation-of_campaign = الحملة (من السجل)
donation-of_project = المشروع المخصصة له
donation-receipt_no = رقم وصل الهبة
    .aliases = رقم الوصل | الوصل
donation-declaration_due = آخر أجل للتصريح
donation-declaration_sent_on = تاريخ التصريح
    .aliases = صرح بها في
donation-declaration_ref = مرجع التصريح
donation-thanked_on = تاريخ الشكر
    .aliases = رسالة الشكر
donation-cancelled = ملغاة
    .aliases = ألغيت
donation-note = ملاحظات
    .aliases = ملاحظة

## partner

partner = شريك
partner-plural = الشركاء
partner-organisation = الجهة الشريكة
    .aliases = الشريك | اسم الشريك | المؤسسة | الهيئة | اسم المؤسسة | اسم الجهة
partner-org_type = نوع المؤسسة
    .aliases = النوع | صنف المؤسسة | نوع الشريك
partner-sector = المجال
    .aliases = القطاع | مجال العمل
partner-contact = المخاطَب(ة) (من السجل)
    .aliases = المخاطَب(ة) (بطاقة معلومات)
partner-contact_post = صفة المخاطَب(ة)
    .aliases = الصفة | المهمة | منصب المسؤول
partner-office_phone = هاتف المؤسسة
    .aliases = هاتف الشريك | الهاتف | رقم الهاتف
partner-office_email = بريد المؤسسة
    .aliases = البريد الإلكتروني | البريد الإلكتروني للمؤسسة
partner-website = الموقع الإلكتروني
    .aliases = الموقع
partner-seat_commune = جماعة المقر
    .aliases = الجماعة | الجماعة الترابية | المدينة
partner-seat_address = عنوان المؤسسة
    .aliases = العنوان | المقر | مقر المؤسسة
partner-partner_since = شريك منذ
    .aliases = تاريخ بداية الشراكة | بداية الشراكة
partner-partner_state = وضعية الشراكة
    .aliases = الوضعية | الحالة
partner-remarks = ملاحظات
    .aliases = ملاحظة | الملاحظات

## convention

convention = اتفاقية شراكة
convention-plural = اتفاقيات الشراكة
convention-number = رقم الاتفاقية
    .aliases = الرقم
convention-subject = موضوع الاتفاقية
    .aliases = الموضوع
convention-partner = الشريك
    .aliases = الجهة الشريكة | الأطراف
convention-signed_on = تاريخ التوقيع
    .aliases = وقعت في
convention-starts_on = تاريخ البداية
    .aliases = تاريخ بداية السريان
convention-ends_on = تاريخ النهاية
    .aliases = تاريخ الانتهاء
convention-ends_on-due = آخر أجل للإشعار بعدم التجديد أو الإنهاء
convention-amount = المبلغ
    .aliases = مبلغ الاتفاقية | قيمة الاتفاقية
convention-currency = العملة
convention-in_kind = المساهمات العينية
convention-obligations = الالتزامات
    .aliases = التزامات الأطراف
convention-deliverables = المخرجات
    .aliases = النتائج المنتظرة
convention-renewal = التجديد
    .aliases = كيفية التجديد
convention-notice_days = أجل الإشعار بالأيام
    .aliases = أجل الإشعار
convention-state = وضعية الاتفاقية
    .aliases = الوضعية | الحالة
convention-note = ملاحظات
    .aliases = ملاحظة

## correspondence

correspondence = مراسلة
correspondence-plural = المراسلات
correspondence-direction = وارد أو صادر
    .aliases = وارد/صادر | الاتجاه | نوع المراسلة
correspondence-reg_no = الرقم الترتيبي
    .aliases = رقم التسجيل | رقم مكتب الضبط
correspondence-registered_on = تاريخ التسجيل
    .aliases = تاريخ الورود | تاريخ الوصول | تاريخ الإرسال
correspondence-letter_no = رقم المراسلة
    .aliases = رقم الرسالة | عدد المراسلة
correspondence-letter_date = تاريخ المراسلة
    .aliases = تاريخ الرسالة
correspondence-correspondent = المرسل أو المرسل إليه
    .aliases = المرسل | المرسل إليه | الجهة المرسلة
correspondence-partner = الشريك
correspondence-subject = الموضوع
    .aliases = موضوع المراسلة
correspondence-body = نص الرسالة
correspondence-signed_as = يوقعها
correspondence-channel = وسيلة التبليغ
    .aliases = الوسيلة | طريقة الإرسال
correspondence-attachments = عدد المرفقات
    .aliases = المرفقات
correspondence-assigned_to = الجهة المحال عليها
    .aliases = محال على | الإحالة
correspondence-answer_due = آخر أجل للجواب
    .aliases = أجل الجواب
correspondence-answered_by = الجواب
    .aliases = مراسلة الجواب
correspondence-archive_ref = مرجع الحفظ
    .aliases = مرجع الأرشيف
correspondence-note = ملاحظات
    .aliases = ملاحظة

## project

project = مشروع
project-plural = المشاريع
project-title = عنوان المشروع
    .aliases = اسم المشروع | المشروع
project-code = رمز المشروع
    .aliases = الرمز
project-objective = أهداف المشروع
    .aliases = الهدف | الأهداف
project-domain = المجال
    .aliases = القطاع
project-state = وضعية المشروع
    .aliases = الوضعية | الحالة
project-funder = الجهة الممولة
    .aliases = الممول | الشريك الممول
project-budget = الميزانية
    .aliases = ميزانية المشروع | الكلفة
project-currency = العملة
project-starts_on = تاريخ البداية
    .aliases = البداية
project-ends_on = تاريخ النهاية
    .aliases = النهاية | تاريخ الانتهاء
project-communes = الجماعات المستهدفة
    .aliases = الجماعة | الجماعات | مجال التدخل
project-target_groups = الفئات المستهدفة
    .aliases = الفئة المستهدفة
project-coordinator = منسق(ة) المشروع
    .aliases = المنسق | المسؤول
project-note = ملاحظات
    .aliases = ملاحظة

## campaign

campaign = حملة لجمع التبرعات
campaign-plural = حملات جمع التبرعات
campaign-title = اسم الحملة
    .aliases = الحملة | العنوان
campaign-purpose = الغرض من الجمع
    .aliases = الغرض | الهدف
campaign-of_project = المشروع المستفيد
    .aliases = المشروع
campaign-starts_on = بداية الجمع
    .aliases = تاريخ البداية
campaign-ends_on = نهاية الجمع
    .aliases = تاريخ النهاية
campaign-ends_on-due = آخر أجل لرفع تقرير جمع التبرعات
campaign-means = وسائل الجمع
    .aliases = الوسائل
campaign-authority = السلطة المانحة للترخيص
    .aliases = السلطة
campaign-designated = عضو(ة) المكتب المنتدب(ة)
    .aliases = العضو المنتدب
campaign-requested_on = تاريخ طلب الترخيص
    .aliases = تاريخ الطلب
campaign-authorisation_no = رقم الترخيص
    .aliases = مرجع الترخيص
campaign-authorised_on = تاريخ الترخيص
campaign-bank_rib = الحساب البنكي للحملة
    .aliases = رقم الحساب | الحساب البنكي
campaign-collected = مجموع ما تم جمعه
    .aliases = المجموع | المبلغ المجموع
campaign-remainder = المبلغ المتبقي
    .aliases = الباقي
campaign-report_sent_on = تاريخ رفع التقرير
    .aliases = رفع التقرير في
campaign-note = ملاحظات
    .aliases = ملاحظة

## grant

grant = منحة
grant-plural = المنح والدعم
grant-title = اسم المنحة
    .aliases = المنحة | العنوان | الدعم
grant-funder = الجهة الممولة
    .aliases = المانح | الممول | الجهة المانحة
grant-programme = برنامج الدعم
    .aliases = البرنامج
grant-convention = اتفاقية الشراكة
    .aliases = الاتفاقية
grant-of_project = المشروع الممول
    .aliases = المشروع
grant-amount = المبلغ الممنوح
    .aliases = المبلغ | مبلغ المنحة
grant-currency = العملة
grant-own_share = مساهمة الجمعية
    .aliases = المساهمة الذاتية
grant-public_money = من المال العام
    .aliases = دعم عمومي
grant-state = وضعية المنحة
    .aliases = الوضعية | الحالة
grant-starts_on = تاريخ البداية
    .aliases = البداية
grant-ends_on = تاريخ النهاية
    .aliases = النهاية
grant-eligible_lines = المصاريف المقبولة
    .aliases = النفقات المقبولة
grant-interim_due = آخر أجل للتقرير المرحلي
grant-interim_sent_on = تاريخ إرسال التقرير المرحلي
grant-final_due = آخر أجل للتقرير النهائي
grant-final_sent_on = تاريخ إرسال التقرير النهائي
grant-accounts_due = آخر أجل لتقديم حسابات استعمال المال العام
grant-accounts_sent_on = تاريخ تقديم الحسابات
grant-note = ملاحظات
    .aliases = ملاحظة

## tranche

tranche = شطر من منحة
tranche-plural = أشطر المنح
tranche-grant = المنحة
tranche-number = رقم الشطر
    .aliases = الشطر
tranche-amount = المبلغ المرتقب
    .aliases = المبلغ
tranche-condition = شرط الصرف
    .aliases = الشرط
tranche-due_on = التاريخ المرتقب للصرف
    .aliases = التاريخ المرتقب
tranche-requested_on = تاريخ طلب الصرف
    .aliases = تاريخ الطلب
tranche-received_on = تاريخ التوصل بالشطر
    .aliases = تاريخ التوصل
tranche-received_amount = المبلغ المتوصل به
tranche-note = ملاحظات
    .aliases = ملاحظة

## service

service = خدمة مقدمة
service-plural = الخدمات المقدمة
service-enrolment = المستفيد(ة)
    .aliases = المستفيد | الاستفادة
service-given_on = تاريخ تقديم الخدمة
    .aliases = التاريخ
service-service_type = نوع الخدمة
    .aliases = النوع
service-detail = التفاصيل
    .aliases = الوصف
service-quantity = الكمية
    .aliases = العدد
service-unit = الوحدة
service-value = القيمة
    .aliases = القيمة التقديرية
service-activity = النشاط
service-given_by = قدمها
    .aliases = المسؤول
service-note = ملاحظات
    .aliases = ملاحظة

## volunteering

volunteering = تطوع
volunteering-plural = أعمال التطوع
volunteer = متطوع(ة)
volunteer-plural = المتطوعون
volunteering-person = المتطوع(ة)
    .aliases = المتطوع
volunteering-skills = المهارات
    .aliases = الكفاءات | التخصص
volunteering-availability = أوقات التفرغ
    .aliases = التفرغ
volunteering-of_project = المشروع
volunteering-activity = النشاط
volunteering-served_on = تاريخ التطوع
    .aliases = التاريخ
volunteering-hours = عدد ساعات التطوع
    .aliases = الساعات | عدد الساعات
volunteering-agreement_on = تاريخ عقد التطوع
    .aliases = عقد التطوع
volunteering-remarks = ملاحظات
    .aliases = ملاحظة | الملاحظات

## asset

asset = ممتلك
asset-plural = جرد الممتلكات
asset-label = اسم الشيء
    .aliases = التعيين | البيان | الممتلك
asset-inventory_no = رقم الجرد
asset-category = صنف الممتلك
    .aliases = الصنف | النوع
asset-serial_no = الرقم التسلسلي للجهاز
    .aliases = رقم الصنع
asset-acquired_on = تاريخ الاقتناء
asset-source = مصدر الاقتناء
    .aliases = المصدر
asset-value = القيمة
    .aliases = الثمن
asset-of_project = المشروع
asset-place = مكان الوجود
    .aliases = المكان
asset-holder = في عهدة
    .aliases = الحائز
asset-condition = حالة الممتلك
    .aliases = الحالة
asset-disposed_on = تاريخ الخروج من الجرد
asset-disposal = كيفية الخروج من الجرد
    .aliases = سبب الخروج
asset-note = ملاحظات
    .aliases = ملاحظة

## processing

processing = معالجة معطيات شخصية
processing-plural = سجل معالجة المعطيات الشخصية
processing-name = اسم المعالجة
    .aliases = المعالجة
processing-purpose = الغاية من المعالجة
    .aliases = الغاية | الغرض
processing-people_kinds = فئات الأشخاص المعنيين
    .aliases = الأشخاص المعنيون
processing-data_kinds = أصناف المعطيات
    .aliases = المعطيات
processing-recipients = المرسل إليهم
    .aliases = من يطلع عليها
processing-basis = الأساس القانوني
    .aliases = الأساس
processing-holds_sensitive = معطيات حساسة
processing-goes_abroad = نقل المعطيات إلى الخارج
processing-retention = مدة الحفظ
processing-security = تدابير الحماية
    .aliases = الحماية
processing-cndp_no = مرجع اللجنة الوطنية
    .aliases = رقم التصريح | رقم الإذن
processing-cndp_on = تاريخ التصريح أو الإذن
processing-note = ملاحظات
    .aliases = ملاحظة

## rights_request

rights_request = طلب يخص المعطيات الشخصية
rights_request-plural = طلبات المعنيين بالمعطيات
rights_request-right = الحق المطلوب
    .aliases = الحق | نوع الطلب
rights_request-person = صاحب(ة) الطلب (من السجل)
rights_request-asker = اسم صاحب(ة) الطلب
    .aliases = صاحب الطلب | الطالب
rights_request-received_on = تاريخ التوصل بالطلب
    .aliases = تاريخ التوصل | تاريخ الطلب
rights_request-received_on-due = آخر أجل للجواب عن طلب يخص المعطيات الشخصية
rights_request-identity_checked = تم التحقق من الهوية
    .aliases = التحقق من الهوية
rights_request-request = موضوع الطلب
    .aliases = الطلب
rights_request-answer = الجواب
rights_request-answered_on = تاريخ الجواب
rights_request-note = ملاحظات
    .aliases = ملاحظة

## login

login = حساب دخول
login-plural = حسابات الدخول
login-name = اسم الدخول
    .aliases = اسم المستعمل
login-person = صاحب(ة) الحساب
login-functions = المهام
    .aliases = المهمة
login-language = لغة البرنامج
    .aliases = اللغة
login-disabled_on = تاريخ التوقيف
    .aliases = موقوف منذ

## attachment

attachment = مرفق
attachment-plural = الصور والوثائق المرفقة
attachment-title = عنوان المرفق
    .aliases = العنوان
attachment-about = البطاقة التي يخصها
attachment-attachment_type = نوع المرفق
    .aliases = النوع
attachment-taken_on = تاريخ التصوير أو التوصل
attachment-people_shown = يظهر فيها أشخاص
attachment-photo_agreed = وافق كل من يظهر فيها على التصوير
attachment-note = ملاحظات
attachment-mime_type = صيغة الملف
attachment-size_bytes = الحجم بالبايت
attachment-content_hash = بصمة الملف

## columns that are no field

column-full_name = الاسم الكامل
    .aliases = الاسم والنسب | النسب والاسم | الاسم العائلي والشخصي | الاسم الشخصي والعائلي | الاسم العائلي والاسم الشخصي | الاسم الشخصي والاسم العائلي | الإسم الكامل | الإسم والنسب | الإسم و النسب | الاسم و النسب | اسم المنخرط | اسم المنخرطة | اسم المنخرط(ة) | اسم العضو | اسم المستفيد | اسم المستفيدة | اسم المستفيد(ة) | أسماء المستفيدين | أسماء المنخرطين | الأسماء
column-birth_date_and_place = تاريخ ومكان الازدياد
    .aliases = تاريخ و مكان الازدياد | تاريخ ومكان الولادة | مكان وتاريخ الازدياد | تاريخ الازدياد ومكانه
column-row_number = ر.ت
    .aliases = رت | رقم | الرقم | ر/ت | الرقم التسلسلي | رقم ترتيبي | العدد الترتيبي | الترتيب

## sex

sex-2 = أنثى
    .aliases = ا | أ | امرأة | انثى | بنت | إناث | ث | مؤنث
sex-1 = ذكر
    .aliases = ذ | رجل | ولد | ذكور | مذكر
sex-0 = غير معروف
    .aliases = غير محدد
sex-9 = لا ينطبق

## member_category

member_category-active = عضو(ة) عامل(ة)
    .aliases = عضو عامل | عضوة عاملة | عامل | عاملة | عضو نشيط | نشيط | عضو فعال | فعال
member_category-adherent = منخرط(ة)
    .aliases = منخرط | منخرطة | عضو منخرط | عضو | عضوة | مشترك | مشتركة | عضو عادي
member_category-founder = عضو(ة) مؤسس(ة)
    .aliases = عضو مؤسس | عضوة مؤسسة | مؤسس | مؤسسة | من المؤسسين
member_category-honorary = عضو(ة) شرفي(ة)
    .aliases = عضو شرفي | عضوة شرفية | شرفي | شرفية | عضو شرف | عضو فخري

## member_status

member_status-active = سارية
    .aliases = نشيط | نشيطة | فعال | عضو حالي | جارية | مؤدي | مستمر | عامل
member_status-pending = في الانتظار
    .aliases = قيد الدراسة | معلقة | طلب
member_status-suspended = موقوفة
    .aliases = موقوف | متوقف | متوقفة | معلق
member_status-resigned = استقالة
    .aliases = مستقيل | مستقيلة | منسحب | منسحبة | انسحب | انسحاب
member_status-excluded = طرد
    .aliases = مطرود | مطرودة | مقصى | إقصاء | مشطب عليه | تشطيب
member_status-deceased = وفاة
    .aliases = متوفى | متوفاة | متوفي | توفي | توفيت | المرحوم

## left_reason

left_reason-resigned = استقالة
    .aliases = استقال | انسحاب
left_reason-excluded = طرد
    .aliases = إقصاء | تشطيب
left_reason-dues_unpaid = عدم أداء واجب الانخراط
    .aliases = عدم الأداء
left_reason-moved = تغيير السكن
    .aliases = رحيل | انتقال
left_reason-deceased = وفاة
    .aliases = متوفى
left_reason-other = سبب آخر
    .aliases = أخرى | آخر

## payment_mode

payment_mode-cash = نقدا
    .aliases = نقدًا | كاش | نقد
payment_mode-cheque = شيك
    .aliases = بالشيك | شيك بنكي
payment_mode-transfer = تحويل
    .aliases = تحويل بنكي | حوالة بنكية
payment_mode-deposit = إيداع بنكي
    .aliases = إيداع | دفع بالبنك
payment_mode-card = بطاقة بنكية
    .aliases = بطاقة
payment_mode-mobile = أداء بالهاتف
    .aliases = أداء عبر الهاتف | وفاكاش | كاش بلوس
payment_mode-other = طريقة أخرى
    .aliases = أخرى

## consent_purpose

consent_purpose-membership = تدبير الانخراط
    .aliases = الانخراط
consent_purpose-services = تقديم الخدمات
    .aliases = الخدمات
consent_purpose-photo = التقاط الصور
    .aliases = الصورة | الصور
consent_purpose-publication = النشر
    .aliases = نشر الصور
consent_purpose-newsletter = النشرة الإخبارية
    .aliases = الأخبار
consent_purpose-share_funder = إطلاع الممولين
    .aliases = الممولون
consent_purpose-statistics = الإحصاء
    .aliases = إحصائيات

## consent_scope

consent_scope-identity = الهوية
consent_scope-contact = معلومات الاتصال
    .aliases = الاتصال
consent_scope-photo = الصورة
    .aliases = الصور
consent_scope-health = الصحة
    .aliases = المعطيات الصحية
consent_scope-social = الوضعية الاجتماعية
consent_scope-voice = الصوت
    .aliases = التسجيل الصوتي

## consent_method

consent_method-paper = استمارة ورقية موقعة
    .aliases = استمارة ورقية | ورقة موقعة
consent_method-tick = وضع علامة في الخانة
    .aliases = خانة
consent_method-oral_witness = موافقة شفوية بحضور شاهد
    .aliases = شفوي | شفوية
consent_method-electronic = موافقة إلكترونية
    .aliases = إلكتروني

## donor_type

donor_type-individual = شخص ذاتي
    .aliases = فرد | أفراد | شخص | محسن
donor_type-company = شركة
    .aliases = مقاولة | القطاع الخاص
donor_type-association = جمعية
donor_type-foundation = مؤسسة
    .aliases = مؤسسة خيرية
donor_type-public_body = هيئة عمومية
    .aliases = مؤسسة عمومية | جماعة ترابية | قطاع حكومي
donor_type-international = منظمة دولية
    .aliases = هيئة دولية
donor_type-anonymous = فاعل(ة) خير
    .aliases = مجهول | فاعل خير | محسن مجهول

## donor_origin

donor_origin-national = وطني
    .aliases = محلي | المغرب | مغربي
donor_origin-foreign = أجنبي
    .aliases = خارجي | الخارج
donor_origin-diaspora = مغاربة العالم
    .aliases = الجالية | مغاربة الخارج

## donation_nature

donation_nature-cash = نقدية
    .aliases = نقدا | نقد | مالية
donation_nature-in_kind = عينية
    .aliases = عيني | عينا
donation_nature-service = خدمة
    .aliases = خدمات | تطوع

## org_type (IATI)

org_type-10 = قطاع حكومي
    .aliases = حكومة | وزارة | الحكومة
org_type-11 = جماعة ترابية
    .aliases = جماعة | مجلس إقليمي | مجلس جهوي
org_type-15 = مؤسسة عمومية أخرى
    .aliases = مؤسسة عمومية
org_type-21 = منظمة غير حكومية دولية
org_type-22 = جمعية وطنية
    .aliases = منظمة غير حكومية وطنية
org_type-23 = جمعية جهوية
    .aliases = منظمة غير حكومية جهوية
org_type-24 = جمعية محلية
    .aliases = جمعية
org_type-30 = شراكة بين القطاعين العام والخاص
org_type-40 = هيئة متعددة الأطراف
    .aliases = منظمة دولية
org_type-60 = مؤسسة (غير ربحية)
    .aliases = مؤسسة
org_type-70 = القطاع الخاص
    .aliases = شركة | مقاولة
org_type-71 = القطاع الخاص في البلد المانح
org_type-72 = القطاع الخاص في البلد المستفيد
org_type-73 = القطاع الخاص في بلد آخر
org_type-80 = مؤسسة تعليمية أو بحثية
    .aliases = جامعة | مدرسة | مؤسسة تعليمية
org_type-90 = جهة أخرى
    .aliases = أخرى

## domain (ICNPO)

domain-1 = الثقافة والترفيه
    .aliases = الثقافة | الرياضة | الثقافة والرياضة | الفن
domain-2 = التعليم والبحث
    .aliases = التعليم | التربية | التربية والتكوين | محو الأمية
domain-3 = الصحة
domain-4 = الخدمات الاجتماعية
    .aliases = العمل الاجتماعي | المساعدة الاجتماعية | التضامن | الاجتماعي
domain-5 = البيئة
    .aliases = البيئة وحماية الحيوان
domain-6 = التنمية والسكن
    .aliases = التنمية | التنمية المحلية | الماء | الماء الصالح للشرب
domain-7 = الحقوق والترافع والسياسة
    .aliases = الحقوق | حقوق الإنسان | الترافع | حقوق المرأة
domain-8 = الوساطة الخيرية والتطوع
    .aliases = العمل الخيري | التطوع | الخيري
domain-9 = الأنشطة الدولية
    .aliases = التعاون الدولي
domain-10 = الشأن الديني
    .aliases = الدين | ديني
domain-11 = الجمعيات المهنية والنقابات
    .aliases = المهني | مهنية | التعاونيات
domain-12 = مجالات أخرى
    .aliases = أخرى | غيرها

## education

education-none = بدون مستوى
    .aliases = بدون | أمي | أمية | غير متمدرس | لا شيء
education-koranic = كتاب قرآني
    .aliases = قرآني | المسيد | التعليم العتيق | عتيق
education-preschool = تعليم أولي
    .aliases = أولي | الأولي | روض
education-primary = ابتدائي
    .aliases = الابتدائي | إبتدائي
education-lower_secondary = ثانوي إعدادي
    .aliases = إعدادي | الإعدادي | اعدادي
education-upper_secondary = ثانوي تأهيلي
    .aliases = تأهيلي | ثانوي | الثانوي | باكالوريا | بكالوريا | باك
education-vocational = تكوين مهني
    .aliases = مهني | دبلوم تقني
education-higher = تعليم عال
    .aliases = تعليم عالي | جامعي | عالي | إجازة | ماستر | دكتوراه | الجامعي

## milieu

milieu-urban = حضري
    .aliases = الحضري | المدينة | ح
milieu-rural = قروي
    .aliases = القروي | البادية | ق

## relation

relation-head = رب(ة) الأسرة
    .aliases = رب الأسرة | ربة الأسرة
relation-spouse = زوج(ة)
    .aliases = زوج | زوجة
relation-child = ابن(ة)
    .aliases = ابن | ابنة | بنت | ولد
relation-parent = أحد الوالدين
    .aliases = أب | أم | والد | والدة
relation-sibling = أخ أو أخت
    .aliases = أخ | أخت
relation-grandchild = حفيد(ة)
    .aliases = حفيد | حفيدة
relation-grandparent = جد(ة)
    .aliases = جد | جدة
relation-in_law = قريب(ة) بالمصاهرة
    .aliases = صهر | حماة | كنة
relation-other_relative = قريب آخر أو قريبة أخرى
    .aliases = قريب | قريبة | عم | خال | عمة | خالة
relation-unrelated = بدون قرابة
    .aliases = لا قرابة

## mail_direction

mail_direction-in = وارد
    .aliases = الوارد | واردة | الواردات
mail_direction-out = صادر
    .aliases = الصادر | صادرة | الصادرات

## mail_channel

mail_channel-hand = باليد
    .aliases = تسليم مباشر | يدا بيد
mail_channel-post = البريد العادي
    .aliases = البريد | بريد
mail_channel-registered = البريد المضمون
    .aliases = مضمون | البريد المضمون مع الإشعار بالتوصل
mail_channel-email = البريد الإلكتروني
    .aliases = إيميل
mail_channel-fax = الفاكس
    .aliases = فاكس
mail_channel-bailiff = مفوض قضائي
    .aliases = المفوض القضائي
mail_channel-messaging = تطبيق المراسلة
    .aliases = واتساب

## activity_type

activity_type-training = تكوين
    .aliases = دورة تكوينية | تدريب | ورشة | دورة
activity_type-awareness = تحسيس
    .aliases = حملة تحسيسية | توعية
activity_type-distribution = توزيع المساعدات
    .aliases = توزيع | قفة رمضان | مساعدات
activity_type-health_campaign = قافلة طبية
    .aliases = حملة طبية | القافلة الطبية
activity_type-sport = نشاط رياضي
    .aliases = رياضة | دوري | دوري رياضي
activity_type-culture = نشاط ثقافي
    .aliases = ثقافة | مهرجان | أمسية
activity_type-camp = مخيم
    .aliases = تخييم | مخيم صيفي
activity_type-trip = رحلة
    .aliases = خرجة | زيارة
activity_type-literacy = محو الأمية
    .aliases = دروس محو الأمية
activity_type-tutoring = دروس الدعم
    .aliases = دعم مدرسي | الدعم التربوي
activity_type-environment = نشاط بيئي
    .aliases = حملة نظافة | تشجير | غرس الأشجار
activity_type-income = نشاط مدر للدخل
    .aliases = مدر للدخل
activity_type-advocacy = ترافع
    .aliases = مرافعة
activity_type-meeting = لقاء
    .aliases = اجتماع | ندوة | يوم دراسي
activity_type-celebration = حفل
    .aliases = احتفال | إعذار جماعي | حفل ختان
activity_type-other = نشاط آخر
    .aliases = أخرى

## activity_state

activity_state-planned = مبرمج
    .aliases = مبرمجة | متوقع
activity_state-ongoing = جار
    .aliases = جاري | في طور الإنجاز
activity_state-done = منجز
    .aliases = منجزة | تم
activity_state-postponed = مؤجل
    .aliases = مؤجلة
activity_state-cancelled = ملغى
    .aliases = ملغاة | ألغي

## currency (ISO 4217)

currency-MAD = درهم مغربي
    .aliases = درهم | دراهم
currency-EUR = يورو
    .aliases = أورو
currency-USD = دولار أمريكي
    .aliases = دولار
currency-GBP = جنيه إسترليني
currency-CAD = دولار كندي
currency-CHF = فرنك سويسري
currency-SAR = ريال سعودي
currency-AED = درهم إماراتي
currency-QAR = ريال قطري
currency-KWD = دينار كويتي

## legal_status

legal_status-declared = جمعية مصرح بها
    .aliases = مصرح بها | عادية
legal_status-rup = جمعية معترف لها بصفة المنفعة العامة
    .aliases = منفعة عامة | ذات منفعة عامة
legal_status-federation = اتحاد أو جامعة
    .aliases = اتحاد | جامعة | شبكة | فدرالية
legal_status-branch = فرع
    .aliases = فرع جمعية
legal_status-foreign = جمعية أجنبية
    .aliases = أجنبية

## exit_reason

exit_reason-completed = نهاية البرنامج
    .aliases = انتهى البرنامج | أتم البرنامج
exit_reason-moved = تغيير السكن
    .aliases = رحيل | انتقال
exit_reason-withdrawn = انسحاب
    .aliases = انسحب | منسحب
exit_reason-ineligible = لم يعد يستوفي الشروط
    .aliases = غير مستوف للشروط
exit_reason-deceased = وفاة
    .aliases = متوفى
exit_reason-other = سبب آخر
    .aliases = أخرى

## partner_state

partner_state-active = شراكة قائمة
    .aliases = قائمة | نشيط | سارية
partner_state-prospective = شراكة مرتقبة
    .aliases = مرتقب | مرتقبة
partner_state-suspended = شراكة معلقة
    .aliases = معلقة | متوقفة
partner_state-ended = شراكة منتهية
    .aliases = منتهية | انتهت

## renewal

renewal-none = غير قابلة للتجديد
    .aliases = لا تجدد
renewal-tacit = تجديد ضمني
    .aliases = ضمني | تلقائي
renewal-express = تجديد صريح
    .aliases = صريح

## convention_state

convention_state-draft = مشروع اتفاقية
    .aliases = مشروع
convention_state-signed = موقعة
convention_state-running = سارية المفعول
    .aliases = سارية | جارية
convention_state-completed = منتهية
    .aliases = انتهت
convention_state-terminated = مفسوخة
    .aliases = فسخ
convention_state-disputed = موضوع نزاع
    .aliases = نزاع

## function

function-president = الرئيس(ة)
    .aliases = الرئيس | الرئيسة | رئيس | رئيسة
function-vice_president = نائب(ة) الرئيس
    .aliases = نائب الرئيس | نائبة الرئيس
function-secretary = الكاتب(ة) العام(ة)
    .aliases = الكاتب العام | الكاتبة العامة | الكاتب | كاتب عام
function-treasurer = أمين(ة) المال
    .aliases = أمين المال | أمينة المال | أمين الصندوق
function-archivist = مسؤول(ة) الأرشيف
    .aliases = مسؤول الأرشيف | أمين الأرشيف
function-coordinator = المنسق(ة)
    .aliases = منسق | منسقة | المنسق
function-assistant = المساعد(ة) الإداري(ة)
    .aliases = مساعد | مساعدة | مساعد إداري

## attachment_type

attachment_type-photo = صورة
attachment_type-scan = وثيقة ممسوحة ضوئيا
attachment_type-identity = نسخة من بطاقة التعريف
attachment_type-letter = رسالة
attachment_type-receipt = وصل
attachment_type-logo = شعار الجمعية
attachment_type-signature = توقيع أو خاتم
attachment_type-other = شيء آخر

## paper_colour
paper_colour-green = أخضر
paper_colour-blue = أزرق
paper_colour-burgundy = عنابي
paper_colour-brown = بني
paper_colour-purple = بنفسجي
paper_colour-graphite = رمادي داكن

## language

language-ar = العربية
    .aliases = عربية | عربي
language-fr = الفرنسية
    .aliases = فرنسية
language-en = الإنجليزية
    .aliases = إنجليزية
language-zgh = الأمازيغية
    .aliases = أمازيغية

## difficulty (Washington Group Short Set)

difficulty-1 = لا، لا توجد صعوبة
    .aliases = لا توجد صعوبة
difficulty-2 = نعم، بعض الصعوبة
    .aliases = بعض الصعوبة
difficulty-3 = نعم، صعوبة كبيرة
    .aliases = صعوبة كبيرة
difficulty-4 = لا أستطيع إطلاقا
    .aliases = لا يستطيع إطلاقا
difficulty-7 = رفض الإجابة
difficulty-9 = لا يعرف

## age_band

age_band-0-5 = من 0 إلى 5 سنوات
age_band-6-14 = من 6 إلى 14 سنة
age_band-15-17 = من 15 إلى 17 سنة
age_band-18-24 = من 18 إلى 24 سنة
age_band-25-34 = من 25 إلى 34 سنة
age_band-35-49 = من 35 إلى 49 سنة
age_band-50-59 = من 50 إلى 59 سنة
age_band-60_up = 60 سنة فما فوق

## country (ISO 3166-1)

country-MA = المغرب
    .aliases = مغربي | مغربية | مغربي(ة)
country-DZ = الجزائر
    .aliases = جزائري | جزائرية
country-TN = تونس
    .aliases = تونسي | تونسية
country-LY = ليبيا
    .aliases = ليبي | ليبية
country-MR = موريتانيا
    .aliases = موريتاني | موريتانية
country-EG = مصر
    .aliases = مصري | مصرية
country-SN = السنغال
    .aliases = سنغالي | سنغالية
country-ML = مالي
    .aliases = من مالي
country-CI = كوت ديفوار
    .aliases = ساحل العاج | إيفواري | إيفوارية
country-GN = غينيا
    .aliases = غيني | غينية
country-CM = الكاميرون
    .aliases = كاميروني | كاميرونية
country-NG = نيجيريا
    .aliases = نيجيري | نيجيرية
country-CD = الكونغو الديمقراطية
    .aliases = كونغولي | كونغولية
country-GH = غانا
    .aliases = غاني | غانية
country-SY = سوريا
    .aliases = سوري | سورية
country-YE = اليمن
    .aliases = يمني | يمنية
country-PS = فلسطين
    .aliases = فلسطيني | فلسطينية
country-IQ = العراق
    .aliases = عراقي | عراقية
country-SD = السودان
    .aliases = سوداني | سودانية
country-FR = فرنسا
    .aliases = فرنسي | فرنسية
country-ES = إسبانيا
    .aliases = إسباني | إسبانية
country-IT = إيطاليا
    .aliases = إيطالي | إيطالية
country-BE = بلجيكا
    .aliases = بلجيكي | بلجيكية
country-NL = هولندا
    .aliases = هولندي | هولندية
country-DE = ألمانيا
    .aliases = ألماني | ألمانية
country-GB = المملكة المتحدة
    .aliases = بريطاني | بريطانية
country-CH = سويسرا
    .aliases = سويسري | سويسرية
country-US = الولايات المتحدة
    .aliases = أمريكي | أمريكية
country-CA = كندا
    .aliases = كندي | كندية
country-SA = السعودية
    .aliases = سعودي | سعودي(ة)
country-AE = الإمارات
    .aliases = إماراتي | إماراتية
country-QA = قطر
    .aliases = قطري | قطرية
country-TR = تركيا
    .aliases = تركي | تركية
country-CN = الصين
    .aliases = صيني | صينية

## project_state

project_state-planned = مبرمج
    .aliases = مخطط له
project_state-ongoing = في طور الإنجاز
    .aliases = جار
project_state-suspended = متوقف
    .aliases = معلق
project_state-done = منجز
    .aliases = منته
project_state-cancelled = ملغى

## campaign_authority

campaign_authority-governor = عامل العمالة أو الإقليم
    .aliases = العامل
campaign_authority-wali = والي الجهة
    .aliases = الوالي
campaign_authority-sgg = الأمانة العامة للحكومة
campaign_authority-foreign_affairs = وزارة الشؤون الخارجية
    .aliases = الخارجية

## campaign_means

campaign_means-transfer = تحويل بنكي
    .aliases = تحويل
campaign_means-online = عبر الإنترنت
    .aliases = منصة إلكترونية
campaign_means-boxes = صناديق التبرعات
    .aliases = صندوق
campaign_means-event = تظاهرة
    .aliases = حفل
campaign_means-media = وسائل الإعلام
    .aliases = الإعلام
campaign_means-messages = رسائل هاتفية
    .aliases = رسائل قصيرة
campaign_means-other = وسيلة أخرى
    .aliases = أخرى

## grant_state

grant_state-sought = قيد الطلب
    .aliases = مطلوبة
grant_state-granted = مقبولة
    .aliases = ممنوحة
grant_state-running = جارية
    .aliases = قيد التنفيذ
grant_state-closed = مقفلة
    .aliases = منتهية
grant_state-refused = مرفوضة

## service_type

service_type-food = مواد غذائية
    .aliases = قفة | تغذية
service_type-clothing = ملابس وأغطية
    .aliases = ملابس
service_type-school = لوازم مدرسية
    .aliases = أدوات مدرسية
service_type-money = مساعدة مالية
    .aliases = دعم مالي
service_type-care = كشف أو علاج
    .aliases = علاج
service_type-lessons = دروس الدعم
    .aliases = دعم مدرسي
service_type-training = تكوين
service_type-guidance = مواكبة وتوجيه
    .aliases = توجيه
service_type-equipment = معدات
    .aliases = تجهيزات
service_type-other = خدمة أخرى
    .aliases = أخرى

## asset_category

asset_category-furniture = أثاث
asset_category-computing = معدات معلوماتية
    .aliases = حاسوب
asset_category-vehicle = وسيلة نقل
    .aliases = سيارة
asset_category-premises = محل أو بناية
    .aliases = محل
asset_category-tools = أدوات وآلات
    .aliases = آلة
asset_category-sport = معدات رياضية
    .aliases = رياضة
asset_category-books = كتب ووسائل تعليمية
    .aliases = كتب
asset_category-other = صنف آخر
    .aliases = أخرى

## asset_source

asset_source-purchase = شراء
    .aliases = اقتناء
asset_source-gift = هبة
asset_source-grant = في إطار منحة
    .aliases = منحة
asset_source-loan = إعارة
    .aliases = سلفة

## asset_condition

asset_condition-new = جديد
asset_condition-good = جيد
    .aliases = حسن
asset_condition-worn = مستعمل
    .aliases = متوسط
asset_condition-broken = معطل
    .aliases = خارج الخدمة
asset_condition-lost = مفقود
    .aliases = ضائع

## processing_basis

processing_basis-consent = رضى المعني بالأمر
    .aliases = الرضى | الموافقة
processing_basis-legal_duty = التزام قانوني
processing_basis-contract = تنفيذ عقد
    .aliases = عقد
processing_basis-vital = مصلحة حيوية
processing_basis-public_task = مهمة ذات مصلحة عامة
    .aliases = مصلحة عامة
processing_basis-legitimate = مصلحة مشروعة

## right

right-access = الاطلاع على المعطيات
    .aliases = الاطلاع | حق الولوج
right-rectification = تصحيح المعطيات
    .aliases = التصحيح
right-opposition = التعرض على المعالجة
    .aliases = التعرض
right-erasure = حذف المعطيات
    .aliases = الحذف | المسح

## cercle

cercle-khemisset = دائرة الخميسات
    .aliases = الخميسات
cercle-oulmes = دائرة اولماس
    .aliases = اولماس | والماس
cercle-rommani = دائرة الرماني
    .aliases = الرماني
cercle-tiflet = دائرة تيفلت
    .aliases = تيفلت

## commune (HCP, census of 2024)

commune-04_291_01_01 = الخميسات
    .aliases = خميسات | بلدية الخميسات | مدينة الخميسات
commune-04_291_01_03 = الرماني
    .aliases = رماني | الروماني
commune-04_291_01_05 = تيفلت
    .aliases = تفلت | تيفليت
commune-04_291_01_17 = سيدي علال البحراوي
    .aliases = البحراوي | سيدي علال بحراوي | الكاموني | كاموني
commune-04_291_03_01 = آيت ميمون
    .aliases = أيت ميمون
commune-04_291_03_03 = آيت أوريبل
    .aliases = أيت أوريبل | ايت اوريبل
commune-04_291_03_05 = آيت سيبرن
    .aliases = أيت سيبرن | ايت سبرن | آيت سيبيرن
commune-04_291_03_07 = آيت يدين
    .aliases = أيت يدين | ايت يادين
commune-04_291_03_09 = الكنزرة
    .aliases = كنزرة | القنصرة | الكنزره
commune-04_291_03_11 = مجمع الطلبة
    .aliases = مجمع طلبة
commune-04_291_03_13 = الصفاصيف
    .aliases = صفاصيف
commune-04_291_03_15 = سيدي علال المصدر
    .aliases = سيدي علال لمصدر
commune-04_291_03_17 = سيدي الغندور
    .aliases = سيدي غندور
commune-04_291_05_01 = آيت إيشو
    .aliases = أيت إيشو | ايت يشو
commune-04_291_05_03 = آيت إيكو
    .aliases = أيت إيكو | ايت يكو
commune-04_291_05_05 = بوقشمير
    .aliases = بو قشمير
commune-04_291_05_07 = حودران
    .aliases = الحودران | حدران
commune-04_291_05_09 = المعازيز
    .aliases = معازيز | لمعازيز
commune-04_291_05_11 = اولماس
    .aliases = والماس | أولماس | ولماس | وولماس | والماس المركز
commune-04_291_05_13 = تيداس
    .aliases = تداس | التيداس
commune-04_291_07_01 = عين السبيت
    .aliases = عين سبيت | عين السبت
commune-04_291_07_05 = البراشوة
    .aliases = براشوة | لبراشوة | البراشوه
commune-04_291_07_07 = الزحيلكة
    .aliases = الزحيليكة | زحيليكة | زحيلكة | حد الزحيلكة
commune-04_291_07_09 = جمعة مول البلاد
    .aliases = جمعة مول لبلاد | جمعة مولبلاد
commune-04_291_07_11 = الغوالم
    .aliases = لغوالم | غوالم
commune-04_291_07_13 = مرشوش
    .aliases = مرشوشة
commune-04_291_07_15 = مولاي ادريس أغبال
    .aliases = مولاي إدريس أغبال | مولاي ادريس اغبال | أغبال
commune-04_291_09_02 = عين الجوهرة-سيدي بوخلخال
    .aliases = عين الجوهرة | سيدي بوخلخال | عين الجوهرة سيدي بوخلخال
commune-04_291_09_03 = آيت بلقاسم
    .aliases = أيت بلقاسم | ايت بلقاسم
commune-04_291_09_05 = آيت بويحيى الحجامة
    .aliases = أيت بويحيى الحجامة | ايت بويحي الحجامة | الحجامة
commune-04_291_09_07 = آيت مالك
    .aliases = أيت مالك | ايت مالك
commune-04_291_09_09 = خميس سيدي يحيى
    .aliases = خميس سيدي يحي | الخميس سيدي يحيى
commune-04_291_09_11 = مقام الطلبة
    .aliases = مقام طلبة
commune-04_291_09_13 = سيدي عبد الرزاق
    .aliases = سيدي عبدالرزاق
commune-04_291_09_19 = آيت علي أولحسن
    .aliases = أيت علي أولحسن | ايت علي اولحسن | آيت علي ولحسن

## groups

group-contact = الاتصال والسكن
group-background = معلومات أخرى
group-funding = التمويل
group-authorisation = الترخيص
group-result = الحصيلة
group-reports = التقارير
group-whereabouts = المكان والحالة
group-disposal = الخروج من الجرد
group-cndp = اللجنة الوطنية لمراقبة حماية المعطيات
group-levels = المستويات

## fields of an association's own

custom_field = خانة خاصة
custom_field-plural = خانات خاصة
custom_field-label = اسم الخانة
custom_field-applies_to = السجل الذي تضاف إليه
custom_field-value_type = نوع المعلومة
custom_field-personal = معلومة عن شخص
custom_field-position = الترتيب
custom_field-retired = لم تعد مستعملة
custom_choice = اختيار في خانة خاصة
custom_choice-plural = اختيارات الخانات الخاصة
custom_choice-label = الاختيار
custom_choice-field = الخانة الخاصة
custom_choice-position = الترتيب
custom_choice-retired = لم يعد مستعملا
custom_type-text = نص قصير
custom_type-note = نص طويل
custom_type-number = عدد
custom_type-amount = مبلغ بالدرهم
custom_type-date = تاريخ
custom_type-flag = نعم أو لا
custom_type-phone = رقم هاتف
custom_type-choice = اختيار من لائحة
