# Labels of kinds, fields and codes.
# One line a label; .aliases says what people write at the head of a column or in a cell, separated by |.

## association

association = Association
association-plural = Associations
association-name = Name
    .aliases = Association name
association-acronym = Acronym
    .aliases = Short name
association-object = Purpose
    .aliases = Objectives | Aims
association-legal_status = Legal status
association-founded_on = Founded on
    .aliases = Date founded | Foundation date
association-provisional_receipt_no = Provisional receipt no.
    .aliases = Provisional receipt
association-provisional_receipt_on = Provisional receipt date
association-final_receipt_no = Final receipt no.
    .aliases = Final receipt
association-final_receipt_on = Final receipt date
association-authority = Local authority
    .aliases = Authority
association-seat_address = Seat
    .aliases = Head office | Address
association-commune = Commune
    .aliases = Municipality
association-phone = Telephone
    .aliases = Phone | Phone number
association-email = E-mail
    .aliases = Email | Email address
association-website = Website
    .aliases = Web site
association-bank_rib = Bank account (RIB)
    .aliases = Bank account | RIB
association-tax_if = Tax number (IF)
    .aliases = Tax number
association-tax_ice = Common identifier (ICE)
    .aliases = ICE
association-domains = Fields of work
    .aliases = Domains | Field
association-zones = Areas of work
    .aliases = Areas | Zones
association-rup_decree = Public-benefit decree
association-cndp_ref = CNDP reference
association-fiscal_year_start = First month of the fiscal year
    .aliases = Fiscal year start
association-paper_colour = Colour of the papers
association-runs_programme = Runs a programme for other associations
association-note = Notes
    .aliases = Remarks

## household

household = Household
household-plural = Households
household-name = Household name
    .aliases = Household | Family
household-commune = Commune
    .aliases = Municipality
household-douar = Douar
    .aliases = Neighbourhood | Village
household-address = Address
household-household_size = Number of people
    .aliases = Household size
household-note = Notes
    .aliases = Remarks

## person

person = Person
person-plural = People
person-given_name = Given name
    .aliases = First name | Forename
person-family_name = Family name
    .aliases = Surname | Last name
person-father_name = Father's name
    .aliases = Father
person-sex = Sex
    .aliases = Gender | M or F
person-birth_date = Date of birth
    .aliases = Birth date | Birthdate | DOB | Born on | Year of birth | Birth year
person-birth_place = Place of birth
    .aliases = Birth place | Birthplace
person-nationality = Nationality
person-cnie = Identity card no.
    .aliases = ID card | ID number | National ID | National identity card | ID no. | Identity card
person-phone = Telephone
    .aliases = Phone | Phone number | Mobile phone | Cell | Cell phone | Telephone number | Phone no.
person-phones = Telephones
    .aliases = Phones | Phone numbers | Other phone | Phone 2 | Second phone | Landline
person-email = E-mail
    .aliases = Email | Email address | E-mail address
person-commune = Commune
    .aliases = Municipality | Town
person-douar = Douar
    .aliases = Neighbourhood | Village
person-address = Address
    .aliases = Home address | Postal address
person-milieu = Milieu
    .aliases = Urban or rural | Residence area
person-profession = Profession
    .aliases = Occupation | Job
person-education = Education
    .aliases = Level of education | Education level
person-household = Household
person-relation = Relation to the head
    .aliases = Relation | Relationship
person-note = Notes about the person

## membership

membership = Membership
membership-plural = Memberships
member = Member
member-plural = Members
membership-person = Member
    .aliases = Person
membership-member_no = Member no.
    .aliases = Member number | Membership number | Membership no.
membership-category = Category
    .aliases = Member category | Membership type | Member type
membership-joined_on = Joined on
    .aliases = Date joined | Joining date | Member since | Year joined
membership-status = Status
    .aliases = Membership status | State
membership-dues_amount = Dues
    .aliases = Dues amount | Membership fee | Fee | Subscription | Contribution | Amount | Annual dues
membership-card_no = Member card no.
    .aliases = Card number | Membership card
membership-sponsor = Sponsor
    .aliases = Sponsored by
membership-left_on = Left on
    .aliases = Date left | Leaving date
membership-left_reason = Reason for leaving
    .aliases = Leaving reason
membership-remarks = Remarks
    .aliases = Notes | Comments | Remark

## enrolment

enrolment = Enrolment
enrolment-plural = Enrolments
beneficiary = Beneficiary
beneficiary-plural = Beneficiaries
enrolment-person = Beneficiary
    .aliases = Person
enrolment-beneficiary_no = Beneficiary no.
    .aliases = Beneficiary number | File number
enrolment-project = Project (as written)
    .aliases = Programme | Project name | Project
enrolment-of_project = Project (record)
enrolment-activity = Activity
enrolment-service = Service
    .aliases = Type of service | Type of aid | Support
enrolment-entered_on = Entered on
    .aliases = Date of entry | Enrolled on | Start date | Date enrolled
enrolment-exited_on = Exited on
    .aliases = Date of exit | End date
enrolment-exit_reason = Reason for exit
    .aliases = Exit reason
enrolment-guardian = Guardian (record)
enrolment-guardian_name = Guardian's name
    .aliases = Guardian | Parent or guardian | Parent
