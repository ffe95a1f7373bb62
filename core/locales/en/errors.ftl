# What is said of a cell that cannot be read, of a request refused, of what needs a look.
# Each code has a sentence that says what happened, and another (-next) that says what to do.

## Values

value-too_long = { $limit ->
    [65536] The text is too long: { $found } bytes, at most { $limit }.
   *[other] { $found ->
        [one] The text is too long: { $found } character, at most { $limit }.
       *[other] The text is too long: { $found } characters, at most { $limit }.
    }
}
value-too_long-next = Shorten it, or keep the long text in a document.
value-control_character = The text has a mark in it that a line cannot have.
value-control_character-next = Clear the cell and type it again.
value-wrong_shape = What is stored is not of the type this field takes.
value-wrong_shape-next = Enter the value again.
value-not_canonical = What is stored is not in its usual form.
value-not_canonical-next = Enter the value again.
value-not_a_number = This is not a number.
value-not_a_number-next = Write digits, such as 1234 or 1234.50.
value-ambiguous_number = This number can be read in several ways: { $candidates }.
value-ambiguous_number-next = Write it without a mark between the thousands, such as 1234 or 1234.50.
value-too_precise = { $limit ->
    [0] A whole number is needed here, without decimals.
   *[other] { $found ->
        [one] { $found } decimal, at most { $limit }.
       *[other] { $found } decimals, at most { $limit }.
    }
}
value-too_precise-next = Take away the decimals that are too many.
value-out_of_range = The value is out of bounds: { $min } to { $max }.
value-out_of_range-next = Check the value and correct it.
value-other_currency = The amount is in another currency ({ $found }); this field takes dirhams.
value-other_currency-next = Write the amount in dirhams, or the currency in its own field.
value-not_a_date = This is not a date.
value-not_a_date-next = Write day/month/year such as 28/06/1962, or month and year, or the year alone.
value-ambiguous_date = { $count ->
    [one] There is no such date as it is written; is it { $candidates }?
   *[other] This date can be read in several ways: { $candidates }.
}
value-ambiguous_date-next = Write the day, the month, then the year in four digits, such as 28/06/1962.
value-no_such_day = The calendar has no such day.
value-no_such_day-next = Check day and month; if only the year is known, write the year alone.
value-not_a_flag = This field takes yes or no.
value-not_a_flag-next = Write yes or no, or leave the cell empty.
value-not_a_cnie = This is not the number of an identity card.
value-not_a_cnie-next = Write one or two letters, then the digits, such as XA123456.
value-not_a_phone = { $found ->
    [0] This is not a telephone number: it has no digits.
    [one] This is not a telephone number: it has { $found } digit.
   *[other] This is not a telephone number: it has { $found } digits.
}
value-not_a_phone-next = Write ten digits that begin with 05, 06 or 07, or a foreign number with + and the country's code.
value-several_phones = The cell has { $count } telephone numbers: { $candidates }.
value-several_phones-next = Keep one here and put the others into the field for all telephones.
value-not_an_email = This is not an e-mail address.
value-not_an_email-next = Write it as name@example.ma, without spaces.
value-not_a_series = This is not a number of a book.
value-not_a_series-next = Write it as 2026-A-0012.
value-not_a_reference = { $found ->
    [one] This is not a record's id: { $found } character, 26 are needed.
   *[other] This is not a record's id: { $found } characters, 26 are needed.
}
value-not_a_reference-next = Copy the whole id from the list.
value-unknown_code = { $count ->
    [0] This word is not in the list.
   *[other] This word is not in the list. Is it: { $candidates }?
}
value-unknown_code-next = Choose a value from the list.
value-ambiguous_code = This word has several meanings: { $candidates }.
value-ambiguous_code-next = Choose one from the list.
value-no_such_member = This field has no part { $member }.
value-no_such_member-next = The languages are ar, fr, en and zgh; elements of a list are written as they are stored.

## What is refused

