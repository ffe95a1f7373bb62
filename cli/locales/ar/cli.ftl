# ما يقوله سطر الأوامر: جمل وأسئلة وما ينبغي فعله بعد ذلك.

## Questions
ask-passphrase = عبارة السر:
ask-passphrase-again = أعد كتابتها مرة أخرى:
ask-ticket = أرقام رمز التسجيل:
ask-invite = أرقام الرمز الظاهر على الجهاز الآخر:
ask-recovery = أرقام رمز الاسترجاع:
answer-yes = y yes oui o نعم
device-default = حاسوب

## This computer
init-done = أُنشئت جمعية { $name } على هذا الحاسوب ({ $device }). لا حاجة إلى الإنترنت.
recovery-code-once = هذا رمز الاسترجاع. لن يظهر مرة أخرى: اكتبه على ورقة واحفظها بعيدا عن الحواسيب.
recovery-code-why = به وبخادم الربط يعود كل شيء إذا ضاعت الحواسيب كلها. وبدونه وبدون أي حاسوب لا يستطيع أحد المساعدة.
enrol-done = تم التسجيل في خادم الربط { $hub }. وكل ما أُنجز من قبل يبقى كما هو.
enrol-paper = اكتب عنوان خادم الربط بجانب رمز الاسترجاع: { $hub }
pages-here = الصفحات هنا: { $url } — Ctrl+C للإغلاق.
pages-found = البرنامج مفتوح من قبل: { $url }
pages-open-yourself = افتح هذا العنوان في المتصفح.
serve-start = هذا الحاسوب يبقى متوافقا مع بقية الأجهزة. Ctrl+C للإنهاء.
serve-alone = لم يتم التسجيل في خادم ربط بعد: كل شيء يعمل على هذا الحاسوب وحده.
serve-connected = تم الاتصال بخادم الربط.
serve-next-try = العمل مستمر؛ المحاولة التالية بعد { $seconds } ثانية.
serve-end = توقف. لم يُفقد أي شيء.
sync-progress = تبادل
sync-done = تم التبادل. الحزم المرسلة: { $sent }، والمستقبلة: { $received }.
unsynced = { $count ->
    [0] كل ما على هذا الحاسوب موجود أيضا في خادم الربط.
    [one] تغيير واحد لا يوجد إلا على هذا الحاسوب.
    [two] تغييران لا يوجدان إلا على هذا الحاسوب.
    [few] { $count } تغييرات لا توجد إلا على هذا الحاسوب.
    [many] { $count } تغييرا لا يوجد إلا على هذا الحاسوب.
   *[other] { $count } تغيير لا يوجد إلا على هذا الحاسوب.
    }
