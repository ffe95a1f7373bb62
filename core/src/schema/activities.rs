//! What the association does, and who took part.

use crate::schema::FieldType::{Code, Date, Flag, Integer, Localized, Money, Note, Reference, Text};
use crate::schema::{Family, Field, Kind, programme};

/// A training, a distribution, a match, a meeting: something that took place.
pub(crate) fn activity() -> Kind {
    Kind::new(
        "activity",
        vec![
            Field::new("title", Localized).required(),
            Field::new("activity_type", Code("activity_type")).dimension(),
            Field::new("domain", Code("domain")).dimension(),
            Field::new("project", Text),
            Field::new("of_project", Reference("project")),
            Field::new("for_convention", Reference("convention")),
            Field::new(programme::OF_COURSE, Reference(programme::COURSE)).offered(),
            Field::new("commune", Code("commune")).dimension(),
            Field::new("place", Text),
            Field::new("starts_on", Date).dimension(),
            Field::new("ends_on", Date),
            Field::new("hours", Integer).summed(),
            Field::new("facilitator", Text),
            Field::new("state", Code("activity_state")),
            Field::new("cost", Money),
            Field::new("places", Integer),
            Field::new("note", Note),
        ],
    )
    .family(Family::Activities)
    .deadline("starts_on", None)
}

/// Who took part: one person, or a number of people of whom only a head count was made.
pub(crate) fn attendance() -> Kind {
    Kind::new(
        "attendance",
        vec![
            Field::new("activity", Reference("activity")).required(),
            Field::new("person", Reference("person")),
            Field::new("attended_on", Date),
            Field::new("present", Flag),
            Field::new("hours", Integer).summed(),
            Field::new("certificate_no", Text),
            Field::new("people", Integer).summed(),
            Field::new("sex", Code("sex")).dimension(),
            Field::new("age_band", Code("age_band")).dimension(),
            Field::new("milieu", Code("milieu")).dimension(),
            Field::new("note", Note),
        ],
    )
    .title(&["activity", "person"])
    .family(Family::Activities)
}
