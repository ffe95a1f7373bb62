//! What an exchange of statistics came to, as `tawro sync` and `node serve` tell it.

use serde_json::{Value as Json, json};
use tawro_core::indicator::Period;
use tawro_core::wire::Denial;
use tawro_node::fault::NodeError;
use tawro_node::reporting::{Exchanged, Sent};

use crate::failure::Failure;
use crate::period::rejection;
use crate::session::Session;

/// For programs.
pub(crate) fn json(exchanged: &Result<Exchanged, NodeError>) -> Json {
    let texts = |periods: &[Period]| periods.iter().map(Period::to_string).collect::<Vec<_>>();
    let answered = |sent: &Sent| json!({ "period": sent.period.to_string(), "revision": sent.revision, "rejected": sent.rejected });
    match exchanged {
        Ok(done) => json!({
            "asked": texts(&done.calls), "answered": done.answered.iter().map(answered).collect::<Vec<_>>(),
            "told": texts(&done.notices), "left_out": texts(&done.left_out),
            "edition": done.edition.and_then(Result::ok), "edition_rejected": done.edition.and_then(Result::err),
            "sheet": done.sheet.as_ref().map(|rejected| json!({ "rejected": rejected })),
            "denied": done.denied.map(Denial::code), "fault": null,
        }),
        Err(error) => json!({
            "asked": [], "answered": [], "told": [], "left_out": [],
            "edition": null, "edition_rejected": null, "sheet": null, "denied": null, "fault": Failure::of(error).code,
        }),
    }
}

/// For people: what they have to know or do.
pub(crate) fn tell(session: &Session, exchanged: &Result<Exchanged, NodeError>) {
    let output = &session.output;
    let done = match exchanged {
        Ok(done) => done,
        Err(error) => {
            output.say("statistics-not-now", &[]);
            output.tell(&Failure::of(error));
            return;
        }
    };
    let about = |key: &str, periods: &[Period]| {
        for period in periods {
            output.say(key, &[("period", period.to_string().into())]);
        }
    };
    match done.edition {
        None => {}
        Some(Ok(number)) => output.say("statistics-edition", &[("number", i64::from(number).into())]),
        Some(Err(code)) => output.tell(&rejection(code)),
    }
    about("statistics-asked", &done.calls);
    for sent in &done.answered {
        let facts = [
            ("period", sent.period.to_string().into()),
            ("number", i64::from(sent.revision).into()),
        ];
        match &sent.rejected {
            None => output.say("statistics-received", &facts),
            Some(code) => {
                output.say("statistics-rejected", &facts);
                output.tell(&rejection(code));
            }
        }
    }
    match &done.sheet {
        None => {}
        Some(None) => output.say("statistics-sheet-received", &[]),
        Some(Some(code)) => {
            output.say("statistics-sheet-rejected", &[]);
            output.tell(&rejection(code));
        }
    }
    about("statistics-told", &done.notices);
    about("statistics-left-out", &done.left_out);
    // Whoever is not asked for numbers need not hear of it each time.
    if let Some(denial) = done.denied.filter(|denial| *denial != Denial::NoSeat) {
        output.tell(&Failure::new(denial.code(), Vec::new()));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn programs_hear_why_an_edition_was_refused() {
        let of = |edition| {
            let done = json(&Ok(Exchanged {
                edition,
                ..Exchanged::default()
            }));
            (done["edition"].clone(), done["edition_rejected"].clone())
        };
        assert_eq!(of(None), (Json::Null, Json::Null));
        assert_eq!(of(Some(Ok(3))), (json!(3), Json::Null));
        assert_eq!(
            of(Some(Err("edition_forked"))),
            (Json::Null, json!("edition_forked"))
        );
    }
}
