//! What stands above the columns of an export: written by one side, read back exactly by the other.

use std::collections::HashMap;

use tawro_core::schema::{Field, FieldType};
use tawro_core::text::{LANGUAGES, Lang, Words};

use crate::import::columns::{PARTY_ID, RECORD_ID, Target};
use crate::import::header::{self, Header};
use crate::import::profile::{Part, Profile};
use crate::import::sheet::Grid;

/// One column of an export.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Heading {
    /// What stands above it; no two columns of a sheet have the same.
    pub(crate) label: String,
    /// What stands below.
    pub(crate) content: Content,
}

/// What a column of an export holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Content {
    /// What an import reads.
    Read(Target),
    /// The name of the record that a reference names, for people; an import passes it over.
    NameOf(Part, &'static str),
}

impl Content {
    /// What an import takes the column for.
    pub(crate) fn target(self) -> Target {
        match self {
            Self::Read(target) => target,
            Self::NameOf(..) => Target::Ignored,
        }
    }
}

/// Every column that an export of a profile may have, in order: who it is, what they are, ids last.
pub(crate) fn all(profile: &Profile<'_>, words: &Words, lang: Lang) -> Vec<Heading> {
    let mut headings = Vec::new();
    let fields: Vec<(Part, &Field)> = profile.fields().collect();
    let of = |part: Part| fields.iter().filter(move |(own, _)| *own == part);
    for (part, field) in of(Part::Party).chain(of(Part::Role)) {
        of_field(&mut headings, profile, *part, field, words, lang);
    }
    let word = |key: &str| words.label(lang, key).unwrap_or_else(|| key.to_owned());
    headings.push(Heading {
        label: word(RECORD_ID),
        content: Content::Read(Target::Id),
    });
    if profile.party.is_some() {
        headings.push(Heading {
            label: word(PARTY_ID),
            content: Content::Read(Target::PartyId),
        });
    }
    for at in 0..headings.len() {
        if headings[..at]
            .iter()
            .any(|other| other.label == headings[at].label)
        {
            headings[at].label = format!("{} [{}]", headings[at].label, headings[at].content.target());
        }
    }
    headings
}

fn of_field(
    headings: &mut Vec<Heading>,
    profile: &Profile<'_>,
    part: Part,
    field: &Field,
    words: &Words,
    lang: Lang,
) {
    let kind = profile.kind(part);
    // The profile's own declaration lives as long as the schema; this one is borrowed from it.
    let Some(key) = profile.field(field.key).map(|(_, field)| field.key) else {
        return;
    };
    let label = kind.label(key, words, lang).unwrap_or_else(|| key.to_owned());
    let read = |language| {
        Content::Read(Target::Field {
            part,
            field: key,
            language,
        })
    };
    match &field.ty {
        FieldType::Localized => {
            for language in LANGUAGES {
                let name = words.label(lang, &format!("language-{language}"));
                let name = name.unwrap_or_else(|| language.to_owned());
                headings.push(Heading {
                    label: format!("{label} ({name})"),
                    content: read(Some(language)),
                });
            }
        }
        ty if ty.refers_to().is_some() => {
            headings.push(Heading {
                label: label.clone(),
                content: Content::NameOf(part, key),
            });
            headings.push(Heading {
                label: format!("{label} (id)"),
                content: read(None),
            });
        }
        _ => headings.push(Heading {
            label,
            content: read(None),
        }),
    }
}

/// Finds the header of a sheet that an export made, by the heading of its id in any language, and
/// what its columns are; those that somebody added are nothing.
pub(crate) fn find_exported(
    profile: &Profile<'_>,
    words: &Words,
    grid: &Grid,
) -> Option<(Header, Vec<Target>)> {
    let known: Vec<HashMap<String, Target>> = Lang::ALL
        .into_iter()
        .map(|lang| {
            let headings = all(profile, words, lang).into_iter();
            headings
                .map(|heading| (heading.label, heading.content.target()))
                .collect()
        })
        .collect();
    header::first_rows(grid).find_map(|header| {
        let targets = known.iter().find_map(|known| {
            let read = |label: &String| known.get(label).copied();
            let targets: Vec<Option<Target>> = header.labels.iter().map(read).collect();
            let shown = header.labels.iter().filter(|label| !label.is_empty()).count();
            let exact = targets.contains(&Some(Target::Id)) && 2 * targets.iter().flatten().count() >= shown;
            exact.then(|| {
                targets
                    .into_iter()
                    .map(|target| target.unwrap_or(Target::Ignored))
                    .collect()
            })
        })?;
        Some((header, targets))
    })
}
