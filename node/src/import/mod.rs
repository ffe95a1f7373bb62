//! Sheets in: from a file as volunteers keep it to the commands that bring it into the records.

pub mod sheet;
