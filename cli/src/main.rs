//! The program `tawro`.

fn main() {}
