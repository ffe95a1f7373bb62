# What the records of the training and coaching programme add up to.

programme-figures = In sum
programme-sessions = Sessions
programme-came = Presences, all sessions
programme-women = Of these women
programme-persons = Persons ticked by name
programme-certificates = Certificates given
programme-content = { $rated }: good or very good
programme-before = Points before, on average
programme-after = Points after, on average
programme-milieu = Urban or rural
programme-trainees = Its trainees
programme-visits = Visits
programme-hours = Hours of coaching
programme-done = Items of the plan done
programme-maturity = Digital maturity
programme-maturity-round = Digital maturity ({ $round })
programme-of = { $part } of { $all }
programme-of-hundred = { $number } of 100
