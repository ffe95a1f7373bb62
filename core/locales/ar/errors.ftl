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
