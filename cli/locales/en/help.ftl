# What --help says of every command and argument.
# A key is help, the words of the command, and for an argument -- and its name.

help = NET-Tawro: an association's records on its own computers, in agreement through a relay that cannot read them.
help-usage = Usage:
help-commands = Commands
help-arguments = What to give
help-options = Options
help-everywhere = Options of every command
help--home = The data folder [default: a folder of this program in your own data folder; or TAWRO_HOME]
help--json = Print data as JSON, for programs
help--passphrase_file = Read the passphrase from the first line of a file (else: TAWRO_PASSPHRASE, else a question)
help--lang = Language of all sentences, tables and this help: ar, fr or en [default: TAWRO_LANG, else that of the system, else Arabic]
help--help = Show this help
help--version = Show the version
help--examples =
    Begin:
      tawro demo                                    see it work
      tawro node init --name "Al Amal"              found an association on this computer
      tawro import member members.xlsx --dry-run    look at a sheet before taking it in
      tawro record list member --search khadija     finds خديجة too

    Show help of one command: tawro record list --help
    Every reading command takes --json. Exit code: 0 done, 1 refused or failed, 2 wrong usage.
help-help = Show the help of a command

help-demo = See the whole of it on this machine: a relay, 25 associations, and the figures that come of them
help-demo--associations = How many associations take part, 3 to 25 [default: 25]
help-demo--dir = Leave the data folders in this folder, which must not exist or be empty
help-demo--no_serve = End when all agree, instead of keeping the relay running
help-demo--examples =
    Examples:
      tawro demo                          play it, then keep the relay running until Ctrl+C
      tawro demo --no-serve --json        play it once, figures for programs
      tawro demo --dir look-inside        leave the data folders behind (passphrase: demo)

help-node = This computer as one of the association's: found, enrol, exchange, admit, put out, recover
help-node-init = Found an association on this computer; no network is needed
help-node-init--name = The association's name
help-node-init--commune = Its commune, by HCP code or by name
help-node-init--device = What people call this computer [default: its own name]
help-node-init--login = Who works here with the passphrase, as authors are shown [default: your name on this system]
help-node-init--examples =
    Example:
      tawro node init --name "Al Amal" --commune 04.291.01.01

    Prints the recovery code ONCE. Write it on paper: with it and the relay, everything comes back when
    all computers are lost; without it and without a computer, nobody can bring the data back.
help-node-enrol = Enrol the association at a relay with the code it was given; what was made before stays
help-node-enrol--ticket = The digits of the enrolment code (asked for if left out)
help-node-enrol--examples =
    Example:
      tawro node enrol 123456 234567 …    with or without spaces
help-node-serve = Stay connected to the relay and keep this computer in agreement, until Ctrl+C
help-node-sync = Exchange with the relay once, now
help-node-status = What exists only on this computer, and which device has what
help-node-invite = Make a code by which one more computer or telephone joins
help-node-invite--accept = Wait for the new device and admit it
help-node-invite--yes = Admit without asking whether the six digits are the same
help-node-invite--role = What the new device may do: admin (write, admit and put out), member (write), reader (read) [default: member]
help-node-invite--examples =
    Examples:
      tawro node invite                   prints the code; admit the new device later with --accept
      tawro node invite --accept          prints the code, waits, shows six digits to compare
      tawro node invite --accept --yes    admits the first that comes, without asking (scripts)
help-node-join = Join an association with the code that one of its computers shows
help-node-join--code = The digits of the code (asked for if left out)
help-node-join--device = What people call this computer [default: its own name]
help-node-join--login = Who works here with the passphrase, as authors are shown [default: your name on this system]
help-node-devices = The association's computers and telephones
help-node-revoke = Put a lost or stolen computer out: it gets nothing written afterwards
help-node-revoke--device = Letter, name or first characters of the id of the device
help-node-revoke--yes = Do not ask again
help-node-revoke--examples =
    Example:
      tawro node revoke B                 see the letters: tawro node devices