enrolment-consent = Consent
enrolment-remarks = Remarks
    .aliases = Notes | Comments | Remark

## consent

consent = Consent
consent-plural = Consents
consent-person = Person concerned
    .aliases = Person
consent-purpose = Purpose
consent-scope = Scope
    .aliases = Data concerned
consent-given_on = Given on
    .aliases = Consent date
consent-method = Method
    .aliases = How given
consent-witness_name = Witness
consent-text_version = Version of the text
    .aliases = Text version
consent-language = Language of the text
    .aliases = Language
consent-guardian = Guardian
consent-withdrawn_on = Withdrawn on
    .aliases = Withdrawal date
consent-note = Notes
    .aliases = Remarks

## functioning

functioning = Functioning
functioning-plural = Functioning records
functioning-person = Person concerned
    .aliases = Person
functioning-assessed_on = Assessed on
    .aliases = Assessment date
functioning-seeing = Seeing
    .aliases = Sight | Vision
functioning-hearing = Hearing
functioning-walking = Walking
    .aliases = Mobility
functioning-remembering = Remembering, concentrating
    .aliases = Remembering | Cognition
functioning-self_care = Self-care
functioning-communicating = Communicating
    .aliases = Communication
functioning-proxy_answered = Answered by someone else
    .aliases = Proxy

## activity

activity = Activity
activity-plural = Activities
activity-title = Title
    .aliases = Activity | Activity name
activity-activity_type = Type of activity
    .aliases = Type | Activity type
activity-domain = Field
    .aliases = Domain | Sector
activity-project = Project (as written)
    .aliases = Programme | Project
activity-of_project = Project (record)
activity-for_convention = Under the agreement
activity-of_course = Session of the course
activity-commune = Commune
    .aliases = Municipality
activity-place = Place
    .aliases = Venue | Location
activity-starts_on = Starts on
    .aliases = Date | Start date | From
activity-ends_on = Ends on
    .aliases = End date | To
activity-hours = Hours
    .aliases = Number of hours
activity-facilitator = Facilitator
    .aliases = Trainer | Animator
activity-state = State
    .aliases = Status
activity-cost = Cost
    .aliases = Budget
activity-places = Places
    .aliases = Seats | Capacity
activity-note = Notes
    .aliases = Remarks

## attendance

attendance = Attendance
attendance-plural = Attendances
attendance-activity = Activity
attendance-person = Participant
    .aliases = Person
attendance-attended_on = Date of attendance
    .aliases = Date | Session date
attendance-present = Present
    .aliases = Attended
attendance-hours = Hours
    .aliases = Number of hours
attendance-certificate_no = Certificate no.
    .aliases = Certificate
attendance-people = Number of people
    .aliases = Head count | Count
attendance-sex = Sex
    .aliases = Gender
attendance-age_band = Age band
    .aliases = Age | Age group
attendance-milieu = Milieu
    .aliases = Urban or rural
attendance-note = Notes
    .aliases = Remarks

## dues_period

dues_period = Dues year
dues_period-plural = Dues years
dues_period-label = Year
    .aliases = Period | Season
dues_period-starts_on = Starts on
    .aliases = Start date | From
dues_period-ends_on = Ends on
    .aliases = End date | To
dues_period-amount_active = Dues of an active member
    .aliases = Active member
dues_period-amount_honorary = Dues of an honorary member
    .aliases = Honorary member
dues_period-amount_founder = Dues of a founding member
    .aliases = Founding member
dues_period-amount_adherent = Dues of an ordinary member
    .aliases = Ordinary member
dues_period-grace_days = Days of grace
    .aliases = Grace period
dues_period-note = Notes
    .aliases = Remarks

## payment

payment = Payment
payment-plural = Payments
payment-membership = Member
    .aliases = Membership
payment-payer_name = Paid for them by
    .aliases = Paid by | Payer
payment-period = Year
    .aliases = Period
payment-amount = Amount
    .aliases = Sum | Amount paid
payment-paid_on = Paid on
    .aliases = Date | Payment date
payment-mode = Mode of payment
    .aliases = Method | Payment method
payment-reference = Reference
    .aliases = Cheque no. | Ref.
payment-receipt_no = Payment receipt no.
    .aliases = Receipt no. | Receipt | Receipt number
payment-cashier = Received by
    .aliases = Cashier
payment-cancelled = Cancelled
    .aliases = Void
payment-note = Notes
    .aliases = Remarks

## donor

donor = Donor
donor-plural = Donors
donor-organisation = Donor organisation
    .aliases = Organisation | Company | Donor | Funder
donor-person = Donor in person
    .aliases = Person
donor-donor_type = Type of donor
    .aliases = Type | Donor type
donor-origin = Origin
    .aliases = National or foreign
donor-anonymous = Wishes to stay anonymous
    .aliases = Anonymous
donor-org_id = Organisation identifier
    .aliases = IATI org-id
donor-office_phone = Office telephone
    .aliases = Office phone
donor-office_email = Office e-mail
    .aliases = Office email
donor-seat_address = Office address
    .aliases = Head office | Seat
donor-donor_since = Donor since
    .aliases = First gift
donor-remarks = Remarks
    .aliases = Notes | Comments

