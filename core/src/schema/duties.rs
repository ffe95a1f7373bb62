//! What an association keeps because it must: its inventory, and its duties under law 09-08.

use crate::schema::FieldType::{Code, Date, Flag, Localized, Money, Note, Reference, Text};
use crate::schema::{Family, Field, Kind, Shift};

/// A thing the association owns or holds, from its arrival to its end.
pub(crate) fn asset() -> Kind {
    Kind::new(
        "asset",
        vec![
            Field::new("label", Text).required(),
            Field::new("inventory_no", Text).unique(),
            Field::new("category", Code("asset_category")).dimension(),
            Field::new("serial_no", Text),
            Field::new("acquired_on", Date),
            Field::new("source", Code("asset_source")),
            Field::new("value", Money),
            Field::new("of_project", Reference("project")),
            Field::new("place", Text),
            Field::new("holder", Reference("person")),
            Field::new("condition", Code("asset_condition")),
            Field::new("disposed_on", Date),
            Field::new("disposal", Text),
            Field::new("note", Note),
        ],
    )
    .title(&["inventory_no", "label"])
    .family(Family::Giving)
    .seldom()
    .group("whereabouts", &["place", "holder", "condition"])
    .group("disposal", &["disposed_on", "disposal"])
}

/// One line of the register of processing: what is kept about people, why, for how long, and what
/// the CNDP said to it (law 09-08, article 12 and following).
pub(crate) fn processing() -> Kind {
    Kind::new(
        "processing",
        vec![
            Field::new("name", Localized).required(),
            Field::new("purpose", Note),
            Field::new("people_kinds", Text),
            Field::new("data_kinds", Text),
            Field::new("recipients", Text),
            Field::new("basis", Code("processing_basis")),
            Field::new("holds_sensitive", Flag),
            Field::new("goes_abroad", Flag),
            Field::new("retention", Text),
            Field::new("security", Note),
            Field::new("cndp_no", Text),
            Field::new("cndp_on", Date),
            Field::new("note", Note),
        ],
    )
    .family(Family::Association)
    .seldom()
    .group("cndp", &["cndp_no", "cndp_on"])
}

/// What somebody asks about what is kept of them; answered within ten working days.
///
/// Who asks need not be in any register: then a name is enough.
pub(crate) fn rights_request() -> Kind {
    Kind::new(
        "rights_request",
        vec![
            Field::new("right", Code("right")).required(),
            Field::new("person", Reference("person")),
            Field::new("asker", Text).personal(),
            Field::new("received_on", Date).required(),
            Field::new("identity_checked", Flag),
            Field::new("request", Note).personal(),
            Field::new("answer", Note).personal(),
            Field::new("answered_on", Date),
            Field::new("note", Note),
        ],
    )
    .title(&["person", "asker"])
    .family(Family::People)
    .seldom()
    .deadline_shifted("received_on", Shift::WorkingDays(10), Some("answered_on"))
}