help-node-recover = Bring an association back with its recovery code when every computer is lost
help-node-recover--code = The digits of the recovery code (asked for if left out)
help-node-recover--hub = The relay's address, as HOST:PORT, if it is not in the code
help-node-recover--device = What people call this computer [default: its own name]
help-node-recover--login = Who works here with the passphrase, as authors are shown [default: your name on this system]
help-node-recover--yes = Do not ask whether the next code is on paper
help-node-recover--examples =
    Example:
      tawro node recover 123456 234567 …  the digits on the paper, with or without spaces

    First the next recovery code is shown, to be written on paper; then the old one is spent. If it is
    interrupted, the same command goes on: in the same folder, with either of the two codes.
help-node-doctor = Check the data folder: lists against records, what was sent, keys
help-node-doctor--rebuild = Build all lists anew from the records

help-record = Records: list, show, add, change, and decide between two values
help-record-kinds = The kinds of record, their fields and what each accepts
help-record-kinds--kind = One kind or register only, with its lists of codes
help-record-list = The records of a kind or register
help-record-list--kind = Kind or register, as member; all of them: tawro record kinds
help-record-list--search = Only records in which a word begins so: a name, a word or a number
help-record-list--limit = At most so many
help-record-list--examples =
    Examples:
      tawro record list member
      tawro record list member --search khadija   finds خديجة too
      tawro record list person --json
help-record-show = One record, with every value of a field on which two people differ
help-record-show--id = Its id, from the last column of the list
help-record-add = Add a record
help-record-add--kind = Kind or register, as member; all of them: tawro record kinds
help-record-add--fields = What it holds, field by field
help-record-add--examples =
    Examples:
      tawro record add member given_name/ar=خديجة family_name/ar=بناني phone=0661234567
      tawro record add person given_name=Khadija birth_date=1962 sex=F

    Fields and what they accept: tawro record kinds member
help-record-set = Change fields of a record; field= with nothing after it empties one
help-record-set--id = Its id, from the last column of the list
help-record-set--fields = What it shall hold, field by field
help-record-resolve = Decide between the values of a field on which two people differ
help-record-resolve--id = Its id, from the last column of the list
help-record-resolve--field = The field and the value that shall stand
help-record-resolve--examples =
    Example:
      tawro record show ID                shows both values, with author, device and time
      tawro record resolve ID phone=0661234567
help-record-history = Everything that was ever written in a record, by whom and when
help-record-history--id = Its id, from the last column of the list
help-record-conflicts = Every record on which two people differ
help-record-delete = Take a record out of the lists; it can be restored
help-record-delete--id = Its id, from the last column of the list
help-record-restore = Bring a deleted record back
help-record-restore--id = Its id; the deletion said it
help-record-merge = Say that two records are one person or thing: the second stays, and takes what it lacks
help-record-merge--from = The id of the record that is given up
help-record-merge--into = The id of the record that stays
help-record-unmerge = Undo a merge
help-record-unmerge--id = The id of the record that was given up

help-import = Take in a sheet (XLSX, ODS, CSV), with a look first if you wish
help-import--kind = Kind or register, as member, beneficiary, donor, partner; all of them: tawro record kinds
help-import--file = The sheet
help-import--map = A file that says which column is which field
help-import--dry_run = Report what would be done, and do nothing
help-import--undo = Take back a whole import, by its id
help-import--examples =
    Examples:
      tawro import member members.xlsx --dry-run      looks and reports, changes nothing
      tawro import member members.xlsx                the same, for real; a second time updates
      tawro import member members.csv --map map.txt   columns by your own list
      tawro import --undo IMPORT                      takes a whole import back

    What each column was taken for is printed; --map takes it back corrected, as lines
    "column heading = field" or as the JSON that --json prints. It is remembered for sheets with the
    same headings.
help-export = Write a register or a kind of record to a sheet that can be taken in again without loss
help-export--kind = Kind or register, as member; all of them: tawro record kinds
help-export--file = Where to: a name ending in .xlsx or .csv
help-export--force = Replace the file of this name if there is one

help-hub = The relay of YES: start it, hand out enrolment codes, see who is alive
help-hub-init = Make a relay on this computer
help-hub-init--name = Who runs it
help-hub-init--address = The address associations reach it under, as HOST:PORT
help-hub-init--max_mib = How many MiB each association may store [default: 2048]
help-hub-init--max_kib_per_second = How many KiB a second each may send in the long run [default: 512]
help-hub-init--max_entries_per_second = How many packets a second each may send in the long run [default: 50]
help-hub-init--examples =
    Example:
      tawro hub init --name YES --address hub.example.org:7421

    The address is what enrolment codes tell associations: they must reach it.
