//! What the targets share: a panic that the code itself fences off is no finding.

use std::backtrace::Backtrace;
use std::cell::RefCell;
use std::panic::{AssertUnwindSafe, catch_unwind, resume_unwind, set_hook};

thread_local! {
    static LAST: RefCell<Option<(String, Backtrace)>> = const { RefCell::new(None) };
}

/// Keeps a panic from ending the process where it happens: libFuzzer's own hook would. To be called
/// before the first input.
pub fn let_panics_unwind() {
    set_hook(Box::new(|panic| {
        // Written out only if nobody catches it: to name its lines takes longer than the input.
        LAST.with(|last| *last.borrow_mut() = Some((panic.to_string(), Backtrace::capture())));
    }));
}

/// Runs one input, and says what a panic said that nobody caught; libFuzzer then takes it for a crash.
pub fn run(input: impl FnOnce()) {
    if let Err(panic) = catch_unwind(AssertUnwindSafe(input)) {
        if let Some((panic, trace)) = LAST.take() {
            eprintln!("{panic}\n{trace}");
        }
        resume_unwind(panic);
    }
}
