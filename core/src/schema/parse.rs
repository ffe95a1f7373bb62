//! The doors of a field type: what people write becomes a scalar, a stored scalar becomes a value.

use crate::id::RecordId;
use crate::schema::number::INTEGER_MAX;
use crate::schema::value::Money;
use crate::schema::{Date, FieldType, Scalar, Schema, Value, ValueError, contact, number};
use crate::text::plain;

/// A cell of a sheet, or a field of a form, is refused beyond this before any work is done, in bytes.
pub const CELL_BYTES_MAX: usize = 64 * 1024;

/// Characters that one line may have.
pub const LINE_CHARS_MAX: usize = 500;

/// What whoever reached all of something has.
pub(crate) const POINTS_MAX: i64 = 100;

impl FieldType {
    /// Reads what a person wrote into what a cell stores; nothing but white space is `Null`.
    ///
    /// A code may be written as its code, its label in any language of the program or one of its
    /// spellings. A set reads one element ([`Self::parse_set`] reads several); a multilingual text
    /// reads one language. What could be meant in two ways is an error with the readings.
    pub fn parse(&self, schema: &Schema, text: &str) -> Result<Scalar, ValueError> {
        if text.len() > CELL_BYTES_MAX {
            return Err(ValueError::TooLong {
                limit: CELL_BYTES_MAX,
                found: text.len(),
            });
        }
        if plain(text).trim().is_empty() {
            return Ok(Scalar::Null);
        }
        Ok(match self {
            Self::Text | Self::Localized => Scalar::Text(line(text)?),
            Self::Note => Scalar::Text(note(text)?),
            Self::Integer => Scalar::Integer(number::integer(text)?),
            Self::Points => Scalar::Integer(points(number::integer(text)?)?),
            Self::Money => Scalar::Integer(number::money(text)?.0),
            Self::Date => Scalar::Text(Date::parse(short(text)?)?.to_string()),
            Self::Flag => Scalar::Flag(number::flag(short(text)?)?),
            Self::Cnie => Scalar::Text(contact::cnie(short(text)?)?),
            Self::Phone => Scalar::Text(contact::phone(short(text)?)?),
            Self::Email => Scalar::Text(contact::email(short(text)?)?),
            Self::Series => Scalar::Text(contact::series(short(text)?)?),
            Self::Reference(_) => Scalar::from(contact::reference(short(text)?)?),
            Self::Code(vocabulary) => Scalar::Text(schema.read_code(vocabulary, short(text)?)?),
            Self::Set(element) => element.parse(schema, text)?,
        })
    }

    /// Reads every element that a person wrote into one cell of a set, each once, in their order.
    ///
    /// Telephone numbers are parted as people part them; other elements by `;`, `،`, `/`, `|` or a
    /// line break, and by `,` except in amounts. The first that cannot be read is the error. A type
    /// that is no set reads one.
    pub fn parse_set(&self, schema: &Schema, text: &str) -> Result<Vec<Scalar>, ValueError> {
        if text.len() > CELL_BYTES_MAX {
            return Err(ValueError::TooLong {
                limit: CELL_BYTES_MAX,
                found: text.len(),
            });
        }
        let mut elements = Vec::new();
        let Self::Set(element) = self else {
            let one = self.parse(schema, text)?;
            return Ok(if one.is_null() { elements } else { vec![one] });
        };
        let found: Result<Vec<Scalar>, ValueError> = match element.as_ref() {
            Self::Phone => contact::phones(short(text)?)
                .into_iter()
                .map(|phone| phone.map(Scalar::Text))
                .collect(),
            Self::Code(_) => codes(element, schema, text),
            _ => text
                .split([';', '،', '؛', '|', '\n', '\r', '/', ','])
                .map(|part| element.parse(schema, part))
                .collect(),
        };
        for element in found? {
            if !element.is_null() && !elements.contains(&element) {
                elements.push(element);
            }
        }
        Ok(elements)
    }

    /// Checks that a stored scalar is what this type stores, in its stored form.
    ///
    /// Merging never refuses; a fault is shown as an issue. A code is checked for its shape only,
    /// since a newer release may know more. Of a set, the flag of one element is checked.
    pub fn check(&self, scalar: &Scalar) -> Result<(), ValueError> {
        self.value(scalar).map(drop)
    }

