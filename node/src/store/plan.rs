//! The tables of rows, made from the schema: one per kind, with a column for what is sorted or sought.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;

use rusqlite::Connection;
use tawro_core::crypto;
use tawro_core::schema::{Field, FieldType, Kind, Schema, Sensitivity, own};

use super::StoreError;

/// Raised when the tables below, or what is written to them, change: rows are then made anew.
const LAYOUT: &[u8] = b"rows 4";

/// How every kind is projected.
pub(super) struct Plans {
    pub(super) schema: Schema,
    pub(super) fingerprint: [u8; 32],
    /// What of an association's own fields rows depend on: kind, field and type.
    pub(super) own: BTreeSet<OwnField>,
    plans: BTreeMap<&'static str, Plan>,
}

/// A field that an association added, as far as rows depend on it.
pub(super) type OwnField = (String, String, String);

/// How one kind is projected.
pub(super) struct Plan {
    pub(super) kind: Kind,
    /// The table of its rows.
    pub(super) table: String,
    /// The table of what is searched in them, if anything is.
    pub(super) search: Option<String>,
    pub(super) columns: Vec<Column>,
    /// The fields of other kinds whose rows show a record of this one: in their title, or beside them.
    pub(super) shown_by: Vec<(&'static str, &'static str)>,
}

/// A field with a column of its own.
pub(super) struct Column {
    pub(super) field: &'static str,
    pub(super) name: String,
    pub(super) holds: Holds,
    is_indexed: bool,
    is_code: bool,
}

/// What stands in a column.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Holds {
    /// The bytes of a record's id.
    Id,
    /// A text that sorts as it stands: a code, a date, a card's number.
    Text,
    /// A number or a flag.
    Number,
    /// What a text sorts by.
    Sorted,
}

impl Plans {
    pub(super) fn new(schema: &Schema) -> Self {
        let mut plans: BTreeMap<_, _> = schema
            .kinds()
            .enumerate()
            .map(|(at, kind)| (kind.key, Plan::new(kind, at)))
            .collect();
        for kind in schema.kinds() {
            for field in shown_fields(kind) {
                let shown = field.ty.refers_to().and_then(|key| plans.get_mut(key));
                if let Some(plan) = shown {
                    plan.shown_by.push((kind.key, field.key));
                }
            }
        }
        let fingerprint = crypto::hash(&[LAYOUT, &schema.fingerprint()].concat());
        let own = schema.own_fields().map(|(kind, field)| {
            (
                kind.key.to_owned(),
                field.key.to_owned(),
                format!("{:?}", field.ty),
            )
        });
        Self {
            schema: schema.clone(),
            fingerprint,
            own: own.collect(),
            plans,
        }
    }

    pub(super) fn get(&self, kind: &str) -> Option<&Plan> {
        self.plans.get(kind)
    }

    pub(super) fn all(&self) -> impl Iterator<Item = &Plan> {
        self.plans.values()
    }

    /// The statements that make every table and index.
    pub(super) fn ddl(&self) -> String {
        self.plans.values().fold(String::new(), |mut ddl, plan| {
            plan.ddl(&mut ddl);
            ddl
        })
    }
}

impl Plan {
    fn new(kind: &Kind, at: usize) -> Self {
        // An association may add a text to it, for which no table is made anew.
        let is_searched = own::is_open(kind) || kind.fields.iter().any(is_searched);
        Self {
            kind: kind.clone(),
            table: format!("row_{}", kind.key),
            // By number: the search engine makes tables of its own beside it, under longer names.
            search: is_searched.then(|| format!("search_{at}")),
            columns: kind
                .fields
                .iter()
                .filter_map(|field| Column::new(kind, field))
                .collect(),
            shown_by: Vec::new(),
        }
    }

    pub(super) fn column(&self, field: &str) -> Option<&Column> {
        self.columns.iter().find(|column| column.field == field)
    }

    /// The column in which a field stands as it is, not only as it sorts.
    pub(super) fn exact_column(&self, field: &str) -> Option<&Column> {
        self.column(field).filter(|column| column.holds != Holds::Sorted)
    }

