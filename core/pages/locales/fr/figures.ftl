# Comment on nomme les périodes et les cases.

figures-month = mois { $number } de { $year }
figures-quarter = trimestre { $number } de { $year }
figures-half = semestre { $number } de { $year }
figures-year = année { $year }
figures-sex-2 = Femmes
figures-sex-1 = Hommes
figures-sex-0 = Non précisé
figures-age-under18 = moins de 18 ans
figures-age-18 = 18 à 34 ans
figures-age-35 = 35 à 59 ans
figures-age-60 = 60 ans et plus
figures-age-unknown = âge non précisé
figures-cell = { $sex }, { $age }
figures-short-month = { $number }/{ $year }
figures-short-quarter = T{ $number } { $year }
figures-short-half = S{ $number } { $year }
figures-short-year = { $year }