## donation

donation = Donation
donation-plural = Donations
donation-donor = Donor
donation-given_on = Given on
    .aliases = Date | Donation date | Date received
donation-nature = Nature
    .aliases = Kind of gift | Type of donation
donation-amount = Amount
    .aliases = Sum
donation-currency = Currency
donation-mode = Mode of payment
    .aliases = Method
donation-description = Description
    .aliases = Details | Item
donation-estimated_value = Estimated value
    .aliases = Value
donation-purpose = Purpose
    .aliases = Earmarked for
donation-campaign = Collection (as written)
    .aliases = Appeal | Campaign
donation-of_campaign = Collection (record)
donation-of_project = Set aside for the project
donation-receipt_no = Donation receipt no.
    .aliases = Receipt no. | Receipt
donation-declaration_due = Declaration due on
    .aliases = Declaration due
donation-declaration_sent_on = Declared on
    .aliases = Declaration date
donation-declaration_ref = Declaration reference
    .aliases = Declaration ref.
donation-thanked_on = Thanked on
    .aliases = Thank-you sent on
donation-cancelled = Cancelled
    .aliases = Void
donation-note = Notes
    .aliases = Remarks

## partner

partner = Partner
partner-plural = Partners
partner-organisation = Partner organisation
    .aliases = Organisation | Partner | Institution | Partner name
partner-org_type = Type of organisation
    .aliases = Type | Organisation type
partner-sector = Sector
    .aliases = Field | Domain
partner-contact = Contact (record)
partner-contact_post = Post of the contact
    .aliases = Post | Position | Job title
partner-office_phone = Office telephone
    .aliases = Office phone | Telephone | Phone
partner-office_email = Office e-mail
    .aliases = Office email | E-mail | Email
partner-website = Website
    .aliases = Web site
partner-seat_commune = Commune of the seat
    .aliases = Commune | Town
partner-seat_address = Office address
    .aliases = Address | Head office
partner-partner_since = Partner since
    .aliases = Since
partner-partner_state = State of the partnership
    .aliases = State | Status
partner-remarks = Remarks
    .aliases = Notes | Comments

## convention

convention = Agreement
convention-plural = Agreements
convention-number = Agreement no.
    .aliases = Agreement number
convention-subject = Subject
    .aliases = Title
convention-partner = Partner
    .aliases = Party
convention-signed_on = Signed on
    .aliases = Signature date
convention-starts_on = Starts on
    .aliases = Start date
convention-ends_on = Ends on
    .aliases = End date
convention-ends_on-due = Notice to be given
convention-amount = Amount
    .aliases = Value
convention-currency = Currency
convention-in_kind = Contributions in kind
convention-obligations = Obligations
    .aliases = Commitments
convention-deliverables = Deliverables
    .aliases = Expected results
convention-renewal = Renewal
convention-notice_days = Days of notice
    .aliases = Notice
convention-state = State
    .aliases = Status
convention-note = Notes
    .aliases = Remarks

## correspondence

correspondence = Letter
correspondence-plural = Letters
correspondence-direction = In or out
    .aliases = Direction
correspondence-reg_no = Register no.
    .aliases = Registration number
correspondence-registered_on = Registered on
    .aliases = Registration date
correspondence-letter_no = Letter no.
    .aliases = Letter number
correspondence-letter_date = Date of the letter
    .aliases = Letter date
correspondence-correspondent = Sender or recipient
    .aliases = Sender | Recipient | From/to
correspondence-partner = Partner
correspondence-subject = Subject
correspondence-body = Text of the letter
correspondence-signed_as = Signed by
correspondence-channel = Channel
    .aliases = Sent by
correspondence-attachments = Number of enclosures
    .aliases = Enclosures | Attachments
correspondence-assigned_to = Assigned to
correspondence-answer_due = Answer due on
    .aliases = Answer due
correspondence-answered_by = Answered by
    .aliases = Answer
correspondence-archive_ref = Archive reference
    .aliases = Archive ref.
correspondence-note = Notes
    .aliases = Remarks

## project

project = Project
project-plural = Projects
project-title = Project title
    .aliases = Project | Title
project-code = Project code
    .aliases = Code
project-objective = Objective
    .aliases = Objectives | Aim
project-domain = Domain
    .aliases = Sector
project-state = State of the project
    .aliases = State | Status
project-funder = Funder
    .aliases = Donor
project-budget = Budget
    .aliases = Cost
project-currency = Currency
project-starts_on = Start date
    .aliases = From
project-ends_on = End date
    .aliases = To
project-communes = Communes
    .aliases = Commune | Area
project-target_groups = Target groups
    .aliases = Target
project-coordinator = Coordinator
    .aliases = Project lead
project-note = Notes
    .aliases = Remarks

## campaign

campaign = Public collection
campaign-plural = Public collections
campaign-title = Name of the collection
    .aliases = Campaign | Title
campaign-purpose = Purpose
    .aliases = Aim
campaign-of_project = For which project
    .aliases = Project
campaign-starts_on = Start of the collection
    .aliases = Start
campaign-ends_on = End of the collection
    .aliases = End
campaign-ends_on-due = Report of the collection to be sent
campaign-means = Means
    .aliases = By what means
