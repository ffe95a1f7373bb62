# What the association's pages say.
page-program = نتطوروا
page-home = الرئيسية
part-people = الأشخاص
part-people-about = المنخرطون والمستفيدون والأسر والموافقات.
part-giving = المال
part-giving-about = واجبات الانخراط وأداؤها، والمانحون والهبات.
part-activities = الأنشطة
part-activities-about = ما تنظمه الجمعية ومن حضر.
part-mail = المراسلات
part-mail-about = سجل الواردات والصادرات.
part-partners = الشركاء
part-partners-about = الشركاء والاتفاقيات المبرمة معهم.
part-programme = التكوين والمواكبة
part-programme-about = الدورات والمتدربون، والجمعيات المشاركة ومواكبتها. حصص الدورات في «الأنشطة».
part-association = الجمعية
part-association-about = بطاقة الجمعية، ومن يستعمل البرنامج، وما يحمي معلوماتها.
page-yes = نعم
page-no = لا
value-money = { $amount } درهم
value-nothing = لا شيء
value-unnamed = بدون اسم

## الدخول

login-title = الدخول
login-who = من أنت؟
login-passphrase = عبارة السر
login-left = انتهت جلستك قبل أن يُحفظ ما كتبته. ادخل وستجده في مكانه.
login-enter = دخول
login-brought = استُرجعت النسخة وكل ما فيها على هذا الحاسوب. ادخل بعبارة السر التي كنت تستعملها.
login-wait = { $count ->
    [zero] حاول الآن.
    [one] محاولات كثيرة. انتظر ثانية واحدة.
    [two] محاولات كثيرة. انتظر ثانيتين.
    [few] محاولات كثيرة. انتظر { $count } ثوان.
    [many] محاولات كثيرة. انتظر { $count } ثانية.
   *[other] محاولات كثيرة. انتظر { $count } ثانية.
}
login-forgotten = نسيت عبارة السر؟
login-forgotten-about = يستطيع الرئيس أو الكاتب العام أن يعطيك عبارة جديدة من صفحة «من يستعمل البرنامج». وإذا لم يبق أحد يعرف عبارته، فورقة رمز الاسترجاع تعيد ما أُرسل إلى خادم الربط.

## البداية

start-title = تأسيس سجلات الجمعية على هذا الحاسوب
start-about = تبقى المعلومات على هذا الحاسوب، مشفرة. لا تحتاج إلى الإنترنت.
start-step-name = الجمعية وأنت
start-step-lists = لوائحكم
start-step-paper = ورقة الاسترجاع
start-association = الجمعية
start-name = اسم الجمعية
start-place = الجماعة
start-you = أنت
start-who = اسمك
start-function = مهمتك في الجمعية
start-passphrase = عبارة السر
start-passphrase-hint = ثمانية أحرف على الأقل. ثلاث كلمات لا علاقة بينها عبارة جيدة.
start-again = عبارة السر مرة ثانية
start-go = متابعة

## الرئيسية

home-hello = مرحبا { $name }
home-paper = لم تُطبع بعد ورقة رمز الاسترجاع. إذا ضاعت كل حواسيب الجمعية فهي تعيد ما أُرسل إلى خادم الربط.
home-paper-do = اطبعها الآن
home-copy = كل معلومات الجمعية على هذا الحاسوب وحده. إذا ضاع ضاعت معه.
home-copy-do = انسخها على مفتاح USB
home-empty = لا توجد معلومات بعد
home-empty-about = ابدأ بإدخال لوائحكم من ملف، أو أضف أول منخرط بيدك.
home-empty-do = إدخال اللوائح
home-examples-about = أتريد أن ترى البرنامج مملوءا قبل أن تبدأ؟
home-examples-do = إضافة أمثلة للتجربة
home-examples-added = أُضيفت أمثلة للتجربة. تجول فيها كما تشاء، ثم احذفها كلها من هذه الصفحة.
home-examples-here = بين معلوماتكم أمثلة للتجربة، لا تخص أي شخص حقيقي.
home-examples-remove = حذف كل الأمثلة

## إعداداتي

settings-title = إعداداتي
settings-digits = الأرقام
settings-save = حفظ
settings-icon = أيقونة على سطح المكتب
settings-icon-about = تفتح البرنامج بضغطتين، دون كتابة أي شيء.
settings-icon-do = وضع الأيقونة
settings-icon-done = وُضعت الأيقونة في قائمة البرامج، وعلى سطح المكتب إن وُجد. إن لم تفتح فاضغط عليها بالزر الأيمن واختر السماح بتشغيلها.
settings-passphrase = تغيير عبارة السر
settings-old = العبارة الحالية
settings-new = العبارة الجديدة
settings-passphrase-done = تغيرت عبارة السر.
closed-title = أُغلق البرنامج
closed-about = كل شيء محفوظ. يمكنك إغلاق هذه الصفحة.

## ما يتعذر

