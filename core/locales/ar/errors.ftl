# ما يقال عن خانة لا تقرأ، وعن طلب رفض، وعما ينبغي النظر فيه.
# لكل رمز جملة تقول ما وقع، وأخرى (‎-next) تقول ما العمل.

## القيم

value-too_long = { $limit ->
    [65536] النص طويل جدا: { $found } بايت، والحد الأقصى { $limit } بايت.
   *[other] { $found ->
        [few] النص طويل جدا: { $found } حروف، والحد الأقصى { $limit }.
        [many] النص طويل جدا: { $found } حرفا، والحد الأقصى { $limit }.
       *[other] النص طويل جدا: { $found } حرف، والحد الأقصى { $limit }.
    }
}
value-too_long-next = اختصره، أو احتفظ بالنص الطويل في وثيقة.
value-control_character = في النص علامة لا تكتب في سطر واحد.
value-control_character-next = امسح الخانة واكتبها من جديد.
value-wrong_shape = القيمة المحفوظة ليست من النوع الذي تقبله هذه الخانة.
value-wrong_shape-next = اكتب القيمة من جديد.
value-not_canonical = القيمة محفوظة في صيغة غير صيغتها المعتادة.
value-not_canonical-next = اكتب القيمة من جديد.
value-not_a_number = هذا ليس عددا.
value-not_a_number-next = اكتب أرقاما فقط، مثل 1234 أو 1234,50.
value-ambiguous_number = يقرأ هذا العدد على أكثر من وجه: { $candidates }.
value-ambiguous_number-next = اكتبه دون فاصل الآلاف، مثل 1234 أو 1234,50.
value-too_precise = { $limit ->
    [0] ينتظر هنا عدد صحيح دون أرقام بعد الفاصلة.
   *[other] { $found ->
        [one] بعد الفاصلة رقم واحد، والمسموح به { $limit }.
        [two] بعد الفاصلة رقمان، والمسموح به { $limit }.
        [few] بعد الفاصلة { $found } أرقام، والمسموح به { $limit }.
        [many] بعد الفاصلة { $found } رقما، والمسموح به { $limit }.
       *[other] بعد الفاصلة { $found } رقم، والمسموح به { $limit }.
    }
}
value-too_precise-next = احذف ما زاد من الأرقام بعد الفاصلة.
value-out_of_range = القيمة خارج الحدود: من { $min } إلى { $max }.
value-out_of_range-next = تحقق من القيمة وصححها.
value-other_currency = المبلغ بعملة أخرى ({ $found })، وتنتظر هذه الخانة الدرهم.
value-other_currency-next = اكتب المبلغ بالدرهم، أو اكتب العملة في خانتها.
value-not_a_date = هذا ليس تاريخا.
value-not_a_date-next = اكتب يوم/شهر/سنة مثل 28/06/1962، أو الشهر والسنة، أو السنة وحدها.
value-ambiguous_date = { $count ->
    [one] لا يوجد هذا التاريخ كما كتب؛ هل المقصود { $candidates }؟
   *[other] يقرأ هذا التاريخ على أكثر من وجه: { $candidates }.
}
value-ambiguous_date-next = اكتب اليوم ثم الشهر ثم السنة بأربعة أرقام، مثل 28/06/1962.
value-no_such_day = لا يوجد هذا اليوم في التقويم.
value-no_such_day-next = تحقق من اليوم والشهر؛ وإن لم تعرف إلا السنة فاكتب السنة وحدها.
value-not_a_flag = تنتظر هذه الخانة نعم أو لا.
value-not_a_flag-next = اكتب نعم أو لا، أو اترك الخانة فارغة.
value-not_a_cnie = هذا ليس رقم بطاقة وطنية.
value-not_a_cnie-next = اكتب حرفا أو حرفين لاتينيين تليهما الأرقام، مثل XA123456.
value-not_a_phone = { $found ->
    [zero] هذا ليس رقم هاتف: لا أرقام فيه.
    [one] هذا ليس رقم هاتف: فيه رقم واحد.
    [two] هذا ليس رقم هاتف: فيه رقمان.
    [few] هذا ليس رقم هاتف: فيه { $found } أرقام.
    [many] هذا ليس رقم هاتف: فيه { $found } رقما.
   *[other] هذا ليس رقم هاتف: فيه { $found } رقم.
}
value-not_a_phone-next = اكتب عشرة أرقام تبدأ بـ 05 أو 06 أو 07، أو رقما أجنبيا يبدأ بـ + ورمز البلد.
value-several_phones = { $count ->
    [two] في الخانة رقما هاتف: { $candidates }.
    [few] في الخانة { $count } أرقام هاتف: { $candidates }.
    [many] في الخانة { $count } رقم هاتف: { $candidates }.
   *[other] في الخانة أكثر من رقم هاتف: { $candidates }.
}
value-several_phones-next = اكتب رقما واحدا هنا، والباقي في خانة أرقام الهاتف.
value-not_an_email = هذا ليس بريدا إلكترونيا.
value-not_an_email-next = اكتبه مثل nom@exemple.ma، دون فراغات.
value-not_a_series = هذا ليس رقما من دفتر.
value-not_a_series-next = اكتبه مثل 2026-A-0012.
value-not_a_reference = { $found ->
    [few] هذا ليس رقم تعريف بطاقة: فيه { $found } حروف، وينبغي أن تكون 26.
    [many] هذا ليس رقم تعريف بطاقة: فيه { $found } حرفا، وينبغي أن تكون 26.
   *[other] هذا ليس رقم تعريف بطاقة: فيه { $found } حرف، وينبغي أن تكون 26.
}
value-not_a_reference-next = انسخ رقم التعريف كاملا من اللائحة.
value-unknown_code = { $count ->
    [zero] هذه الكلمة ليست من اللائحة.
   *[other] هذه الكلمة ليست من اللائحة. هل المقصود: { $candidates }؟
}
value-unknown_code-next = اختر قيمة من اللائحة.
value-ambiguous_code = لهذه الكلمة أكثر من معنى: { $candidates }.
value-ambiguous_code-next = اختر قيمة واحدة من اللائحة.
value-no_such_member = لا يوجد في هذه الخانة جزء باسم { $member }.
value-no_such_member-next = اللغات هي ar وfr وen وzgh؛ وعناصر اللائحة تكتب كما هي محفوظة.

