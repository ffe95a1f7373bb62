# المؤشرات، وما يخرج من الجمعية للإحصاء.

figures-title = المؤشرات
figures-link-about = أعداد الجمعية في كل فترة، وما وراء كل عدد.
figures-about = هذه الأعداد تُحسب هنا، على هذا الحاسوب. لا يخرج منها شيء بدون موافقتكم.
figures-period = الفترة
figures-show = عرض
figures-running = هذه الفترة لم تنته بعد.
figures-of-period = المؤشرات: { $period }
figures-rest = { $count ->
    [zero] لا مؤشرات أخرى
    [one] مؤشر آخر واحد
    [two] مؤشران آخران
    [few] { $count } مؤشرات أخرى
    [many] { $count } مؤشرا آخر
   *[other] { $count } مؤشر آخر
 }
figures-of = { $number } من { $of }
figures-percent = { $percent } في المائة
figures-mean = المعدل { $mean }
figures-none-yet = لا شيء للمقارنة بعد
figures-unconcerned = لا يعني الجمعية في هذه الفترة
figures-table = حسب الجنس والسن
figures-age = السن
figures-all = المجموع
figures-behind = ما وراء العدد
figures-behind-about = هذه البطاقات لا تُرى إلا هنا، داخل الجمعية.
figures-behind-none = لا بطاقات وراء هذا العدد: يحسبه البرنامج من حال السجلات كلها.
figures-behind-more = { $count ->
    [zero] لا بطاقات أخرى.
    [one] وبطاقة أخرى.
    [two] وبطاقتان أخريان.
    [few] و{ $count } بطاقات أخرى.
    [many] و{ $count } بطاقة أخرى.
   *[other] و{ $count } بطاقة أخرى.
 }
figures-records = { $count ->
    [zero] لا بطاقات
    [one] بطاقة واحدة
    [two] بطاقتان
    [few] { $count } بطاقات
    [many] { $count } بطاقة
   *[other] { $count } بطاقة
 }
figures-back = كل المؤشرات
leaves-title = ما يخرج
leaves-link = ما يخرج للإحصاء
leaves-link-about = كل عدد يخرج من الجمعية، ولمن، وموافقتكم عليه.
leaves-about = لا يخرج من هذا الحاسوب إلا الأعداد المكتوبة في هذه الصفحة، موقعة، بعد موافقتكم. لا اسم ولا بطاقة.
leaves-several = للجمعية عدة حواسيب: تُعد التقارير على واحد منها وتستمر عليه، لأن الموافقة وما تحتفظون به وما خرج محفوظ في الحاسوب الذي أُعدت عليه.
leaves-nothing = لم يُطلب شيء بعد
leaves-nothing-about = ما تطلبه YES يصل من تلقاء نفسه حين يتصل هذا الحاسوب بخادم الربط، أو اختاروا هنا الملف الذي أرسلته. قبل موافقتكم لا يخرج شيء.
leaves-ask = ملف من YES: طلب، أو ما آل إليه
leaves-take = قراءة الملف
leaves-another = ملف آخر من YES: طلب، أو ما آل إليه
leaves-taken = قُرئ الطلب. لم يخرج شيء بعد.
leaves-told = قُرئ ما وقعته YES عن هذه الفترة.
leaves-key = مفتاح الإحصاء للجمعية، يُعطى لمن يجمع الأعداد:
leaves-to-one = من يقرأ هذه الأعداد: { $operator }.
leaves-consent-one = { $operator } تقرأ هذه الأعداد باسم جمعيتكم. ولا يمكنها أن ترى أي شخص. وما تنشره مجموع مع أعداد أربع جمعيات أخرى على الأقل.
leaves-k = { $count ->
    [zero] كل مجموع يُنشر يضم عدة جمعيات.
    [one] كل مجموع يُنشر يضم جمعية واحدة على الأقل.
    [two] كل مجموع يُنشر يضم جمعيتين على الأقل.
    [few] كل مجموع يُنشر يضم { $count } جمعيات على الأقل.
    [many] كل مجموع يُنشر يضم { $count } جمعية على الأقل.
   *[other] كل مجموع يُنشر يضم { $count } جمعية على الأقل.
 }
