//! What is kept of periods, in an SQLite file: all the SQL of this room.

use std::path::Path;

use rusqlite::types::ValueRef;
use rusqlite::{Connection, OptionalExtension, Row, TransactionBehavior, params};
use tawro_core::crypto::Hash;
use tawro_core::id::{StatisticsKey, TaskId};
use tawro_core::indicator::{Domain, Milieu, Period};
use tawro_core::share::{Ledger, Manifest, Published, Roll, Seat, SignedSheet, Task, Waiting};
use tawro_core::time::Timestamp;

use crate::period::{Asked, PeriodFault, State};
use crate::store::{Layout, StoreFault, fixed};

type Found<T> = Result<T, PeriodFault>;

/// The file.
pub(super) struct Store(Connection);

/// The file within one transaction.
pub(super) struct Rows<'c>(&'c Connection);

/// An association as it is registered.
pub(super) struct Seated {
    pub(super) seat: Seat,
    pub(super) name: String,
    pub(super) asked: Asked,
    /// Whether it entered a roll.
    pub(super) entered: bool,
    /// It takes part no longer.
    pub(super) leaves: bool,
}

/// A task of a period.
pub(super) struct Kept {
    pub(super) period: Period,
    pub(super) task: Task,
    pub(super) roll: Roll,
    pub(super) manifest: Option<Manifest>,
    pub(super) published: Option<Published>,
}

impl Store {
    pub(super) fn open(path: &Path) -> Result<Self, StoreFault> {
        Ok(Self(FILE.open(path)?))
    }

    /// All that `step` writes, or nothing.
    pub(super) fn write<T>(&mut self, step: impl FnOnce(&Rows<'_>) -> Found<T>) -> Found<T> {
        let transaction = self.0.transaction_with_behavior(TransactionBehavior::Immediate)?;
        let done = step(&Rows(&transaction))?;
        transaction.commit()?;
        Ok(done)
    }

    /// What `look` sees is one state.
    pub(super) fn read<T>(&mut self, look: impl FnOnce(&Rows<'_>) -> Found<T>) -> Found<T> {
        let transaction = self.0.transaction()?;
        look(&Rows(&transaction))
    }
}

/// Seats and rolls.
impl Rows<'_> {
    pub(super) fn seats(&self) -> Found<Vec<Seated>> {
        self.list(&format!("{SEATS} ORDER BY name"), [], seated)
    }

    /// Who has this name or this key, and who runs the programme if that is asked of the newcomer.
    pub(super) fn seats_in_the_way(
        &self,
        name: &str,
        key: &StatisticsKey,
        asked: Asked,
    ) -> Found<Vec<Seated>> {
        let sql = format!("{SEATS} WHERE key = ?1 OR name = ?2 OR (asked = 'operator' AND ?3) ORDER BY name");
        let is_operator = asked == Asked::Operator;
        self.list(&sql, params![key.0, name, is_operator], seated)
    }

    pub(super) fn seat_put(&self, name: &str, seat: &Seat, asked: Asked) -> Found<()> {
        let sql = "INSERT INTO seat VALUES (?, ?, ?, ?, ?, NULL, 0)";
        let milieu = seat.milieu.map(Milieu::code);
        let domain = seat.domain.map(Domain::group);
        self.run(sql, params![seat.key.0, name, milieu, domain, asked.code()])
    }

    /// Takes away who was on no roll yet; who was is on none from the next year on. Whether there is such a seat.
    pub(super) fn seat_leave(&self, name: &str) -> Found<bool> {
        self.run("DELETE FROM seat WHERE name = ? AND since IS NULL", [name])?;
        let removed = self.0.changes();
        self.run("UPDATE seat SET leaves = 1 WHERE name = ?", [name])?;
        Ok(removed + self.0.changes() > 0)
    }

    pub(super) fn name(&self, key: &StatisticsKey) -> Found<Option<String>> {
        let mut query = self.0.prepare_cached("SELECT name FROM seat WHERE key = ?")?;
        Ok(query.query_row([key.0], |row| row.get(0)).optional()?)
    }

    pub(super) fn roll(&self, asked: Asked, year: u16) -> Found<Option<Roll>> {
        let sql = "SELECT bytes FROM roll WHERE asked = ? AND year = ?";
        self.one(sql, params![asked.code(), year], |row| {
            read(row, 0, Roll::from_bytes)
        })
    }

    /// The newest roll, and of which year it is.
    pub(super) fn last_roll(&self, asked: Asked) -> Found<Option<(u16, Roll)>> {
        let sql = "SELECT year, bytes FROM roll WHERE asked = ? ORDER BY year DESC LIMIT 1";
        self.one(sql, [asked.code()], |row| {
            let year = row.get(0)?;
            Ok(read(row, 1, Roll::from_bytes)?.map(|roll| (year, roll)))
        })
    }

    /// Fixes the roll of a year; its newcomers entered with it.
    pub(super) fn roll_put(&self, asked: Asked, year: u16, roll: &Roll) -> Found<()> {
        let sql = "INSERT INTO roll VALUES (?, ?, ?)";
        self.run(sql, params![asked.code(), year, roll.to_bytes()])?;
        let sql = "UPDATE seat SET since = ? WHERE key = ? AND since IS NULL";
        roll.seats()
            .try_for_each(|seat| self.run(sql, params![year, seat.key.0]))
    }
}

/// Periods and tasks.
impl Rows<'_> {
    pub(super) fn periods(&self) -> Found<Vec<Period>> {
        self.list("SELECT period FROM period ORDER BY first", [], |row| {
            period(row, 0)
        })
    }

