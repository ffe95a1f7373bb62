//! The views of the main kinds, field by field.

use crate::id::RecordId;
use crate::record::Record;
use crate::record::view::{self, Draft, elements, number, text};
use crate::schema::{Date, Money};

view::view! {
    /// The association itself.
    Association, AssociationDraft = association {
        localized: name;
        text: acronym object provisional_receipt_no final_receipt_no authority seat_address phone email
            website bank_rib tax_if tax_ice rup_decree cndp_ref note;
        code: legal_status commune paper_colour;
        date: founded_on provisional_receipt_on final_receipt_on;
        flag: runs_programme;
        set: domains zones;
        integer: fiscal_year_start;
    }
}

view::view! {
    /// One person, entered once; every role refers to it.
    Person, PersonDraft = person {
        localized: given_name family_name father_name;
        code: sex nationality commune milieu education relation;
        date: birth_date;
        text: birth_place cnie phone email douar address profession note;
        set: phones;
        reference: household;
    }
}

view::view! {
    /// People who live together.
    Household, HouseholdDraft = household {
        text: name douar address note;
        code: commune;
        integer: household_size;
    }
}

view::view! {
    /// A person's membership of the association.
    Member, MemberDraft = membership {
        reference: person sponsor;
        text: member_no card_no remarks;
        code: category status left_reason;
        date: joined_on left_on;
        money: dues_amount;
    }
}

view::view! {
    /// A person who benefits from an activity or a service.
    Beneficiary, BeneficiaryDraft = enrolment {
        reference: person of_project activity guardian consent;
        text: beneficiary_no project service guardian_name remarks;
        date: entered_on exited_on;
        code: exit_reason;
    }
}

view::view! {
    /// What a person agreed to.
    Consent, ConsentDraft = consent {
        reference: person guardian;
        code: purpose method language;
        set: scope;
        date: given_on withdrawn_on;
        text: witness_name text_version note;
    }
}

view::view! {
    /// A year of dues, with what each category owes.
    DuesPeriod, DuesPeriodDraft = dues_period {
        text: label note;
        date: starts_on ends_on;
        money: amount_active amount_honorary amount_founder amount_adherent;
        integer: grace_days;
    }
}

view::view! {
    /// Dues that a member paid.
    Payment, PaymentDraft = payment {
        reference: membership period cashier;
        money: amount;
        date: paid_on;
        code: mode;
        text: payer_name reference receipt_no note;
        flag: cancelled;
    }
}

view::view! {
    /// A person or an organisation that gives.
    Donor, DonorDraft = donor {
        localized: organisation;
        reference: person;
        code: donor_type origin;
        flag: anonymous;
        text: org_id office_phone office_email seat_address remarks;
        date: donor_since;
    }
}

view::view! {
    /// What a donor gave.
    Donation, DonationDraft = donation {
        reference: donor of_campaign of_project;
        date: given_on declaration_due declaration_sent_on thanked_on;
        code: nature currency mode;
        money: amount estimated_value;
        text: description purpose campaign receipt_no declaration_ref note;
        flag: cancelled;
    }
}

view::view! {
    /// An organisation that works with the association.
    Partner, PartnerDraft = partner {
        localized: organisation;
        code: org_type sector seat_commune partner_state;
        reference: contact;
        text: contact_post office_phone office_email website seat_address remarks;
        date: partner_since;
    }
}

view::view! {
    /// An agreement with a partner.
    Convention, ConventionDraft = convention {
        text: number in_kind obligations deliverables note;
        localized: subject;
        reference: partner;
        date: signed_on starts_on ends_on;
        money: amount;
        code: currency renewal state;
        integer: notice_days;
    }
}

view::view! {
    /// Money that somebody granted, and the accounts that are owed for it.
    Grant, GrantDraft = grant {
        localized: title;
        reference: funder convention of_project;
        text: programme eligible_lines note;
        money: amount own_share;
        code: currency state;
        flag: public_money;
        date: starts_on ends_on interim_due interim_sent_on final_due final_sent_on accounts_due
            accounts_sent_on;
    }
}

view::view! {
    /// A part of a grant.
    Tranche, TrancheDraft = tranche {
        reference: grant;
        text: number condition note;
        money: amount received_amount;
        date: due_on requested_on received_on;
    }
}

view::view! {
    /// What somebody who is enrolled was given on a day.
    Service, ServiceDraft = service {
        reference: enrolment activity given_by;
        date: given_on;
        code: service_type;
        text: detail unit note;
        integer: quantity;
        money: value;
    }
}

view::view! {
    /// Something that the association does, at a time and a place.
    Activity, ActivityDraft = activity {
        localized: title;
        code: activity_type domain commune state;
        reference: of_project for_convention of_course;
        text: project place facilitator note;
        date: starts_on ends_on;
        integer: hours places;
        money: cost;
    }
}

view::view! {
    /// A person, or a number of people, at an activity.
    Attendance, AttendanceDraft = attendance {
        reference: activity person;
        date: attended_on;
        flag: present;
        integer: hours people;
        text: certificate_no note;
        code: sex age_band milieu;
    }
}

