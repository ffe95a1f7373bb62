//! Who may open the association's data at its own computers, and what each function may see and write.
//!
//! A node holds to it what a person asks of it. It is no cryptography: whoever has a device and a
//! passphrase holds the whole database in the end, and what a *device* may write is the membership's
//! to say.

use crate::schema::FieldType::{Code, Date, Reference, Set, Text};
use std::collections::BTreeMap;

use crate::id::RecordId;
use crate::schema::{Field, Kind, Scalar, key};

/// The part of an association's work that a kind belongs to: pages are ordered by it, functions are
/// allowed by it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub enum Family {
    /// Members, beneficiaries, households, consents.
    People,
    /// Dues, payments, donors, gifts.
    Giving,
    /// What takes place, and who took part.
    Activities,
    /// The mail register.
    Mail,
    /// Partners and agreements with them.
    Partners,
    /// The programme that the association runs for others, if it does.
    Programme,
    /// The association itself.
    #[default]
    Association,
    /// Logins.
    Access,
}

impl Family {
    /// All of them, in the order in which people see them.
    pub const ALL: [Self; 8] = [
        Self::People,
        Self::Giving,
        Self::Activities,
        Self::Mail,
        Self::Partners,
        Self::Programme,
        Self::Association,
        Self::Access,
    ];

    /// Stable name, as `people`.
    pub fn key(self) -> &'static str {
        match self {
            Self::People => "people",
            Self::Giving => "giving",
            Self::Activities => "activities",
            Self::Mail => "mail",
            Self::Partners => "partners",
            Self::Programme => "programme",
            Self::Association => "association",
            Self::Access => "access",
        }
    }
}

/// What one login may do at a node.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Access {
    sees: Vec<Family>,
    writes: Vec<Family>,
    sensitive: bool,
    manages: bool,
}

impl Access {
    /// Everything: whoever set this computer up, so that nobody locks everybody out.
    pub fn whole() -> Self {
        Self {
            sees: Family::ALL.to_vec(),
            writes: Family::ALL.to_vec(),
            sensitive: true,
            manages: true,
        }
    }

    /// What the functions of a login allow together; none, or none that this release knows, allow to
    /// look at the association's own record.
    pub fn of<'a>(functions: impl IntoIterator<Item = &'a str>) -> Self {
        let mut access = Self {
            sees: vec![Family::Association],
            writes: Vec::new(),
            sensitive: false,
            manages: false,
        };
        for function in functions {
            let Some((_, grant)) = GRANTS.iter().find(|(known, _)| *known == function) else {
                continue;
            };
            if grant.manages {
                return Self::whole();
            }
            access.sees.extend(grant.sees.iter().chain(grant.writes));
            access.writes.extend(grant.writes);
            access.sensitive |= grant.sensitive;
        }
        access
    }

    /// What a login's record allows, by its cells; nothing about people once it is disabled.
    pub fn of_login(cells: &BTreeMap<String, Scalar>) -> Self {
        let functions = if Self::is_disabled(cells) {
            Vec::new()
        } else {
            Self::functions(cells)
        };
        Self::of(functions.iter().map(String::as_str))
    }

    /// Whether a login's record says that nobody logs in by it any more.
    pub fn is_disabled(cells: &BTreeMap<String, Scalar>) -> bool {
        cells.get(DISABLED_ON).is_some_and(|value| !value.is_null())
    }

    /// The person whose login it is, if its record says so.
    pub fn person(cells: &BTreeMap<String, Scalar>) -> Option<RecordId> {
        cells.get(PERSON)?.as_text()?.parse().ok()
    }

    /// The functions that stand in a login's cells.
    pub fn functions(cells: &BTreeMap<String, Scalar>) -> Vec<String> {
        let start = format!("{}/", key::FUNCTIONS);
        let set = cells.iter().filter(|(_, value)| **value == Scalar::Flag(true));
        set.filter_map(|(cell, _)| cell.strip_prefix(&start))
            .map(str::to_owned)
            .collect()
    }

    /// The cells of a login of this name and these functions.
    pub fn login_cells(name: &str, functions: &[String]) -> Vec<(String, Scalar)> {
        let functions = functions
            .iter()
            .map(|function| (format!("{}/{function}", key::FUNCTIONS), Scalar::Flag(true)));
        std::iter::once((key::NAME.to_owned(), Scalar::from(name)))
            .chain(functions)
            .collect()
    }

    /// Whether records of a kind may be seen; of a kind about records of any kind, all of them only by
    /// who sees everything, and each by who sees the record that it is about.
    pub fn sees(&self, kind: &Kind) -> bool {
        if kind.about().is_some() {
            return self.sensitive && Family::ALL.iter().all(|family| self.sees.contains(family));
        }
        self.sees.contains(&kind.family) && (self.sensitive || !kind.is_sensitive())
    }

    /// Whether records of a kind may be made and changed.
    pub fn writes(&self, kind: &Kind) -> bool {
        self.writes.contains(&kind.family) && self.sees(kind)
    }

    /// Whether logins, devices, and the recovery code are this person's to decide on.
    pub fn manages(&self) -> bool {
        self.manages
    }
}

