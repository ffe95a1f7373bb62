# The indicators: the name of each, a sentence that says what is counted, and what those without data wait for.

indicator-waits = No data yet. It waits for: { $awaited }.

## What the programme does

indicator-NT-O01 = Beneficiary associations
indicator-NT-O01-means = Associations that signed the commitment to the programme in the period.
indicator-NT-O02 = Courses held
indicator-NT-O02-means = Courses of which a session took place in the period; a course that lies in two periods counts in each.
indicator-NT-O03 = Hours of training
indicator-NT-O03-means = Hours that all participants, by name, were present at training activities, added up.
indicator-NT-O04 = Participants in training
indicator-NT-O04-means = Persons who came to at least one training activity, each once.
indicator-NT-O05 = Share of women
indicator-NT-O05-means = Women, of all participants in training.
indicator-NT-O06 = Share of youth
indicator-NT-O06-means = Those aged 18 to 34, of all participants in training.
indicator-NT-O07 = Attendance rate
indicator-NT-O07-means = Presences, of those that were expected.
indicator-NT-O08 = Training completed
indicator-NT-O08-means = Persons present at 80 % or more of the hours of all sessions up to the end of the period, of those enrolled.
indicator-NT-O09 = Learning gain
indicator-NT-O09-means = Mean difference between the mark after and the mark before, of those who took both tests.
indicator-NT-O10 = Satisfaction
indicator-NT-O10-means = Answers that give the content 4 or 5 out of 5, of those that rate it.
indicator-NT-O11 = Capsules published
indicator-NT-O11-means = Video capsules that were published.
indicator-NT-O12 = Plays of capsules
indicator-NT-O12-means = How often capsules were played, those without the Internet included.
indicator-NT-O13 = Copies of the guide
indicator-NT-O13-means = Copies on paper of the editions of the guide that came out in the period.
indicator-NT-O14 = Coaching visits
indicator-NT-O14-means = Coaching visits that were made.
indicator-NT-O15 = Coaching hours
indicator-NT-O15-means = Hours of coaching that associations received; the mean of an association follows from them.
indicator-NT-O16 = Coaching plan carried out
indicator-NT-O16-means = Items of coaching plans that are done, of all items.

## What changes digitally

indicator-NT-R01 = Associations with a published site
indicator-NT-R01-means = Whether the association has a site of at least five pages, updated within 90 days.
indicator-NT-R02 = Sites in Arabic and a second language
indicator-NT-R02-means = Whether the association's site is in Arabic and at least one other language.
indicator-NT-R03 = Visual identity in use
indicator-NT-R03-means = Whether the visual identity is complete and at least three documents bore it in the period.
indicator-NT-R04 = Digital archive working
indicator-NT-R04-means = Whether the archive has at least 50 documents, nine of ten of them classified, and took one in within 30 days.
indicator-NT-R05 = Documents digitised
indicator-NT-R05-means = Documents that were digitised and put into the archive.
indicator-NT-R06 = Documents with a retention rule
indicator-NT-R06-means = Documents of the archive that have a retention rule, of all.
indicator-NT-R07 = Archive found whole
indicator-NT-R07-means = Files that were found whole, of those checked in the period.
indicator-NT-R08 = Register of members complete
indicator-NT-R08-means = Whether of at least nine in ten members the name, the sex, the year of birth, the category, a contact and the state of dues are known.
indicator-NT-R09 = Registers of beneficiaries, donors and partners in use
indicator-NT-R09-means = Whether each of the three registers was written to in the period.
indicator-NT-R09a = Register of beneficiaries in use
indicator-NT-R09a-means = Whether the register of beneficiaries was written to in the period.
indicator-NT-R09b = Register of donors in use
indicator-NT-R09b-means = Whether the register of donors was written to in the period.
indicator-NT-R09c = Register of partners in use
indicator-NT-R09c-means = Whether the register of partners was written to in the period.
indicator-NT-R10 = Rate of duplicates
indicator-NT-R10-means = Pairs of persons who may be one and whom nobody has looked at, of all persons.
indicator-NT-R11 = Verified backup
indicator-NT-R11-means = Whether there is a copy of at most 30 days that was read again and found whole.
indicator-NT-R12 = Digital security
indicator-NT-R12-means = Points out of 100: the program's checks of safety that are good.
indicator-NT-R13 = Digital maturity
indicator-NT-R13-means = Points out of 100 in five domains, assessed at the beginning, the middle and the end of coaching.
indicator-NT-R14 = Administrative acts made digitally
indicator-NT-R14-means = Letters sent, payments and gifts recorded; minutes and convocations are not counted yet.
indicator-NT-R15 = Autonomous use
indicator-NT-R15-means = Whether the program was used in at least eight of twelve weeks without a coaching visit.

## Governance, compliance, participation