campaign-authority = Authorising authority
    .aliases = Authority
campaign-designated = Designated board member
    .aliases = Designated member
campaign-requested_on = Authorisation asked for on
    .aliases = Requested on
campaign-authorisation_no = Authorisation no.
    .aliases = Authorisation
campaign-authorised_on = Date of authorisation
    .aliases = Authorised on
campaign-bank_rib = Bank account of the collection
    .aliases = Bank account
campaign-collected = Total collected
    .aliases = Total
campaign-remainder = Remainder
    .aliases = Left over
campaign-report_sent_on = Report sent on
    .aliases = Report date
campaign-note = Notes
    .aliases = Remarks

## grant

grant = Grant
grant-plural = Grants
grant-title = Name of the grant
    .aliases = Grant | Title
grant-funder = Funder
    .aliases = Donor
grant-programme = Programme
    .aliases = Call
grant-convention = Agreement
    .aliases = Convention
grant-of_project = Funded project
    .aliases = Project
grant-amount = Amount granted
    .aliases = Amount
grant-currency = Currency
grant-own_share = The association's share
    .aliases = Own share | Co-funding
grant-public_money = Public money
    .aliases = Public funds
grant-state = State of the grant
    .aliases = State | Status
grant-starts_on = Start date
    .aliases = From
grant-ends_on = End date
    .aliases = To
grant-eligible_lines = Eligible expenses
    .aliases = Eligible lines
grant-interim_due = Interim report due
    .aliases = Interim report deadline
grant-interim_sent_on = Interim report sent on
grant-final_due = Final report due
    .aliases = Final report deadline
grant-final_sent_on = Final report sent on
grant-accounts_due = Accounts of use due
    .aliases = Accounts deadline
grant-accounts_sent_on = Accounts sent on
grant-note = Notes
    .aliases = Remarks

## tranche

tranche = Instalment of a grant
tranche-plural = Instalments of grants
tranche-grant = Grant
tranche-number = Instalment no.
    .aliases = Instalment
tranche-amount = Expected amount
    .aliases = Amount
tranche-condition = Condition of payment
    .aliases = Condition
tranche-due_on = Payment expected on
    .aliases = Due on
tranche-requested_on = Requested on
tranche-received_on = Received on
tranche-received_amount = Amount received
tranche-note = Notes
    .aliases = Remarks

## service

service = Service given
service-plural = Services given
service-enrolment = Beneficiary
    .aliases = Enrolment
service-given_on = Date given
    .aliases = Date
service-service_type = Kind of service
    .aliases = Type
service-detail = Detail
    .aliases = Description
service-quantity = Quantity
    .aliases = Number
service-unit = Unit
service-value = Value
    .aliases = Estimated value
service-activity = Activity
service-given_by = Given by
service-note = Notes
    .aliases = Remarks

## volunteering

volunteering = Volunteering
volunteering-plural = Volunteering
volunteer = Volunteer
volunteer-plural = Volunteers
volunteering-person = Volunteer
volunteering-skills = Skills
    .aliases = Competences
volunteering-availability = Availability
    .aliases = Available
volunteering-of_project = Project
volunteering-activity = Activity
volunteering-served_on = Date of volunteering
    .aliases = Date
volunteering-hours = Hours given
    .aliases = Hours
volunteering-agreement_on = Volunteer agreement signed on
    .aliases = Agreement
volunteering-remarks = Remarks
    .aliases = Notes

## asset

asset = Asset
asset-plural = Inventory
asset-label = What it is
    .aliases = Item | Description
asset-inventory_no = Inventory no.
asset-category = Category
    .aliases = Type
asset-serial_no = Serial no.
asset-acquired_on = Acquired on
asset-source = How it came
    .aliases = Source
asset-value = Value
    .aliases = Price
asset-of_project = Project
asset-place = Place
    .aliases = Location
asset-holder = Held by
    .aliases = Holder
asset-condition = Condition
    .aliases = State
asset-disposed_on = Left the inventory on
asset-disposal = How it left
    .aliases = Reason
asset-note = Notes
    .aliases = Remarks

## processing

processing = Processing of personal data
processing-plural = Register of processing (law 09-08)
processing-name = Name of the processing
    .aliases = Processing
processing-purpose = Purpose
processing-people_kinds = Whose data
    .aliases = People concerned
processing-data_kinds = Which data
    .aliases = Data
processing-recipients = Recipients
processing-basis = Legal basis
    .aliases = Basis
processing-holds_sensitive = Sensitive data
processing-goes_abroad = Transfer abroad
processing-retention = How long it is kept
    .aliases = Retention
processing-security = Security measures
    .aliases = Security
processing-cndp_no = CNDP reference
    .aliases = CNDP
processing-cndp_on = Date of declaration or authorisation
processing-note = Notes
    .aliases = Remarks

## rights_request

rights_request = Request about personal data
rights_request-plural = Requests about personal data
rights_request-right = Right
    .aliases = Type of request
rights_request-person = Person concerned (record)
rights_request-asker = Name of who asks
    .aliases = Asker
rights_request-received_on = Received on
rights_request-received_on-due = Answer to a request about personal data
rights_request-identity_checked = Identity checked
rights_request-request = What is asked
    .aliases = Request
