# What the pages say that are about many people at once.

## Who came
present-open = من حضر
present-title = من حضر: { $name }
present-back = العودة إلى بطاقة النشاط
present-by-name = بالأسماء
present-by-number = بالأعداد
present-came = { $count ->
    [zero] لم يُسجل أي حضور بعد.
    [one] حضر شخص واحد.
    [two] حضر شخصان.
    [few] حضر { $count } أشخاص.
    [many] حضر { $count } شخصا.
   *[other] حضر { $count } شخص.
}
present-women = إناث: { $number }
present-men = ذكور: { $number }
present-unsaid = بدون تحديد الجنس: { $number }
present-ticked = من حضروا ({ $number })
present-others = الآخرون
present-nobody = لا أحد آخر هنا. ابحث باسم آخر، أو أضف الشخص أسفله.
present-search = البحث عن شخص
present-among = ضمن
present-find = بحث
present-kept = ضع علامة أمام من حضر وأزلها عمن لم يحضر. كل زر في هذه الصفحة يحفظ العلامات قبل أن ينتقل.
present-save = حفظ الحضور
present-next = التالون
present-next-came = بقية من حضروا
present-new = شخص ليس في اللائحة
present-add = إضافته وتسجيل حضوره
present-add-sure = شخص آخر: إضافته
present-did-add = أُضيف الشخص وسُجل حضوره.
present-did-tick = { $count ->
    [zero] لم يُسجل أي حضور.
    [one] سُجل حضور شخص واحد.
    [two] سُجل حضور شخصين.
    [few] سُجل حضور { $count } أشخاص.
    [many] سُجل حضور { $count } شخصا.
   *[other] سُجل حضور { $count } شخص.
}
present-did-untick = { $count ->
    [zero] لم يُلغ أي حضور.
    [one] أُلغي حضور شخص واحد.
    [two] أُلغي حضور شخصين.
    [few] أُلغي حضور { $count } أشخاص.
    [many] أُلغي حضور { $count } شخصا.
   *[other] أُلغي حضور { $count } شخص.
}
heads-about = عدد من حضروا دون تسجيل أسمائهم. لا تحسب هنا من سُجل بالاسم.
heads-age = السن
heads-cell = { $row }، { $column }
heads-sum = المجموع
heads-sex-unsaid = الجنس غير محدد
heads-age-unsaid = السن غير محدد
heads-place = الوسط
heads-place-unsaid = بدون تحديد الوسط
heads-place-about = لكل وسط أعداده. ما كتبته يُحفظ قبل الانتقال.
heads-beside = أعداد أخرى مسجلة لهذا النشاط:
trouble-people_number = اكتب عددا صحيحا من 0 إلى 100000.
trouble-people_number-next = أو اترك الخانة فارغة.
trouble-people_changed = كتب شخص آخر هنا { $number } في هذه الأثناء.
trouble-people_changed-next = تحقق من العدد ثم احفظ مرة أخرى.

## What a person allowed
consent-part = الموافقة
consent-part-about = لكل غرض موافقة خاصة به، ويمكن سحبها وحدها في أي وقت. لا تضع علامة إلا على ما وافق عليه المعني بالأمر فعلا.
consent-for = الموافقة على استعمال المعلومات الشخصية من أجل:
consent-pictures = الصور، موافقة مستقلة عن غيرها:
consent-missing = لا توجد أي موافقة مسجلة
consent-missing-about = القانون 09-08 يشترط موافقة المعني بالأمر. اطلبها منه وسجلها.
consent-no-pictures = لا صور: لا توجد موافقة على الصور
consent-since = منذ { $day }
consent-withdrawn-since = سُحبت يوم { $day }
consent-withdraw = سحب الموافقة
consent-withdrawn = سُحبت الموافقة ابتداء من اليوم.
consent-add = تسجيل موافقة أخرى
trouble-minor_guardian = هذا الشخص دون 18 سنة: يوافق عنه وليه.
trouble-minor_guardian-next = اختر الولي أو اكتب اسمه.
