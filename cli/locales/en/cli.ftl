# What the command line says: sentences, questions, and what to do next.

## Questions
ask-passphrase = Passphrase:
ask-passphrase-again = The same once more:
ask-ticket = Digits of the enrolment code:
ask-invite = Digits of the code shown by the other device:
ask-recovery = Digits of the recovery code:
answer-yes = y yes oui o نعم
device-default = Computer

## This computer
init-done = The association { $name } is founded on this computer ({ $device }). No network is needed.
recovery-code-once = This is the recovery code. It is shown once: write it on paper and keep it away from the computers.
recovery-code-why = With it and the relay, everything comes back when all computers are lost. Without it and without a computer, nobody can help.
enrol-done = Enrolled at the relay { $hub }. What was made before stays as it is.
enrol-paper = Write the relay's address beside the recovery code: { $hub }
serve-start = This computer stays in agreement with the others. Ctrl+C ends it.
serve-alone = Not enrolled at a relay yet: everything works on this computer alone.
serve-connected = Connected to the relay.
serve-lost = The relay cannot be reached; work goes on, the next try is in { $seconds } s.
serve-end = Stopped. Nothing is lost.
sync-progress = Exchanging
sync-done = Exchanged: { $sent } sent, { $received } received.
unsynced = { $count ->
    [0] Everything on this computer is also at the relay.
    [one] One change exists only on this computer.
   *[other] { $count } changes exist only on this computer.
    }
invite-code = Type these digits on the new device. They serve once, until { $expires }.
invite-then = Then admit it here: tawro node invite --accept
invite-waiting = Waiting for the new device.
compare-digits = Compare these six digits on both screens: { $digits }
invite-confirm = { $label } wants to join. Does it show { $digits }? (yes/no)
invite-admitted = { $label } belongs to the association now.
join-waiting = Waiting to be admitted on the other device.
join-done = This computer belongs to { $name } now and has its records.
revoke-confirm = Put { $label } out for good? It gets nothing written from now on. (yes/no)
revoke-done = { $label } is out. What it already held, it still holds.
revoke-waiting = { $label } is blocked on this computer. The removal counts for all once the relay has ordered it.
recover-done = { $name } is back on this computer. The other devices are out; the old recovery code is void: tear up its paper.
recover-again = A recovery was begun in this folder and not finished: it goes on. The passphrase is the one chosen then.
recover-next-code = This is the NEXT recovery code; it will hold from now on in place of the old one. Write it on paper before you go on: { $code }
recover-confirm = Is the next code on paper? The old one is spent now. (yes/no)
doctor-fine = All is well: { $records } records, { $entries } entries.
doctor-rebuilt = All rows were built anew from { $records } records.
error-rows_differ = { $count } rows differ from their records.
error-rows_differ-next = The records are whole. Build the rows anew: tawro node doctor --rebuild
doctor-progress = Building rows
clock-wrong = The clock of this computer says { $date }. Work is safe, but the times shown will be wrong: set the clock.
notice-fork = The device { $device } was copied, or cheats: two different histories carry its name. Remove it and let it join anew.
notice-healed = This data folder was copied or set back. It was noticed and mended; nothing is lost.
notice-hub_lost_data = The relay had lost data that it had signed for. It was given them again.
notice-withheld = The relay does not show something that another device has seen. Tell those who run it.
notice-split_membership = The relay shows two different lists of devices. Stop using it and tell those who run it.
notice-false_receipt = The relay sent a receipt with a false signature. Tell those who run it.
notice-not_admitted = A device wrote something that it may not write; it was refused.
notice-proposal_refused = A decision about devices was refused by the relay. Look at the list of devices, and decide again if it is still wanted.
notice-carried = What a removed device had written, and others built upon, was sent again by this one. Nothing of it is lost.
notice-left_behind = A part of what a removed or copied device had written cannot be read on this computer. It was not sent again; another device may still have it.
hindrance-not_a_writer = This device may only read now, so what was written on it stays here. Ask an administrator of your association for the right to write.
hindrance-outdated = A newer release decided something about devices that this one does not understand, so changes stay here. Update the program; nothing is lost.
hindrance-no_key = The key in use today has not come to this device, so changes stay here. Sync again; if it stays so, let an administrator look at the list of devices.
notice-update = A newer release of this program is in use in your association. Update this computer; its own work goes on.

