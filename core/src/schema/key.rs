//! The few keys that programs write by themselves; anything else asks the schema for its fields.

/// Where a record with an amount names another currency than the dirham.
pub const CURRENCY: &str = "currency";
/// Where a record with a number says that it does not count any more.
pub const CANCELLED: &str = "cancelled";
/// The kind of the association's own record, of which there is one.
pub const ASSOCIATION: &str = "association";
/// The kind of a login.
pub const LOGIN: &str = "login";
/// What an association, or a login, is called.
pub const NAME: &str = "name";
/// What somebody who logs in is in the association.
pub const FUNCTIONS: &str = "functions";
/// Where an association is at home.
pub const COMMUNE: &str = "commune";
/// The colour of an association's papers.
pub const PAPER_COLOUR: &str = "paper_colour";
/// Where an association's office is.
pub const SEAT: &str = "seat_address";
/// Where the association's site is.
pub const WEBSITE: &str = "website";
/// Of which an example association shows something, in the order in which it is taken in: who belongs, who
/// is helped, who gives, who works along, what is done, what is written.
pub const EXAMPLES: [&str; 6] = [
    "member",
    "beneficiary",
    "donor",
    "partner",
    "activity",
    "correspondence",
];

#[cfg(test)]
mod tests {
    use crate::schema::Schema;

    use super::*;

    #[test]
    fn each_is_a_key_of_the_schema() {
        let schema = Schema::builtin();
        let field = |kind: &str, key: &str| schema.kind(kind).and_then(|kind| kind.field(key)).is_some();
        assert!(field(ASSOCIATION, NAME) && field(ASSOCIATION, COMMUNE) && field(LOGIN, NAME));
        assert!(field(LOGIN, FUNCTIONS) && field(ASSOCIATION, SEAT) && field(ASSOCIATION, PAPER_COLOUR));
        assert!(field(ASSOCIATION, WEBSITE));
        let known = |name: &&str| schema.kind(name).is_some() || schema.register(name).is_some();
        assert!(EXAMPLES.iter().all(known));
        assert!(schema.kind(ASSOCIATION).is_some_and(|kind| kind.singleton));
    }
}
