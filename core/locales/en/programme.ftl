# Labels of the training and coaching programme.
# Each label is one line; .aliases holds what people write at the head of a column or in a cell, parted by |.

## participant

participant = Participating association
participant-plural = Participating associations
participant-name = Name of the participating association
    .aliases = Association | Association name
participant-acronym = Acronym
    .aliases = Short name
participant-seat_commune = Commune of the seat
    .aliases = Seat
participant-domain = Field of work
    .aliases = Field | Domain
participant-signed_on = Commitment signed on
    .aliases = Signed on
participant-contact = Contact person
    .aliases = Contact
participant-contact_post = Contact's post
    .aliases = Post
participant-office_phone = Association's telephone
participant-office_email = Association's e-mail
participant-left_on = Left the programme on
    .aliases = Left on
participant-remarks = Remarks
    .aliases = Notes

## course

course = Course
course-plural = Courses
course-title = Title of the course
    .aliases = Title | Course
course-topics = Topics
    .aliases = Topic
course-trainer = Trainer
course-commune = Commune
    .aliases = Municipality
course-place = Place
    .aliases = Venue
course-starts_on = Starts on
    .aliases = Date | From
course-ends_on = Ends on
    .aliases = To
course-hours = Hours
    .aliases = Number of hours
course-of_project = Project (record)
course-note = Notes
    .aliases = Remarks

## trainee

trainee = Trainee
trainee-plural = Trainees
trainee-person = Trainee
    .aliases = Participant
trainee-participant = Comes from the association
    .aliases = Association | Association name | Participating association
trainee-post = Post in the association
    .aliases = Post | Function
trainee-entered_on = Registered on
    .aliases = Registration date
trainee-left_on = Left on
trainee-guardian = Guardian (record)
trainee-guardian_name = Guardian's name
    .aliases = Guardian
trainee-consent = Consent
trainee-remarks = Remarks
    .aliases = Notes

## questionnaire

questionnaire = Questionnaire
questionnaire-plural = Questionnaires
questionnaire-session = Session
    .aliases = Activity
questionnaire-content = Quality of the content
    .aliases = Content
questionnaire-organisation = Organisation
questionnaire-logistics = Logistics
questionnaire-remark = Remark
    .aliases = Remarks | Notes | Suggestions

## course_test

course_test = Test
course_test-plural = Tests before and after
course_test-trainee = Trainee
course_test-course = Course
course_test-points_before = Points before the course (of 100)
    .aliases = Before | Points before
course_test-points_after = Points after the course (of 100)
    .aliases = After | Points after
course_test-note = Notes
    .aliases = Remarks

## certificate

certificate = Certificate
certificate-plural = Certificates
certificate-number = Certificate no.
    .aliases = Certificate
certificate-trainee = Given to
    .aliases = Trainee
certificate-course = For the course
    .aliases = Course
certificate-issued_on = Issued on
certificate-cancelled = Cancelled
certificate-note = Notes
    .aliases = Remarks

## coaching_item

coaching_item = Coaching plan item
coaching_item-plural = Coaching plans
coaching_item-what = What was agreed
    .aliases = Action
coaching_item-participant = Participating association
    .aliases = Association
coaching_item-topic = Topic
coaching_item-due_on = Due on
    .aliases = Deadline
coaching_item-done_on = Done on
coaching_item-note = Notes
    .aliases = Remarks

## coaching_visit

coaching_visit = Coaching visit
coaching_visit-plural = Coaching visits
coaching_visit-participant = Participating association
    .aliases = Association
coaching_visit-visited_on = Visited on
    .aliases = Date
coaching_visit-hours = Hours
    .aliases = Number of hours
coaching_visit-item = Item of the plan
    .aliases = Action
coaching_visit-next_on = Next visit on
    .aliases = Next date
coaching_visit-note = Notes
    .aliases = Remarks

## maturity

maturity = Digital maturity assessment
maturity-plural = Digital maturity assessments
maturity-participant = Participating association
    .aliases = Association
maturity-assessed_on = Assessed on
    .aliases = Date
maturity-round = Round
maturity-communication = Communication, identity and website
    .aliases = Communication
maturity-archive = Archive
maturity-databases = Databases
maturity-administration = Electronic administration
    .aliases = Administration
maturity-security = Digital security
    .aliases = Security
maturity-note = Notes
    .aliases = Remarks

## capsule

capsule = Video capsule
capsule-plural = Video capsules
capsule-title = Title of the capsule
    .aliases = Title | Capsule
capsule-language = Language
capsule-topic = Topic
capsule-published_on = Published on
capsule-link = Link
    .aliases = Address
capsule-plays = Plays
    .aliases = Views
capsule-note = Notes
    .aliases = Remarks

## guide_edition

guide_edition = Edition of the guide
guide_edition-plural = Editions of the guide
guide_edition-edition = Edition
guide_edition-language = Language
guide_edition-published_on = Published on
guide_edition-link = Link
    .aliases = Address
guide_edition-copies = Printed copies
    .aliases = Copies