trouble-title = تعذر ذلك
trouble-home = الصفحة الرئيسية
trouble-code = رمز الخطأ، لمن يساعدك:
trouble-unknown = وقع خطأ لم نتوقعه. لم يضع شيء مما كان محفوظا.
trouble-unknown-next = أعد المحاولة. إذا تكرر ذلك فاطلب المساعدة وأعط الرمز المكتوب أسفله.
trouble-nowhere = لا توجد هذه الصفحة
trouble-nowhere-next = ربما حُذفت البطاقة، أو كُتب العنوان خطأ.
trouble-not_in = الدخول لازم أولا
trouble-not_in-next = اكتب عبارة السر.
trouble-stale = فُتحت هذه الصفحة قبل دخولك
trouble-stale-next = ارجع إلى الصفحة، وأعد تحميلها، ثم أعد المحاولة.
trouble-form_large = ما أُرسل أكبر مما تقبله هذه الصفحة
trouble-form_large-next = اختصر النص، أو اختر ملفا أصغر.
trouble-form_broken = لم يصل ما أُرسل كاملا
trouble-form_broken-next = ارجع وأعد الإرسال.
trouble-page = تعذر عرض هذه الصفحة
trouble-page-next = أعد المحاولة.
trouble-not_allowed = مهمتك في الجمعية لا تسمح بهذا
trouble-not_allowed-next = يستطيع الرئيس أو الكاتب العام فعله، أو تغيير مهمتك في «من يستعمل البرنامج».
trouble-wrong_passphrase = عبارة السر غير صحيحة.
trouble-wrong_passphrase-next = تحقق من لغة لوحة المفاتيح ومن زر الحروف الكبيرة، ثم أعد المحاولة.
trouble-empty_passphrase = لم تكتب عبارة السر.
trouble-empty_passphrase-next = اكتبها ثم ادخل.
trouble-passphrase_taken = لا يمكن استعمال هذه العبارة.
trouble-passphrase_taken-next = اختر عبارة أخرى.
trouble-passphrase_short = عبارة السر قصيرة.
trouble-passphrase_short-next = اكتب ثمانية أحرف على الأقل، مثل ثلاث كلمات.
trouble-passphrase_differs = العبارتان مختلفتان.
trouble-passphrase_differs-next = اكتب العبارة نفسها مرتين.
trouble-needed = هذا لازم.
trouble-needed-next = املأ الخانة.
trouble-folder_in_use = البرنامج مفتوح من قبل على هذا الحاسوب
trouble-folder_in_use-next = أغلقه هناك، أو أعد تشغيل الحاسوب.
trouble-disk_full = القرص ممتلئ
trouble-disk_full-next = احذف ملفات لا تحتاجها ثم أعد المحاولة. لم يضع شيء مما كان محفوظا.
trouble-device_read_only = هذا الحاسوب للقراءة فقط
trouble-device_read_only-next = يستطيع حاسوب له كل الصلاحيات أن يسمح له بالكتابة.
trouble-last_login = لا يمكن حذف هذا المستعمل
trouble-last_login-next = من أعد هذا الحاسوب يبقى، ولا أحد يحذف نفسه.
trouble-database_damaged = قاعدة المعلومات معطوبة
trouble-database_damaged-next = انسخ مجلد البرنامج قبل كل شيء، ثم اطلب المساعدة.
trouble-keys_damaged = ملف المفاتيح معطوب
trouble-keys_damaged-next = انسخ مجلد البرنامج قبل كل شيء، ثم اطلب المساعدة.
trouble-code_unreadable = هذا الرمز غير صحيح.
trouble-code_unreadable-next = راجع الأرقام مجموعة بعد مجموعة.
trouble-code_other_kind = هذا رمز من نوع آخر.
trouble-code_other_kind-next = اكتب الرمز المكتوب على ورقة الاسترجاع.

## Lists
list-add = إضافة
list-import = إدخال من ملف
list-export = إخراج إلى ملف
list-search = بحث في هذا السجل
list-filter = تصفية
list-columns = الأعمدة
list-apply = تطبيق
list-all = عرض الكل
list-nothing = فارغ
list-keep = حفظ هذا العرض باسم
list-view-name = اسم العرض
list-keep-do = حفظ
list-forget = حذف العرض
list-rows = { $count ->
    [zero] لا شيء.
    [one] بطاقة واحدة.
    [two] بطاقتان.
    [few] { $count } بطاقات.
    [many] { $count } بطاقة.
   *[other] { $count } بطاقة.
}
list-empty = لا يوجد شيء هنا.
list-name = الاسم
list-tick-all = اختيار كل ما في الصفحة
list-first = البداية
list-next = التالي
list-many = العمل على ما اخترته
list-fill = كتابة
list-delete = حذف
list-none-ticked = لم تختر شيئا.
list-fill-none = اختر القيمة أولا، ثم اضغط «كتابة».
list-deleted = { $count ->
    [zero] لم يُحذف شيء.
    [one] حُذفت بطاقة واحدة. تبقى في سلة المحذوفات.
    [two] حُذفت بطاقتان. تبقيان في سلة المحذوفات.
    [few] حُذفت { $count } بطاقات. تبقى في سلة المحذوفات.
    [many] حُذفت { $count } بطاقة. تبقى في سلة المحذوفات.
   *[other] حُذفت { $count } بطاقة. تبقى في سلة المحذوفات.
}
list-filled = { $count ->
    [zero] لم يتغير شيء.
    [one] كُتبت في بطاقة واحدة.
    [two] كُتبت في بطاقتين.
    [few] كُتبت في { $count } بطاقات.
    [many] كُتبت في { $count } بطاقة.
   *[other] كُتبت في { $count } بطاقة.
}
list-unfilled = { $count ->
    [zero] لم يُرجع شيء: كُتب شيء آخر بعد ذلك.
    [one] رجعت بطاقة واحدة كما كانت.
    [two] رجعت بطاقتان كما كانتا.
    [few] رجعت { $count } بطاقات كما كانت.
    [many] رجعت { $count } بطاقة كما كانت.
   *[other] رجعت { $count } بطاقة كما كانت.
}

## Forms
edit-title = تعديل: { $name }
edit-new = إضافة: { $kind }
edit-save = حفظ
edit-cancel = إلغاء
edit-faults = بعض الخانات تحتاج إلى مراجعة. كل ما كتبته باق.
edit-draft = وجدنا ما كتبته من قبل ولم تحفظه، فأعدناه.
edit-draft-drop = البدء من جديد
edit-disputed = قيمتان مختلفتان: اختر في صفحة البطاقة
edit-reference = اكتب للبحث
edit-nobody = لا أحد بهذا الاسم.
edit-alike = ربما سُجل من قبل:
edit-alike-use = هو نفسه، استعمل بطاقته
edit-alike-there = مسجل في هذا السجل، افتح بطاقته
edit-added = تم الحفظ.
edit-saved = حُفظ التعديل.
edit-unchanged = لم يتغير شيء.
hint-date = اليوم/الشهر/السنة، أو السنة وحدها.
hint-phone = عشرة أرقام، مثل 0661234567.
hint-email = مثل nom@exemple.ma.
hint-cnie = حرف أو حرفان ثم أرقام، مثل XA123456.
hint-money = بالدرهم، مثل 150 أو 150.50.
hint-points = عدد صحيح من 0 إلى 100.
hint-association-runs_programme = «نعم» تُظهر قسم التكوين والمواكبة: الدورات والمتدربون وزيارات الجمعيات. «لا» تخفيه ولا تحذف منه شيئا.
hint-set = إذا كانت عدة قيم فافصل بينها بـ ;
script-ar = بالعربية
script-fr = بالحروف اللاتينية
script-en = بالإنجليزية
script-zgh = بالأمازيغية

