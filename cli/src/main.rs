//! The program `tawro`.

use std::process::ExitCode;

use tawro_core::schema::Schema;
use tawro_core::text::Words;

fn main() -> ExitCode {
    tawro::run(Schema::builtin(), Words::builtin(), std::env::args_os())
}