guide_edition-downloads = Downloads
guide_edition-note = Notes
    .aliases = Remarks

## programme_profile

programme_profile = The programme
programme_profile-plural = The programme
programme_profile-name = Name of the programme
    .aliases = Programme
programme_profile-operator = Run by
    .aliases = Operator
programme_profile-territory = Territory
programme_profile-policy = Policy it is part of
    .aliases = Policy
programme_profile-started_on = Began on
    .aliases = Start

## programme_partner

programme_partner = Partner of the programme
programme_partner-plural = Partners of the programme
programme_partner-name = Name as the programme states it
    .aliases = Partner | Name

## target

target = Target
target-plural = Targets
target-statement = The target in words
    .aliases = Target
target-indicator = Indicator
    .aliases = Code of the indicator
target-year = Year (empty: the whole programme)
    .aliases = Year
target-value = How much is aimed at
    .aliases = Value | Target value
target-baseline = How much there was before
    .aliases = Baseline
target-baseline_on = Measured on
    .aliases = Date of the baseline
target-note = Notes

## report_period

report_period = Reporting period
report_period-plural = Reporting periods
report_period-period = Period (2026, 2026-H1, 2026-Q3 or 2026-09)
    .aliases = Period
report_period-published_on = Figures published on
    .aliases = Published on
report_period-note = Notes

## legal_deadline

legal_deadline = Duty by law
legal_deadline-plural = Calendar of the law
legal_deadline-what = What is to be done
    .aliases = What | Duty
legal_deadline-due_rule = By when
    .aliases = When | Delay
legal_deadline-due_on = Day
    .aliases = Date | Due on
legal_deadline-yearly = Comes every year
    .aliases = Yearly
legal_deadline-source = Source
    .aliases = Law | Basis
legal_deadline-checked_by = Checked by
legal_deadline-checked_on = Checked on
legal_deadline-note = Notes

## letter_model

letter_model = Model of a letter
letter_model-plural = Models of letters
letter_model-name = What the letter is for
    .aliases = Name | Letter
letter_model-language = Language of the letter
    .aliases = Language
letter_model-text = Text of the letter
    .aliases = Text
letter_model-source = Source
    .aliases = Law | Basis
letter_model-checked_by = Checked by
letter_model-checked_on = Checked on
letter_model-note = Notes

## announcement

announcement = Announcement
announcement-plural = Announcements
announcement-title = Title of the announcement
    .aliases = Title
announcement-text = Text of the announcement
    .aliases = Text
announcement-announced_on = Announced on
    .aliases = Date
announcement-until = Stands until
    .aliases = Until
announcement-link = Link
announcement-note = Notes

group-baseline = Before the programme
group-checked = Checked

## topic

topic-communication = Digital communication
    .aliases = Communication
topic-marketing = Digital marketing
    .aliases = Marketing
topic-identity = Visual identity
    .aliases = Identity
topic-website = Website
topic-archive = Digital archiving
    .aliases = Archiving | Archive
topic-security = Digital security
    .aliases = Security
topic-databases = Building databases
    .aliases = Databases
topic-administration = Electronic administration
    .aliases = Administration
topic-other = Other topic
    .aliases = Other

## rating

rating-5 = 5 – Very good
    .aliases = Very good | Excellent
rating-4 = 4 – Good
    .aliases = Good
rating-3 = 3 – Fair
    .aliases = Fair
rating-2 = 2 – Poor
    .aliases = Poor
rating-1 = 1 – Very poor
    .aliases = Very poor

## maturity_round

maturity_round-baseline = Baseline
maturity_round-mid = Midway
    .aliases = Mid
maturity_round-end = End

## level_communication

level_communication-0 = 0 – No logo, page or website
level_communication-1 = 1 – A logo or a page, now and then
level_communication-2 = 2 – One identity and a page kept up to date
level_communication-3 = 3 – A website the association keeps itself, and a plan for communication

## level_archive

level_archive-0 = 0 – Papers in no order
level_archive-1 = 1 – Papers in order and some files on a computer
level_archive-2 = 2 – Files in ordered folders, with a copy
level_archive-3 = 3 – A digital archive with ruled names, retention times and copies that were tried

## level_databases

level_databases-0 = 0 – No written lists
level_databases-1 = 1 – Lists on paper or in scattered files
level_databases-2 = 2 – Up-to-date tables of members and beneficiaries
level_databases-3 = 3 – A database of members, beneficiaries, donors and partners, used every week

## level_administration

level_administration-0 = 0 – Everything is on paper
level_administration-1 = 1 – Letters and minutes are written on a computer
level_administration-2 = 2 – Mail register, receipts and cards are on the computer
level_administration-3 = 3 – Each day's work is digital, and reports come out of it

## level_security

level_security-0 = 0 – Neither passphrases nor copies
level_security-1 = 1 – One passphrase for all, and copies now and then
level_security-2 = 2 – A passphrase for each person and a copy each month
level_security-3 = 3 – Personal passphrases, copies that were tried outside the seat, and written rules