## One record
card-edit = تعديل
card-history = ما تغير فيها
card-deleted = هذه البطاقة محذوفة.
card-restore = استرجاع
card-restored = { $count ->
    [zero] لم يُسترجع شيء.
    [one] استُرجعت البطاقة.
    [two] استُرجعت البطاقتان.
    [few] استُرجعت { $count } بطاقات.
    [many] استُرجعت { $count } بطاقة.
   *[other] استُرجعت { $count } بطاقة.
}
card-merged = دُمجت هذه البطاقة في بطاقة أخرى.
card-merged-open = فتحها
card-differ = كتب شخصان دون أن يرى أحدهما ما كتبه الآخر. القيمتان محفوظتان؛ اختر الصحيحة.
card-choose = هذه هي الصحيحة
card-decided = حُسم الأمر.
card-device = على { $device }
card-brought = جاء به { $device }
card-from-sheet = من ملف أُدخل
card-another = إضافة إلى هذه البطاقة:
card-updated = آخر تغيير: { $when }
history-title = ما تغير في: { $name }
history-before = قبل:
history-after = بعد:
history-back = إرجاع ما كان قبل هذا التغيير
history-taken-back = أُرجع ما كان من قبل.
history-nothing = تغيرت هذه الخانات بعد ذلك، فلم يُرجع شيء.

## Search, bin, differences
search-title = البحث عن: { $text }
search-nothing = لا شيء بهذه الكلمات. جرب جزءا من الاسم، بالعربية أو باللاتينية.
search-more = المزيد في السجل
trash-title = سلة المحذوفات
trash-about = ما حُذف يبقى هنا ويمكن استرجاعه.
trash-nothing = السلة فارغة.
differences-title = قيم مختلفة
differences-about = حيث كتب شخصان شيئين مختلفين في خانة واحدة. لا شيء ضاع.
differences-nothing = لا توجد قيم مختلفة.

## Who uses the program
logins-title = من يستعمل البرنامج
logins-about = لكل شخص عبارة سره، ومهمته تحدد ما يراه ويكتبه.
logins-you = أنت
logins-first = أعد هذا الحاسوب
logins-reset = إعطاؤه عبارة سر جديدة
logins-remove = حذفه من هذا الحاسوب
logins-remove-ask = لن يستطيع الدخول من هذا الحاسوب. هل تتابع؟
logins-removed = حُذف من هذا الحاسوب.
logins-add = إضافة مستعمل
logins-name = الاسم
logins-added = يستطيع { $name } الدخول الآن.

## The recovery paper
paper-title = ورقة الاسترجاع
paper-about = ما يعيد معلومات الجمعية من خادم الربط إذا ضاعت كل الحواسيب.
paper-why = إذا ضاعت كل حواسيب الجمعية أو نُسيت كل عبارات السر، فهذه الورقة وحدها تعيد المعلومات المرسلة إلى خادم الربط، أي نسختكم المشفرة عند YES. ومن لم يسجل الجمعية بعد تحفظه النسخة على مفتاح USB. احفظوها في مكان آمن خارج المقر.
paper-make = إنشاء الرمز وطبعه
paper-again = إنشاء رمز جديد
paper-again-ask = لن تنفع الورقة القديمة بعد ذلك. هل تتابع؟
paper-is-there = الورقة موجودة: كُتب رمزها مرة من على الورق.
paper-what = رمز استرجاع معلومات الجمعية. من يحمله يستطيع فتح كل شيء.
paper-print = طبع
paper-once = لن يُعرض هذا الرمز مرة أخرى. اطبعه أو اكتبه على ورق قبل أن تغادر هذه الصفحة.
paper-check = التحقق من الورقة
paper-check-about = اكتب الرمز من على الورق، لنتأكد أنه مكتوب كما يجب.
paper-typed = الرمز المكتوب على الورقة
paper-check-do = تحقق
paper-later = لاحقا
paper-checked = الرمز صحيح. احفظ الورقة في مكان آمن.
trouble-paper_other = هذا رمز صحيح، لكنه ليس الرمز المعمول به.
trouble-paper_other-next = ربما هي ورقة قديمة. خذ آخر ورقة، أو أنشئ رمزا جديدا.

