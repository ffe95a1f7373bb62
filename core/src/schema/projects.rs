//! Projects and what pays for them: grants with their tranches, and campaigns of public collection.

use crate::schema::FieldType::{Code, Date, Flag, Localized, Money, Note, Reference, Set, Text};
use crate::schema::{Family, Field, Kind, Shift};

/// What an association undertakes over some time, with its own budget.
pub(crate) fn project() -> Kind {
    Kind::new(
        "project",
        vec![
            Field::new("title", Localized).required(),
            Field::new("code", Text).unique(),
            Field::new("objective", Note),
            Field::new("domain", Code("domain")).dimension(),
            Field::new("state", Code("project_state")).dimension(),
            Field::new("funder", Reference("partner")),
            Field::new("budget", Money),
            Field::new("currency", Code("currency")),
            Field::new("starts_on", Date).dimension(),
            Field::new("ends_on", Date),
            Field::new("communes", Set(Box::new(Code("commune")))).dimension(),
            Field::new("target_groups", Text),
            Field::new("coordinator", Reference("person")),
            Field::new("note", Note),
        ],
    )
    .family(Family::Activities)
    .group("funding", &["funder", "budget", "currency"])
    .deadline("ends_on", None)
}

/// A call to the public's generosity: authorised beforehand, through a bank account, with a report
/// within thirty days of its end (law 18-18).
pub(crate) fn campaign() -> Kind {
    Kind::new(
        "campaign",
        vec![
            Field::new("title", Localized).required(),
            Field::new("purpose", Text),
            Field::new("of_project", Reference("project")),
            Field::new("starts_on", Date),
            Field::new("ends_on", Date),
            Field::new("means", Set(Box::new(Code("campaign_means")))),
            Field::new("authority", Code("campaign_authority")),
            Field::new("designated", Reference("person")),
            Field::new("requested_on", Date),
            Field::new("authorisation_no", Text),
            Field::new("authorised_on", Date),
            Field::new("bank_rib", Text),
            Field::new("collected", Money),
            Field::new("remainder", Money),
            Field::new("report_sent_on", Date),
            Field::new("note", Note),
        ],
    )
    .family(Family::Giving)
    .seldom()
    .group(
        "authorisation",
        &[
            "authority",
            "designated",
            "requested_on",
            "authorisation_no",
            "authorised_on",
        ],
    )
    .group(
        "result",
        &["bank_rib", "collected", "remainder", "report_sent_on"],
    )
    .deadline_shifted("ends_on", Shift::Days(30), Some("report_sent_on"))
}

/// Money that somebody granted for a purpose, and the reports that are owed for it. Accounts of
/// public money go to the bodies that gave it (dahir 1-58-376, article 32 ter).
pub(crate) fn grant() -> Kind {
    Kind::new(
        "grant",
        vec![
            Field::new("title", Localized).required(),
            Field::new("funder", Reference("partner")),
            Field::new("programme", Text),
            Field::new("convention", Reference("convention")),
            Field::new("of_project", Reference("project")),
            Field::new("amount", Money),
            Field::new("currency", Code("currency")),
            Field::new("own_share", Money),
            Field::new("public_money", Flag).dimension(),
            Field::new("state", Code("grant_state")),
            Field::new("starts_on", Date),
            Field::new("ends_on", Date),
            Field::new("eligible_lines", Note),
            Field::new("interim_due", Date),
            Field::new("interim_sent_on", Date),
            Field::new("final_due", Date),
            Field::new("final_sent_on", Date),
            Field::new("accounts_due", Date),
            Field::new("accounts_sent_on", Date),
            Field::new("note", Note),
        ],
    )
    .family(Family::Partners)
    .group(
        "reports",
        &[
            "interim_due",
            "interim_sent_on",
            "final_due",
            "final_sent_on",
            "accounts_due",
            "accounts_sent_on",
        ],
    )
    .deadline("interim_due", Some("interim_sent_on"))
    .deadline("final_due", Some("final_sent_on"))
    .deadline("accounts_due", Some("accounts_sent_on"))
}

/// A part of a grant, paid at its time and on its condition.
pub(crate) fn tranche() -> Kind {
    Kind::new(
        "tranche",
        vec![
            Field::new("grant", Reference("grant")).required(),
            Field::new("number", Text),
            Field::new("amount", Money),
            Field::new("condition", Text),
            Field::new("due_on", Date),
            Field::new("requested_on", Date),
            Field::new("received_on", Date),
            Field::new("received_amount", Money).summed(),
            Field::new("note", Note),
        ],
    )
    .title(&["grant", "number"])
    .family(Family::Partners)
    .seldom()
    .deadline("due_on", Some("received_on"))
}
