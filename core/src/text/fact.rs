//! What an error knows, in a form that a sentence can take in.

use std::fmt;

/// One fact of an error or an issue; it is named by the placeable that shows it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Fact {
    /// A count or a limit; the sentence may choose its plural by it.
    Number(i64),
    /// A text, shown as it is.
    Text(String),
    /// Several texts, shown in their order.
    List(Vec<String>),
}

impl From<usize> for Fact {
    fn from(number: usize) -> Self {
        Self::Number(i64::try_from(number).unwrap_or(i64::MAX))
    }
}

impl From<i64> for Fact {
    fn from(number: i64) -> Self {
        Self::Number(number)
    }
}

impl From<&str> for Fact {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

impl From<String> for Fact {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}

impl From<&[String]> for Fact {
    fn from(texts: &[String]) -> Self {
        Self::List(texts.to_vec())
    }
}

/// Plain, without direction marks: a list is joined by ` · `, which reads alike in both directions.
impl fmt::Display for Fact {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Number(number) => write!(f, "{number}"),
            Self::Text(text) => f.write_str(text),
            Self::List(texts) => f.write_str(&texts.join(" · ")),
        }
    }
}
