//! What whoever runs a programme publishes for every association in it, and the rule of what may be.
//!
//! These are records of the operator's own space like all others, in a family that only an operator is
//! shown. What of them is public goes into an edition of the programme; the rule is [`is_published`], and it
//! asks the declarations alone: what a person wrote decides nothing.

use crate::schema::FieldType::{Code, Date, Flag, Integer, Localized, Note, Text};
use crate::schema::{Family, Field, FieldType, Kind, Sensitivity, key};

/// The kind of the programme itself: its name, who runs it, since when.
pub const PROFILE: &str = "programme_profile";
/// The kind of a partner as the programme states it.
pub const BACKER: &str = "programme_partner";
/// The kind of what the programme aims at.
pub const TARGET: &str = "target";
/// The kind of a period about which associations report.
pub const REPORT_PERIOD: &str = "report_period";
/// The kind of a short film.
pub const CAPSULE: &str = "capsule";
/// The kind of an edition of the practical guide.
pub const GUIDE: &str = "guide_edition";
/// The kind of a day that the law sets.
pub const LEGAL_DEADLINE: &str = "legal_deadline";
/// The kind of a letter as the law or practice asks for it.
pub const LETTER_MODEL: &str = "letter_model";
/// The kind of what is made known to all.
pub const ANNOUNCEMENT: &str = "announcement";

/// The vocabulary of the indicators of the programme's catalogue.
pub const INDICATORS: &str = "indicator";

/// Fields of published kinds, by what they say.
pub mod field {
    /// What a course, a capsule or an announcement is called.
    pub const TITLE: &str = "title";
    /// What the programme, a partner or a letter is called.
    pub const NAME: &str = super::key::NAME;
    /// Who runs the programme.
    pub const OPERATOR: &str = "operator";
    /// Where.
    pub const TERRITORY: &str = "territory";
    /// Within which policy.
    pub const POLICY: &str = "policy";
    /// From when on.
    pub const STARTED_ON: &str = "started_on";
    /// A target in the programme's own words.
    pub const STATEMENT: &str = "statement";
    /// Which indicator, by its code.
    pub const INDICATOR: &str = "indicator";
    /// Of which year; of the whole programme where none stands.
    pub const YEAR: &str = "year";
    /// How much is aimed at.
    pub const VALUE: &str = "value";
    /// How much there was before.
    pub const BASELINE: &str = "baseline";
    /// On which day that was measured.
    pub const BASELINE_ON: &str = "baseline_on";
    /// A period, as `2026-H1`.
    pub const PERIOD: &str = "period";
    /// When a period's figures, a film or the guide was published.
    pub const PUBLISHED_ON: &str = "published_on";
    /// What a course is about.
    pub const TOPICS: &str = "topics";
    /// What a film is about.
    pub const TOPIC: &str = "topic";
    /// Where a course takes place.
    pub const COMMUNE: &str = super::key::COMMUNE;
    /// At which place there.
    pub const PLACE: &str = "place";
    /// First day of a course.
    pub const STARTS_ON: &str = "starts_on";
    /// Last day of a course.
    pub const ENDS_ON: &str = "ends_on";
    /// How long a course is.
    pub const HOURS: &str = "hours";
    /// In which language.
    pub const LANGUAGE: &str = "language";
    /// Where it is found.
    pub const LINK: &str = "link";
    /// Which edition of the guide.
    pub const EDITION: &str = "edition";
    /// What is due.
    pub const WHAT: &str = "what";
    /// By when, in words.
    pub const RULE: &str = "due_rule";
    /// The day, where the law sets one.
    pub const DUE_ON: &str = "due_on";
    /// Whether that day comes every year.
    pub const YEARLY: &str = "yearly";
    /// Where it is written.
    pub const SOURCE: &str = "source";
    /// Who checked it.
    pub const CHECKED_BY: &str = "checked_by";
    /// When it was checked.
    pub const CHECKED_ON: &str = "checked_on";
    /// The body of a letter or an announcement.
    pub const TEXT: &str = "text";
    /// Since when an announcement stands.
    pub const ANNOUNCED_ON: &str = "announced_on";
    /// Until when it stands.
    pub const UNTIL: &str = "until";
}

/// Whether a field's values go into what every association reads: declared public, in a kind of the
/// programme, by the program and not by an association, of a type that names or reaches nobody.
pub fn is_published(kind: &Kind, field: &Field) -> bool {
    kind.family == Family::Programme
        && field.sensitivity == Sensitivity::Public
        && field.own.is_none()
        && names_nobody(&field.ty)
}

/// Whether anything of a kind's records does.
pub fn publishes(kind: &Kind) -> bool {
    kind.fields.iter().any(|field| is_published(kind, field))
}