leaves-number = العدد
leaves-value = ما يخرج
leaves-bound = أقصى ما يُقبل
leaves-bound-about = العدد الذي يفوق الأقصى لا يخرج، بل يبقى هنا.
leaves-withhold = لا ترسلوه
leaves-fate = الحالة
leaves-what-of = { $label }: من كم
leaves-nothing-leaves = لا شيء
leaves-part = { $cell }: { $number }
leaves-correction-plus = تصحيح لفترات سابقة من السنة: زيادة { $count }
leaves-correction-minus = تصحيح لفترات سابقة من السنة: نقصان { $count }
leaves-is-leaves = يخرج كما هو
leaves-is-moved = يخرج، ونُقلت الأعداد من 1 إلى 4 إلى «غير معروف» حتى لا يُعرف أحد
leaves-is-withheld = محتفظ به: لا يخرج
leaves-is-few = لا يخرج: عدد قليل قد يدل على أشخاص
leaves-is-waits = لا معطيات بعد: لا يخرج
leaves-is-unconcerned = لا يعني الجمعية: لا يخرج
leaves-is-unknown = لا يخرج: البرنامج لا يعرف هذا التعريف
leaves-is-above = فوق الحد: اسألوا YES، أو صححوا السجلات، أو احتفظوا به
leaves-agreed = وافق { $who } على هذه الشروط يوم { $when }.
leaves-agree = نوافق باسم الجمعية على أن تخرج هذه الأعداد بهذه الشروط
leaves-now = الأعداد كما هي في السجلات الآن؛ ما تغير منها يدخل في تقرير الفترة الموالية
leaves-make = إعداد التقرير
leaves-correct = إعداد تقرير مصحح
leaves-until = يمكن التصحيح إلى غاية { $day }.
leaves-late = كان آخر يوم { $day }. ما يصل بعد الإغلاق ينتظر الفترة المقبلة.
leaves-late-last = كان آخر يوم { $day }. هذه آخر فترة في السنة: ما يصل بعد الإغلاق لا يُحسب.
leaves-late-next = لا يضيع شيء: يدخل الفرق في الفترة المقبلة من السنة تصحيحا.
leaves-late-next-last = هذه آخر فترة في السنة، والتصحيح لا يتجاوز سنته: هذا الفرق لا يُحسب. ما حُسب من قبل يبقى كما هو.
leaves-late-withdrawn = ما حُسب قبل الإغلاق يبقى محسوبا ولا يُسحب. انتهت الموافقة: لا يخرج شيء بعدها ما لم توافقوا من جديد.
leaves-made = أُعد التقرير { $number }. يذهب من تلقاء نفسه إلى خادم الربط، وحيث لا خادم احفظوا ملفه واحملوه إلى YES.
leaves-reports = التقارير التي أُعدت على هذا الحاسوب
leaves-frozen-counted = حُسبت أعداد هذه الفترة ولا يمكن سحبها.
leaves-frozen = أُغلقت هذه الفترة وليس فيها عدد من أعدادكم التي أُعدت على هذا الحاسوب.
leaves-disagree = إنهاء الموافقة
leaves-disagree-about = لا يخرج شيء بعد ذلك بهذه الشروط ما لم توافقوا من جديد. وما حُسب يبقى محسوبا.
leaves-disagreed = انتهت الموافقة. لا يخرج شيء بعد الآن ما لم توافقوا من جديد.
leaves-report = التقرير { $number }: { $who }، { $when }
leaves-counts = هذا هو الذي يُحسب
leaves-save = حفظ الملف
leaves-withdraw = سحب كل الأعداد
leaves-withdraw-about = يُعد تقرير بلا أعداد يأخذ مكان ما قبله، وتُطلب موافقتكم من جديد.
leaves-withdrawn = أُعد تقرير بلا أعداد. يذهب من تلقاء نفسه إلى خادم الربط ويأخذ مكان ما قبله، وحيث لا خادم احملوا ملفه إلى YES.
leaves-changed = تغيرت الأعداد بعد أن رأيتموها. راجعوها ثم أعيدوا.
leaves-unseen = ما اخترتموه الآن يُرسل عددا بشكل لم تروه بعد. راجعوه في الجدول ثم أعيدوا.
leaves-stands = أين وصل التقرير
leaves-stage-made = أُعد التقرير { $number }، ولم يصل بعد جواب من خادم الربط. يخرج عند التبادل المقبل.
leaves-stage-sent = أُرسل التقرير { $number } ولم يجب خادم الربط بعد. يُرسل من جديد من تلقاء نفسه.
leaves-stage-received = التقرير { $number } عند خادم الربط.
leaves-stage-rejected = لم يأخذ خادم الربط التقرير { $number }.
leaves-stage-replaced = أخذ تقرير أحدث للجمعية مكان التقرير { $number }.
leaves-stage-counted = التقرير { $number } محسوب: اللائحة التي وقعتها YES تتضمنه كما هو حرفا بحرف.
leaves-stage-published = التقرير { $number } محسوب، والأرقام منشورة.
leaves-stage-left_out = أغفلت YES التقرير { $number }.
leaves-stage-left_out-next = كان خادم الربط قد أخذه، واللائحة التي وقعتها YES خالية منه. أخبروا YES في الحال وأروها ملف التقرير. لا يضيع شيء: ما لم يُصلح الأمر تدخل هذه الأعداد في الفترة المقبلة من السنة تصحيحا.
leaves-stage-left_out-next-last = كان خادم الربط قد أخذه، واللائحة التي وقعتها YES خالية منه. أخبروا YES في الحال وأروها ملف التقرير. هذه آخر فترة في السنة: ما لم يُصلح الأمر لا تُحسب هذه الأعداد.
leaves-stage-other_numbers = حُسبت باسم جمعيتكم أعداد غير التي في التقرير { $number }.
leaves-stage-other_numbers-next = وقعها أحد بمفتاح جمعيتكم: انظروا هل أعد حاسوب آخر من حواسيبكم تقريرا، وهل أُخرج حاسوب من الجمعية. ثم أخبروا YES.
leaves-contradicted = وقعت YES لائحتين مختلفتين عن هذه الفترة.
leaves-contradicted-next = اللائحتان محفوظتان في هذا الحاسوب. اسألوا YES أيهما المعتمدة، وأخبروا الجمعيات الأخرى.
leaves-when = يوم { $when }.
leaves-published = ما نُشر
leaves-published-about = عددكم كما حُسب، وبجانبه مجموع كل الجمعيات.
leaves-own = عددكم
leaves-total = المنشور
leaves-from = الجمعيات
leaves-from-of = { $count } من { $of }
leaves-partial = جزئي
leaves-concerns-some = الباقي غير معني أو لم يجب
leaves-not-published = غير منشور، حتى لا تُعرف جمعية ولا شخص

