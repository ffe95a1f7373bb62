//! What each paper says: its data, as its template takes them.

use serde::Serialize;
use tawro_papers::{Head, Paper, Signature, Words};

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

/// A record with a number: a letter that came in, an agreement.
#[derive(Debug, Clone, Serialize)]
pub struct Slip {
    /// What every paper bears.
    pub head: Head,
    /// Its number.
    pub number: Words,
    /// It was cancelled: the paper says so across.
    pub cancelled: Option<String>,
    /// What stands in it.
    pub facts: Vec<Fact>,
    /// Who signs.
    pub signatures: Vec<Signature>,
}

/// What stands in a field, by its label.
#[derive(Debug, Clone, Serialize)]
pub struct Fact {
    /// What people call the field.
    pub label: String,
    /// What is read.
    pub pieces: Vec<Words>,
}

/// A receipt, twice on its page.
#[derive(Debug, Clone, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct Receipt {
    /// What every paper bears.
    pub head: Head,
    /// What stands before the number.
    pub number_label: String,
    /// Its number.
    pub number: Words,
    /// What each copy is for: to give, to keep.
    pub copies: [String; 2],
    /// It was cancelled: the paper says so across.
    pub cancelled: Option<String>,
    /// What must not be overlooked, as that no money changed hands.
    pub notice: Option<String>,
    /// Who gave.
    pub from: Fact,
    /// How much.
    pub amount: Fact,
    /// What stands before the line on which the amount is written in letters; none without an amount.
    pub letters: Option<String>,
    /// For what, and how.
    pub lines: Vec<Fact>,
    /// When.
    pub day: Fact,
    /// Who signs.
    pub signatures: Vec<Signature>,
}

/// A letter of the association.
#[derive(Debug, Clone, Serialize)]
pub struct Letter {
    /// What every paper bears.
    pub head: Head,
    /// Its number in the mail register.
    pub reference: Fact,
    /// Where and when.
    pub place: Vec<Words>,
    /// To whom.
    pub to: Fact,
    /// About what.
    pub subject: Fact,
    /// How many papers go with it.
    pub attachments: Option<Fact>,
    /// What is written.
    pub paragraphs: Vec<Words>,
    /// What letters end with; none where the writer ended it.
    pub closing: Option<String>,
    /// Who signs.
    pub signature: Signature,
}

/// Membership cards.
#[derive(Debug, Clone, Serialize)]
pub struct Cards {
    /// What every paper bears; its title is what a card is called.
    pub head: Head,
    /// Each has a page of its own size; otherwise they share A4 pages.
    pub single: bool,
    /// The cards.
    pub cards: Vec<Face>,
}

/// What stands on one card.
#[derive(Debug, Clone, Serialize)]
pub struct Face {
    /// The name in each script.
    pub names: Vec<String>,
    /// Number, category, until when.
    pub facts: Vec<Fact>,
    /// Its code, drawn (SVG).
    pub qr: String,
}

impl Paper for Letter {
    const TEMPLATE: &'static str = include_str!("../../templates/paper/letter.typ");

    fn head(&self) -> &Head {
        &self.head
    }
}

impl Paper for Cards {
    const TEMPLATE: &'static str = include_str!("../../templates/paper/cards.typ");

    fn head(&self) -> &Head {
        &self.head
    }
}

impl Paper for List {
    const TEMPLATE: &'static str = include_str!("../../templates/paper/list.typ");

    fn head(&self) -> &Head {
        &self.head
    }
}

impl Paper for Slip {
    const TEMPLATE: &'static str = include_str!("../../templates/paper/slip.typ");

    fn head(&self) -> &Head {
        &self.head
    }
}

impl Paper for Receipt {
    const TEMPLATE: &'static str = include_str!("../../templates/paper/receipt.typ");

    fn head(&self) -> &Head {
        &self.head
    }
}