view::view! {
    /// A letter that came in or went out, in the mail register.
    Letter, LetterDraft = correspondence {
        code: direction channel signed_as;
        text: reg_no letter_no correspondent subject body assigned_to archive_ref note;
        date: registered_on letter_date answer_due;
        reference: partner answered_by;
        integer: attachments;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::record::view::{Answer, Capsule, Course, GuideEdition, Maturity, Participant, Trainee, Visit};
    use crate::schema::{FieldType, Schema};

    fn way(ty: &FieldType) -> &'static str {
        match ty {
            FieldType::Localized => "localized",
            FieldType::Integer => "integer",
            FieldType::Money => "money",
            FieldType::Date => "date",
            FieldType::Flag => "flag",
            FieldType::Code(_) => "code",
            FieldType::Reference(_) => "reference",
            FieldType::Set(_) => "set",
            _ => "text",
        }
    }

    #[test]
    fn every_view_has_every_field_of_its_kind_and_no_other() {
        let schema = Schema::builtin();
        let check = |kind: &str, ways: &[(&str, &str)]| {
            let fields = &schema.kind(kind).unwrap().fields;
            let mut declared: Vec<_> = fields.iter().map(|field| (field.key, way(&field.ty))).collect();
            let mut viewed = ways.to_vec();
            declared.sort_unstable();
            viewed.sort_unstable();
            assert_eq!(viewed, declared, "{kind}");
        };
        check(Association::KIND, Association::WAYS);
        check(Person::KIND, Person::WAYS);
        check(Household::KIND, Household::WAYS);
        check(Member::KIND, Member::WAYS);
        check(Beneficiary::KIND, Beneficiary::WAYS);
        check(Consent::KIND, Consent::WAYS);
        check(DuesPeriod::KIND, DuesPeriod::WAYS);
        check(Payment::KIND, Payment::WAYS);
        check(Donor::KIND, Donor::WAYS);
        check(Donation::KIND, Donation::WAYS);
        check(Partner::KIND, Partner::WAYS);
        check(Convention::KIND, Convention::WAYS);
        check(Activity::KIND, Activity::WAYS);
        check(Attendance::KIND, Attendance::WAYS);
        check(Letter::KIND, Letter::WAYS);
        check(Grant::KIND, Grant::WAYS);
        check(Tranche::KIND, Tranche::WAYS);
        check(Service::KIND, Service::WAYS);
        check(Participant::KIND, Participant::WAYS);
        check(Course::KIND, Course::WAYS);
        check(Trainee::KIND, Trainee::WAYS);
        check(Answer::KIND, Answer::WAYS);
        check(Visit::KIND, Visit::WAYS);
        check(Maturity::KIND, Maturity::WAYS);
        check(Capsule::KIND, Capsule::WAYS);
        check(GuideEdition::KIND, GuideEdition::WAYS);
    }

    #[test]
    fn a_draft_reads_back_as_it_was_written() {
        use crate::command::Command;
        use crate::record::tests::{Device, PERSON};

        let mut device = Device::new(1);
        let date = Date::new(1962, Some(6), None).unwrap();
        let draft = Person::draft()
            .given_name("ar", "خديجة")
            .birth_date(date)
            .phones("+212661000000", true)
            .phones("+212661000001", true)
            .household(RecordId([5; 16]));
        let Command::Add { kind, cells, .. } = Command::add(draft) else {
            panic!("a draft is added");
        };
        device
            .run(&Command::Add {
                kind,
                id: Some(PERSON),
                cells,
            })
            .unwrap();
        let person = Person::of(device.person()).unwrap();
        assert_eq!(
            (person.given_name("ar"), person.given_name("fr")),
            (Some("خديجة"), None)
        );
        assert_eq!(person.birth_date(), Some(date));
        assert_eq!(person.phones(), ["+212661000000", "+212661000001"]);
        assert_eq!(person.household(), Some(RecordId([5; 16])));
        assert!(Member::of(device.person()).is_none());

        let change = Person::draft().phones("+212661000000", false).profession("معلمة");
        let command = Command::set(device.person(), change);
        device.run(&command).unwrap();
        let person = Person::of(device.person()).unwrap();
        assert_eq!(
            (person.phones(), person.profession()),
            (vec!["+212661000001"], Some("معلمة"))
        );

        let period = RecordId([6; 16]);
        let draft = DuesPeriod::draft()
            .label("2026")
            .amount_active(Money(10_000))
            .grace_days(30);
        let Command::Add { kind, cells, .. } = Command::add(draft) else {
            panic!("a draft is added");
        };
        device
            .run(&Command::Add {
                kind,
                id: Some(period),
                cells,
            })
            .unwrap();
        let period = DuesPeriod::of(&device.records[&period]).unwrap();
        assert_eq!(
            (period.amount_active(), period.grace_days()),
            (Some(Money(10_000)), Some(30))
        );
        assert_eq!(period.record().kind(), DuesPeriod::KIND);
    }
}
