//! Tickets, invitations and letters, in SQL.

use rusqlite::{OptionalExtension, Row, params};
use tawro_core::id::{DeviceId, InviteId, SpaceId};
use tawro_core::time::Timestamp;

use super::{SqliteLog, fixed};
use crate::store::{Desk, Invite, Letter, StoreFault, Ticket, TicketState};

impl Desk for SqliteLog {
    fn ticket_keep(&mut self, ticket: &Ticket) -> Result<(), StoreFault> {
        self.begin()?;
        self.db
            .prepare_cached("INSERT INTO ticket VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING")?
            .execute(params![
                ticket.id.0,
                ticket.secret,
                ticket.name,
                ticket.made.0,
                ticket.expires.0,
                ticket.used_by.map(|space| space.0)
            ])?;
        Ok(())
    }

    fn ticket(&mut self, id: InviteId) -> Result<Option<Ticket>, StoreFault> {
        let mut query = self.db.prepare_cached(&format!("{TICKETS} WHERE id = ?"))?;
        Ok(query.query_row([id.0], ticket).optional()?)
    }

    fn ticket_use(&mut self, id: InviteId, space: SpaceId) -> Result<TicketState, StoreFault> {
        self.begin()?;
        let sql = "UPDATE ticket SET used_by = ?2 WHERE id = ?1 AND (used_by IS NULL OR used_by = ?2)";
        if self.db.prepare_cached(sql)?.execute(params![id.0, space.0])? > 0 {
            return Ok(TicketState::Yours);
        }
        Ok(self
            .ticket(id)?
            .map_or(TicketState::Unknown, |_| TicketState::Used))
    }

    fn tickets(&mut self) -> Result<Vec<Ticket>, StoreFault> {
        let mut query = self.db.prepare_cached(&format!("{TICKETS} ORDER BY rowid"))?;
        let tickets = query.query_map([], ticket)?;
        Ok(tickets.collect::<Result<_, _>>()?)
    }

    fn invites_set(&mut self, space: SpaceId, open: &[(InviteId, Timestamp)]) -> Result<(), StoreFault> {
        self.begin()?;
        self.db
            .prepare_cached("UPDATE invite SET open = 0 WHERE space = ? AND open")?
            .execute([space.0])?;
        for (invite, expires) in open {
            let sql = "INSERT INTO invite VALUES (?, ?, ?, 1)
                       ON CONFLICT DO UPDATE SET open = 1 WHERE space = excluded.space";
            self.db
                .prepare_cached(sql)?
                .execute(params![invite.0, space.0, expires.0])?;
        }
        Ok(())
    }

    fn invite(&mut self, invite: InviteId, now: Timestamp) -> Result<Option<Invite>, StoreFault> {
        let sql = "SELECT space, open FROM invite WHERE invite = ? AND expires > ?";
        let mut query = self.db.prepare_cached(sql)?;
        let invite = query.query_row(params![invite.0, now.0], |row| {
            Ok(Invite {
                space: SpaceId(fixed(row, 0)?),
                open: row.get(1)?,
            })
        });
        Ok(invite.optional()?)
    }

    fn letter_put(&mut self, invite: InviteId, letter: &Letter) -> Result<(), StoreFault> {
        self.begin()?;
        let sql = "INSERT INTO letter SELECT invite, ?2, ?3 FROM invite WHERE invite = ?1
                   ON CONFLICT DO UPDATE SET bytes = excluded.bytes";
        self.db
            .prepare_cached(sql)?
            .execute(params![invite.0, letter.slot, letter.bytes])?;
        Ok(())
    }

    fn letters(&mut self, invite: InviteId) -> Result<Vec<Letter>, StoreFault> {
        let mut query = self
            .db
            .prepare_cached("SELECT slot, bytes FROM letter WHERE invite = ? ORDER BY slot")?;
        let letters = query.query_map([invite.0], |row| {
            Ok(Letter {
                slot: row.get(0)?,
                bytes: row.get(1)?,
            })
        })?;
        Ok(letters.collect::<Result<_, _>>()?)
    }

    fn recovery_set(&mut self, space: SpaceId, key: DeviceId) -> Result<(), StoreFault> {
        self.begin()?;
        let sql = "INSERT INTO recovery VALUES (?, ?)
                   ON CONFLICT DO UPDATE SET key = excluded.key WHERE key <> excluded.key";
        self.db.prepare_cached(sql)?.execute(params![space.0, key.0])?;
        Ok(())
    }

    fn recovery_spaces(&mut self, key: DeviceId) -> Result<Vec<SpaceId>, StoreFault> {
        let sql = "SELECT space FROM recovery WHERE key = ? ORDER BY space";
        let mut query = self.db.prepare_cached(sql)?;
        let spaces = query.query_map([key.0], |row| Ok(SpaceId(fixed(row, 0)?)))?;
        Ok(spaces.collect::<Result<_, _>>()?)
    }

    fn desk_tidy(&mut self, now: Timestamp) -> Result<(), StoreFault> {
        self.begin()?;
        self.db
            .prepare_cached("DELETE FROM invite WHERE expires <= ?")?
            .execute([now.0])?;
        Ok(())
    }
}

const TICKETS: &str = "SELECT id, secret, name, made, expires, used_by FROM ticket";

fn ticket(row: &Row<'_>) -> rusqlite::Result<Ticket> {
    let used_by = match row.get_ref(5)? {
        rusqlite::types::ValueRef::Null => None,
        _ => Some(SpaceId(fixed(row, 5)?)),
    };
    Ok(Ticket {
        id: InviteId(fixed(row, 0)?),
        secret: fixed(row, 1)?,
        name: row.get(2)?,
        made: Timestamp(row.get(3)?),
        expires: Timestamp(row.get(4)?),
        used_by,
    })
}
