//! What stands on a record's page beside its own fields: who came, what was allowed, photos and scans.

use tawro_core::schema::{consent, presence};

use crate::driver::Node;
use crate::import::Profile;
use crate::store::ListRow;
use crate::web::ask::Ask;
use crate::web::consenting::Consents;
use crate::web::files::{Thumb, thumbs};
use crate::web::present::{Tally, tally};
use crate::web::programme::{Figure, figures};
use crate::web::same::{behind, may_be_twice};
use crate::web::trouble::Trouble;

/// What stands there; each nothing on the pages that have none of it.
pub(super) struct Beside {
    /// Of an activity: how many came.
    pub(super) tally: Option<Tally>,
    /// Of a person, or of a role of theirs: what they allowed.
    pub(super) consents: Option<Consents>,
    /// Its photos and scans, and whether this person may add one.
    pub(super) files: Vec<Thumb>,
    pub(super) attaches: bool,
    /// It is a person, or a role of one, whom this person may merge with another.
    pub(super) may_be_twice: bool,
    /// It is a person, or a role of one.
    pub(super) is_of_person: bool,
    /// What a programme's records about it add up to.
    pub(super) figures: Vec<Figure>,
}

impl Beside {
    /// Whether records of a register or kind are shown here, and written from here: a card does not list
    /// and offer them once more.
    pub(super) fn shows(&self, name: &str) -> bool {
        match name {
            presence::ATTENDANCE => self.tally.is_some(),
            consent::KIND => self.consents.is_some(),
            _ => false,
        }
    }

    pub(super) fn of(
        ask: &Ask<'_>,
        node: &mut Node,
        profile: &Profile<'_>,
        row: &ListRow,
    ) -> Result<Self, Trouble> {
        Ok(Self {
            tally: tally(node, row, &ask.speech)?,
            consents: Consents::of(ask, node, profile, row)?,
            files: thumbs(ask, node, row)?,
            attaches: node.may_attach(row).is_ok(),
            may_be_twice: may_be_twice(node, profile, row),
            figures: figures(node, row, &ask.speech)?,
            is_of_person: behind(profile, row).is_some() && node.may_see(presence::PERSON).is_ok(),
        })
    }
}
