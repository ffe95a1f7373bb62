# المؤشرات: اسم كل مؤشر، وجملة تقول ما الذي يحسب، وما ينتظره ما لا معطيات له بعد.

indicator-waits = لا معطيات بعد. ينتظر: { $awaited }.

## منجزات البرنامج

indicator-NT-O01 = الجمعيات المستفيدة
indicator-NT-O01-means = عدد الجمعيات التي وقعت على الالتزام بالبرنامج خلال الفترة.
indicator-NT-O02 = الدورات التكوينية المنجزة
indicator-NT-O02-means = عدد الدورات التي عُقدت حصة منها خلال الفترة.
indicator-NT-O03 = ساعات التكوين
indicator-NT-O03-means = مجموع ساعات حضور كل المشاركين، بالاسم، في أنشطة التكوين.
indicator-NT-O04 = المشاركون في التكوين
indicator-NT-O04-means = عدد الأشخاص الذين حضروا نشاطا تكوينيا واحدا على الأقل، كل شخص مرة واحدة.
indicator-NT-O05 = نسبة حضور النساء
indicator-NT-O05-means = النساء من مجموع المشاركين في التكوين.
indicator-NT-O06 = نسبة الشباب
indicator-NT-O06-means = من بلغوا 18 إلى 34 سنة من مجموع المشاركين في التكوين.
indicator-NT-O07 = معدل المواظبة
indicator-NT-O07-means = عدد مرات الحضور من مجموع ما كان منتظرا.
indicator-NT-O08 = نسبة إتمام التكوين
indicator-NT-O08-means = من حضروا 80 في المائة على الأقل من ساعات كل حصص الدورات إلى نهاية الفترة، من مجموع المسجلين.
indicator-NT-O09 = تحسن المعارف
indicator-NT-O09-means = متوسط الفرق بين نقطة الاختبار البعدي ونقطة الاختبار القبلي لمن اجتازهما معا.
indicator-NT-O10 = رضا المستفيدين
indicator-NT-O10-means = الأجوبة التي أعطت المحتوى 4 أو 5 من 5، من مجموع الأجوبة عنه.
indicator-NT-O11 = الكبسولات المنشورة
indicator-NT-O11-means = عدد كبسولات الفيديو المنشورة.
indicator-NT-O12 = مشاهدات الكبسولات
indicator-NT-O12-means = عدد مرات تشغيل الكبسولات، ومنها ما شغل دون أنترنت.
indicator-NT-O13 = توزيع الدليل
indicator-NT-O13-means = عدد النسخ الورقية من طبعات الدليل الصادرة خلال الفترة.
indicator-NT-O14 = زيارات المواكبة
indicator-NT-O14-means = عدد زيارات المواكبة التي أنجزت.
indicator-NT-O15 = ساعات المواكبة
indicator-NT-O15-means = ساعات المواكبة التي استفادت منها الجمعيات؛ ويحسب منها متوسط الجمعية الواحدة.
indicator-NT-O16 = إنجاز خطة المواكبة
indicator-NT-O16-means = ما أنجز من بنود خطط المواكبة، من مجموع البنود.

## أثر البرنامج الرقمي