## Lists from files
lists-title = إدخال لوائحكم
lists-about = خذوا اللوائح كما هي عندكم، في ملف Excel أو غيره. سنريكم ما سيُكتب قبل أن يُكتب، ويمكن التراجع عن كل شيء.
lists-import = إدخال ملف
lists-blank = تنزيل لائحة فارغة لملئها
lists-later = لاحقا
lists-next = متابعة: ورقة الاسترجاع
sheet-title = إدخال ملف: { $kind }
sheet-file = الملف
sheet-file-hint = Excel (xlsx, xls) أو LibreOffice (ods) أو csv.
sheet-look = النظر فيه
sheet-promise = لن يُكتب شيء قبل أن ترى النتيجة وتوافق.
sheet-nothing-yet = لم يُكتب شيء بعد. هذا ما سيحدث:
sheet-created = بطاقات جديدة
sheet-updated = بطاقات تتغير
sheet-unchanged = بدون تغيير
sheet-skipped = أسطر متروكة
sheet-columns = معنى كل عمود
sheet-look-again = النظر من جديد
sheet-ignore = يُترك
sheet-errors = ما لم نستطع قراءته
sheet-errors-about = تدخل هذه الأسطر بدون هذه الخانات. صحح الملف وأدخله مرة أخرى إن أردت: لن يتكرر أحد.
sheet-row = السطر
sheet-column = العمود
sheet-what = ما فيه
sheet-duplicates = ربما سُجلوا من قبل
sheet-duplicates-about = سيدخلون كأشخاص جدد. قارن بعد ذلك، وادمج البطاقتين إن كان الشخص نفسه.
sheet-row-n = السطر { $count }
sheet-alike-open = فتح البطاقة المشابهة
sheet-more = { $count ->
    [zero] لا شيء آخر.
    [one] وسطر آخر.
    [two] وسطران آخران.
    [few] و{ $count } أسطر أخرى.
    [many] و{ $count } سطرا آخر.
   *[other] و{ $count } سطر آخر.
}
sheet-do = إدخال
sheet-other = ملف آخر
sheet-no-change = لا جديد في هذا الملف.
sheet-told = أُدخل الملف. جديد: { $created }، تغير: { $updated }، متروك: { $skipped }.
sheet-undone-told = أُلغي الإدخال. حُذف: { $deleted }، أُرجع: { $put }، بقي لأنه تغير بعد ذلك: { $kept }.
work-title = العمل جار
work-about = تتقدم الصفحة وحدها. يمكنك تركها: العمل يستمر.
trouble-no_file = لم يصل أي ملف.
trouble-no_file-next = اختر الملف مرة أخرى.
trouble-nobody_found = لا شيء يوافق «{ $text }».
trouble-nobody_found-next = راجع الكتابة، أو أضف بطاقته أولا في سجله.
trouble-several_found = أكثر من واحد يوافق «{ $text }».
trouble-several_found-next = اكتب الاسم كاملا، أو اختر من الاقتراحات.
guide-chapters = فصول الدليل
guide-title = الدليل العملي
guide-about = كل ما في هذا البرنامج خطوة بخطوة، ودروس الدورات الثلاث للبرنامج. علامة الاستفهام في كل صفحة تفتح فصلها.
guide-pages = صفحات البرنامج
guide-courses = الدورات الثلاث
guide-whole = عرض كل هذه الفصول متتابعة لطبعها

## Copies
copies-title = نسخة على مفتاح USB
copies-about = نسخة كاملة من كل ما في هذا الحاسوب، مشفرة. بعد كتابتها نقرؤها من المفتاح ونسترجعها مرة للتأكد أنها كاملة.
copies-last = آخر نسخة: { $when }
copies-never = لم تُنسخ المعلومات بعد.
copies-plug = أدخل مفتاح USB في الحاسوب، ثم اضغط على الزر.
copies-look = ابحث عن المفتاح
copies-make = انسخ هنا
copies-download = حفظ النسخة كملف من المتصفح
copies-download-about = الملف المحفوظ من المتصفح يبقى على هذا الحاسوب: انقله إلى مفتاح USB، وإلا فلا يُحسب نسخة.
copies-back = لاسترجاع نسخة: شغل البرنامج على حاسوب ليس فيه شيء، واختر «عندي نسخة على مفتاح USB».
copies-made = { $count ->
    [zero] النسخة كاملة: { $file }
    [one] النسخة كاملة، وفيها بطاقة واحدة: { $file }
    [two] النسخة كاملة، وفيها بطاقتان: { $file }
    [few] النسخة كاملة، وفيها { $count } بطاقات: { $file }
    [many] النسخة كاملة، وفيها { $count } بطاقة: { $file }
   *[other] النسخة كاملة، وفيها { $count } بطاقة: { $file }
}
bring-title = استرجاع نسخة
bring-about = تُقرأ النسخة كلها قبل أن يُكتب أي شيء. بعد ذلك ادخل بعبارة سرك المعتادة.
bring-do = استرجاع
bring-file = ملف النسخة
bring-new = لا توجد نسخة: البدء من جديد
start-bring = عندي نسخة على مفتاح USB
trouble-no_stick = لم نجد هذا المفتاح.
trouble-no_stick-next = أعد إدخاله ثم حاول مرة أخرى.
trouble-backup_not_one = هذا الملف ليس نسخة من هذا البرنامج.
trouble-backup_not_one-next = اختر ملفا ينتهي اسمه بـ .tawro.
trouble-backup_newer = هذه النسخة من إصدار أحدث من البرنامج.
trouble-backup_newer-next = حدّث البرنامج ثم أعد المحاولة.
trouble-backup_damaged = هذه النسخة معطوبة.
trouble-backup_damaged-next = خذ نسخة أخرى، أو انسخ الملف من المفتاح مرة ثانية.
trouble-backup_not_whole = ما كُتب على المفتاح ليس كاملا، فحُذف.
trouble-backup_not_whole-next = جرب مفتاحا آخر.

## Help

help-title = مساعدة
help-first = ابحثوا أولا في الدليل: في كل فصل جواب عن أكثر ما يقع.
help-report = تقرير لمن يواكبكم
help-report-about = هذا ما يحتاج إليه من يواكبكم ليفهم ما وقع. لا يوجد فيه اسم ولا رقم هاتف ولا أي معلومة عن شخص. انسخوه وأرسلوه مع جملة تقولون فيها ماذا كنتم تفعلون.
help-program = البرنامج
help-day = اليوم
help-elsewhere = ما يوجد هنا فقط
help-copied = آخر نسخة على مفتاح USB
help-relay = خادم الربط
help-hindered = ما يمنع الإرسال
help-unapplied = ما وصل ولم يُقرأ بعد
help-never = لا توجد