/// Whether values of a type lead to no record and to no person.
fn names_nobody(ty: &FieldType) -> bool {
    match ty {
        FieldType::Text
        | FieldType::Note
        | FieldType::Localized
        | FieldType::Integer
        | FieldType::Points
        | FieldType::Money
        | FieldType::Date
        | FieldType::Flag
        | FieldType::Code(_) => true,
        FieldType::Set(element) => names_nobody(element),
        FieldType::Cnie
        | FieldType::Phone
        | FieldType::Email
        | FieldType::Series
        | FieldType::Reference(_) => false,
    }
}

/// The programme itself.
pub(crate) fn profile() -> Kind {
    published(
        PROFILE,
        vec![
            Field::new(field::NAME, Localized).required().public(),
            Field::new(field::OPERATOR, Localized).public(),
            Field::new(field::TERRITORY, Localized).public(),
            Field::new(field::POLICY, Localized).public(),
            Field::new(field::STARTED_ON, Date).public(),
        ],
    )
    .singleton()
}

/// A partner, under the name by which the programme states it.
pub(crate) fn backer() -> Kind {
    published(
        BACKER,
        vec![Field::new(field::NAME, Localized).required().public()],
    )
}

/// What the programme aims at.
pub(crate) fn target() -> Kind {
    published(
        TARGET,
        vec![
            Field::new(field::STATEMENT, Localized).required().public(),
            Field::new(field::INDICATOR, Code(INDICATORS)).required().public(),
            Field::new(field::YEAR, Integer).public(),
            Field::new(field::VALUE, Integer).required().public(),
            Field::new(field::BASELINE, Integer).public(),
            Field::new(field::BASELINE_ON, Date).public(),
            Field::new("note", Note),
        ],
    )
    .group("baseline", &[field::BASELINE, field::BASELINE_ON])
}

/// A period about which associations report; its window follows from it.
pub(crate) fn report_period() -> Kind {
    published(
        REPORT_PERIOD,
        vec![
            Field::new(field::PERIOD, Text).required().unique().public(),
            Field::new(field::PUBLISHED_ON, Date).public(),
            Field::new("note", Note),
        ],
    )
}

/// A short film that was published.
pub(crate) fn capsule() -> Kind {
    published(
        CAPSULE,
        vec![
            Field::new(field::TITLE, Localized).required().public(),
            Field::new(field::LANGUAGE, Code("language")).public().dimension(),
            Field::new(field::TOPIC, Code("topic")).public().dimension(),
            Field::new(field::PUBLISHED_ON, Date).public(),
            Field::new(field::LINK, Text).public(),
            Field::new("plays", Integer),
            Field::new("note", Note),
        ],
    )
}

/// An edition of the practical guide.
pub(crate) fn guide_edition() -> Kind {
    published(
        GUIDE,
        vec![
            Field::new(field::EDITION, Text).required().public(),
            Field::new(field::LANGUAGE, Code("language")).public().dimension(),
            Field::new(field::PUBLISHED_ON, Date).public(),
            Field::new(field::LINK, Text).public(),
            Field::new("copies", Integer).summed(),
            Field::new("downloads", Integer),
            Field::new("note", Note),
        ],
    )
}

/// Something that the law wants by a day.
pub(crate) fn legal_deadline() -> Kind {
    published(
        LEGAL_DEADLINE,
        vec![
            Field::new(field::WHAT, Localized).required().public(),
            Field::new(field::RULE, Localized).public(),
            Field::new(field::DUE_ON, Date).public(),
            Field::new(field::YEARLY, Flag).public(),
            Field::new(field::SOURCE, Localized).public(),
            Field::new(field::CHECKED_BY, Text).public(),
            Field::new(field::CHECKED_ON, Date).public(),
            Field::new("note", Note),
        ],
    )
    .group("checked", &[field::CHECKED_BY, field::CHECKED_ON])
}

/// A letter, in the language in which it is sent.
pub(crate) fn letter_model() -> Kind {
    published(
        LETTER_MODEL,
        vec![
            Field::new(field::NAME, Localized).required().public(),
            Field::new(field::LANGUAGE, Code("language")).public(),
            Field::new(field::TEXT, Note).required().public(),
            Field::new(field::SOURCE, Localized).public(),
            Field::new(field::CHECKED_BY, Text).public(),
            Field::new(field::CHECKED_ON, Date).public(),
            Field::new("note", Note),
        ],
    )
    .group("checked", &[field::CHECKED_BY, field::CHECKED_ON])
}

/// What is made known to all, for a while.
pub(crate) fn announcement() -> Kind {
    published(
        ANNOUNCEMENT,
        vec![
            Field::new(field::TITLE, Localized).required().public(),
            Field::new(field::TEXT, Localized).public(),
            Field::new(field::ANNOUNCED_ON, Date).public(),
            Field::new(field::UNTIL, Date).public(),
            Field::new(field::LINK, Text).public(),
            Field::new("note", Note),
        ],
    )
}

fn published(kind: &'static str, fields: Vec<Field>) -> Kind {
    Kind::new(kind, fields).family(Family::Programme).seldom()
}
