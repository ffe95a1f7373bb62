//! What a programme's records add up to, on the card of a course, an association that takes part, an
//! assessment.

use tawro_core::schema::{Scalar, Schema, presence, programme};
use tawro_pages::Speech;

use crate::driver::Node;
use crate::programme::{CourseSum, ParticipantSum};
use crate::store::ListRow;
use crate::web::shown::label;
use crate::web::trouble::Trouble;

/// A label and what stands beside it.
pub(super) type Figure = (String, String);

/// What is added up for a card; nothing on the pages of others.
pub(super) fn figures(node: &mut Node, row: &ListRow, speech: &Speech) -> Result<Vec<Figure>, Trouble> {
    let schema = node.schema().clone();
    let counts = !row.deleted && row.merged_into.is_none() && schema.kind(&row.kind).is_some();
    Ok(match row.kind.as_str() {
        _ if !counts => Vec::new(),
        programme::COURSE if node.may_see(presence::ATTENDANCE).is_ok() => {
            of_course(&node.course_sum(row.id)?, &schema, speech)
        }
        programme::PARTICIPANT => of_participant(&node.participant_sum(row.id)?, row, &schema, speech),
        programme::MATURITY => {
            let of = programme::maturity_of(&row.cells);
            let line = |of| (speech.say("programme-maturity"), of_hundred(of, speech));
            of.map(line).into_iter().collect()
        }
        _ => Vec::new(),
    })
}

fn of_course(sum: &CourseSum, schema: &Schema, speech: &Speech) -> Vec<Figure> {
    let mut figures = vec![
        counted("programme-sessions", sum.sessions, speech),
        (speech.say("programme-came"), speech.number(sum.came)),
        (speech.say("programme-women"), speech.number(sum.women)),
        counted("programme-persons", sum.persons, speech),
        counted("programme-certificates", sum.certificates, speech),
    ];
    let answer = schema.kind(programme::ANSWER);
    for (rated, (good, all)) in programme::RATED.iter().zip(sum.content) {
        let field = answer.and_then(|kind| Some((kind, kind.field(rated)?)));
        if let Some((kind, field)) = field.filter(|_| all > 0) {
            let rated = speech.with("programme-content", "rated", &label(kind, field, speech));
            figures.push((rated, part_of(good, all, speech)));
        }
    }
    if let Some(points) = sum.points {
        let keys = ["programme-before", "programme-after"];
        let lines = keys.into_iter().zip(points);
        figures.extend(lines.map(|(key, of)| (speech.say(key), of_hundred(of, speech))));
    }
    figures
}

fn of_participant(sum: &ParticipantSum, row: &ListRow, schema: &Schema, speech: &Speech) -> Vec<Figure> {
    let mut figures = Vec::new();
    let seat = row.cells.get(programme::SEAT).and_then(Scalar::as_text);
    if let Some(milieu) = seat.and_then(programme::milieu_of) {
        let milieu = vocabulary_word(schema, programme::MILIEU, milieu, speech);
        figures.push((speech.say("programme-milieu"), milieu));
    }
    figures.extend([
        counted("programme-trainees", sum.trainees, speech),
        counted("programme-visits", sum.visits, speech),
        (speech.say("programme-hours"), speech.number(sum.hours)),
    ]);
    if sum.items > 0 {
        figures.push((speech.say("programme-done"), part_of(sum.done, sum.items, speech)));
    }
    for (round, of) in &sum.maturity {
        let round = vocabulary_word(schema, programme::ROUNDS, round, speech);
        let round = speech.with("programme-maturity-round", "round", &round);
        figures.push((round, of_hundred(*of, speech)));
    }
    figures
}

fn vocabulary_word(schema: &Schema, vocabulary: &str, code: &str, speech: &Speech) -> String {
    let vocabulary = schema.vocabulary(vocabulary);
    let label = vocabulary.and_then(|known| known.label(code, speech.words(), speech.lang()));
    label.unwrap_or_else(|| code.to_owned())
}

fn counted(key: &str, count: usize, speech: &Speech) -> Figure {
    let count = i64::try_from(count).unwrap_or(i64::MAX);
    (speech.say(key), speech.number(count))
}

fn part_of(part: usize, all: usize, speech: &Speech) -> String {
    speech.tell("programme-of", &[("part", part.into()), ("all", all.into())])
}

fn of_hundred(of: i64, speech: &Speech) -> String {
    speech.tell("programme-of-hundred", &[("number", of.into())])
}
