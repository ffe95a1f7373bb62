//! Sheets in: from a file as volunteers keep it to the commands that bring it into the records.
//!
//! [`plan`] reads the file, finds its header and columns, and says for every row what would become
//! of it. Nothing is written: a dry run shows [`Plan::report`], and an import runs [`Plan::command`]
//! whole, in one transaction, and keeps [`Plan::undo`] beside it. The stages are files, in the order
//! in which a sheet passes them: `sheet`, `header`, `mapping`, `rows`, `plan`, `report`.

pub mod sheet;

mod profile;
pub use profile::{NameFields, Part, Party, Profile};

mod labels;

mod header;
pub use header::Header;

mod columns;
pub use columns::Target;

pub(crate) mod headings;

mod dates;
pub use dates::DateOrder;

mod names;
pub use names::NameOrder;

mod mapping;
pub use mapping::{Column, Mapping, Source, letters};

mod correction;
pub use correction::{Correction, MappingFault};

mod fault;
pub use fault::{RowError, RowFault};

mod cells;

mod rows;

mod ids;

mod likeness;
pub use likeness::Why;
pub(crate) use likeness::{Facts, Likeness, key_of_name, titles};

mod lookup;
pub use lookup::{InMemory, Lookup, LookupFault};

mod pool;

mod stock;

mod plan;
pub use plan::{Duplicate, Outcome};

mod undo;
pub use undo::{Stored, Undo, Undoing, Written, undo};

mod report;
pub use report::{DuplicateLine, ErrorLine, Report};

use thiserror::Error;

use tawro_core::command::Command;
use tawro_core::id::{ImportId, SpaceId};
use tawro_core::schema::Schema;
use tawro_core::text::{Fact, Lang, Words, WordsFault};

use crate::import::columns::HeaderWords;
use crate::import::plan::{Planned, Planner};
use crate::import::sheet::{Book, SheetFault};

/// What a person asks to import.
#[derive(Debug, Clone, Copy)]
pub struct Request<'a> {
    /// The association's space, from which the ids of new records derive.
    pub space: SpaceId,
    /// A register or a kind: `member`, `activity`.
    pub kind: &'a str,
    /// The file's bytes.
    pub file: &'a [u8],
    /// The text of a mapping file, if the person gives one.
    pub mapping: Option<&'a str>,
}

/// What an import would do.
#[derive(Debug, Clone)]
pub struct Plan {
    /// The import's id: the same for the same file, kind and mapping on every device of the space.
    pub import: ImportId,
    /// The register or kind.
    pub kind: String,
    /// What the columns were taken for.
    pub mapping: Mapping,
    /// Under this key a mapping that the person gave is kept for the next sheet with this header.
    pub fingerprint: String,
    /// All that is written, to be applied whole.
    pub command: Command,
    /// What is kept to take the import back.
    pub undo: Undo,
    /// Every row of data and what becomes of it.
    pub outcomes: Vec<(u32, Outcome)>,
    /// Titles, repeated headers and totals.
    pub left_out: usize,
    /// What could not be read.
    pub errors: Vec<RowError>,
    /// Entries that may be one.
    pub duplicates: Vec<Duplicate>,
}

