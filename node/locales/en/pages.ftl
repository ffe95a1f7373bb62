# What the association's pages say.
page-program = NET-Tawro
page-home = Home
part-people = People
part-people-about = Members, beneficiaries, households, consents.
part-giving = Money
part-giving-about = Dues and payments, donors and gifts.
part-activities = Activities
part-activities-about = What the association organises, and who took part.
part-mail = Mail
part-mail-about = The register of letters in and out.
part-partners = Partners
part-partners-about = Partners, and the agreements with them.
part-programme = Training and coaching
part-programme-about = Courses and trainees, participating associations and their coaching. The sessions of courses stand under “Activities”.
part-association = Association
part-association-about = The association's own record, who uses the program, and what keeps its data safe.
page-yes = yes
page-no = no
value-money = MAD { $amount }
value-nothing = nothing
value-unnamed = without a name

## Coming in

login-title = Come in
login-who = Who are you?
login-passphrase = Passphrase
login-left = Your session ended before this was saved. Come in and find what you wrote.
login-enter = Come in
login-brought = The copy is back on this computer, with everything in it. Come in with the passphrase you had.
login-wait = { $count ->
    [one] Too many tries. Wait { $count } second.
   *[other] Too many tries. Wait { $count } seconds.
}
login-forgotten = Passphrase forgotten?
login-forgotten-about = The president or the secretary can give you a new one, on the page “Who uses the program”. If nobody knows theirs any more, the recovery paper brings back what was sent to the relay.

## Beginning

start-title = Open the association's registers on this computer
start-about = The data stay on this computer, encrypted. No Internet is needed.
start-step-name = The association and you
start-step-lists = Your lists
start-step-paper = The recovery paper
start-association = The association
start-name = Name of the association
start-place = Commune
start-you = You
start-who = Your name
start-function = Your function in the association
start-passphrase = Passphrase
start-passphrase-hint = Eight signs at least. Three unrelated words make a good one.
start-again = The passphrase once more
start-go = Go on

## Home

home-hello = Welcome, { $name }
home-paper = The recovery paper is not printed yet. If all computers of the association are lost, it brings back what was sent to the relay.
home-paper-do = Print it now
home-copy = All information of the association is on this computer alone. If it is lost, so is the information.
home-copy-do = Copy it to a USB stick
home-empty = Nothing here yet
home-empty-about = Begin by bringing in your lists from a file, or add the first member by hand.
home-empty-do = Bring in the lists
home-examples-about = Would you like to see the program filled before you begin?
home-examples-do = Add examples
home-examples-added = Examples are added. Look around, then remove them all from this page.
home-examples-here = Among your records are examples, which are about nobody.
home-examples-remove = Remove all examples

## My settings

settings-title = My settings
settings-digits = Digits
settings-save = Save
settings-icon = Icon on the desktop
settings-icon-about = It opens the program by two clicks, with nothing to type.
settings-icon-do = Place the icon
settings-icon-done = The icon is in the menu of programs, and on the desktop if there is one. If it does not open, right-click it and allow it to be started.
settings-passphrase = Change the passphrase
settings-old = Passphrase in use
settings-new = New passphrase
settings-passphrase-done = The passphrase is changed.
closed-title = The program is closed
closed-about = Everything is saved. You can close this page.

## What goes wrong

