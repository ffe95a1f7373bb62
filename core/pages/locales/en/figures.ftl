# What periods and cells are called.

figures-month = month { $number } of { $year }
figures-quarter = quarter { $number } of { $year }
figures-half = half { $number } of { $year }
figures-year = year { $year }
figures-sex-2 = Women
figures-sex-1 = Men
figures-sex-0 = Not stated
figures-age-under18 = under 18
figures-age-18 = 18 to 34
figures-age-35 = 35 to 59
figures-age-60 = 60 and over
figures-age-unknown = age not stated
figures-cell = { $sex }, { $age }
figures-short-month = { $number }/{ $year }
figures-short-quarter = Q{ $number } { $year }
figures-short-half = H{ $number } { $year }
figures-short-year = { $year }
