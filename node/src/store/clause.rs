//! Conditions and orders of a list as SQL; names in it come from the schema, values never stand in it.

use rusqlite::types::Value;
use tawro_core::schema::{Field, FieldType, Scalar};
use tawro_core::text::LANGUAGES;

use super::StoreError;
use super::plan::Plan;
use super::query::{Filter, ListQuery, Test, View, scalar_value};

/// One pass over the rows: those for which the first key is there, by the keys; then the others by title.
pub(super) struct Pass {
    pub(super) order: Vec<String>,
    pub(super) descending: bool,
    pub(super) condition: Option<String>,
    pub(super) outer: Outer,
}

/// Which table is walked, and the other looked up from it.
#[derive(Clone, Copy)]
pub(super) enum Outer {
    /// The role's, whether the other half is there or not.
    Role,
    /// The other half's: it is there in all rows of the pass.
    Referred,
}

/// Conditions of a statement with the values that they compare with.
#[derive(Clone, Default)]
pub(super) struct Conditions {
    sql: Vec<String>,
    pub(super) values: Vec<Value>,
}

impl Conditions {
    /// Each `?` in the condition stands for the next value.
    pub(super) fn add(&mut self, sql: impl Into<String>, values: impl IntoIterator<Item = Value>) {
        self.sql.push(sql.into());
        self.values.extend(values);
    }

    /// All of them.
    pub(super) fn sql(&self) -> String {
        if self.sql.is_empty() {
            "true".to_owned()
        } else {
            self.sql.join(" AND ")
        }
    }
}

/// The passes that make the order of a list.
pub(super) fn passes(view: View<'_>, query: &ListQuery) -> Result<Vec<Pass>, StoreError> {
    let by_title = Pass {
        order: vec!["r.sort".to_owned(), "r.id".to_owned()],
        descending: false,
        condition: None,
        outer: Outer::Role,
    };
    let Some(sort) = &query.sort else {
        return Ok(vec![by_title]);
    };
    let (half, field, _) = locate(view, &sort.field)?;
    let key = half.key(field);
    let (between, outer) = if half.is_role {
        (None, Outer::Role)
    } else {
        (Some("p.id"), Outer::Referred)
    };
    let ids = between.into_iter().chain(["r.id"]).map(str::to_owned);
    let there = Pass {
        order: [key.clone()].into_iter().chain(ids).collect(),
        descending: sort.descending,
        condition: Some(format!("{key} IS NOT NULL")),
        outer,
    };
    Ok(vec![
        there,
        Pass {
            condition: Some(format!("{key} IS NULL")),
            ..by_title
        },
    ])
}

/// Whether rows come in the order of the list or in any.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Reading {
    /// In order, until a page is full: an index on a code would find them all and sort them first.
    InOrder,
    /// In any order, to be counted.
    Anyhow,
}

/// The half of a view and the index in which a filter finds its rows, if it asks for one code.
pub(super) fn sought_code<'a>(
    view: View<'a>,
    filter: &Filter,
) -> Result<Option<(&'a Plan, &'a str, Value, bool)>, StoreError> {
    let (half, field, member) = locate(view, &filter.cell)?;
    let (Test::Is(value), FieldType::Code(_), None) = (&filter.test, &field.ty, member) else {
        return Ok(None);
    };
    let plan = half.plan;
    let found = plan.exact_column(field.key).and_then(|column| {
        let value = column.value(value)?;
        Some((plan, column.name.as_str(), value, half.is_role))
    });
    Ok(found)
}

/// Whether a cell is of the role's own record, and not of the one beside it.
pub(super) fn is_of_role(view: View<'_>, path: &str) -> Result<bool, StoreError> {
    locate(view, path).map(|(half, _, _)| half.is_role)
}