    pub(super) fn period_put(&self, period: Period) -> Found<()> {
        let first = period.first().to_string();
        let sql = "INSERT INTO period VALUES (?, ?, ?)";
        self.run(sql, params![period.to_string(), first, State::Open.code()])
    }

    /// How many reports came to its tasks.
    pub(super) fn reports_of(&self, period: Period) -> Found<usize> {
        let sql = "SELECT count(*) FROM report JOIN task ON task.id = report.task WHERE period = ?";
        let count: i64 = self.0.query_row(sql, [period.to_string()], |row| row.get(0))?;
        usize::try_from(count).map_err(|_| PeriodFault::damaged())
    }

    /// Removes a period without reports, and rolls on which no task stands any more; who entered with those waits
    /// again.
    pub(super) fn period_remove(&self, period: Period) -> Found<()> {
        for sql in [
            "DELETE FROM rejected WHERE period = ?",
            "DELETE FROM task WHERE period = ?",
            "DELETE FROM period WHERE period = ?",
        ] {
            self.run(sql, [period.to_string()])?;
        }
        self.run(
            "DELETE FROM roll WHERE NOT EXISTS
                 (SELECT 1 FROM task WHERE task.asked = roll.asked AND task.year = roll.year)",
            [],
        )?;
        self.run(
            "UPDATE seat SET since = NULL WHERE since IS NOT NULL AND NOT EXISTS
                 (SELECT 1 FROM roll WHERE roll.asked = seat.asked AND roll.year = seat.since)",
            [],
        )
    }

    pub(super) fn state(&self, period: Period) -> Found<State> {
        let sql = "SELECT state FROM period WHERE period = ?";
        let state = self.one(sql, [period.to_string()], |row| {
            let code: String = row.get(0)?;
            Ok(State::ALL.into_iter().find(|state| state.code() == code))
        })?;
        state.ok_or(PeriodFault::Unknown { period })
    }

    pub(super) fn state_set(&self, period: Period, state: State) -> Found<()> {
        let sql = "UPDATE period SET state = ? WHERE period = ?";
        self.run(sql, params![state.code(), period.to_string()])
    }