trouble-title = That cannot be done
trouble-home = First page
trouble-code = Code of the error, for whoever helps you:
trouble-unknown = Something went wrong that we did not expect. Nothing that was saved is lost.
trouble-unknown-next = Try again. If it comes back, ask for help and give the code below.
trouble-nowhere = There is no such page
trouble-nowhere-next = The record may have been deleted, or the address is mistyped.
trouble-not_in = Come in first
trouble-not_in-next = Write your passphrase.
trouble-stale = This page was open before you came in
trouble-stale-next = Go back to the page, load it again, and do it again.
trouble-form_large = This is more than the page takes
trouble-form_large-next = Shorten the text, or choose a smaller file.
trouble-form_broken = What was sent did not arrive whole
trouble-form_broken-next = Go back and send it again.
trouble-page = This page cannot be shown
trouble-page-next = Try again.
trouble-not_allowed = Your function does not allow this
trouble-not_allowed-next = The president or the secretary can do it, or change your function in “Who uses the program”.
trouble-wrong_passphrase = That is not the passphrase.
trouble-wrong_passphrase-next = Check the keyboard's language and capitals, then try again.
trouble-empty_passphrase = The passphrase is empty.
trouble-empty_passphrase-next = Write it, then come in.
trouble-passphrase_taken = This passphrase cannot be used.
trouble-passphrase_taken-next = Choose another.
trouble-passphrase_short = The passphrase is too short.
trouble-passphrase_short-next = Write at least eight signs, three words for example.
trouble-passphrase_differs = The two passphrases differ.
trouble-passphrase_differs-next = Write the same one twice.
trouble-needed = This is needed.
trouble-needed-next = Fill it in.
trouble-folder_in_use = The program is already open on this computer
trouble-folder_in_use-next = Close it there, or restart the computer.
trouble-disk_full = The disk is full
trouble-disk_full-next = Delete files you do not need, then try again. Nothing that was saved is lost.
trouble-device_read_only = This computer may only read
trouble-device_read_only-next = A computer with full rights can allow it to write.
trouble-last_login = This person cannot be taken away
trouble-last_login-next = Whoever set this computer up stays, and nobody takes themselves away.
trouble-database_damaged = The database is damaged
trouble-database_damaged-next = Copy the program's folder before anything else, then ask for help.
trouble-keys_damaged = The file of keys is damaged
trouble-keys_damaged-next = Copy the program's folder before anything else, then ask for help.
trouble-code_unreadable = This code is not right.
trouble-code_unreadable-next = Look at the digits again, group by group.
trouble-code_other_kind = This is a code of another kind.
trouble-code_other_kind-next = Write the code from the recovery paper.

## Lists
list-add = Add
list-import = Bring in a file
list-export = Save as a sheet
list-search = Search this register
list-filter = Filter
list-columns = Columns
list-apply = Apply
list-all = Show all
list-nothing = empty
list-keep = Keep this view under a name
list-view-name = Name of the view
list-keep-do = Keep
list-forget = Forget the view
list-rows = { $count ->
    [one] { $count } record.
   *[other] { $count } records.
}
list-empty = There is nothing here.
list-name = Name
list-tick-all = Tick the whole page
list-first = First page
list-next = Next page
list-many = Do to all that is ticked
list-fill = Write
list-delete = Delete
list-none-ticked = Nothing is ticked.
list-fill-none = Choose the value first, then press “Write”.
list-deleted = { $count ->
    [one] { $count } record deleted. It stays in the bin.
   *[other] { $count } records deleted. They stay in the bin.
}
list-filled = { $count ->
    [one] Written in { $count } record.
   *[other] Written in { $count } records.
}
list-unfilled = { $count ->
    [one] { $count } record is as before.
   *[other] { $count } records are as before.
}

## Forms
edit-title = Edit: { $name }
edit-new = Add: { $kind }
edit-save = Save
edit-cancel = Cancel
edit-faults = Some boxes need another look. All you wrote is still there.
edit-draft = What you had written and not saved is back.
edit-draft-drop = Start afresh
edit-disputed = Two different values: choose on the record’s page
edit-reference = Write to search
edit-nobody = Nobody of this name.
edit-alike = Perhaps already here:
edit-alike-use = The same person, use this record
edit-alike-there = already in this register, open the record
edit-added = It is saved.
edit-saved = Saved.
edit-unchanged = Nothing changed.
hint-date = Day/month/year, or the year alone.
hint-phone = Ten digits, such as 0661234567.
hint-email = Such as name@example.ma.
hint-cnie = One or two letters, then digits, such as XA123456.
hint-money = In dirhams, such as 150 or 150.50.
hint-points = A whole number from 0 to 100.
hint-association-runs_programme = With “yes” the part Training and coaching appears: courses, trainees, visits. With “no” it is hidden, and nothing is deleted.
hint-set = Part several by ;
script-ar = in Arabic
script-fr = in Latin letters
script-en = in English
script-zgh = in Tamazight