/// What one function brings.
struct Grant {
    writes: &'static [Family],
    sees: &'static [Family],
    sensitive: bool,
    manages: bool,
}

/// The president and the secretary answer for the whole; everyone else for a part. The bureau's
/// functions as model statutes have them; what each sees is our own proposal.
const GRANTS: &[(&str, Grant)] = &[
    ("president", MANAGES),
    ("vice_president", MANAGES),
    ("secretary", MANAGES),
    (
        "treasurer",
        Grant {
            writes: &[Family::Giving, Family::Partners],
            sees: &[Family::People, Family::Activities, Family::Mail],
            sensitive: false,
            manages: false,
        },
    ),
    (
        "archivist",
        Grant {
            writes: &[Family::Mail],
            sees: &[Family::Activities, Family::Partners],
            sensitive: false,
            manages: false,
        },
    ),
    (
        "coordinator",
        Grant {
            writes: &[Family::People, Family::Activities, Family::Programme],
            sees: &[Family::Partners],
            sensitive: true,
            manages: false,
        },
    ),
    (
        "assistant",
        Grant {
            writes: &[
                Family::People,
                Family::Activities,
                Family::Mail,
                Family::Programme,
            ],
            sees: &[],
            sensitive: false,
            manages: false,
        },
    ),
];

const MANAGES: Grant = Grant {
    writes: &Family::ALL,
    sees: &Family::ALL,
    sensitive: true,
    manages: true,
};

const DISABLED_ON: &str = "disabled_on";
const PERSON: &str = "person";

/// A login: one person's way in. No secret is ever part of it; those stay in the folder's key slots.
pub(crate) fn login() -> Kind {
    Kind::new(
        "login",
        vec![
            Field::new(key::NAME, Text).required().unique(),
            Field::new(PERSON, Reference("person")),
            Field::new(key::FUNCTIONS, Set(Box::new(Code("function")))),
            Field::new("language", Code("language")),
            Field::new(DISABLED_ON, Date),
        ],
    )
    .family(Family::Access)
}

#[cfg(test)]
mod tests {
    use crate::schema::Schema;

    use super::*;

    fn may(functions: &[&str], kind: &str) -> (bool, bool) {
        let schema = Schema::builtin();
        let access = Access::of(functions.iter().copied());
        let kind = schema.kind(kind).unwrap();
        (access.sees(kind), access.writes(kind))
    }

    #[test]
    fn each_function_sees_and_writes_its_part() {
        assert_eq!(may(&["president"], "login"), (true, true));
        assert_eq!(may(&["treasurer"], "payment"), (true, true));
        assert_eq!(may(&["treasurer"], "membership"), (true, false));
        assert_eq!(may(&["treasurer"], "functioning"), (false, false));
        assert_eq!(may(&["coordinator"], "functioning"), (true, true));
        assert_eq!(may(&["coordinator"], "donation"), (false, false));
        assert_eq!(may(&["assistant"], "person"), (true, true));
        assert_eq!(may(&["archivist"], "person"), (false, false));
        assert_eq!(may(&["archivist", "treasurer"], "person"), (true, false));
        assert_eq!(may(&["assistant"], "login"), (false, false));
        for runs in ["coordinator", "assistant"] {
            assert_eq!(may(&[runs], "coaching_visit"), (true, true));
        }
        assert_eq!(may(&["treasurer"], "course_test"), (false, false));
    }

    #[test]
    fn no_function_or_an_unknown_one_opens_nothing_about_people() {
        assert_eq!(may(&[], "person"), (false, false));
        assert_eq!(may(&["astronaut"], "person"), (false, false));
        assert_eq!(may(&["astronaut"], "association"), (true, false));
        assert!(!Access::of([]).manages());
    }

    #[test]
    fn a_login_is_read_as_it_was_written_and_a_disabled_one_opens_nothing() {
        let functions = ["treasurer".to_owned()];
        let mut cells: BTreeMap<_, _> = Access::login_cells("Omar", &functions).into_iter().collect();
        assert_eq!(Access::functions(&cells), functions);
        let schema = Schema::builtin();
        let payment = schema.kind("payment").unwrap();
        assert!(Access::of_login(&cells).writes(payment));
        cells.insert(DISABLED_ON.to_owned(), Scalar::from("2026-11-24"));
        assert!(!Access::of_login(&cells).sees(payment));
    }

    #[test]
    fn every_function_of_the_vocabulary_has_its_grant() {
        let schema = Schema::builtin();
        let known: Vec<&str> = GRANTS.iter().map(|(function, _)| *function).collect();
        assert_eq!(schema.vocabulary("function").unwrap().codes(), known);
    }
}