    pub(super) fn task_put(&self, period: Period, asked: Asked, year: u16, task: &Task) -> Found<()> {
        let sql = "INSERT INTO task VALUES (?, ?, ?, ?, ?, NULL, NULL)";
        let (id, period) = (task.id().0, period.to_string());
        self.run(sql, params![id, period, asked.code(), year, task.to_bytes()])
    }

    /// The tasks of a period, that of the associations first.
    pub(super) fn tasks(&self, period: Period) -> Found<Vec<Kept>> {
        let sql = format!("{TASKS} WHERE period = ? ORDER BY asked");
        self.list(&sql, [period.to_string()], kept)
    }

    pub(super) fn task(&self, id: TaskId) -> Found<Option<Kept>> {
        self.one(&format!("{TASKS} WHERE id = ?"), [id.0], kept)
    }

    pub(super) fn manifest_put(&self, manifest: &Manifest) -> Found<()> {
        let sql = "UPDATE task SET manifest = ? WHERE id = ?";
        self.run(sql, params![manifest.to_bytes(), manifest.task().0])
    }

    pub(super) fn published_put(&self, published: &Published) -> Found<()> {
        let sql = "UPDATE task SET published = ? WHERE id = ?";
        self.run(sql, params![published.to_bytes(), published.task.0])
    }
}

/// Reports.
impl Rows<'_> {
    /// The bytes of every report of a task, in the order in which they came.
    pub(super) fn reports(&self, task: TaskId) -> Found<Vec<Vec<u8>>> {
        let sql = "SELECT bytes FROM report WHERE task = ? ORDER BY id";
        self.list(sql, [task.0], |row| Ok(Some(row.get(0)?)))
    }

    /// The number of the newest report of all; 0 before the first.
    pub(super) fn newest_report(&self) -> Found<i64> {
        let mut query = self.0.prepare_cached("SELECT coalesce(max(id), 0) FROM report")?;
        Ok(query.query_row([], |row| row.get(0))?)
    }

    /// Who reported, each once.
    pub(super) fn reported(&self, task: TaskId) -> Found<Vec<StatisticsKey>> {
        let sql = "SELECT DISTINCT key FROM report WHERE task = ? ORDER BY key";
        self.list(sql, [task.0], |row| Ok(Some(StatisticsKey(fixed(row, 0)?))))
    }

    pub(super) fn report(&self, task: TaskId, hash: &Hash) -> Found<Option<Vec<u8>>> {
        let sql = "SELECT bytes FROM report WHERE task = ? AND hash = ?";
        self.one(sql, params![task.0, hash], |row| Ok(Some(row.get(0)?)))
    }

    pub(super) fn report_put(
        &self,
        report: &tawro_core::share::Report,
        bytes: &[u8],
        at: Timestamp,
    ) -> Found<()> {
        let sql = "INSERT INTO report (task, key, hash, bytes, at) VALUES (?, ?, ?, ?, ?)";
        let task = report.contribution().task().0;
        self.run(sql, params![task, report.key().0, report.hash(), bytes, at.0])
    }

    /// Remembers that something was rejected, the newest [`REJECTED_MAX`] of a period.
    pub(super) fn rejected_put(
        &self,
        period: Period,
        key: Option<StatisticsKey>,
        hash: &Hash,
        code: &str,
        at: Timestamp,
    ) -> Found<()> {
        let period = period.to_string();
        let sql = "INSERT INTO rejected (period, key, hash, code, at) VALUES (?, ?, ?, ?, ?)
                   ON CONFLICT DO UPDATE SET at = excluded.at";
        let key = key.map(|key| key.0);
        self.run(sql, params![period, key, hash, code, at.0])?;
        let sql = "DELETE FROM rejected WHERE period = ?1 AND id <=
                   (SELECT max(id) FROM rejected WHERE period = ?1) - ?2";
        self.run(sql, params![period, REJECTED_MAX])
    }

    /// Whose reports were rejected, where that is known, and with which code; the oldest first.
    pub(super) fn rejected(&self, period: Period) -> Found<Vec<(Option<String>, String, Timestamp)>> {
        let sql = "SELECT seat.name, code, at FROM rejected LEFT JOIN seat USING (key)
                   WHERE period = ? ORDER BY id";
        self.list(sql, [period.to_string()], |row| {
            Ok(Some((row.get(0)?, row.get(1)?, Timestamp(row.get(2)?))))
        })
    }
}