rights_request-answer = Answer
rights_request-answered_on = Answered on
rights_request-note = Notes
    .aliases = Remarks

## login

login = Login
login-plural = Logins
login-name = Login name
    .aliases = User name
login-person = Holder
    .aliases = Person
login-functions = Functions
    .aliases = Function
login-language = Language
login-disabled_on = Disabled on

## attachment

attachment = Attachment
attachment-plural = Photos and scans
attachment-title = Title
attachment-about = Belongs to
attachment-attachment_type = What it is
    .aliases = Type
attachment-taken_on = Taken or received on
attachment-people_shown = People can be seen in it
attachment-photo_agreed = Those who can be seen agreed to be photographed
attachment-note = Notes
attachment-mime_type = File format
attachment-size_bytes = Size in bytes
attachment-content_hash = Fingerprint of the file

## columns that are no field

column-full_name = Full name
    .aliases = Name and surname | First and last name | Member name | Beneficiary name
column-birth_date_and_place = Date and place of birth
    .aliases = Place and date of birth
column-row_number = No.
    .aliases = Row | Serial | S/N | Nr

## sex

sex-2 = Female
    .aliases = W | Woman | Girl
sex-1 = Male
    .aliases = Man | Boy
sex-0 = Not known
    .aliases = Unknown
sex-9 = Not applicable
    .aliases = N/A

## member_category

member_category-active = Active member
    .aliases = Active
member_category-adherent = Ordinary member
    .aliases = Member | Ordinary | Regular member
member_category-founder = Founding member
    .aliases = Founder | Founding
member_category-honorary = Honorary member
    .aliases = Honorary

## member_status

member_status-active = Active
    .aliases = Current | In good standing
member_status-pending = Pending
    .aliases = Waiting | Applied
member_status-suspended = Suspended
member_status-resigned = Resigned
    .aliases = Left | Withdrawn
member_status-excluded = Excluded
    .aliases = Expelled | Struck off
member_status-deceased = Deceased
    .aliases = Died | Dead

## left_reason

left_reason-resigned = Resignation
    .aliases = Resigned
left_reason-excluded = Exclusion
    .aliases = Expulsion
left_reason-dues_unpaid = Unpaid dues
    .aliases = Dues unpaid
left_reason-moved = Moved away
    .aliases = Moved
left_reason-deceased = Death
    .aliases = Deceased
left_reason-other = Other reason
    .aliases = Other

## payment_mode

payment_mode-cash = Cash
    .aliases = In cash
payment_mode-cheque = Cheque
    .aliases = Check
payment_mode-transfer = Bank transfer
    .aliases = Transfer | Wire
payment_mode-deposit = Bank deposit
    .aliases = Deposit
payment_mode-card = Bank card
    .aliases = Card
payment_mode-mobile = Mobile payment
    .aliases = Mobile
payment_mode-other = Other mode
    .aliases = Other

## consent_purpose

consent_purpose-membership = Managing membership
    .aliases = Membership
consent_purpose-services = Providing services
    .aliases = Services
consent_purpose-photo = Taking photographs
    .aliases = Photo | Photos
consent_purpose-publication = Publication
    .aliases = Publish
consent_purpose-newsletter = Newsletter
consent_purpose-share_funder = Sharing with funders
    .aliases = Funder | Share with funder
consent_purpose-statistics = Statistics

## consent_scope

consent_scope-identity = Identity
consent_scope-contact = Contact details
    .aliases = Contact
consent_scope-photo = Image
    .aliases = Photo
consent_scope-health = Health
    .aliases = Health data
consent_scope-social = Social situation
    .aliases = Social
consent_scope-voice = Voice
    .aliases = Recording

## consent_method

consent_method-paper = Signed paper form
    .aliases = Paper
consent_method-tick = Ticked box
    .aliases = Tick
consent_method-oral_witness = Spoken before a witness
    .aliases = Oral
consent_method-electronic = Electronic
    .aliases = Online

## donor_type

donor_type-individual = Individual
    .aliases = Person
donor_type-company = Company
    .aliases = Business
donor_type-association = Association
    .aliases = NGO
donor_type-foundation = Foundation
donor_type-public_body = Public body
    .aliases = Government
donor_type-international = International organisation
    .aliases = International
donor_type-anonymous = Anonymous donor
    .aliases = Anonymous

## donor_origin

donor_origin-national = National
    .aliases = Moroccan | Local
donor_origin-foreign = Foreign
    .aliases = Abroad
donor_origin-diaspora = Moroccans abroad
    .aliases = Diaspora

## donation_nature

donation_nature-cash = Money
    .aliases = Cash
donation_nature-in_kind = In kind
    .aliases = Goods
donation_nature-service = Service
    .aliases = Time

## org_type (IATI)

org_type-10 = Government
    .aliases = Ministry
org_type-11 = Local government
    .aliases = Municipality
org_type-15 = Other public sector
    .aliases = Public institution
org_type-21 = International NGO
org_type-22 = National NGO
org_type-23 = Regional NGO
org_type-24 = Local NGO
    .aliases = Partner-country NGO | Association
org_type-30 = Public-private partnership
    .aliases = PPP
org_type-40 = Multilateral
    .aliases = International organisation