## Headings
head-association = Association
head-space = Number of the association
head-device = Device
head-label = Called
head-role = May
head-stored = Holds
head-applied = Has read
head-last-seen = Last seen
head-unsynced = Only on this computer
head-hub = Relay
head-id = Id
head-name = Name
head-kind = Kind
head-field = Field
head-fields = Fields
head-type = Accepts
head-value = Value
head-before = Before
head-author = By
head-at = When
head-issues = To look at
head-row = Row
head-column = Column
head-message = What
head-records = Records
head-entries = Packets
head-bytes = Bytes
head-devices = Devices
head-equal = All agree
head-code = Code
head-expires = Until
head-required = Required
role-admin = write, admit and remove
role-member = write
role-reader = read
role-removed = nothing: removed
this-device = this one
not-enrolled = none yet
never = never
yes = yes
no = no
more-letters = (…)

## Records
record-added = Added.
record-changed = Changed.
record-unchanged = All of it stood so already; nothing was written.
record-resolved = Decided: one value stands.
record-deleted = Taken out of the lists. It can be brought back: tawro record restore { $id }
record-restored = Back in the lists.
record-merged = The two are one person now. It can be undone: tawro record unmerge { $id }
record-unmerged = They are two again.
list-count = { $count ->
    [0] Nothing found.
    [one] One record.
   *[other] { $count } records.
    }
show-conflict = { $field } has { $count } values. Decide: tawro record resolve { $id } { $key }=…
show-conflict-value = {"  "}{ $value } — { $by }, { $at }
brought-by = brought by { $device }
no-conflicts = No two people differ on anything.

## Sheets
import-progress = Reading the sheet
import-mapping = Columns were understood so (correct with --map):
import-column = { $column } → { $field }
import-left-out = left out
import-dry-run = Looked only; nothing was changed.
import-done = { $rows } rows: { $created } new, { $updated } updated, { $unchanged } known already, { $skipped } left out.
import-undo-hint = To take all of it back: tawro import --undo { $import }
import-duplicate = Row { $row } may be { $id } ({ $why }). If so: tawro record merge NEW { $id }
import-undone = The import is taken back: { $count } records are out of the lists.
import-kept = { $count } records were changed since and keep the change.
export-done = { $rows } rows written to { $file }.

## The relay
hub-init-done = The hub { $name } is made. Start it: tawro hub serve
hub-serving = Listening on { $address }. Ctrl+C ends it.
hub-end = Stopped. What was acknowledged is on disk.
ticket-done = Ticket for { $name }. It serves once.

## The demo
demo-hub = A relay starts on this machine: { $address }
demo-founded-early = { $name } is founded before there is any relay, and takes in its sheet: { $records } records.
demo-founded = { $name } is founded and takes in its sheet: { $records } records.
demo-enrolled = { $name } enrols with its ticket; { $devices } devices belong to it now.
demo-offline = { $name }: all devices work without a network; two change the same telephone number.
demo-conflict = { $name }: after the exchange both numbers are shown, with who wrote them; one is chosen.
demo-revoked = { $name }: one laptop is lost and put out.
demo-equal = Every association's devices agree. The relay holds { $entries } packets, { $bytes } bytes, and can read none.
demo-not-equal = Some devices do NOT agree. This is a fault of the program: please report it.
demo-dir = The data folders are in { $dir }; the passphrase of each is: demo
demo-serving = The relay goes on at { $address }. Ctrl+C ends it.