invite-code = اكتب هذه الأرقام على الجهاز الجديد. تُستعمل مرة واحدة، إلى غاية { $expires }.
invite-then = ثم اقبله من هنا: tawro node invite --accept
invite-waiting = في انتظار الجهاز الجديد.
compare-digits = قارن هذه الأرقام الستة على الشاشتين: { $digits }
invite-confirm = { $label } يطلب الانضمام. هل يظهر عليه { $digits }؟ (نعم/لا)
invite-admitted = { $label } صار من أجهزة الجمعية.
device-not-come = { $label } قُبل، لكنه لم يأخذ أي بطاقة بعد حسب ما يعرفه خادم الربط. إن انقطع انضمامه فأبعده وأنشئ رمزا جديدا: tawro node revoke { $letter }
join-waiting = في انتظار القبول على الجهاز الآخر.
join-done = هذا الحاسوب صار من أجهزة { $name } وعليه بطاقاتها.
revoke-confirm = إبعاد { $label } نهائيا؟ لن يصله شيء مما يُكتب من الآن. (نعم/لا)
revoke-done = أُبعد { $label }. أما ما كان عليه فيبقى عليه.
revoke-waiting = { $label } محظور على هذا الحاسوب. ويسري الإبعاد على الجميع بعد تسجيله في خادم الربط.
recover-done = عادت { $name } إلى هذا الحاسوب. أُبعدت الأجهزة الأخرى، ولم يعد رمز الاسترجاع القديم صالحا: مزّق ورقته.
recover-again = بدأ استرجاع في هذا المجلد ولم يكتمل: سيستمر الآن. عبارة السر هي التي اختيرت حينها.
recover-next-code = هذا رمز الاسترجاع التالي، وسيحل محل القديم. اكتبه على ورقة قبل المتابعة: { $code }
recover-confirm = هل كُتب الرمز التالي على ورقة؟ القديم سيُستهلك الآن. (نعم/لا)
doctor-fine = كل شيء على ما يرام: { $records } بطاقة، { $entries } حزمة.
doctor-rebuilt = أُعيد بناء كل الأسطر من { $records } بطاقة.
error-rows_differ = أسطر تختلف عن بطاقاتها: { $count }.
error-rows_differ-next = البطاقات سليمة. أعد بناء الأسطر: tawro node doctor --rebuild
doctor-progress = إعادة البناء
clock-wrong = ساعة هذا الحاسوب تشير إلى { $date }. العمل في أمان، لكن الأوقات المعروضة ستكون خاطئة: اضبط الساعة.
clock-wrong-hub = ساعة هذا الجهاز تشير إلى { $date }. خادم الربط يعمل رغم ذلك ولا يضيع شيء؛ لكن لا يمكن إنشاء رموز التسجيل، ورموز إضافة الأجهزة تنتهي عند ضبط الساعة. اضبطها قريبا.
notice-fork = الجهاز { $device } نُسخ أو يغش: تاريخان مختلفان يحملان اسمه. أبعده ثم ضمه من جديد.
notice-healed = مجلد البيانات هذا نُسخ أو أُعيد إلى حالة سابقة. لوحظ ذلك وأُصلح، ولم يُفقد أي شيء.
notice-hub_lost_data = كان خادم الربط قد فقد بيانات وقّع على تسلمها. أُعيدت إليه.
notice-withheld = خادم الربط لا يُظهر شيئا رآه جهاز آخر. أخبر من يشرف عليه.
notice-split_membership = خادم الربط يُظهر لائحتين مختلفتين من الأجهزة. أوقف استعماله وأخبر من يشرف عليه.
notice-false_receipt = أرسل خادم الربط إشعار تسلم بتوقيع خاطئ. أخبر من يشرف عليه.
notice-not_admitted = كتب جهاز ما لا يحق له كتابته، فرُفض.
notice-proposal_refused = رفض خادم الربط قرارا يخص الأجهزة. راجع لائحة الأجهزة، وقرر من جديد إن كان ذلك ما زال مطلوبا.
notice-carried = ما كتبه جهاز أُبعد وبنى عليه غيره أعاد هذا الجهاز إرساله. لم يُفقد منه شيء.
notice-left_behind = جزء مما كتبه جهاز أُبعد أو نُسخ لا يمكن قراءته على هذا الحاسوب. لم يُعَد إرساله، وقد يكون ما زال عند جهاز آخر.
hindrance-not_a_writer = هذا الجهاز صار للقراءة فقط، فما كُتب عليه يبقى هنا. اطلب حق الكتابة من أحد المشرفين في جمعيتك.
hindrance-outdated = قررت نسخة أحدث من البرنامج شيئا يخص الأجهزة لا تفهمه هذه النسخة، فالتغييرات تبقى هنا. حدّث البرنامج؛ لم يُفقد أي شيء.
hindrance-no_key = المفتاح المستعمل اليوم لم يصل إلى هذا الجهاز، فالتغييرات تبقى هنا. زامن من جديد؛ وإن استمر ذلك فليراجع أحد المشرفين لائحة الأجهزة.
notice-update = في جمعيتك نسخة أحدث من هذا البرنامج. حدّث هذا الحاسوب؛ والعمل عليه مستمر.

## Headings
head-association = الجمعية
head-space = معرّف الجمعية
head-device = الجهاز
head-label = الاسم
head-role = الصلاحية
head-stored = المخزن
head-applied = المقروء
head-last-seen = آخر ظهور
head-unsynced = على هذا الحاسوب فقط
head-hub = خادم الربط
head-id = المعرّف
head-name = الاسم
head-kind = النوع
head-field = الخانة
head-fields = الخانات
head-type = تقبل
head-value = القيمة
head-before = قبل
head-author = من
head-at = متى
head-issues = للمراجعة
head-row = السطر
head-column = العمود
head-message = الملاحظة
head-records = البطاقات
head-entries = الحزم
head-bytes = البايتات
head-devices = الأجهزة
head-equal = متطابقة
head-code = الرمز
head-required = إلزامي
role-admin = الكتابة والقبول والإبعاد
role-member = الكتابة
role-reader = القراءة
role-removed = لا شيء: مُبعد
this-device = هذا الجهاز
not-enrolled = لا يوجد بعد
never = أبدا
yes = نعم
no = لا

## Records
record-added = أُضيفت البطاقة.
record-changed = تم التغيير.
record-unchanged = كل ذلك مكتوب من قبل؛ لم يُكتب شيء.
record-resolved = تم الحسم: بقيت قيمة واحدة.
record-deleted = أُخرجت من اللوائح. يمكن إرجاعها: tawro record restore { $id }
record-restored = عادت إلى اللوائح.
record-merged = صارت البطاقتان واحدة، وما كان ينقص الباقية أُضيف إليها. يمكن التراجع: tawro record unmerge { $id }
record-unmerged = عادتا بطاقتين.
record-not-merged = لم تكن هذه البطاقة مدمجة؛ لم يُكتب شيء.
list-count = { $count ->
    [0] لم يوجد شيء.
    [one] بطاقة واحدة.
    [two] بطاقتان.
    [few] { $count } بطاقات.
    [many] { $count } بطاقة.
   *[other] { $count } بطاقة.
    }
show-conflict = في خانة { $field } { $count ->
    [two] قيمتان مختلفتان.
   *[other] { $count } قيم مختلفة.
    } احسم: tawro record resolve { $id } { $key }=…
show-conflict-value = {"  "}{ $value } — { $by }، { $at }
brought-by = جاء به { $device }
cell-deleted = خارج اللوائح
cell-merged_into = مدمجة في
from-a-sheet = من ورقة
no-conflicts = لا يوجد أي اختلاف.
kinds-declared = لا تظهر هنا الخانات الخاصة بالجمعية: تلزمها عبارة السر.