## ما رفض

refusal-unknown_kind = لا يوجد نوع من البطاقات باسم { $kind }.
refusal-unknown_kind-next = اختر نوعا من الأنواع المعروفة.
refusal-unknown_field = لا توجد خانة { $field } في { $kind }.
refusal-unknown_field-next = انظر أسماء الخانات في هذا النوع من البطاقات.
refusal-not_found = لا توجد بطاقة بهذا الرقم: { $record }.
refusal-not_found-next = انسخ رقم التعريف من اللائحة.
refusal-exists = توجد بطاقة بهذا الرقم: { $record }.
refusal-exists-next = عدل البطاقة الموجودة بدل إضافة أخرى.
refusal-conflict_open = في خانة { $field } قيمتان مختلفتان، ولا بد من الاختيار أولا.
refusal-conflict_open-next = قارن القيمتين واختر الصحيحة.
refusal-no_conflict = في خانة { $field } قيمة واحدة؛ لا شيء يحتاج إلى اختيار.
refusal-no_conflict-next = عدلها كما تعدل أي خانة.
refusal-too_long = نص خانة { $field } طويل جدا: { $bytes } بايت، والحد الأقصى { $max } بايت.
refusal-too_long-next = اختصره، أو احتفظ بالنص الطويل في وثيقة.
refusal-change_too_large = هذا أكثر مما يسعه تعديل واحد: { $bytes } بايت، والحد الأقصى { $max } بايت.
refusal-change_too_large-next = اكتب الخانات على مراحل.
refusal-deleted = هذه البطاقة محذوفة من اللوائح.
refusal-deleted-next = استرجعها أولا، ثم عدلها.
refusal-unknown_base = تغيرت البطاقة على نحو لم يصل بعد إلى هذا الجهاز.
refusal-unknown_base-next = افتح البطاقة من جديد وأعد التعديل.
refusal-merge_cycle = لا يمكن أن تحل البطاقة محل نفسها.
refusal-merge_cycle-next = ألغ الدمج السابق أولا.
refusal-merge_kinds = لا يمكن دمج بطاقتين من نوعين مختلفين.
refusal-merge_kinds-next = ادمج شخصين معا، أو مانحين معا.
refusal-unreadable = تعذرت قراءة البطاقة من القرص.
refusal-unreadable-next = انسخ مجلد المعطيات أولا، ثم افحصه.
refusal-internal = وقع خطأ في البرنامج نفسه.
refusal-internal-next = لم يحفظ شيء. المرجو الإبلاغ عن هذا الخطأ.

