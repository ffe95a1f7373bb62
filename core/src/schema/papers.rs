//! What papers say of records: which field is the amount of a receipt, which the body of a letter.

use std::collections::BTreeMap;

use crate::schema::kind::language_of;
use crate::schema::{Field, FieldType, Kind, Scalar, dues};

type Cells = BTreeMap<String, Scalar>;

/// The kind of a gift.
const DONATION: &str = "donation";

/// What a receipt is given for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Given {
    /// A member's dues.
    Dues,
    /// A gift of money.
    Money,
    /// A gift of things or of work: no money changed hands.
    InKind,
}

impl Given {
    /// Stable name, as `in_kind`.
    pub fn key(self) -> &'static str {
        match self {
            Self::Dues => "dues",
            Self::Money => "money",
            Self::InKind => "in_kind",
        }
    }
}

/// The fields of a record that its receipt shows, each in its place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Receipt {
    /// What was given.
    pub given: Given,
    /// Who gave: a reference.
    pub from: &'static str,
    /// How much; of a gift in kind what it is thought to be worth.
    pub amount: &'static str,
    /// In which currency, where the record says so.
    pub currency: Option<&'static str>,
    /// On which day.
    pub day: &'static str,
    /// For what and how, in the order of the paper.
    pub lines: &'static [&'static str],
    /// What was given, where an amount does not say it.
    pub what: Option<&'static str>,
    /// Who took it: a reference.
    pub by: Option<&'static str>,
}

/// The receipt of a record; none of kinds for which none is given.
pub fn receipt(kind: &str, cells: &Cells) -> Option<Receipt> {
    match kind {
        dues::PAYMENT => Some(Receipt {
            given: Given::Dues,
            from: "membership",
            amount: "amount",
            currency: None,
            day: "paid_on",
            lines: &["period", "mode", "reference", "payer_name"],
            what: None,
            by: Some("cashier"),
        }),
        DONATION => Some(gift(cells)),
        _ => None,
    }
}

fn gift(cells: &Cells) -> Receipt {
    let is_there = |key: &str| cells.get(key).is_some_and(|value| !value.is_null());
    let nature = cells.get("nature").and_then(Scalar::as_text);
    let in_kind = match nature {
        Some("in_kind" | "service") => true,
        Some(_) => false,
        None => !is_there("amount") && (is_there("description") || is_there("estimated_value")),
    };
    let money = Receipt {
        given: Given::Money,
        from: "donor",
        amount: "amount",
        currency: Some("currency"),
        day: "given_on",
        lines: &["purpose", "campaign", "of_campaign", "of_project", "mode"],
        what: None,
        by: None,
    };
    match in_kind {
        false => money,
        true => Receipt {
            given: Given::InKind,
            amount: "estimated_value",
            lines: &[
                "nature",
                "description",
                "purpose",
                "campaign",
                "of_campaign",
                "of_project",
            ],
            what: Some("description"),
            ..money
        },
    }
}

/// A letter that the association writes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Letter {
    /// What is written, as it was typed.
    pub body: String,
    /// Its first letter is an Arabic one, or it has none.
    pub rtl: bool,
    /// To whom.
    pub to: String,
    /// About what.
    pub subject: String,
    /// The stored day that stands on it.
    pub day: Option<String>,
    /// How many papers go with it.
    pub attachments: Option<i64>,
    /// The code of the function as which somebody signs; the president unless it is said.
    pub signed_as: String,
}

/// The kind of a line of the mail register.
pub const MAIL: &str = "correspondence";

/// The letter that a line of the mail register holds: one that goes out, and whose text was written.
pub fn letter(kind: &str, cells: &Cells) -> Option<Letter> {
    let text = |key: &str| cells.get(key).and_then(Scalar::as_text).map(str::to_owned);
    let goes_out = text("direction").as_deref() == Some("out");
    let body = text("body").filter(|body| !body.trim().is_empty())?;
    let has_letters = body.chars().any(char::is_alphabetic);
    (kind == MAIL && goes_out).then(|| Letter {
        rtl: !has_letters || language_of(&body) == "ar",
        body,
        to: text("correspondent").unwrap_or_default(),
        subject: text("subject").unwrap_or_default(),
        day: text("letter_date").or_else(|| text("registered_on")),
        attachments: cells.get("attachments").and_then(Scalar::as_integer),
        signed_as: text("signed_as").unwrap_or_else(|| "president".to_owned()),
    })
}

