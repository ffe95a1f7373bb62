# What the programme tells every association, and the desk where it is made.

news-title = News of the programme
news-link-about = Announcements, days that the law sets, models of letters, courses and targets.
news-edition = Edition { $number }, of { $day }
news-nothing = Nothing of the programme is here yet
news-nothing-about = When YES hands you the file of an edition, whoever looks after this program takes it in here. It holds what is public of the programme, and nobody’s name.
news-file = File of an edition
news-take = Take it in
news-taken = The edition was taken in.
news-already = This edition is here already.
news-programme = The programme
news-since = Since { $day }
news-partners = Partners: { $names }
news-and = {", "}
news-law-about = What the law wants of every association, as YES wrote it down. It is no advice: ask a lawyer or an accountant where it matters.
news-law-next = Next: { $day }
news-unchecked = Not checked by a lawyer yet
news-checked = Checked by { $who }
news-checked-on = Checked by { $who }, { $day }
news-write = Write this letter
news-of = Of
news-whole = the whole programme
news-baseline-on = { $number } ({ $day })
news-no-baseline = not known
news-late = Measured late
news-days = { $from } to { $to }
news-hours = { $count ->
    [one] one hour
   *[other] { $count } hours
 }
news-no-link = Not published yet
news-guides = Practical guide
news-period-closes = { $period }: reports are taken until { $day }
news-period-published = { $period }: figures published on { $day }

## The desk

publish-title = What is published
publish-link-about = Everything that the associations of the programme read, and the file of it.
publish-about = Every association reads what stands in these registers: the public fields alone. People, trainees, associations and remarks are never among them.
publish-last = Newest edition here: { $number }, of { $day }
publish-none = No edition has come back here yet.
publish-agreed-about = The programme as it was agreed can be written for you: its name and partners, targets, courses, capsules, days of the law and models of letters. What is there already stays.
publish-agreed = Take in the programme as agreed
publish-taken-in = { $count ->
    [0] Everything was there already.
    [one] One record was written. Look at it before you publish.
   *[other] { $count } records were written. Look at them before you publish.
 }
publish-left-out = These stay here until they are put right: something is missing in them, or the period cannot be read.
publish-same = The newest edition says exactly this: there is nothing new to publish.
publish-file = Write the file of the next edition
publish-file-about = Whoever runs the relay numbers and signs it: tawro hub programme take FILE
publish-preview = This is what every association will read:
publish-nothing = Nothing is there to publish yet.

hint-target-baseline_on = On or before the day on which the programme began. Later, it is shown as late.
hint-report_period-period = A year 2026, a half-year 2026-H1, a quarter 2026-Q3 or a month 2026-09. Until when reports are taken follows from it.
hint-legal_deadline-checked_by = The lawyer or accountant who read it. Every association reads this name.
hint-letter_model-checked_by = The lawyer who read it. Every association reads this name.
hint-letter_model-text = Put what changes in square brackets: [date].
hint-course-place = Every association of the programme reads it.

trouble-edition_malformed = This is no edition of the programme, or one of a later release.
trouble-edition_malformed-next = Ask YES for the file again, and update this program.
trouble-edition_not_signed = The relay at which the association is enrolled did not sign this.
trouble-edition_not_signed-next = Ask YES itself for the file, and do not use this one.
trouble-edition_older = This is edition { $found }; { $held } is here already.
trouble-edition_older-next = Nothing is to be done. Ask YES for the newest one.
trouble-edition_forked = There are two different editions { $number }.
trouble-edition_forked-next = Tell YES: its relay may have been set up anew.
trouble-edition_not_public = Something in it is not public.
trouble-edition_not_public-next = Tell YES. Nothing was taken in.
trouble-edition_unknown = Something in it is of a later release.
trouble-edition_unknown-next = Update this program.
trouble-edition_unfit = A value in it cannot stand where it does.
trouble-edition_unfit-next = Tell YES. Nothing was taken in.
trouble-edition_too_many = There are { $found } records; { $limit } can be published.
trouble-edition_too_many-next = Delete announcements that are over, then try again.
trouble-edition_too_long = It is too long to be published.
trouble-edition_too_long-next = Shorten the models of letters, then try again.
trouble-edition_empty = Nothing is there to publish.
trouble-edition_empty-next = Fill in the registers of the programme first.
trouble-edition_unchanged = Edition { $number } says this already.
trouble-edition_unchanged-next = Nothing is to be done.