## Sheets
import-progress = قراءة الورقة
import-mapping = فُهمت الأعمدة هكذا (للتصحيح: --map):
import-column = { $column } ← { $field }
import-left-out = مُهمل
import-dry-run = معاينة فقط؛ لم يتغير شيء.
import-done = الأسطر: { $rows }. جديدة: { $created }، محدَّثة: { $updated }، معروفة من قبل: { $unchanged }، متروكة: { $skipped }.
import-undo-hint = للتراجع عن الكل: tawro import --undo { $import }
import-duplicate = السطر { $row } قد يكون هو { $name } ({ $why }). إن كان كذلك: tawro record merge { $new } { $id }
import-put-back = عدد الخانات التي عاد إليها ما كان فيها قبل الاستيراد: { $count }.
import-undone-before = لم يبق من هذا الاستيراد ما يُتراجع عنه.
import-undone = تم التراجع عن الاستيراد. عدد البطاقات التي أُخرجت من اللوائح: { $count }.
import-kept = بطاقات غُيّرت بعد ذلك وتحتفظ بالتغيير: { $count }.
export-done = كُتب { $rows } سطرا في { $file }.

## The relay
hub-init-done = أُنشئ الخادم { $name }. شغّله: tawro hub serve
hub-serving = في الاستماع على { $address }. Ctrl+C للإنهاء.
hub-end = توقف. كل ما تم تأكيده محفوظ على القرص.
hub-limits = لكل جمعية أن تخزن هنا { $mib } ميبيبايت، وأن ترسل { $kib } كيبيبايت و{ $entries } حزمة في الثانية.
ticket-done = رمز التسجيل لـ { $name }. يُستعمل مرة واحدة.

## The demo
demo-hub = خادم ربط يشتغل على هذا الجهاز: { $address }
demo-founded-early = { $name } تأسست قبل وجود أي خادم ربط، واستوردت ورقتها: { $records } بطاقة.
demo-founded = { $name } تأسست واستوردت ورقتها: { $records } بطاقة.
demo-enrolled = { $name } تسجلت برمزها؛ ولها الآن { $devices ->
    [two] جهازان
   *[other] { $devices } أجهزة
    }.
demo-offline = { $name }: كل الأجهزة تعمل بدون إنترنت؛ واثنان منها يغيران رقم الهاتف نفسه.
demo-conflict = { $name }: بعد التبادل يظهر الرقمان مع من كتبهما؛ ثم يُختار أحدهما.
demo-revoked = { $name }: حاسوب ضاع وأُبعد.
demo-equal = أجهزة كل جمعية متطابقة. لدى خادم الربط { $entries } حزمة، { $bytes } بايت، ولا يقرأ منها شيئا.
demo-not-equal = بعض الأجهزة غير متطابقة. هذا خلل في البرنامج: المرجو التبليغ عنه.
demo-dir = مجلدات البيانات في { $dir }؛ وعبارة السر لكل منها: demo
demo-serving = خادم الربط مستمر على { $address }. Ctrl+C للإنهاء.