help-hub-serve = Run the relay until Ctrl+C
help-hub-serve--listen = Where to listen [default: 127.0.0.1:7421]
help-hub-serve--dashboard = Where to show the dashboard, or off [default: 127.0.0.1:7440]
help-hub-serve--max_mib = How many MiB each association may store [default: as set before]
help-hub-serve--max_kib_per_second = How many KiB a second each may send in the long run [default: as set before]
help-hub-serve--max_entries_per_second = How many packets a second each may send in the long run [default: as set before]
help-hub-serve--examples =
    Examples:
      tawro hub serve                             for programs on this computer only
      tawro hub serve --listen 0.0.0.0:7421       for associations: on every address of this computer
      TAWRO_LOG=warn tawro hub serve              log less; else who came and what was refused, by ids, on standard error
help-hub-dashboard = The dashboard: its password, and who may see it
help-hub-dashboard-password = Set the password of the dashboard, in place of the one before
help-hub-dashboard-public = Whether whoever opens the dashboard may see what is published
help-hub-dashboard-public--view = on: yes; off: no, only with the password
help-hub-ticket = Make a code with which one association enrols
help-hub-ticket--name = Whom it is for: for your own list only
help-hub-status = How much the relay holds, and how much for whom
help--ui = Where to show the pages [default: 127.0.0.1:7420]
help--no_browser = Do not open the browser
help-backup = Copies of everything on this computer, as one encrypted file
help-backup-create = Make a copy, read it again and bring it back once to see that it is whole
help-backup-create--file = Where to write it
help-backup-verify = Read a copy through
help-backup-verify--file = The copy
help-backup-restore = Bring a copy back into an empty folder
help-backup-restore--file = The copy
help-hub-seat = Register an association that may be asked for numbers
help-hub-seat--name = Its name, as on its ticket
help-hub-seat--key = Its statistics key, as its own computer shows it
help-hub-seat--commune = The commune of its seat, by HCP code: figures tell rural and urban apart by it
help-hub-seat--domain = What it works on first, by its number in ICNPO: 1 to 12
help-hub-seat--operator = It is the one who runs the programme, and is asked for the programme's own register alone
help-hub-seat--examples =
    Example:
      tawro hub seat "Al Amal" --key KEY --commune 04.291.01.05 --domain 4

    Who is asked is settled with the first period of a year. Newcomers enter later years five at a time.
help-hub-unseat = Let an association go that takes part no longer, or was registered by mistake
help-hub-unseat--name = Its name, as it is registered
help-hub-period = Reporting periods: begin, take reports, freeze, publish
help-hub-period--examples =
    In their order:
      tawro hub period open 2026-Q3
      tawro hub period task 2026-Q3 FILE        hand it to the associations
      tawro hub period take FILE …              the reports that come back
      tawro hub period status 2026-Q3
      tawro hub period freeze 2026-Q3
      tawro hub period publish 2026-Q3
      tawro hub period manifest 2026-Q3 FILE    hand it to the associations
      tawro hub export 2026-Q3 figures.xlsx
help-hub-period-open = Begin a period: settle what is asked, and of whom
help-hub-period-open--period = A month, quarter, half-year or year: 2026-09, 2026-Q3, 2026-H2, 2026
help-hub-period-task = Write what is asked to a file that the associations take in
help-hub-period-task--period = The period, as 2026-Q3
help-hub-period-task--file = Where to
help-hub-period-task--force = Replace the file of this name if there is one
help-hub-period-take = Take in reports of associations; what is wrong with one is told
help-hub-period-take--files = The files that came
help-hub-period-status = How far a period is, who has not reported, what was rejected
help-hub-period-status--period = The period, as 2026-Q3
help-hub-period-cancel = Take back a period that was begun by mistake, before reports come
help-hub-period-cancel--period = The period, as 2026-Q3
help-hub-period-freeze = End the taking of reports and sign which count
help-hub-period-freeze--period = The period, as 2026-Q3
help-hub-period-freeze--force = Do it although reports are awaited still
help-hub-period-publish = Add up the reports that count, once, and let out what may be published
help-hub-period-publish--period = The period, as 2026-Q3
help-hub-period-manifest = Write which reports count, and what is published, to a file that the associations check
help-hub-period-manifest--period = The period, as 2026-Q3
help-hub-period-manifest--file = Where to
help-hub-period-manifest--force = Replace the file of this name if there is one
help-hub-export = Write the published figures of a period to a file
help-hub-export--period = The period, as 2026-Q3
help-hub-export--file = Where to: a name ending in .json, .csv or .xlsx
help-hub-export--force = Replace the file of this name if there is one
help-hub-report = Make the indicator report for the ministry, to print or to edit
help-hub-report--period = A published period, as 2026-Q3, or a year of which periods are, as 2026
help-hub-report--file = Where to: a name ending in .pdf or .docx
help-hub-report--force = Replace the file of this name if there is one