indicator-NT-G01 = Legal file up to date
indicator-NT-G01-means = Whether the bureau's mandate runs, the final receipt is there, and changes were declared within 30 days.
indicator-NT-G02 = General assemblies held
indicator-NT-G02-means = Whether the assembly was held in the time of the statutes and has final minutes.
indicator-NT-G03 = Women in bureaus
indicator-NT-G03-means = Seats held by women, of all seats of bureaus.
indicator-NT-G04 = Youth in bureaus
indicator-NT-G04-means = Seats held by persons of at most 35 years, of all seats of bureaus.
indicator-NT-G05 = Dues collected
indicator-NT-G05-means = Dues that were paid, of those owed for the period.
indicator-NT-G06 = Financial report
indicator-NT-G06-means = Whether the assembly approved the annual financial report.
indicator-NT-G07 = Accounts of public money
indicator-NT-G07-means = Whether all accounts that were due for public money were sent in time; it concerns only associations that owed some in the period.
indicator-NT-G08 = Keeping to law 09-08
indicator-NT-G08-means = Whether the register of processing is kept and no request about personal data is overdue.
indicator-NT-G09 = Partnerships
indicator-NT-G09-means = Agreements that run on the last day of the period.
indicator-NT-G09a = Amount of partnerships
indicator-NT-G09a-means = Amounts of the agreements that run on the last day of the period, in dirhams; other currencies are not counted.
indicator-NT-G10 = Resources mobilised
indicator-NT-G10-means = Dues, gifts of money and tranches of grants received in the period, in dirhams; other currencies are not counted.
indicator-NT-G10a = Resources: dues
indicator-NT-G10a-means = Dues paid in the period, in dirhams.
indicator-NT-G10b = Resources: gifts
indicator-NT-G10b-means = Gifts of money received in the period, in dirhams; neither gifts in kind nor other currencies are counted.
indicator-NT-G10c = Resources: grants
indicator-NT-G10c-means = Tranches of grants received in the period, in dirhams; other currencies are not counted.
indicator-NT-G11 = Activities
indicator-NT-G11-means = Activities that began in the period, without those planned, postponed or cancelled.
indicator-NT-G12 = Beneficiaries
indicator-NT-G12-means = Persons known by name who were enrolled, served or present at an activity in the period, each once in an association; who is helped by two associations is counted twice.
indicator-NT-G12a = Beneficiaries counted without a name
indicator-NT-G12a-means = Heads counted at activities of the period without names; who comes twice is counted twice.
indicator-NT-G13 = Volunteer hours
indicator-NT-G13-means = Hours that volunteers gave in the period, added up.
indicator-NT-G14 = Citizens' participation
indicator-NT-G14-means = Activities of advocacy that began in the period, without those planned, postponed or cancelled.
indicator-NT-G15 = Networking
indicator-NT-G15-means = Whether the association held at least one activity together with another.

## The system itself

indicator-NT-S01 = Reports received
indicator-NT-S01-means = Reports received, of those expected.
indicator-NT-S02 = Reports in time
indicator-NT-S02-means = Reports received before the period closed, of those expected.
indicator-NT-S03 = Time to a second copy
indicator-NT-S03-means = Median hours between the writing of a record and its presence on a second computer.
indicator-NT-S04 = Differences not settled
indicator-NT-S04-means = Fields in which two different values wait for somebody to choose.
indicator-NT-S05 = Numbers computed again
indicator-NT-S05-means = Reports that came to the same numbers when they were computed again, of those checked.

## Axes of the Nassij strategy

axis-policies = Public policies and citizens' participation
axis-organisation = Organisation and structure of associations
axis-partnership = Partnership and diverse means
axis-law = Legal frame and keeping to it
axis-digital = Digitisation

## Where numbers come from

source-own = Registers of the programme
source-fact = A statement about each association
source-pooled = Numbers of associations, added up

## Units

unit-associations = associations
unit-people = people
unit-heads = heads
unit-hours = hours
unit-dirhams = dirhams
unit-percent = percent
unit-points = points
unit-courses = courses
unit-capsules = capsules
unit-plays = plays
unit-copies = copies
unit-visits = visits
unit-documents = documents
unit-acts = acts
unit-agreements = agreements
unit-activities = activities
unit-differences = differences

## Direction

direction-up = The more the better
direction-down = The less the better

## Tables

table-total = Total
table-sex = By sex
table-age = By age
table-sex_age = By sex and age
table-milieu = By where the association has its seat
table-domain = By the association's domain

## What is waited for

awaited-reckoning = a reckoning that this version does not do yet
awaited-player = the counter of plays
awaited-site = the association's site
awaited-identity = the visual identity and the papers that bear it
awaited-archive = the archive
awaited-usage = weeks in which the program was used
awaited-mandate = mandates of the bureau
awaited-assembly = general assemblies and their minutes
awaited-joint_activity = activities that several associations hold together
awaited-report = reports that the program does not keep yet