## Refusals and failures: what happened, and what to do next
error-unknown = لم تنجح العملية.
error-unknown-next = لم يُنجز شيء نصفه. السطر أدناه يساعد من يبحث عن السبب.
error-missing_kind = أي بطاقات؟ يجب ذكر نوع أو سجل بعد { $command }
error-missing_kind-next = اكتب بعده إحدى هذه الكلمات، مثلا: { $command } member
error-missing_fields = لم يُذكر ما يجب كتابته.
error-missing_fields-next = اكتب مثلا: phone=0661234567 وخانات كل نوع في: tawro record kinds member
error-missing_id = لم تُذكر أي بطاقة.
error-missing_id-next = اكتب معرّفها بعد { $command } وهو في العمود الأخير من: tawro record list member
error-missing_argument = ينقص شيء: { $argument }
error-missing_argument-next = اكتب: { $usage } والأمثلة في: { $command } --help
error-unknown_command = { $word } ليس أمرا معروفا.
error-unknown_command-next = لمعرفة الأوامر: { $command } --help
error-unknown_argument = { $argument } لا مكان له في { $command }
error-unknown_argument-next = لمعرفة ما يُقبل: { $command } --help وما فيه فراغ يُكتب بين علامتي اقتباس.
error-argument_empty = لا شيء بعد { $argument }
error-argument_empty-next = اكتب: { $usage } والأمثلة في: { $command } --help
error-argument_value = { $text } غير مقبول في { $argument }
error-argument_value-next = لمعرفة ما يُقبل: { $command } --help
error-arguments_exclude = لا يجتمع { $argument } مع { $other }
error-arguments_exclude-next = احذف أحدهما. والأمثلة في: { $command } --help
error-unknown_language = { $text } ليست من لغات هذا البرنامج.
error-unknown_language-next = اكتب --lang ar أو --lang fr أو --lang en، أو ضع إحداها في TAWRO_LANG
error-wrong_usage = لا يُكتب الأمر هكذا.
error-wrong_usage-next = اكتب: { $usage } والأمثلة في: { $command } --help
error-unknown_kind-next = لمعرفة الموجود منها: tawro record kinds
error-unknown_field-next = لمعرفة خاناته: tawro record kinds { $kind }
error-unknown_code-next = لمعرفة الكلمات المقبولة: tawro record kinds { $kind }
error-not_found-next = انسخ المعرّف من: tawro record list KIND
error-bad_id = { $text } ليس معرّفا: عدد حروفه { $found } والمطلوب { $expected }.
error-bad_id-next = انسخه كاملا من: tawro record list KIND
error-field_syntax = { $text } ليس على شكل FIELD=VALUE.
error-field_syntax-next = اكتب مثلا: phone=0661234567
error-conflict_open-next = انظر إليهما ثم اختر: tawro record show ID ثم tawro record resolve ID { $key }=…
error-deleted-next = أرجعها أولا: tawro record restore ID
error-no_conflict-next = لتغييرها: tawro record set ID { $key }=…
error-wrong_passphrase = عبارة السر هذه لا تفتح مجلد البيانات.
error-wrong_passphrase-next = لم يُفقد أي شيء. تحقق من لغة لوحة المفاتيح ثم أعد المحاولة. وإن نُسيت، فيمكن لجهاز آخر من أجهزتكم قبول هذا الحاسوب من جديد.
error-passphrase_file = تعذرت قراءة ملف عبارة السر { $path }.
error-passphrase_file-next = أعط ملفا سطره الأول هو عبارة السر.
error-empty_passphrase = عبارة السر فارغة.
error-empty_passphrase-next = أربع كلمات أو خمس أسهل حفظا وأصعب تخمينا من الرموز.
error-passphrase_differs = عبارتا السر غير متطابقتين.
error-passphrase_differs-next = لم يُنشأ شيء. أعد المحاولة.
error-no_passphrase = لم تُعط عبارة السر، ولا توجد شاشة لطلبها.
error-no_passphrase-next = عرّف TAWRO_PASSPHRASE أو استعمل --passphrase-file.
error-folder_empty = لا توجد جمعية بعد في { $path }.
error-folder_empty-next = أنشئ واحدة (tawro node init --name NAME) أو انضم إلى واحدة (tawro node join CODE) أو حدد مجلدا آخر بـ --home.
error-folder_occupied = المجلد { $path } ليس فارغا.
error-folder_occupied-next = لكل جمعية مجلد واحد. حدد مجلدا فارغا بـ --home.
error-folder_recovering = بدأ استرجاع في { $path } ولم يكتمل.
error-folder_recovering-next = أكمله: tawro node recover بالرمز القديم أو التالي. أو حدد مجلدا آخر بـ --home.
error-recover_declined = لم يُنفَّذ شيء: ما زال رمز الاسترجاع القديم صالحا، ولم يُرسل شيء.
error-recover_declined-next = اكتب الرمز التالي على ورقة ثم أعد الأمر نفسه. وفي البرامج النصية يجيب --yes عن السؤال.
error-no_address = رمز الاسترجاع هذا لا يدل على مكان خادم الربط: طُبع قبل التسجيل.
error-no_address-next = قد يكون العنوان مكتوبا بجانبه، أو اسأل المشرفين على الخادم. ثم: tawro node recover CODE --hub HOST:PORT
error-decision_not_allowed = خادم الربط يرفض هذا القرار بشأن الأجهزة: حسب لائحته لا يحق لهذا الجهاز اتخاذه، أو انتهت الدعوة.
error-decision_not_allowed-next = لم يتغير شيء. انظر ما يحق لهذا الجهاز: tawro node devices. ولإضافة جهاز آخر أنشئ رمزا جديدا: tawro node invite
error-decision_other_hub = خادم ربط آخر هو الذي يقرر بشأن أجهزة هذه الجمعية.
error-decision_other_hub-next = لم يتغير شيء. اسأل المشرفين هل انتقل الخادم.
error-decision_not_ordered = هذا القرار بشأن الأجهزة غير نافذ: لم يعتمده خادم الربط.
error-decision_not_ordered-next = انظر من ينتمي إلى الجمعية (tawro node devices)، وأعد القرار إن بقيت إليه حاجة.
error-folder_in_use = نافذة أخرى لهذا البرنامج أو عملية أخرى منه تستعمل { $path }.
error-folder_in_use-next = أغلق النافذة الأخرى لهذا البرنامج ثم أعد المحاولة.
error-disk_full = القرص ممتلئ.
error-disk_full-next = لم يُكتب شيء ناقصا. أفرغ بعض المساحة ثم أعد المحاولة.
error-file_failed = تعذرت قراءة { $path } أو الكتابة فيه.
error-file_failed-next = تحقق من وجوده ومن أنه غير مفتوح في برنامج آخر وغير محمي.
error-port_in_use = برنامج آخر يستمع على { $address }.
error-port_in_use-next = أوقفه، أو اختر منفذا آخر: --listen 0.0.0.0:7431
error-not_enrolled = الجمعية غير مسجلة في خادم ربط بعد.
error-not_enrolled-next = كل شيء يعمل على هذا الحاسوب وحده. وبرمز التسجيل: tawro node enrol CODE
error-code_group = المجموعة { $group } من الرمز غير صحيحة.
error-code_group-next = قارن أرقامها بالورقة أو بالشاشة الأخرى، ثم أعد كتابة الرمز.
error-code_short = تنقص مجموعات بعد المجموعة { $group }.
error-code_short-next = اكتب كل مجموعات الأرقام الستة بالترتيب.
error-code_long = في الرمز { $groups } مجموعات على الأكثر، وقد كُتب أكثر منها.
error-code_long-next = اكتب كل مجموعة مرة واحدة بالترتيب.
error-no_code = لم يُعط أي رمز.
error-no_code-next = اكتب أرقامه بعد الأمر.
error-declined = لم يُنجز، كما أردت.
error-declined-next = في البرامج النصية يجيب --yes عن السؤال.
error-unknown_import = لم يتم هنا أي استيراد { $import }.
error-unknown_import-next = المعرّف هو ما طبعه الاستيراد.
error-file_type = صيغة { $file } غير معروفة.
error-file_type-next = استعمل اسما ينتهي بـ .xlsx أو .csv (أو .ods للاستيراد).
error-update_needed = توجد نسخة أحدث قيد الاستعمال؛ ولا تستطيع هذه المشاركة في ذلك.
error-update_needed-next = حدّث البرنامج. ما على هذا الحاسوب يبقى.
error-demo_unequal = انتهى العرض بأجهزة غير متطابقة.
error-demo_unequal-next = هذا خلل في البرنامج. شغّله مع --dir وبلّغ عما طبعه.
error-file_denied = النظام لا يسمح لهذا البرنامج باستعمال { $path }.
error-file_denied-next = اختر مجلدا خاصا بك أو اسأل المشرف على هذا الحاسوب.
error-file_exists = يوجد ملف { $path } من قبل، ولم يُمس.
error-file_exists-next = اختر اسما آخر، أو أضف --force لتكتب مكانه.
error-file_missing = لا يوجد ملف { $path }.
error-file_missing-next = تحقق من الاسم ومن المجلد الذي أنت فيه.
error-disk_read_only = مجلد البيانات على قرص لا تمكن الكتابة فيه.
error-disk_read_only-next = اختر مجلدا على قرص آخر.
error-port_denied = النظام لا يسمح لهذا البرنامج بالاستماع على { $address }.
error-port_denied-next = اختر منفذا أكبر من 1024: --listen 0.0.0.0:7421
error-address_not_here = { $address } ليس عنوانا لهذا الحاسوب.
error-address_not_here-next = استمع على كل العناوين: --listen 0.0.0.0:7421
error-listen_failed = تعذر الاستماع على { $address }.
error-listen_failed-next = اختر منفذا آخر: --listen 0.0.0.0:7431
error-exists-next = غيّرها بدل ذلك: tawro record set ID FIELD=VALUE
error-merge_cycle-next = تراجع أولا عن الدمج الآخر: tawro record unmerge ID
error-unreadable-next = انسخ مجلد البيانات أولا. ثم: tawro node doctor
error-no_such_login = لا أحد بهذا الاسم يدخل على هذا الحاسوب.
error-no_such_login-next = تحقق من الاسم أو اسأل أحد المشرفين في الجمعية.
error-login_exists = هذا الشخص يدخل على هذا الحاسوب من قبل.
error-login_exists-next = لا حاجة إلى شيء آخر.
error-last_login = هذا آخر من يستطيع فتح مجلد البيانات هذا.
error-last_login-next = امنح الدخول لشخص آخر أولا.
error-logins_full = لا يمكن لأكثر من { $max } أشخاص فتح مجلد بيانات واحد.
error-logins_full-next = أزل من لم يعد يحتاج إلى ذلك.
error-keys_missing = ملف المفاتيح { $path } غير موجود؛ وبدونه لا تُفتح البيانات.
error-keys_missing-next = ابحث عنه في نسخة من المجلد. وإلا فضمّ هذا الحاسوب من جديد أو استعمل رمز الاسترجاع.
error-keys_newer = كُتب ملف المفاتيح بنسخة أحدث من هذا البرنامج (النسخة { $found }، وهذه تعرف { $known }).
error-keys_newer-next = تُرك كما هو. حدّث البرنامج على هذا الحاسوب.
error-keys_damaged = ملف المفاتيح { $path } متضرر.
error-keys_damaged-next = ابحث عنه في نسخة من المجلد. وإلا فضمّ هذا الحاسوب من جديد أو استعمل رمز الاسترجاع.
error-memory_short = التحقق من عبارة السر يحتاج إلى { $memory_mib } ميغابايت من الذاكرة، وليست متوفرة الآن.
error-memory_short-next = أغلق برامج أخرى ثم أعد المحاولة.
error-no_home = لا يُعرف مكان لمجلد البيانات.
error-no_home-next = حدده بـ --home أو TAWRO_HOME.

