//! Membership cards: signed by this computer, and checked by any of the association's without a network.

use tawro_core::code::{Card, CardDay};
use tawro_core::command::Refusal;
use tawro_core::id::RecordId;
use tawro_core::membership::{Member, Role};
use tawro_core::schema::dues;

use crate::driver::Node;
use crate::fault::NodeError;
use crate::presence::stands;

/// What a card's code proves here.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Checked {
    /// No device of this association made it, or somebody changed it since.
    Foreign,
    /// A device of ours made it.
    Ours(Holder),
}

/// Whose a card is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Holder {
    /// The membership.
    pub membership: RecordId,
    /// What people call the member; none if this person may not see members, or the record has not come
    /// here yet.
    pub name: Option<String>,
    /// The last day on which the card holds, as it is stored.
    pub until: String,
    /// What people call the computer that made it.
    pub device: String,
    /// How it stands.
    pub standing: Standing,
}

/// How a card of ours stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standing {
    /// It holds today.
    Holds,
    /// Whose it is belongs no longer.
    Left,
    /// Its last day has passed.
    Expired,
    /// The computer that made it was put out since: whoever has it could go on making cards.
    PutOut,
    /// The member's record has not come here yet.
    Unknown,
}

impl Standing {
    /// Stable name, as `put_out`.
    pub fn key(self) -> &'static str {
        match self {
            Self::Holds => "holds",
            Self::Left => "left",
            Self::Expired => "expired",
            Self::PutOut => "put_out",
            Self::Unknown => "unknown",
        }
    }
}

impl Node {
    /// The register that shows members.
    fn members(&self) -> &'static str {
        let kind = self.schema().kind(dues::MEMBERSHIP);
        kind.and_then(|kind| kind.register)
            .map_or(dues::MEMBERSHIP, |register| register.key)
    }

    /// Makes the code of a member's card; who sees members gives cards.
    pub fn make_card(&mut self, membership: RecordId, until: CardDay) -> Result<Card, NodeError> {
        self.may_see(self.members())?;
        let row = self.read(|_, tx| Ok(tx.projected(membership)?))?;
        let belongs = row.is_some_and(|row| {
            row.kind == dues::MEMBERSHIP
                && !row.deleted
                && row.merged_into.is_none()
                && dues::belongs(&row.cells)
        });
        if !belongs {
            return Err(Refusal::NotFound { record: membership }.into());
        }
        let (space, replica) = (self.space(), self.replica());
        Ok(Card::sign(&space, membership, until, replica.secret()))
    }

    /// Until when cards hold that are made on a stored day: the end of the dues period in which it lies, or
    /// else of its year.
    pub fn cards_hold_until(&mut self, today: &str) -> Result<Option<CardDay>, NodeError> {
        let mut ends: Vec<String> = Vec::new();
        self.read(|_, tx| {
            Ok(tx.each(dues::PERIOD, &mut |period| {
                let counts = !period.deleted && period.merged_into.is_none();
                ends.extend(dues::runs_until(&period.cells, today).filter(|_| counts));
            })?)
        })?;
        // A period's day may be less than a day: a year, a month. The year's end is always one.
        let year = today.get(..4).unwrap_or_default();
        let days = ends.iter().filter_map(|end| end.parse().ok());
        Ok(days.max().or_else(|| format!("{year}-12-31").parse().ok()))
    }

    /// What a card's code proves on a stored day.
    pub fn check_card(&mut self, text: &str, today: &str) -> Result<Checked, NodeError> {
        let space = self.space();
        let Ok(card) = text.parse::<Card>() else {
            return Ok(Checked::Foreign);
        };
        let made = |member: &&Member| {
            member.role != Role::Reader && card.verify(&space, &member.keys.device).is_ok()
        };
        let Some(maker) = self.membership().members().find(made).cloned() else {
            return Ok(Checked::Foreign);
        };
        let (device, letter, is_out) = (maker.keys.device, maker.letter, maker.removed_at.is_some());
        let device = self.replica().label(&device).unwrap_or(letter);
        let may_see = self.may_see(self.members()).is_ok();
        let (row, name) = self.read(|_, tx| {
            // A card stays good when a duplicate is put right.
            let standing = stands(card.record, tx)?;
            let row = tx.projected(standing)?.filter(|row| row.kind == dues::MEMBERSHIP);
            let record = row.as_ref().map_or(card.record, |row| row.id);
            Ok((row, tx.title(record)?))
        })?;
        let until = card.until.to_string();
        let belongs = row
            .as_ref()
            .map(|row| !row.deleted && row.merged_into.is_none() && dues::belongs(&row.cells));
        let membership = row.as_ref().map_or(card.record, |row| row.id);
        let standing = match belongs {
            _ if is_out => Standing::PutOut,
            None => Standing::Unknown,
            Some(false) => Standing::Left,
            Some(true) if until.as_str() < today => Standing::Expired,
            Some(true) => Standing::Holds,
        };
        Ok(Checked::Ours(Holder {
            membership,
            name: name.filter(|name| may_see && !name.trim().is_empty()),
            until,
            device,
            standing,
        }))
    }
}

#[cfg(test)]
mod tests {
    use std::path::Path;
    use std::sync::Arc;

    use tawro_core::schema::{Access, Schema};

    use super::*;
    use crate::driver::Founding;

