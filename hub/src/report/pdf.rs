//! The report as PDF.

use serde::Serialize;
use tawro_core::text::plain;
use tawro_papers::{Head, Paper, Sheets, Words};

use crate::report::block::Document;
use crate::report::{Report, ReportFault};

/// The report as its template takes it.
#[derive(Serialize)]
struct Set<'a> {
    head: Head,
    #[serde(flatten)]
    document: &'a Document,
}

impl Paper for Set<'_> {
    const TEMPLATE: &'static str = include_str!("../../templates/report/report.typ");

    fn head(&self) -> &Head {
        &self.head
    }
}

/// The colour of YES's own papers: calm, and read on white as on a pale tone of itself.
const TINT: &str = "#1d5c52";

impl Report {
    /// The report as a PDF file.
    ///
    /// # Errors
    /// A fault of ours.
    pub fn pdf(&self) -> Result<Vec<u8>, ReportFault> {
        Ok(self.sheets()?.pdf()?)
    }

    /// Its pages.
    pub(super) fn sheets(&self) -> Result<Sheets, ReportFault> {
        let paper = Set {
            head: Head {
                owner: self.operator.clone(),
                lines: vec![vec![Words::plain(&self.programme)]],
                title: plain(&self.document.title),
                lang: self.lang.tag().to_owned(),
                rtl: self.lang.right_to_left(),
                day: Words::ltr(self.day.clone()),
                page: self.page.clone(),
                tint: TINT,
                logo: None,
            },
            document: &self.document,
        };
        Ok(paper.set()?)
    }
}
