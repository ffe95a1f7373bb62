//! What comes in: dues and their payments, donors and donations, partners and conventions.

use crate::schema::FieldType::{
    Code, Date, Email, Flag, Integer, Localized, Money, Note, Phone, Reference, Series, Text,
};
use crate::schema::{Family, Field, Kind, Shift};

/// A year of dues and what each category of members owes for it.
pub(crate) fn dues_period() -> Kind {
    Kind::new(
        "dues_period",
        vec![
            Field::new("label", Text).required().unique(),
            Field::new("starts_on", Date),
            Field::new("ends_on", Date),
            Field::new("amount_active", Money),
            Field::new("amount_honorary", Money),
            Field::new("amount_founder", Money),
            Field::new("amount_adherent", Money),
            Field::new("grace_days", Integer),
            Field::new("note", Note),
        ],
    )
    .family(Family::Giving)
}

/// Money received from a member, with the receipt that was given for it.
///
/// A mistake is corrected by cancelling and writing another: a number once given stays given.
pub(crate) fn payment() -> Kind {
    Kind::new(
        "payment",
        vec![
            Field::new("membership", Reference("membership")).required(),
            Field::new("payer_name", Text).personal(),
            Field::new("period", Reference("dues_period")),
            Field::new("amount", Money).required().summed(),
            Field::new("paid_on", Date).required(),
            Field::new("mode", Code("payment_mode")),
            Field::new("reference", Text),
            Field::new("receipt_no", Series).unique(),
            Field::new("cashier", Reference("person")),
            Field::new("cancelled", Flag),
            Field::new("note", Note),
        ],
    )
    .title(&["receipt_no", "membership"])
    .family(Family::Giving)
}

/// Who gives: a person, or an organisation with or without a person to write to.
pub(crate) fn donor() -> Kind {
    Kind::new(
        "donor",
        vec![
            Field::new("organisation", Localized),
            Field::new("person", Reference("person")).unique(),
            Field::new("donor_type", Code("donor_type")).dimension(),
            Field::new("origin", Code("donor_origin")).dimension(),
            Field::new("anonymous", Flag),
            Field::new("org_id", Text),
            Field::new("office_phone", Phone),
            Field::new("office_email", Email),
            Field::new("seat_address", Text),
            Field::new("donor_since", Date),
            Field::new("remarks", Note),
        ],
    )
    .title(&["organisation", "person"])
    .register("donor", "person")
    .family(Family::Giving)
}

/// One gift, in money or in kind. Gifts from abroad are declared: within thirty days as we remember law
/// 75-00, article 32 bis, which no lawyer has checked for us.
pub(crate) fn donation() -> Kind {
    Kind::new(
        "donation",
        vec![
            Field::new("donor", Reference("donor")).required(),
            Field::new("given_on", Date).required(),
            Field::new("nature", Code("donation_nature")).dimension(),
            Field::new("amount", Money).summed(),
            Field::new("currency", Code("currency")),
            Field::new("mode", Code("payment_mode")),
            Field::new("description", Text),
            Field::new("estimated_value", Money),
            Field::new("purpose", Text),
            Field::new("campaign", Text),
            Field::new("of_campaign", Reference("campaign")),
            Field::new("of_project", Reference("project")),
            Field::new("receipt_no", Series).unique(),
            Field::new("declaration_due", Date),
            Field::new("declaration_sent_on", Date),
            Field::new("declaration_ref", Text),
            Field::new("thanked_on", Date),
            Field::new("cancelled", Flag),
            Field::new("note", Note),
        ],
    )
    .title(&["receipt_no", "donor"])
    .family(Family::Giving)
    .deadline("declaration_due", Some("declaration_sent_on"))
}

/// An organisation the association works with, and the person it writes to there.
pub(crate) fn partner() -> Kind {
    Kind::new(
        "partner",
        vec![
            Field::new("organisation", Localized).required(),
            Field::new("org_type", Code("org_type")).dimension(),
            Field::new("sector", Code("domain")).dimension(),
            Field::new("contact", Reference("person")),
            Field::new("contact_post", Text),
            Field::new("office_phone", Phone),
            Field::new("office_email", Email),
            Field::new("website", Text),
            Field::new("seat_commune", Code("commune")),
            Field::new("seat_address", Text),
            Field::new("partner_since", Date),
            Field::new("partner_state", Code("partner_state")),
            Field::new("remarks", Note),
        ],
    )
    .register("partner", "contact")
    .family(Family::Partners)
}

/// An agreement with a partner.
pub(crate) fn convention() -> Kind {
    Kind::new(
        "convention",
        vec![
            Field::new("number", Text),
            Field::new("subject", Localized).required(),
            Field::new("partner", Reference("partner")).required(),
            Field::new("signed_on", Date),
            Field::new("starts_on", Date),
            Field::new("ends_on", Date),
            Field::new("amount", Money).summed(),
            Field::new("currency", Code("currency")),
            Field::new("in_kind", Note),
            Field::new("obligations", Note),
            Field::new("deliverables", Note),
            Field::new("renewal", Code("renewal")),
            Field::new("notice_days", Integer),
            Field::new("state", Code("convention_state")),
            Field::new("note", Note),
        ],
    )
    .title(&["number", "subject"])
    .family(Family::Partners)
    .deadline("ends_on", None)
    .deadline_shifted("ends_on", Shift::DaysBefore("notice_days"), None)
}