help-indicators = The association's numbers: count them, explain them, and make the report that leaves
help-indicators-list = Every indicator, what it counts and what it waits for
help-indicators-preview = The numbers of a period; where something is asked, exactly what would leave
help-indicators-preview--period = A month, quarter, half-year or year: 2026-09, 2026-Q3, 2026-H1, 2026
help-indicators-preview--task = The file of what YES asks, to look at before it is taken in
help-indicators-explain = Which records are behind a number; it is shown here and nowhere else
help-indicators-explain--period = A month, quarter, half-year or year
help-indicators-explain--code = The code of an indicator, as NT-G12
help-indicators-key = The public half of the key that signs the association's numbers, to be given to YES
help-indicators-report = Make the signed report to what YES asks; it leaves by itself, or as a file that you carry
help-indicators-report--period = A month, quarter, half-year or year
help-indicators-report--task = The file of what YES asks [default: what came from the relay]
help-indicators-report--out = Where to write the report as a file [default: nowhere]
help-indicators-report--withhold = Codes of indicators that are not sent: these, and no others [default: those that the last report withheld]
help-indicators-report--withhold_none = Withhold nothing, not even what the last report withheld
help-indicators-report--agree = Agree, in the association's name, to the terms that this call shows
help-indicators-report--examples =
    Example:
      tawro indicators preview 2026-Q3 --task ask.task                     look at everything first
      tawro indicators report 2026-Q3 --task ask.task --out our.report --agree
      tawro indicators report 2026-Q3 --task ask.task --out our2.report --withhold NT-G12
      tawro indicators report 2026-Q3 --withhold-none                      send again what was withheld
help-indicators-audit = See whether a report is signed, is the one that was kept, and is what the records say
help-indicators-audit--file = The report
help-indicators-notice = Take in from a file which reports count and what is published, and see how the association's report stands
help-indicators-notice--file = What YES wrote with: tawro hub period manifest
help-indicators-sheet = The progress sheet: answers by yes or no that the association shows YES under its name. Without --out it is only listed
help-indicators-sheet--show = Codes of what is shown; what is not named is taken back
help-indicators-sheet--card = Show the public card too: the name and the address of the site
help-indicators-sheet--out = The file to write, to be carried to YES
help-indicators-sheet--examples =
    For example:
      tawro indicators sheet --show NT-R08 NT-R09 --card --out progress.sheet
help-hub-sheet = The progress sheets that associations show under their names
help-hub-sheet--examples =
    For example:
      tawro hub sheet take *.sheet
      tawro hub sheet list
help-hub-sheet-take = Take in sheets of associations
help-hub-sheet-take--files = The files that came
help-hub-sheet-list = What each association shows

help-programme = What the programme tells every association: announcements, days of the law, letters, targets
help-programme-show = The newest edition that was taken in
help-programme-publish = Write what the relay shall sign, where the programme is run: the public fields alone
help-programme-publish--file = Where to
help-programme-publish--force = Replace the file of this name if there is one
help-programme-take = Take in an edition, signed by the relay at which the association is enrolled
help-programme-take--file = The file that YES hands out
help-hub-programme = Editions of the programme: take what the desk wrote, number it, sign it, hand it out
help-hub-programme-take = Check what the desk wrote and sign it as the next edition
help-hub-programme-take--file = The file of the desk
help-hub-programme-show = The newest edition
help-hub-programme-write = Write the newest edition to a file that the associations take in
help-hub-programme-write--file = Where to
help-hub-programme-write--force = Replace the file of this name if there is one
