# ما يقوله --help عن كل أمر وكل معطى.

help = نتطوروا: بطاقات الجمعية على حواسيبها الخاصة، متوافقة فيما بينها عبر خادم ربط لا يستطيع قراءتها.
help-usage = الاستعمال:
help-commands = الأوامر
help-arguments = المعطيات
help-options = الخيارات
help-everywhere = خيارات كل الأوامر
help--home = مجلد البيانات [إن لم يُذكر: مجلد البرنامج ضمن مجلداتك، أو TAWRO_HOME]
help--json = إظهار البيانات بصيغة JSON، للبرامج
help--passphrase_file = قراءة كلمة السر من السطر الأول لملف (وإلا فمن TAWRO_PASSPHRASE، وإلا فبالسؤال عنها)
help--lang = لغة الجمل والجداول وهذه المساعدة: ar أو fr أو en [إن لم تُذكر: TAWRO_LANG، وإلا فلغة النظام، وإلا فالعربية]
help--help = إظهار هذه المساعدة
help--version = إظهار رقم النسخة
help--examples =
    للبداية:
      tawro demo                                    مشاهدة البرنامج وهو يعمل
      tawro node init --name "جمعية الأمل"          إنشاء جمعية على هذا الحاسوب
      tawro import member members.xlsx --dry-run    معاينة ورقة قبل استيرادها
      tawro record list member --search khadija     يجد خديجة أيضا

    مساعدة أمر واحد: tawro record list --help
    كل أمر قراءة يقبل --json. حالة الخروج: 0 تم، 1 رُفض أو فشل، 2 أمر مكتوب خطأ.
help-help = إظهار مساعدة أمر

help-demo = عرض كامل على هذا الحاسوب: خادم ربط و25 جمعية، وما ينتج عنها من أرقام
help-demo--associations = عدد الجمعيات المشاركة، من 3 إلى 25 [إن لم يُذكر: 25]
help-demo--dir = ترك مجلدات البيانات في هذا المجلد، ويجب أن يكون فارغا أو غير موجود
help-demo--no_serve = الانتهاء عند اتفاق الجميع، دون إبقاء خادم الربط مشتغلا
help-demo--examples =
    أمثلة:
      tawro demo                          العرض، ثم يبقى خادم الربط إلى غاية Ctrl+C
      tawro demo --no-serve --json        العرض مرة واحدة، بأرقام للبرامج
      tawro demo --dir look-inside        ترك مجلدات البيانات (كلمة السر: demo)

help-node = هذا الحاسوب ضمن أجهزة الجمعية: إنشاء، تسجيل، تبادل، قبول، إبعاد، استرجاع
help-node-init = إنشاء جمعية على هذا الحاسوب؛ لا حاجة إلى الأنترنت
help-node-init--name = اسم الجمعية
help-node-init--commune = جماعتها، برمز المندوبية السامية للتخطيط أو بالاسم
help-node-init--device = ما يُسمى به هذا الحاسوب [إن لم يُذكر: اسمه في النظام]
help-node-init--login = من يعمل هنا بكلمة السر، كما يظهر اسم من كتب [إن لم يُذكر: اسمك في هذا النظام]
help-node-init--examples =
    مثال:
      tawro node init --name "جمعية الأمل" --commune 04.291.01.01

    يظهر رمز الاسترجاع مرة واحدة فقط. اكتبه على ورقة: به وبخادم الربط يعود كل شيء إذا ضاعت الحواسيب
    كلها. وبدونه وبدون أي حاسوب لا يستطيع أحد إرجاع البيانات.
help-node-enrol = تسجيل الجمعية في خادم ربط بالرمز الذي أُعطي لها؛ وكل ما أُنجز من قبل يبقى كما هو
help-node-enrol--ticket = أرقام رمز التسجيل (يُسأل عنها إن لم تُكتب)
help-node-enrol--examples =
    مثال:
      tawro node enrol 123456 234567 …    بفراغات أو بدونها
