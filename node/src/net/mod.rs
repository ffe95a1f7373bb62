//! The network: dialling the hub, proving who is who, and moving bytes between a stream and a session.

mod exchange;
pub use exchange::{Exchange, Goal, Totals};

mod dial;
pub use dial::{Line, dial};

mod ask;
pub(crate) use ask::ask;