## الأرقام التي ترسل

error-above_bound = { $indicator }: العدد { $value } أكبر من { $bound }، وهو أقصى ما اتفق عليه للجمعية الواحدة.
error-above_bound-next = تحقق من العدد. فإن كان صحيحا فاطلب من YES رفع الحد المتفق عليه. لم يرسل شيء.
error-other_indicators = هذه الأرقام ليست أرقام مؤشرات هذه الفترة.
error-other_indicators-next = أعد حساب الفترة.
error-withheld_number = { $indicator }: رقم محجوب، ومع ذلك كتب فيه عدد.
error-withheld_number-next = أعد حساب الفترة.
error-small_cell = { $indicator }: العدد { $value } في خانة واحدة قليل إلى حد قد يعرف معه أصحابه.
error-small_cell-next = أعد حساب الفترة: ينقل العدد الصغير عندئذ إلى «غير محدد».
error-both_ways = { $indicator }: تصحيح بالزيادة ({ $plus }) وبالنقصان ({ $minus }) في آن واحد.
error-both_ways-next = احتفظ بتصحيح واحد هو الفرق بينهما.
error-ledger_malformed = القيد { $at } في لائحة عمليات الفتح لا يقرأ.
error-ledger_malformed-next = احتفظ باللائحة كما هي وقارنها بنسخة أقدم.
error-ledger_broken = غيرت لائحة عمليات الفتح: القيد { $at } لا يتبع ما قبله.
error-ledger_broken-next = احتفظ باللائحة كما هي وقارنها بنسخة أقدم.
error-ledger_head_missing = نهاية لائحة عمليات الفتح ناقصة، أو أعيدت كتابة اللائحة.
error-ledger_head_missing-next = احتفظ باللائحة كما هي وقارنها بنسخة أقدم.
error-not_a_fact = { $indicator } إفادة تصح أو لا تصح، ولا تقبل عددا آخر.
error-not_a_fact-next = أعد حساب الفترة.
error-report_malformed = وصلت الأرقام في صيغة لا تقرأ.
error-report_malformed-next = أعد إرسالها؛ وإن تكرر ذلك فحدث البرنامج.
error-report_other_task = هذه الأرقام لفترة أخرى، أو لشروط تغيرت بعدها.
error-report_other_task-next = اقرأ الشروط الجديدة ووافق عليها قبل إعادة الإرسال.
error-report_not_registered = هذه الجمعية ليست بين الجمعيات المطلوبة أرقامها هذه السنة.
error-report_not_registered-next = اسأل YES هل الجمعية مسجلة لأرقام هذه السنة.
error-report_unsigned = التوقيع المرفق بالأرقام ليس توقيع هذه الجمعية.
error-report_unsigned-next = أعد إرسالها؛ وإن تكرر ذلك فأخبر YES.
error-report_out_of_range = أحد الأرقام يتجاوز ما اتفق عليه لهذه الفترة.
error-report_out_of_range-next = تحقق من الأرقام. فإن كانت صحيحة فاطلب من YES رفع الحد المتفق عليه.
error-report_replayed = سبق أن أرسلت أرقام أخرى تحت العلامة نفسها.
error-report_replayed-next = أعد حساب الفترة ثم أرسلها.
error-report_superseded = توجد أرقام أحدث لهذه الجمعية.
error-report_superseded-next = إن كانت هذه هي الصحيحة فأعد إرسالها تصحيحا.
error-report_late = أغلقت الفترة، ووصلت هذه الأرقام بعد إغلاقها.
error-report_late-next = يدخل الفرق تصحيحا في الفترة الموالية من السنة نفسها. أما ما جاء بعد إغلاق آخر فترة في السنة فلا يحسب.
error-report_rejected = لم يأخذ خادم الربط هذه الأعداد لسبب لا يعرفه هذا البرنامج.
error-report_rejected-next = حدّث البرنامج ثم أعد إعداد التقرير.
error-statistics_no_seat = خادم الربط لا يعرف مفتاح الإحصاء لهذه الجمعية.
error-statistics_no_seat-next = أعط YES المفتاح الذي تعرضه صفحة «ما يخرج». أما السجلات فتتزامن كعادتها.
error-statistics_busy = خادم الربط لا يأخذ أعدادا الآن.
error-statistics_busy-next = لا يضيع شيء: تُرسل الأعداد من جديد من تلقاء نفسها.
error-statistics_not_answered = خادم الربط لا يفهم ما يسأله هذا البرنامج عن الأعداد.
error-statistics_not_answered-next = أحد البرنامجين أقدم من الآخر. حدّثه؛ ولا يضيع شيء في هذه المدة.
error-newcomers_wait = عدد الجمعيات الجديدة في اللائحة: { $found }. تدخل الجديدة معا ابتداء من { $needed }.
error-newcomers_wait-next = احتفظ بها لوقت لاحق؛ تدخل متى بلغت العدد المطلوب.
error-seat_twice = توجد جمعية مرتين في لائحة السنة.
error-seat_twice-next = احذفها مرة واحدة.
error-too_many_seats = عدد الجمعيات في لائحة السنة: { $found }، والحد الأقصى { $limit }.
error-too_many_seats-next = قسم اللائحة إلى عدة لوائح، لكل منها أرقامها.
error-task_period = من { $start } إلى { $end } ليست فترة داخل سنة واحدة.
error-task_period-next = اختر يوم البداية ويوم النهاية من السنة نفسها.
error-task_operators = الجهة التي تجمع الأرقام بلا اسم، أو لجهتين الاسم نفسه.
error-task_operators-next = اكتب اسم كل جهة.
error-task_k = أقل عدد للجمعيات وراء كل رقم: { $found }، وينبغي ألا يقل عن { $limit }.
error-task_k-next = ارفع هذا العدد.
error-task_indicators = عدد المؤشرات: { $found }، والممكن من 1 إلى { $limit }.
error-task_indicators-next = أضف مؤشرا، أو وزع المؤشرات على طلبين.
error-task_code = رمز مؤشر ناقص أو طويل جدا أو مكرر: { $code }
error-task_code-next = أعط كل مؤشر رمزا قصيرا خاصا به.
error-task_mixed = { $code }: اختلطت أرقام YES بأرقام الجمعيات.
error-task_mixed-next = افصل بينهما، كل في طلب خاص به.
error-task_bound = { $code }: لا يصلح { $bound } حدا أقصى للجمعية الواحدة.
error-task_bound-next = اكتب نحو ضعف أكبر عدد متوقع، ولا يقل عن 10 للأشخاص؛ أما الإفادة فحدها 1.
error-task_tables = { $code }: جداول لا تناسب هذا النوع من الأرقام، أو ليست في ترتيبها.
error-task_tables-next = ابدأ بالمجموع واحترم الترتيب الثابت للجداول.
error-task_fact = { $code }: الإفادة وحدها تعد الجمعيات.
error-task_fact-next = تحقق من مصدر الأرقام ومما تعده.

