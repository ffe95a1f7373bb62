//! Who may open the association's data at its own computers.

use crate::schema::FieldType::{Code, Date, Reference, Set, Text};
use crate::schema::{Field, Kind};

/// A login: one person's way in. No secret is ever part of it; those stay in the folder's key slots.
pub(crate) fn login() -> Kind {
    Kind::new(
        "login",
        vec![
            Field::new("name", Text).required().unique(),
            Field::new("person", Reference("person")),
            Field::new("functions", Set(Box::new(Code("function")))),
            Field::new("language", Code("language")),
            Field::new("disabled_on", Date),
        ],
    )
}