## What a field accepts
type-text = سطر واحد
type-note = نص طويل
type-localized = نص؛ وللغة بعينها: الخانة/ar أو الخانة/fr أو الخانة/en
type-integer = عدد صحيح
type-points = عدد صحيح من 0 إلى 100
type-money = مبلغ بالدرهم: 1234,50
type-date = تاريخ بقدر ما يُعرف: 28/06/1962 أو 06/1962 أو 1962
type-flag = نعم أو لا
type-card = رقم بطاقة وطنية
type-telephone = رقم هاتف
type-mail = عنوان إلكتروني
type-series = رقم من دفتر؛ يُعطى تلقائيا إن تُرك
type-code = رمز أو اسمه
type-reference = معرّف بطاقة
type-set = عدة قيم تفصل بينها فواصل

## At the relay, and between devices
error-device_read_only = هذا الجهاز يقرأ ولا يكتب.
error-device_read_only-next = يمكن لأحد المشرفين في الجمعية تغيير ذلك.
error-records_damaged = البطاقات على هذا الحاسوب متضررة.
error-records_damaged-next = انسخ مجلد البيانات أولا. ثم ضم هذا الحاسوب من جديد في مجلد آخر بدعوة من حاسوب آخر (tawro node invite)، أو استعد كل شيء برمز الاسترجاع: tawro recover
error-members_refused = لا يحق لهذا الجهاز أن يقرر ذلك.
error-members_refused-next = لا يقبل الأجهزة ولا يبعدها إلا جهاز كامل الصلاحية، وآخرها يبقى. انظر: tawro node devices
error-self_removal = لا يُبعد الجهاز نفسه.
error-self_removal-next = يستطيع ذلك جهاز آخر كامل الصلاحية: tawro node revoke من ذلك الجهاز.
error-too_many_devices = للجمعية { $limit } جهازا على الأكثر.
error-too_many_devices-next = أبعد جهازا لم يعد مستعملا: tawro node revoke
error-device_key = مفتاح هذا الجهاز لا يصلح للاستعمال.
error-device_key-next = ضم هذا الحاسوب من جديد من جهاز آخر للجمعية.
error-hub_other_key = ما يجيب على عنوان خادم الربط له مفتاح غير مفتاح الخادم الذي سُجلتم فيه.
error-hub_other_key-next = لم يُرسل شيء. اسأل المشرفين على الخادم قبل أي خطوة: فقد يكون أحد بينكما.
error-hub_false = ما يجيب لا يعرف هذا الرمز: ليس هو الخادم الذي أصدره.
error-hub_false-next = لم يُرسل شيء. اسأل من أعطاك الرمز.
error-hub_other_version = خادم الربط وهذا البرنامج من نسختين لا تتفاهمان.
error-hub_other_version-next = حدّث هذا البرنامج. ما على هذا الحاسوب يبقى والعمل مستمر.
error-hub_no_answer = خادم الربط لا يجيب.
error-hub_no_answer-next = لم يُفقد أي شيء والعمل مستمر بدونه. تحقق من الإنترنت ثم أعد المحاولة.
error-hub_unshown = يقول خادم الربط إن لديه تغييرات من هذا الجهاز ليست هنا، ولا يُظهرها.
error-hub_unshown-next = لم يُفقد أي شيء: الجديد يبقى على هذا الحاسوب إلى أن يُظهرها. أعد المحاولة لاحقا؛ وإن استمر ذلك فأخبر من يشرف على خادم الربط.
error-hub_unknown = لا يوجد في الإنترنت حاسوب باسم { $host }.
error-hub_unknown-next = تحقق من الإنترنت؛ وإلا فاسأل المشرفين على الخادم عن عنوانه.
error-hub_cut = انقطع الاتصال بخادم الربط.
error-hub_cut-next = ما تم تأكيده في أمان، والباقي يُرسل في المرة القادمة. أعد المحاولة.
error-hub_protocol = أجاب خادم الربط بما لا يصح.
error-hub_protocol-next = لم يُفقد أي شيء. أخبر المشرفين على الخادم.
error-hub_not_here = خادم الربط لا يعرف هذا الجهاز.
error-hub_not_here-next = إن كان هذا الجهاز قد أُبعد فيمكن لجهاز آخر للجمعية قبوله كجهاز جديد. وما عليه يبقى مقروءا.
error-hub_quota = خادم الربط لا يقبل المزيد من هذه الجمعية في الوقت الحالي.
error-hub_quota-next = لم يُفقد أي شيء، وسيُرسل لاحقا. وإن طال الأمر فاسأل المشرفين على الخادم.
error-hub_busy = خادم الربط مشغول جدا الآن.
error-hub_busy-next = أعد المحاولة بعد دقائق؛ لم يُفقد أي شيء.
error-hub_refused = خادم الربط يرفض هذا.
error-hub_refused-next = لم يُفقد أي شيء. اسأل المشرفين عليه.
error-hub_history = خادم الربط يُظهر تاريخا للأجهزة لا يستقيم.
error-hub_history-next = لم يؤخذ شيء. اطلب رمزا جديدا؛ وإن تكرر فأخبر المشرفين على الخادم.
error-enrolled_already = الجمعية مسجلة في خادم ربط من قبل.
error-enrolled_already-next = لا حاجة إلى شيء آخر. للتبادل الآن: tawro node sync
error-code_not_valid = خادم الربط لا يقبل هذا الرمز: استُعمل أو انتهى أو لم يُصدر قط.
error-code_not_valid-next = كل رمز يُستعمل مرة واحدة. اطلب رمزا جديدا.
error-code_unreadable = تعذرت قراءة الرمز: { $reason }.
error-code_unreadable-next = قارن أرقامه بالورقة أو بالشاشة الأخرى ثم أعد كتابته.
error-code_other_kind = هذا الرمز لغرض آخر.
error-code_other_kind-next = للتسجيل ولإضافة جهاز وللاسترجاع رموز مختلفة: خذ الصحيح منها.
error-invite_mailbox = ما تركه الجهاز الآخر في الخادم لا يوافق هذا الرمز.
error-invite_mailbox-next = لا تقبل أحدا. أنشئ رمزا جديدا وأعد المحاولة.
error-invite_other_request = يطلب الانضمام بهذا الرمز جهاز غير الذي عُرضت أرقامه.
error-invite_other_request-next = لم يُقبل أحد. لا تستعمل هذا الرمز بعد الآن: أنشئ رمزا جديدا (tawro node invite).
error-clock_wrong = ساعة هذا الحاسوب تشير إلى { $date }: رمز يُنشأ الآن ينتهي قبل أن يستعمله أحد.
error-clock_wrong-next = اضبط ساعة هذا الحاسوب ثم أعد المحاولة.
error-label_too_long = اسم هذا الحاسوب طويل جدا.
error-label_too_long-next = أعط اسما أقصر بـ --device.
error-not_admitted = لم يُقبل هذا الجهاز: رُفض على الجهاز الآخر، أو انتهت الدعوة.
error-not_admitted-next = تحدث مع من دعاك، واطلب دعوة جديدة: tawro node invite
error-timed_out = لم يأت أحد في الوقت المناسب.
error-timed_out-next = لم يتغير شيء. أعد المحاولة والجهازان مشتغلان ومتصلان.
error-recovery_code = رمز الاسترجاع هذا لا يفتح شيئا: استُبدل أو هو لجمعية أخرى.
error-recovery_code-next = ابحث عن أحدث ورقة: فاستعمال الرمز ينشئ رمزا جديدا. وبعد استرجاع لم يكتمل جرب الورقة الأخرى.
error-no_such_device = ليس للجمعية جهاز كهذا أو لها أكثر من واحد.
error-no_such_device-next = أعط حرفه أو بداية معرّفه أو اسمه كاملا: tawro node devices