## ما ينبغي النظر فيه

issue-conflict = قيمتان مختلفتان
issue-conflict-next = كتب شخصان قيمتين مختلفتين دون أن يرى أحدهما ما كتبه الآخر. اختر الصحيحة.
issue-missing_required = خانة ضرورية فارغة
issue-missing_required-next = أتمم الخانة عندما تعرف قيمتها.
issue-deleted_while_edited = حذفت وعدلت في الوقت نفسه
issue-deleted_while_edited-next = حذفها شخص وعدلها آخر دون علمه. استرجعها أو احذفها من جديد.
issue-reference_missing = تحيل على بطاقة غير موجودة هنا
issue-reference_missing-next = قد تصل البطاقة لاحقا؛ وإلا فاختر أخرى.
issue-reference_deleted = تحيل على بطاقة محذوفة
issue-reference_deleted-next = استرجع البطاقة المحذوفة، أو اختر أخرى.
issue-reference_erased = تحيل على بطاقة محيت نهائيا
issue-reference_erased-next = اختر بطاقة أخرى، أو أفرغ الخانة.
issue-not_unique = القيمة مستعملة في بطاقة أخرى
issue-not_unique-next = تحقق: هل هو الشخص نفسه مرتين، أم خطأ في الكتابة؟
issue-series_doubled = رقم الدفتر مكرر
issue-series_doubled-next = لا يعاد ترقيم أي منهما؛ ألغ أحدهما وأعط رقما جديدا.
issue-unknown_value = قيمة لا يعرفها هذا البرنامج
issue-unknown_value-next = قد تكون من إصدار أحدث. حدث البرنامج، أو صحح القيمة.
issue-unknown_kind = نوع من البطاقات لا يعرفه هذا البرنامج
issue-unknown_kind-next = حدث البرنامج لتراها كاملة؛ لم يضع منها شيء.

