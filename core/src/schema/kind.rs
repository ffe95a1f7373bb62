//! The declaration of a kind: its fields, their types and what follows from them.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::schema::own::Own;
use crate::schema::{Deadline, Family, Money, Scalar, Schema, Shift, ValueError, contact, key, parse};
use crate::text::LANGUAGES;
#[cfg(feature = "text")]
use crate::text::{Lang, Words};

/// A kind of record.
///
/// Label keys: `KIND` for its name, `KIND-plural`, `KIND-FIELD` for a field's; common variants of a
/// column's header stand in the `.aliases` attribute of the field's label, separated by `|`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Kind {
    /// Stable key, as `membership`: lower-case letters, digits and `_`.
    pub key: &'static str,
    /// In the order in which people see them.
    pub fields: Vec<Field>,
    /// The fields that together make the name by which people call a record, joined by a space,
    /// empty ones left out. A reference stands for the name of the record it names.
    pub title: Vec<&'static str>,
    /// Set if people see this role together with the person (or party) it refers to, as one row.
    pub register: Option<Register>,
    /// There is one of it per association, with a derived id.
    pub singleton: bool,
    /// The part of an association's work it belongs to.
    pub family: Family,
    /// It is not of every day: pages show it after the others.
    pub seldom: bool,
    /// Dates by which somebody has to do something.
    pub deadlines: Vec<Deadline>,
    /// Fields that a form shows together, under the label `group-KEY`; those in no group stand first.
    pub groups: Vec<(&'static str, Vec<&'static str>)>,
}

/// A register: a role record and the record it refers to, seen as one row whose id is the role's.
///
/// The two kinds share no field key, so that one flat row can show both.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Register {
    /// Its name on the command line and in imports, as `member`.
    pub key: &'static str,
    /// The reference field of the role that names the other record, as `person`.
    pub refers: &'static str,
}

impl Kind {
    /// A kind by its key and fields; without a title its first field is one.
    pub fn new(key: &'static str, fields: Vec<Field>) -> Self {
        let title = fields.first().map(|field| field.key).into_iter().collect();
        Self {
            key,
            fields,
            title,
            register: None,
            singleton: false,
            family: Family::default(),
            seldom: false,
            deadlines: Vec::new(),
            groups: Vec::new(),
        }
    }

    /// Names the fields that make the name of a record.
    pub fn title(mut self, fields: &[&'static str]) -> Self {
        self.title = fields.to_vec();
        self
    }

    /// Makes a register of it, under `key`, with the record that the field `refers` names.
    pub fn register(mut self, key: &'static str, refers: &'static str) -> Self {
        self.register = Some(Register { key, refers });
        self
    }

    /// There is one of it per association.
    pub fn singleton(mut self) -> Self {
        self.singleton = true;
        self
    }

    /// Says to which part of an association's work it belongs; without it, to the association itself.
    pub fn family(mut self, family: Family) -> Self {
        self.family = family;
        self
    }

    /// Says that something is due on a date, until the field `done_by` is filled; without one, until the
    /// day has passed.
    pub fn deadline(mut self, field: &'static str, done_by: Option<&'static str>) -> Self {
        self.deadlines.push(Deadline {
            field,
            done_by,
            shift: Shift::None,
        });
        self
    }

    /// The same for a day that follows from a date: its label is `KIND-FIELD-due`.
    pub fn deadline_shifted(
        mut self,
        field: &'static str,
        shift: Shift,
        done_by: Option<&'static str>,
    ) -> Self {
        self.deadlines.push(Deadline {
            field,
            done_by,
            shift,
        });
        self
    }

    /// It is not of every day: pages show it after the others.
    pub fn seldom(mut self) -> Self {
        self.seldom = true;
        self
    }

    /// Lets a form show some of the fields together.
    pub fn group(mut self, key: &'static str, fields: &[&'static str]) -> Self {
        self.groups.push((key, fields.to_vec()));
        self
    }