## The database
error-database_newer = كُتب مجلد البيانات هذا بنسخة أحدث من البرنامج (النسخة { $found }، وهذه تعرف { $known }).
error-database_newer-next = تُرك كما هو. حدّث البرنامج على هذا الحاسوب.
error-database_foreign = قاعدة البيانات في هذا المجلد ليست لهذا البرنامج.
error-database_foreign-next = حدد المجلد الصحيح بـ --home.
error-database_wrong_key = قاعدة البيانات { $path } لا تُفتح بالمفاتيح التي معها.
error-database_wrong_key-next = هما من مجلدين مختلفين. أعد الملفات كما كانت معا.
error-database_damaged = قاعدة البيانات متضررة: { $place }.
error-database_damaged-next = انسخ مجلد البيانات أولا. ثم ضم هذا الحاسوب من جديد في مجلد آخر بدعوة من حاسوب آخر (tawro node invite)، أو استعد كل شيء برمز الاسترجاع: tawro recover
error-database_busy = شيء آخر يمسك بقاعدة البيانات.
error-database_busy-next = أغلق ما ينسخ المجلد أو يفحصه (مضاد الفيروسات، النسخ الاحتياطي) ثم أعد المحاولة.
error-database_missing = ملف البطاقات { $path } غير موجود.
error-database_missing-next = أعده من نسخة من المجلد إن كانت لديك. وإلا فضم هذا الحاسوب من جديد بدعوة من حاسوب آخر (tawro node invite)، أو استعد كل شيء برمز الاسترجاع: tawro recover
error-database_file = تعذر فتح قاعدة البيانات: { $reason }.
error-database_file-next = تحقق من وجود المجلد ومن إمكان الكتابة فيه.
error-database_refused = صادف البرنامج خللا فيه.
error-database_refused-next = لم يُكتب شيء. المرجو التبليغ عن السطر أدناه.
error-undeclared = هذه النسخة لا تعرف { $name }.
error-undeclared-next = لمعرفة الأنواع والخانات: tawro record kinds
error-bad_address = { $text } ليس عنوانا: المطلوب HOST:PORT.
error-bad_address-next = اكتب مثلا: hub.example.org:7421

