# لوحة القيادة لمن يسير البرنامج.

dash-overview = نظرة عامة
dash-outputs = منجزات البرنامج
dash-outputs-about = ما أنجزه البرنامج نفسه، كما هو مسجل في سجلاته.
dash-periods = الفترات
dash-periods-none = لم تبدأ أي فترة بعد
dash-sync = حالة المزامنة
dash-print = طباعة
dash-about = هذه الأرقام مجموع ما نشر من أرقام الجمعيات. لا يظهر هنا رقم أي جمعية وحدها.

## الدخول

dash-login = الدخول
dash-password = كلمة السر
dash-enter = دخول
dash-login-wrong = كلمة السر غير صحيحة.
dash-login-unset = لم تحدد كلمة سر بعد. تحدد على جهاز الخادم بهذا الأمر:
dash-login-wait = { $count ->
    [zero] يمكن المحاولة من جديد الآن.
    [one] محاولات كثيرة. حاول بعد ثانية واحدة.
    [two] محاولات كثيرة. حاول بعد ثانيتين.
    [few] محاولات كثيرة. حاول بعد { $count } ثوان.
    [many] محاولات كثيرة. حاول بعد { $count } ثانية.
   *[other] محاولات كثيرة. حاول بعد { $count } ثانية.
 }

## نظرة عامة

dash-newest = آخر فترة منشورة: { $period }. من أدلى بأرقامه: { $reports } من { $asked }.
dash-newest-none = لم تنشر أي فترة بعد.
dash-open = – الفترة مفتوحة إلى غاية { $day }. من أدلى بأرقامه: { $reports } من { $asked }.
dash-open-past = – انقضى آخر أجل، وهو { $day }، ولم تغلق الفترة بعد. من أدلى بأرقامه: { $reports } من { $asked }.
dash-missing = لم تصل أرقام
dash-missing-none = وصلت أرقام الجميع.
dash-remind = نص للتذكير
dash-targets = الأهداف والمحقق منها
dash-reached = الأهداف المحققة: { $reached } من { $count }.
dash-of-target = من أصل { $target }
dash-figure = الرقم
dash-period = الفترة
dash-answers = من أجاب
dash-of = { $number } من { $of }
dash-percent = { $percent } %
dash-none = لا شيء للمقارنة
dash-aim-none = بلا هدف محدد
dash-aim-unknown = لا رقم للمقارنة بعد
dash-aim-reached = تحقق الهدف
dash-aim-behind = لم يتحقق بعد: الباقي { $missing }
dash-trend-better = تحسن
dash-trend-worse = تراجع
dash-trend-same = دون تغيير
dash-not-asked = لم يطلب في هذه الفترة
dash-withheld = غير منشور: { $why }
dash-answered = { $number } من { $of }
dash-partial = جزئي: { $answered }
dash-concerns-some = { $answered }؛ الباقي غير معني أو لم يجب
dash-nothing-yet = لا رقم منشور بعد

## مؤشر

dash-over-periods = عبر الفترات
dash-years = مجموع السنة
dash-years-about = مجموع ما نشر من فترات السنة ولا شيء غيره. من حسب في فترتين حسب مرتين.
dash-of-periods = { $count ->
    [zero] دون فترات منشورة
    [one] فترة واحدة منشورة
    [two] فترتان منشورتان
    [few] { $count } فترات منشورة
    [many] { $count } فترة منشورة
   *[other] { $count } فترة منشورة
 }
dash-numbers = الأرقام
dash-how = كيف يحسب
dash-axis = محور استراتيجية نسيج
dash-direction = الاتجاه المرغوب
dash-baseline = نقطة الانطلاق
dash-baseline-late = { $value } (قيست بعد بداية البرنامج)
dash-target = هدف البرنامج كله
dash-target-is = الهدف: { $target }
dash-actual = المحقق إلى الآن
dash-filled = الخانات المملوءة: { $count } من { $of }

## الفترات

