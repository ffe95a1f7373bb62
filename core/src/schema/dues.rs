//! Dues: what a member owes for a period, and what a payment covers of it.
//!
//! Statutes set dues by category of member (dahir 1-58-376, article 6: entry and annual dues). A member
//! whose own amount is set pays that, and nothing if it is zero: an exemption.

use std::collections::BTreeMap;

use crate::id::RecordId;
use crate::schema::Scalar;

/// The kind of a period of dues.
pub const PERIOD: &str = "dues_period";
/// The kind of a membership.
pub const MEMBERSHIP: &str = "membership";
/// The kind of a payment.
pub const PAYMENT: &str = "payment";
/// What a payment says of the membership, the period and the amount, in this order.
pub const PAYMENT_FIELDS: [&str; 3] = ["membership", "period", "amount"];

type Cells = BTreeMap<String, Scalar>;

/// Whether somebody is a member now: nobody wrote that they left, or may not act as one.
pub fn belongs(membership: &Cells) -> bool {
    let status = membership.get("status").and_then(Scalar::as_text);
    let has_left = membership.get("left_on").is_some_and(|day| !day.is_null());
    status.is_none_or(|status| status == "active") && !has_left
}

/// Whether somebody is a member on a stored day, as far as dates tell; of who left or may not act as one without
/// a date, as they stand now.
pub fn belongs_on(membership: &Cells, on: &str) -> bool {
    belonged(membership, on, on)
}

/// The same of some time from one stored day to another.
pub fn belonged(membership: &Cells, from: &str, to: &str) -> bool {
    let text = |key: &str| membership.get(key).and_then(Scalar::as_text);
    let has_come = text("joined_on").is_none_or(|day| day <= to);
    match text("left_on") {
        // Who left later was one.
        Some(left) => has_come && left > from,
        None => has_come && belongs(membership),
    }
}

/// Whose membership it is.
pub fn person(membership: &Cells) -> Option<RecordId> {
    membership.get("person")?.as_text()?.parse().ok()
}

/// The last day of a period, if a stored day lies in it.
pub fn runs_until(period: &Cells, today: &str) -> Option<String> {
    let day = |key: &str| period.get(key).and_then(Scalar::as_text);
    let begun = day("starts_on").is_none_or(|start| start <= today);
    let end = day("ends_on").filter(|end| begun && *end >= today)?;
    Some(end.to_owned())
}

/// Orders periods by how likely a payment of today is for them: one that runs after all others, and of those
/// that do not the one that ended last.
pub fn nearness(period: &Cells, today: &str) -> (bool, Option<String>) {
    let runs = runs_until(period, today).is_some();
    let ends = period.get("ends_on").and_then(Scalar::as_text);
    (runs, ends.map(str::to_owned))
}

/// The first day of a period.
pub fn begins(period: &Cells) -> Option<&str> {
    period.get("starts_on").and_then(Scalar::as_text)
}

/// Centimes that a membership owes for a period; nothing if it owes none, or no rate is set for it.
///
/// Who has left, is suspended or only asked to join owes nothing; who joined after the period ended
/// neither.
pub fn owed(period: &Cells, membership: &Cells) -> Option<i64> {
    amount(period, membership).filter(|amount| *amount > 0 && belongs(membership))
}

/// Centimes that are set for a membership in a period, be it nothing, and whoever has left since: what a member of
/// it owes. Of who joined after it ended, none are.
pub fn amount(period: &Cells, membership: &Cells) -> Option<i64> {
    let text = |cells: &Cells, key: &str| cells.get(key).and_then(Scalar::as_text).map(str::to_owned);
    let came_later = text(membership, "joined_on")
        .zip(text(period, "ends_on"))
        .is_some_and(|(joined, ends)| joined > ends);
    let own = membership.get("dues_amount").and_then(Scalar::as_integer);
    let rate = || {
        let category = text(membership, "category").unwrap_or_else(|| "active".to_owned());
        period
            .get(&format!("amount_{category}"))
            .and_then(Scalar::as_integer)
    };
    own.or_else(rate).filter(|_| !came_later)
}