refusal-unknown_kind = There is no kind of record named { $kind }.
refusal-unknown_kind-next = Choose one of those that exist.
refusal-unknown_field = { $kind } has no field { $field }.
refusal-unknown_field-next = Look at the fields of this kind of record.
refusal-not_found = There is no record { $record }.
refusal-not_found-next = Copy the id from the list.
refusal-exists = Record { $record } exists already.
refusal-exists-next = Change it instead of adding another.
refusal-conflict_open = The field { $field } has two different values; one has to be chosen first.
refusal-conflict_open-next = Compare the two values and keep the right one.
refusal-no_conflict = The field { $field } has one value; there is nothing to choose.
refusal-no_conflict-next = Change it like any other field.
refusal-too_long = The text of { $field } is too long: { $bytes } bytes, at most { $max }.
refusal-too_long-next = Shorten it, or keep the long text in a document.
refusal-change_too_large = This is more than one change can hold: { $bytes } bytes, at most { $max }.
refusal-change_too_large-next = Write the fields in several steps.
refusal-deleted = This record is out of the lists.
refusal-deleted-next = Restore it first, then change it.
refusal-unknown_base = The record changed in a way that has not reached this computer.
refusal-unknown_base-next = Open it again and make your change once more.
refusal-merge_cycle = A record cannot stand for itself.
refusal-merge_cycle-next = Undo the other merge first.
refusal-merge_kinds = Two records of different kinds cannot be one.
refusal-merge_kinds-next = Merge two people, or two donors, with each other.
refusal-unreadable = The record cannot be read from the disk.
refusal-unreadable-next = Copy the data folder first, then have it checked.
refusal-internal = The program met a fault of its own.
refusal-internal-next = Nothing was written. Please report this fault.

## Numbers that leave

error-above_bound = { $indicator }: { $value } is more than { $bound }, the most that was agreed for one association.
error-above_bound-next = Check the number. If it is right, ask YES to raise what was agreed. Nothing was sent.
error-other_indicators = These are not the numbers of this period's indicators.
error-other_indicators-next = Compute the period again.
error-withheld_number = { $indicator } is kept back, and yet a number stands there.
error-withheld_number-next = Compute the period again.
error-small_cell = { $indicator }: { $value } in one cell is so few that it could tell who they are.
error-small_cell-next = Compute the period again: so small a number is then moved to "not stated".
error-both_ways = { $indicator } is corrected up by { $plus } and down by { $minus } at once.
error-both_ways-next = Keep one correction: the difference of the two.
error-ledger_malformed = Entry { $at } in the list of openings cannot be read.
error-ledger_malformed-next = Keep the list as it is and compare it with an earlier copy.
error-ledger_broken = The list of openings was changed: entry { $at } does not follow the one before it.
error-ledger_broken-next = Keep the list as it is and compare it with an earlier copy.
error-ledger_head_missing = The list of openings lacks its end, or was written anew.
error-ledger_head_missing-next = Keep the list as it is and compare it with an earlier copy.
error-not_a_fact = { $indicator } is a statement that holds or does not: it takes no other number.
error-not_a_fact-next = Compute the period again.
error-report_malformed = The numbers arrived in a form that cannot be read.
error-report_malformed-next = Send them again; if it happens twice, update the program.
error-report_other_task = These numbers answer another period, or terms that have changed since.
error-report_other_task-next = Read the new terms, and agree to them before you send again.
error-report_not_registered = This association is not among those asked this year.
error-report_not_registered-next = Ask YES whether it is registered for this year's figures.
error-report_unsigned = The signature under the numbers is not this association's.
error-report_unsigned-next = Send them again; if it happens twice, tell YES.
error-report_out_of_range = One of the numbers is beyond what was agreed for this period.
error-report_out_of_range-next = Check the numbers. If they are right, ask YES to raise what was agreed.
error-report_replayed = Other numbers were sent under the same mark before.
error-report_replayed-next = Compute the period again and send it.
error-report_superseded = Newer numbers of this association are already there.
error-report_superseded-next = If these are the right ones, send them again as a correction.
error-report_late = The period is closed; these numbers came after it.
error-report_late-next = The difference goes into the next period of the same year as a correction. After the year's last period is closed it is not counted any more.
error-report_rejected = The relay did not take these numbers, for a reason that this program does not know.
error-report_rejected-next = Update the program, then make the report again.
error-statistics_no_seat = The relay does not know this association's statistics key.
error-statistics_no_seat-next = Give YES the key, as the page “What leaves” shows it. Records sync all the same.
error-statistics_busy = The relay takes no numbers just now.
error-statistics_busy-next = Nothing is lost: they are sent again by themselves.
error-statistics_not_answered = The relay does not understand what this program asks about numbers.
error-statistics_not_answered-next = One of the two programs is older. Update it; nothing is lost meanwhile.
error-newcomers_wait = New in the list: { $found }. Newcomers enter together, from { $needed } on.
error-newcomers_wait-next = Keep them for later; they enter as soon as there are enough.
error-seat_twice = An association stands twice in the list of the year.
error-seat_twice-next = Take it out once.
error-too_many_seats = Associations in the list of the year: { $found }; at most { $limit }.
error-too_many_seats-next = Part the list into several, each with figures of its own.
error-task_period = From { $start } to { $end } is not a period within one year.
error-task_period-next = Choose a first and a last day of the same year.
error-task_operators = Who adds the numbers up has no name, or two have the same.
error-task_operators-next = Write the name of each.
error-task_k = Fewest associations behind a figure: { $found }; it must be { $limit } or more.
error-task_k-next = Raise the number.
error-task_indicators = Indicators: { $found }; from 1 to { $limit } are possible.
error-task_indicators-next = Add one, or part them over two requests.
error-task_code = An indicator's code is missing, too long, or there twice: { $code }
error-task_code-next = Give each indicator a short code of its own.
error-task_mixed = { $code }: numbers of YES and of associations stand side by side.
error-task_mixed-next = Keep the two apart, each in a request of its own.
error-task_bound = { $code }: { $bound } cannot be the most that one association may have.
error-task_bound-next = Write about twice the largest number you expect, of persons at least 10; for a statement, 1.
error-task_tables = { $code } has tables that its kind of numbers does not have, or they are out of order.
error-task_tables-next = Begin with the total and keep to the fixed order of tables.
error-task_fact = { $code }: a statement counts associations, and nothing else does.
error-task_fact-next = Check where the numbers come from and what they count.