    /// The group a field is shown in, if it is in one.
    pub fn group_of(&self, field: &str) -> Option<&'static str> {
        let (key, _) = self.groups.iter().find(|(_, fields)| fields.contains(&field))?;
        Some(key)
    }

    /// The field of a key.
    pub fn field(&self, key: &str) -> Option<&Field> {
        self.fields.iter().find(|field| field.key == key)
    }

    /// The field that names the record, of any kind, that a record of this kind is about. Who may see
    /// and write that one may see and write this one.
    pub fn about(&self) -> Option<&'static str> {
        let mut fields = self.fields.iter();
        let about = fields.find(|field| field.ty == FieldType::Reference(ANY));
        about.map(|field| field.key)
    }

    /// Splits a cell's path into its field and, behind the first `/`, its member.
    ///
    /// `given_name/ar` is a language of a field, `phones/+212661000000` an element of a set. Nothing
    /// if the kind has no such field, or if the field has no such part: those of a newer release.
    pub fn cell<'a>(&self, path: &'a str) -> Option<(&Field, Option<&'a str>)> {
        let (key, member) = match path.split_once('/') {
            Some((key, member)) => (key, Some(member)),
            None => (path, None),
        };
        let field = self.field(key)?;
        field.has_member(member).then_some((field, member))
    }

    /// The key of a label of one of its fields, as `person-birth_date`.
    pub fn label_key(&self, field: &str) -> String {
        format!("{}-{field}", self.key)
    }

    /// Whether anything in its records is sensitive.
    pub fn is_sensitive(&self) -> bool {
        let mut fields = self.fields.iter();
        fields.any(|field| field.sensitivity == Sensitivity::Sensitive)
    }

    /// What a record adds to a sum in dirhams, in centimes: the first of its amounts. Nothing where none
    /// stands, it was cancelled, or it is in another currency.
    pub fn amount_in(&self, cells: &BTreeMap<String, Scalar>) -> Option<i64> {
        let is_foreign = cells
            .get(key::CURRENCY)
            .and_then(Scalar::as_text)
            .is_some_and(|currency| currency != Money::DIRHAM);
        let is_cancelled = cells.get(key::CANCELLED) == Some(&Scalar::Flag(true));
        let field = self.fields.iter().find(|field| field.ty == FieldType::Money)?;
        let amount = cells.get(field.key).and_then(Scalar::as_integer)?;
        (!is_foreign && !is_cancelled).then_some(amount)
    }

    /// What people call one of its fields: what an association calls its own, the words of all others.
    #[cfg(feature = "text")]
    pub fn label(&self, field: &str, words: &Words, lang: Lang) -> Option<String> {
        match self.own(field) {
            Some(own) => Some(own.named.label(lang).to_owned()),
            None => words.label(lang, &self.label_key(field)),
        }
    }

    /// What people write at the head of a column for one of its fields, in every language.
    #[cfg(feature = "text")]
    pub fn aliases(&self, field: &str, words: &Words) -> Vec<String> {
        match self.own(field) {
            Some(own) => own.named.all().map(str::to_owned).collect(),
            None => words.aliases(&self.label_key(field)),
        }
    }

    #[cfg(feature = "text")]
    fn own(&self, field: &str) -> Option<&Own> {
        self.field(field)?.own.as_deref()
    }
}

/// One field of a kind.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Field {
    /// Stable key, as `joined_on`; never begins with `_`, which marks what every record has.
    pub key: &'static str,
    /// What it holds.
    pub ty: FieldType,
    /// A record without it is shown as incomplete; never refused by merging.
    pub required: bool,
    /// No two records of the kind should share a value; two that do are an issue.
    pub unique: bool,
    /// Who may see it and whether it may be indexed.
    pub sensitivity: Sensitivity,
    /// May be a dimension of an indicator.
    pub dimension: bool,
    /// An indicator may add its numbers up.
    pub summed: bool,
    /// The program fills it: no form asks for it, and nobody writes it by its name.
    pub given: bool,
    /// Of a reference: whoever looks at the record that it names is offered to write one that names it.
    /// Of what a record cannot do without, or is called by, this holds anyway.
    pub offered: bool,
    /// Set if an association added it ([`crate::schema::own`]).
    pub own: Option<Arc<Own>>,
}