## Safety
safety-title = الأمان
safety-about = عشرة أمور تحمي معلومات الجمعية.
safety-summary = { $good } من { $all } على ما يرام.
safety-open = فتح
safety-so = نعم، هو كذلك
safety-not-so = لم يعد كذلك
safety-is-good = جيد
safety-is-careful = يحتاج إلى عمل
safety-is-unsaid = لم يُجب عنه
safety-paper = ورقة الاسترجاع
safety-paper-do = اطبعها، واكتب رمزها مرة للتحقق، واحفظها خارج المقر.
safety-copy = نسخة على مفتاح USB كل ثلاثين يوما
safety-copy-do = انسخ كل أسبوع، واحفظ المفتاح في مكان آخر.
safety-second = حاسوب ثان عنده كل شيء
safety-second-do = سجّل الجمعية في خادم الربط وأضف حاسوبا ثانيا: لا تضيع المعلومات بضياع حاسوب واحد.
safety-logins = عبارة سر لكل شخص
safety-logins-do = أضف كل من يستعمل البرنامج، ولا تتقاسموا عبارة واحدة.
safety-functions = مهمة لكل مستعمل
safety-functions-do = المهمة تحدد ما يراه كل واحد.
safety-differences = القيم المختلفة
safety-differences-do = افتح القائمة واختر القيمة الصحيحة في كل خانة.
safety-clock = ساعة الحاسوب
safety-clock-do = اضبط التاريخ: به تُرقّم الوصول والمراسلات.
safety-screen = كلمة مرور للحاسوب نفسه
safety-screen-do = ضع كلمة مرور لحساب النظام، واقفل الشاشة عند المغادرة.
safety-phone = بريد الجمعية وواتساب بالتحقق بخطوتين
safety-phone-do = فعّل التحقق بخطوتين في إعدادات كل منهما.
safety-updates = تحديث النظام والبرنامج
safety-updates-do = حدّث النظام عند توفر الإنترنت، واسأل المواكب عن آخر إصدار.

## Papers
print-list = طبع اللائحة
print-sign = لائحة للتوقيع
print-slip = طبع الوصل
print-attendance = لائحة الحضور: { $kind }
print-number = الرقم
print-signature = التوقيع
print-page = صفحة
print-correspondence = ورقة تسجيل المراسلة
print-cancelled = ملغى
print-signs-one = توقيع من سلّم المبلغ
print-signs-other = ختم الجمعية وتوقيع أمين المال
print-message = نص جاهز لواتساب
print-copy = نسخ النص
print-copied = نُسخ
look-save = حفظ الملف (PDF)
look-print = فتح للطبع
look-name = يُحفظ باسم:
look-pictures = صورة الورقة
look-picture = صورة الورقة: { $title }، الصفحة { $page } من { $pages }
look-more = { $count ->
    [zero] لا صفحة غيرها.
    [one] وصفحة أخرى في الملف.
    [two] وصفحتان أخريان في الملف.
    [few] و{ $count } صفحات أخرى في الملف.
    [many] و{ $count } صفحة أخرى في الملف.
   *[other] و{ $count } صفحة أخرى في الملف.
}
file-payment = وصل
file-donation = وصل-هبة
file-correspondence = مراسلة
print-number-of = رقم
print-receipt-dues = وصل أداء واجب الانخراط
print-receipt-money = وصل هبة نقدية
print-receipt-in_kind = وصل هبة عينية
print-copy-give = (نسخة تُسلّم لصاحبها)
print-copy-keep = (أرومة تبقى في الجمعية)
print-in-kind = هبة عينية: لم يُسلَّم أي مبلغ مالي، والقيمة المذكورة تقديرية.
print-in-letters = المبلغ بالحروف
print-signs-giver = توقيع من سلّم الهبة
print-signs-clerk = توقيع المكلف بالسجل
print-signs-stamp = ختم الجمعية
print-letter = طبع الرسالة
print-paper = طبع الورقة
print-card = بطاقة الانخراط
print-cards = بطاقات الانخراط
print-card-until = صالحة إلى غاية
print-convention = ورقة اتفاقية شراكة
print-signs-president = توقيع رئيس(ة) الجمعية
print-signs-partner = توقيع الشريك
file-card = بطاقة
file-cards = بطاقات-الانخراط
file-convention = اتفاقية
letter-reference = المرجع:
letter-place-day = { $place }، في { $day }
letter-to = إلى:
letter-subject = الموضوع:
letter-attachments = عدد المرفقات:
letter-closing = وتفضلوا بقبول فائق التقدير والاحترام.
letter-closing-words = الاحترام | والسلام | التقدير | تحيات
card-is-holds = بطاقة صحيحة
card-is-holds-about = طبعها حاسوب من حواسيب الجمعية، ولم يتغير فيها شيء.
card-is-left = بطاقة غير سارية الآن
card-is-left-about = طبعها حاسوب من حواسيب الجمعية، لكن انخراط صاحبها غير سار حاليا. افتح بطاقته لمعرفة السبب.
card-is-expired = كانت صحيحة، وانتهت مدتها
card-is-expired-about = طبعها حاسوب من حواسيب الجمعية. جددها إذا كان صاحبها ما زال منخرطا.
card-is-put_out = بطاقة لا يُعتمد عليها
card-is-put_out-about = طبعها حاسوب أُخرج من الجمعية. اطبع بطاقة جديدة لصاحبها.
card-is-unknown = بطاقة من الجمعية، وصاحبها غير معروف هنا
card-is-unknown-about = لم تصل بعد بطاقة معلومات صاحبها إلى هذا الحاسوب.
card-is-foreign = ليست بطاقة من جمعيتنا، أو غُيّر فيها شيء
card-is-foreign-about = لم يطبعها أي حاسوب من حواسيب الجمعية بهذا الرمز. أعد قراءة الرمز مرة واحدة قبل الحكم.
card-is-of = صاحب(ة) البطاقة
card-is-by = طُبعت على الحاسوب
print-some = { $shown } من { $all }
print-cards-none = لا يوجد في هذه اللائحة من انخراطه سار. البطاقات لمن هم منخرطون الآن.
print-cards-some = البطاقات لأول { $shown } في اللائحة فقط. للباقي استعمل «تصفية».
message-dues = السلام عليكم. توصلت { $owner } بأدائكم وقدره { $money } بتاريخ { $day }. رقم الوصل: { $number }. شكرا لكم.
message-money = السلام عليكم. توصلت { $owner } بهبتكم وقدرها { $money } بتاريخ { $day }. رقم الوصل: { $number }. بارك الله فيكم.
message-in_kind = السلام عليكم. توصلت { $owner } بهبتكم العينية ({ $what }) بتاريخ { $day }. رقم الوصل: { $number }. بارك الله فيكم.
message-in_kind-unsaid = السلام عليكم. توصلت { $owner } بهبتكم العينية بتاريخ { $day }. رقم الوصل: { $number }. بارك الله فيكم.