dash-state = الحالة
dash-state-open = مفتوحة: تستقبل الأرقام
dash-state-frozen = مغلقة: تحدد ما يحتسب من الأرقام
dash-state-opened = جمعت أرقامها ولم تنشر بعد
dash-state-published = منشورة
dash-closes = آخر أجل
dash-close = انقضى آخر أجل. ما زالت الأرقام تستقبل إلى أن تغلق الفترة، وما يصل بعد ذلك يدخل في الفترة الموالية من السنة نفسها. لإغلاقها:
dash-tables-label = الجداول
dash-tables = المنشورة: { $open }؛ غير المنشورة: { $withheld }
dash-export = الأرقام المنشورة في ملف
dash-export-about = كل الجداول المنشورة مع أسماء الخانات بلغة الصفحة.
dash-report = تقرير للوزارة
dash-report-about = بلغة الصفحة، وفيه كل ما نشر إلى نهاية هذه الفترة؛ يطبع ويوقع.
dash-report-year = يجمع ما نشر من فترات السنة. تقرير فترة واحدة في صفحتها.
dash-begin-next = لبدء الفترة الموالية:
dash-reminder-label = نص للتذكير عبر واتساب
dash-reminder = السلام عليكم، تذكير من { $owner }: لم تصلنا بعد أرقام جمعيتكم عن { $period }. آخر أجل هو { $day }. في صفحة «ما يخرج» راجعوا الأعداد ووافقوا، فتصل من تلقاء نفسها؛ وإن لم تكونوا متصلين فاحفظوا الملف وأرسلوه إلينا. نحن رهن الإشارة لأي مساعدة، وشكرا لكم.
dash-reminder-late = السلام عليكم، تذكير من { $owner }: لم تصلنا بعد أرقام جمعيتكم عن { $period }، وكان آخر أجل هو { $day }. نستقبلها ما دامت الفترة لم تغلق، فلا تتأخروا. في صفحة «ما يخرج» راجعوا الأعداد ووافقوا، فتصل من تلقاء نفسها؛ وإن لم تكونوا متصلين فاحفظوا الملف وأرسلوه إلينا. نحن رهن الإشارة لأي مساعدة، وشكرا لكم.
dash-copy = نسخ النص
dash-copied = نسخ
dash-ledger = سجل الجمع
dash-ledger-about = كل جمع للأرقام يقع مرة واحدة ويكتب في سجل لا يغير. يمكن لكل جمعية مقارنة هذه البصمات بما وصلها.
dash-ledger-at = اليوم
dash-ledger-tables = الجداول المفتوحة
dash-ledger-manifest = بصمة لائحة التقارير
dash-ledger-published = بصمة ما نشر

## المزامنة

dash-sync-about = متى اتصلت حواسيب كل جمعية بالخادم آخر مرة. لا يرى الخادم ما في سجلاتها.
dash-sync-none = لم تدع أي جمعية بعد.
dash-sync-unnamed = جمعية بلا اسم هنا
dash-sync-name = الجمعية
dash-sync-health = الحالة
dash-sync-last = آخر اتصال
dash-sync-well = متصلة بانتظام
dash-sync-quiet = لم تتصل منذ أسبوعين
dash-sync-silent = لم تتصل منذ شهرين
dash-sync-never = سجلت ولم تتصل بعد
dash-sync-invited = مدعوة ولم تسجل بعد
dash-sync-expired = انتهت صلاحية رمزها

## ما لا يتم

dash-trouble-title = تعذر عرض الصفحة
dash-trouble-code = للمشرف:
dash-trouble-nowhere = لا توجد صفحة بهذا العنوان.
dash-trouble-nowhere-next = ابدأ من النظرة العامة.
dash-trouble-stale = هذه الصفحة من دخول سابق.
dash-trouble-stale-next = افتحها من جديد ثم أعد المحاولة.
dash-trouble-form = لم يقرأ ما أرسل.
dash-trouble-form-next = افتح الصفحة من جديد ثم أعد المحاولة.
dash-trouble-memory = لا تكفي ذاكرة الجهاز للتحقق من كلمة السر.
dash-trouble-memory-next = أغلق برامج أخرى على جهاز الخادم ثم أعد المحاولة.
dash-trouble-ledger_broken = سجل الفتح تغير أو نقص منه شيء، فلا تعرض الأرقام.
dash-trouble-ledger_broken-next = أرجع مجلد الخادم من نسخة سليمة.
dash-trouble-unknown = تعذرت قراءة معطيات الخادم.
dash-trouble-unknown-next = أعد المحاولة؛ وإن تكرر ذلك فأخبر المشرف بالرمز أسفله.

dash-progress = بطاقات التقدم
dash-progress-about = ما تُظهره كل جمعية عن نفسها باسمها، لأنها اختارت ذلك أمرا أمرا. لا يراه غيركم، وتسحبه الجمعية متى شاءت.
dash-progress-none = لم تُظهر أي جمعية شيئا بعد. كل واحدة تختار ما تُظهره من صفحة «بطاقة التقدم» عندها.
dash-progress-facts = الأمر
dash-progress-said = نعم، ممن أظهروه
dash-progress-came = وصلت
dash-progress-no = ليس بعد
dash-progress-yes = حاصل
