# What stands around every page.
frame-skip = إلى المحتوى
frame-ways = أقسام البرنامج
frame-search = البحث في كل السجلات
frame-search-hint = ابحث عن اسم أو هاتف أو رقم…
frame-search-go = بحث
frame-switch = تبديل المستعمل
frame-lock = قفل الشاشة
frame-settings = إعداداتي
frame-quit = إغلاق البرنامج
frame-language = اللغة
frame-undo = تراجع
frame-help = مساعدة حول هذه الصفحة
frame-leave = ما كتبته لم يُحفظ بعد. هل تريد المغادرة؟
frame-leave-now = خروج
