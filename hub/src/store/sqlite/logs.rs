//! The logs of a space, in SQL.

use rusqlite::{OptionalExtension, params};
use tawro_core::id::{DeviceId, EntryHash, LogId, MemberHash, SpaceId};
use tawro_core::log::LogHead;
use tawro_core::time::Timestamp;

use super::{SqliteLog, fixed};
use crate::store::{
    Ack, Appended, Fork, Line, Ordered, Place, Sealed, SpaceLog, StoreFault, Usage, Visit, numbered, place,
};

impl SpaceLog for SqliteLog {
    fn commit(&mut self) -> Result<(), StoreFault> {
        if !self.db.is_autocommit() {
            self.db.prepare_cached("COMMIT")?.execute([])?;
        }
        Ok(())
    }

    fn rollback(&mut self) {
        // Some faults, a full disk among them, have ended the transaction already.
        if !self.db.is_autocommit()
            && let Err(error) = self.db.execute_batch("ROLLBACK")
        {
            tracing::error!(%error, "a transaction could not be taken back");
        }
    }

    fn membership_append(
        &mut self,
        space: SpaceId,
        expect: Option<(u32, MemberHash)>,
        line: &Line,
    ) -> Result<Ordered, StoreFault> {
        self.begin()?;
        let row = self.space_row(space)?;
        let head = match row {
            Some(row) if self.member_hash(row, line.position)? == Some(line.hash) => {
                return Ok(Ordered::Duplicate);
            }
            Some(row) => self.member_head(row)?,
            None => None,
        };
        let next = head.map_or(0, |(position, _)| position + 1);
        if head != expect || line.position != next {
            return Ok(Ordered::Conflict { head });
        }
        let row = match row {
            Some(row) => row,
            None => self
                .db
                .prepare_cached("INSERT INTO space (space) VALUES (?)")?
                .insert([space.0])?,
        };
        self.db
            .prepare_cached("INSERT INTO member VALUES (?, ?, ?, ?)")?
            .execute(params![row, line.position, line.hash.0, line.bytes])?;
        Ok(Ordered::Stored)
    }

    fn membership_since(&mut self, space: SpaceId, from: u32) -> Result<Vec<Vec<u8>>, StoreFault> {
        let sql = "SELECT record FROM member JOIN space ON space.id = member.space
                   WHERE space.space = ? AND position >= ? ORDER BY position";
        let mut query = self.db.prepare_cached(sql)?;
        let records = query.query_map(params![space.0, from], |row| row.get(0))?;
        Ok(records.collect::<Result<_, _>>()?)
    }

    fn heads(&mut self, space: SpaceId) -> Result<Vec<LogHead>, StoreFault> {
        let sql = "SELECT log, device, seq, hash, epoch, position FROM log JOIN space ON space.id = log.space
                   WHERE space.space = ? ORDER BY log";
        let mut query = self.db.prepare_cached(sql)?;
        let heads = query.query_map([space.0], |row| {
            Ok(LogHead {
                log: LogId(fixed(row, 0)?),
                device: DeviceId(fixed(row, 1)?),
                seq: row.get(2)?,
                hash: EntryHash(fixed(row, 3)?),
                epoch: row.get(4)?,
                position: row.get(5)?,
            })
        })?;
        Ok(heads.collect::<Result<_, _>>()?)
    }

