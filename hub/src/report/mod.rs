//! The ministry report: what is published of a period or a year, as a document to sign, in PDF and DOCX.
//!
//! It is built on [`crate::published`] alone, so that it never says anything else than the dashboard, and no
//! report of an association is within its reach. PDF and DOCX are set from the same blocks.

mod scope;
mod block;
mod voice;
mod front;
mod figures;
mod back;
mod pdf;
mod docx;

#[cfg(test)]
mod tests;

use std::sync::Arc;

use tawro_core::indicator::{Indicator, Period};
use tawro_core::text::{Digits, Lang, Words};
use tawro_pages::Speech;
use tawro_papers::PaperFault;
use thiserror::Error;

use crate::published::{Goals, Shown};
use crate::report::block::{Block, Document};
use crate::report::scope::Scope;
use crate::report::voice::Voice;

/// What a report is made of.
#[derive(Debug, Clone, Copy)]
pub struct Asked<'a> {
    /// What is published.
    pub shown: &'a Shown,
    /// The period, or a longer one that holds published periods.
    pub period: Period,
    /// What is counted: those of the core set, and whatever was asked, are in the report.
    pub indicators: &'a [Indicator],
    /// What the programme aims at.
    pub goals: &'a Goals,
    /// The day on which it is made, as dates are stored.
    pub today: &'a str,
}

/// A report in one language.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Report {
    document: Document,
    lang: Lang,
    day: String,
    /// What stands before the number of a page.
    page: String,
    operator: String,
    programme: String,
}

/// Why there is no report.
#[derive(Debug, Error)]
pub enum ReportFault {
    /// Nothing of the period is published.
    #[error("{period} is not published")]
    NotPublished {
        /// Which.
        period: Period,
    },
    /// A fault of ours.
    #[error(transparent)]
    Paper(#[from] PaperFault),
    /// A fault of ours.
    #[error("the document could not be packed")]
    Pack(#[from] zip::result::ZipError),
    /// A fault of ours.
    #[error("the document could not be written")]
    Template(#[from] askama::Error),
}

impl ReportFault {
    /// A stable word for programs and for looking up the sentence.
    pub fn code(&self) -> &'static str {
        match self {
            Self::NotPublished { .. } => "period_not_published",
            Self::Paper(_) | Self::Pack(_) | Self::Template(_) => "paper_failed",
        }
    }
}

/// Makes the report of a period in a language.
///
/// # Errors
/// [`ReportFault::NotPublished`] when nothing of it is.
pub fn report(asked: &Asked<'_>, words: Arc<Words>, lang: Lang) -> Result<Report, ReportFault> {
    let speech = Speech::new(words, lang, Digits::Western);
    let voice = Voice { speech: &speech };
    let scope = Scope::of(asked)?;
    let mut blocks = vec![front::whose(&scope, voice)];
    blocks.extend(front::summary(&scope, voice));
    blocks.extend(front::reading(&scope, voice));
    if scope.is_longer() {
        blocks.push(Block::heading(1, voice.say("report-together")));
        blocks.push(figures::of_all(&scope, voice));
    }
    for period in &scope.within {
        let title = match scope.is_longer() {
            false => voice.say("report-axes"),
            true => voice.tell("report-in-period", &[("period", voice.days(*period).into())]),
        };
        blocks.push(Block::heading(1, title));
        blocks.extend(figures::of_period(&scope, *period, voice));
    }
    blocks.extend(back::definitions(&scope, voice));
    blocks.extend(back::signatures(asked.today, voice));
    Ok(Report {
        document: Document {
            title: voice.say("report-title"),
            subtitle: voice.days(scope.period),
            blocks,
        },
        lang,
        day: speech.date(asked.today),
        page: voice.say("report-page"),
        operator: voice.name("report-operator"),
        programme: voice.name("report-programme"),
    })
}
