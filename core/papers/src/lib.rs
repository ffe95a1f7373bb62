//! What every paper of NET-Tawro shares: fonts, letterhead, typesetting to PDF in either direction.
//!
//! A paper is data and a template beside it, in the package that prints it; nothing here knows a record. What is read from left to right whatever stands around it
//! (a date, an amount, a telephone number) says so, and the templates keep it in order: in Arabic text
//! it would otherwise be shown in pieces (Unicode Standard Annex 9).

#![warn(missing_docs)]

use serde::Serialize;
use tawro_core::text::{isolate, isolate_numbers};
use thiserror::Error;
use typst::foundations::{Bytes, Dict, IntoValue};
use typst::layout::{Frame, FrameItem};
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
    /// A text that is read as its own letters are, also on a paper of the other direction; numbers in it keep
    /// their order, however they were typed.
    pub fn plain(text: impl AsRef<str>) -> Self {
        Self {
            text: isolate(&isolate_numbers(text.as_ref())),
            ltr: false,
        }
    }

    /// A text that is read from left to right whatever stands around it.
    pub fn ltr(text: impl Into<String>) -> Self {
        Self {
            text: text.into(),
            ltr: true,
        }
    }
}

/// What every paper bears.
#[derive(Debug, Clone, Serialize)]
pub struct Head {
    /// The association.
    pub owner: String,
    /// What else stands under its name, line by line: the seat, and how to reach it.
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
    /// The association's colour, as `#1d5c52`.
    pub tint: &'static str,
    /// The association's sign: a picture as it was given.
    #[serde(skip)]
    pub logo: Option<Vec<u8>>,
}

/// A place to sign at.
#[derive(Debug, Clone, Serialize)]
pub struct Signature {
    /// As what somebody signs.
    pub label: String,
    /// Who, if that is known.
    pub name: Option<String>,
}

/// Why a paper could not be made: a fault of ours.
#[derive(Debug, Error)]
#[error("the paper could not be made: {what}")]
pub struct PaperFault {
    what: String,
}

/// What every template begins with.
const BASE: &str = include_str!("../templates/base.typ");

/// Arabic, Latin, Tifinagh: a paper needs no font of the computer's.
const FONTS: [&[u8]; 5] = [
    include_bytes!("../fonts/Amiri-Regular.ttf"),
    include_bytes!("../fonts/Amiri-Bold.ttf"),
    include_bytes!("../fonts/NotoSans-Regular.ttf"),
    include_bytes!("../fonts/NotoSans-Bold.ttf"),
    include_bytes!("../fonts/NotoSansTifinagh-Regular.ttf"),
];

/// A paper whose pages are set: to be saved, or looked at.
pub struct Sheets(PagedDocument);

impl Sheets {
    /// All pages as PDF.
    pub fn pdf(&self) -> Result<Vec<u8>, PaperFault> {
        typst_pdf::pdf(&self.0, &typst_pdf::PdfOptions::default())
            .map_err(|errors| fault(format!("{errors:?}")))
    }

    /// How many there are.
    pub fn pages(&self) -> usize {
        self.0.pages().len()
    }

    /// A page, counted from 1, as an SVG picture; none if there are not so many.
    pub fn picture(&self, page: usize) -> Option<String> {
        let page = self.0.pages().get(page.checked_sub(1)?)?;
        Some(typst_svg::svg(page, &typst_svg::SvgOptions::default()))
    }

    /// Every text that is set, page by page: for whoever checks a paper rather than prints it.
    pub fn runs(&self) -> Vec<Run> {
        let mut found = Vec::new();
        for page in self.0.pages() {
            runs_of(&page.frame, 0.0, &mut found);
        }
        found
    }
}

/// A text that is set in one go: what was torn apart on its line is in several.
#[derive(Debug, Clone, PartialEq)]
pub struct Run {
    /// What is read.
    pub text: String,
    /// Where it begins, in points from the left edge of its page.
    pub left: f64,
    /// Some letter of it is in none of the fonts: a box is seen in its place.
    pub has_box: bool,
}

/// A kind of paper: its data, and the template that sets them.
pub trait Paper: Serialize {
    /// The template, after what all begin with.
    const TEMPLATE: &'static str;

    /// What every paper bears.
    fn head(&self) -> &Head;

    /// Sets its pages.
    fn set(&self) -> Result<Sheets, PaperFault>
    where
        Self: Sized,
    {
        let logo = self.head().logo.clone();
        match logo.is_some() {
            // A picture that cannot be read keeps nobody from their receipt.
            true => set(self, logo).or_else(|_| set(self, None)),
            false => set(self, None),
        }
    }
}

fn set<P: Paper>(paper: &P, logo: Option<Vec<u8>>) -> Result<Sheets, PaperFault> {
    let json = serde_json::to_string(paper).map_err(fault)?;
    let mut input = Dict::new();
    input.insert("data".into(), json.into_value());
    if let Some(logo) = logo {
        input.insert("logo".into(), Bytes::new(logo).into_value());
    }
    let engine = TypstEngine::builder()
        .main_file(format!("{BASE}\n{}", P::TEMPLATE))
        .fonts(FONTS)
        .build();
    let document = engine.compile_with_input(input).output;
    document.map(Sheets).map_err(fault)
}

fn runs_of(frame: &Frame, left: f64, found: &mut Vec<Run>) {
    for (at, item) in frame.items() {
        let left = left + at.x.to_pt();
        match item {
            FrameItem::Group(group) => runs_of(&group.frame, left, found),
            FrameItem::Text(text) => found.push(Run {
                text: text.text.to_string(),
                left,
                has_box: text.glyphs.iter().any(|glyph| glyph.id == 0),
            }),
            _ => {}
        }
    }
}

fn fault(error: impl std::fmt::Display) -> PaperFault {
    PaperFault {
        what: error.to_string(),
    }
}