/// What a letter that goes out begins with, of a model: what it is about, and its text.
pub fn begun_letter(subject: &str, body: &str) -> [(&'static str, Scalar); 3] {
    [
        ("direction", Scalar::from("out")),
        ("subject", Scalar::from(subject)),
        ("body", Scalar::from(body)),
    ]
}

/// What a membership card shows of the person, and by which fields of the membership.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CardFace {
    /// The whole name in each script that is known, Arabic first.
    pub names: Vec<String>,
    /// The number by which the association knows them: a field of the membership.
    pub number: &'static str,
    /// What kind of member they are: a field of the membership.
    pub category: &'static str,
}

/// The face of a card, from the cells of a member: the person's and the membership's.
pub fn card(member: &Cells) -> CardFace {
    let name = |script: &str| {
        let part = |key: &str| member.get(&format!("{key}/{script}")).and_then(Scalar::as_text);
        let parts: Vec<&str> = ["given_name", "family_name"]
            .into_iter()
            .filter_map(part)
            .collect();
        Some(parts.join(" ")).filter(|name| !name.trim().is_empty())
    };
    let is_there = |key: &str| member.get(key).is_some_and(|value| !value.is_null());
    CardFace {
        names: ["ar", "fr", "zgh"].into_iter().filter_map(name).collect(),
        number: if is_there("card_no") && !is_there("member_no") {
            "card_no"
        } else {
            "member_no"
        },
        category: "category",
    }
}

/// The kind of an agreement with a partner.
pub const AGREEMENT: &str = "convention";

/// What a slip shows of a record.
#[derive(Debug, Clone)]
pub struct Slip<'k> {
    /// The field of its number.
    pub number: &'k Field,
    /// The fields that stand on it: what is meant for the association alone is left out.
    pub fields: Vec<&'k Field>,
}

/// The slip of a kind: of what has a number of this device's book, and of agreements.
pub fn slip(kind: &Kind) -> Option<Slip<'_>> {
    let number = match kind.key {
        AGREEMENT => kind.field("number"),
        _ => kind.fields.iter().find(|field| field.ty == FieldType::Series),
    }?;
    let printed = |field: &&Field| {
        let is_note = matches!(field.key, "note" | "remarks" | "body");
        let is_own = is_note || field.ty == FieldType::Flag || field.own.is_some();
        field.key != number.key && !is_own
    };
    Some(Slip {
        number,
        fields: kind.fields.iter().filter(printed).collect(),
    })
}

