//! What a column may mean, and the words by which its header says so.

use std::cell::RefCell;
use std::collections::{BTreeSet, HashMap};
use std::fmt;

use tawro_core::schema::{FieldType, Kind, columns};
use tawro_core::text::{LANGUAGES, Words};

use crate::import::labels::{self, Label};
use crate::import::names::NameOrder;
use crate::import::profile::{Part, Profile};

/// What a column is taken for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Target {
    /// Nothing: its cells are not read.
    Ignored,
    /// The id of the row's record, as an export writes it.
    Id,
    /// The id of the record that the row's refers to, as an export writes it.
    PartyId,
    /// A field of one of the row's records.
    Field {
        /// Which record.
        part: Part,
        /// The field's key.
        field: &'static str,
        /// The language of a multilingual text; without it, the script of each cell tells.
        language: Option<&'static str>,
    },
    /// Given and family name in one cell.
    FullName {
        /// Which stands first, if the header says it.
        order: Option<NameOrder>,
    },
    /// Date and place, as of birth, in one cell.
    DateAndPlace,
}

/// As mapping files and reports write it: `family_name`, `given_name/ar`, `full_name`, `ignore`.
impl fmt::Display for Target {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Ignored => f.write_str("ignore"),
            Self::Id => f.write_str("id"),
            Self::PartyId => f.write_str("party_id"),
            Self::Field {
                field,
                language: None,
                ..
            } => f.write_str(field),
            Self::Field {
                field,
                language: Some(language),
                ..
            } => write!(f, "{field}/{language}"),
            Self::FullName { order: None } => f.write_str("full_name"),
            Self::FullName {
                order: Some(NameOrder::GivenFirst),
            } => f.write_str("full_name/given-first"),
            Self::FullName {
                order: Some(NameOrder::FamilyFirst),
            } => f.write_str("full_name/family-first"),
            Self::DateAndPlace => f.write_str("date_and_place"),
        }
    }
}

impl Target {
    /// Reads what [`fmt::Display`] writes, for a profile that has it.
    pub fn parse(profile: &Profile<'_>, text: &str) -> Option<Self> {
        let full_name = |order| profile.name_fields().map(|_| Self::FullName { order });
        match text {
            "ignore" => Some(Self::Ignored),
            "id" => Some(Self::Id),
            "party_id" => profile.party.map(|_| Self::PartyId),
            "full_name" => full_name(None),
            "full_name/given-first" => full_name(Some(NameOrder::GivenFirst)),
            "full_name/family-first" => full_name(Some(NameOrder::FamilyFirst)),
            "date_and_place" => profile.date_and_place().map(|_| Self::DateAndPlace),
            _ => {
                let (key, language) = text
                    .split_once('/')
                    .map_or((text, None), |(key, rest)| (key, Some(rest)));
                let (part, field) = profile.field(key)?;
                let language = match language {
                    None => None,
                    Some(tag) if field.ty == FieldType::Localized => {
                        Some(*LANGUAGES.iter().find(|known| **known == tag)?)
                    }
                    Some(_) => return None,
                };
                Some(Self::Field {
                    part,
                    field: field.key,
                    language,
                })
            }
        }
    }

    /// The declaration of its field, if it is one.
    pub fn field<'s>(&self, profile: &Profile<'s>) -> Option<&'s tawro_core::schema::Field> {
        match self {
            Self::Field { part, field, .. } => profile.kind(*part).field(field),
            _ => None,
        }
    }

    /// It carries a name by which the row's record is called.
    pub fn is_name(&self, profile: &Profile<'_>) -> bool {
        match self {
            Self::FullName { .. } => true,
            Self::Field { part, field, .. } => profile.kind(*part).title.contains(field),
            _ => false,
        }
    }
}

/// The words for everything that a column of one profile may mean.
pub(crate) struct HeaderWords {
    entries: Vec<(Target, Vec<Label>)>,
    /// By the first letters of each word: the labels that have it, as places in `entries`.
    index: HashMap<String, Vec<(usize, usize)>>,
    /// What headers were found to be worth: a sheet's first rows are asked about many times.
    worths: RefCell<HashMap<String, u32>>,
    fillers: BTreeSet<String>,
    /// Headers that mean a name, and which depends on the columns beside them.
    name_alone: Vec<Label>,
    totals: Vec<Label>,
    /// Headings of columns that together are about the record itself.
    groups: Vec<Label>,
}

/// Keys of the import's own words, in `node/locales`.
const FILLERS: &str = "import-fillers";
const NAME_ALONE: &str = "import-name-alone";
const TOTALS: &str = "import-totals";
const GROUPS: &str = "import-groups";
pub(crate) const RECORD_ID: &str = "import-record-id";
pub(crate) const PARTY_ID: &str = "import-party-id";
const WHO: &str = "import-who";
const GIVEN_FIRST: &str = "import-given-first";
const FAMILY_FIRST: &str = "import-family-first";