help-node-serve = البقاء على اتصال بخادم الربط وإبقاء هذا الحاسوب متوافقا، إلى غاية Ctrl+C
help-node-sync = التبادل مع خادم الربط مرة واحدة، الآن
help-node-status = ما لا يوجد إلا على هذا الحاسوب، وما عند كل جهاز
help-node-invite = إنشاء رمز ينضم به حاسوب أو هاتف آخر
help-node-invite--accept = انتظار الجهاز الجديد وقبوله
help-node-invite--yes = القبول دون السؤال عن تطابق الأرقام الستة
help-node-invite--role = ما يحق للجهاز الجديد: admin (الكتابة والقبول والإبعاد)، member (الكتابة)، reader (القراءة) [إن لم يُذكر: member]
help-node-invite--examples =
    أمثلة:
      tawro node invite                   يظهر الرمز، ويُقبل الجهاز لاحقا بـ --accept
      tawro node invite --accept          يظهر الرمز وينتظر ثم يظهر ستة أرقام للمقارنة
      tawro node invite --accept --yes    يقبل أول من يأتي دون سؤال (للبرامج النصية)
help-node-join = الانضمام إلى جمعية بالرمز الظاهر على أحد حواسيبها
help-node-join--code = أرقام الرمز (يُسأل عنها إن لم تُكتب)
help-node-join--device = ما يُسمى به هذا الحاسوب [إن لم يُذكر: اسمه في النظام]
help-node-join--login = من يعمل هنا بكلمة السر، كما يظهر اسم من كتب [إن لم يُذكر: اسمك في هذا النظام]
help-node-devices = حواسيب الجمعية وهواتفها
help-node-revoke = إبعاد حاسوب ضاع أو سُرق: لن يصله شيء مما يُكتب بعد ذلك
help-node-revoke--device = حرف الجهاز أو اسمه أو بداية معرّفه
help-node-revoke--yes = عدم السؤال مرة أخرى
help-node-revoke--examples =
    مثال:
      tawro node revoke B                 لمعرفة الحروف: tawro node devices
help-node-recover = استرجاع جمعية برمز الاسترجاع إذا ضاعت الحواسيب كلها
help-node-recover--code = أرقام رمز الاسترجاع (يُسأل عنها إن لم تُكتب)
help-node-recover--hub = عنوان خادم الربط (HOST:PORT)، إن لم يكن ضمن الرمز
help-node-recover--device = ما يُسمى به هذا الحاسوب [إن لم يُذكر: اسمه في النظام]
help-node-recover--login = من يعمل هنا بكلمة السر، كما يظهر اسم من كتب [إن لم يُذكر: اسمك في هذا النظام]
help-node-recover--yes = عدم السؤال هل كُتب الرمز التالي على ورقة
help-node-recover--examples =
    مثال:
      tawro node recover 123456 234567 …  الأرقام المكتوبة على الورقة، بفراغات أو بدونها

    يظهر أولا رمز الاسترجاع التالي ليُكتب على ورقة، ثم يُستهلك القديم. وإن انقطع العمل فالأمر نفسه
    يكمله: في المجلد نفسه، وبأي من الرمزين.
help-node-doctor = فحص مجلد البيانات: اللوائح والبطاقات، ما أُرسل، المفاتيح
help-node-doctor--rebuild = إعادة بناء كل اللوائح من البطاقات

help-record = البطاقات: عرض وإضافة وتغيير، والحسم بين قيمتين
help-record-kinds = أنواع البطاقات وخاناتها وما تقبله كل خانة
help-record-kinds--kind = نوع واحد أو سجل واحد فقط، مع لوائح رموزه
help-record-list = بطاقات نوع أو سجل
help-record-list--kind = النوع أو السجل، مثل member؛ وكلها: tawro record kinds
help-record-list--search = البطاقات التي تبدأ فيها كلمة بهذا فقط: اسم أو كلمة أو رقم
help-record-list--limit = لا أكثر من هذا العدد
help-record-list--examples =
    أمثلة:
      tawro record list member
      tawro record list member --search khadija   يجد خديجة أيضا
      tawro record list person --json