/// A record whose flag says so was cancelled: its number stays given.
pub fn is_cancelled(cells: &Cells) -> bool {
    cells.get("cancelled") == Some(&Scalar::Flag(true))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::schema::Schema;

    fn cells(pairs: &[(&str, Scalar)]) -> Cells {
        pairs
            .iter()
            .map(|(key, value)| ((*key).to_owned(), value.clone()))
            .collect()
    }

    fn given(pairs: &[(&str, Scalar)]) -> Given {
        receipt(DONATION, &cells(pairs)).unwrap().given
    }

    #[test]
    fn a_gift_in_kind_is_known_by_its_nature_or_by_what_stands_there() {
        assert_eq!(given(&[("nature", "in_kind".into())]), Given::InKind);
        assert_eq!(given(&[("nature", "service".into())]), Given::InKind);
        assert_eq!(
            given(&[("nature", "cash".into()), ("description", "x".into())]),
            Given::Money
        );
        assert_eq!(given(&[("amount", 100.into())]), Given::Money);
        assert_eq!(given(&[("description", "x".into())]), Given::InKind);
        assert_eq!(given(&[("estimated_value", 100.into())]), Given::InKind);
        assert_eq!(given(&[]), Given::Money);
    }

    #[test]
    fn what_is_named_here_is_declared() {
        let schema = Schema::builtin();
        let natures: [&[(&str, Scalar)]; 2] = [&[], &[("nature", "in_kind".into())]];
        for (name, pairs) in [
            (dues::PAYMENT, natures[0]),
            (DONATION, natures[0]),
            (DONATION, natures[1]),
        ] {
            let kind = schema.kind(name).unwrap();
            let receipt = receipt(name, &cells(pairs)).unwrap();
            let named = [receipt.from, receipt.amount, receipt.day, "cancelled"];
            let others = receipt.currency.iter().chain(&receipt.by).chain(receipt.lines);
            for field in named.iter().chain(others) {
                assert!(kind.field(field).is_some(), "{name}.{field}");
            }
        }
        let natures = schema.vocabulary("donation_nature").unwrap();
        assert!(
            ["cash", "in_kind", "service"]
                .iter()
                .all(|code| natures.contains(code))
        );
        assert_eq!(receipt("person", &Cells::new()), None);
        let mail = schema.kind(MAIL).unwrap();
        for field in [
            "direction",
            "body",
            "correspondent",
            "subject",
            "letter_date",
            "registered_on",
            "attachments",
            "signed_as",
        ] {
            assert!(mail.field(field).is_some(), "{field}");
        }
        assert!(schema.vocabulary("function").unwrap().contains("president"));
        let (membership, person) = (
            schema.kind(dues::MEMBERSHIP).unwrap(),
            schema.kind("person").unwrap(),
        );
        for field in ["card_no", "member_no", "category"] {
            assert!(membership.field(field).is_some(), "{field}");
        }
        assert!(person.field("given_name").is_some() && person.field("family_name").is_some());
    }

    #[test]
    fn a_slip_leaves_out_what_is_for_the_association_alone() {
        let schema = Schema::builtin();
        let keys = |kind: &str| -> Vec<&str> {
            let slip = slip(schema.kind(kind).unwrap()).unwrap();
            slip.fields.iter().map(|field| field.key).collect()
        };
        let agreement = keys(AGREEMENT);
        assert!(agreement.contains(&"obligations") && !agreement.contains(&"note"));
        assert!(!keys(MAIL).contains(&"body") && !keys(MAIL).contains(&"reg_no"));
        assert!(slip(schema.kind("person").unwrap()).is_none());
    }

    #[test]
    fn a_letter_is_one_that_goes_out_and_was_written() {
        let written = |direction: &str, body: &str| {
            cells(&[
                ("direction", direction.into()),
                ("body", body.into()),
                ("registered_on", "2026-11-24".into()),
            ])
        };
        let letter_of = |direction, body| letter(MAIL, &written(direction, body));
        let found = letter_of("out", "نص").unwrap();
        assert_eq!(
            (found.day.as_deref(), found.signed_as.as_str()),
            (Some("2026-11-24"), "president")
        );
        assert_eq!(letter_of("in", "نص"), None);
        assert!(found.rtl && letter_of("out", "12 – 13").unwrap().rtl);
        assert!(letter_of("out", "1. السيد Directeur").unwrap().rtl);
        assert!(!letter_of("out", "« Monsieur » السلام").unwrap().rtl);
        assert_eq!(letter_of("out", "  "), None);
        assert_eq!(letter("payment", &written("out", "نص")), None);
    }

    #[test]
    fn a_card_bears_the_name_in_each_script_and_one_number() {
        let mut member = cells(&[
            ("family_name/fr", "Bennani".into()),
            ("given_name/ar", "خديجة".into()),
            ("family_name/ar", "بناني".into()),
            ("card_no", "7".into()),
        ]);
        assert_eq!(card(&member).names, ["خديجة بناني", "Bennani"]);
        assert_eq!(card(&member).number, "card_no");
        member.extend(cells(&[("member_no", "8".into())]));
        assert_eq!(card(&member).number, "member_no");
    }
}
