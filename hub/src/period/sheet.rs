//! Progress sheets come in: what an association shows of itself by name. The newest of each stands.

use tawro_core::share::{SHEET_AHEAD_SECONDS_MAX, SheetReject, SignedSheet, Taken};
use tawro_core::time::Timestamp;

use crate::period::store::Rows;
use crate::period::{PeriodFault, Periods};
use crate::published::Progress;

/// What became of one sheet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SheetAnswer {
    /// Whose it is, if its signature shows that and the association is registered.
    pub association: Option<String>,
    /// Whether it was taken.
    pub outcome: Result<Taken, SheetReject>,
}

impl Periods {
    /// Takes sheets as they came, all in one transaction; one answer for each, in their order.
    ///
    /// # Errors
    /// The store. That a sheet is rejected is no error but an answer.
    pub fn take_sheets(
        &mut self,
        sheets: &[Vec<u8>],
        now: Timestamp,
    ) -> Result<Vec<SheetAnswer>, PeriodFault> {
        self.store
            .write(|rows| sheets.iter().map(|bytes| take(rows, bytes, now)).collect())
    }

    /// What each association shows by name, in order of their names; those that never sent a sheet are not in it.
    pub fn progress(&mut self) -> Result<Vec<Progress>, PeriodFault> {
        self.store.read(progress)
    }
}

/// What is shown, read from the newest sheets.
pub(super) fn progress(rows: &Rows<'_>) -> Result<Vec<Progress>, PeriodFault> {
    let all = rows.sheets()?.into_iter();
    let shown = all.map(|(association, sheet, came)| Progress {
        association,
        sheet: sheet.sheet().clone(),
        came,
    });
    Ok(shown.collect())
}

fn take(rows: &Rows<'_>, bytes: &[u8], now: Timestamp) -> Result<SheetAnswer, PeriodFault> {
    let rejected = |association, reject| {
        Ok(SheetAnswer {
            association,
            outcome: Err(reject),
        })
    };
    let Ok(sheet) = SignedSheet::from_bytes(bytes) else {
        return rejected(None, SheetReject::Malformed);
    };
    if sheet.verify().is_err() {
        return rejected(None, SheetReject::Unsigned);
    }
    let Some(name) = rows.name(&sheet.key())? else {
        return rejected(None, SheetReject::NotRegistered);
    };
    if sheet.sheet().made.0 > now.0.saturating_add(SHEET_AHEAD_SECONDS_MAX) {
        return rejected(Some(name), SheetReject::Ahead);
    }
    let outcome = match rows.sheet(&sheet.key())? {
        Some(held) if held == sheet => Taken::Already,
        Some(held) if held.sheet().made >= sheet.sheet().made => {
            return rejected(Some(name), SheetReject::Older);
        }
        Some(_) => Taken::Replaced,
        None => Taken::New,
    };
    if outcome != Taken::Already {
        rows.sheet_put(&sheet, now)?;
    }
    Ok(SheetAnswer {
        association: Some(name),
        outcome: Ok(outcome),
    })
}