## One record
card-edit = Edit
card-history = History
card-deleted = This record is deleted.
card-restore = Restore
card-restored = { $count ->
    [one] { $count } record is back.
   *[other] { $count } records are back.
}
card-merged = This record was merged into another.
card-merged-open = Open it
card-differ = Two people wrote without seeing what the other wrote. Both values are kept; choose the right one.
card-choose = This one is right
card-decided = Decided.
card-device = on { $device }
card-brought = brought by { $device }
card-from-sheet = from a sheet
card-another = Add to this record:
card-updated = Last change: { $when }
history-title = History: { $name }
history-before = before:
history-after = after:
history-back = Put back what was before
history-taken-back = What was before is back.
history-nothing = These boxes changed since: nothing was put back.

## Search, bin, differences
search-title = Search: { $text }
search-nothing = Nothing with these words. Try part of the name, in either script.
search-more = More in the register
trash-title = Bin
trash-about = What was deleted stays here and can come back.
trash-nothing = The bin is empty.
differences-title = Different values
differences-about = Where two people wrote two things in one box. Nothing is lost.
differences-nothing = There are no different values.

## Who uses the program
logins-title = Who uses the program
logins-about = Each has a passphrase of their own, and their function says what they see and write.
logins-you = you
logins-first = set this computer up
logins-reset = Give a new passphrase
logins-remove = Take away from this computer
logins-remove-ask = They will not be able to come in here. Go on?
logins-removed = Done.
logins-add = Add a person
logins-name = Name
logins-added = { $name } can come in now.

## The recovery paper
paper-title = Recovery paper
paper-about = What brings the information back from the relay if all computers are lost.
paper-why = When all computers are lost, or all passphrases forgotten, this paper alone brings back what was sent to the relay at YES, encrypted. Before the association is enrolled, the copy on a USB stick is what keeps you. Keep it safe, away from the office.
paper-make = Make the code and print it
paper-again = Make a new code
paper-again-ask = The old paper will be worth nothing. Go on?
paper-is-there = The paper is there: its code was typed from it once.
paper-what = The association’s recovery code. Whoever holds it can open everything.
paper-print = Print
paper-once = This code is not shown again. Print it or copy it before you leave the page.
paper-check = Check the paper
paper-check-about = Type the code from the paper, to be sure it stands there.
paper-typed = The code on the paper
paper-check-do = Check
paper-later = Later
paper-checked = The code is right. Keep the paper safe.
trouble-paper_other = A sound code, but not the one in force.
trouble-paper_other-next = It may be an old paper. Take the latest, or make a new code.

