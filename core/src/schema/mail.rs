//! The mail register: letters in and letters out.

use crate::schema::FieldType::{Code, Date, Integer, Note, Reference, Series, Text};
use crate::schema::{Family, Field, Kind};

/// One line of the mail register (bureau d'ordre).
pub(crate) fn correspondence() -> Kind {
    Kind::new(
        "correspondence",
        vec![
            Field::new("direction", Code("mail_direction")).required(),
            Field::new("reg_no", Series).unique(),
            Field::new("registered_on", Date).required(),
            Field::new("letter_no", Text),
            Field::new("letter_date", Date),
            Field::new("correspondent", Text).required(),
            Field::new("partner", Reference("partner")),
            Field::new("subject", Text).required(),
            Field::new("body", Note),
            Field::new("signed_as", Code("function")),
            Field::new("channel", Code("mail_channel")),
            Field::new("attachments", Integer),
            Field::new("assigned_to", Text),
            Field::new("answer_due", Date),
            Field::new("answered_by", Reference("correspondence")),
            Field::new("archive_ref", Text),
            Field::new("note", Note),
        ],
    )
    .title(&["reg_no", "subject"])
    .family(Family::Mail)
    .deadline("answer_due", Some("answered_by"))
}