impl HeaderWords {
    pub(crate) fn new(profile: &Profile<'_>, words: &Words) -> Self {
        let of = |key: &str| {
            words
                .aliases(key)
                .iter()
                .map(|alias| Label::new(alias))
                .collect::<Vec<_>>()
        };
        let column = |key: &str| of(&format!("column-{key}"));
        let mut entries = vec![
            (Target::Ignored, column(columns::ROW_NUMBER)),
            (Target::Id, of(RECORD_ID)),
        ];
        if profile.party.is_some() {
            entries.push((Target::PartyId, of(PARTY_ID)));
        }
        if profile.name_fields().is_some() {
            // A header that tells the order comes before the same one as a name of any order.
            let told = |order| Target::FullName { order: Some(order) };
            entries.push((told(NameOrder::GivenFirst), of(GIVEN_FIRST)));
            entries.push((told(NameOrder::FamilyFirst), of(FAMILY_FIRST)));
            let any = [column(columns::FULL_NAME), of(WHO)].concat();
            entries.push((Target::FullName { order: None }, any));
        }
        if profile.date_and_place().is_some() {
            entries.push((Target::DateAndPlace, column(columns::BIRTH_DATE_AND_PLACE)));
        }
        for (part, field) in profile
            .fields()
            .filter(|(_, field)| !field.is_retired() && !field.given)
        {
            let target = Target::Field {
                part,
                field: field.key,
                language: None,
            };
            entries.push((target, field_labels(profile.kind(part), field.key, words)));
        }
        let mut index: HashMap<String, Vec<(usize, usize)>> = HashMap::new();
        for (at, (_, labels)) in entries.iter().enumerate() {
            for (label, words) in labels.iter().enumerate() {
                for start in words.starts() {
                    index.entry(start).or_default().push((at, label));
                }
            }
        }
        let fillers = of(FILLERS).into_iter().flat_map(Label::into_words).collect();
        Self {
            entries,
            index,
            worths: RefCell::default(),
            fillers,
            name_alone: of(NAME_ALONE),
            totals: of(TOTALS),
            groups: of(GROUPS),
        }
    }

    /// What a header may mean, with how near it comes, at least [`labels::POSSIBLE`].
    pub(crate) fn meanings(&self, header: &str) -> Vec<(u32, Target)> {
        let header = Label::new(header);
        let bare = header.without(&self.fillers);
        let near = |word: &Label| {
            labels::nearness(&header, word).max(labels::nearness(&bare, word).min(labels::SURE + 4))
        };
        // Whatever comes near shares the first letters of a word at least.
        let starts = header
            .starts()
            .into_iter()
            .filter_map(|start| self.index.get(&start));
        let shared: BTreeSet<(usize, usize)> = starts.flatten().copied().collect();
        let mut meanings: Vec<(usize, u32)> = Vec::new();
        for (at, label) in shared {
            let nearness = near(&self.entries[at].1[label]);
            match meanings.last_mut() {
                Some((last, most)) if *last == at => *most = nearness.max(*most),
                _ => meanings.push((at, nearness)),
            }
        }
        meanings.retain(|(_, nearness)| *nearness >= labels::POSSIBLE);
        meanings
            .into_iter()
            .map(|(at, nearness)| (nearness, self.entries[at].0))
            .collect()
    }

    /// How much a header says for finding the header's row.
    pub(crate) fn worth(&self, header: &str) -> u32 {
        let longest = 120;
        if header.is_empty() || header.chars().count() > longest {
            return 0;
        }
        if let Some(known) = self.worths.borrow().get(header) {
            return *known;
        }
        let best = self
            .meanings(header)
            .into_iter()
            .map(|(nearness, _)| nearness)
            .max()
            .unwrap_or(0);
        let worth = match best >= labels::PROBABLE || self.is_name_alone(header) {
            true => best.max(labels::PROBABLE),
            false => 0,
        };
        self.worths.borrow_mut().insert(header.to_owned(), worth);
        worth
    }

    /// `Nom`, `الاسم`: a family name, a given name or a full one.
    pub(crate) fn is_name_alone(&self, header: &str) -> bool {
        let bare = Label::new(header).without(&self.fillers);
        self.name_alone
            .iter()
            .any(|word| labels::nearness(&bare, word) >= labels::SURE)
    }

    /// `Identité`, `معلومات شخصية`: what stands over columns about the record itself.
    pub(crate) fn is_group(&self, text: &str) -> bool {
        let bare = Label::new(text).without(&self.fillers);
        self.groups
            .iter()
            .any(|word| labels::nearness(&bare, word) >= labels::SURE)
    }

    /// `المجموع`, `Total général`: what stands before sums.
    pub(crate) fn is_total(&self, text: &str) -> bool {
        let label = Label::new(text);
        let bare = label.without(&self.fillers);
        self.totals.iter().any(|word| {
            labels::nearness(&bare, word) >= labels::SURE
                || label
                    .text()
                    .strip_prefix(word.text())
                    .is_some_and(|rest| rest.starts_with(' '))
        })
    }
}

/// A field's labels and their variants in every language, and its key for files of other programs.
fn field_labels(kind: &Kind, field: &str, words: &Words) -> Vec<Label> {
    let mut labels: Vec<Label> = kind
        .aliases(field, words)
        .iter()
        .map(|alias| Label::new(alias))
        .collect();
    labels.push(Label::new(field));
    labels
}