## Refusals and failures: what happened, and what to do next
error-unknown = It did not work.
error-unknown-next = Nothing is half done. The line below helps whoever looks into it.
error-unknown_kind-next = See which there are: tawro record kinds
error-unknown_field-next = See its fields: tawro record kinds { $kind }
error-not_found-next = Copy the id from: tawro record list KIND
error-bad_id = { $text } is not an id: { $found } characters, { $expected } needed.
error-bad_id-next = Copy it whole from: tawro record list KIND
error-field_syntax = { $text } is not of the form field=value.
error-field_syntax-next = Write for example: phone=0661234567
error-conflict_open-next = Look at both and choose: tawro record show ID, then tawro record resolve ID { $field }=…
error-deleted-next = Bring it back first: tawro record restore ID
error-no_conflict-next = To change it: tawro record set ID { $field }=…
error-wrong_passphrase = This passphrase does not open the data folder.
error-wrong_passphrase-next = Nothing is lost. Look at the keyboard's language and capitals, then try again. If it is forgotten, another device of yours can admit this computer anew.
error-passphrase_file = The passphrase file { $path } cannot be read.
error-passphrase_file-next = Give a file whose first line is the passphrase.
error-empty_passphrase = The passphrase is empty.
error-empty_passphrase-next = Four or five words are easier to remember and harder to guess than signs.
error-passphrase_differs = The two passphrases are not the same.
error-passphrase_differs-next = Nothing was made. Try again.
error-no_passphrase = No passphrase was given, and there is no terminal to ask at.
error-no_passphrase-next = Set TAWRO_PASSPHRASE, or use --passphrase-file.
error-folder_empty = There is no association in { $path } yet.
error-folder_empty-next = Found one (tawro node init --name NAME), join one (tawro node join CODE), or name another folder with --home.
error-folder_occupied = { $path } already holds something.
error-folder_occupied-next = One folder holds one association. Name an empty folder with --home.
error-folder_recovering = A recovery was begun in { $path } and not finished.
error-folder_recovering-next = Go on with it: tawro node recover, with the old code or the next one. Or name another folder with --home.
error-recover_declined = Not done: the old recovery code still holds, and nothing was sent.
error-recover_declined-next = Write the next code on paper, then run the same command again. In a script, --yes answers the question.
error-no_address = This recovery code does not say where the relay is: it was printed before enrolling.
error-no_address-next = The address may be written beside it, or ask those who run the relay. Then: tawro node recover CODE --hub HOST:PORT
error-decision_not_allowed = The relay refuses this decision about devices: by its list this device may not decide it, or the invitation has ended.
error-decision_not_allowed-next = Nothing changed. See what this device may do: tawro node devices. For another device to join, make a new code: tawro node invite
error-decision_other_hub = Another relay decides about the devices of this association.
error-decision_other_hub-next = Nothing changed. Ask those who run the relay whether it moved.
error-decision_not_ordered = This decision about devices does not stand: the relay did not order it.
error-decision_not_ordered-next = Look who belongs (tawro node devices), and decide again if it is still needed.
error-folder_in_use = Another window or process of this program uses { $path }.
error-folder_in_use-next = Close the other window of this program, then try again.
error-disk_full = The disk is full.
error-disk_full-next = Nothing was half written. Free some space and try again.
error-file_failed = { $path } cannot be read or written.
error-file_failed-next = Look whether it exists, is open in another program, or is protected.
error-port_in_use = Another program listens on { $address }.
error-port_in_use-next = Stop it, or choose another port: --listen 0.0.0.0:7431
error-not_enrolled = The association is not enrolled at a relay yet.
error-not_enrolled-next = Everything works on this computer alone. With a ticket: tawro node enrol TICKET
error-code_group = Group { $group } of the code is not right.
error-code_group-next = Compare its digits with the paper or the other screen, and type the code again.
error-code_short = Groups are missing after group { $group }.
error-code_short-next = Type every group of six digits, in order.
error-code_long = The code has at most { $groups } groups, and more were typed.
error-code_long-next = Type each group once, in order.
error-no_code = No code was given.
error-no_code-next = Type its digits after the command.
error-declined = Not done, as you wished.
error-declined-next = In a script, --yes answers the question.
error-unknown_import = There was no import { $import } here.
error-unknown_import-next = The id is what the import printed.
error-file_type = { $file } ends in no known form.
error-file_type-next = Use a name that ends in .xlsx or .csv (or .ods to import).
error-update_needed = A newer release is in use; this one cannot take part in that.
error-update_needed-next = Update the program. What is on this computer stays.
error-demo_unequal = The demo ended with devices that do not agree.
error-demo_unequal-next = This is a fault of the program. Run it with --dir and report what it printed.
error-file_denied = The system does not allow this program to use { $path }.
error-file_denied-next = Take a folder of your own, or ask whoever looks after this computer.
error-file_missing = There is no file { $path }.
error-file_missing-next = Look at the name, and at the folder you are in.
error-disk_read_only = The data folder is on a disk that cannot be written.
error-disk_read_only-next = Take a folder on another disk.
error-port_denied = The system does not allow this program to listen on { $address }.
error-port_denied-next = Choose a port above 1024: --listen 0.0.0.0:7421
error-address_not_here = { $address } is not an address of this computer.
error-address_not_here-next = Listen on all of them: --listen 0.0.0.0:7421
error-listen_failed = { $address } cannot be listened on.
error-listen_failed-next = Choose another port: --listen 0.0.0.0:7431
error-exists-next = Change it instead: tawro record set ID FIELD=VALUE
error-merge_cycle-next = Undo the other merge first: tawro record unmerge ID
error-unreadable-next = Copy the data folder before anything else. Then: tawro node doctor
error-no_such_login = Nobody of that name logs in on this computer.
error-no_such_login-next = Look at the name, or ask an admin of the association.
error-login_exists = This person logs in on this computer already.
error-login_exists-next = Nothing more is needed.
error-last_login = This is the last one who can open this data folder.
error-last_login-next = Let another one log in first.
error-logins_full = No more than { $max } people can open one data folder.
error-logins_full-next = Take out someone who no longer needs it.
error-keys_missing = The key file { $path } is gone; without it the data cannot be opened.
error-keys_missing-next = Look for it in a copy of the folder. Otherwise let this computer join anew, or use the recovery code.
error-keys_newer = A newer release of this program wrote the key file (version { $found }; this one knows { $known }).
error-keys_newer-next = It was left as it is. Update the program on this computer.
error-keys_damaged = The key file { $path } is damaged.
error-keys_damaged-next = Look for it in a copy of the folder. Otherwise let this computer join anew, or use the recovery code.
error-memory_short = Checking the passphrase needs { $memory_mib } MiB of memory, and this computer has not that much free.
error-memory_short-next = Close other programs and try again.
error-no_home = No place for the data folder is known.
error-no_home-next = Name it with --home or TAWRO_HOME.

