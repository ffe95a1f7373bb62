//! A browser over the real pages: what a person does, in Arabic, and what axe says of each page.
//!
//! Needs Debian's Chromium with its driver, and axe-core beside the build products; `.ci/run` installs
//! both, and the README says how.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a failed step of a test ends it with its line"
)]

mod driver;

mod stories;