org_type-60 = Foundation
org_type-70 = Private sector
    .aliases = Company | Private
org_type-71 = Private sector in the provider country
org_type-72 = Private sector in the recipient country
org_type-73 = Private sector in a third country
org_type-80 = Academic, training and research
    .aliases = Academic | University | School
org_type-90 = Other
    .aliases = Other organisation

## domain (ICNPO)

domain-1 = Culture and recreation
    .aliases = Culture | Sport | Sports | Recreation
domain-2 = Education and research
    .aliases = Education | Research
domain-3 = Health
domain-4 = Social services
    .aliases = Social
domain-5 = Environment
    .aliases = Environment and animals
domain-6 = Development and housing
    .aliases = Development | Housing | Water
domain-7 = Law, advocacy and politics
    .aliases = Law | Advocacy | Human rights
domain-8 = Philanthropy and voluntarism
    .aliases = Philanthropy | Volunteering
domain-9 = International activities
    .aliases = International
domain-10 = Religion
    .aliases = Religious
domain-11 = Business, professions and unions
    .aliases = Professional | Unions
domain-12 = Not elsewhere classified
    .aliases = Other

## education

education-none = None
    .aliases = No schooling | Illiterate
education-koranic = Koranic school
    .aliases = Koranic
education-preschool = Preschool
    .aliases = Nursery
education-primary = Primary
education-lower_secondary = Lower secondary
    .aliases = Middle school
education-upper_secondary = Upper secondary
    .aliases = High school | Secondary
education-vocational = Vocational training
    .aliases = Vocational
education-higher = Higher education
    .aliases = Higher | University | Degree

## milieu

milieu-urban = Urban
    .aliases = City
milieu-rural = Rural
    .aliases = Country

## relation

relation-head = Head of household
    .aliases = Head
relation-spouse = Spouse
    .aliases = Husband | Wife
relation-child = Child
    .aliases = Son | Daughter
relation-parent = Parent
    .aliases = Father | Mother
relation-sibling = Brother or sister
    .aliases = Brother | Sister | Sibling
relation-grandchild = Grandchild
    .aliases = Grandson | Granddaughter
relation-grandparent = Grandparent
    .aliases = Grandfather | Grandmother
relation-in_law = In-law
relation-other_relative = Other relative
    .aliases = Relative | Uncle | Aunt | Cousin
relation-unrelated = Unrelated
    .aliases = Not related

## mail_direction

mail_direction-in = In
    .aliases = Incoming | Received
mail_direction-out = Out
    .aliases = Outgoing | Sent

## mail_channel

mail_channel-hand = By hand
    .aliases = Hand
mail_channel-post = Post
mail_channel-registered = Registered post
    .aliases = Registered
mail_channel-email = E-mail
mail_channel-fax = Fax
mail_channel-bailiff = Bailiff
mail_channel-messaging = Messaging app
    .aliases = Messaging

## activity_type

activity_type-training = Training
    .aliases = Workshop | Course
activity_type-awareness = Awareness raising
    .aliases = Awareness
activity_type-distribution = Aid distribution
    .aliases = Distribution | Aid
activity_type-health_campaign = Medical caravan
    .aliases = Health campaign
activity_type-sport = Sport
    .aliases = Tournament
activity_type-culture = Cultural activity
    .aliases = Culture | Festival
activity_type-camp = Camp
    .aliases = Summer camp
activity_type-trip = Trip
    .aliases = Excursion | Outing
activity_type-literacy = Literacy class
    .aliases = Literacy
activity_type-tutoring = Tutoring
    .aliases = Remedial classes
activity_type-environment = Environmental action
    .aliases = Tree planting | Clean-up
activity_type-income = Income-generating activity
    .aliases = Income
activity_type-advocacy = Advocacy
activity_type-meeting = Meeting
    .aliases = Conference
activity_type-celebration = Celebration
    .aliases = Party | Ceremony
activity_type-other = Other activity
    .aliases = Other

## activity_state

activity_state-planned = Planned
    .aliases = Scheduled
activity_state-ongoing = Under way
    .aliases = Ongoing
activity_state-done = Done
    .aliases = Completed
activity_state-postponed = Postponed
activity_state-cancelled = Cancelled

## currency (ISO 4217)

currency-MAD = Moroccan dirham
    .aliases = Dirham
currency-EUR = Euro
    .aliases = Euros
currency-USD = US dollar
    .aliases = Dollar
currency-GBP = Pound sterling
    .aliases = Pound
currency-CAD = Canadian dollar
currency-CHF = Swiss franc
currency-SAR = Saudi riyal
currency-AED = UAE dirham
currency-QAR = Qatari riyal
currency-KWD = Kuwaiti dinar

## legal_status

legal_status-declared = Declared association
    .aliases = Declared
legal_status-rup = Recognised as of public benefit
    .aliases = Public benefit
legal_status-federation = Federation or union
    .aliases = Federation | Union | Network
legal_status-branch = Branch
    .aliases = Local branch
legal_status-foreign = Foreign association
    .aliases = Foreign

## exit_reason

exit_reason-completed = Completed
    .aliases = Finished
exit_reason-moved = Moved away
    .aliases = Moved
