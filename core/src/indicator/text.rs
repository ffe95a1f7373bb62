//! Definitions as people read and write them, in TOML; every mistake is found at its line and column.
//!
//! ```toml
//! [[indicator]]
//! code = "NT-G11"
//! axis = "organisation"
//! source = "pooled"
//! unit = "activities"
//! tables = ["total", "milieu", "domain"]
//! bound = 400
//! direction = "up"
//! measure = "count"                       # or distinct, sum, flag, share, mean
//!
//! [[indicator.rows]]                      # instead of these two: fact = "…", or waits_for = ["…"]
//! kind = "activity"
//! when = "starts_on"                      # in the period; or since = "…", until = "…": on its last day
//! unless = { state = ["cancelled"] }      # and where = { … }; "" is a code for nothing at all
//! ```
//!
//! Further keys: `core`, `unkind`, `target`; of rows `of` (what is told apart or added up), `part` (of a
//! share), `person` (the way to whoever a row is about). A field of a record that a row names is written with
//! the way to it: `"activity.starts_on"`.

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use crate::indicator::{
    Awaited, Axis, BuiltIn, Counting, DefinitionFault, Direction, Indicator, Measure, Method, Rule,
    Selection, Source, Table, Unit, rows,
};
use crate::schema::Schema;

/// A catalogue has at most so many bytes.
const TEXT_BYTES_MAX: usize = 256 * 1024;
/// A catalogue has at most so many indicators.
const INDICATORS_MAX: usize = 200;
/// What is said of a word that is in no list, at most.
const WORD_CHARS_MAX: usize = 64;

/// Reads definitions.
///
/// The first rule that is broken is told, with its place.
///
/// ```
/// use tawro_core::indicator;
/// use tawro_core::schema::Schema;
///
/// let fault = indicator::read("[[indicator]]\ncode = 'NT-X01'\n", &Schema::builtin()).unwrap_err();
/// assert_eq!((fault.rule.code(), fault.line, fault.column), ("code_form", 2, 8));
/// ```
pub fn read(text: &str, schema: &Schema) -> Result<Vec<Indicator>, DefinitionFault> {
    read_all(text, schema).map_err(|broken| {
        let before = text.get(..broken.at).unwrap_or(text);
        let line_start = before.rfind('\n').map_or(0, |at| at + 1);
        DefinitionFault {
            rule: broken.rule,
            line: before.matches('\n').count() + 1,
            column: before[line_start..].chars().count() + 1,
        }
    })
}

/// A rule that is broken at this byte.
pub(super) struct Broken {
    pub(super) rule: Rule,
    pub(super) at: usize,
}

pub(super) type Found<T> = Result<T, Broken>;

/// A value with its place.
pub(super) type Node<'t> = Spanned<DeValue<'t>>;

pub(super) fn broken<T>(rule: Rule, at: usize) -> Found<T> {
    Err(Broken { rule, at })
}

fn read_all(text: &str, schema: &Schema) -> Found<Vec<Indicator>> {
    if text.len() > TEXT_BYTES_MAX {
        let rule = Rule::TooLong {
            limit: TEXT_BYTES_MAX,
            found: text.len(),
        };
        return broken(rule, 0);
    }
    let document = DeTable::parse(text).map_err(|error| Broken {
        rule: Rule::NotToml,
        at: error.span().map_or(0, |span| span.start),
    })?;
    let keys = Keys::known(document.get_ref(), 0, &["indicator"])?;
    let mut indicators: Vec<Indicator> = Vec::new();
    for node in list(keys.need("indicator")?, "indicator", INDICATORS_MAX)? {
        let (indicator, at) = read_one(node, schema)?;
        if indicators.iter().any(|other| other.code == indicator.code) {
            let found = indicator.code.to_string();
            return broken(Rule::Twice { found }, at);
        }
        indicators.push(indicator);
    }
    Ok(indicators)
}

/// An indicator, and where its code stands.
fn read_one(node: &Node<'_>, schema: &Schema) -> Found<(Indicator, usize)> {
    let keys = Keys::of(node, &KEYS)?;
    let code = keys.need("code")?;
    let at = code.span().start;
    let indicator = Indicator {
        code: text(code)?.parse().or(broken(Rule::CodeForm, at))?,
        core: keys.find("core").map_or(Ok(false), flag)?,
        axis: word(keys.need("axis")?, "axis", Axis::ALL, Axis::code)?,
        source: word(keys.need("source")?, "source", Source::ALL, Source::code)?,
        unit: word(keys.need("unit")?, "unit", Unit::ALL, Unit::code)?,
        tables: tables(keys.need("tables")?)?,
        bound: number(keys.need("bound")?, "bound", 1, Indicator::BOUND_MAX)?,
        direction: word(
            keys.need("direction")?,
            "direction",
            Direction::ALL,
            Direction::code,
        )?,
        unkind: keys.find("unkind").map_or(Ok(false), flag)?,
        target: match keys.find("target") {
            Some(node) => Some(number(node, "target", 0, u64::MAX / 2)?),
            None => None,
        },
        method: method(&keys, schema)?,
    };
    indicator.check().or_else(|rule| {
        let about = match rule {
            Rule::SourceUnfit { .. } => "source",
            Rule::UnitUnfit { .. } => "unit",
            Rule::UnkindUnfit => "unkind",
            Rule::OutOfRange { .. } => "bound",
            _ => "tables",
        };
        let place = keys.find(about).map_or(at, |node| node.span().start);
        broken(rule, place)
    })?;
    Ok((indicator, at))
}

const KEYS: [&str; 14] = [
    "code",
    "core",
    "axis",
    "source",
    "unit",
    "tables",
    "bound",
    "direction",
    "unkind",
    "target",
    "measure",
    "rows",
    "fact",
    "waits_for",
];