## Working together
together-title = العمل معا
together-alone = كل شيء على هذا الحاسوب وحده
together-all-safe = كل ما كُتب هنا وصل إلى خادم الربط
together-only-here = { $count ->
    [zero] لا تغيير يوجد هنا وحده
    [one] تغيير واحد يوجد على هذا الحاسوب وحده
    [two] تغييران يوجدان على هذا الحاسوب وحده
    [few] { $count } تغييرات توجد على هذا الحاسوب وحده
    [many] { $count } تغييرا يوجد على هذا الحاسوب وحده
   *[other] { $count } تغيير يوجد على هذا الحاسوب وحده
}
together-connected = خادم الربط متصل الآن.
together-never = لم نصل إلى خادم الربط منذ فتح البرنامج.
together-last = آخر اتصال: { $when }.
together-enrol = التسجيل في خادم الربط
together-enrol-about = عندما تسجلون الجمعية يمكن لعدة حواسيب أن تعمل معا. خادم الربط لا يستطيع قراءة ما يمر به.
together-ticket = رمز التسجيل الذي سلّمته لكم YES، الجمعية المشرفة على البرنامج
together-enrol-do = تسجيل
together-enrolled = سُجلت الجمعية. الإرسال جار.
together-computers = حواسيب الجمعية
together-this = هذا الحاسوب
together-has-all = عنده كل شيء
together-lacks = { $count ->
    [zero] عنده كل شيء
    [one] ينقصه إرسال واحد
    [two] ينقصه إرسالان
    [few] تنقصه { $count } إرسالات
    [many] ينقصه { $count } إرسالا
   *[other] ينقصه { $count } إرسال
}
together-seen = شوهد آخر مرة: { $when }
together-remove = إخراج هذا الحاسوب
together-remove-ask = لن يصله شيء بعد الآن، ولن يُقبل منه شيء. هل تتابع؟
together-removed = أُخرج الحاسوب.
together-add = إضافة حاسوب
together-add-about = أنشئ رمزا، واكتبه على الحاسوب الجديد، ثم قارن ستة أرقام على الشاشتين.
together-invite = إنشاء رمز
together-invited = الرمز جاهز.
together-code = اكتب هذه الأرقام على الحاسوب الجديد، في «عندي رمز من حاسوب آخر». تصلح مرة واحدة خلال يومين.
together-picture = الأرقام نفسها في صورة تقرؤها آلة تصوير الهاتف
together-look = كتبتها هناك، تابع
together-asks = يطلب الحاسوب «{ $name }» الانضمام. هل الأرقام الستة نفسها على الشاشتين؟
together-role = ما يُسمح به لهذا الحاسوب
together-role-member = يقرأ ويكتب
together-role-admin = كل شيء، وإضافة الحواسيب وإخراجها
together-role-reader = يقرأ فقط
together-same = نعم، هي نفسها
together-differ = لا، مختلفة
together-admitted = انضم الحاسوب.
together-declined = لم يُقبل أحد، والرمز لم يعد صالحا.
trouble-nobody_yet = لم يطلب أي حاسوب الانضمام بعد.
trouble-nobody_yet-next = اكتب الرمز على الحاسوب الجديد وتأكد أنه متصل بالإنترنت، ثم اضغط مرة أخرى.
trouble-hub_no_answer = خادم الربط لا يجيب.
trouble-hub_no_answer-next = العمل مستمر هنا. تحقق من الإنترنت.
trouble-hub_cut = انقطع الاتصال بخادم الربط.
trouble-hub_cut-next = نعيد المحاولة وحدنا.
trouble-hub_unknown = لا نجد عنوان خادم الربط.
trouble-hub_unknown-next = تحقق من الإنترنت.
trouble-hub_not_here = خادم الربط لا يعرف هذا الحاسوب.
trouble-hub_not_here-next = ربما أُخرج من حواسيب الجمعية. اسأل من يدبرها.
trouble-code_not_valid = هذا الرمز لم يعد صالحا.
trouble-code_not_valid-next = اطلب رمزا جديدا.
trouble-not_enrolled = الجمعية غير مسجلة في خادم الربط.
trouble-not_enrolled-next = اكتب رمز التسجيل الذي سلّمته لكم YES.
trouble-timed_out = لم يأت أحد في الوقت المحدد.
trouble-timed_out-next = أعد المحاولة.
trouble-declined = رُفض هذا الحاسوب.
trouble-declined-next = اطلب رمزا جديدا وقارن الأرقام الستة.
hindered-not_a_writer = هذا الحاسوب للقراءة فقط، فما كُتب عليه يبقى هنا.
hindered-outdated = إصدار أحدث من البرنامج مستعمل عند الآخرين. حدّث هذا الحاسوب.
hindered-no_key = مفتاح اليوم لم يصل بعد، فالتغييرات تبقى هنا.
noticed-fork = الجهاز نُسخ أو يغش: تاريخان مختلفان يحملان اسمه. أبعده ثم ضمه من جديد.
noticed-healed = مجلد البيانات هذا نُسخ أو أُعيد إلى حالة سابقة. لوحظ ذلك وأُصلح، ولم يُفقد أي شيء.
noticed-hub_lost_data = كان خادم الربط قد فقد بيانات وقّع على تسلمها. أُعيدت إليه.
noticed-withheld = خادم الربط لا يُظهر شيئا رآه جهاز آخر. أخبر من يشرف عليه.
noticed-left_out = أغفلت YES أعدادا لجمعيتكم كان خادم الربط قد أخذها. صفحة «ما يخرج للإحصاء» تقول ما العمل.
noticed-split_membership = خادم الربط يُظهر لائحتين مختلفتين من الأجهزة. أوقف استعماله وأخبر من يشرف عليه.
noticed-false_receipt = أرسل خادم الربط إشعار تسلم بتوقيع خاطئ. أخبر من يشرف عليه.
noticed-not_admitted = كتب جهاز ما لا يحق له كتابته، فرُفض.
noticed-proposal_refused = رفض خادم الربط قرارا يخص الأجهزة. راجع لائحة الأجهزة، وقرر من جديد إن كان ذلك ما زال مطلوبا.
noticed-carried = ما كتبه جهاز أُبعد وبنى عليه غيره أعاد هذا الجهاز إرساله. لم يُفقد منه شيء.
noticed-left_behind = جزء مما كتبه جهاز أُبعد أو نُسخ لا يمكن قراءته على هذا الحاسوب. لم يُعَد إرساله، وقد يكون ما زال عند جهاز آخر.
start-join = عندي رمز من حاسوب آخر
join-title = الانضمام إلى جمعية
join-about = على الحاسوب الآخر: «العمل معا»، ثم «إنشاء رمز». اكتب الأرقام هنا. يلزم الإنترنت في هذه الخطوة وحدها.
join-code = أرقام الرمز
join-asking = ننتظر الحاسوب الآخر. اضغط هناك «كتبتها هناك، تابع».
join-digits = قارن هذه الأرقام الستة بما على الشاشة الأخرى، وأجب هناك.
trouble-not_admitted = لم يُقبل هذا الحاسوب.
trouble-not_admitted-next = اطلب رمزا جديدا من الحاسوب الآخر.
trouble-hub_false = هذا ليس خادم الربط الذي أعطى الرمز.
trouble-hub_false-next = لا تستعمل هذا الرمز. اسأل من يدير خادم الربط.
due-title = ما يحين أجله
due-about = كل تاريخ ينتظر عملا خلال التسعين يوما القادمة، وما فات منه.
due-nothing = لا شيء ينتظر.
due-late = فات أجله
owing-open = من لم يؤد
owing-title = واجبات لم تؤد: { $period }
owing-about = { $count ->
    [zero] أدى الجميع.
    [one] منخرط واحد لم يؤد كل ما عليه. الباقي: { $amount } درهم.
    [two] منخرطان لم يؤديا كل ما عليهما. الباقي: { $amount } درهم.
    [few] { $count } منخرطين لم يؤدوا كل ما عليهم. الباقي: { $amount } درهم.
    [many] { $count } منخرطا لم يؤدوا كل ما عليهم. الباقي: { $amount } درهم.
   *[other] { $count } منخرط لم يؤدوا كل ما عليهم. الباقي: { $amount } درهم.
}
owing-nobody = أدى الجميع واجبات هذه الفترة.
owing-left = الباقي
owing-pay = تسجيل الأداء
owing-reminder = السلام عليكم { $name }. نذكركم بواجب الانخراط في { $owner } لفترة { $period }. الباقي: { $amount } درهم. شكرا لكم.

