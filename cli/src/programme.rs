//! `tawro programme` and `tawro hub programme`: what an operator tells every association, desk to hub to nodes.

use std::collections::BTreeMap;
use std::path::Path;

use serde_json::{Value, json};
use tawro_core::programme::{EDITION_BYTES_MAX, Edition, Programme, Taken};
use tawro_hub::Hub as Relay;
use tawro_node::fault::NodeError;
use tawro_node::folder::write_atomically;

use crate::args::{HubProgramme, Programmes};
use crate::failure::Failure;
use crate::period::{read, vacant};
use crate::session::Session;

/// Carries out one of the commands of a node.
pub(crate) fn run(session: &Session, command: Programmes) -> Result<(), Failure> {
    match command {
        Programmes::Show => {
            let edition = session.open()?.edition()?;
            show(session, edition.as_ref())
        }
        Programmes::Publish { file, force } => publish(session, &file, force),
        Programmes::Take { file } => take(session, &file),
    }
}

/// Carries out one of the commands of a hub.
pub(crate) fn of_hub(session: &Session, command: HubProgramme) -> Result<(), Failure> {
    let hub = Relay::open(&session.hub_home()?)?;
    match command {
        HubProgramme::Show => show(session, hub.edition()?.as_ref()),
        HubProgramme::Take { file } => {
            let edition = hub.publish_programme(&read(&file, EDITION_BYTES_MAX)?)?;
            said(session, "programme-signed", &edition);
            Ok(())
        }
        HubProgramme::Write { file, force } => {
            vacant(&file, force)?;
            let edition = hub.edition()?.ok_or_else(none)?;
            let count = edition.programme().items().len();
            write(session, &file, &edition.to_bytes(), "programme-written", count)
        }
    }
}

fn none() -> Failure {
    Failure::new("edition_none", Vec::new())
}

fn publish(session: &Session, file: &Path, force: bool) -> Result<(), Failure> {
    vacant(file, force)?;
    let drawn = session.open()?.draw_programme()?;
    let count = drawn.programme.items().len();
    let bytes = drawn.programme.to_bytes();
    write(session, file, &bytes, "programme-drawn", count)?;
    if !drawn.left_out.is_empty() {
        let ids = drawn.left_out.iter().map(ToString::to_string).collect();
        let facts = [("names", tawro_core::text::Fact::List(ids))];
        session.output.say("programme-left-out", &facts);
    }
    Ok(())
}

fn take(session: &Session, file: &Path) -> Result<(), Failure> {
    let bytes = read(file, EDITION_BYTES_MAX)?;
    let mut node = session.open()?;
    match node.take_edition(&bytes)? {
        Taken::New(edition) => said(session, "programme-taken", &edition),
        Taken::Already => {
            if let Some(edition) = node.edition()? {
                said(session, "programme-already", &edition);
            }
        }
    }
    Ok(())
}

fn said(session: &Session, key: &str, edition: &Edition) {
    let (number, day) = (edition.number(), edition.issued().to_string());
    if session.output.json() {
        let records = edition.programme().items().len();
        session
            .output
            .data(&json!({ "number": number, "issued": day, "records": records }));
    }
    let facts = [("number", number.to_string().into()), ("day", day.into())];
    session.output.say(key, &facts);
}

fn write(session: &Session, file: &Path, bytes: &[u8], key: &str, count: usize) -> Result<(), Failure> {
    write_atomically(file, bytes).map_err(NodeError::from)?;
    let name = file.display().to_string();
    if session.output.json() {
        session.output.data(&json!({ "file": name }));
    }
    let facts = [("file", name.into()), ("count", count.into())];
    session.output.say(key, &facts);
    Ok(())
}

fn show(session: &Session, edition: Option<&Edition>) -> Result<(), Failure> {
    let edition = edition.ok_or_else(none)?;
    let output = &session.output;
    let programme = edition.programme();
    let value = json!({
        "number": edition.number(), "issued": edition.issued().to_string(), "records": records(programme),
    });
    let mut lines = vec![
        (output.sentence("head-edition", &[]), edition.number().to_string()),
        (output.sentence("head-day", &[]), edition.issued().to_string()),
    ];
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    for item in programme.items() {
        *counts.entry(item.kind()).or_default() += 1;
    }
    // A kind of a later release has no words here.
    let label = |kind: &str| output.words().label(output.lang(), &format!("{kind}-plural"));
    let known = counts.into_iter();
    lines.extend(known.filter_map(|(kind, count)| Some((label(kind)?, count.to_string()))));
    output.facts(&value, &lines);
    Ok(())
}

fn records(programme: &Programme) -> Vec<Value> {
    let items = programme.items().iter();
    items
        .map(|item| json!({ "kind": item.kind(), "id": item.id().to_string(), "cells": item.cells() }))
        .collect()
}

#[cfg(test)]
mod tests {
    use tawro_core::programme::EditionFault;
    use tawro_core::text::{Lang, Words};

    use super::*;
    use crate::output::Output;
    use crate::speech::with_sentences;

    #[test]
    fn every_refusal_says_what_happened_and_what_to_do_in_three_languages() {
        let of = || ("course".to_owned(), "trainer".to_owned());
        let (kind, field) = of();
        let faults = [
            EditionFault::Malformed,
            EditionFault::NotSigned,
            EditionFault::Older { found: 1, held: 2 },
            EditionFault::Forked { number: 2 },
            EditionFault::NotPublic { kind, field },
            EditionFault::Unknown {
                kind: of().0,
                field: of().1,
            },
            EditionFault::Unfit {
                kind: of().0,
                field: of().1,
            },
            EditionFault::TooMany { found: 9, limit: 8 },
            EditionFault::TooLong { found: 9, limit: 8 },
            EditionFault::Empty,
            EditionFault::Unchanged { number: 2 },
        ];
        for lang in Lang::ALL {
            let output = Output::new(false, lang, with_sentences(Words::builtin()));
            let unknown = output.explain(&Failure::new("no_such_code", Vec::new()));
            let failures = faults.iter().cloned().map(NodeError::from).map(Failure::from);
            for failure in failures.chain([none()]) {
                // What the errors beneath say stands last, in brackets.
                let lines = output.explain(&failure);
                assert!(lines.len() >= 2, "{} in {lang:?}", failure.code);
                assert_ne!(lines[0], unknown[0], "{} in {lang:?}", failure.code);
            }
        }
    }
}
