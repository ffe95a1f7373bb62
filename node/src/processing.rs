//! The register of processing, begun from what stands in the association's registers.

use std::collections::BTreeSet;

use tawro_core::command::{Command, one_id};
use tawro_core::schema::processing::{self, Line};
use tawro_core::schema::{Kind, Schema};
use tawro_core::text::{Lang, Words};

use crate::driver::Node;
use crate::fault::NodeError;
use crate::import::Profile;
use crate::store::{ListQuery, ListRow};

/// Rows of a register by which it is known what is kept in it.
const LOOKED_AT_MAX: usize = 2_000;

impl Node {
    /// Adds a line for each register in which something stands and that has none yet; tells how many. What
    /// somebody deleted stays deleted.
    pub fn begin_processing(&mut self, words: &Words, lang: Lang) -> Result<usize, NodeError> {
        self.may_write(processing::KIND)?;
        let (schema, space) = (self.schema().clone(), self.space());
        let mut commands = Vec::new();
        for kind in processing::kinds(&schema) {
            let name = kind.register.map_or(kind.key, |register| register.key);
            let id = one_id(&space, processing::KIND, &processing::is_about(kind));
            if self.may_see(name).is_err() || self.read(|_, tx| Ok(tx.projected(id)?))?.is_some() {
                continue;
            }
            let query = ListQuery {
                limit: LOOKED_AT_MAX,
                ..ListQuery::default()
            };
            let rows = self.list(name, &query)?;
            if !rows.is_empty() {
                commands.push(Command::Add {
                    kind: processing::KIND.to_owned(),
                    id: Some(id),
                    cells: line(kind, name, &rows, &schema, (words, lang)).cells(),
                });
            }
        }
        let count = commands.len();
        if count > 0 {
            self.execute(&Command::Many(commands))?;
        }
        Ok(count)
    }
}

fn line(kind: &Kind, name: &str, rows: &[ListRow], schema: &Schema, (words, lang): (&Words, Lang)) -> Line {
    let say = |lang: Lang, key: &str| words.label(lang, key).unwrap_or_default();
    let plural = format!("{name}-plural");
    let used: BTreeSet<&str> = rows
        .iter()
        .flat_map(|row| row.cells.iter().filter(|(_, value)| !value.is_null()))
        .map(|(cell, _)| cell.split('/').next().unwrap_or(cell))
        .collect();
    let profile = Profile::of(schema, name);
    let kinds = profile.iter().flat_map(|profile| profile.kinds());
    let labels = kinds.flat_map(|(_, kind)| {
        let told = kind
            .fields
            .iter()
            .filter(|field| field.ty.refers_to().is_none() && used.contains(field.key));
        told.filter_map(|field| kind.label(field.key, words, lang))
    });
    let between = if lang == Lang::Ar { "، " } else { ", " };
    Line {
        name: [say(Lang::Ar, &plural), say(Lang::Fr, &plural)],
        purpose: say(lang, &format!("keeps-purpose-{name}")),
        people: say(lang, &plural),
        data: labels.collect::<Vec<_>>().join(between),
        security: say(lang, "keeps-security"),
        is_sensitive: kind.is_sensitive(),
    }
}