    /// Reads a stored scalar as this type's value.
    pub fn value(&self, scalar: &Scalar) -> Result<Value, ValueError> {
        let expected = self.shape();
        let canonical = |sound: bool| {
            if sound {
                Ok(())
            } else {
                Err(ValueError::NotCanonical)
            }
        };
        match (self, scalar) {
            (_, Scalar::Null) => Ok(Value::Empty),
            (Self::Integer, Scalar::Integer(number)) => in_range(*number, 1).map(Value::Integer),
            (Self::Points, Scalar::Integer(number)) => points(*number).map(Value::Integer),
            (Self::Money, Scalar::Integer(number)) => in_range(*number, 100).map(|n| Value::Money(Money(n))),
            (Self::Flag | Self::Set(_), Scalar::Flag(flag)) => Ok(Value::Flag(*flag)),
            (Self::Text | Self::Localized, Scalar::Text(text)) => {
                canonical(line(text)? == *text).map(|()| Value::Text(text.clone()))
            }
            (Self::Note, Scalar::Text(text)) => bounded_note(text).map(|()| Value::Text(text.clone())),
            (Self::Date, Scalar::Text(text)) => Date::from_iso(text).map(Value::Date),
            (Self::Cnie, Scalar::Text(text)) => {
                canonical(contact::is_cnie(text)).map(|()| Value::Cnie(text.clone()))
            }
            (Self::Phone, Scalar::Text(text)) => {
                canonical(contact::is_phone(text)).map(|()| Value::Phone(text.clone()))
            }
            (Self::Email, Scalar::Text(text)) => {
                canonical(contact::is_email(text)).map(|()| Value::Email(text.clone()))
            }
            (Self::Series, Scalar::Text(text)) => {
                canonical(contact::is_series(text)).map(|()| Value::Series(text.clone()))
            }
            (Self::Code(_), Scalar::Text(text)) => {
                canonical(is_code(text)).map(|()| Value::Code(text.clone()))
            }
            (Self::Reference(_), Scalar::Text(text)) => text
                .parse::<RecordId>()
                .map_err(|error| ValueError::NotAReference { found: error.found })
                .and_then(|id| canonical(id.to_string() == *text).map(|()| Value::Reference(id))),
            _ => Err(ValueError::WrongShape {
                expected,
                found: scalar.shape(),
            }),
        }
    }

    /// Writes a stored scalar so that [`Self::parse`] reads the same back: for files and arguments.
    ///
    /// Codes stay codes, dates ISO 8601, amounts `1234.50`, flags `1` and `0`; screens use
    /// `text::Words` for what people should read. A scalar of another shape is written as it is.
    pub fn write(&self, scalar: &Scalar) -> String {
        match (self, scalar) {
            (_, Scalar::Null) => String::new(),
            (Self::Money, Scalar::Integer(centimes)) => Money(*centimes).to_string(),
            (_, Scalar::Integer(number)) => number.to_string(),
            (_, Scalar::Flag(flag)) => if *flag { "1" } else { "0" }.to_owned(),
            (_, Scalar::Text(text)) => text.clone(),
        }
    }

    /// What storage holds for it: `text`, `integer` or `flag`.
    pub fn shape(&self) -> &'static str {
        match self {
            Self::Integer | Self::Points | Self::Money => "integer",
            Self::Flag | Self::Set(_) => "flag",
            _ => "text",
        }
    }
}

/// Whether a text has the shape of a code: 1 to 64 ASCII letters, digits, `.`, `_`, `-`.
pub(crate) fn is_code(text: &str) -> bool {
    (1..=64).contains(&text.len())
        && text
            .bytes()
            .all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'_' | b'-'))
}

/// The codes of a set: a label may itself have a comma or a slash in it, but nothing that parts more
/// clearly; a part that is a code as it stands is not taken further apart.
fn codes(element: &FieldType, schema: &Schema, text: &str) -> Result<Vec<Scalar>, ValueError> {
    let mut codes = Vec::new();
    for part in text.split([';', '؛', '|', '\n', '\r']) {
        match element.parse(schema, part) {
            Ok(code) => codes.push(code),
            Err(_) => {
                for part in part.split(['،', ',', '/']) {
                    codes.push(element.parse(schema, part)?);
                }
            }
        }
    }
    Ok(codes)
}

/// One line: ends trimmed, every white space one space.
fn line(text: &str) -> Result<String, ValueError> {
    let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    let found = line.chars().count();
    if found > LINE_CHARS_MAX {
        return Err(ValueError::TooLong {
            limit: LINE_CHARS_MAX,
            found,
        });
    }
    if line.chars().any(char::is_control) {
        return Err(ValueError::ControlCharacter);
    }
    Ok(line)
}

/// A long text with its line breaks as `\n`.
fn note(text: &str) -> Result<String, ValueError> {
    let note = text.replace("\r\n", "\n").replace('\r', "\n").trim().to_owned();
    bounded_note(&note).map(|()| note)
}

fn bounded_note(text: &str) -> Result<(), ValueError> {
    if text.len() > CELL_BYTES_MAX {
        return Err(ValueError::TooLong {
            limit: CELL_BYTES_MAX,
            found: text.len(),
        });
    }
    let control = text.chars().any(|c| c.is_control() && !matches!(c, '\n' | '\t'));
    if control {
        Err(ValueError::ControlCharacter)
    } else {
        Ok(())
    }
}

/// What is no longer than a line can be; nothing but a text is.
fn short(text: &str) -> Result<&str, ValueError> {
    let found = text.chars().count();
    if found > LINE_CHARS_MAX {
        return Err(ValueError::TooLong {
            limit: LINE_CHARS_MAX,
            found,
        });
    }
    Ok(text)
}

fn points(number: i64) -> Result<i64, ValueError> {
    match (0..=POINTS_MAX).contains(&number) {
        true => Ok(number),
        false => Err(ValueError::OutOfRange {
            min: 0,
            max: POINTS_MAX,
        }),
    }
}

fn in_range(number: i64, unit: i64) -> Result<i64, ValueError> {
    if number.unsigned_abs() <= INTEGER_MAX as u64 {
        return Ok(number);
    }
    Err(ValueError::OutOfRange {
        min: -INTEGER_MAX / unit,
        max: INTEGER_MAX / unit,
    })
}