## Lists from files
lists-title = Bring in your lists
lists-about = Take your lists as they are, in an Excel file or another. You see what would be written before it is, and all of it can be taken back.
lists-import = Choose a file
lists-blank = Download an empty list to fill in
lists-later = Later
lists-next = Next: the recovery paper
sheet-title = Bring in: { $kind }
sheet-file = File
sheet-file-hint = Excel (xlsx, xls), LibreOffice (ods) or csv.
sheet-look = Look at it
sheet-promise = Nothing is written before you saw what would be and said yes.
sheet-nothing-yet = Nothing is written yet. This is what would happen:
sheet-created = new records
sheet-updated = records changed
sheet-unchanged = unchanged
sheet-skipped = rows left out
sheet-columns = What each column means
sheet-look-again = Look again
sheet-ignore = left out
sheet-errors = What could not be read
sheet-errors-about = These rows come in without these cells. Correct the file and bring it in again if you like: nobody is doubled.
sheet-row = Row
sheet-column = Column
sheet-what = What is wrong
sheet-duplicates = Perhaps already here
sheet-duplicates-about = They come in as new people. Compare later, and merge if they are the same.
sheet-row-n = row { $count }
sheet-alike-open = open the record alike
sheet-more = { $count ->
    [one] and { $count } more.
   *[other] and { $count } more.
}
sheet-do = Bring it in
sheet-other = Another file
sheet-no-change = Nothing new in this file.
sheet-told = The file is in. New: { $created }, changed: { $updated }, left out: { $skipped }.
sheet-undone-told = Taken back. Deleted: { $deleted }, put back: { $put }, kept as they changed since: { $kept }.
work-title = At work
work-about = The page goes on by itself. You can leave it: the work goes on.
trouble-no_file = No file arrived.
trouble-no_file-next = Choose the file again.
trouble-nobody_found = Nothing matches “{ $text }”.
trouble-nobody_found-next = Check the spelling, or add its record first, in its register.
trouble-several_found = Several match “{ $text }”.
trouble-several_found-next = Write the whole name, or choose from the suggestions.
guide-chapters = Chapters of the guide
guide-title = Practical guide
guide-about = What each page does, step by step, and the programme’s three courses. The question mark of a page opens its chapter. The guide is in Arabic and French.
guide-pages = The pages
guide-courses = The three courses
guide-whole = All these chapters in a row, to print

## Copies
copies-title = Copy on a USB stick
copies-about = A whole copy of what this computer has, encrypted. Once written it is read from the stick and brought back once, to be sure that it is whole.
copies-last = Last copy: { $when }
copies-never = There is no copy yet.
copies-plug = Plug in a USB stick, then press the button.
copies-look = Look for the stick
copies-make = Copy here
copies-download = Save the copy through the browser
copies-download-about = A file saved through the browser stays on this computer: put it on a USB stick, or it does not count as a copy.
copies-back = To bring a copy back: start the program on an empty computer and choose “Bring back a copy”.
copies-made = { $count ->
    [one] The copy is whole, { $count } record: { $file }
   *[other] The copy is whole, { $count } records: { $file }
}
bring-title = Bring back a copy
bring-about = The copy is read through before anything is written. Then come in with your usual passphrase.
bring-do = Bring back
bring-file = File of the copy
bring-new = No copy: begin anew
start-bring = I have a copy on a USB stick
trouble-no_stick = That stick is not there any more.
trouble-no_stick-next = Plug it in again and try once more.
trouble-backup_not_one = This file is not a copy of this program.
trouble-backup_not_one-next = Choose a file whose name ends with .tawro.
trouble-backup_newer = The copy is of a newer release.
trouble-backup_newer-next = Update the program, then try again.
trouble-backup_damaged = The copy is damaged.
trouble-backup_damaged-next = Take another copy, or copy the file from the stick again.
trouble-backup_not_whole = What was written is not whole, and was removed.
trouble-backup_not_whole-next = Try another stick.

## Help

help-title = Help
help-first = Look in the guide first: each chapter answers what happens most.
help-report = A report for your coach
help-report-about = This is what your coach needs to understand. There is no name in it, no telephone number, nothing about anybody. Copy it and send it with a sentence that says what you were doing.
help-program = Program
help-day = Today
help-elsewhere = What exists only here
help-copied = Last copy on a USB stick
help-relay = Relay
help-hindered = What keeps it from being sent
help-unapplied = Received, not read yet
help-never = none