trouble-task_not_from_our_relay = هذا الطلب لم يوقعه خادم الربط الذي سُجلت فيه الجمعية.
trouble-task_not_from_our_relay-next = اطلبوا الملف من YES نفسها، ولا تستعملوا هذا.
trouble-task_not_asked_of_us = هذا الطلب لا يعني جمعيتكم.
trouble-task_not_asked_of_us-next = أعطوا YES مفتاح الإحصاء الظاهر في صفحة «ما يخرج»، ثم اطلبوا الملف مرة أخرى.
trouble-task_unreadable = هذا الملف ليس طلب أعداد.
trouble-task_unreadable-next = اطلبوا الملف من YES مرة أخرى، أو أحدث إصدار من البرنامج.
trouble-task_two_operators = هذا الطلب لجهتين، وهذا الإصدار لا يرسل إلا لجهة واحدة.
trouble-task_two_operators-next = اطلبوا أحدث إصدار من البرنامج ممن يواكبكم.
trouble-task_no_period = أيام الطلب، من { $start } إلى { $end }، ليست شهرا ولا ربعا ولا نصفا ولا سنة.
trouble-task_no_period-next = أخبروا YES بذلك.
trouble-task_other_period = الطلب عن { $found } وليس عن { $asked }.
trouble-task_other_period-next = اختاروا الفترة { $found }.
trouble-task_none = لم يُطلب شيء عن { $period }.
trouble-task_none-next = اختاروا ملف الطلب من YES أولا.
trouble-report_not_agreed = لم يوافق أحد على هذه الشروط بعد.
trouble-report_not_agreed-next = اقرؤوها، ثم ضعوا علامة الموافقة.
trouble-report_other_terms = تغيرت الشروط بعد أن رأيتموها.
trouble-report_other_terms-next = اقرؤوها من جديد، ثم وافقوا.
trouble-report_no_such_number = { $code } ليس في الطلب.
trouble-report_no_such_number-next = راجعوا رمز المؤشر.
trouble-report_above_bound = { $code }: العدد { $value } فوق الحد { $bound }. لم يخرج شيء.
trouble-report_above_bound-next = اسألوا YES. أو صححوا السجلات إن كان خطأ، أو ضعوا أمامه علامة «لا ترسلوه».
trouble-report_unfit = هذه الأعداد لا تناسب الطلب. لم يخرج شيء.
trouble-report_unfit-next = أخبروا من يواكبكم وأعطوه الرمز أسفله.
trouble-report_no_key = هذا الحاسوب لا يملك مفتاح الإحصاء للجمعية.
trouble-report_no_key-next = أعدوا التقرير على حاسوب آخر للجمعية.
trouble-report_unreadable = هذا الملف ليس تقرير أعداد، أو تغير فيه شيء.
trouble-report_unreadable-next = احفظوا الملف من جديد من صفحة «ما يخرج».
trouble-report_unknown_task = هذا التقرير جواب عن طلب لا يعرفه هذا الحاسوب.
trouble-report_unknown_task-next = افتحوه على الحاسوب الذي أُعد عليه.
trouble-report_no_period_runs = تاريخ هذا الحاسوب خارج السنوات التي يعرفها البرنامج.
trouble-report_no_period_runs-next = صححوا تاريخ الحاسوب ثم أعيدوا.
trouble-report_frozen = أُغلقت هذه الفترة: ما حُسب فيها لا يُسحب.
trouble-report_frozen-next = أنهوا الموافقة حتى لا يخرج شيء بعد الآن.
trouble-not_from_yes = هذا الملف ليس طلب أعداد ولا يقول ما آلت إليه.
trouble-not_from_yes-next = اطلبوا الملف من YES مرة أخرى، أو أحدث إصدار من البرنامج.
trouble-notice_of_others = هذا الملف عن فترة لم يُطلب عنها شيء من هذا الحاسوب.
trouble-notice_of_others-next = اقرؤوه على الحاسوب الذي أُعد عليه التقرير.
trouble-sheet_card_too_long = اسم الجمعية أو عنوان موقعها أطول مما تسعه البطاقة.
trouble-sheet_card_too_long-next = قصّروه في بطاقة الجمعية، أو أزيلوا علامة البطاقة العمومية.
trouble-sheet_malformed = لم تُقرأ البطاقة في YES.
trouble-sheet_malformed-next = أعدوا إعدادها.
trouble-sheet_unsigned = لم يُعرف توقيع البطاقة.
trouble-sheet_unsigned-next = أعدوا إعدادها.
trouble-sheet_not_registered = لم تُسجل جمعيتكم بعد عند من يجمع الأعداد.
trouble-sheet_not_registered-next = أعطوا YES مفتاح الإحصاء من صفحة «ما يخرج».
trouble-sheet_older = عند YES بطاقة أحدث، أُعدت على حاسوب آخر.
trouble-sheet_older-next = أعدوا إعداد البطاقة هنا إن كانت هذه هي الصحيحة.
trouble-sheet_ahead = تاريخ هذا الحاسوب في المستقبل.
trouble-sheet_ahead-next = صححوا تاريخ الحاسوب ثم أعيدوا إعداد البطاقة.

