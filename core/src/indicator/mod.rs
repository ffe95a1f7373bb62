//! Indicators: what is counted, as data; never who.

mod table;
pub use table::{Age, Cell, Domain, LEAVES, Leaf, Milieu, Sex, Table};

mod period;
pub use period::{Length, NotAPeriod, Period};

mod field;
pub use field::{Counted, Holds, NotCountable, STEPS_MAX, Step, Unfit};