indicator-NT-R01 = جمعيات تتوفر على موقع منشور
indicator-NT-R01-means = هل للجمعية موقع من خمس صفحات على الأقل، حين خلال التسعين يوما الأخيرة.
indicator-NT-R02 = مواقع باللغة العربية ولغة ثانية
indicator-NT-R02-means = هل موقع الجمعية بالعربية وبلغة أخرى على الأقل.
indicator-NT-R03 = جمعيات تستعمل هويتها البصرية
indicator-NT-R03-means = هل اكتملت هوية الجمعية البصرية، وصدرت بها ثلاث وثائق على الأقل خلال الفترة.
indicator-NT-R04 = نظام أرشفة رقمي مشغل
indicator-NT-R04-means = هل في أرشيف الجمعية 50 وثيقة على الأقل، تسعة أعشارها مصنفة، ودخلته وثيقة خلال الثلاثين يوما الأخيرة.
indicator-NT-R05 = الوثائق المرقمنة
indicator-NT-R05-means = عدد الوثائق التي رقمنت وحفظت في الأرشيف.
indicator-NT-R06 = وثائق لها مدة حفظ
indicator-NT-R06-means = وثائق الأرشيف التي حددت لها مدة حفظ، من مجموع الوثائق.
indicator-NT-R07 = سلامة الأرشيف
indicator-NT-R07-means = الملفات التي وجدت سليمة، من مجموع الملفات التي فحصت خلال الفترة.
indicator-NT-R08 = قاعدة المنخرطين مكتملة
indicator-NT-R08-means = هل تسعة أعشار المنخرطين على الأقل معروف اسمهم وجنسهم وسنة ازديادهم وصفتهم ووسيلة الاتصال بهم ووضع واجباتهم.
indicator-NT-R09 = قواعد المستفيدين والمانحين والشركاء مستعملة
indicator-NT-R09-means = هل كتب في كل واحد من السجلات الثلاثة خلال الفترة.
indicator-NT-R09a = قاعدة المستفيدين مستعملة
indicator-NT-R09a-means = هل كتب في سجل المستفيدين خلال الفترة.
indicator-NT-R09b = قاعدة المانحين مستعملة
indicator-NT-R09b-means = هل كتب في سجل المانحين خلال الفترة.
indicator-NT-R09c = قاعدة الشركاء مستعملة
indicator-NT-R09c-means = هل كتب في سجل الشركاء خلال الفترة.
indicator-NT-R10 = نسبة التكرار
indicator-NT-R10-means = أزواج الأشخاص الذين قد يكونون شخصا واحدا ولم ينظر فيهم أحد، من مجموع الأشخاص.
indicator-NT-R11 = نسخة احتياطية متحقق منها
indicator-NT-R11-means = هل توجد نسخة لا يتجاوز عمرها ثلاثين يوما، أعيدت قراءتها ووجدت سليمة.
indicator-NT-R12 = مستوى الأمن الرقمي
indicator-NT-R12-means = نقطة من 100: ما هو سليم من فحوص الأمان في برنامج الجمعية.
indicator-NT-R13 = مؤشر النضج الرقمي
indicator-NT-R13-means = نقطة من 100 في خمسة مجالات، يقيمها المواكب في البداية والوسط والنهاية.
indicator-NT-R14 = إجراءات إدارية إلكترونية
indicator-NT-R14-means = الرسائل الصادرة والأداءات والهبات المسجلة في البرنامج؛ لا تحسب المحاضر والاستدعاءات بعد.
indicator-NT-R15 = استقلالية الجمعية
indicator-NT-R15-means = هل استعمل البرنامج في ثمانية أسابيع على الأقل من اثني عشر أسبوعا دون زيارة مواكبة.

## الحكامة والمطابقة والمشاركة

indicator-NT-G01 = الملف القانوني محين
indicator-NT-G01-means = هل انتداب المكتب سار، والوصل النهائي محصل، والتغييرات مصرح بها داخل ثلاثين يوما.
indicator-NT-G02 = انعقاد الجموع العامة
indicator-NT-G02-means = هل انعقد الجمع العام في أجله القانوني وله محضر نهائي.
indicator-NT-G03 = تمثيلية النساء في المكاتب
indicator-NT-G03-means = المقاعد التي تشغلها النساء، من مجموع مقاعد المكاتب المسيرة.
indicator-NT-G04 = تمثيلية الشباب في المكاتب
indicator-NT-G04-means = المقاعد التي يشغلها من لم يتجاوزوا 35 سنة، من مجموع مقاعد المكاتب المسيرة.
indicator-NT-G05 = استخلاص واجب الانخراط
indicator-NT-G05-means = ما أدي من واجبات الانخراط، من مجموع المستحق عن الفترة.
indicator-NT-G06 = التقرير المالي
indicator-NT-G06-means = هل صادق الجمع العام على التقرير المالي السنوي.
indicator-NT-G07 = التصريح بالدعم العمومي
indicator-NT-G07-means = هل أرسلت في أجلها كل الحسابات المستحقة عن الدعم العمومي؛ ولا يعني إلا الجمعيات التي عليها حسابات خلال الفترة.
indicator-NT-G08 = المطابقة للقانون 09-08
indicator-NT-G08-means = هل سجل المعالجات ممسوك، ولا طلب حول المعطيات الشخصية تجاوز أجله.
indicator-NT-G09 = الشراكات
indicator-NT-G09-means = عدد الاتفاقيات السارية في آخر يوم من الفترة.
indicator-NT-G09a = مبالغ الشراكات
indicator-NT-G09a-means = مجموع مبالغ الاتفاقيات السارية في آخر يوم من الفترة، بالدرهم؛ لا تحسب العملات الأخرى.
indicator-NT-G10 = تعبئة الموارد
indicator-NT-G10-means = واجبات الانخراط والهبات النقدية وأشطر المنح التي توصلت بها الجمعية خلال الفترة، بالدرهم؛ لا تحسب العملات الأخرى.
indicator-NT-G10a = الموارد: واجبات الانخراط
indicator-NT-G10a-means = واجبات الانخراط المؤداة خلال الفترة، بالدرهم.
indicator-NT-G10b = الموارد: الهبات
indicator-NT-G10b-means = الهبات النقدية المتوصل بها خلال الفترة، بالدرهم؛ لا تحسب الهبات العينية ولا العملات الأخرى.
indicator-NT-G10c = الموارد: المنح
indicator-NT-G10c-means = أشطر المنح المتوصل بها خلال الفترة، بالدرهم؛ لا تحسب العملات الأخرى.
indicator-NT-G11 = الأنشطة
indicator-NT-G11-means = عدد الأنشطة التي بدأت خلال الفترة، دون المبرمجة والمؤجلة والملغاة.
indicator-NT-G12 = المستفيدون
indicator-NT-G12-means = الأشخاص المعروفون بأسمائهم الذين سجلوا أو تلقوا خدمة أو حضروا نشاطا خلال الفترة، كل شخص مرة واحدة في الجمعية؛ ومن استفاد من جمعيتين يحسب مرتين.
indicator-NT-G12a = المستفيدون المعدودون دون أسماء
indicator-NT-G12a-means = من عدوا في الأنشطة خلال الفترة دون تسجيل أسمائهم؛ من حضر مرتين يحسب مرتين.
indicator-NT-G13 = ساعات التطوع
indicator-NT-G13-means = مجموع الساعات التي قدمها المتطوعون خلال الفترة.
indicator-NT-G14 = المشاركة المواطنة
indicator-NT-G14-means = عدد أنشطة الترافع التي بدأت خلال الفترة، دون المبرمجة والمؤجلة والملغاة.
indicator-NT-G15 = التشبيك
indicator-NT-G15-means = هل شاركت الجمعية في نشاط واحد على الأقل نظمته مع جمعية أخرى.

