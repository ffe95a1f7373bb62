//! Attachments: a photo, a scan or a letter that belongs to another record of whatever kind.
//!
//! The record says what the file is and what it is about; it travels like every record. The bytes stay
//! on the computer where they were added, under the hash that the record names.

use crate::schema::FieldType::{Code, Date, Flag, Integer, Note, Reference, Text};
use crate::schema::{ANY, Field, Kind};

/// The kind of an attachment.
pub const KIND: &str = "attachment";
/// What it is called.
pub const TITLE: &str = "title";
/// The record that it is about.
pub const ABOUT: &str = "about";
/// What it is: a code of [`TYPES`].
pub const TYPE: &str = "attachment_type";
/// The vocabulary of what an attachment may be.
pub const TYPES: &str = "attachment_type";
/// When it was taken or received.
pub const TAKEN_ON: &str = "taken_on";
/// People can be seen in it.
pub const PEOPLE: &str = "people_shown";
/// They agreed to be photographed; that their data are kept is agreed to elsewhere.
pub const AGREED: &str = "photo_agreed";
/// What kind of file it is, as `image/jpeg`.
pub const MIME: &str = "mime_type";
/// How many bytes it has.
pub const BYTES: &str = "size_bytes";
/// The BLAKE3 hash of its bytes, in hexadecimal digits.
pub const HASH: &str = "content_hash";
/// What a person may add.
pub const NOTE: &str = "note";

/// The code of a photo.
pub const PHOTO: &str = "photo";
/// The code of the picture that stands on the association's papers.
pub const LOGO: &str = "logo";
/// The code of a copy of somebody's identity card, which should not be kept without need.
pub const IDENTITY: &str = "identity";

/// What is known of one file, and of which record it is.
pub(crate) fn attachment() -> Kind {
    Kind::new(
        KIND,
        vec![
            Field::new(TITLE, Text).required().personal(),
            Field::new(ABOUT, Reference(ANY)).required().given(),
            Field::new(TYPE, Code(TYPES)).required(),
            Field::new(TAKEN_ON, Date),
            Field::new(PEOPLE, Flag),
            Field::new(AGREED, Flag),
            Field::new(NOTE, Note).personal(),
            Field::new(MIME, Text).given(),
            Field::new(BYTES, Integer).given(),
            Field::new(HASH, Text).given(),
        ],
    )
}

#[cfg(test)]
mod tests {
    use crate::schema::{Access, Schema};

    use super::*;

    #[test]
    fn each_is_a_key_of_the_schema() {
        let schema = Schema::builtin();
        let kind = schema.kind(KIND).expect("built in");
        for key in [
            TITLE, ABOUT, TYPE, TAKEN_ON, PEOPLE, AGREED, MIME, BYTES, HASH, NOTE,
        ] {
            assert!(kind.field(key).is_some(), "{key}");
        }
        let types = schema.vocabulary(TYPES).expect("built in");
        assert!([PHOTO, LOGO, IDENTITY].iter().all(|code| types.contains(code)));
        assert_eq!(kind.about(), Some(ABOUT));
    }

    #[test]
    fn all_of_them_are_for_whoever_sees_everything() {
        let schema = Schema::builtin();
        let kind = schema.kind(KIND).expect("built in");
        assert!(Access::whole().sees(kind) && Access::whole().writes(kind));
        for function in ["treasurer", "archivist", "coordinator", "assistant"] {
            let access = Access::of([function]);
            assert!(!access.sees(kind) && !access.writes(kind), "{function}");
        }
    }
}