## Safety
safety-title = Safety
safety-about = Ten things that keep the data safe.
safety-summary = { $good } of { $all } are well.
safety-open = Open
safety-so = Yes, it is so
safety-not-so = Not any more
safety-is-good = well
safety-is-careful = to do
safety-is-unsaid = not said
safety-paper = The recovery paper
safety-paper-do = Print it, type its code once, keep it away from the office.
safety-copy = A copy on a USB stick every thirty days
safety-copy-do = Copy every week, and keep the stick elsewhere.
safety-second = A second computer that has everything
safety-second-do = Enrol at the relay and add a second computer: losing one machine then loses nothing.
safety-logins = A passphrase for each
safety-logins-do = Add everybody who uses it; share no passphrase.
safety-functions = A function for everybody
safety-functions-do = The function says what each sees.
safety-differences = Different values
safety-differences-do = Open the list and choose the right value of each box.
safety-clock = The computer’s clock
safety-clock-do = Set the date: receipts and letters bear it.
safety-screen = A password for the computer itself
safety-screen-do = Give the system account a password, and lock the screen when you leave.
safety-phone = E-mail and WhatsApp with two-step verification
safety-phone-do = Turn two-step verification on in their settings.
safety-updates = Updates of the system and the program
safety-updates-do = Update the system when there is Internet, and ask your coach for the latest release.

## Papers
print-list = Print the list
print-sign = Sheet to sign
print-slip = Print the receipt
print-attendance = Attendance: { $kind }
print-number = No.
print-signature = Signature
print-page = Page
print-correspondence = Mail slip
print-cancelled = Cancelled
print-signs-one = Signature of the giver
print-signs-other = Stamp and signature of the treasurer
print-message = Text ready for WhatsApp
print-copy = Copy the text
print-copied = Copied
look-save = Save the file (PDF)
look-print = Open to print
look-name = File name:
look-pictures = Picture of the paper
look-picture = Picture of the paper: { $title }, page { $page } of { $pages }
look-more = { $count ->
    [one] and { $count } more page in the file.
   *[other] and { $count } more pages in the file.
}
file-payment = receipt
file-donation = gift-receipt
file-correspondence = mail
print-number-of = No.
print-receipt-dues = Receipt for dues
print-receipt-money = Receipt for a gift of money
print-receipt-in_kind = Receipt for a gift in kind
print-copy-give = (copy to give)
print-copy-keep = (stub to keep)
print-in-kind = A gift in kind: no money changed hands, and the value shown is an estimate.
print-in-letters = Amount in letters
print-signs-giver = Signature of the giver
print-signs-clerk = Signature of who keeps the register
print-signs-stamp = Stamp of the association
print-letter = Print the letter
print-paper = Print the slip
print-card = Membership card
print-cards = Membership cards
print-card-until = Valid until
print-convention = Agreement sheet
print-signs-president = Signature of the association’s president
print-signs-partner = Signature of the partner
file-card = card
file-cards = membership-cards
file-convention = agreement
letter-reference = Ref.:
letter-place-day = { $place }, { $day }
letter-to = To:
letter-subject = Subject:
letter-attachments = Enclosures:
letter-closing = Yours faithfully,
letter-closing-words = Yours | regards | respect | Regards | Sincerely | sincerely
card-is-holds = Genuine card
card-is-holds-about = A computer of the association printed it, and nothing in it was changed.
card-is-left = A card that does not hold now
card-is-left-about = A computer of the association printed it, but its holder’s membership is not in force. Open their record to see why.
card-is-expired = It was genuine, its time has passed
card-is-expired-about = A computer of the association printed it. Renew it if its holder is still a member.
card-is-put_out = A card not to rely on
card-is-put_out-about = A computer that was put out of the association printed it. Print its holder a new card.
card-is-unknown = A card of the association, its holder unknown here
card-is-unknown-about = Its holder’s record has not come to this computer yet.
card-is-foreign = Not a card of our association, or it was changed
card-is-foreign-about = No computer of the association printed it with this code. Read the code once more before you judge.
card-is-of = Holder
card-is-by = Printed on the computer
print-some = { $shown } of { $all }
print-cards-none = Nobody in this list has a membership in force. Cards are for those who are members now.
print-cards-some = Cards of the first { $shown } rows of the list only. Filter the list for the others.
message-dues = Hello. { $owner } received your payment of { $money } on { $day }. Receipt { $number }. Thank you.
message-money = Hello. { $owner } received your gift of { $money } on { $day }. Receipt { $number }. Many thanks.
message-in_kind = Hello. { $owner } received your gift in kind ({ $what }) on { $day }. Receipt { $number }. Many thanks.
message-in_kind-unsaid = Hello. { $owner } received your gift in kind on { $day }. Receipt { $number }. Many thanks.