## A hub's folder
error-hub_missing = لا يوجد خادم في { $path }.
error-hub_missing-next = أنشئ واحدا (tawro hub init --name NAME) أو حدد مجلده بـ --home.
error-hub_exists = يوجد خادم في { $path } من قبل.
error-hub_exists-next = شغّله (tawro hub serve) أو حدد مجلدا آخر بـ --home.
error-keys_unusable = مفتاح الخادم لا يصلح للاستعمال.
error-keys_unusable-next = أعد المجلد من نسخة احتياطية.
error-system = لم يوفر النظام الموارد اللازمة.
error-system-next = أغلق برامج أخرى ثم أعد المحاولة.
error-address_unknown = عنوان الخادم غير معروف، ولن يدل الرمز على مكانه.
error-address_unknown-next = شغّله مرة (tawro hub serve) أو أنشئه مع --address.
error-newer_version = كُتبت بيانات هذا الخادم بنسخة أحدث من البرنامج.
error-newer_version-next = تُركت كما هي. حدّث البرنامج.
error-not_a_hub = هذا المجلد ليس لخادم ربط.
error-not_a_hub-next = حدد مجلد الخادم بـ --home.
error-store_damaged = بيانات الخادم متضررة.
error-store_damaged-next = أعدها من نسخة احتياطية: أجهزة الجمعيات تعيد إرسال ما ينقص.
error-archive_malformed = هذا الملف ليس نسخة كاملة من بيانات جمعية.
error-archive_malformed-next = خذ نسخة أخرى، أو أعد النسخ من الخادم الأول.
error-archive_contradicts = ما في النسخة وما لدى هذا الخادم لا يصحان معا.
error-archive_contradicts-next = لم يتغير شيء. احتفظ بهما معا، وتحقق أي الخادمين استعملته الجمعية آخرا.
error-store_busy = شيء آخر يمسك ببيانات الخادم.
error-store_busy-next = أغلق ما ينسخ المجلد أو يفحصه ثم أعد المحاولة.
error-store = تعذرت قراءة بيانات الخادم أو الكتابة فيها.
error-store-next = تحقق من وجود المجلد ومن إمكان الكتابة فيه.
error-file = تعذرت قراءة { $path } أو الكتابة فيه.
error-file-next = تحقق من وجوده ومن أنه غير مفتوح في برنامج آخر وغير محمي.
error-no_sheet = لم تُحدد أي ورقة.
error-no_sheet-next = اكتب: tawro import KIND FILE
error-lookup = تعذرت قراءة بطاقات هذا الحاسوب.
error-lookup-next = انسخ مجلد البيانات أولا. ثم: tawro node doctor
error-export_failed = تعذرت كتابة الورقة.
error-export_failed-next = لم يُكتب شيء. جرب الصيغة الأخرى (.csv بدل .xlsx) وبلّغ عن السطر أدناه.
error-not_allowed = مهام هذا المستعمل لا تسمح بذلك.
error-not_allowed-next = يستطيعه الرئيس أو الكاتب العام، أو يستطيعان تغيير هذه المهام.
error-passphrase_taken = يدخل مستعمل آخر بعبارة السر هذه.
error-passphrase_taken-next = اختر عبارة أخرى.
error-backup_not_one = هذا الملف ليس نسخة من هذا البرنامج.
error-backup_not_one-next = اختر ملفا ينتهي اسمه بـ ‎.tawro.
error-backup_newer = هذه النسخة من إصدار أحدث.
error-backup_newer-next = حدّث البرنامج ثم أعد المحاولة.
error-backup_damaged = هذه النسخة معطوبة.
error-backup_damaged-next = خذ نسخة أخرى، أو انسخ الملف مرة ثانية.
error-backup_not_whole = ما كُتب ليس كاملا، فحُذف.
error-backup_not_whole-next = جرب مفتاحا آخر.
error-no_file = لم يصل أي ملف.
error-no_file-next = اختر الملف مرة أخرى.
error-file_other = هذا الملف ليس صورة ولا ملف PDF.
error-file_other-next = اختر صورة (JPEG أو PNG أو WebP) أو ملف PDF.
error-file_heic = هذه صورة بصيغة HEIC، ولا تظهر في كثير من الحواسيب.
error-file_heic-next = في إعدادات كاميرا الآيفون اختر «الأكثر توافقا» لتلتقط صور JPEG، أو أرسل الصورة بصيغة JPEG.
error-file_large = الملف أكبر من عشرة ميغابايت.
error-file_large-next = صوّر بدقة أقل، أو امسح الوثيقة ضوئيا بالأبيض والأسود.
error-file_cut = الملف ناقص أو تالف.
error-file_cut-next = افتحه لترى هل هو سليم، ثم اختره من جديد.
error-file_points = أبعاد الصورة أكبر مما يمكن عرضه.
error-file_points-next = صغّر الصورة، ثم اخترها من جديد.
error-file_elsewhere = هذا الملف موجود على الحاسوب الذي أُضيف فيه.
error-file_elsewhere-next = افتح البطاقة على ذلك الحاسوب: الملفات لا تنتقل بعد بين الحواسيب.
backup-made = النسخة كاملة: { $file }، { $bytes } بايت، { $records } بطاقة.
backup-sound = النسخة كاملة: { $bytes } بايت.
backup-back = استُرجعت. ادخل بعبارات السر السابقة.
error-paper_failed = تعذر إنشاء الورقة.
error-paper_failed-next = لم يتغير شيء. أخبر من يطور هذا البرنامج.
demo-pages = صفحات إحدى الجمعيات للتجول: { $url } — عبارة السر: { $passphrase }