## What a field accepts
type-text = one line
type-note = a long text
type-localized = a text; FIELD/ar, FIELD/fr or FIELD/en for one language
type-integer = a whole number
type-money = an amount in dirhams: 1234.50
type-date = a date as far as it is known: 28/06/1962, 06/1962 or 1962
type-flag = yes or no
type-card = the number of an identity card
type-telephone = a telephone number
type-mail = an e-mail address
type-series = a number of a book; given by itself if left out
type-code = a code or its name
type-reference = the id of a record
type-set = several, separated by commas

## At the relay, and between devices
error-device_read_only = This device may read and not write.
error-device_read_only-next = An admin of the association can change that.
error-records_damaged = The records on this computer are damaged.
error-records_damaged-next = Copy the data folder before anything else. Then: tawro node doctor, or let this computer join anew.
error-members_refused = This device may not decide that.
error-members_refused-next = Only a device with full rights admits and removes, and the last of them stays. See: tawro node devices
error-self_removal = A device does not put itself out.
error-self_removal-next = Another device with full rights can: tawro node revoke, on that one.
error-too_many_devices = An association has at most { $limit } devices.
error-too_many_devices-next = Put out one that is used no more: tawro node revoke
error-device_key = The key of this device cannot be used.
error-device_key-next = Let this computer join anew, from another device of the association.
error-hub_other_key = What answers under the relay's address has another key than the relay you enrolled at.
error-hub_other_key-next = Nothing was sent. Ask those who run the relay before you do anything else: somebody may be in between.
error-hub_false = What answers does not know this code: it is not the relay that issued it.
error-hub_false-next = Nothing was sent. Ask those who gave you the code.
error-hub_other_version = The relay and this program are of releases that do not understand each other.
error-hub_other_version-next = Update this program. What is on this computer stays, and work goes on.
error-hub_no_answer = The relay does not answer.
error-hub_no_answer-next = Nothing is lost; work goes on without it. Look at the Internet connection and try again.
error-hub_unknown = There is no computer named { $host } on the Internet.
error-hub_unknown-next = Look at the Internet connection; else ask those who run the relay for its address.
error-hub_cut = The connection to the relay was cut.
error-hub_cut-next = What was acknowledged is safe; the rest is sent next time. Try again.
error-hub_protocol = The relay answered in a way that it may not.
error-hub_protocol-next = Nothing is lost. Tell those who run the relay.
error-hub_not_here = The relay does not know this device of yours.
error-hub_not_here-next = If this device was put out, another one of the association can admit it as a new one. What is here stays readable.
error-hub_quota = The relay takes no more from this association for now.
error-hub_quota-next = Nothing is lost; it is sent later. If it lasts, ask those who run the relay.
error-hub_busy = The relay has too much to do right now.
error-hub_busy-next = Try again in a few minutes; nothing is lost.
error-hub_refused = The relay refuses this.
error-hub_refused-next = Nothing is lost. Ask those who run it.
error-hub_history = The relay shows a history of devices that does not hold.
error-hub_history-next = Nothing was taken over. Ask for a new code; if it happens again, tell those who run the relay.
error-enrolled_already = The association is enrolled at a relay already.
error-enrolled_already-next = Nothing more is needed. To exchange now: tawro node sync
error-code_not_valid = The relay does not take this code: it was used, has ended, or was never issued.
error-code_not_valid-next = Each code serves once. Ask for a new one.
error-code_unreadable = The code cannot be read: { $reason }.
error-code_unreadable-next = Compare its digits with the paper or the other screen, and type it again.
error-code_other_kind = This code is for something else.
error-code_other_kind-next = Enrolling, adding a device and recovering each have a code of their own: take the right one.
error-invite_mailbox = What the other device left at the relay is not what belongs to this code.
error-invite_mailbox-next = Admit nobody. Make a new code and try again.
error-invite_other_request = Another device asks by this code than the one whose digits were shown.
error-invite_other_request-next = Nobody was admitted. Do not use this code any more: make a new one (tawro node invite).
error-clock_wrong = The clock of this computer says { $date }: a ticket made now would have ended before anybody could use it.
error-clock_wrong-next = Set the clock of this computer, then try again.
error-label_too_long = The name of this computer is too long.
error-label_too_long-next = Give a shorter one with --device.
error-timed_out = Nobody came in time.
error-timed_out-next = Nothing was changed. Try again with both devices on and connected.
error-recovery_code = This recovery code opens nothing: it was replaced, or is another association's.
error-recovery_code-next = Look for the latest paper: using a code makes a new one. After an interrupted recovery, try the other of the two papers.
error-no_such_device = The association has no such device, or more than one.
error-no_such_device-next = Give its letter, the beginning of its id, or its whole name: tawro node devices