## تعريفات المؤشرات

definition-place = السطر { $line }، الموضع { $column }
definition-not_toml = هذا النص ليس مكتوبا بصيغة TOML.
definition-not_toml-next = تحقق من علامات التنصيص والأقواس في هذا الموضع.
definition-too_long = التعريفات طويلة جدا: { $found } بايت، والحد الأقصى { $limit } بايت.
definition-too_long-next = احذف ما لا يستعمل منها.
definition-too_many = عناصر { $key } كثيرة: { $found }، والحد الأقصى { $limit }.
definition-too_many-next = اختصر القائمة أو اقسم المؤشر.
definition-unknown_key = المفتاح { $key } لا معنى له هنا.
definition-unknown_key-next = تحقق من كتابته، أو احذفه.
definition-missing_key = المفتاح { $key } ناقص.
definition-missing_key-next = أضفه بقيمته.
definition-shape = { $expected ->
    [text] ينتظر هنا نص بين علامتي تنصيص.
    [number] ينتظر هنا عدد صحيح.
    [flag] ينتظر هنا true أو false.
    [list] تنتظر هنا قائمة بين معقوفتين.
   *[table] ينتظر هنا جدول.
}
definition-shape-next = قارن بتعريف مؤشر آخر.
definition-not_in_list = الكلمة { $found } ليست من قائمة { $key }. المعروف: { $candidates }.
definition-not_in_list-next = اختر واحدة من القائمة.
definition-code_form = هذا ليس رمز مؤشر.
definition-code_form-next = اكتبه مثل NT-O01، وللسطر المستقل حرف صغير مثل NT-R09a.
definition-twice = { $found } مكتوب مرتين.
definition-twice-next = احتفظ بواحد.
definition-out_of_range = قيمة { $key } خارج الحدود: من { $min } إلى { $max }.
definition-out_of_range-next = اكتب عددا بين الحدين.
definition-unknown_kind = لا يوجد نوع من البطاقات باسم { $kind }.
definition-unknown_kind-next = اختر نوعا معروفا، أو اكتب في waits_for ما ينتظره المؤشر.
definition-sensitive_kind = بطاقات { $kind } معطيات حساسة (القانون 09-08)، ولا يحسب منها شيء.
definition-sensitive_kind-next = عرف المؤشر دونها.
definition-unknown_field = لا توجد خانة { $field } في { $kind }.
definition-unknown_field-next = انظر أسماء الخانات في هذا النوع من البطاقات.
definition-free_text = خانة { $field } في { $kind } نص حر، ولا يحسب به.
definition-free_text-next = استعمل خانة لها رموز أو تاريخا.
definition-identifier = خانة { $field } في { $kind } تعرف بشخص أو بوثيقة بعينها، ولا يحسب بها.
definition-identifier-next = لعد الأشخاص المختلفين استعمل الإحالة على بطاقة الشخص.
definition-sensitive = خانة { $field } في { $kind } معطى حساس (القانون 09-08)، ولا يحسب بها.
definition-sensitive-next = عرف المؤشر دونها.
definition-personal = خانة { $field } في { $kind } معطى شخصي غير مخصص للإحصاء.
definition-personal-next = الجنس وتاريخ الازدياد يستعملان وحدهما في الجداول؛ عرف المؤشر دون هذه الخانة.
definition-own_field = خانة { $field } في { $kind } أضافتها جمعية لنفسها، ولا معنى لها عند غيرها.
definition-own_field-next = استعمل خانة تعرفها كل الجمعيات.
definition-several = في خانة { $field } من { $kind } قيم متعددة، ولا يحسب بها.
definition-several-next = استعمل خانة ذات قيمة واحدة.
definition-place_field = خانة { $field } في { $kind } مكان، ولا جدول أصغر من الإقليم.
definition-place_field-next = استعمل وسط المقر (حضري أو قروي) من الجداول.
definition-not_summed = أعداد خانة { $field } في { $kind } غير مخصصة للجمع.
definition-not_summed-next = اطلب إضافة هذه العلامة حيث صرح بالخانة، أو عد البطاقات.
definition-leads_nowhere = خانة { $field } في { $kind } لا تؤدي إلى بطاقة من نوع معروف.
definition-leads_nowhere-next = اكتب الطريق من خلال خانات تحيل على بطاقات.
definition-too_far = خانة { $field } في { $kind } أبعد من بطاقتين.
definition-too_far-next = احسب من نوع أقرب إليها.
definition-other_type = { $expected ->
    [date] خانة { $field } ليست تاريخا.
    [number] خانة { $field } ليست عددا يجمع.
    [record] خانة { $field } لا تحيل على بطاقة.
    [person] خانة { $field } لا تحيل على شخص.
   *[code] خانة { $field } ليست رمزا من لائحة ولا نعم أو لا.
}
definition-other_type-next = اختر خانة من النوع المطلوب.
definition-one_method = { $found ->
    [0] لا يقول التعريف كيف يحسب العدد.
   *[other] يقول التعريف كيف يحسب العدد بأكثر من طريقة.
}
definition-one_method-next = اكتب واحدا فقط من rows وfact وwaits_for.
definition-one_time = لا بد من زمن واحد لهذه البطاقات.
definition-one_time-next = اكتب when لما يقع خلال الفترة، أو since وuntil لما هو سار في آخر يوم منها.
definition-no_total = الجدول total ناقص.
definition-no_total-next = المجموع ينشر دائما؛ أضف total إلى tables.
definition-table_people = الجدول { $table } يقسم الأشخاص، وهذا المؤشر لا يعرف جنسا ولا سنا.
definition-table_people-next = احذف الجدول، أو قل في person طريق الوصول إلى الشخص.
definition-source_unfit = المصدر { $found } لا يوافق طريقة الحساب.
definition-source_unfit-next = ما جوابه نعم أو لا مصدره fact، وما سواه own أو pooled.
definition-unit_unfit = الوحدة { $unit } لا توافق ما يحسب.
definition-unit_unfit-next = المبالغ بالدرهم، والحصص بالمائة أو بالنقط، والتصريحات بعدد الجمعيات.
definition-unkind_unfit = لا يكون الجواب محرجا إلا إذا كان المصدر fact.
definition-unkind_unfit-next = احذف unkind.
definition-kind_twice = بطاقات { $kind } تحسب مرتين.
definition-kind_twice-next = اجمع الشرطين في واحد.
definition-distinct_kinds = البطاقات المختلفة تعد من نوع واحد فقط.
definition-distinct_kinds-next = اجعل of في كل الأسطر يحيل على النوع نفسه.
definition-money_mixed = لا تجمع المبالغ مع غيرها.
definition-money_mixed-next = اجعل كل الأسطر مبالغ، أو اقسم المؤشر.
definition-person_apart = الطريق إلى الشخص لا يمر بالبطاقة التي تعد.
definition-person_apart-next = ابدأ person بما في of.
error-sheet_malformed = ليس هذا الملف بطاقة تقدم، أو تغير فيه شيء.
error-sheet_malformed-next = اطلبوا من الجمعية أن تحفظه من جديد من صفحة «بطاقة التقدم».
error-sheet_unsigned = ليس على هذه البطاقة توقيع الجمعية.
error-sheet_unsigned-next = اطلبوا منها ملفا جديدا.
error-sheet_not_registered = بطاقة من جمعية غير مسجلة هنا.
error-sheet_not_registered-next = سجلوها أولا: tawro hub seat.
error-sheet_older = عندنا بطاقة أحدث من هذه الجمعية.
error-sheet_older-next = لا شيء عليكم. وإن كان الجديد هو هذا فليُعَد إعداد البطاقة.
error-report_too_many = وصلت من هذه الجمعية مراجعات أكثر مما يُقبل في فترة واحدة.
error-report_too_many-next = راسل YES: لا يُقبل تقرير آخر لهذه الفترة.
error-sheet_ahead = تاريخ هذه البطاقة في المستقبل.
error-sheet_ahead-next = على الجمعية أن تصحح تاريخ حاسوبها ثم تعيد إعداد البطاقة.
