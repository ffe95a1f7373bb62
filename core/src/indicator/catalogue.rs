//! The indicators that ship with the program.

use std::sync::LazyLock;

use crate::indicator::{Indicator, read};
use crate::schema::Schema;

/// The programme's indicators in the order in which people see them, the core of the ministry's report marked.
pub fn catalogue() -> &'static [Indicator] {
    static CATALOGUE: LazyLock<Vec<Indicator>> = LazyLock::new(|| {
        read(TEXT, &Schema::builtin()).expect("the definitions that ship keep to the rules, as a test shows")
    });
    &CATALOGUE
}

const TEXT: &str = include_str!("catalogue.toml");
