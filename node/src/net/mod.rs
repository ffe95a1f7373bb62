//! The network: dialling the hub, proving who is who, and moving bytes between a stream and a session.

mod exchange;
pub use exchange::{Exchange, Goal, Totals};
pub(crate) use exchange::{Pause, Stay};

mod patience;
pub(crate) use patience::{End, Patience};

mod dial;
pub(crate) use dial::dial_for;
pub use dial::{Line, dial};

mod ask;
pub(crate) use ask::{Told, ask, ask_statistics};
