# ما تجمعه سجلات برنامج التكوين والمواكبة.

programme-figures = الحصيلة
programme-sessions = الحصص
programme-came = الحضور في كل الحصص
programme-women = منه النساء
programme-persons = الأشخاص المسجلون بالاسم
programme-certificates = الشهادات المسلَّمة
programme-content = { $rated }: جيد أو جيد جدا
programme-before = معدل النقط قبل الدورة
programme-after = معدل النقط بعد الدورة
programme-milieu = الوسط
programme-trainees = المتدربون منها
programme-visits = الزيارات
programme-hours = ساعات المواكبة
programme-done = إجراءات الخطة المنجزة
programme-maturity = النضج الرقمي
programme-maturity-round = النضج الرقمي ({ $round })
programme-of = { $part } من { $all }
programme-of-hundred = { $number } من 100