    fn append(&mut self, space: SpaceId, batch: &[Sealed]) -> Result<Vec<Appended>, StoreFault> {
        numbered(batch.iter().map(|entry| entry.head.seq))?;
        self.begin()?;
        let Some(space) = self.space_row(space)? else {
            return Ok(vec![Appended::Gap { have: None }; batch.len()]);
        };
        let mut answers = Vec::with_capacity(batch.len());
        let (mut entries, mut bytes) = (0u64, 0u64);
        for run in batch.chunk_by(|a, b| a.head.log == b.head.log) {
            let before = self.log_row(space, run[0].head.log)?;
            let mut log = before;
            for entry in run {
                let answer = self.append_one(space, &mut log, entry)?;
                if answer == Appended::Stored {
                    entries += 1;
                    bytes += entry.bytes.len() as u64;
                }
                answers.push(answer);
            }
            if let Some(log) = log.filter(|_| log != before) {
                self.db
                    .prepare_cached("UPDATE log SET seq = ?, hash = ?, epoch = ?, position = ? WHERE id = ?")?
                    .execute(params![log.seq, log.hash.0, log.epoch, log.position, log.id])?;
            }
        }
        if entries > 0 {
            self.db
                .prepare_cached("UPDATE space SET entries = entries + ?, bytes = bytes + ? WHERE id = ?")?
                .execute(params![entries, bytes, space])?;
        }
        Ok(answers)
    }

    fn range(
        &mut self,
        space: SpaceId,
        log: LogId,
        from: u64,
        max_bytes: usize,
    ) -> Result<Vec<Vec<u8>>, StoreFault> {
        let Some(space) = self.space_row(space)? else {
            return Ok(Vec::new());
        };
        let Some(log) = self.log_row(space, log)? else {
            return Ok(Vec::new());
        };
        if from > log.seq {
            return Ok(Vec::new());
        }
        let sql = "SELECT bytes FROM entry WHERE id BETWEEN ? AND ? ORDER BY id";
        let mut query = self.db.prepare_cached(sql)?;
        let mut rows = query.query(params![entry_id(log.id, from)?, entry_id(log.id, log.seq)?])?;
        let mut left = max_bytes;
        let mut taken = Vec::new();
        while let Some(row) = rows.next()? {
            let bytes = row.get_ref(0)?.as_blob().map_err(rusqlite::Error::from)?;
            if bytes.len() > left && !taken.is_empty() {
                break;
            }
            left = left.saturating_sub(bytes.len());
            taken.push(bytes.to_vec());
        }
        Ok(taken)
    }

    fn fork_keep(&mut self, space: SpaceId, fork: &Fork) -> Result<(), StoreFault> {
        numbered([fork.seq])?;
        self.begin()?;
        if let Some(space) = self.space_row(space)? {
            self.db
                .prepare_cached("INSERT INTO fork VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING")?
                .execute(params![space, fork.log.0, fork.seq, fork.proof])?;
        }
        Ok(())
    }

    fn forks(&mut self, space: SpaceId) -> Result<Vec<Fork>, StoreFault> {
        let sql = "SELECT log, seq, proof FROM fork JOIN space ON space.id = fork.space
                   WHERE space.space = ? ORDER BY log";
        let mut query = self.db.prepare_cached(sql)?;
        let forks = query.query_map([space.0], |row| {
            Ok(Fork {
                log: LogId(fixed(row, 0)?),
                seq: row.get(1)?,
                proof: row.get(2)?,
            })
        })?;
        Ok(forks.collect::<Result<_, _>>()?)
    }

    fn ack_keep(&mut self, space: SpaceId, ack: &Ack) -> Result<(), StoreFault> {
        numbered([ack.stored, ack.applied].into_iter().flatten())?;
        self.begin()?;
        if let Some(space) = self.space_row(space)? {
            let sql = "INSERT INTO ack VALUES (?, ?, ?, ?, ?)
                       ON CONFLICT DO UPDATE SET stored = excluded.stored, applied = excluded.applied";
            self.db.prepare_cached(sql)?.execute(params![
                space,
                ack.device.0,
                ack.log.0,
                ack.stored,
                ack.applied
            ])?;
        }
        Ok(())
    }

