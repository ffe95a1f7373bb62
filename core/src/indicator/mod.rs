//! Indicators: what is counted, as data; never who.
//!
//! A definition is read from text ([`read`]), names only fields that a schema grants ([`Counted`]), and
//! becomes a question to rows ([`Query`]) whose reference answer is a [`Tally`]. What no question says is a
//! rule of the program's own ([`BuiltIn`]); what has no records yet waits, and gives no number.

mod table;
pub use table::{Age, Cell, Domain, LEAVES, Leaf, Milieu, Sex, Table};

mod period;
pub use period::{Length, NotAPeriod, Period};

mod field;
pub use field::{Counted, Holds, NotCountable, STEPS_MAX, Step, Unfit};

mod terms;
pub use terms::{Awaited, Axis, Direction, Measure, Source, Unit};

mod definition;
pub use definition::{Indicator, IndicatorCode, Method, NotAnIndicator};

mod counting;
pub use counting::{AgeFrom, Counting, Implied, Is, Selection, Test, Time, Who};

mod rule;
pub use rule::{DefinitionFault, Rule};

mod text;
pub use text::read;
mod rows;

mod write;
pub use write::write;

mod query;
pub use query::{Query, Rows, Window};

mod tally;
pub use tally::{Figure, Leaves, NoDataYet, Records, Row, Side, Tally, not_stated};

mod fact;
pub use fact::{BuiltIn, Observed};

mod catalogue;
pub use catalogue::catalogue;

#[cfg(test)]
mod tests;