exit_reason-withdrawn = Withdrew
    .aliases = Withdrawn | Dropped out
exit_reason-ineligible = No longer eligible
    .aliases = Ineligible
exit_reason-deceased = Death
    .aliases = Deceased
exit_reason-other = Other reason
    .aliases = Other

## partner_state

partner_state-active = Active
    .aliases = Current
partner_state-prospective = Prospective
    .aliases = Potential
partner_state-suspended = Suspended
    .aliases = On hold
partner_state-ended = Ended
    .aliases = Over

## renewal

renewal-none = Not renewable
renewal-tacit = Tacit renewal
    .aliases = Tacit | Automatic
renewal-express = Express renewal
    .aliases = Express

## convention_state

convention_state-draft = Draft
convention_state-signed = Signed
convention_state-running = Running
    .aliases = In force
convention_state-completed = Completed
    .aliases = Ended
convention_state-terminated = Terminated
convention_state-disputed = In dispute
    .aliases = Disputed

## function

function-president = President
    .aliases = Chair
function-vice_president = Vice-president
function-secretary = Secretary
    .aliases = General secretary
function-treasurer = Treasurer
function-archivist = Archivist
function-coordinator = Coordinator
function-assistant = Assistant

## attachment_type

attachment_type-photo = Photo
attachment_type-scan = Scan
attachment_type-identity = Copy of an identity card
attachment_type-letter = Letter
attachment_type-receipt = Receipt
attachment_type-logo = The association's logo
attachment_type-signature = Signature or stamp
attachment_type-other = Something else

## paper_colour
paper_colour-green = Green
paper_colour-blue = Blue
paper_colour-burgundy = Burgundy
paper_colour-brown = Brown
paper_colour-purple = Purple
paper_colour-graphite = Dark grey

## language

language-ar = Arabic
language-fr = French
language-en = English
language-zgh = Tamazight
    .aliases = Amazigh

## difficulty (Washington Group Short Set)

difficulty-1 = No, no difficulty
    .aliases = No difficulty
difficulty-2 = Yes, some difficulty
    .aliases = Some difficulty
difficulty-3 = Yes, a lot of difficulty
    .aliases = A lot of difficulty
difficulty-4 = Cannot do at all
    .aliases = Not at all
difficulty-7 = Refused to answer
    .aliases = Refused
difficulty-9 = Does not know
    .aliases = Do not know

## age_band

age_band-0-5 = 0 to 5 years
age_band-6-14 = 6 to 14 years
age_band-15-17 = 15 to 17 years
age_band-18-24 = 18 to 24 years
age_band-25-34 = 25 to 34 years
age_band-35-49 = 35 to 49 years
age_band-50-59 = 50 to 59 years
age_band-60_up = 60 years and over
    .aliases = 60+

## country (ISO 3166-1)

country-MA = Morocco
    .aliases = Moroccan
country-DZ = Algeria
    .aliases = Algerian
country-TN = Tunisia
    .aliases = Tunisian
country-LY = Libya
    .aliases = Libyan
country-MR = Mauritania
    .aliases = Mauritanian
country-EG = Egypt
    .aliases = Egyptian
country-SN = Senegal
    .aliases = Senegalese
country-ML = Mali
    .aliases = Malian
country-CI = Ivory Coast
    .aliases = Ivorian
country-GN = Guinea
    .aliases = Guinean
country-CM = Cameroon
    .aliases = Cameroonian
country-NG = Nigeria
    .aliases = Nigerian
country-CD = DR Congo
    .aliases = Congolese
country-GH = Ghana
    .aliases = Ghanaian
country-SY = Syria
    .aliases = Syrian
country-YE = Yemen
    .aliases = Yemeni
country-PS = Palestine
    .aliases = Palestinian
country-IQ = Iraq
    .aliases = Iraqi
country-SD = Sudan
    .aliases = Sudanese
country-FR = France
    .aliases = French
country-ES = Spain
    .aliases = Spanish
country-IT = Italy
    .aliases = Italian
country-BE = Belgium
    .aliases = Belgian
country-NL = Netherlands
    .aliases = Dutch
country-DE = Germany
    .aliases = German
country-GB = United Kingdom
    .aliases = British | UK
country-CH = Switzerland
    .aliases = Swiss
country-US = United States
    .aliases = American | USA
country-CA = Canada
    .aliases = Canadian
country-SA = Saudi Arabia
    .aliases = Saudi
country-AE = United Arab Emirates
    .aliases = Emirati
country-QA = Qatar
    .aliases = Qatari
country-TR = Türkiye
    .aliases = Turkey | Turkish
country-CN = China
    .aliases = Chinese

## project_state

project_state-planned = Planned
project_state-ongoing = Ongoing
project_state-suspended = Suspended
project_state-done = Done
    .aliases = Completed
project_state-cancelled = Cancelled

## campaign_authority

campaign_authority-governor = Governor
campaign_authority-wali = Wali
campaign_authority-sgg = General Secretariat of the Government (SGG)
    .aliases = SGG
campaign_authority-foreign_affairs = Ministry of foreign affairs
    .aliases = Foreign affairs

## campaign_means

campaign_means-transfer = Bank transfer
    .aliases = Transfer
campaign_means-online = Online
campaign_means-boxes = Collection boxes
    .aliases = Box