## The database
error-database_newer = A newer release of this program wrote this data folder (version { $found }; this one knows { $known }).
error-database_newer-next = It was left as it is. Update the program on this computer.
error-database_foreign = The database in this folder is not one of this program.
error-database_foreign-next = Name the right folder with --home.
error-database_wrong_key = The database { $path } does not open with the keys beside it.
error-database_wrong_key-next = The two belong to different folders. Put back the files as they were together.
error-database_damaged = The database is damaged: { $place }.
error-database_damaged-next = Copy the data folder before anything else. Then: tawro node doctor, or let this computer join anew.
error-database_busy = Something else holds the database.
error-database_busy-next = Close what copies or checks the folder (antivirus, backup), and try again.
error-database_file = The database cannot be opened: { $reason }.
error-database_file-next = Look whether the folder is there, and whether you may write in it.
error-database_refused = The program met a fault of its own.
error-database_refused-next = Nothing was written. Please report the line below.
error-undeclared = This release knows nothing of { $name }.
error-undeclared-next = See which kinds and fields there are: tawro record kinds
error-bad_address = { $text } is not an address: HOST:PORT is needed.
error-bad_address-next = Write for example: hub.example.org:7421

## A hub's folder
error-hub_missing = There is no hub in { $path }.
error-hub_missing-next = Make one (tawro hub init --name NAME), or name its folder with --home.
error-hub_exists = There is a hub in { $path } already.
error-hub_exists-next = Start it (tawro hub serve), or name another folder with --home.
error-keys_unusable = The hub's key cannot be used.
error-keys_unusable-next = Put the folder back from a copy.
error-system = The system gave neither randomness nor a thread.
error-system-next = Close other programs and try again.
error-address_unknown = The hub's address is not known, and a ticket could not say where it is.
error-address_unknown-next = Start it once (tawro hub serve), or make it with --address.
error-newer_version = A newer release of this program wrote this hub's store.
error-newer_version-next = It was left as it is. Update the program.
error-not_a_hub = The database in this folder is not a hub's.
error-not_a_hub-next = Name the hub's folder with --home.
error-store_damaged = The hub's store is damaged.
error-store_damaged-next = Put it back from a copy: the associations' devices give again what it lacks.
error-archive_malformed = This file is not a whole copy of an association's data.
error-archive_malformed-next = Take another copy, or make the copy again on the first hub.
error-archive_contradicts = What the copy says and what this hub holds cannot both be true.
error-archive_contradicts-next = Nothing was changed. Keep both, and find out which of the two hubs the association used last.
error-store_busy = Something else holds the hub's store.
error-store_busy-next = Close what copies or checks the folder, and try again.
error-store = The hub's store cannot be read or written.
error-store-next = Look whether the folder is there, and whether you may write in it.
error-file = { $path } cannot be read or written.
error-file-next = Look whether it exists, is open in another program, or is protected.
error-no_sheet = No sheet was named.
error-no_sheet-next = Write: tawro import KIND FILE
error-lookup = The records on this computer cannot be read.
error-lookup-next = Copy the data folder before anything else. Then: tawro node doctor
error-export_failed = The sheet cannot be written.
error-export_failed-next = Nothing was written. Try the other form (.csv instead of .xlsx), and report the line below.