impl Field {
    /// A field that is optional, internal, repeatable and no dimension.
    pub fn new(key: &'static str, ty: FieldType) -> Self {
        Self {
            key,
            ty,
            required: false,
            unique: false,
            sensitivity: Sensitivity::default(),
            dimension: false,
            summed: false,
            given: false,
            offered: false,
            own: None,
        }
    }

    /// An association added it and offers it no more: what was written stays readable.
    pub fn is_retired(&self) -> bool {
        self.own.as_ref().is_some_and(|own| own.retired)
    }

    /// A record without it is shown as incomplete.
    pub fn required(mut self) -> Self {
        self.required = true;
        self
    }

    /// Two records with one value are an issue.
    pub fn unique(mut self) -> Self {
        self.unique = true;
        self
    }

    /// It is about one person.
    pub fn personal(mut self) -> Self {
        self.sensitivity = Sensitivity::Personal;
        self
    }

    /// It is of the law's own concern: its kind holds nothing else, and it is never indexed.
    pub fn sensitive(mut self) -> Self {
        self.sensitivity = Sensitivity::Sensitive;
        self
    }

    /// Anyone may know it.
    pub fn public(mut self) -> Self {
        self.sensitivity = Sensitivity::Public;
        self
    }

    /// An indicator may break its numbers down by it.
    pub fn dimension(mut self) -> Self {
        self.dimension = true;
        self
    }

    /// An indicator may add its numbers up.
    pub fn summed(mut self) -> Self {
        self.summed = true;
        self
    }

    /// The program fills it.
    pub fn given(mut self) -> Self {
        self.given = true;
        self
    }

    /// Whoever looks at the record that it names is offered to write one that names it.
    pub fn offered(mut self) -> Self {
        self.offered = true;
        self
    }

    /// Whether it is a telephone by which somebody is known. One that an association added may be anybody's: a
    /// parent's, a neighbour's.
    pub fn is_declared_phone(&self) -> bool {
        self.ty == FieldType::Phone && self.own.is_none()
    }

    /// Whether a person reads something in it: of what the program fills, only what leads somewhere.
    pub fn is_told(&self) -> bool {
        !self.given || self.ty.refers_to().is_some()
    }

    /// Whether a cell's member (what stands behind the `/`) belongs to this field.
    pub fn has_member(&self, member: Option<&str>) -> bool {
        match (&self.ty, member) {
            (FieldType::Localized, Some(language)) => LANGUAGES.contains(&language),
            (FieldType::Set(element), Some(member)) => element.has_element(member),
            (FieldType::Localized | FieldType::Set(_), None) => false,
            (_, member) => member.is_none(),
        }
    }

    /// Reads what a person wrote into this field's cells: path and scalar, ready for a command.
    ///
    /// A set gives one cell per element; a multilingual text goes to `member` or, without one, to
    /// the language of its script (Arabic, Tifinagh, otherwise Latin letters under `fr`). White
    /// space clears a single cell and gives no cell of a set.
    pub fn parse_cells(
        &self,
        schema: &Schema,
        member: Option<&str>,
        text: &str,
    ) -> Result<Vec<(String, Scalar)>, ValueError> {
        let no_such = |member: &str| ValueError::NoSuchMember {
            member: member.chars().take(64).collect(),
        };
        match (&self.ty, member) {
            (FieldType::Localized, member) => {
                let language = member.unwrap_or_else(|| language_of(text));
                if !LANGUAGES.contains(&language) {
                    return Err(no_such(language));
                }
                Ok(vec![(
                    format!("{}/{language}", self.key),
                    self.ty.parse(schema, text)?,
                )])
            }
            (FieldType::Set(_), None) => Ok(self
                .ty
                .parse_set(schema, text)?
                .iter()
                .map(|element| {
                    (
                        format!("{}/{}", self.key, self.ty.write(element)),
                        Scalar::Flag(true),
                    )
                })
                .collect()),
            (FieldType::Set(_), Some(member)) if self.has_member(Some(member)) => Ok(vec![(
                format!("{}/{member}", self.key),
                FieldType::Flag.parse(schema, text)?,
            )]),
            (_, Some(member)) => Err(no_such(member)),
            (_, None) => Ok(vec![(self.key.to_owned(), self.ty.parse(schema, text)?)]),
        }
    }
}

