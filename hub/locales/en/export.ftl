# How published figures are headed and their codes said, in files, in the report and on the dashboard.

figure-indicator = Indicator
figure-source = Where the numbers come from
figure-unit = What is counted
figure-start = First day
figure-end = Last day
figure-table = Table
figure-cell = Cell
figure-value = Number
figure-status = State
figure-reason = Why it is not published
figure-associations = Associations that answered
figure-of = Associations asked
figure-target = Target
# The heading of a column of codes, beside the column of what they mean.
figure-code = { $heading } (code)
# The whole that a share or a mean is of.
figure-of-label = { $label }: of how many
unit-number = number
figure-status-published = Published
figure-status-partial = Partial: fewer than 80 % answered
figure-status-withheld = Not published
figure-reason-no_report = Nobody answered
figure-reason-too_few = Too few are behind it