## بطاقة التقدم
progress-title = بطاقة التقدم
progress-link = بطاقة التقدم
progress-link-about = ما تُطلعون عليه YES باسم جمعيتكم، أمرا أمرا، وتسحبونه متى شئتم.
progress-about = هذه أجوبة بنعم أو لا عن عمل الجمعية. لا ترى YES منها إلا ما تضعون أمامه علامة، باسم جمعيتكم، حتى تعرف أين تساعد. ليس فيها شخص ولا عدد من أعدادكم.
progress-made = آخر بطاقة: { $who }، { $when }
progress-not-yet = لا تُظهرون شيئا من هذا الحاسوب.
progress-several = للجمعية عدة حواسيب: تُعد البطاقة على واحد منها وتستمر عليه. هذه الصفحة لا تعرف ما أُظهر من حاسوب آخر، والبطاقة الأحدث تأخذ مكان التي قبلها.
progress-changed = تغير ما في السجلات بعد أن رأيتموه. راجعوه ثم أعيدوا.
progress-waits = لم تصل إلى YES بعد.
progress-received = وصلت إلى YES يوم { $when }.
progress-nothing-shown = لا تُظهر شيئا: ما أُظهر من قبل مسحوب.
progress-fact = الأمر
progress-says = ما تقوله السجلات اليوم
progress-show = أظهروه
progress-unconcerned = لا يعني الجمعية
progress-stale = البطاقة السابقة تقول: { $said }
progress-card = أظهروا أيضا بطاقتنا العمومية
progress-card-about = الاسم وعنوان الموقع كما هما في بطاقة الجمعية. هما معلنان للناس أصلا.
progress-make = إعداد البطاقة
progress-make-about = تأخذ مكان التي قبلها. وإن لم تضعوا أي علامة سُحب كل شيء.
progress-done = أُعدت البطاقة. تصل إلى YES من تلقاء نفسها عبر خادم الربط؛ وإن لم يكن فاحفظوا ملفها واحملوه إليها.
progress-taken-back = أُعدت بطاقة لا تُظهر شيئا، وتأخذ مكان ما قبلها حين تصل إلى YES؛ وإن لم يكن خادم ربط فاحملوا ملفها إليها.
