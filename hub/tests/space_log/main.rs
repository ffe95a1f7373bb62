//! The conformance suite of `SpaceLog` and `Desk`, run against every engine.
//!
//! A new engine is one more line in `engines!`. What is asserted is the contract on the traits, and
//! the random test compares two engines with each other over operations in any order.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test may stop where it stands"
)]

mod cases;
mod data;
mod engine;
mod random;

macro_rules! engines {
    ($($name:ident)*) => {$(
        mod $name {
            #[test]
            fn in_memory() {
                crate::cases::$name(&mut tawro_hub::store::MemoryLog::new());
            }

            #[test]
            fn in_sqlite() {
                crate::cases::$name(&mut crate::engine::OnDisk::new());
            }
        }
    )*};
}

engines! {
    membership_is_ordered_by_compare_and_swap
    a_log_has_no_holes
    a_fork_is_told_and_the_first_branch_stays
    a_page_is_bounded_but_never_empty
    a_space_never_sees_another
    a_crash_keeps_what_was_committed_and_nothing_else
    a_deleted_space_leaves_nothing
    forks_acks_and_visits_are_kept
    a_number_no_entry_may_have_is_refused_and_the_rest_stays
    a_ticket_is_for_one_space
    letters_live_as_long_as_their_invitation
    a_recovery_key_finds_its_space
    an_archive_brings_a_space_to_another_engine
}
