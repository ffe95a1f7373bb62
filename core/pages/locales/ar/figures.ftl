# كيف تسمى الفترات والخانات.

figures-month = شهر { $number } من سنة { $year }
figures-quarter = الربع { $number } من سنة { $year }
figures-half = النصف { $number } من سنة { $year }
figures-year = سنة { $year }
figures-sex-2 = نساء
figures-sex-1 = رجال
figures-sex-0 = غير معروف
figures-age-under18 = أقل من 18 سنة
figures-age-18 = من 18 إلى 34 سنة
figures-age-35 = من 35 إلى 59 سنة
figures-age-60 = 60 سنة فأكثر
figures-age-unknown = السن غير معروف
figures-cell = { $sex }، { $age }
figures-short-month = { $number }/{ $year }
figures-short-quarter = ربع { $number } – { $year }
figures-short-half = نصف { $number } – { $year }
figures-short-year = { $year }
