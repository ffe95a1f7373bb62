//! Consent: what a person allowed, of what it is asked, and when somebody else has to allow it.
//!
//! Law 09-08, article 4: a consent is free, specific and informed, so each purpose is one record of its
//! own, pictures are asked for apart, and each can be withdrawn alone.

use std::collections::BTreeMap;

use crate::id::RecordId;
use crate::schema::{Kind, Scalar};

/// The kind of a consent.
pub const KIND: &str = "consent";
/// Whose it is.
pub const WHO: &str = "person";
/// What for.
pub const PURPOSE: &str = "purpose";
/// Since when.
pub const GIVEN_ON: &str = "given_on";
/// How it was given.
pub const METHOD: &str = "method";
/// Who heard it.
pub const WITNESS: &str = "witness_name";
/// Who gave it for a minor; a role that asks for a consent names them under the same key.
pub const GUARDIAN: &str = "guardian";
/// How a role names a guardian who has no record.
pub const GUARDIAN_NAME: &str = "guardian_name";
/// The day since which it holds no more.
pub const WITHDRAWN_ON: &str = "withdrawn_on";
/// A person's day of birth.
pub const BIRTH: &str = "birth_date";
/// The way that needs a witness.
pub const ORAL: &str = "oral_witness";
/// What whoever is enrolled is asked, the service itself first.
pub const PURPOSES: [&str; 4] = ["services", "statistics", "share_funder", "newsletter"];
/// What is asked of pictures, apart from everything else.
pub const PICTURES: [&str; 2] = ["photo", "publication"];

/// Dahir 1-04-22 (Family Code), article 209: of age at eighteen.
const YEARS_OF_AGE: i64 = 18;

type Cells = BTreeMap<String, Scalar>;

/// What was said of how several purposes were allowed.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct How {
    /// The day, as it is stored.
    pub given_on: String,
    /// Code of the way; empty if not said.
    pub method: String,
    /// Who heard it; empty if nobody had to.
    pub witness: String,
    /// Who allowed it for a minor, if they have a record.
    pub guardian: Option<RecordId>,
}

/// The field by which the records of a kind name the consent that they rest on: its form asks for one.
pub fn asked_by(kind: &Kind) -> Option<&'static str> {
    let mut fields = kind.fields.iter();
    fields
        .find(|field| field.ty.refers_to() == Some(KIND))
        .map(|field| field.key)
}

/// The cells of a person's consent for one purpose.
pub fn given(person: RecordId, purpose: &str, how: &How) -> Vec<(String, Scalar)> {
    let mut cells = vec![
        (WHO.to_owned(), person.into()),
        (PURPOSE.to_owned(), purpose.into()),
        (GIVEN_ON.to_owned(), how.given_on.as_str().into()),
    ];
    let texts = [(METHOD, &how.method), (WITNESS, &how.witness)];
    let said = texts.into_iter().filter(|(_, text)| !text.is_empty());
    cells.extend(said.map(|(key, text)| (key.to_owned(), Scalar::from(text.as_str()))));
    cells.extend(
        how.guardian
            .map(|guardian| (GUARDIAN.to_owned(), guardian.into())),
    );
    cells
}

/// Whether a consent holds: it was not withdrawn.
pub fn holds(cells: &Cells) -> bool {
    cells.get(WITHDRAWN_ON).is_none_or(Scalar::is_null)
}

/// Whether somebody born then is surely not of age on a day, both as they are stored. Of a year alone
/// the birthday is not known: who may be of age is taken for it.
pub fn is_minor(birth: &str, today: &str) -> bool {
    let year = |text: &str| text.get(..4).and_then(|year| year.parse::<i64>().ok());
    let (Some(born), Some(now)) = (year(birth), year(today)) else {
        return false;
    };
    let of_age = born + YEARS_OF_AGE;
    let (day_born, day_now) = (
        birth.get(4..).unwrap_or_default(),
        today.get(4..).unwrap_or_default(),
    );
    now < of_age || (now == of_age && birth.len() == today.len() && day_now < day_born)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::schema::Schema;

    #[test]
    fn of_age_at_eighteen_to_the_day() {
        for (birth, minor) in [
            ("2008-11-27", false),
            ("2008-11-28", true),
            ("2008", false),
            ("2009", true),
            ("2009-01", true),
            ("1962-06-28", false),
            ("", false),
            ("?", false),
        ] {
            assert_eq!(is_minor(birth, "2026-11-27"), minor, "{birth}");
        }
    }

    #[test]
    fn what_is_named_here_is_declared() {
        let schema = Schema::builtin();
        let kind = schema.kind(KIND).unwrap();
        let how = How {
            given_on: "2026-11-27".to_owned(),
            method: ORAL.to_owned(),
            witness: "عمر".to_owned(),
            guardian: Some(RecordId([2; 16])),
        };
        for (cell, value) in given(RecordId([1; 16]), PURPOSES[0], &how) {
            kind.field(&cell).unwrap().ty.check(&value).unwrap();
        }
        assert!(kind.field(WITHDRAWN_ON).is_some());
        let codes = |key: &str| schema.vocabulary(key).unwrap().codes().to_vec();
        let asked = PURPOSES.into_iter().chain(PICTURES);
        assert!(
            asked
                .into_iter()
                .all(|code| codes("consent_purpose").contains(&code))
        );
        assert!(codes("consent_method").contains(&ORAL));
        let enrolment = schema.kind("enrolment").unwrap();
        assert_eq!(asked_by(enrolment), Some("consent"));
        assert!(enrolment.field(GUARDIAN).is_some() && enrolment.field(GUARDIAN_NAME).is_some());
        assert!(schema.kind("person").unwrap().field(BIRTH).is_some());
        assert_eq!(asked_by(schema.kind("membership").unwrap()), None);
    }

    #[test]
    fn a_consent_holds_until_it_is_withdrawn() {
        let mut cells: Cells = given(RecordId([1; 16]), "photo", &How::default())
            .into_iter()
            .collect();
        assert!(holds(&cells));
        cells.insert(WITHDRAWN_ON.to_owned(), "2026-11-27".into());
        assert!(!holds(&cells));
    }
}