## جودة النظام

indicator-NT-S01 = اكتمال التقارير
indicator-NT-S01-means = التقارير المتوصل بها، من مجموع المنتظرة.
indicator-NT-S02 = احترام الآجال
indicator-NT-S02-means = التقارير المتوصل بها قبل إغلاق الفترة، من مجموع المنتظرة.
indicator-NT-S03 = مدة الوصول إلى نسخة ثانية
indicator-NT-S03-means = الساعات الوسيطة بين كتابة بطاقة ووجودها في حاسوب ثان.
indicator-NT-S04 = القيم المختلفة التي لم تحسم
indicator-NT-S04-means = الخانات التي فيها قيمتان مختلفتان ولم يختر أحد بعد.
indicator-NT-S05 = أرقام أعيد حسابها
indicator-NT-S05-means = التقارير التي أعطت إعادة حسابها الأرقام نفسها، من مجموع التقارير التي دققت.

## محاور استراتيجية نسيج

axis-policies = السياسات العمومية والمشاركة المواطنة
axis-organisation = تنظيم الجمعيات وهيكلتها
axis-partnership = الشراكة وتنويع الموارد
axis-law = الإطار القانوني والمطابقة
axis-digital = الرقمنة

## مصدر الأرقام

source-own = سجلات البرنامج
source-fact = تصريح عن كل جمعية
source-pooled = مجموع أرقام الجمعيات

## الوحدات

unit-associations = جمعية
unit-people = شخص
unit-heads = حضور
unit-hours = ساعة
unit-dirhams = درهم
unit-percent = في المائة
unit-points = نقطة
unit-courses = دورة
unit-capsules = كبسولة
unit-plays = مشاهدة
unit-copies = نسخة
unit-visits = زيارة
unit-documents = وثيقة
unit-acts = إجراء
unit-agreements = اتفاقية
unit-activities = نشاط
unit-differences = اختلاف

## الاتجاه

direction-up = كلما ارتفع كان أحسن
direction-down = كلما انخفض كان أحسن

## الجداول

table-total = المجموع
table-sex = حسب الجنس
table-age = حسب السن
table-sex_age = حسب الجنس والسن
table-milieu = حسب وسط مقر الجمعية
table-domain = حسب مجال الجمعية

## ما ينتظر

awaited-reckoning = حساب لا تجريه هذه النسخة بعد
awaited-player = عداد مشاهدات الكبسولات
awaited-site = موقع الجمعية
awaited-identity = الهوية البصرية والوثائق الصادرة بها
awaited-archive = الأرشيف
awaited-usage = أسابيع استعمال البرنامج
awaited-mandate = انتدابات المكتب
awaited-assembly = الجموع العامة ومحاضرها
awaited-joint_activity = الأنشطة المشتركة بين الجمعيات
awaited-report = تقارير لا يضمها البرنامج بعد

## الأرقام المنشورة

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
figure-of = الجمعيات المعنية
figure-target = الهدف
# عنوان عمود الرموز بجانب معناها.
figure-code = { $heading } (الرمز)
# الكل الذي تحسب منه النسبة أو المتوسط.
figure-of-label = { $label }: من أصل كم
# بين أجزاء الخانة.
figure-apart = ،
figure-unit-persons = أشخاص
figure-unit-number = وحدات
figure-unit-mad = دراهم
figure-unit-associations = جمعيات
figure-status-published = منشور
figure-status-partial = جزئي: أجاب أقل من 80 %
figure-status-withheld = غير منشور
figure-reason-no_report = لم يجب أحد
figure-reason-too_few = عدد الأشخاص أو الجمعيات في إحدى الخانات قليل جدا
figure-age-0-17 = من 0 إلى 17 سنة
figure-age-18-34 = من 18 إلى 34 سنة
figure-age-35-59 = من 35 إلى 59 سنة
figure-age-60 = 60 سنة فأكثر
figure-age-unknown = السن غير مذكور
