//! What the built-in rules of indicators ask of single records: whether a member's is complete, whether accounts
//! were sent in time, whether a request waits too long.

use std::collections::BTreeMap;

use crate::schema::{Scalar, Schema, dues};

/// The kind of a grant, whose accounts may be due.
pub const GRANT: &str = "grant";
/// The kind of a request about personal data.
pub const REQUEST: &str = "rights_request";
/// The kind of a line of the register of processing.
pub const PROCESSING: &str = "processing";
/// The kinds whose use is looked at: beneficiaries, donors, partners.
pub const IN_USE: [&str; 3] = ["enrolment", "donor", "partner"];

type Cells = BTreeMap<String, Scalar>;

/// Whether all that a list of members should hold of one is known: a name, the sex, the year of birth, the
/// category, a way to reach them, and what they owe for a period.
///
/// Whose own amount is set owes that, be it nothing; else the period has a rate for their category.
pub fn is_complete(person: &Cells, membership: &Cells, period: Option<&Cells>) -> bool {
    let stands = |cells: &Cells, keys: &[&str]| {
        keys.iter()
            .any(|key| cells.get(*key).is_some_and(|value| !value.is_null()))
    };
    let in_any_language = |key: &str| {
        let start = format!("{key}/");
        person
            .iter()
            .any(|(cell, value)| cell.starts_with(&start) && !value.is_null())
    };
    let sex = person.get("sex").and_then(Scalar::as_text);
    let owes_known = stands(membership, &["dues_amount"])
        || period.is_some_and(|period| dues::amount(period, membership).is_some());
    in_any_language("given_name")
        && in_any_language("family_name")
        && sex.is_some_and(|sex| matches!(sex, "1" | "2"))
        && stands(person, &["birth_date"])
        && stands(membership, &["category"])
        && stands(person, &["phone", "email", "address"])
        && owes_known
}

/// Of the accounts of a grant of public money that were due between two stored days: whether they were sent by
/// their day. Nothing if none were due.
pub fn accounts_on_time(grant: &Cells, from: &str, to: &str) -> Option<bool> {
    let text = |key: &str| grant.get(key).and_then(Scalar::as_text);
    let is_public = grant.get("public_money") == Some(&Scalar::Flag(true));
    let due = text("accounts_due").filter(|due| is_public && *due >= from && *due <= to)?;
    Some(text("accounts_sent_on").is_some_and(|sent| sent <= due))
}

/// Whether a request about personal data waits on a stored day, beyond the day by which its answer was owed.
pub fn is_overdue(schema: &Schema, request: &Cells, on: &str) -> bool {
    let deadline = schema.kind(REQUEST).and_then(|kind| kind.deadlines.first());
    let due = deadline.and_then(|deadline| deadline.day(request));
    let answered = request.get("answered_on").and_then(Scalar::as_text);
    due.is_some_and(|due| due.to_string().as_str() < on) && answered.is_none_or(|day| day > on)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cells(pairs: &[(&str, Scalar)]) -> Cells {
        pairs
            .iter()
            .map(|(key, value)| ((*key).to_owned(), value.clone()))
            .collect()
    }

    #[test]
    fn a_member_is_complete_when_nothing_of_the_list_is_missing() {
        let person: [(&str, Scalar); 5] = [
            ("given_name/ar", "سناء".into()),
            ("family_name/fr", "Alaoui".into()),
            ("sex", "2".into()),
            ("birth_date", "1990".into()),
            ("phone", "+212661234567".into()),
        ];
        let membership: [(&str, Scalar); 1] = [("category", "active".into())];
        let period = cells(&[("amount_active", 20_000.into())]);
        let check = |person: &[(&str, Scalar)], membership: &[(&str, Scalar)]| {
            is_complete(&cells(person), &cells(membership), Some(&period))
        };
        assert!(check(&person, &membership));
        for missing in 0..person.len() {
            let rest = person.iter().enumerate().filter(|(at, _)| *at != missing);
            let rest: Vec<_> = rest.map(|(_, pair)| pair.clone()).collect();
            assert!(!check(&rest, &membership), "without {}", person[missing].0);
        }
        assert!(!check(&person, &[]));
        assert!(
            !check(&person, &[("category", "founder".into())]),
            "no rate is set for founders"
        );
        let free = cells(&[("amount_honorary", 0.into())]);
        let honorary = cells(&[("category", "honorary".into()), ("left_on", "2026-11-01".into())]);
        assert!(
            is_complete(&cells(&person), &honorary, Some(&free)),
            "a rate of nothing is known, and of whoever has left since"
        );
        let exempt = [("category", "founder".into()), ("dues_amount", 0.into())];
        assert!(check(&person, &exempt));
    }

    #[test]
    fn accounts_count_where_public_money_is_due_in_the_period() {
        let grant = |sent: &str, is_public: bool| {
            let mut grant = cells(&[
                ("public_money", Scalar::Flag(is_public)),
                ("accounts_due", "2026-03-15".into()),
            ]);
            if !sent.is_empty() {
                grant.insert("accounts_sent_on".to_owned(), sent.into());
            }
            accounts_on_time(&grant, "2026-01", "2026-03-31")
        };
        assert_eq!(grant("2026-03-15", true), Some(true));
        assert_eq!(grant("2026-03-16", true), Some(false));
        assert_eq!(grant("", true), Some(false));
        assert_eq!(grant("2026-03-01", false), None);
    }

    #[test]
    fn a_request_waits_ten_working_days() {
        let schema = Schema::builtin();
        let asked = |answered: &str, on: &str| {
            // A Monday.
            let mut request = cells(&[("received_on", "2026-03-02".into())]);
            if !answered.is_empty() {
                request.insert("answered_on".to_owned(), answered.into());
            }
            is_overdue(&schema, &request, on)
        };
        assert!(!asked("", "2026-03-16") && asked("", "2026-03-17"));
        assert!(!asked("2026-03-10", "2026-03-31") && asked("2026-04-02", "2026-03-31"));
    }
}
