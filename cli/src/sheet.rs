//! `tawro indicators sheet` and `tawro hub sheet`: what an association shows of itself by name, on both sides.

use std::collections::BTreeSet;

use serde_json::{Value, json};
use tawro_core::indicator::{Source, catalogue};
use tawro_core::share::{SHEET_BYTES_MAX, SheetReject};
use tawro_hub::published::Progress;
use tawro_node::driver::now;
use tawro_node::fault::NodeError;
use tawro_node::folder::write_atomically;

use crate::args::{HubSheet, IndicatorsSheet};
use crate::failure::Failure;
use crate::indicators::{called, indicator};
use crate::period::{Brought, periods, read, tell};
use crate::session::Session;

/// Shows what may be shown; with a file to write, makes the sheet of what is named.
pub(crate) fn make(session: &Session, asked: &IndicatorsSheet) -> Result<(), Failure> {
    let output = &session.output;
    let Some(file) = &asked.out else {
        return list(session);
    };
    let path = file.display().to_string();
    if file.exists() {
        return Err(Failure::new("file_exists", vec![("path", path.as_str().into())]));
    }
    let fact = |code: &String| match indicator(code)? {
        one if one.source == Source::Fact => Ok(one.code.to_string()),
        _ => Err(Failure::usage(
            "no_yes_or_no",
            vec![("code", code.as_str().into())],
        )),
    };
    let codes: BTreeSet<String> = asked.show.iter().map(fact).collect::<Result<_, Failure>>()?;
    let shown = session.open()?.show_progress(&codes, asked.card)?;
    write_atomically(file, &shown.sheet.to_bytes()).map_err(NodeError::from)?;
    let sheet = shown.sheet.sheet();
    if output.json() {
        output.data(&json!({ "file": path, "facts": sheet.facts, "card": sheet.card.is_some() }));
    }
    let facts = [("facts", sheet.facts.len().into()), ("file", path.into())];
    output.say("sheet-made", &facts);
    Ok(())
}

fn list(session: &Session) -> Result<(), Failure> {
    let output = &session.output;
    let progress = session.open()?.progress()?;
    let shown = progress.last.as_ref().map(|last| &last.sheet.sheet().facts);
    let (mut values, mut rows) = (Vec::new(), Vec::new());
    for fact in &progress.facts {
        let code = fact.indicator.code.to_string();
        let is_shown = shown.and_then(|shown| shown.get(&code).copied());
        let says = |holds: Option<bool>| match holds {
            Some(holds) => output.sentence(if holds { "yes" } else { "no" }, &[]),
            None => String::new(),
        };
        values.push(json!({ "indicator": code, "holds": fact.holds, "shown": is_shown }));
        rows.push(vec![
            called(session, &code),
            code,
            says(fact.holds),
            says(is_shown),
        ]);
    }
    let heads = ["head-name", "head-indicator", "head-holds", "head-shown"];
    output.table(&values, &heads.map(|key| output.sentence(key, &[])), &rows);
    Ok(())
}

/// Carries out one of the hub's commands.
pub(crate) fn run(session: &Session, command: HubSheet) -> Result<(), Failure> {
    let files = match command {
        HubSheet::List => return progress(session),
        HubSheet::Take { files } => files,
    };
    let sheets = files.iter().map(|file| read(file, SHEET_BYTES_MAX));
    let sheets: Vec<Vec<u8>> = sheets.collect::<Result<_, _>>()?;
    let answers = periods(session)?.take_sheets(&sheets, now())?;
    let brought: Vec<Brought<'_>> = files
        .iter()
        .zip(&answers)
        .map(|(file, answer)| Brought {
            file,
            association: answer.association.as_deref(),
            outcome: answer.outcome.map_err(SheetReject::code),
        })
        .collect();
    tell(session, &brought, ["sheets-taken", "sheets_rejected"])
}

/// What each association shows.
fn progress(session: &Session) -> Result<(), Failure> {
    let output = &session.output;
    let all = periods(session)?.progress()?;
    let value = |one: &Progress| {
        let card = one.sheet.card.as_ref();
        let card = card
            .map(|card| json!({ "name_ar": card.name_ar, "name_fr": card.name_fr, "website": card.website }));
        json!({
            "association": one.association, "start": one.sheet.start.to_string(),
            "end": one.sheet.end.to_string(), "facts": one.sheet.facts, "card": card,
        })
    };
    let values: Vec<Value> = all.iter().map(value).collect();
    let row = |one: &Progress| {
        // In the order of the catalogue; a code that this program does not know says nothing to anybody.
        let held = |holds: bool| {
            let shown = catalogue().iter().filter_map(|known| {
                let code = known.code.to_string();
                (one.sheet.facts.get(&code) == Some(&holds)).then(|| called(session, &code))
            });
            shown.collect::<Vec<_>>().join("; ")
        };
        vec![one.association.clone(), held(true), held(false)]
    };
    let rows: Vec<Vec<String>> = all.iter().map(row).collect();
    let heads = ["head-association", "head-holds-yes", "head-holds-no"];
    output.table(&values, &heads.map(|key| output.sentence(key, &[])), &rows);
    Ok(())
}