## What needs a look

issue-conflict = Two different values
issue-conflict-next = Two people wrote without seeing what the other wrote. Choose the right value.
issue-missing_required = A needed field is empty
issue-missing_required-next = Fill it in when you know the value.
issue-deleted_while_edited = Deleted and edited at the same time
issue-deleted_while_edited-next = One person deleted it, another edited it without knowing. Restore it, or delete it again.
issue-reference_missing = Refers to a record that is not here
issue-reference_missing-next = It may still arrive; otherwise choose another.
issue-reference_deleted = Refers to a deleted record
issue-reference_deleted-next = Restore the deleted record, or choose another.
issue-reference_erased = Refers to a record erased for good
issue-reference_erased-next = Choose another record, or clear the field.
issue-not_unique = The value is another record's too
issue-not_unique-next = Is it one person twice, or a slip of the keyboard?
issue-series_doubled = A book's number given twice
issue-series_doubled-next = Neither is renumbered: cancel one of them and give a new number.
issue-unknown_value = A value this program does not know
issue-unknown_value-next = It may come from a newer release. Update, or correct it.
issue-unknown_kind = A kind of record this program does not know
issue-unknown_kind-next = Update to see it whole; nothing of it is lost.

## Definitions of indicators

definition-place = Line { $line }, column { $column }
definition-not_toml = This text is not TOML.
definition-not_toml-next = Check quotes and brackets at this place.
definition-too_long = The definitions are too long: { $found } bytes, at most { $limit }.
definition-too_long-next = Take out what is not used.
definition-too_many = Too many elements in { $key }: { $found }, at most { $limit }.
definition-too_many-next = Shorten the list, or part the indicator.
definition-unknown_key = The key { $key } means nothing here.
definition-unknown_key-next = Check how it is written, or take it out.
definition-missing_key = The key { $key } is missing.
definition-missing_key-next = Add it with its value.
definition-shape = { $expected ->
    [text] A text in quotes is needed here.
    [number] A whole number is needed here.
    [flag] This takes true or false.
    [list] A list in brackets is needed here.
   *[table] A table is needed here.
}
definition-shape-next = Compare it with the definition of another indicator.
definition-not_in_list = The word { $found } is not in the list of { $key }. Known are: { $candidates }.
definition-not_in_list-next = Choose one of the list.
definition-code_form = This is not the code of an indicator.
definition-code_form-next = Write it as NT-O01, with a small letter for a row kept apart, as NT-R09a.
definition-twice = { $found } is written twice.
definition-twice-next = Keep one of them.
definition-out_of_range = The value of { $key } is out of bounds: { $min } to { $max }.
definition-out_of_range-next = Write a number between the two.
definition-unknown_kind = No record is of the kind { $kind }.
definition-unknown_kind-next = Choose a kind that is known, or say in waits_for what the indicator waits for.
definition-sensitive_kind = Records of { $kind } are sensitive data (law 09-08): nothing of them is counted.
definition-sensitive_kind-next = Define the indicator without them.
definition-unknown_field = { $kind } has no field { $field }.
definition-unknown_field-next = Look at the names of this kind's fields.
definition-free_text = The field { $field } of { $kind } is free text: nothing is counted by it.
definition-free_text-next = Take a field with codes, or a date.
definition-identifier = The field { $field } of { $kind } tells one person or paper from all others: nothing is counted by it.
definition-identifier-next = To count different persons, take the reference to the person's record.
definition-sensitive = The field { $field } of { $kind } is sensitive data (law 09-08): nothing is counted by it.
definition-sensitive-next = Define the indicator without it.
definition-personal = The field { $field } of { $kind } is personal data and not meant for statistics.
definition-personal-next = Sex and date of birth serve the tables by themselves; define the indicator without this field.
definition-own_field = The field { $field } of { $kind } was added by an association for itself: it means nothing elsewhere.
definition-own_field-next = Take a field that all associations have.
definition-several = The field { $field } of { $kind } has several values: nothing is counted by it.
definition-several-next = Take a field with one value.
definition-place_field = The field { $field } of { $kind } is a place: no table is smaller than the province.
definition-place_field-next = Take the table by where the association has its seat.
definition-not_summed = The numbers of { $field } of { $kind } are not meant to be added up.
definition-not_summed-next = Ask for that mark where the field is declared, or count the records.
definition-leads_nowhere = The field { $field } of { $kind } leads to no record of a known kind.
definition-leads_nowhere-next = Go over fields that name records.
definition-too_far = The field { $field } of { $kind } is more than two records away.
definition-too_far-next = Count from a kind that is nearer.
definition-other_type = { $expected ->
    [date] The field { $field } is not a date.
    [number] The field { $field } is not a number to be added up.
    [record] The field { $field } names no record.
    [person] The field { $field } names no person.
   *[code] The field { $field } is neither a code of a list nor a yes or no.
}
definition-other_type-next = Choose a field of the type that is needed.
definition-one_method = { $found ->
    [0] The definition does not say where its number comes from.
   *[other] The definition says in more than one way where its number comes from.
}
definition-one_method-next = Write only one of rows, fact and waits_for.
definition-one_time = These records need one time, and only one.
definition-one_time-next = Write when for what happens in the period, or since and until for what runs on its last day.
definition-no_total = The table total is missing.
definition-no_total-next = The total is always published: add total to tables.
definition-table_people = The table { $table } parts people, and this indicator knows neither sex nor age.
definition-table_people-next = Take the table out, or say in person how the person is reached.
definition-source_unfit = The source { $found } does not fit this way of counting.
definition-source_unfit-next = What is yes or no has the source fact; all else own or pooled.
definition-unit_unfit = The unit { $unit } does not fit what is counted.
definition-unit_unfit-next = Amounts are in dirhams, shares in percent or points, statements in associations.
definition-unkind_unfit = Only a statement (source fact) can be unkind.
definition-unkind_unfit-next = Take unkind out.
definition-kind_twice = Records of { $kind } would be counted twice.
definition-kind_twice-next = Put the two conditions into one.
definition-distinct_kinds = Different records are counted of one kind only.
definition-distinct_kinds-next = Let of name the same kind in all rows.
definition-money_mixed = Amounts are not added to anything else.
definition-money_mixed-next = Keep amounts only, or part the indicator.
definition-person_apart = The way to the person does not go over the record that is counted.
definition-person_apart-next = Begin person with what stands in of.
error-sheet_malformed = This file is no progress sheet, or something in it changed.
error-sheet_malformed-next = Ask the association to save it again from “Progress sheet”.
error-sheet_unsigned = This sheet does not bear the association's signature.
error-sheet_unsigned-next = Ask it for a new file.
error-sheet_not_registered = The sheet is of an association that is not registered here.
error-sheet_not_registered-next = Register it first: tawro hub seat.
error-sheet_older = A newer sheet of this association is here.
error-sheet_older-next = Nothing is to be done; if this is the new one, let it be made once more.
error-report_too_many = More revisions came from this association than one period takes.
error-report_too_many-next = Write to YES: no other report is taken for this period.
error-sheet_ahead = The date of this sheet lies in the future.
error-sheet_ahead-next = Let the association correct its computer's date, then make the sheet again.