/// What associations show by name.
impl Rows<'_> {
    pub(super) fn sheet(&self, key: &StatisticsKey) -> Found<Option<SignedSheet>> {
        let sql = "SELECT bytes FROM sheet WHERE key = ?";
        self.one(sql, [key.0], |row| read(row, 0, SignedSheet::from_bytes))
    }

    pub(super) fn sheet_put(&self, sheet: &SignedSheet, at: Timestamp) -> Found<()> {
        let sql = "INSERT OR REPLACE INTO sheet VALUES (?, ?, ?)";
        self.run(sql, params![sheet.key().0, sheet.to_bytes(), at.0])
    }

    pub(super) fn sheets(&self) -> Found<Vec<(String, SignedSheet, Timestamp)>> {
        let sql = "SELECT name, bytes, at FROM sheet JOIN seat USING (key) ORDER BY name";
        self.list(sql, [], |row| {
            let sheet = read(row, 1, SignedSheet::from_bytes)?;
            let (name, at) = (row.get(0)?, Timestamp(row.get(2)?));
            Ok(sheet.map(|sheet| (name, sheet, at)))
        })
    }
}

/// What is carried from one period to the next.
impl Rows<'_> {
    pub(super) fn waiting(&self) -> Found<Waiting> {
        let all = self.list("SELECT code, key, amount FROM waiting", [], |row| {
            Ok(Some((row.get(0)?, StatisticsKey(fixed(row, 1)?), row.get(2)?)))
        })?;
        Ok(Waiting::from_all(all))
    }

    pub(super) fn waiting_set(&self, waiting: &Waiting) -> Found<()> {
        self.run("DELETE FROM waiting", [])?;
        let sql = "INSERT INTO waiting VALUES (?, ?, ?)";
        let mut all = waiting.all();
        all.try_for_each(|(code, key, amount)| self.run(sql, params![code, key.0, amount]))
    }

    /// The ledger; in reading its chain is checked, and that all that was added up is in it.
    pub(super) fn ledger(&self) -> Found<Ledger> {
        let kept: Vec<Vec<u8>> = self.list("SELECT bytes FROM opening ORDER BY id", [], |row| {
            Ok(Some(row.get(0)?))
        })?;
        let ledger = Ledger::read(kept.iter().map(Vec::as_slice))?;
        let sql = "SELECT manifest, published FROM task WHERE published IS NOT NULL";
        let told = self.list(sql, [], |row| {
            let manifest = read(row, 0, Manifest::from_bytes)?;
            Ok(manifest.zip(read(row, 1, Published::from_bytes)?))
        })?;
        told.iter()
            .try_for_each(|(manifest, published)| ledger.holds(manifest, published))?;
        Ok(ledger)
    }

    pub(super) fn opening_put(&self, opening: &tawro_core::share::Opening) -> Found<()> {
        let sql = "INSERT INTO opening (task, bytes) VALUES (?, ?)";
        self.run(sql, params![opening.task().0, opening.to_bytes()])
    }
}