## Working together
together-title = Working together
together-alone = Everything is on this computer alone
together-all-safe = All that was written here has reached the relay
together-only-here = { $count ->
    [one] { $count } change exists only on this computer
   *[other] { $count } changes exist only on this computer
}
together-connected = The relay is connected now.
together-never = The relay was not reached since the program was opened.
together-last = Last contact: { $when }.
together-enrol = Enrol at the relay
together-enrol-about = Once enrolled, several computers work together. The relay cannot read what passes through it.
together-ticket = The code that YES, the association that runs the programme gave you
together-enrol-do = Enrol
together-enrolled = Enrolled. Sending has begun.
together-computers = The association’s computers
together-this = this computer
together-has-all = has everything
together-lacks = { $count ->
    [one] lacks { $count } packet
   *[other] lacks { $count } packets
}
together-seen = last seen: { $when }
together-remove = Put this computer out
together-remove-ask = It gets nothing from now on, and nothing of it is accepted. Go on?
together-removed = The computer is put out.
together-add = Add a computer
together-add-about = Make a code, type it on the new computer, then compare six digits on both screens.
together-invite = Make a code
together-invited = The code is ready.
together-code = Type these digits on the new computer, under “I have a code from another computer”. They serve once, for two days.
together-picture = The same digits, to be read by a telephone’s camera
together-look = Typed there, go on
together-asks = The computer “{ $name }” asks to join. Are the six digits the same on both screens?
together-role = What this computer may do
together-role-member = read and write
together-role-admin = everything, and add or put out computers
together-role-reader = read only
together-same = Yes, the same
together-differ = No, they differ
together-admitted = The computer belongs.
together-declined = Nobody was admitted, and the code is worth nothing now.
trouble-nobody_yet = No computer asks to join yet.
trouble-nobody_yet-next = Type the code on the new computer, see that it has Internet, and press again.
trouble-hub_no_answer = The relay does not answer.
trouble-hub_no_answer-next = Work goes on here. Check the Internet.
trouble-hub_cut = The line to the relay was cut.
trouble-hub_cut-next = It is tried again by itself.
trouble-hub_unknown = The relay’s address leads nowhere.
trouble-hub_unknown-next = Check the Internet.
trouble-hub_not_here = The relay does not know this computer.
trouble-hub_not_here-next = It may have been put out. Ask who looks after the computers.
trouble-code_not_valid = This code is no longer valid.
trouble-code_not_valid-next = Ask for a new one.
trouble-not_enrolled = The association is not enrolled at a relay.
trouble-not_enrolled-next = Type the code that YES gave you.
trouble-timed_out = Nobody came in time.
trouble-timed_out-next = Try again.
trouble-declined = This computer was turned away.
trouble-declined-next = Ask for a new code and compare the six digits.
hindered-not_a_writer = This computer may only read: what is written on it stays here.
hindered-outdated = A newer release is in use elsewhere. Update this computer.
hindered-no_key = Today’s key has not come: changes stay here.
noticed-fork = The device was copied, or cheats: two different histories carry its name. Remove it and let it join anew.
noticed-healed = This data folder was copied or set back. It was noticed and mended; nothing is lost.
noticed-hub_lost_data = The relay had lost data that it had signed for. It was given them again.
noticed-withheld = The relay does not show something that another device has seen. Tell those who run it.
noticed-left_out = YES left out numbers of your association that its relay had taken. The page “What leaves for statistics” says what to do.
noticed-split_membership = The relay shows two different lists of devices. Stop using it and tell those who run it.
noticed-false_receipt = The relay sent a receipt with a false signature. Tell those who run it.
noticed-not_admitted = A device wrote something that it may not write; it was refused.
noticed-proposal_refused = A decision about devices was refused by the relay. Look at the list of devices, and decide again if it is still wanted.
noticed-carried = What a removed device had written, and others built upon, was sent again by this one. Nothing of it is lost.
noticed-left_behind = A part of what a removed or copied device had written cannot be read on this computer. It was not sent again; another device may still have it.
start-join = I have a code from another computer
join-title = Join an association
join-about = On the other computer: “Working together”, then “Make a code”. Type the digits here. The Internet is needed for this step only.
join-code = Digits of the code
join-asking = Waiting for the other computer. Press “Typed there, go on” there.
join-digits = Compare these six digits with the other screen, and answer there.
trouble-not_admitted = This computer was not admitted.
trouble-not_admitted-next = Ask the other computer for a new code.
trouble-hub_false = This is not the relay that gave the code.
trouble-hub_false-next = Do not use this code. Ask those who run the relay.
due-title = What is due
due-about = Every date that waits for something within ninety days, and those that have passed.
due-nothing = Nothing waits.
due-late = late
owing-open = Who owes
owing-title = Dues owed: { $period }
owing-about = { $count ->
    [one] { $count } member owes something. Left: MAD { $amount }.
   *[other] { $count } members owe something. Left: MAD { $amount }.
}
owing-nobody = Everybody has paid for this period.
owing-left = Left
owing-pay = Write down the payment
owing-reminder = Hello { $name }. A reminder of the dues of { $owner } for { $period }: MAD { $amount } left. Thank you.