    fn ddl(&self, ddl: &mut String) {
        let (key, table) = (self.kind.key, &self.table);
        let mut columns = String::new();
        for column in &self.columns {
            let holds = match column.holds {
                Holds::Id => "BLOB",
                Holds::Text | Holds::Sorted => "TEXT",
                Holds::Number => "INTEGER",
            };
            put(&mut columns, format_args!("{} {holds}, ", column.name));
        }
        put(
            ddl,
            format_args!(
                "CREATE TABLE {table} (
                     n INTEGER PRIMARY KEY, id BLOB NOT NULL UNIQUE, hidden INTEGER NOT NULL,
                     deleted INTEGER NOT NULL, merged_into BLOB, referred BLOB, beside INTEGER, updated INTEGER NOT NULL,
                     import BLOB, searched BLOB, title TEXT NOT NULL, sort TEXT NOT NULL, {columns}
                     conflicts TEXT, issues TEXT, heads BLOB NOT NULL, cells TEXT NOT NULL);
                 CREATE INDEX ix_sort_{key} ON {table} (sort, id, beside) WHERE hidden = 0;
                 CREATE INDEX ix_conflicts_{key} ON {table} (sort, id) WHERE conflicts IS NOT NULL;
                 CREATE INDEX ix_merged_{key} ON {table} (merged_into) WHERE merged_into IS NOT NULL;\n"
            ),
        );
        for column in self.columns.iter().filter(|column| column.is_indexed) {
            let (name, then) = (&column.name, column.then());
            put(
                ddl,
                format_args!(
                    "CREATE INDEX ix_{name}_{key} ON {table} ({name}, {then}) WHERE {name} IS NOT NULL;\n"
                ),
            );
        }
        if self.kind.register.is_some() {
            let beside = format_args!(
                "CREATE INDEX ix_beside_{key} ON {table} (beside, hidden) WHERE beside IS NOT NULL;\n"
            );
            put(ddl, beside);
        }
        if let Some(search) = &self.search {
            put(
                ddl,
                format_args!(
                    "CREATE VIRTUAL TABLE {search} USING fts5 (words, keys, content = '',
                         contentless_delete = 1, detail = column, prefix = '1 2 3', tokenize = 'ascii');\n"
                ),
            );
        }
    }
}

impl Column {
    fn new(kind: &Kind, field: &Field) -> Option<Self> {
        // An association's own field comes and goes while the table stands.
        if field.own.is_some() {
            return None;
        }
        let further_title = kind.title.iter().skip(1).any(|key| *key == field.key);
        let holds = match &field.ty {
            FieldType::Reference(_) => Holds::Id,
            FieldType::Date | FieldType::Code(_) | FieldType::Cnie | FieldType::Series => Holds::Text,
            FieldType::Integer | FieldType::Points | FieldType::Money | FieldType::Flag => Holds::Number,
            FieldType::Text | FieldType::Phone | FieldType::Email if field.unique => Holds::Text,
            // The first one sorts as the whole title does, or nearly.
            FieldType::Text | FieldType::Localized if further_title => Holds::Sorted,
            _ => return None,
        };
        let is_indexed = field.unique
            || holds == Holds::Sorted
            || matches!(
                field.ty,
                FieldType::Reference(_)
                    | FieldType::Date
                    | FieldType::Code(_)
                    | FieldType::Cnie
                    | FieldType::Series
            );
        Some(Self {
            field: field.key,
            name: format!("f_{}", field.key),
            holds,
            is_indexed,
            is_code: matches!(field.ty, FieldType::Code(_)),
        })
    }

    /// What stands beside the value in its index: a code is counted, all else is sorted by.
    fn then(&self) -> &'static str {
        if self.is_code { "hidden" } else { "id" }
    }
}

/// The references that a kind's rows show: those in its title, and the other half of a register.
pub(super) fn shown_fields(kind: &Kind) -> impl Iterator<Item = &Field> {
    let refers = kind.register.map(|register| register.refers);
    let is_shown = move |field: &&Field| {
        matches!(field.ty, FieldType::Reference(_))
            && (kind.title.contains(&field.key) || refers == Some(field.key))
    };
    kind.fields.iter().filter(is_shown)
}

/// Whether what stands in a field is searched: never what is sensitive (law 09-08, article 1, 3).
pub(super) fn is_searched(field: &Field) -> bool {
    field.sensitivity < Sensitivity::Sensitive && is_wording(&field.ty)
}

fn is_wording(ty: &FieldType) -> bool {
    match ty {
        FieldType::Text
        | FieldType::Note
        | FieldType::Localized
        | FieldType::Cnie
        | FieldType::Phone
        | FieldType::Email
        | FieldType::Series => true,
        FieldType::Set(element) => is_wording(element),
        _ => false,
    }
}

/// Drops the tables of rows, whichever schema they were made for.
pub(super) fn drop_all(conn: &Connection) -> Result<(), StoreError> {
    let sql = "SELECT name FROM sqlite_schema
               WHERE type = 'table' AND (name GLOB 'row_*' OR sql GLOB 'CREATE VIRTUAL TABLE search_*')";
    let names: Vec<String> = conn
        .prepare(sql)?
        .query_map([], |row| row.get(0))?
        .collect::<rusqlite::Result<_>>()?;
    for name in names {
        conn.execute_batch(&format!("DROP TABLE \"{name}\""))?;
    }
    Ok(conn.execute_batch("DELETE FROM awaited")?)
}

fn put(text: &mut String, what: std::fmt::Arguments<'_>) {
    text.write_fmt(what)
        .expect("a text takes in whatever is written to it");
}
