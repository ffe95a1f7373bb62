//! What every web page of NET-Tawro shares: frame, style, words, sessions, guards.
//!
//! A page is made in three steps, alike for an association's own pages and for a dashboard: [`guard`]
//! looks at where a request comes from, [`session`] at who asks, and [`frame`] puts what a handler
//! made into the house style, in the reader's language. Nothing here knows a record.

pub mod speech;
pub use speech::Speech;

pub mod guard;

pub mod request;

pub mod answer;

pub mod called;

pub mod cost;

pub mod session;
pub use session::{Sessions, Visit};

pub mod brake;
pub use brake::Brake;

pub mod fields;
pub use fields::{Fields, Upload};

pub mod frame;
pub use frame::{Frame, Icon, Link};

pub mod assets;
