//! People and how they belong: persons, households, memberships, enrolments, consents.

use crate::schema::FieldType::{
    Cnie, Code, Date, Email, Flag, Integer, Localized, Money, Note, Phone, Reference, Set, Text,
};
use crate::schema::{Family, Field, Kind};

/// One person, entered once; every role refers to it.
pub(crate) fn person() -> Kind {
    Kind::new(
        "person",
        vec![
            Field::new("given_name", Localized).required().personal(),
            Field::new("family_name", Localized).required().personal(),
            Field::new("father_name", Localized).personal(),
            Field::new("sex", Code("sex")).personal().dimension(),
            Field::new("birth_date", Date).personal().dimension(),
            Field::new("birth_place", Text).personal(),
            Field::new("nationality", Code("country")).personal(),
            Field::new("cnie", Cnie).unique().personal(),
            Field::new("phone", Phone).personal(),
            Field::new("phones", Set(Box::new(Phone))).personal(),
            Field::new("email", Email).personal(),
            Field::new("commune", Code("commune")).personal().dimension(),
            Field::new("douar", Text).personal(),
            Field::new("address", Text).personal(),
            Field::new("milieu", Code("milieu")).personal().dimension(),
            Field::new("profession", Text).personal(),
            Field::new("education", Code("education")).personal().dimension(),
            Field::new("household", Reference("household")).personal(),
            Field::new("relation", Code("relation")).personal(),
            Field::new("note", Note).personal(),
        ],
    )
    .title(&["given_name", "family_name"])
    .group(
        "contact",
        &[
            "phone", "phones", "email", "commune", "douar", "address", "milieu",
        ],
    )
    .group(
        "background",
        &[
            "father_name",
            "birth_place",
            "nationality",
            "profession",
            "education",
            "household",
            "relation",
        ],
    )
    .family(Family::People)
}

/// People who live together; who belongs to it stands on the persons.
pub(crate) fn household() -> Kind {
    Kind::new(
        "household",
        vec![
            Field::new("name", Text).required().personal(),
            Field::new("commune", Code("commune")).personal().dimension(),
            Field::new("douar", Text).personal(),
            Field::new("address", Text).personal(),
            Field::new("household_size", Integer).personal(),
            Field::new("note", Note).personal(),
        ],
    )
    .family(Family::People)
}

/// A person's membership of the association; what a sheet of members shows, with the person.
pub(crate) fn membership() -> Kind {
    Kind::new(
        "membership",
        vec![
            Field::new("person", Reference("person")).required().unique(),
            Field::new("member_no", Text).unique(),
            Field::new("category", Code("member_category")).dimension(),
            Field::new("joined_on", Date),
            Field::new("status", Code("member_status")).dimension(),
            Field::new("dues_amount", Money),
            Field::new("card_no", Text),
            Field::new("sponsor", Reference("membership")),
            Field::new("left_on", Date),
            Field::new("left_reason", Code("left_reason")),
            Field::new("remarks", Note),
        ],
    )
    .title(&["person"])
    .register("member", "person")
    .family(Family::People)
}

/// What a person receives from a project, and until when.
pub(crate) fn enrolment() -> Kind {
    Kind::new(
        "enrolment",
        vec![
            Field::new("person", Reference("person")).required(),
            Field::new("beneficiary_no", Text).unique(),
            Field::new("project", Text),
            Field::new("of_project", Reference("project")),
            Field::new("activity", Reference("activity")),
            Field::new("service", Text),
            Field::new("entered_on", Date).dimension(),
            Field::new("exited_on", Date),
            Field::new("exit_reason", Code("exit_reason")),
            Field::new("guardian", Reference("person")),
            Field::new("guardian_name", Text).personal(),
            Field::new("consent", Reference("consent")),
            Field::new("remarks", Note),
        ],
    )
    .title(&["person"])
    .register("beneficiary", "person")
    .family(Family::People)
}

/// What somebody who is enrolled was given on a day: a history of service, line by line.
pub(crate) fn service() -> Kind {
    Kind::new(
        "service",
        vec![
            Field::new("enrolment", Reference("enrolment")).required(),
            Field::new("given_on", Date).required().dimension(),
            Field::new("service_type", Code("service_type")).dimension(),
            Field::new("detail", Text).personal(),
            Field::new("quantity", Integer),
            Field::new("unit", Text),
            Field::new("value", Money),
            Field::new("activity", Reference("activity")),
            Field::new("given_by", Reference("person")),
            Field::new("note", Note).personal(),
        ],
    )
    .title(&["enrolment", "given_on"])
    .family(Family::People)
}

/// A person who gives time: what they can do, when, and the hours they gave (law 06-18 asks for an
/// agreement where it is contractual).
pub(crate) fn volunteering() -> Kind {
    Kind::new(
        "volunteering",
        vec![
            Field::new("person", Reference("person")).required(),
            Field::new("skills", Text),
            Field::new("availability", Text),
            Field::new("of_project", Reference("project")),
            Field::new("activity", Reference("activity")),
            Field::new("served_on", Date).dimension(),
            Field::new("hours", Integer).summed(),
            Field::new("agreement_on", Date),
            Field::new("remarks", Note),
        ],
    )
    .title(&["person"])
    .register("volunteer", "person")
    .family(Family::People)
}

/// What a person allowed, for which purpose and how (law 09-08, article 4).
pub(crate) fn consent() -> Kind {
    Kind::new(
        "consent",
        vec![
            Field::new("person", Reference("person")).required(),
            Field::new("purpose", Code("consent_purpose")).required(),
            Field::new("scope", Set(Box::new(Code("consent_scope")))),
            Field::new("given_on", Date).required(),
            Field::new("method", Code("consent_method")),
            Field::new("witness_name", Text).personal(),
            Field::new("text_version", Text),
            Field::new("language", Code("language")),
            Field::new("guardian", Reference("person")),
            Field::new("withdrawn_on", Date),
            Field::new("note", Note),
        ],
    )
    .title(&["person"])
    .family(Family::People)
}

/// How a person functions, by the six domains of the Washington Group Short Set.
///
/// A record of its own, since it is health data (law 09-08, article 1, 3). The questions are read out
/// from the tested translation of the Washington Group; only the answers are kept.
pub(crate) fn functioning() -> Kind {
    Kind::new(
        "functioning",
        vec![
            Field::new("person", Reference("person")).required(),
            Field::new("assessed_on", Date).sensitive(),
            Field::new("seeing", Code("difficulty")).sensitive(),
            Field::new("hearing", Code("difficulty")).sensitive(),
            Field::new("walking", Code("difficulty")).sensitive(),
            Field::new("remembering", Code("difficulty")).sensitive(),
            Field::new("self_care", Code("difficulty")).sensitive(),
            Field::new("communicating", Code("difficulty")).sensitive(),
            Field::new("proxy_answered", Flag).sensitive(),
        ],
    )
    .family(Family::People)
}
