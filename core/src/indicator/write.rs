//! Definitions written down in one form only, so that two that say the same are the same bytes.

use std::fmt::Write;

use crate::indicator::{Indicator, Is, Method, Selection, Test, Time};

/// Writes definitions in the one form in which they are kept and compared: [`read`](crate::indicator::read) gives the same again.
pub fn write(indicators: &[Indicator]) -> String {
    let mut text = String::new();
    for (at, indicator) in indicators.iter().enumerate() {
        let apart = if at > 0 { "\n" } else { "" };
        put(&mut text, format_args!("{apart}[[indicator]]\n"));
        write_one(&mut text, indicator);
    }
    text
}

fn write_one(text: &mut String, indicator: &Indicator) {
    put(text, format_args!("code = \"{}\"\n", indicator.code));
    if indicator.core {
        put(text, format_args!("core = true\n"));
    }
    let tables = quoted(indicator.tables.iter().map(|table| table.code()));
    put(
        text,
        format_args!(
            "axis = \"{}\"\nsource = \"{}\"\nunit = \"{}\"\ntables = {tables}\nbound = {}\ndirection = \"{}\"\n",
            indicator.axis.code(),
            indicator.source.code(),
            indicator.unit.code(),
            indicator.bound,
            indicator.direction.code(),
        ),
    );
    if indicator.unkind {
        put(text, format_args!("unkind = true\n"));
    }
    if let Some(target) = indicator.target {
        put(text, format_args!("target = {target}\n"));
    }
    match &indicator.method {
        Method::BuiltIn(fact) => put(text, format_args!("fact = \"{}\"\n", fact.code())),
        Method::Waits(awaited) => {
            let awaited = quoted(awaited.iter().map(|awaited| awaited.code()));
            put(text, format_args!("waits_for = {awaited}\n"));
        }
        Method::Counting(counting) => {
            put(
                text,
                format_args!("measure = \"{}\"\n", counting.measure().code()),
            );
            for rows in counting.selections() {
                write_rows(text, rows);
            }
        }
    }
}

fn write_rows(text: &mut String, rows: &Selection) {
    put(
        text,
        format_args!("\n[[indicator.rows]]\nkind = \"{}\"\n", rows.kind),
    );
    let (when, since, until) = match &rows.time {
        Time::When(when) => (Some(when), None, None),
        Time::Runs { since, until } => (None, since.as_ref(), until.as_ref()),
    };
    let ways = [
        ("of", rows.of.as_ref()),
        ("when", when),
        ("since", since),
        ("until", until),
        ("person", rows.person.as_ref()),
    ];
    for (key, way) in ways {
        if let Some(way) = way {
            put(text, format_args!("{key} = \"{way}\"\n"));
        }
    }
    let tests = [
        ("where", &rows.wanted),
        ("unless", &rows.unwanted),
        ("part", &rows.part),
    ];
    for (key, tests) in tests.into_iter().filter(|(_, tests)| !tests.is_empty()) {
        let tests: Vec<String> = tests.iter().map(written).collect();
        put(text, format_args!("{key} = {{ {} }}\n", tests.join(", ")));
    }
}

fn written(test: &Test) -> String {
    let is = match &test.is {
        Is::Flag(flag) => flag.to_string(),
        Is::OneOf(codes) => quoted(codes.iter().map(String::as_str)),
    };
    match test.field.steps().is_empty() {
        true => format!("{} = {is}", test.field),
        false => format!("\"{}\" = {is}", test.field),
    }
}

/// A list of codes, none of which has a character that would have to be escaped.
fn quoted<'a>(codes: impl Iterator<Item = &'a str>) -> String {
    let codes: Vec<String> = codes.map(|code| format!("\"{code}\"")).collect();
    format!("[{}]", codes.join(", "))
}

fn put(text: &mut String, what: std::fmt::Arguments<'_>) {
    text.write_fmt(what)
        .expect("a text takes in whatever is written to it");
}