## photos and scans

files-title = الصور والوثائق المرفقة
files-none = لا شيء بعد.
files-add = إضافة صورة أو وثيقة
files-add-title = إضافة صورة أو وثيقة إلى { $name }
files-added = أُضيف الملف.
files-again = لم يُضف الملف بعد. صحح ما بجانب الخانات، واختر الملف من جديد.
files-file = الملف
files-file-hint = صورة (JPEG أو PNG أو WebP) أو ملف PDF، عشرة ميغابايت على الأكثر.
files-title-hint = إن تركته فارغا أخذ المرفق اسم الملف.
files-agreed-hint = الموافقة على التصوير ليست موافقة على حفظ المعلومات: اسأل كل شخص، وولي أمر كل قاصر.
files-who = يرى المرفق كل من يحق له أن يرى هذه البطاقة. وهو محفوظ مشفرا على هذا الحاسوب وفي نسخ المفتاح، ولا ينتقل بعد إلى حواسيب الجمعية الأخرى.
files-identity = نسخة من بطاقة التعريف: احذفها متى انتهت الحاجة إليها.
files-no-agreement = فيها أشخاص لم تُكتب موافقتهم على التصوير: لا تنشرها.
files-elsewhere = الملف موجود على الحاسوب الذي أُضيف فيه.
files-details = المعلومات
files-kilobytes = { $size } كيلوبايت
files-megabytes = { $size } ميغابايت
trouble-copy_large = النسخة أكبر من أن يحفظها المتصفح.
trouble-copy_large-next = أدخل مفتاح USB واضغط «انسخ هنا»: فيه تُحفظ كاملة.
trouble-file_other = هذا الملف ليس صورة ولا ملف PDF.
trouble-file_other-next = اختر صورة (JPEG أو PNG أو WebP) أو ملف PDF.
trouble-file_heic = هذه صورة بصيغة HEIC، ولا تظهر في كثير من الحواسيب.
trouble-file_heic-next = في إعدادات كاميرا الآيفون اختر «الأكثر توافقا» لتلتقط صور JPEG، أو أرسل الصورة بصيغة JPEG.
trouble-file_large = الملف أكبر من عشرة ميغابايت.
trouble-file_large-next = صوّر بدقة أقل، أو امسح الوثيقة ضوئيا بالأبيض والأسود.
trouble-file_cut = الملف ناقص أو تالف.
trouble-file_cut-next = افتحه لترى هل هو سليم، ثم اختره من جديد.
trouble-file_points = أبعاد الصورة أكبر مما يمكن عرضه.
trouble-file_points-next = صغّر الصورة، ثم اخترها من جديد.
trouble-file_elsewhere = هذا الملف موجود على الحاسوب الذي أُضيف فيه.
trouble-file_elsewhere-next = افتح البطاقة على ذلك الحاسوب: الملفات لا تنتقل بعد بين الحواسيب.

## خاناتنا الخاصة