help-record-show = بطاقة واحدة، مع كل قيم الخانة التي اختلف فيها شخصان
help-record-show--id = معرّفها، من العمود الأخير في اللائحة
help-record-add = إضافة بطاقة
help-record-add--kind = النوع أو السجل، مثل member؛ وكلها: tawro record kinds
help-record-add--fields = ما فيها، خانة بخانة
help-record-add--examples =
    أمثلة:
      tawro record add member given_name/ar=خديجة family_name/ar=بناني phone=0661234567
      tawro record add person given_name=Khadija birth_date=1962 sex=F

    الخانات وما تقبله: tawro record kinds member
help-record-set = تغيير خانات بطاقة؛ وإذا لم يُكتب شيء بعد = أُفرغت الخانة
help-record-set--id = معرّفها، من العمود الأخير في اللائحة
help-record-set--fields = ما يجب أن يكون فيها، خانة بخانة
help-record-resolve = الحسم بين قيم خانة اختلف فيها شخصان
help-record-resolve--id = معرّفها، من العمود الأخير في اللائحة
help-record-resolve--field = الخانة والقيمة التي تبقى
help-record-resolve--examples =
    مثال:
      tawro record show ID                يظهر القيمتين مع من كتب والجهاز والوقت
      tawro record resolve ID phone=0661234567
help-record-history = كل ما كُتب في بطاقة: من كتبه ومتى
help-record-history--id = معرّفها، من العمود الأخير في اللائحة
help-record-conflicts = كل البطاقات التي اختلف فيها شخصان
help-record-delete = إخراج بطاقة من اللوائح؛ يمكن إرجاعها
help-record-delete--id = معرّفها، من العمود الأخير في اللائحة
help-record-restore = إرجاع بطاقة أُخرجت
help-record-restore--id = معرّفها، وقد ظهر عند إخراجها
help-record-merge = التصريح بأن بطاقتين لشخص واحد أو شيء واحد: تبقى الثانية، وتأخذ من الأولى ما ينقصها
help-record-merge--from = معرّف البطاقة التي تُترك
help-record-merge--into = معرّف البطاقة التي تبقى
help-record-unmerge = التراجع عن دمج
help-record-unmerge--id = معرّف البطاقة التي تُركت

help-import = استيراد ورقة (XLSX أو ODS أو CSV)، مع معاينتها أولا إن أردت
help-import--kind = النوع أو السجل، مثل member أو beneficiary أو donor أو partner؛ وكلها: tawro record kinds
help-import--file = الورقة
help-import--map = ملف يحدد خانة كل عمود
help-import--dry_run = إظهار ما سيتم، دون فعل أي شيء
help-import--undo = التراجع عن استيراد كامل، بمعرّفه
help-import--examples =
    أمثلة:
      tawro import member members.xlsx --dry-run      معاينة وتقرير، دون تغيير
      tawro import member members.xlsx                استيراد فعلي، والمرة الثانية تحديث
      tawro import member members.csv --map map.txt   الأعمدة حسب لائحتك
      tawro import --undo IMPORT                      تراجع عن استيراد كامل

    يظهر ما فُهم من كل عمود. وللتصحيح يُعطى ذلك مصححا بـ --map، في أسطر على شكل "عنوان العمود = الخانة"
    أو بصيغة JSON كما يظهرها --json. ويُحتفظ به للأوراق ذات العناوين نفسها.
help-export = كتابة سجل أو نوع في ورقة يمكن استيرادها من جديد دون ضياع
help-export--kind = النوع أو السجل، مثل member؛ وكلها: tawro record kinds
help-export--file = أين تُكتب: اسم ينتهي بـ .xlsx أو .csv
help-export--force = الكتابة مكان ملف بهذا الاسم إن كان موجودا