    fn acks(&mut self, space: SpaceId) -> Result<Vec<Ack>, StoreFault> {
        let sql = "SELECT device, log, stored, applied FROM ack JOIN space ON space.id = ack.space
                   WHERE space.space = ? ORDER BY device, log";
        let mut query = self.db.prepare_cached(sql)?;
        let acks = query.query_map([space.0], |row| {
            Ok(Ack {
                device: DeviceId(fixed(row, 0)?),
                log: LogId(fixed(row, 1)?),
                stored: row.get(2)?,
                applied: row.get(3)?,
            })
        })?;
        Ok(acks.collect::<Result<_, _>>()?)
    }

    fn visit_keep(&mut self, space: SpaceId, visit: &Visit) -> Result<(), StoreFault> {
        self.begin()?;
        let Some(space) = self.space_row(space)? else {
            return Ok(());
        };
        let sql = "SELECT incarnation = ?3 FROM visit WHERE space = ?1 AND device = ?2";
        let who = params![space, visit.device.0, visit.incarnation];
        let same = self
            .db
            .prepare_cached(sql)?
            .query_row(who, |row| row.get(0))
            .optional()?;
        if same != Some(true) {
            let sql = "DELETE FROM ack WHERE space = ? AND device = ?";
            self.db
                .prepare_cached(sql)?
                .execute(params![space, visit.device.0])?;
        }
        let sql = "INSERT INTO visit VALUES (?, ?, ?, ?)
                   ON CONFLICT DO UPDATE SET incarnation = excluded.incarnation, at = excluded.at";
        self.db.prepare_cached(sql)?.execute(params![
            space,
            visit.device.0,
            visit.incarnation,
            visit.at.0
        ])?;
        Ok(())
    }

    fn visits(&mut self, space: SpaceId) -> Result<Vec<Visit>, StoreFault> {
        let sql = "SELECT device, incarnation, at FROM visit JOIN space ON space.id = visit.space
                   WHERE space.space = ? ORDER BY device";
        let mut query = self.db.prepare_cached(sql)?;
        let visits = query.query_map([space.0], |row| {
            Ok(Visit {
                device: DeviceId(fixed(row, 0)?),
                incarnation: fixed(row, 1)?,
                at: Timestamp(row.get(2)?),
            })
        })?;
        Ok(visits.collect::<Result<_, _>>()?)
    }

    fn usage(&mut self, space: SpaceId) -> Result<Usage, StoreFault> {
        let sql = "SELECT entries, bytes, (SELECT count(*) FROM log WHERE log.space = space.id),
                   (SELECT count(*) FROM member WHERE member.space = space.id) FROM space WHERE space = ?";
        let mut query = self.db.prepare_cached(sql)?;
        let usage = query.query_row([space.0], |row| {
            Ok(Usage {
                entries: row.get(0)?,
                bytes: row.get(1)?,
                logs: row.get(2)?,
                members: row.get(3)?,
            })
        });
        Ok(usage.optional()?.unwrap_or_default())
    }

    fn spaces(&mut self) -> Result<Vec<SpaceId>, StoreFault> {
        let mut query = self.db.prepare_cached("SELECT space FROM space ORDER BY space")?;
        let spaces = query.query_map([], |row| Ok(SpaceId(fixed(row, 0)?)))?;
        Ok(spaces.collect::<Result<_, _>>()?)
    }

    fn delete_space(&mut self, space: SpaceId) -> Result<(), StoreFault> {
        self.begin()?;
        self.db.execute("DELETE FROM invite WHERE space = ?", [space.0])?;
        self.db
            .execute("DELETE FROM recovery WHERE space = ?", [space.0])?;
        let Some(row) = self.space_row(space)? else {
            return Ok(());
        };
        let entries = "DELETE FROM entry WHERE id IN (SELECT entry.id FROM log JOIN entry
                       ON entry.id BETWEEN log.id << 32 AND (log.id << 32) + log.seq WHERE log.space = ?)";
        self.db.execute(entries, [row])?;
        for table in ["log", "member", "fork", "ack", "visit"] {
            self.db
                .execute(&format!("DELETE FROM {table} WHERE space = ?"), [row])?;
        }
        self.db.execute("DELETE FROM space WHERE id = ?", [row])?;
        Ok(())
    }
}

