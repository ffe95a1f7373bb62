//! The network: dialling the hub, proving who is who, and moving bytes between a stream and a session.

mod exchange;
pub use exchange::{Exchange, Goal, Totals};

mod patience;
pub(crate) use patience::{End, Patience};

mod dial;
pub use dial::{Line, dial};

mod ask;
pub(crate) use ask::ask;