help-hub = خادم الربط: تشغيله، وإعطاء رموز التسجيل، ومعرفة من يشتغل
help-hub-init = إنشاء خادم ربط على هذا الحاسوب
help-hub-init--name = من يشرف عليه
help-hub-init--address = العنوان الذي تصل به الجمعيات إليه (HOST:PORT)
help-hub-init--max_mib = كم ميبيبايت تخزن كل جمعية على الأكثر [إن لم يُذكر: 2048]
help-hub-init--max_kib_per_second = كم كيبيبايت في الثانية ترسل كل جمعية على المدى الطويل [إن لم يُذكر: 512]
help-hub-init--max_entries_per_second = كم حزمة في الثانية ترسل كل جمعية على المدى الطويل [إن لم يُذكر: 50]
help-hub-init--examples =
    مثال:
      tawro hub init --name YES --address hub.example.org:7421

    هذا العنوان هو ما تدل عليه رموز التسجيل: يجب أن تصل إليه الجمعيات.
help-hub-serve = تشغيل خادم الربط إلى غاية Ctrl+C
help-hub-serve--listen = أين يستمع [إن لم يُذكر: 127.0.0.1:7421]
help-hub-serve--dashboard = عنوان لوحة القيادة، أو off [الافتراضي: 127.0.0.1:7440]
help-hub-serve--max_mib = كم ميبيبايت تخزن كل جمعية على الأكثر [إن لم يُذكر: كما ضُبط من قبل]
help-hub-serve--max_kib_per_second = كم كيبيبايت في الثانية ترسل كل جمعية على المدى الطويل [إن لم يُذكر: كما ضُبط من قبل]
help-hub-serve--max_entries_per_second = كم حزمة في الثانية ترسل كل جمعية على المدى الطويل [إن لم يُذكر: كما ضُبط من قبل]
help-hub-serve--examples =
    أمثلة:
      tawro hub serve                             لبرامج هذا الحاسوب فقط
      tawro hub serve --listen 0.0.0.0:7421       للجمعيات: على كل عناوين هذا الحاسوب
      TAWRO_LOG=warn tawro hub serve              سجل أقصر؛ وإلا فمن جاء وما رُفض، بالمعرفات، على مخرج الأخطاء
help-hub-dashboard = لوحة القيادة: كلمة سرها، ومن يراها
help-hub-dashboard-password = تحديد كلمة سر لوحة القيادة مكان السابقة
help-hub-dashboard-public = هل يرى ما نشر كل من يفتحها
help-hub-dashboard-public--view = on: نعم؛ off: لا، إلا بكلمة السر
help-hub-ticket = إنشاء رمز تتسجل به جمعية واحدة
help-hub-ticket--name = لمن هو: للائحتك الخاصة فقط
help-hub-status = ما يحمله خادم الربط، ولمن
help--ui = أين تُعرض الصفحات [افتراضيا: 127.0.0.1:7420]
help--no_browser = لا تفتح المتصفح
help-backup = نسخ من كل ما في هذا الحاسوب، في ملف واحد مشفر
help-backup-create = إنشاء نسخة وقراءتها واسترجاعها مرة للتأكد أنها كاملة
help-backup-create--file = مكان كتابتها
help-backup-verify = قراءة نسخة كاملة للتحقق منها
help-backup-verify--file = النسخة
help-backup-restore = استرجاع نسخة في مجلد فارغ
help-backup-restore--file = النسخة
help-hub-seat = تسجيل جمعية يمكن أن تطلب أرقامها
help-hub-seat--name = اسمها كما هو في رمز تسجيلها
help-hub-seat--key = مفتاح الإحصاء كما يعرضه حاسوبها
help-hub-seat--commune = جماعة مقرها برمز المندوبية السامية للتخطيط: به تميز الأرقام القروي من الحضري
help-hub-seat--domain = مجالها الأول برقمه في تصنيف ICNPO: من 1 إلى 12
help-hub-seat--operator = هي صاحبة البرنامج، ولا يطلب منها إلا سجل البرنامج
help-hub-seat--examples =
    مثال:
      tawro hub seat "Al Amal" --key KEY --commune 04.291.01.05 --domain 4

    تحدد لائحة المعنيين مع أول فترة في السنة. وبعدها تدخل الجمعيات الجديدة خمسا فأكثر معا.