/// The membership that a payment is for and its centimes, if it is for this period and was not cancelled.
pub fn paid(payment: &Cells, period: RecordId) -> Option<(RecordId, i64)> {
    let id = |key: &str| payment.get(key)?.as_text()?.parse::<RecordId>().ok();
    let is_cancelled = payment.get("cancelled") == Some(&Scalar::Flag(true));
    let [membership, of_period, amount] = PAYMENT_FIELDS;
    (id(of_period) == Some(period) && !is_cancelled)
        .then(|| Some((id(membership)?, payment.get(amount)?.as_integer()?)))
        .flatten()
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

    #[test]
    fn each_pays_by_category_or_by_their_own_amount() {
        let period = cells(&[
            ("amount_active", 20_000.into()),
            ("amount_honorary", 50_000.into()),
            ("ends_on", "2026-12-31".into()),
        ]);
        let owes = |pairs: &[(&str, Scalar)]| owed(&period, &cells(pairs));
        assert_eq!(owes(&[]), Some(20_000));
        assert_eq!(owes(&[("category", "honorary".into())]), Some(50_000));
        assert_eq!(owes(&[("category", "founder".into())]), None);
        assert_eq!(owes(&[("dues_amount", 5_000.into())]), Some(5_000));
        assert_eq!(owes(&[("dues_amount", 0.into())]), None);
        assert_eq!(owes(&[("status", "resigned".into())]), None);
        assert_eq!(owes(&[("left_on", "2026-03-01".into())]), None);
        assert_eq!(owes(&[("joined_on", "2027-01-01".into())]), None);
        assert_eq!(owes(&[("joined_on", "2026-06-01".into())]), Some(20_000));
    }

    #[test]
    fn what_is_owed_is_set_be_it_nothing_and_whoever_has_left_since() {
        let period = cells(&[
            ("amount_active", 20_000.into()),
            ("amount_honorary", 0.into()),
            ("ends_on", "2026-12-31".into()),
        ]);
        let is_set = |pairs: &[(&str, Scalar)]| amount(&period, &cells(pairs));
        assert_eq!(is_set(&[("category", "honorary".into())]), Some(0));
        assert_eq!(is_set(&[("dues_amount", 0.into())]), Some(0));
        assert_eq!(is_set(&[("left_on", "2026-11-01".into())]), Some(20_000));
        assert_eq!(is_set(&[("status", "resigned".into())]), Some(20_000));
        assert_eq!(is_set(&[("category", "founder".into())]), None);
        assert_eq!(is_set(&[("joined_on", "2027-01-01".into())]), None);
    }

    #[test]
    fn who_left_later_was_a_member() {
        let on = |pairs: &[(&str, Scalar)]| belongs_on(&cells(pairs), "2026-09-30");
        assert!(on(&[]) && on(&[("joined_on", "2026-09-30".into())]));
        assert!(!on(&[("joined_on", "2026-10-01".into())]));
        assert!(on(&[
            ("left_on", "2026-10-01".into()),
            ("status", "resigned".into())
        ]));
        assert!(!on(&[("left_on", "2026-09-30".into())]));
        assert!(!on(&[("status", "resigned".into())]));
        let in_year = |pairs: &[(&str, Scalar)]| belonged(&cells(pairs), "2026-01-01", "2026-09-30");
        assert!(in_year(&[("left_on", "2026-03-01".into())]));
        assert!(!in_year(&[("left_on", "2025-12-31".into())]));
        assert!(!in_year(&[("joined_on", "2026-10-01".into())]));
        assert!(
            !in_year(&[("status", "resigned".into())]),
            "nobody knows since when"
        );
    }

    #[test]
    fn a_period_runs_from_its_first_day_to_its_last() {
        let period = cells(&[
            ("starts_on", "2026-01-01".into()),
            ("ends_on", "2026-12-31".into()),
        ]);
        let until = |day| runs_until(&period, day);
        assert_eq!(until("2026-01-01").as_deref(), Some("2026-12-31"));
        assert_eq!(until("2026-12-31").as_deref(), Some("2026-12-31"));
        assert_eq!((until("2025-12-31"), until("2027-01-01")), (None, None));
        assert_eq!(runs_until(&cells(&[]), "2026-01-01"), None);
        let ended = cells(&[("ends_on", "2025-12-31".into())]);
        let endless = cells(&[]);
        let near = |period| nearness(period, "2026-06-01");
        assert!(near(&period) > near(&ended) && near(&ended) > near(&endless));
        let coming = cells(&[
            ("starts_on", "2027-01-01".into()),
            ("ends_on", "2027-12-31".into()),
        ]);
        assert!(
            near(&period) > near(&coming),
            "what runs comes before what is to come"
        );
    }

    #[test]
    fn a_payment_counts_for_its_period_unless_it_was_cancelled() {
        let (period, member) = (RecordId([1; 16]), RecordId([2; 16]));
        let payment = |more: &[(&str, Scalar)]| {
            let mut all = cells(&[
                ("membership", member.into()),
                ("period", period.into()),
                ("amount", 100.into()),
            ]);
            all.extend(cells(more));
            all
        };
        assert_eq!(paid(&payment(&[]), period), Some((member, 100)));
        assert_eq!(paid(&payment(&[]), RecordId([3; 16])), None);
        assert_eq!(paid(&payment(&[("cancelled", true.into())]), period), None);
    }

    #[test]
    fn what_is_named_here_is_declared() {
        let schema = Schema::builtin();
        let has = |kind: &str, field: &str| schema.kind(kind).is_some_and(|kind| kind.field(field).is_some());
        assert!(has(PERIOD, "starts_on") && has(PERIOD, "ends_on"));
        for field in ["status", "left_on", "joined_on", "dues_amount", "category"] {
            assert!(has(MEMBERSHIP, field), "{field}");
        }
        for field in PAYMENT_FIELDS.into_iter().chain(["cancelled"]) {
            assert!(has(PAYMENT, field), "{field}");
        }
        let categories = schema.vocabulary("member_category").unwrap().codes();
        assert!(
            categories
                .iter()
                .all(|code| has(PERIOD, &format!("amount_{code}")))
        );
    }
}
