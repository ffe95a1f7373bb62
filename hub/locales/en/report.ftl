# The report of indicators that the ministry is given.

## Who and what, as the programme says it

report-programme = نتطوروا – NET-Tawro: من أجل رقمنة العمل الجمعوي
report-operator = YES – جمعية المجتمع التمكيني للشباب
report-partner = Ministry Delegate to the Head of Government in charge of Relations with Parliament
report-territory = Khémisset province (إقليم الخميسات), Morocco
report-frame = Nassij strategy (نسيج) 2022-2026
report-label-programme = Programme
report-label-operator = Run by
report-label-partner = In partnership with
report-label-territory = Territory
report-label-frame = Policy frame
report-label-period = Reporting period
report-label-periods = Periods published

## Title and period

report-title = Indicator report of the programme
report-page = Page
report-days = { $period }: { $first } to { $last }

## Summary

report-summary = In brief
report-on-target = Targets reached: { $reached } of { $stated }.
report-behind = Not yet reached: { $behind }.
report-no-figure = No published figure to compare with: { $behind }.
report-answers = Associations that answered
report-silent = Associations that did not answer
report-figures = Indicators whose figure is published
report-figures-partial = of these partial (fewer than { $percent } % answered)
report-figures-withheld = Indicators whose figure is not published
report-figures-waiting = Indicators that wait for data
report-of = { $number } of { $of }
report-targets = Actual figures and the targets of the whole programme
report-so-far = Reached by the end of the period
report-missing = Still missing
report-reached = Reached
report-is-behind = Not yet reached
report-not-known = No figure yet
report-label-in-period = { $label } ({ $period })
report-baseline = Baseline: { $number }
report-baseline-late = Baseline: { $number } (measured after the programme had begun)
report-none-stated = The programme states no target for these indicators.

## How to read it

report-reading = How to read this report
report-reading-sources = Figures come from the programme's own registers (courses, capsules, guide, coaching), or from the numbers or statements of associations, added up.
report-reading-of = Beside each figure stands how many associations answered, of how many that were asked. If fewer than { $percent } % answered, the figure is partial, and that is said beside it. Where a question does not concern every association, it is said that the others are not concerned or did not answer.
report-reading-protected = No number of any one association or person is in this report: each table is published as a whole or not at all, and is not if too few are behind one of its cells. How few is not told.
report-reading-empty = Cells in which there is nothing are left out of the tables.
report-reading-twice = Who benefits from two associations is counted twice; who benefits in two periods is counted once in each.
report-reading-target = The target is that of the whole programme. It is compared with the sum of the periods published up to the end of the reporting period, or with the newest published figure of an indicator that does not add up.
report-reading-late = What an association corrects after a period has closed is part of the next period's figures.
report-reading-year = The figure of the year is the sum of what is published of its periods, and says of how many. Of an indicator that does not add up it is the newest published figure of the year.

## Figures

report-axes = Indicators by axis of the Nassij strategy
report-axis = Axis { $number }: { $axis }
report-in-period = Figures: { $period }
report-together = Figures of the published periods together
report-unit = Unit
report-answered = Associations that answered
report-state = State
report-concerns-some = the others: not concerned or no answer
report-value-of = of { $of }
report-mean-of = a total of { $number } over { $of }
report-sum-of = { $count ->
    [one] sum of { $count } period
   *[other] sum of { $count } periods
 }
report-last-of = newest figure: { $period }
report-status-published = Published
report-status-partial = Partial
report-status-withheld = Not published: { $why }
report-not-asked = Not asked in this period
report-never-asked = Not asked yet
report-made-of = Made of
report-all-empty = nothing in any cell
report-table-state = { $table } – { $state }
report-closed = { $indicator }: { $tables }
report-breakdown = In detail: { $indicator }
report-group = Group

## Definitions and signature

report-definitions = What each indicator counts
report-code = Code
report-meaning = What is counted
report-signed = Signature
report-place = Done at { $place } on { $day }
report-president = President of the association
report-coordinator = Coordinator of the programme
report-stamp = Name, signature and stamp