group-own = خاناتنا الخاصة
own-title = خاناتنا الخاصة
own-about = أضيفوا إلى أي سجل معلومة تحتاجها جمعيتكم ولا توجد فيه. تظهر في النموذج والبطاقة واللائحة والبحث، وفي الملفات التي تُدخل أو تُخرج.
own-link-about = معلومات تضيفها جمعيتكم إلى السجلات.
own-empty = لا خانات خاصة بعد
own-example = مثال: مقاس القميص، رقم الخزانة، وسيلة النقل.
own-law = لا تطلبوا هنا معلومات عن الصحة أو الدين أو الآراء السياسية أو الانتماء النقابي: القانون ⁦09‑08⁩ يمنع جمعها دون إذن. واطلبوا من الناس ما تحتاجونه فقط.
own-add = إضافة خانة
own-add-do = أضف الخانة
own-name-ar = اسم الخانة بالعربية
own-name-fr = اسم الخانة بالفرنسية
own-name-hint = لغة واحدة تكفي. بهذا الاسم يعرف البرنامج العمود في جداولكم.
own-kind = السجل
own-kind-hint = ما يضاف إلى «الأشخاص» يظهر في كل سجلات الأشخاص.
own-type = نوع المعلومة
own-type-hint = لا يتغير بعد الإضافة.
own-choices = الاختيارات
own-choices-hint = للاختيار من لائحة فقط: اختيار في كل سطر، وثلاثون على الأكثر. للكتابة باللغتين ضعوا = بينهما: صغير = Petit
own-personal = معلومة عن شخص
own-personal-hint = أبقوا العلامة إلا إذا كانت المعلومة لا تتعلق بأحد. ما يضاف إلى سجلات الأشخاص يبقى دائما معلومة عن شخص.
own-tag-personal = عن شخص
own-tag-retired = لم تعد مستعملة
own-rename = تغيير الاسم
own-change = تغيير الاسم أو الاختيارات
own-choice-ar = الاختيار بالعربية
own-choice-fr = الاختيار بالفرنسية
own-choice-off = لم يعد مقترحا
own-more = اختيارات أخرى
own-more-hint = اختيار في كل سطر. للكتابة باللغتين ضعوا = بينهما: صغير = Petit
own-retire = لم نعد نستعملها
own-use-again = نستعملها من جديد
own-added = أضيفت الخانة، وهي الآن في السجل.
own-retired = لم تعد الخانة مقترحة. وما كُتب فيها باق.
own-used-again = الخانة مستعملة من جديد.
own-unfit-no_name = لا اسم لها، فلا تظهر في السجل.
own-unfit-long_name = اسمها طويل جدا، فلا تظهر في السجل.
own-unfit-unknown_type = نوعها من إصدار أحدث من البرنامج: لا تظهر هنا قبل تحديثه.
own-unfit-unknown_kind = سجلها غير معروف هنا، فلا تظهر.
own-unfit-too_many = الخانات كثيرة: هذه لا تظهر في السجل.
trouble-own_no_name = لا اسم هنا.
trouble-own_no_name-next = اكتبوا اسما بالعربية أو بالفرنسية.
trouble-own_long_name = الاسم طويل.
trouble-own_long_name-next = ستون حرفا على الأكثر.
trouble-own_same_name = في هذا السجل خانة بهذا الاسم.
trouble-own_same_name-next = اختاروا اسما آخر، أو استعملوا الخانة الموجودة.
trouble-own_too_many = للجمعية أربعون خانة خاصة مستعملة، وهذا أقصى عدد.
trouble-own_too_many-next = أوقفوا أولا استعمال خانة لم تعودوا تحتاجونها.
trouble-own_no_choices = لا اختيارات هنا.
trouble-own_no_choices-next = اكتبوا اختيارا في كل سطر.
trouble-own_many_choices = الاختيارات كثيرة.
trouble-own_many_choices-next = ثلاثون على الأكثر: أوقفوا ما لم تعودوا تحتاجونه.
trouble-own_no_list = كتبتم اختيارات، والنوع ليس «اختيار من لائحة».
trouble-own_no_list-next = اختاروا هذا النوع، أو امحوا الاختيارات.
trouble-own_same_choice = هذا الاختيار مكتوب مرتين.
trouble-own_same_choice-next = لكل اختيار اسم خاص به.

kept-open = كل ما هو محفوظ عن هذا الشخص
kept-title = ما هو محفوظ عن { $name }
kept-record = السجل
kept-field = البيان
kept-value = ما هو مكتوب
kept-deleted = { $kind } (في سلة المحذوفات)
kept-hides = بعض السجلات لا تدخل في مهمتك، فلا تظهر هنا.
kept-more = هذا أول ما هو محفوظ فقط.
kept-portable = حفظ كجدول (Excel)
card-sum = المجموع: { $amount }
keeps-begin = إعداد السجل مما يحفظه البرنامج
keeps-begin-about = يضيف البرنامج سطرا لكل سجل فيه معطيات عن أشخاص، وتكملون أنتم الباقي: الأساس القانوني، ومدة الحفظ، ومن تُرسل إليه.
keeps-all-there = كل سجل فيه معطيات عن أشخاص له سطر هنا.
keeps-begun = { $count ->
    [zero] لم يُضف أي سطر.
    [one] أُضيف سطر واحد. أكملوا ما بقي فيه.
    [two] أُضيف سطران. أكملوا ما بقي فيهما.
    [few] أُضيفت { $count } أسطر. أكملوا ما بقي فيها.
    [many] أُضيف { $count } سطرا. أكملوا ما بقي فيها.
   *[other] أُضيف { $count } سطر. أكملوا ما بقي فيها.
}
keeps-security = معطيات مشفرة على حواسيب الجمعية، ولكل شخص عبارة سر خاصة به ومهام محددة.
keeps-purpose-member = تدبير الانخراط وواجباته ودعوة المنخرطين إلى الجموع.
keeps-purpose-beneficiary = تسجيل المستفيدين وتتبع الخدمات المقدمة إليهم.
keeps-purpose-donor = تتبع الهبات وتسليم وصولها.
keeps-purpose-partner = التواصل مع ممثلي الشركاء.
keeps-purpose-volunteer = تنظيم عمل المتطوعين وساعاتهم.
keeps-purpose-trainee = تنظيم الدورات التكوينية وتسليم شهاداتها.
keeps-purpose-participant = التواصل مع ممثلي الجمعيات المشاركة ومواكبتها.
keeps-purpose-functioning = ملاءمة الأنشطة مع الصعوبات الوظيفية للمشاركين.
keeps-purpose-attachment = توثيق الأنشطة وحفظ وثائق الملفات.
owing-no-period = أضف أولا سنة الاشتراك وما يجب فيها على كل صنف.
owing-own = من كُتب في بطاقته واجب خاص به يُحسب له ذلك، لا ما كُتب للسنة.
copies-none = لم يوجد أي مفتاح على هذا الحاسوب. أدخل المفتاح، وانتظر قليلا، ثم ابحث من جديد.
