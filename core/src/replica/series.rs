//! Numbers in series: given once by this device's own book, as paper books are.

use crate::command::Command;
use crate::replica::store::{Store, StoreFault};
use crate::schema::{FieldType, Scalar, Schema};
use crate::time::Timestamp;

/// The command with a number in every series field that a new record leaves empty, as
/// `2026-A-0012`; none if there is nothing to number.
///
/// The number is taken in the record's own transaction: given once, and never to two records of
/// this device. Two equal numbers of two copies of one device are an issue, never renumbered.
pub(crate) fn number(
    command: &Command,
    schema: &Schema,
    book: &str,
    now: Timestamp,
    store: &mut dyn Store,
) -> Result<Option<Command>, StoreFault> {
    match command {
        Command::Many(commands) => {
            let mut any = false;
            let mut numbered = Vec::with_capacity(commands.len());
            for command in commands {
                let with = number(command, schema, book, now, store)?;
                any |= with.is_some();
                numbered.push(with.unwrap_or_else(|| command.clone()));
            }
            Ok(any.then_some(Command::Many(numbered)))
        }
        Command::Add { kind, id, cells } => {
            let Some(declared) = schema.kind(kind) else {
                return Ok(None);
            };
            let mut cells = cells.clone();
            let before = cells.len();
            for field in declared
                .fields
                .iter()
                .filter(|field| field.ty == FieldType::Series)
            {
                let given = |(key, value): &(String, Scalar)| key == field.key && *value != Scalar::Null;
                if !cells.iter().any(given) {
                    let next = next(kind, field.key, book, now, store)?;
                    cells.retain(|(key, _)| key != field.key);
                    cells.push((field.key.to_owned(), Scalar::Text(next)));
                }
            }
            let numbered = cells.len() > before;
            Ok(numbered.then(|| Command::Add {
                kind: kind.clone(),
                id: *id,
                cells,
            }))
        }
        _ => Ok(None),
    }
}

/// The next number of a book and year; a year nobody knows is written 0000.
fn next(
    kind: &str,
    field: &str,
    book: &str,
    now: Timestamp,
    store: &mut dyn Store,
) -> Result<String, StoreFault> {
    let year = if now == Timestamp::UNKNOWN {
        0
    } else {
        now.date().0
    };
    let key = format!("series/{kind}/{field}/{year}/{book}");
    let last = store
        .get(&key)?
        .and_then(|bytes| bytes.try_into().ok())
        .map_or(0, u32::from_be_bytes);
    let next = last.saturating_add(1);
    store.put(&key, Some(&next.to_be_bytes()))?;
    Ok(format!("{year:04}-{book}-{next:04}"))
}
