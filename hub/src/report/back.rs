//! What stands behind the figures: what each indicator counts, and who signs.

use crate::report::block::{Block, Cell, Column, Row, Signatures, Table};
use crate::report::scope::Scope;
use crate::report::voice::Voice;

/// What each indicator of the report counts.
pub(super) fn definitions(scope: &Scope<'_>, voice: Voice<'_>) -> Vec<Block> {
    let rows = scope.lines.iter().map(|line| {
        let indicator = line.indicator();
        Row::Cells(vec![
            Cell::quiet(voice.code(indicator)),
            Cell::plain(voice.label(indicator)),
            Cell::plain(voice.meaning(indicator)),
        ])
    });
    vec![
        Block::heading(1, voice.say("report-definitions")),
        Block::Table(Table {
            columns: vec![
                Column::of_numbers(voice.say("report-code"), 13),
                Column::of_words(voice.say("figure-indicator"), 27),
                Column::of_words(voice.say("report-meaning"), 60),
            ],
            rows: rows.collect(),
        }),
    ]
}

/// Place, day, and room for two hands.
pub(super) fn signatures(today: &str, voice: Voice<'_>) -> Vec<Block> {
    // Where it is signed is written by who signs.
    let facts = [("place", "……………………".into()), ("day", voice.day(today).into())];
    vec![
        Block::heading(1, voice.say("report-signed")),
        Block::Signatures(Signatures {
            place: voice.tell("report-place", &facts),
            hands: ["report-president", "report-coordinator"]
                .map(|key| voice.say(key))
                .to_vec(),
            stamp: voice.say("report-stamp"),
        }),
    ]
}