help-hub-unseat = إخراج جمعية لم تعد تشارك، أو سجلت خطأ
help-hub-unseat--name = اسمها كما سجلت
help-hub-period = فترات جمع الأرقام: البدء والاستقبال والإغلاق والنشر
help-hub-period--examples =
    بالترتيب:
      tawro hub period open 2026-Q3
      tawro hub period task 2026-Q3 FILE        يسلم للجمعيات
      tawro hub period take FILE …              ما يصل منها
      tawro hub period status 2026-Q3
      tawro hub period freeze 2026-Q3
      tawro hub period publish 2026-Q3
      tawro hub period manifest 2026-Q3 FILE    يسلم للجمعيات
      tawro hub export 2026-Q3 figures.xlsx
help-hub-period-open = بدء فترة: تحديد ما يطلب وممن يطلب
help-hub-period-open--period = شهر أو ربع سنة أو نصف سنة أو سنة: 2026-09، 2026-Q3، 2026-H2، 2026
help-hub-period-task = كتابة ما يطلب في ملف تأخذه الجمعيات
help-hub-period-task--period = الفترة، مثل 2026-Q3
help-hub-period-task--file = إلى أي ملف
help-hub-period-task--force = تعويض الملف الذي يحمل هذا الاسم إن وجد
help-hub-period-take = استقبال أرقام الجمعيات، مع بيان ما فيها من خطأ
help-hub-period-take--files = الملفات التي وصلت
help-hub-period-status = أين وصلت الفترة، ومن لم يرسل، وما الذي رفض
help-hub-period-status--period = الفترة، مثل 2026-Q3
help-hub-period-cancel = التراجع عن فترة بدأت خطأ، قبل أن تصل أرقام
help-hub-period-cancel--period = الفترة، مثل 2026-Q3
help-hub-period-freeze = إنهاء الاستقبال والتوقيع على ما يحتسب
help-hub-period-freeze--period = الفترة، مثل 2026-Q3
help-hub-period-freeze--force = القيام بذلك رغم أن أرقاما ما زالت منتظرة
help-hub-period-publish = جمع ما يحتسب مرة واحدة، ونشر ما يجوز نشره
help-hub-period-publish--period = الفترة، مثل 2026-Q3
help-hub-period-manifest = كتابة ما يحتسب وما نشر في ملف تتحقق منه الجمعيات
help-hub-period-manifest--period = الفترة، مثل 2026-Q3
help-hub-period-manifest--file = إلى أي ملف
help-hub-period-manifest--force = تعويض الملف الذي يحمل هذا الاسم إن وجد
help-hub-export = كتابة الأرقام المنشورة لفترة في ملف
help-hub-export--period = الفترة، مثل 2026-Q3
help-hub-export--file = إلى أي ملف: اسم ينتهي بـ .json أو .csv أو .xlsx
help-hub-export--force = تعويض الملف الذي يحمل هذا الاسم إن وجد
help-hub-report = إعداد تقرير المؤشرات الذي يقدم إلى الوزارة، للطبع أو للتعديل
help-hub-report--period = فترة منشورة مثل 2026-Q3، أو سنة نشرت فتراتها مثل 2026
help-hub-report--file = إلى أي ملف: اسم ينتهي بـ .pdf أو .docx
help-hub-report--force = تعويض الملف الذي يحمل هذا الاسم إن وجد