campaign_means-event = Event
campaign_means-media = Media
campaign_means-messages = Telephone messages
    .aliases = SMS
campaign_means-other = Other means
    .aliases = Other

## grant_state

grant_state-sought = Asked for
grant_state-granted = Granted
grant_state-running = Running
grant_state-closed = Closed
grant_state-refused = Refused

## service_type

service_type-food = Food
service_type-clothing = Clothing and blankets
    .aliases = Clothing
service_type-school = School supplies
service_type-money = Financial help
service_type-care = Consultation or care
    .aliases = Care
service_type-lessons = Tutoring
    .aliases = Lessons
service_type-training = Training
service_type-guidance = Guidance
service_type-equipment = Equipment
service_type-other = Other service
    .aliases = Other

## asset_category

asset_category-furniture = Furniture
asset_category-computing = Computing
    .aliases = Computer
asset_category-vehicle = Vehicle
    .aliases = Car
asset_category-premises = Premises
    .aliases = Building
asset_category-tools = Tools and machines
    .aliases = Tools
asset_category-sport = Sports equipment
    .aliases = Sport
asset_category-books = Books and teaching material
    .aliases = Books
asset_category-other = Other asset
    .aliases = Other

## asset_source

asset_source-purchase = Purchase
asset_source-gift = Gift
asset_source-grant = Grant
asset_source-loan = Loan

## asset_condition

asset_condition-new = New
asset_condition-good = Good
asset_condition-worn = Worn
asset_condition-broken = Broken
asset_condition-lost = Lost

## processing_basis

processing_basis-consent = Consent
processing_basis-legal_duty = Legal duty
processing_basis-contract = Contract
processing_basis-vital = Vital interest
processing_basis-public_task = Task of public interest
processing_basis-legitimate = Legitimate interest

## right

right-access = Access
right-rectification = Rectification
right-opposition = Opposition
    .aliases = Objection
right-erasure = Erasure
    .aliases = Deletion

## cercle

cercle-khemisset = Cercle of Khémisset
    .aliases = Khemisset
cercle-oulmes = Cercle of Oulmès
    .aliases = Oulmes
cercle-rommani = Cercle of Rommani
    .aliases = Rommani
cercle-tiflet = Cercle of Tiflet
    .aliases = Tiflet

## commune (HCP, census of 2024)

commune-04_291_01_01 = Khémisset
commune-04_291_01_03 = Rommani
commune-04_291_01_05 = Tiflet
commune-04_291_01_17 = Sidi Allal El Bahraoui
commune-04_291_03_01 = Aït Mimoune
commune-04_291_03_03 = Aït Ouribel
commune-04_291_03_05 = Aït Siberne
commune-04_291_03_07 = Aït Yadine
commune-04_291_03_09 = El Ganzra
commune-04_291_03_11 = Majmaa Tolba
commune-04_291_03_13 = Sfassif
commune-04_291_03_15 = Sidi Allal Lamsadder
commune-04_291_03_17 = Sidi El Rhandour
commune-04_291_05_01 = Aït Ichou
commune-04_291_05_03 = Aït Ikkou
commune-04_291_05_05 = Bouqachmir
commune-04_291_05_07 = Houderrane
commune-04_291_05_09 = Maaziz
commune-04_291_05_11 = Oulmès
commune-04_291_05_13 = Tiddas
commune-04_291_07_01 = Aïn Sbit
commune-04_291_07_05 = Brachoua
commune-04_291_07_07 = Ezzhiliga
commune-04_291_07_09 = Jemaat Moul Blad
commune-04_291_07_11 = Laghoualem
commune-04_291_07_13 = Marchouch
commune-04_291_07_15 = Moulay Driss Aghbal
commune-04_291_09_02 = Aïn Johra-Sidi Boukhalkhal
commune-04_291_09_03 = Aït Belkacem
commune-04_291_09_05 = Aït Bouyahia El Hajjama
commune-04_291_09_07 = Aït Malek
commune-04_291_09_09 = Khemis Sidi Yahya
commune-04_291_09_11 = M'qam Tolba
commune-04_291_09_13 = Sidi Abderrazak
commune-04_291_09_19 = Aït Ali Ou Lahcen

## groups

group-contact = Contact and home
group-background = More about the person
group-funding = Funding
group-authorisation = Authorisation
group-result = Outcome
group-reports = Reports
group-whereabouts = Where it is
group-disposal = End
group-cndp = CNDP
group-levels = Levels

## fields of an association's own

custom_field = Own field
custom_field-plural = Own fields
custom_field-label = Name of the field
custom_field-applies_to = Register it is added to
custom_field-value_type = What it holds
custom_field-personal = About a person
custom_field-position = Order
custom_field-retired = No longer used
custom_choice = Choice of an own field
custom_choice-plural = Choices of own fields
custom_choice-label = Choice
custom_choice-field = Own field
custom_choice-position = Order
custom_choice-retired = No longer used
custom_type-text = Short text
custom_type-note = Long text
custom_type-number = Number
custom_type-amount = Amount in dirhams
custom_type-date = Date
custom_type-flag = Yes or no
custom_type-phone = Telephone number
custom_type-choice = Choice from a list