/// A row of `log`: its key and how far it is held.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct LogRow {
    id: i64,
    seq: u64,
    hash: EntryHash,
    epoch: u32,
    position: u32,
}

impl SqliteLog {
    fn member_hash(&self, space: i64, position: u32) -> Result<Option<MemberHash>, StoreFault> {
        let mut query = self
            .db
            .prepare_cached("SELECT hash FROM member WHERE space = ? AND position = ?")?;
        Ok(query
            .query_row(params![space, position], |row| Ok(MemberHash(fixed(row, 0)?)))
            .optional()?)
    }

    fn member_head(&self, space: i64) -> Result<Option<(u32, MemberHash)>, StoreFault> {
        let sql = "SELECT position, hash FROM member WHERE space = ? ORDER BY position DESC LIMIT 1";
        let mut query = self.db.prepare_cached(sql)?;
        let head = query.query_row([space], |row| Ok((row.get(0)?, MemberHash(fixed(row, 1)?))));
        Ok(head.optional()?)
    }

    fn log_row(&self, space: i64, log: LogId) -> Result<Option<LogRow>, StoreFault> {
        let mut query = self
            .db
            .prepare_cached("SELECT id, seq, hash, epoch, position FROM log WHERE space = ? AND log = ?")?;
        let found = query.query_row(params![space, log.0], |row| {
            Ok(LogRow {
                id: row.get(0)?,
                seq: row.get(1)?,
                hash: EntryHash(fixed(row, 2)?),
                epoch: row.get(3)?,
                position: row.get(4)?,
            })
        });
        Ok(found.optional()?)
    }

    /// Appends one entry and moves `log` on; the row of a log that was there is the caller's to update.
    fn append_one(
        &self,
        space: i64,
        log: &mut Option<LogRow>,
        entry: &Sealed,
    ) -> Result<Appended, StoreFault> {
        match place(log.map(|log| (log.seq, log.hash)), entry) {
            Place::Not(answer) => return Ok(answer),
            Place::Held => {
                let id = log.map_or(0, |log| log.id);
                let mut query = self.db.prepare_cached("SELECT hash FROM entry WHERE id = ?")?;
                let held: [u8; 32] = query.query_row([entry_id(id, entry.head.seq)?], |row| fixed(row, 0))?;
                let same = held == entry.head.hash.0;
                return Ok(if same {
                    Appended::Duplicate
                } else {
                    Appended::Fork { seq: entry.head.seq }
                });
            }
            Place::Next => {}
        }
        let id = match log {
            Some(log) => log.id,
            None => self
                .db
                .prepare_cached(
                    "INSERT INTO log (space, log, device, seq, hash, epoch, position) VALUES (?, ?, ?, ?, ?, ?, ?)",
                )?
                .insert(params![
                    space,
                    entry.head.log.0,
                    entry.head.device.0,
                    entry.head.seq,
                    entry.head.hash.0,
                    entry.head.epoch,
                    entry.head.position
                ])?,
        };
        self.db
            .prepare_cached("INSERT INTO entry VALUES (?, ?, ?)")?
            .execute(params![
                entry_id(id, entry.head.seq)?,
                entry.head.hash.0,
                entry.bytes
            ])?;
        *log = Some(LogRow {
            id,
            seq: entry.head.seq,
            hash: entry.head.hash,
            epoch: entry.head.epoch,
            position: entry.head.position,
        });
        Ok(Appended::Stored)
    }
}

/// The key of an entry. See [`SEQ_MAX`](tawro_core::log::SEQ_MAX).
fn entry_id(log: i64, seq: u64) -> Result<i64, StoreFault> {
    let seq = u32::try_from(seq).map_err(|_| StoreFault::Number { seq })?;
    Ok((log << 32) + i64::from(seq))
}
