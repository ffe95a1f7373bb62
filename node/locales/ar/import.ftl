# كلمات يعرف بها الاستيراد أعمدة الجداول.
import-record-id = معرف البطاقة
    .aliases = معرف السجل
import-party-id = معرف بطاقة الشخص
import-who = المنخرط
    .aliases = أسماء الأعضاء | اسم المتبرع | اسم المانح | هوية المنخرط | الاسم التام | لائحة الأسماء
import-given-first = الاسم والنسب
    .aliases = الاسم و النسب | الاسم الشخصي والعائلي | الاسم الشخصي والاسم العائلي | الاسم واللقب | الاسم والكنية
import-family-first = النسب والاسم
    .aliases = النسب و الاسم | الاسم العائلي والشخصي | الاسم العائلي والاسم الشخصي | اللقب والاسم
import-name-alone = الاسم
    .aliases = الإسم | اسم | الأسماء
import-totals = المجموع
    .aliases = مجموع | المجموع العام | الإجمالي | إجمالي | المجموع الكلي | الحاصل
import-groups = الهوية
    .aliases = معلومات | معلومات شخصية | المعلومات الشخصية | بيانات شخصية | البيانات | الاتصال | معلومات الاتصال | العضوية | الانخراط
import-fillers = بالعربية
    .aliases = العربية | بالفرنسية | الفرنسية | اللاتينية | بالحروف | درهم | بالدرهم | د.م | المنخرط | المنخرطة | العضو | المعني | بالأمر | إن وجد | رقم

# صفوف لم تستورد كما هي: ما الخلل، وما العمل.
import-row-no_name = لا اسم في هذا السطر، فلم يُدخَل.
import-row-no_name-next = اكتب الاسم ثم أعد إدخال الملف.
import-row-formula = في الخانة معادلة، والمعادلات لا تُدخَل.
import-row-formula-next = انسخ الخانة ثم الصقها في مكانها كقيمة، وأعد إدخال الملف.
import-row-broken = في الخانة خطأ من برنامج الجداول.
import-row-broken-next = صححها وأعد إدخال الملف.
import-row-too_long = نص الخانة أطول مما يحفظ، فتركت فارغة.
import-row-too_long-next = اختصره وأعد إدخال الملف.
import-row-title = يبدو هذا السطر عنوانا أو ملاحظة، فلم يُدخَل.
import-row-title-next = إن كان شخصا فاكتب بقية معلوماته.
import-row-repeated = هذا هو شخص السطر { $first } نفسه، فلم يكرر.
import-row-repeated-next = قارن السطرين واحذف أحدهما.
import-row-several_match = عدة بطاقات محفوظة تطابق هذا السطر، فلم تغير أي منها.
import-row-several_match-next = ادمج البطاقات المكررة ثم أعد إدخال الملف.
import-row-conflict_open = لهذه المعلومة قيمتان محفوظتان لم يحسم فيهما، فلم تغير.
import-row-conflict_open-next = اختر القيمة الصحيحة ثم أعد إدخال الملف.
import-row-deleted_since = أُدخلت هذه البطاقة من قبل ثم حذفت، فتركت محذوفة.
import-row-deleted_since-next = استرجعها إن كان الحذف خطأ.
import-row-reference_unknown = لا توجد بطاقة بهذا الاسم أو الرقم: { $found }.
import-row-reference_unknown-next = أضفها أولا ثم أعد إدخال الملف.
import-row-reference_several = هذا الاسم لعدة بطاقات: { $found }.
import-row-reference_several-next = اكتب الرقم بدل الاسم.
import-row-id_unknown = لا توجد بطاقة بهذا المعرف، فأضيف السطر كبطاقة جديدة.
import-row-id_unknown-next = لا شيء مطلوب إن كان الجدول من جمعية أخرى؛ وإلا فتأكد من المعرف.
import-row-no_person = هذه المعلومة تخص شخصا، ولا اسم له في السطر، فتركت.
import-row-no_person-next = اكتب اسم الشخص ثم أعد إدخال الملف.

import-fault-empty = الملف فارغ.
import-fault-empty-next = اختر الملف الذي فيه اللائحة.
import-fault-wrong_kind = هذا الملف ليس جدولا ({ $found }).
import-fault-wrong_kind-next = احفظ اللائحة بصيغة XLSX أو ODS أو CSV ثم أعد إدخال الملف.
import-fault-password = الملف محمي بكلمة مرور.
import-fault-password-next = افتحه في برنامج الجداول وأزل كلمة المرور ثم أعد إدخال الملف.
import-fault-too_large = الملف أكبر مما يقرأ ({ $what }: { $max } على الأكثر).
import-fault-too_large-next = قسمه إلى عدة ملفات.
import-fault-damaged = الملف تالف أو ناقص.
import-fault-damaged-next = افتحه في برنامج الجداول واحفظه من جديد ثم أعد إدخال الملف.
import-fault-no_header = لم يعثر على سطر العناوين.
import-fault-no_header-next = اكتب فوق كل عمود اسمه، مثل: الاسم الشخصي، الاسم العائلي، الهاتف.
import-fault-unknown_kind = لا يوجد سجل باسم { $kind }.
import-fault-unknown_kind-next = اختر سجلا من اللائحة: tawro record kinds.
import-fault-mapping_syntax = ملف مطابقة الأعمدة غير مقروء في السطر { $line }.
import-fault-mapping_syntax-next = اكتب في كل سطر: عنوان العمود = المعلومة.
import-fault-mapping_column = ملف مطابقة الأعمدة يذكر عمودا لا يوجد في الجدول: { $column }.
import-fault-mapping_column-next = صحح اسم العمود في ملف المطابقة كما هو مكتوب فوقه.
import-fault-mapping_field = ملف مطابقة الأعمدة يذكر معلومة لا توجد في هذا السجل: { $field }.
import-fault-mapping_field-next = اختر معلومة من هذا السجل: tawro record kinds.
import-fault-lookup = تعذرت قراءة البطاقات المحفوظة.
import-fault-lookup-next = أعد المحاولة، فإن تكرر ذلك فافحص البيانات: tawro node doctor.

import-why-same_card = رقم البطاقة الوطنية نفسه
import-why-same_number = رقم العضوية نفسه
import-why-same_phone = الهاتف نفسه
import-why-same_name = الاسم نفسه
import-why-same_name_across = الاسم نفسه بحروف أخرى
import-why-same_birth_date = تاريخ الازدياد نفسه
import-why-same_birth_year = سنة الازدياد نفسها

# كلمات التصدير.
export-yes = نعم
export-no = لا
