# The dashboard of who runs the programme.

dash-overview = Overview
dash-outputs = Outputs of the programme
dash-outputs-about = What the programme itself did, by its own registers.
dash-periods = Periods
dash-periods-none = No period was begun yet
dash-sync = Health of sync
dash-print = Print
dash-about = These figures are sums of what is published. No figure of a single association is shown here.

## Coming in

dash-login = Log in
dash-password = Password
dash-enter = Enter
dash-login-wrong = This is not the password.
dash-login-unset = No password was set yet. Set it on the relay's machine:
dash-login-wait = { $count ->
    [one] Too many tries. Try again in { $count } second.
   *[other] Too many tries. Try again in { $count } seconds.
 }

## Overview

dash-newest = Newest published period: { $period }. Reported: { $reports } of { $asked }.
dash-newest-none = No period is published yet.
dash-open = – open until { $day }. Reported: { $reports } of { $asked }.
dash-open-past = – the last day, { $day }, is past; the period is not closed yet. Reported: { $reports } of { $asked }.
dash-missing = Not reported yet
dash-missing-none = Everybody reported.
dash-remind = Text of a reminder
dash-targets = Targets and what is reached
dash-reached = Targets reached: { $reached } of { $count }.
dash-of-target = of { $target }
dash-figure = Figure
dash-period = Period
dash-answers = Reported
dash-of = { $number } of { $of }
dash-percent = { $percent }%
dash-none = nothing to compare
dash-aim-none = No target
dash-aim-unknown = No figure to compare yet
dash-aim-reached = Target reached
dash-aim-behind = Not reached yet: { $missing } missing
dash-trend-better = better
dash-trend-worse = worse
dash-trend-same = unchanged
dash-not-asked = Not asked in this period
dash-withheld = Not published: { $why }
dash-answered = { $number } of { $of }
dash-partial = partial: { $answered }
dash-concerns-some = { $answered }; the others are not concerned or did not answer
dash-nothing-yet = No figure is published yet

## One indicator

dash-over-periods = Over the periods
dash-years = Sum of the year
dash-years-about = The sum of the year's published periods, and nothing else. Who counts in two periods counts twice.
dash-of-periods = { $count ->
    [one] { $count } published period
   *[other] { $count } published periods
 }
dash-numbers = Numbers
dash-how = How it is counted
dash-axis = Axis of the Nassij strategy
dash-direction = Direction wanted
dash-baseline = Where it began
dash-baseline-late = { $value } (measured after the programme began)
dash-target = Target of the whole programme
dash-target-is = target: { $target }
dash-actual = Reached so far
dash-filled = cells filled: { $count } of { $of }

## Periods

dash-state = State
dash-state-open = Open: numbers come in
dash-state-frozen = Frozen: what counts is fixed
dash-state-opened = Added up, not published yet
dash-state-published = Published
dash-closes = Last day
dash-close = The last day is past. Numbers are still taken until the period is closed; what comes later goes into the next one of the same year. To close it:
dash-tables-label = Tables
dash-tables = published: { $open }; not published: { $withheld }
dash-export = The published figures as a file
dash-export-about = All published tables, their cells named in the language of the page.
dash-report = Report to the ministry
dash-report-about = In the language of the page, with all that is published up to the end of this period; to be printed and signed.
dash-report-year = It holds the published periods of the year. The report of one period is on its page.
dash-begin-next = To begin the next period:
dash-reminder-label = Text of a reminder for WhatsApp
dash-reminder = Hello, a reminder from { $owner }: we do not have your association's numbers for { $period } yet. The last day is { $day }. On the page “What leaves” look at the numbers and agree: they come by themselves; without a connection save the file and send it to us. We are glad to help. Thank you!
dash-reminder-late = Hello, a reminder from { $owner }: we do not have your association's numbers for { $period } yet, and the last day was { $day }. We take them as long as the period is not closed, so do not wait. On the page “What leaves” look at the numbers and agree: they come by themselves; without a connection save the file and send it to us. We are glad to help. Thank you!
dash-copy = Copy the text
dash-copied = Copied
dash-ledger = Ledger of additions
dash-ledger-about = Numbers are added up once, and that is written into a ledger that does not change. Each association can compare these fingerprints with those it received.
dash-ledger-at = Day
dash-ledger-tables = Tables opened
dash-ledger-manifest = Fingerprint of the list of reports
dash-ledger-published = Fingerprint of what is published

## Sync

dash-sync-about = When the computers of each association last reached the relay. The relay cannot read their records.
dash-sync-none = No association was invited yet.
dash-sync-unnamed = An association without a name here
dash-sync-name = Association
dash-sync-health = State
dash-sync-last = Last contact
dash-sync-well = in regular contact
dash-sync-quiet = no contact for two weeks
dash-sync-silent = no contact for two months
dash-sync-never = enrolled, never in contact
dash-sync-invited = invited, not enrolled yet
dash-sync-expired = its ticket ended

## What goes wrong

dash-trouble-title = The page cannot be shown
dash-trouble-code = For support:
dash-trouble-nowhere = There is no page at this address.
dash-trouble-nowhere-next = Begin at the overview.
dash-trouble-stale = This page is of an earlier session.
dash-trouble-stale-next = Open it again, then repeat.
dash-trouble-form = What was sent could not be read.
dash-trouble-form-next = Open the page again, then repeat.
dash-trouble-memory = There is not enough memory to check the password.
dash-trouble-memory-next = Close other programs on the relay's machine, then repeat.
dash-trouble-ledger_broken = The ledger of openings was changed or is not whole, so figures are not shown.
dash-trouble-ledger_broken-next = Bring the relay's folder back from a sound copy.
dash-trouble-unknown = The relay's data could not be read.
dash-trouble-unknown-next = Try again; if it repeats, give the code below to support.

dash-progress = Progress sheets
dash-progress-about = What each association shows of itself under its name, because it chose to, point by point. Nobody else sees it, and the association takes it back when it likes.
dash-progress-none = No association shows anything yet. Each chooses what it shows on its own page “Progress sheet”.
dash-progress-facts = Point
dash-progress-said = Yes, of those who show it
dash-progress-came = Received
dash-progress-no = Not yet
dash-progress-yes = Done
