//! The association itself, as its papers name it.

use crate::schema::FieldType::{Code, Date, Email, Integer, Localized, Note, Phone, Set, Text};
use crate::schema::{Field, Kind, key, programme};

/// The association whose space this is (dahir 1-58-376, articles 5 and 9).
pub(crate) fn association() -> Kind {
    Kind::new(
        "association",
        vec![
            Field::new("name", Localized).required().public(),
            Field::new("acronym", Text).public(),
            Field::new("object", Note).public(),
            Field::new("legal_status", Code("legal_status")).public(),
            Field::new("founded_on", Date).public(),
            Field::new("provisional_receipt_no", Text),
            Field::new("provisional_receipt_on", Date),
            Field::new("final_receipt_no", Text),
            Field::new("final_receipt_on", Date),
            Field::new("authority", Text),
            Field::new("seat_address", Text).public(),
            Field::new("commune", Code("commune")).public().dimension(),
            Field::new("phone", Phone).public(),
            Field::new("email", Email).public(),
            Field::new("website", Text).public(),
            Field::new("bank_rib", Text),
            Field::new("tax_if", Text),
            Field::new("tax_ice", Text),
            Field::new("domains", Set(Box::new(Code("domain"))))
                .public()
                .dimension(),
            Field::new("zones", Set(Box::new(Code("commune")))).public(),
            Field::new("rup_decree", Text).public(),
            Field::new("cndp_ref", Text),
            Field::new("fiscal_year_start", Integer),
            Field::new(key::PAPER_COLOUR, Code("paper_colour")).public(),
            programme::runs(),
            Field::new("note", Note),
        ],
    )
    .singleton()
}
