# The indicators, and what leaves the association for statistics.

figures-title = Indicators
figures-link-about = The association's numbers, period by period, and what is behind each.
figures-about = These numbers are worked out here, on this computer. Nothing of them leaves without your consent.
figures-period = Period
figures-show = Show
figures-running = This period is not over yet.
figures-month = month { $number } of { $year }
figures-quarter = quarter { $number } of { $year }
figures-half = half { $number } of { $year }
figures-year = year { $year }
figures-of-period = Indicators: { $period }
figures-rest = { $count ->
    [one] { $count } more indicator
   *[other] { $count } more indicators
 }
figures-of = { $number } of { $of }
figures-percent = { $percent } percent
figures-mean = mean { $mean }
figures-none-yet = Nothing to compare yet
figures-unconcerned = Does not concern the association in this period
figures-table = By sex and age
figures-age = Age
figures-all = All
figures-sex-2 = Women
figures-sex-1 = Men
figures-sex-0 = Not stated
figures-age-under18 = under 18
figures-age-18 = 18 to 34
figures-age-35 = 35 to 59
figures-age-60 = 60 and over
figures-age-unknown = age not stated
figures-cell = { $sex }, { $age }
figures-behind = Behind the number
figures-behind-about = These records are seen here only, in the association.
figures-behind-none = No records are behind this number: the program works it out from the state of all registers.
figures-behind-more = { $count ->
    [one] and { $count } more record.
   *[other] and { $count } more records.
 }
figures-records = { $count ->
    [one] { $count } record
   *[other] { $count } records
 }
figures-back = All indicators
leaves-title = What leaves
leaves-link = What leaves for statistics
leaves-link-about = Every number that leaves the association, to whom, and your consent.
leaves-about = Only the numbers on this page leave, in a signed file that you carry yourselves. No name, no record.
leaves-nothing = Nothing is asked yet
leaves-nothing-about = When YES sends the file of what it asks, choose it here. Before that nothing leaves.
leaves-ask = File of what is asked
leaves-take = Read what is asked
leaves-another = Read another file of what is asked
leaves-taken = What is asked was read. Nothing has left yet.
leaves-key = The association's statistics key, to be given to whoever collects the numbers:
leaves-to-one = Who reads these numbers: { $operator }.
leaves-consent-one = { $operator } reads these numbers under your association's name. It cannot see any person. What it publishes is added up with at least four others'.
leaves-k = Every sum that is published adds up at least { $count } associations.
leaves-number = Number
leaves-value = What leaves
leaves-bound = Bound
leaves-bound-about = A number above the bound is not accepted. It is not cut off: it stays here.
leaves-withhold = Do not send it
leaves-fate = How it stands
leaves-what-of = { $label }: of how many
leaves-nothing-leaves = nothing
leaves-part = { $cell }: { $number }
leaves-correction-plus = correction of earlier periods of the year: { $count } more
leaves-correction-minus = correction of earlier periods of the year: { $count } fewer
leaves-is-leaves = leaves as it is
leaves-is-moved = leaves, and cells of 1 to 4 went to “not stated”, so that nobody can be told
leaves-is-withheld = withheld: does not leave
leaves-is-few = does not leave: so few persons could be told
leaves-is-waits = no data yet: does not leave
leaves-is-unconcerned = does not concern the association: does not leave
leaves-is-unknown = does not leave: this program does not know this definition
leaves-is-above = above the bound: ask YES, correct the records, or withhold it
leaves-agreed = { $who } agreed to these terms on { $when }.
leaves-agree = In the association's name we agree that these numbers leave on these terms
leaves-make = Make the report
leaves-correct = Make a corrected report
leaves-until = It can be corrected until { $day }.
leaves-late = The last day was { $day }. What arrives later waits for the next period.
leaves-made = Report { $number } is made. Save its file and carry it to YES.
leaves-reports = Reports that were made
leaves-report = Report { $number }: { $who }, { $when }
leaves-counts = this one counts
leaves-save = Save the file
leaves-withdraw = Withdraw all numbers
leaves-withdraw-about = A report without numbers takes the place of the one before, and you are asked for consent again.
leaves-withdrawn = A report without numbers is made. Carry its file to YES so that it takes the place of the one before.
leaves-changed = The numbers changed since you saw them. Read them again, then repeat.