/// Why a file gives no plan at all.
#[derive(Debug, Error)]
pub enum ImportFault {
    /// No register and no kind has this key.
    #[error("no kind {kind:?}")]
    UnknownKind {
        /// As asked.
        kind: String,
    },
    /// The file is no sheet that can be read.
    #[error(transparent)]
    Sheet(#[from] SheetFault),
    /// No row of any sheet says what the columns are.
    #[error("no header")]
    NoHeader,
    /// The mapping file cannot be followed.
    #[error(transparent)]
    Mapping(#[from] MappingFault),
    /// The records cannot be read: ours to mend, not the person's.
    #[error(transparent)]
    Lookup(#[from] LookupFault),
}

/// The words with those of the import, which headers and reports need.
pub fn with_words(words: Words) -> Result<Words, WordsFault> {
    words
        .with_ftl(Lang::Ar, include_str!("../../locales/ar/import.ftl"))?
        .with_ftl(Lang::Fr, include_str!("../../locales/fr/import.ftl"))?
        .with_ftl(Lang::En, include_str!("../../locales/en/import.ftl"))
}

/// Plans an import. `words` are those of [`with_words`].
pub fn plan(
    request: &Request<'_>,
    schema: &Schema,
    words: &Words,
    lookup: &mut dyn Lookup,
) -> Result<Plan, ImportFault> {
    let profile = Profile::of(schema, request.kind).ok_or_else(|| ImportFault::UnknownKind {
        kind: request.kind.to_owned(),
    })?;
    let book = sheet::read(request.file)?;
    let header_words = HeaderWords::new(&profile, words);
    let mapping = mapping_of(request, &profile, words, &header_words, &book, lookup)?;
    let grid = &book.grids[mapping.grid];
    let reading = rows::read(&profile, &header_words, grid, &mapping);
    let origin = ids::Origin::new(request.space, request.file, &mapping.sheet);
    let import = origin.import(profile.key, &mapping.digest());
    let notes = reading
        .errors
        .iter()
        .filter(|error| error.fault == RowFault::Title);
    let skipped: Vec<(u32, Outcome)> = notes.map(|error| (error.row, Outcome::Skipped)).collect();
    let stock = stock::Stock::new(&profile, lookup)?;
    let mut planned = Planner::new(stock, &origin, import, reading.errors)?.run(reading.rows)?;
    planned.outcomes.extend(skipped);
    Ok(assemble(import, &profile, mapping, reading.left_out, planned))
}

/// A mapping that the person gives wins over one they gave before, and both over a guess.
fn mapping_of(
    request: &Request<'_>,
    profile: &Profile<'_>,
    words: &Words,
    header_words: &HeaderWords,
    book: &Book,
    lookup: &mut dyn Lookup,
) -> Result<Mapping, ImportFault> {
    let given = request.mapping.map(correction::parse).transpose()?;
    let mut mapping = match (mapping::guess(profile, words, header_words, book), &given) {
        (Some(mapping), _) => mapping,
        (None, Some(_)) => correction::without_header(profile, book),
        (None, None) => return Err(ImportFault::NoHeader),
    };
    let grid = &book.grids[mapping.grid];
    if let Some(given) = given {
        correction::correct(&mut mapping, profile, grid, &given, Source::Given)?;
    } else if let Some(saved) = lookup.mapping(&mapping.fingerprint(profile))?
        && let Ok(saved) = correction::parse(&saved)
    {
        // What was kept for another release's fields, or another width, is passed over.
        let _ = correction::correct(&mut mapping, profile, grid, &saved, Source::Saved);
    }
    Ok(mapping)
}

fn assemble(
    import: ImportId,
    profile: &Profile<'_>,
    mapping: Mapping,
    left_out: usize,
    mut planned: Planned,
) -> Plan {
    planned.outcomes.sort_by_key(|(row, _)| *row);
    planned.errors.sort_by_key(|error| (error.row, error.column));
    let mut undo = Undo {
        import,
        created: Vec::new(),
        written: Vec::new(),
    };
    let mut commands = Vec::new();
    // A role refers to its person: persons come first, so that no moment has a reference to nothing.
    let role = profile.role.key;
    let (roles, mut rows): (Vec<_>, Vec<_>) = planned.new.into_iter().partition(|row| row.kind == role);
    rows.extend(roles);
    undo.created.extend(rows.iter().map(|row| row.id));
    if !rows.is_empty() {
        commands.push(Command::Import { import, rows });
    }
    for (id, base) in planned.restored {
        undo.created.push(id);
        commands.push(Command::Restore { id, base });
    }
    for (id, update) in planned
        .updates
        .into_iter()
        .filter(|(_, update)| !update.cells.is_empty())
    {
        let cells = update
            .cells
            .iter()
            .map(|(cell, (_, after))| (cell.clone(), after.clone()))
            .collect();
        undo.written
            .extend(update.cells.into_iter().map(|(cell, (before, after))| Written {
                id,
                cell,
                before: before.into(),
                after: after.into(),
            }));
        commands.push(Command::Set {
            id,
            base: update.base,
            cells,
        });
    }
    Plan {
        import,
        kind: profile.key.to_owned(),
        fingerprint: mapping.fingerprint(profile),
        mapping,
        command: Command::Many(commands),
        undo,
        outcomes: planned.outcomes,
        left_out,
        errors: planned.errors,
        duplicates: planned.duplicates,
    }
}

impl Plan {
    /// What the import says of itself, in a language; `schema` and `words` are those of its plan.
    pub fn report(&self, schema: &Schema, words: &Words, lang: Lang) -> Option<Report> {
        Profile::of(schema, &self.kind).map(|profile| report::of(self, &profile, words, lang))
    }

    /// The mapping as text to be kept under [`Self::fingerprint`], if a person gave it for this import.
    pub fn mapping_to_keep(&self, schema: &Schema) -> Option<String> {
        let profile = Profile::of(schema, &self.kind)?;
        (self.mapping.source == Source::Given).then(|| self.mapping.to_json(&profile).to_string())
    }

    /// It would change nothing.
    pub fn is_empty(&self) -> bool {
        self.command == Command::Many(Vec::new())
    }
}

impl ImportFault {
    /// Its stable code.
    pub fn code(&self) -> &'static str {
        match self {
            Self::UnknownKind { .. } => "unknown_kind",
            Self::Sheet(SheetFault::Empty) => "empty",
            Self::Sheet(SheetFault::WrongKind { .. }) => "wrong_kind",
            Self::Sheet(SheetFault::Password) => "password",
            Self::Sheet(SheetFault::TooLarge { .. }) => "too_large",
            Self::Sheet(SheetFault::Damaged { .. }) => "damaged",
            Self::NoHeader => "no_header",
            Self::Mapping(MappingFault::Syntax { .. }) => "mapping_syntax",
            Self::Mapping(MappingFault::NoColumn { .. }) => "mapping_column",
            Self::Mapping(MappingFault::NoField { .. }) => "mapping_field",
            Self::Lookup(_) => "lookup",
        }
    }

    /// What it knows, for its sentence.
    pub fn facts(&self) -> Vec<(&'static str, Fact)> {
        match self {
            Self::UnknownKind { kind } => vec![("kind", kind.as_str().into())],
            Self::Sheet(SheetFault::WrongKind { found }) => vec![("found", found.name().into())],
            Self::Sheet(SheetFault::TooLarge { what, max }) => {
                vec![
                    ("what", (*what).into()),
                    ("max", i64::try_from(*max).unwrap_or(i64::MAX).into()),
                ]
            }
            Self::Mapping(MappingFault::Syntax { line }) => vec![("line", (*line).into())],
            Self::Mapping(MappingFault::NoColumn { column }) => vec![("column", column.as_str().into())],
            Self::Mapping(MappingFault::NoField { field }) => vec![("field", field.as_str().into())],
            _ => Vec::new(),
        }
    }

    /// The key of its sentence; what to do next stands under the same with `-next`.
    pub fn sentence_key(&self) -> String {
        format!("import-fault-{}", self.code())
    }
}