    const TODAY: &str = "2026-11-27";

    fn founded(home: &Path) -> Node {
        let founding = Founding {
            device: "A",
            passphrase: "نخلة ريح قارب",
        };
        let (mut node, _) = Node::found(home, &founding, Arc::new(Schema::builtin())).unwrap();
        node.name_login("خديجة", &[]).unwrap();
        node
    }

    fn add(node: &mut Node, name: &str, pairs: &[(&str, &str)]) -> RecordId {
        let texts = pairs
            .iter()
            .map(|(field, text)| ((*field).to_owned(), (*text).to_owned()));
        node.add(name, &texts.collect::<Vec<_>>()).unwrap()
    }

    fn member(node: &mut Node) -> RecordId {
        add(
            node,
            "member",
            &[("given_name/ar", "عمر"), ("family_name/ar", "العلوي")],
        )
    }

    fn code(node: &mut Node, member: RecordId) -> String {
        let until = node.cards_hold_until(TODAY).unwrap().unwrap();
        node.make_card(member, until).unwrap().to_string()
    }

    fn standing(node: &mut Node, code: &str, today: &str) -> Option<Standing> {
        match node.check_card(code, today).unwrap() {
            Checked::Foreign => None,
            Checked::Ours(holder) => Some(holder.standing),
        }
    }

    #[test]
    fn a_card_of_a_duplicate_that_was_put_right_still_holds() {
        let place = tempfile::tempdir().unwrap();
        let mut node = founded(&place.path().join("a"));
        let (twice, stays) = (member(&mut node), member(&mut node));
        let code = code(&mut node, twice);
        let person = |node: &mut Node, id| node.show(id).unwrap().row.referred.unwrap();
        let (from, into) = (person(&mut node, twice), person(&mut node, stays));
        node.merge(from, into).unwrap();
        let Checked::Ours(holder) = node.check_card(&code, TODAY).unwrap() else {
            panic!("it is ours");
        };
        assert_eq!((holder.membership, holder.standing), (stays, Standing::Holds));
    }

    #[test]
    fn a_card_holds_until_its_day_and_while_its_member_belongs() {
        let place = tempfile::tempdir().unwrap();
        let mut node = founded(&place.path().join("a"));
        let member = member(&mut node);
        let code = code(&mut node, member);
        let Checked::Ours(holder) = node.check_card(&code, TODAY).unwrap() else {
            panic!("it is ours");
        };
        assert_eq!(
            (
                holder.membership,
                holder.standing,
                holder.until.as_str(),
                holder.device.as_str()
            ),
            (member, Standing::Holds, "2026-12-31", "A")
        );
        assert_eq!(holder.name.as_deref(), Some("عمر العلوي"));
        assert_eq!(standing(&mut node, &code, "2026-12-31"), Some(Standing::Holds));
        assert_eq!(standing(&mut node, &code, "2027-01-01"), Some(Standing::Expired));
        let left = [("left_on".to_owned(), "01/10/2026".to_owned())];
        node.set(member, &left).unwrap();
        assert_eq!(standing(&mut node, &code, TODAY), Some(Standing::Left));
        assert!(node.make_card(member, holder.until.parse().unwrap()).is_err());
    }

    #[test]
    fn a_card_holds_as_long_as_the_period_of_its_day() {
        let place = tempfile::tempdir().unwrap();
        let mut node = founded(&place.path().join("a"));
        let season = [
            ("label", "2026-2027"),
            ("starts_on", "01/09/2026"),
            ("ends_on", "31/08/2027"),
        ];
        add(&mut node, "dues_period", &season);
        let until = |node: &mut Node, today| node.cards_hold_until(today).unwrap().unwrap().to_string();
        assert_eq!(until(&mut node, TODAY), "2027-08-31");
        assert_eq!(until(&mut node, "2026-08-31"), "2026-12-31");
    }

    #[test]
    fn a_card_of_another_association_or_a_changed_one_is_none_of_ours() {
        let place = tempfile::tempdir().unwrap();
        let mut ours = founded(&place.path().join("a"));
        let mut theirs = founded(&place.path().join("b"));
        let (one, other) = (member(&mut ours), member(&mut theirs));
        let code_of_other = code(&mut theirs, other);
        assert_eq!(standing(&mut ours, &code_of_other, TODAY), None);
        let own = code(&mut ours, one);
        let last = own.chars().next_back().unwrap();
        let changed = format!("{}{}", &own[..own.len() - 1], if last == '0' { '1' } else { '0' });
        assert_eq!(standing(&mut ours, &changed, TODAY), None);
        assert_eq!(standing(&mut ours, &"7".repeat(252), TODAY), None);
    }

    #[test]
    fn who_may_not_see_members_makes_no_card_and_reads_no_name() {
        let place = tempfile::tempdir().unwrap();
        let mut node = founded(&place.path().join("a"));
        let member = member(&mut node);
        let code = code(&mut node, member);
        node.hold_to(Access::of(["archivist"]));
        let until = "2026-12-31".parse().unwrap();
        assert!(matches!(
            node.make_card(member, until),
            Err(NodeError::NotAllowed)
        ));
        let Checked::Ours(holder) = node.check_card(&code, TODAY).unwrap() else {
            panic!("it is ours");
        };
        assert_eq!((holder.name, holder.standing), (None, Standing::Holds));
    }
}