/// Adds what a filter asks for.
pub(super) fn filter_condition(
    view: View<'_>,
    filter: &Filter,
    reading: Reading,
    conditions: &mut Conditions,
) -> Result<(), StoreError> {
    let (half, field, member) = locate(view, &filter.cell)?;
    let key = half.key(field);
    let cells = half.alias;
    let among =
        |condition: &str| format!("EXISTS (SELECT 1 FROM json_each({cells}.cells) c WHERE {condition})");
    match &filter.test {
        Test::Is(value) => match (&field.ty, member) {
            (FieldType::Set(_), None) => {
                let element = match value {
                    Scalar::Text(text) => text.clone(),
                    Scalar::Integer(number) => number.to_string(),
                    Scalar::Null | Scalar::Flag(_) => String::new(),
                };
                conditions.add(
                    among("c.key = ?"),
                    [Value::Text(format!("{}/{element}", field.key))],
                );
            }
            (FieldType::Localized, None) => {
                let condition = among(&format!("{} AND c.value = ?", begins(field)));
                conditions.add(condition, [scalar_value(value)]);
            }
            (_, Some(_)) => {
                let condition = among("c.key = ? AND c.value = ?");
                conditions.add(condition, [Value::Text(filter.cell.clone()), scalar_value(value)]);
            }
            (_, None) => match half.plan.exact_column(field.key) {
                Some(column) => match column.value(value) {
                    Some(value) => {
                        let is_walked = reading == Reading::InOrder && matches!(field.ty, FieldType::Code(_));
                        let sign = if is_walked { "+" } else { "" };
                        conditions.add(format!("{sign}{key} = ?"), [value]);
                    }
                    None => conditions.add("false", []),
                },
                None => {
                    let condition = format!("{} = ?", half.cell(field.key));
                    conditions.add(condition, [scalar_value(value)]);
                }
            },
        },
        Test::AtLeast(value) => conditions.add(format!("{key} >= ?"), [scalar_value(value)]),
        Test::AtMost(Scalar::Text(text)) => {
            let condition = format!("substr({key}, 1, length(?)) <= ?");
            conditions.add(condition, [Value::Text(text.clone()), Value::Text(text.clone())]);
        }
        Test::AtMost(value) => conditions.add(format!("{key} <= ?"), [scalar_value(value)]),
        Test::Empty => conditions.add(format!("NOT {}", among(&begins(field))), []),
        Test::Filled => conditions.add(among(&begins(field)), []),
    }
    Ok(())
}

/// One half of a view: the role or the record beside it.
struct Half<'a> {
    is_role: bool,
    alias: &'static str,
    plan: &'a Plan,
}

impl Half<'_> {
    /// What stands in a cell of the schema, as JSON keeps it.
    fn cell(&self, cell: &str) -> String {
        format!("json_extract({}.cells, '$.\"{cell}\"')", self.alias)
    }

    /// What a field sorts by and is compared by; null where nothing stands.
    fn key(&self, field: &Field) -> String {
        let alias = self.alias;
        if let Some(column) = self.plan.column(field.key) {
            return format!("{alias}.{}", column.name);
        }
        let cell = |cell: String| self.cell(&cell);
        match &field.ty {
            // Of an association's own: those that are declared have a column.
            FieldType::Integer
            | FieldType::Money
            | FieldType::Flag
            | FieldType::Date
            | FieldType::Code(_) => cell(field.key.to_owned()),
            FieldType::Localized => {
                let languages: Vec<String> = LANGUAGES
                    .iter()
                    .map(|language| cell(format!("{}/{language}", field.key)))
                    .collect();
                format!("sort_key(coalesce({}))", languages.join(", "))
            }
            // A set has no order: all its rows stand among the others, by title.
            FieldType::Set(_) => "NULL".to_owned(),
            _ => format!("sort_key({})", cell(field.key.to_owned())),
        }
    }
}

/// Which half has a field, and the member that the path names.
fn locate<'a, 'q>(
    view: View<'a>,
    path: &'q str,
) -> Result<(Half<'a>, &'a Field, Option<&'q str>), StoreError> {
    let undeclared = || StoreError::Undeclared {
        name: path.to_owned(),
    };
    let (key, member) = path
        .split_once('/')
        .map_or((path, None), |(key, member)| (key, Some(member)));
    let halves = [("r", Some(view.role)), ("p", view.referred)];
    for (alias, plan) in halves
        .into_iter()
        .filter_map(|(alias, plan)| Some((alias, plan?)))
    {
        if let Some(field) = plan.kind.field(key) {
            if member.is_some() && !field.has_member(member) {
                return Err(undeclared());
            }
            return Ok((
                Half {
                    is_role: alias == "r",
                    alias,
                    plan,
                },
                field,
                member,
            ));
        }
    }
    Err(undeclared())
}

/// The cells of a field, whatever its member.
fn begins(field: &Field) -> String {
    format!("(c.key = '{0}' OR c.key GLOB '{0}/*')", field.key)
}