trouble-task_not_from_our_relay = The relay at which the association is enrolled did not sign this.
trouble-task_not_from_our_relay-next = Ask YES itself for the file, and do not use this one.
trouble-task_not_asked_of_us = This does not ask your association.
trouble-task_not_asked_of_us-next = Give YES the statistics key from the page “What leaves”, then ask for the file again.
trouble-task_unreadable = This file does not ask for numbers.
trouble-task_unreadable-next = Ask YES for the file again, or for the latest release of the program.
trouble-task_two_operators = This asks for two operators; this release sends to one only.
trouble-task_two_operators-next = Ask your coach for the latest release of the program.
trouble-task_no_period = Its days, from { $start } to { $end }, are no month, quarter, half-year or year.
trouble-task_no_period-next = Tell YES.
trouble-task_other_period = It asks about { $found }, not about { $asked }.
trouble-task_other_period-next = Choose the period { $found }.
trouble-task_none = Nothing is asked about { $period }.
trouble-task_none-next = Choose the file of what is asked first.
trouble-report_not_agreed = Nobody agreed to these terms yet.
trouble-report_not_agreed-next = Read them, then tick the consent.
trouble-report_other_terms = The terms changed since you saw them.
trouble-report_other_terms-next = Read them again, then agree.
trouble-report_no_such_number = { $code } is not asked.
trouble-report_no_such_number-next = Check the code of the indicator.
trouble-report_above_bound = { $code }: { $value } is above the bound of { $bound }. Nothing left.
trouble-report_above_bound-next = Ask YES. Or correct the records if it is a mistake, or tick “Do not send it”.
trouble-report_unfit = These numbers do not fit what is asked. Nothing left.
trouble-report_unfit-next = Tell your coach, and give the code below.
trouble-report_no_key = This computer does not have the association's statistics key.
trouble-report_no_key-next = Make the report on another computer of the association.
trouble-report_unreadable = This file is no report, or something in it changed.
trouble-report_unreadable-next = Save it again from the page “What leaves”.
trouble-report_unknown_task = This report answers something that this computer was never asked.
trouble-report_unknown_task-next = Open it on the computer that made it.
trouble-report_no_period_runs = The date of this computer lies outside the years that the program knows.
trouble-report_no_period_runs-next = Correct the computer's date, then try again.
trouble-sheet_card_too_long = The association's name or the address of its site is too long for the sheet.
trouble-sheet_card_too_long-next = Shorten it on the association's own record, or untick the public card.

## The progress sheet
progress-title = Progress sheet
progress-link = Progress sheet
progress-link-about = What you show YES under the association's name, point by point, and take back when you like.
progress-about = These are answers by yes or no about the association's work. YES sees only what you tick, under the association's name, to know where to help. No person stands in them, and none of your numbers.
progress-made = Latest sheet: { $who }, { $when }
progress-nothing-shown = It shows nothing: what was shown before is taken back.
progress-fact = Point
progress-says = What the records say today
progress-show = Show it
progress-unconcerned = Does not concern the association
progress-stale = The sheet before says: { $said }
progress-card = Show our public card too
progress-card-about = The name and the address of the site as they stand on the association's own record. They are public anyway.
progress-make = Make the sheet
progress-make-about = It takes the place of the one before. With nothing ticked, all is taken back.
progress-done = The sheet is made. Save its file and carry it to YES.
progress-taken-back = The sheet that was made shows nothing. Carry its file to YES so that it takes the place of the one before.