/// The language under which a text of unknown language is kept, by its first letter.
pub(crate) fn language_of(text: &str) -> &'static str {
    match text.chars().find(|c| c.is_alphabetic()) {
        Some(
            '\u{0600}'..='\u{06ff}'
            | '\u{0750}'..='\u{077f}'
            | '\u{fb50}'..='\u{fdff}'
            | '\u{fe70}'..='\u{feff}',
        ) => "ar",
        Some('\u{2d30}'..='\u{2d7f}') => "zgh",
        _ => "fr",
    }
}

/// Instead of a kind's key: a reference names a record of any kind.
pub const ANY: &str = "";

/// What a field holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FieldType {
    /// One line, at most 500 characters.
    Text,
    /// A long text that several people may edit at once, at most 64 KiB.
    Note,
    /// A text in several languages: `field/ar`, `field/fr`, `field/en`, `field/zgh`.
    Localized,
    /// A whole number.
    Integer,
    /// A whole number from 0 to 100: how much of all that could be reached.
    Points,
    /// Centimes of dirham, unless a `currency` field beside it says otherwise.
    Money,
    /// A date with the precision that is known.
    Date,
    /// Yes or no.
    Flag,
    /// A national identity card number.
    Cnie,
    /// A telephone number in E.164.
    Phone,
    /// An electronic address.
    Email,
    /// A number in a series of this device's book, as `2026-A-0012`.
    Series,
    /// One code of a vocabulary, open: a code of a newer release is kept.
    Code(&'static str),
    /// Another record of the named kind, or of [`ANY`].
    Reference(&'static str),
    /// Several values of a simple type, each an element that merges on its own: `field/member`.
    Set(Box<FieldType>),
}

impl FieldType {
    /// Whether a member of a set's cell is an element of this type in its stored form.
    fn has_element(&self, member: &str) -> bool {
        let sound_text = !member.is_empty() && member.len() <= 4 * parse::LINE_CHARS_MAX;
        sound_text
            && match self {
                Self::Phone => contact::is_phone(member),
                Self::Text => true,
                Self::Integer | Self::Points => {
                    let number = member.parse::<i64>().ok();
                    number.is_some_and(|number| {
                        number.to_string() == member && self.check(&Scalar::Integer(number)).is_ok()
                    })
                }
                other => other.check(&Scalar::from(member)).is_ok(),
            }
    }

    /// The vocabulary of a code, or of a set of codes.
    pub fn vocabulary(&self) -> Option<&'static str> {
        match self {
            Self::Code(vocabulary) => Some(vocabulary),
            Self::Set(element) => element.vocabulary(),
            _ => None,
        }
    }

    /// The kind that a reference, or a set of references, names.
    pub fn refers_to(&self) -> Option<&'static str> {
        match self {
            Self::Reference(kind) => Some(kind),
            Self::Set(element) => element.refers_to(),
            _ => None,
        }
    }
}

/// How far a field may travel, from what anyone may know to what is the law's own concern.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub enum Sensitivity {
    /// Anyone may know it.
    Public,
    /// For the association's people.
    #[default]
    Internal,
    /// About one person (law 09-08, article 1).
    Personal,
    /// Health, opinion, belonging (law 09-08, article 1, 3): kept in a record of its own, never indexed.
    Sensitive,
}