## photos and scans

files-title = Photos and scans
files-none = Nothing yet.
files-add = Add a photo or scan
files-add-title = Add a photo or scan to { $name }
files-added = The file is added.
files-again = The file is not added yet. Mend what stands beside the fields, and choose the file again.
files-file = File
files-file-hint = A photo (JPEG, PNG, WebP) or a PDF, ten megabytes at most.
files-title-hint = Left empty, it is called as the file is.
files-agreed-hint = To agree to be photographed is not to agree that data are kept: ask each person, and the parents of a minor.
files-who = Whoever may see this record sees it. It is kept encrypted on this computer and in copies on a stick; it does not travel to the association's other computers yet.
files-identity = Copy of an identity card: delete it once it is not needed.
files-no-agreement = People are in it whose agreement is not written down: do not publish it.
files-elsewhere = The file is on the computer where it was added.
files-details = Details
files-kilobytes = { $size } kB
files-megabytes = { $size } MB
trouble-copy_large = The copy is too large for the browser.
trouble-copy_large-next = Plug in a USB stick and press “Copy here”: it fits there whole.
trouble-file_other = This is neither a photo nor a PDF.
trouble-file_other-next = Choose a photo (JPEG, PNG, WebP) or a PDF.
trouble-file_heic = This is a HEIC photo, which many computers do not show.
trouble-file_heic-next = In the iPhone's camera settings choose "Most Compatible" to take JPEG photos, or send it as JPEG.
trouble-file_large = The file has more than ten megabytes.
trouble-file_large-next = Take the photo with less detail, or scan in black and white.
trouble-file_cut = The file is cut short or damaged.
trouble-file_cut-next = Open it to see whether it is sound, then choose it again.
trouble-file_points = The picture is larger than what can be shown.
trouble-file_points-next = Make the picture smaller, then choose it again.
trouble-file_elsewhere = This file is on the computer where it was added.
trouble-file_elsewhere-next = Open the record on that computer: files do not travel between computers yet.

## Our own fields