fn tables(node: &Node<'_>) -> Found<Vec<Table>> {
    let mut tables = words(node, "tables", &Table::ALL, Table::code)?;
    tables.sort_unstable();
    Ok(tables)
}

fn method(keys: &Keys<'_>, schema: &Schema) -> Found<Method> {
    let ways = ["rows", "fact", "waits_for"].map(|key| keys.find(key));
    let found = ways.iter().flatten().count();
    match ways {
        [Some(node), None, None] => counting(keys, node, schema).map(Method::Counting),
        [None, Some(node), None] => word(node, "fact", BuiltIn::ALL, BuiltIn::code).map(Method::BuiltIn),
        [None, None, Some(node)] => {
            let awaited = words(node, "waits_for", Awaited::ALL, Awaited::code)?;
            match awaited.is_empty() {
                true => broken(Rule::Missing { key: "waits_for" }, node.span().start),
                false => Ok(Method::Waits(awaited)),
            }
        }
        _ => broken(Rule::OneMethod { found }, keys.at),
    }
}

fn counting(keys: &Keys<'_>, node: &Node<'_>, schema: &Schema) -> Found<Counting> {
    let measure = word(keys.need("measure")?, "measure", Measure::ALL, Measure::code)?;
    let rows = list(node, "rows", Counting::SELECTIONS_MAX)?;
    let selections = rows.iter().map(|node| rows::read(node, measure, schema));
    let selections: Found<Vec<Selection>> = selections.collect();
    Counting::new(measure, selections?).or_else(|rule| broken(rule, node.span().start))
}

/// The keys of a table, none of which is unknown.
pub(super) struct Keys<'t> {
    table: &'t DeTable<'t>,
    /// Where the table begins.
    pub(super) at: usize,
}

impl<'t> Keys<'t> {
    pub(super) fn of(node: &'t Node<'t>, known: &[&str]) -> Found<Self> {
        let at = node.span().start;
        match node.get_ref() {
            DeValue::Table(table) => Self::known(table, at, known),
            _ => broken(Rule::Shape { expected: "table" }, at),
        }
    }

    fn known(table: &'t DeTable<'t>, at: usize, known: &[&str]) -> Found<Self> {
        let stray = table.iter().map(|(key, _)| key);
        let mut stray: Vec<_> = stray.filter(|key| !known.contains(&&**key.get_ref())).collect();
        stray.sort_by_key(|key| key.span().start);
        match stray.first() {
            Some(key) => broken(
                Rule::UnknownKey {
                    key: cut(key.get_ref()),
                },
                key.span().start,
            ),
            None => Ok(Self { table, at }),
        }
    }

    pub(super) fn find(&self, key: &str) -> Option<&'t Node<'t>> {
        let mut entries = self.table.iter();
        entries
            .find(|(name, _)| name.get_ref() == key)
            .map(|(_, node)| node)
    }

    pub(super) fn need(&self, key: &'static str) -> Found<&'t Node<'t>> {
        self.find(key).map_or(broken(Rule::Missing { key }, self.at), Ok)
    }
}

pub(super) fn cut(text: &str) -> String {
    text.chars().take(WORD_CHARS_MAX).collect()
}

pub(super) fn text<'t>(node: &'t Node<'t>) -> Found<&'t str> {
    let shape = Rule::Shape { expected: "text" };
    node.get_ref()
        .as_str()
        .map_or(broken(shape, node.span().start), Ok)
}

pub(super) fn flag(node: &Node<'_>) -> Found<bool> {
    let shape = Rule::Shape { expected: "flag" };
    node.get_ref()
        .as_bool()
        .map_or(broken(shape, node.span().start), Ok)
}

pub(super) fn list<'t>(node: &'t Node<'t>, key: &'static str, limit: usize) -> Found<&'t [Node<'t>]> {
    let at = node.span().start;
    let Some(elements) = node.get_ref().as_array() else {
        return broken(Rule::Shape { expected: "list" }, at);
    };
    let found = elements.len();
    match found > limit {
        true => broken(Rule::TooMany { key, limit, found }, at),
        false => Ok(elements),
    }
}

fn number(node: &Node<'_>, key: &'static str, min: u64, max: u64) -> Found<u64> {
    let at = node.span().start;
    let Some(written) = node.get_ref().as_integer() else {
        return broken(Rule::Shape { expected: "number" }, at);
    };
    let read = u64::from_str_radix(written.as_str(), written.radix()).ok();
    read.filter(|number| (min..=max).contains(number))
        .map_or(broken(Rule::OutOfRange { key, min, max }, at), Ok)
}

/// One word of a list.
fn word<T: Copy>(
    node: &Node<'_>,
    key: &'static str,
    all: &[T],
    code: impl Fn(T) -> &'static str,
) -> Found<T> {
    let found = text(node)?;
    let word = all.iter().copied().find(|word| code(*word) == found);
    word.map_or_else(
        || {
            let rule = Rule::NotInList {
                key,
                found: cut(found),
                candidates: all.iter().map(|word| code(*word).to_owned()).collect(),
            };
            broken(rule, node.span().start)
        },
        Ok,
    )
}

/// Several words of a list, none twice.
fn words<T: Copy + PartialEq>(
    node: &Node<'_>,
    key: &'static str,
    all: &[T],
    code: impl Fn(T) -> &'static str,
) -> Found<Vec<T>> {
    let mut words = Vec::new();
    for node in list(node, key, all.len())? {
        let word = word(node, key, all, &code)?;
        if words.contains(&word) {
            let found = code(word).to_owned();
            return broken(Rule::Twice { found }, node.span().start);
        }
        words.push(word);
    }
    Ok(words)
}
