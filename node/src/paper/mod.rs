//! Papers: lists, receipts and letters as PDF, in either direction, with fonts of their own.
//!
//! A paper is data and a template beside it. What is read from left to right whatever stands around it
//! (a date, an amount, a telephone number) says so, and the templates keep it in order: in Arabic text
//! it would otherwise be shown in pieces (Unicode Standard Annex 9).

use serde::Serialize;
use thiserror::Error;
use typst::foundations::{Dict, IntoValue};
use typst_as_lib::TypstEngine;
use typst_layout::PagedDocument;

/// A text of a paper.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Words {
    /// What is read.
    pub text: String,
    /// It is read from left to right, whatever stands around it.
    pub ltr: bool,
}

impl Words {
    /// A text that is read as its letters are.
    pub fn plain(text: impl Into<String>) -> Self {
        Self {
            text: text.into(),
            ltr: false,
        }
    }
}

/// What every paper bears.
#[derive(Debug, Clone, Serialize)]
pub struct Head {
    /// The association.
    pub owner: String,
    /// What else stands under its name: seat, telephone, receipt of its declaration.
    pub lines: Vec<Vec<Words>>,
    /// What the paper is.
    pub title: String,
    /// Language tag, as `ar`.
    pub lang: String,
    /// It is written from right to left.
    pub rtl: bool,
    /// The day it was made.
    pub day: Words,
    /// What stands before the number of a page.
    pub page: String,
}

/// A list: of members, or to be signed.
#[derive(Debug, Clone, Serialize)]
pub struct List {
    /// What every paper bears.
    pub head: Head,
    /// What is listed, in a line.
    pub about: String,
    /// The columns' names, the first for the running number.
    pub columns: Vec<String>,
    /// Each row's cells, after its running number.
    pub rows: Vec<Vec<Vec<Words>>>,
    /// The last column is empty and high, for signatures.
    pub signed: bool,
}

/// A record with a number: a receipt, a slip.
#[derive(Debug, Clone, Serialize)]
pub struct Slip {
    /// What every paper bears.
    pub head: Head,
    /// Its number.
    pub number: Words,
    /// It was cancelled: the paper says so across.
    pub cancelled: Option<String>,
    /// What stands in it, by its labels.
    pub facts: Vec<(String, Vec<Words>)>,
    /// Who signs.
    pub signatures: Vec<String>,
}

/// Why a paper could not be made: a fault of ours.
#[derive(Debug, Error)]
#[error("the paper could not be made: {what}")]
pub struct PaperFault {
    what: String,
}

/// What every template begins with.
const BASE: &str = include_str!("../../templates/paper/base.typ");
const LIST: &str = include_str!("../../templates/paper/list.typ");
const SLIP: &str = include_str!("../../templates/paper/slip.typ");

/// Arabic, Latin, Tifinagh: a paper needs no font of the computer's.
const FONTS: [&[u8]; 5] = [
    include_bytes!("../../fonts/Amiri-Regular.ttf"),
    include_bytes!("../../fonts/Amiri-Bold.ttf"),
    include_bytes!("../../fonts/NotoSans-Regular.ttf"),
    include_bytes!("../../fonts/NotoSans-Bold.ttf"),
    include_bytes!("../../fonts/NotoSansTifinagh-Regular.ttf"),
];

impl List {
    /// The list as PDF.
    pub fn pdf(&self) -> Result<Vec<u8>, PaperFault> {
        to_pdf(&set(LIST, self)?)
    }
}

impl Slip {
    /// The slip as PDF.
    pub fn pdf(&self) -> Result<Vec<u8>, PaperFault> {
        to_pdf(&set(SLIP, self)?)
    }
}

fn set(template: &str, data: &impl Serialize) -> Result<PagedDocument, PaperFault> {
    let json = serde_json::to_string(data).map_err(fault)?;
    let mut input = Dict::new();
    input.insert("data".into(), json.into_value());
    let engine = TypstEngine::builder()
        .main_file(format!("{BASE}\n{template}"))
        .fonts(FONTS)
        .build();
    engine.compile_with_input(input).output.map_err(fault)
}

fn to_pdf(document: &PagedDocument) -> Result<Vec<u8>, PaperFault> {
    typst_pdf::pdf(document, &typst_pdf::PdfOptions::default()).map_err(|errors| fault(format!("{errors:?}")))
}

fn fault(error: impl std::fmt::Display) -> PaperFault {
    PaperFault {
        what: error.to_string(),
    }
}

#[cfg(test)]
mod tests;