group-own = Our own fields
own-title = Our own fields
own-about = Add to a register what your association needs to know and what is not in it. It is in the form, the record, the list, the search, and in sheets that come in and go out.
own-link-about = What your association adds to its registers.
own-empty = No field of your own yet
own-example = For example: shirt size, number of a locker, means of transport.
own-law = Ask for nothing here about health, religion, political opinion or a union: law 09‑08 forbids collecting it without leave. Ask people only for what you need.
own-add = Add a field
own-add-do = Add the field
own-name-ar = Name of the field in Arabic
own-name-fr = Name of the field in French
own-name-hint = One language is enough. By this name the column is known in your sheets.
own-kind = Register
own-kind-hint = What is added to “People” is in every register of people.
own-type = What it holds
own-type-hint = That does not change later.
own-choices = Choices
own-choices-hint = Only for a choice from a list: one choice a line, thirty at most. For both languages, put = between them: صغير = Petit
own-personal = It is about a person
own-personal-hint = Leave it ticked unless it is about nobody. What is added to a register of people is always about a person.
own-tag-personal = about a person
own-tag-retired = no longer used
own-rename = Change its name
own-change = Change its name or choices
own-choice-ar = Choice in Arabic
own-choice-fr = Choice in French
own-choice-off = no longer offered
own-more = More choices
own-more-hint = One choice a line. For both languages, put = between them: صغير = Petit
own-retire = Use it no longer
own-use-again = Use it again
own-added = The field is added, and in the register from now on.
own-retired = The field is offered no more. What was written in it stays in the records.
own-used-again = The field is used again.
own-unfit-no_name = It has no name: it is not in the register.
own-unfit-long_name = Its name is too long: it is not in the register.
own-unfit-unknown_type = It is of a kind that a newer version of the program knows: it is here after an update.
own-unfit-unknown_kind = Its register is not known here: it is not shown.
own-unfit-too_many = There are too many fields: this one is not in the register.
trouble-own_no_name = A name is missing.
trouble-own_no_name-next = Write it in Arabic or in French.
trouble-own_long_name = The name is too long.
trouble-own_long_name-next = Sixty letters at most.
trouble-own_same_name = This register has a field of this name.
trouble-own_same_name-next = Take another name, or use the field that is there.
trouble-own_too_many = The association uses forty fields of its own: there are no more than that.
trouble-own_too_many-next = First use one no longer that you do not need.
trouble-own_no_choices = The choices are missing.
trouble-own_no_choices-next = Write one choice a line.
trouble-own_many_choices = There are too many choices.
trouble-own_many_choices-next = Thirty at most: offer those no longer that nobody needs.
trouble-own_no_list = There are choices, but what it holds is no “Choice from a list”.
trouble-own_no_list-next = Take that, or delete the choices.
trouble-own_same_choice = This choice is written twice.
trouble-own_same_choice-next = Give each choice a name of its own.

kept-open = All that is kept about this person
kept-title = What is kept about { $name }
kept-record = Register
kept-field = Field
kept-value = What is written
kept-deleted = { $kind } (in the bin)
kept-hides = Some registers are not part of your function, and are not in it.
kept-more = This is only the beginning of what is kept.
kept-portable = Save as a table (Excel)
card-sum = Total: { $amount }
keeps-begin = Begin the register from what the program keeps
keeps-begin-about = The program adds a line for each register with data about people; you add the rest: legal basis, how long it is kept, who receives it.
keeps-all-there = Each register with data about people has its line here.
keeps-begun = { $count ->
    [one] One line was added. Fill in what it lacks.
   *[other] { $count } lines were added. Fill in what they lack.
}
keeps-security = Encrypted data on the association's computers; each person has a passphrase and functions of their own.
keeps-purpose-member = Managing memberships and dues, calling assemblies.
keeps-purpose-beneficiary = Enrolling beneficiaries and following what they were given.
keeps-purpose-donor = Following gifts and giving receipts for them.
keeps-purpose-partner = Reaching those who speak for partners.
keeps-purpose-volunteer = Organising the work of volunteers and their hours.
keeps-purpose-trainee = Organising courses and giving certificates.
keeps-purpose-participant = Reaching those who speak for participating associations, and coaching them.
keeps-purpose-functioning = Fitting activities to the difficulties of those who take part.
keeps-purpose-attachment = Documenting activities and keeping the papers of files.
owing-no-period = First add the year of dues and what each category owes for it.
owing-own = Whoever has an amount of their own on their record owes that, and not the year’s.
copies-none = No stick on this computer. Plug it in, wait a little, then look again.
