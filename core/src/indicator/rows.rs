//! The rows of a definition as they are read: every field they name is granted by the schema, or refused.

use crate::indicator::field::counted_kind;
use crate::indicator::text::{Found, Keys, Node, broken, cut, flag, list, text};
use crate::indicator::{Counted, Holds, Implied, Is, Measure, Rule, Selection, Test, Time, Who};
use crate::schema::{Kind, Schema, presence};

/// Rows have at most so many conditions of one sort.
const TESTS_MAX: usize = 16;
/// A condition has at most so many codes.
const CODES_MAX: usize = 64;
/// So many codes of a vocabulary are told to whoever wrote another.
const CANDIDATES_MAX: usize = 16;

const KEYS: [&str; 9] = [
    "kind", "of", "when", "since", "until", "where", "unless", "part", "person",
];

/// Reads the rows of one kind.
pub(super) fn read(node: &Node<'_>, measure: Measure, schema: &Schema) -> Found<Selection> {
    let keys = Keys::of(node, &KEYS)?;
    let name = keys.need("kind")?;
    let kind = counted_kind(schema, text(name)?).or_else(|not| broken(not.into(), name.span().start))?;
    let rows = Rows { schema, kind };
    let of = rows.of(&keys, measure)?;
    let person = rows.person(&keys, of.as_ref())?;
    let tests = |key| {
        keys.find(key)
            .map_or(Ok(Vec::new()), |node| rows.tests(node, key))
    };
    let part = keys.find("part");
    match (measure, part) {
        (Measure::Share, None) => return broken(Rule::Missing { key: "part" }, keys.at),
        (Measure::Share, _) | (_, None) => {}
        (_, Some(node)) => return unknown("part", node),
    }
    let (implied, who) = Implied::of(schema, kind, of.as_ref())
        .and_then(|implied| {
            let who = Who::of(schema, kind, of.as_ref(), person.as_ref())?;
            Ok((implied, who))
        })
        .or_else(|not| broken(not.into(), keys.at))?;
    Ok(Selection {
        kind: kind.key,
        time: rows.time(&keys)?,
        wanted: tests("where")?,
        unwanted: tests("unless")?,
        part: tests("part")?,
        of,
        person,
        implied,
        who,
    })
}

fn unknown<T>(key: &str, node: &Node<'_>) -> Found<T> {
    broken(Rule::UnknownKey { key: key.to_owned() }, node.span().start)
}

/// Where fields are named from.
#[derive(Clone, Copy)]
struct Rows<'s> {
    schema: &'s Schema,
    kind: &'s Kind,
}

impl Rows<'_> {
    fn of(self, keys: &Keys<'_>, measure: Measure) -> Found<Option<Counted>> {
        let needed = matches!(measure, Measure::Distinct | Measure::Sum | Measure::Mean);
        let Some(node) = keys.find("of") else {
            return match needed {
                true => broken(Rule::Missing { key: "of" }, keys.at),
                false => Ok(None),
            };
        };
        let is_fit: fn(Holds) -> bool = match measure {
            Measure::Count | Measure::Flag => return unknown("of", node),
            Measure::Sum => |holds| matches!(holds, Holds::Number | Holds::Money),
            Measure::Mean => |holds| holds == Holds::Number,
            Measure::Distinct | Measure::Share => |holds| matches!(holds, Holds::Reference(_)),
        };
        let expected = match measure {
            Measure::Sum | Measure::Mean => "number",
            _ => "record",
        };
        self.field(node, expected, is_fit).map(Some)
    }

    fn person(self, keys: &Keys<'_>, of: Option<&Counted>) -> Found<Option<Counted>> {
        let Some(node) = keys.find("person") else {
            return Ok(None);
        };
        let person = self.field(node, "person", |holds| {
            holds == Holds::Reference(presence::PERSON)
        })?;
        let told_apart = of.filter(|of| matches!(of.holds(), Holds::Reference(_)));
        let is_apart = told_apart.is_some_and(|of| !person.to_string().starts_with(&format!("{of}.")));
        match is_apart {
            true => broken(Rule::PersonApart, node.span().start),
            false => Ok(Some(person)),
        }
    }

    fn time(self, keys: &Keys<'_>) -> Found<Time> {
        let day = |key| {
            let node = keys.find(key);
            node.map(|node| self.field(node, "date", |holds| holds == Holds::Date))
                .transpose()
        };
        match (day("when")?, day("since")?, day("until")?) {
            (Some(when), None, None) => Ok(Time::When(when)),
            (None, since, until) if since.is_some() || until.is_some() => Ok(Time::Runs { since, until }),
            _ => broken(Rule::OneTime, keys.at),
        }
    }

    fn tests(self, node: &Node<'_>, key: &'static str) -> Found<Vec<Test>> {
        let at = node.span().start;
        let Some(table) = node.get_ref().as_table() else {
            return broken(Rule::Shape { expected: "table" }, at);
        };
        let found = table.iter().count();
        if found > TESTS_MAX {
            let limit = TESTS_MAX;
            return broken(Rule::TooMany { key, limit, found }, at);
        }
        let tests = table.iter().map(|(name, is)| {
            let field = self.grant(name.get_ref(), name.span().start)?;
            let is = match field.holds() {
                Holds::Flag => Is::Flag(flag(is)?),
                Holds::Code(vocabulary) => Is::OneOf(self.codes(vocabulary, is)?),
                _ => {
                    let rule = Rule::OtherType {
                        field: field.to_string(),
                        expected: "code",
                    };
                    return broken(rule, name.span().start);
                }
            };
            Ok(Test { field, is })
        });
        let mut tests = tests.collect::<Found<Vec<Test>>>()?;
        tests.sort_by_key(|test| test.field.to_string());
        Ok(tests)
    }

    /// Codes of a vocabulary, in any order but each once; the empty one stands for nothing at all.
    fn codes(self, vocabulary: &'static str, node: &Node<'_>) -> Found<Vec<String>> {
        let mut codes: Vec<String> = Vec::new();
        for node in list(node, vocabulary, CODES_MAX)? {
            let (code, at) = (text(node)?, node.span().start);
            let known = self.schema.vocabulary(vocabulary);
            if !code.is_empty() && !known.is_some_and(|known| known.contains(code)) {
                let all = known.into_iter().flat_map(|known| known.codes());
                let rule = Rule::NotInList {
                    key: vocabulary,
                    found: cut(code),
                    candidates: all.take(CANDIDATES_MAX).map(|code| (*code).to_owned()).collect(),
                };
                return broken(rule, at);
            }
            if codes.iter().any(|other| other == code) {
                let found = code.to_owned();
                return broken(Rule::Twice { found }, at);
            }
            codes.push(code.to_owned());
        }
        match codes.is_empty() {
            true => broken(Rule::Missing { key: vocabulary }, node.span().start),
            false => Ok(codes),
        }
    }

    fn field(
        self,
        node: &Node<'_>,
        expected: &'static str,
        is_fit: impl Fn(Holds) -> bool,
    ) -> Found<Counted> {
        let at = node.span().start;
        let field = self.grant(text(node)?, at)?;
        match is_fit(field.holds()) {
            true => Ok(field),
            false => {
                let field = field.to_string();
                broken(Rule::OtherType { field, expected }, at)
            }
        }
    }

    fn grant(self, path: &str, at: usize) -> Found<Counted> {
        Counted::grant(self.schema, self.kind.key, path).or_else(|not| broken(not.into(), at))
    }
}
