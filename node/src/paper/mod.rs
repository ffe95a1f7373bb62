//! The papers of an association: lists, slips, receipts, letters and cards, each with its template beside.

mod data;
pub use data::{Cards, Face, Fact, Letter, List, Receipt, Slip};
pub use tawro_papers::{Head, Paper, PaperFault, Sheets, Signature, Words};

pub mod qr;

#[cfg(test)]
mod tests;
