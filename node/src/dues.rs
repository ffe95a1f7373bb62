//! Who owes what for a period of dues.

use std::collections::BTreeMap;

use tawro_core::command::Refusal;
use tawro_core::id::RecordId;
use tawro_core::record::resolve_merged;
use tawro_core::schema::dues;

use crate::driver::Node;
use crate::fault::NodeError;
use crate::store::sort_key;
use crate::view::projected;

/// A member who has not paid all of a period's dues.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Owing {
    /// Their membership.
    pub membership: RecordId,
    /// What people call them.
    pub title: String,
    /// Centimes owed for the period.
    pub owed: i64,
    /// Centimes of it that were paid.
    pub paid: i64,
}

impl Node {
    /// The period that a payment of a member is most likely for, and the centimes they still owe for it:
    /// of those they owe something for, one that runs today, or else the one that ended last.
    pub fn owed_by(
        &mut self,
        membership: RecordId,
        today: &str,
    ) -> Result<Option<(RecordId, i64)>, NodeError> {
        self.may_see(dues::PAYMENT)?;
        self.may_see(dues::MEMBERSHIP)?;
        self.read(|_, tx| {
            let member = projected(membership, tx)?;
            let mut owing = Vec::new();
            tx.each(dues::PERIOD, &mut |period| {
                let owed = dues::owed(&period.cells, &member.cells);
                let owed = owed.filter(|_| !period.deleted && period.merged_into.is_none());
                owing.extend(owed.map(|owed| (dues::nearness(&period.cells, today), period.id, owed)));
            })?;
            let [of_member, ..] = dues::PAYMENT_FIELDS;
            // What was paid for a membership that was merged into this one counts for it.
            for one in tx.one_with(dues::MEMBERSHIP, membership)? {
                tx.each_of(dues::PAYMENT, of_member, one, &mut |payment| {
                    let counts = !payment.deleted && payment.merged_into.is_none();
                    for (_, period, owed) in owing.iter_mut().filter(|_| counts) {
                        *owed -= dues::paid(&payment.cells, *period).map_or(0, |(_, amount)| amount);
                    }
                })?;
            }
            owing.retain(|(_, _, owed)| *owed > 0);
            Ok(owing.into_iter().max().map(|(_, period, owed)| (period, owed)))
        })
    }

    /// Who owes something for a period, by name.
    pub fn owing(&mut self, period: RecordId) -> Result<Vec<Owing>, NodeError> {
        self.may_see(dues::PAYMENT)?;
        self.may_see(dues::MEMBERSHIP)?;
        self.read(|_, tx| {
            let row = projected(period, tx)?;
            if row.kind != dues::PERIOD {
                return Err(Refusal::NotFound { record: period }.into());
            }
            let mut owing = Vec::new();
            let mut merged: BTreeMap<RecordId, RecordId> = BTreeMap::new();
            tx.each(dues::MEMBERSHIP, &mut |member| {
                merged.extend(member.merged_into.map(|into| (member.id, into)));
                let counts = !member.deleted && member.merged_into.is_none();
                let owed = dues::owed(&row.cells, &member.cells).filter(|_| counts);
                owing.extend(owed.map(|owed| Owing {
                    membership: member.id,
                    title: String::new(),
                    owed,
                    paid: 0,
                }));
            })?;
            let mut paid: BTreeMap<RecordId, i64> = BTreeMap::new();
            tx.each(dues::PAYMENT, &mut |payment| {
                let counts = !payment.deleted && payment.merged_into.is_none();
                if let Some((member, amount)) = dues::paid(&payment.cells, period).filter(|_| counts) {
                    // What was paid for a membership that is merged counts for the one that stands for it.
                    let stands = resolve_merged(member, &mut |id| merged.get(&id).copied());
                    *paid.entry(stands).or_default() += amount;
                }
            })?;
            owing.retain_mut(|one: &mut Owing| {
                one.paid = paid.get(&one.membership).copied().unwrap_or_default();
                one.owed > one.paid
            });
            for one in &mut owing {
                one.title = tx.title(one.membership)?.unwrap_or_default();
            }
            owing.sort_by_cached_key(|one| sort_key(&one.title));
            Ok(owing)
        })
    }
}