impl Rows<'_> {
    fn run(&self, sql: &str, values: impl rusqlite::Params) -> Found<()> {
        self.0.prepare_cached(sql)?.execute(values)?;
        Ok(())
    }

    fn one<T>(
        &self,
        sql: &str,
        values: impl rusqlite::Params,
        read: impl FnMut(&Row<'_>) -> rusqlite::Result<Option<T>>,
    ) -> Found<Option<T>> {
        Ok(self.list(sql, values, read)?.pop())
    }

    /// Every row read; one that reads as nothing is damage.
    fn list<T>(
        &self,
        sql: &str,
        values: impl rusqlite::Params,
        read: impl FnMut(&Row<'_>) -> rusqlite::Result<Option<T>>,
    ) -> Found<Vec<T>> {
        let mut query = self.0.prepare_cached(sql)?;
        let rows = query.query_map(values, read)?;
        rows.map(|row| row?.ok_or_else(PeriodFault::damaged)).collect()
    }
}

impl From<rusqlite::Error> for PeriodFault {
    fn from(error: rusqlite::Error) -> Self {
        Self::Store(error.into())
    }
}

const SEATS: &str = "SELECT key, name, milieu, domain, asked, since, leaves FROM seat";

fn seated(row: &Row<'_>) -> rusqlite::Result<Option<Seated>> {
    let milieu: Option<String> = row.get(2)?;
    let domain: Option<u8> = row.get(3)?;
    Ok(Some(Seated {
        seat: Seat {
            key: StatisticsKey(fixed(row, 0)?),
            milieu: milieu.and_then(|code| Milieu::ALL.into_iter().find(|one| one.code() == code)),
            domain: domain.and_then(Domain::new),
        },
        name: row.get(1)?,
        asked: asked(row, 4)?,
        entered: row.get_ref(5)? != ValueRef::Null,
        leaves: row.get(6)?,
    }))
}

const TASKS: &str = "SELECT period, task.bytes, roll.bytes, manifest, published
                     FROM task JOIN roll USING (asked, year)";

fn kept(row: &Row<'_>) -> rusqlite::Result<Option<Kept>> {
    let parts = (
        period(row, 0)?,
        read(row, 1, Task::from_bytes)?,
        read(row, 2, Roll::from_bytes)?,
        optional(row, 3, Manifest::from_bytes)?,
        optional(row, 4, Published::from_bytes)?,
    );
    Ok(match parts {
        (Some(period), Some(task), Some(roll), Some(manifest), Some(published)) => Some(Kept {
            period,
            task,
            roll,
            manifest,
            published,
        }),
        _ => None,
    })
}

fn period(row: &Row<'_>, column: usize) -> rusqlite::Result<Option<Period>> {
    Ok(row.get::<_, String>(column)?.parse().ok())
}

fn asked(row: &Row<'_>, column: usize) -> rusqlite::Result<Asked> {
    let code: String = row.get(column)?;
    Ok(match code == Asked::Operator.code() {
        true => Asked::Operator,
        false => Asked::Associations,
    })
}

/// What core reads from a column; nothing if it does not.
fn read<T, E>(
    row: &Row<'_>,
    column: usize,
    from_bytes: impl Fn(&[u8]) -> Result<T, E>,
) -> rusqlite::Result<Option<T>> {
    Ok(from_bytes(row.get_ref(column)?.as_blob()?).ok())
}

/// The same of a column that may be empty: nothing there is no damage.
fn optional<T, E>(
    row: &Row<'_>,
    column: usize,
    from_bytes: impl Fn(&[u8]) -> Result<T, E>,
) -> rusqlite::Result<Option<Option<T>>> {
    match row.get_ref(column)? {
        ValueRef::Null => Ok(Some(None)),
        _ => Ok(read(row, column, from_bytes)?.map(Some)),
    }
}

/// Who sends nonsense all day does not fill the disk with it.
const REJECTED_MAX: i64 = 1_000;

const FILE: Layout = Layout {
    // "TWRS" in ASCII.
    application_id: 0x5457_5253,
    migrations: &[
        include_str!("../../../migrations/statistics/0001.sql"),
        include_str!("../../../migrations/statistics/0002.sql"),
        include_str!("../../../migrations/statistics/0003.sql"),
    ],
};