help-indicators = أعداد الجمعية: حسابها وشرحها وإعداد التقرير الذي يخرج
help-indicators-list = كل مؤشر، وما يعده، وما ينتظره
help-indicators-preview = أعداد فترة؛ وإن طُلب شيء فما سيخرج بالضبط
help-indicators-preview--period = شهر أو ربع أو نصف أو سنة: 2026-09 أو 2026-Q3 أو 2026-H1 أو 2026
help-indicators-preview--task = ملف ما تطلبه YES، للنظر فيه قبل أخذه
help-indicators-explain = البطاقات التي وراء عدد؛ لا تُرى إلا هنا
help-indicators-explain--period = شهر أو ربع أو نصف أو سنة
help-indicators-explain--code = رمز مؤشر، مثل NT-G12
help-indicators-key = النصف العلني من المفتاح الذي يوقع أعداد الجمعية، يُعطى إلى YES
help-indicators-report = إعداد التقرير الموقع الذي تطلبه YES؛ يخرج من تلقاء نفسه أو في ملف تحملونه
help-indicators-report--period = شهر أو ربع أو نصف أو سنة
help-indicators-report--task = ملف ما تطلبه YES [افتراضيا: ما جاء من خادم الربط]
help-indicators-report--out = أين يُكتب التقرير ملفا [افتراضيا: لا يُكتب]
help-indicators-report--withhold = رموز المؤشرات التي لا تُرسل: هذه لا غير [افتراضيا: ما احتفظ به التقرير الأخير]
help-indicators-report--withhold_none = لا يُحتفظ بشيء، ولا بما احتفظ به التقرير الأخير
help-indicators-report--agree = الموافقة، باسم الجمعية، على الشروط التي يعرضها هذا الأمر
help-indicators-report--examples =
    مثال:
      tawro indicators preview 2026-Q3 --task ask.task                     للنظر في كل شيء أولا
      tawro indicators report 2026-Q3 --task ask.task --out our.report --agree
      tawro indicators report 2026-Q3 --task ask.task --out our2.report --withhold NT-G12
      tawro indicators report 2026-Q3 --withhold-none                      لإرسال ما احتُفظ به من جديد
help-indicators-audit = هل التقرير موقع، وهل هو الذي حُفظ، وهل هو ما تقوله السجلات
help-indicators-audit--file = التقرير
help-indicators-notice = أخذ لائحة التقارير المحسوبة وما نُشر من ملف، ومعرفة حال تقرير الجمعية
help-indicators-notice--file = ما كتبته YES بالأمر: tawro hub period manifest
help-indicators-sheet = بطاقة التقدم: أجوبة بنعم أو لا تُظهرها الجمعية لـ YES باسمها. دون --out تُعرض فقط
help-indicators-sheet--show = رموز ما يُظهَر؛ وما لا يُذكر يُسحب
help-indicators-sheet--card = إظهار البطاقة العمومية أيضا: الاسم وعنوان الموقع
help-indicators-sheet--out = إلى أي ملف، وهو ما يُحمل إلى YES
help-indicators-sheet--examples =
    مثال:
      tawro indicators sheet --show NT-R08 NT-R09 --card --out progress.sheet
help-hub-sheet = بطاقات التقدم التي تُظهرها الجمعيات بأسمائها
help-hub-sheet--examples =
    مثال:
      tawro hub sheet take *.sheet
      tawro hub sheet list
help-hub-sheet-take = أخذ بطاقات جاءت من الجمعيات
help-hub-sheet-take--files = الملفات التي جاءت
help-hub-sheet-list = ما تُظهره كل جمعية

help-programme = ما يخبر به البرنامج كل جمعية: الإعلانات والمواعيد القانونية والرسائل والأهداف
help-programme-show = آخر نشرة قُرئت
help-programme-publish = كتابة ما يوقعه خادم الربط، عند صاحب البرنامج: الخانات العمومية وحدها
help-programme-publish--file = إلى أي ملف
help-programme-publish--force = تعويض الملف الذي يحمل هذا الاسم إن وجد
help-programme-take = قراءة نشرة وقعها خادم الربط الذي سُجلت فيه الجمعية
help-programme-take--file = الملف الذي تسلمه YES
help-hub-programme = نشرات البرنامج: أخذ ما كتبه المكتب وترقيمه وتوقيعه وتسليمه
help-hub-programme-take = التحقق مما كتبه المكتب وتوقيعه نشرةً مقبلة
help-hub-programme-take--file = ملف المكتب
help-hub-programme-show = آخر نشرة
help-hub-programme-write = كتابة آخر نشرة في ملف تقرؤه الجمعيات
help-hub-programme-write--file = إلى أي ملف
help-hub-programme-write--force = تعويض الملف الذي يحمل هذا الاسم إن وجد
