//! One association's computer: its encrypted store, its sheets, and the driver that syncs.

pub mod import;
pub mod export;
pub mod form;
pub mod error;
pub mod folder;
pub mod keys;
pub mod projection;
pub mod store;
pub mod fault;
pub mod driver;
pub mod hold;
pub mod rights;
pub mod logins;
pub mod founding;
pub mod recovery;
pub mod view;
pub mod desk;
pub mod merge;
pub mod check;
pub mod sheets;
pub mod backup;
pub mod paper;
pub mod net;
pub mod syncing;
pub mod joining;
pub mod web;
