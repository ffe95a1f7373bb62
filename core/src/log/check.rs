//! Whether an entry may stand: after which head, by whom, under which membership.

use thiserror::Error;

use super::{CIPHERTEXT_MAX, Entry, LogHead, Place, place};
use crate::id::{DeviceId, EntryHash};
use crate::membership::{Membership, NotAdmitted};

/// Why an entry does not become the new head of its log.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum EntryFault {
    /// It, or something with its number below the head, is held already. Nothing is wrong.
    #[error("held already")]
    Duplicate,
    /// It does not connect to what is held.
    #[error("does not connect to what is held")]
    Gap {
        /// The last number held.
        have: Option<u64>,
    },
    /// Its author signed two different entries for one place.
    #[error("the author signed two entries for one place")]
    Fork {
        /// The hash held.
        ours: EntryHash,
        /// The other.
        theirs: EntryHash,
    },
    /// Its author knew more of the membership than we do: wait for membership, then check again.
    #[error("needs membership up to {need}")]
    UnknownPosition {
        /// The position it stands on.
        need: u32,
    },
    /// Its author was shown another membership than we were.
    #[error("stands on another membership record {position}")]
    MemberHash {
        /// Where the two views part, at the latest.
        position: u32,
    },
    /// An older epoch than the entry before it.
    #[error("epoch {epoch} after epoch {before}")]
    EpochBack {
        /// Its epoch.
        epoch: u32,
        /// The epoch of the entry before.
        before: u32,
    },
    /// An older membership than the entry before it stands on.
    #[error("membership position {position} after {before}")]
    PositionBack {
        /// Its position.
        position: u32,
        /// The position of the entry before.
        before: u32,
    },
    /// Its author may not write it.
    #[error(transparent)]
    NotAdmitted(#[from] NotAdmitted),
    /// It belongs to another space.
    #[error("belongs to another space")]
    OtherSpace,
    /// Longer than an entry may be, or not the ciphertext that was signed.
    #[error("not the ciphertext that was signed")]
    Altered,
    /// Not signed by the device whose log this is.
    #[error("the signature does not verify")]
    Signature,
}

/// Decides whether an entry may become the head of its log, and returns that head.
///
/// What costs little is looked at first, the signature last; yet a fork or a split membership is
/// reported only when the signature holds, because it accuses somebody. The same function decides
/// on devices and on the hub.
pub fn check(entry: &Entry, head: Option<&LogHead>, membership: &Membership) -> Result<LogHead, EntryFault> {
    let header = &entry.header;
    if header.space != membership.space() {
        return Err(EntryFault::OtherSpace);
    }
    if entry.ciphertext.len() > CIPHERTEXT_MAX {
        return Err(EntryFault::Altered);
    }
    let place = place(header, head);
    match place {
        Place::Held => return Err(EntryFault::Duplicate),
        Place::Gap { have } => return Err(EntryFault::Gap { have }),
        Place::Next | Place::Fork { .. } => {}
    }
    let device = match (head, &header.opening) {
        (Some(head), _) => head.device,
        (None, Some(opening)) => opening.device,
        (None, None) => return Err(EntryFault::Gap { have: None }),
    };
    if let Place::Fork { ours, theirs } = place {
        signed(entry, &device)?;
        return Err(EntryFault::Fork { ours, theirs });
    }
    let known = membership.hash_at(header.position);
    let Some(known) = known else {
        return Err(EntryFault::UnknownPosition {
            need: header.position,
        });
    };
    if known != header.member_hash {
        signed(entry, &device)?;
        return Err(EntryFault::MemberHash {
            position: header.position,
        });
    }
    if let Some(head) = head.filter(|head| header.epoch < head.epoch) {
        return Err(EntryFault::EpochBack {
            epoch: header.epoch,
            before: head.epoch,
        });
    }
    if let Some(head) = head.filter(|head| header.position < head.position) {
        return Err(EntryFault::PositionBack {
            position: header.position,
            before: head.position,
        });
    }
    membership.admits(
        &device,
        &header.log,
        header.seq,
        header.position,
        &header.member_hash,
        header.epoch,
        &header.key_id,
    )?;
    signed(entry, &device)?;
    Ok(LogHead::of(entry, device))
}

fn signed(entry: &Entry, device: &DeviceId) -> Result<(), EntryFault> {
    if !entry.whole() {
        return Err(EntryFault::Altered);
    }
    entry
        .signed_header()
        .verify(device)
        .map_err(|_| EntryFault::Signature)
}

#[cfg(test)]
mod tests {
    use rand_chacha::ChaCha20Rng;
    use rand_core::SeedableRng;

    use super::*;
    use crate::crypto::{DeviceSecret, EpochKey};
    use crate::id::{LogId, MemberHash, SpaceId};
    use crate::log::{Opening, Seal};
    use crate::membership::draft;
    use crate::membership::recovery::RecoverySecret;
    use crate::membership::{Keyring, KeyringSource};

    struct Author {
        dice: ChaCha20Rng,
        device: DeviceSecret,
        membership: Membership,
        keyring: Keyring,
    }

    impl Author {
        fn new() -> Self {
            let mut dice = ChaCha20Rng::seed_from_u64(1);
            let device = DeviceSecret::generate(&mut dice);
            let recovery = RecoverySecret::generate(&mut dice);
            let genesis = draft::genesis(&device, "a", &recovery.keys(), &mut dice).unwrap();
            let membership = Membership::replay([&genesis]).unwrap();
            let keyring = Keyring::open(&membership, KeyringSource::Device(&device)).unwrap();
            Self {
                dice,
                device,
                membership,
                keyring,
            }
        }

        /// The entry after `before`, with one thing changed before it is signed.
        fn write(&mut self, before: Option<&Entry>, change: impl Fn(&mut Seal)) -> Entry {
            let (position, member_hash) = self.membership.head();
            let (epoch, key) = self.keyring.latest();
            let opening = Opening {
                device: self.device.id(),
                previous: None,
            };
            let mut seal = Seal {
                space: self.membership.space(),
                log: LogId([1; 16]),
                seq: before.map_or(0, |entry| entry.header.seq + 1),
                prev: before.map(Entry::hash),
                position,
                member_hash,
                epoch,
                opening: before.is_none().then_some(opening),
            };
            change(&mut seal);
            Entry::seal(seal, b"x", key, &self.device, &mut self.dice)
        }
    }

    #[test]
    fn an_entry_stands_only_where_everything_agrees() {
        let mut author = Author::new();
        let first = author.write(None, |_| {});
        let head = check(&first, None, &author.membership).unwrap();
        assert_eq!(head, LogHead::of(&first, author.device.id()));
        let second = author.write(Some(&first), |_| {});
        let next = check(&second, Some(&head), &author.membership).unwrap();
        assert_eq!(next.seq, 1);

        let mut altered = second.clone();
        altered.ciphertext[0] ^= 1;
        let mut unsigned = second.clone();
        unsigned.signature[0] ^= 1;
        let twin = author.write(Some(&first), |_| {});
        let fork = EntryFault::Fork {
            ours: second.hash(),
            theirs: twin.hash(),
        };
        let stranger = Opening {
            device: DeviceSecret::generate(&mut author.dice).id(),
            previous: None,
        };
        let cases = [
            (first.clone(), Some(head), EntryFault::Duplicate),
            (second.clone(), None, EntryFault::Gap { have: None }),
            (altered, Some(head), EntryFault::Altered),
            (unsigned, Some(head), EntryFault::Signature),
            (twin, Some(next), fork),
            (
                author.write(Some(&first), |seal| seal.space = SpaceId([9; 32])),
                Some(head),
                EntryFault::OtherSpace,
            ),
            (
                author.write(Some(&first), |seal| seal.position = 4),
                Some(head),
                EntryFault::UnknownPosition { need: 4 },
            ),
            (
                author.write(Some(&first), |seal| seal.member_hash = MemberHash([9; 32])),
                Some(head),
                EntryFault::MemberHash { position: 0 },
            ),
            (
                author.write(Some(&first), |_| {}),
                Some(LogHead { epoch: 3, ..head }),
                EntryFault::EpochBack { epoch: 0, before: 3 },
            ),
            (
                author.write(Some(&first), |_| {}),
                Some(LogHead { position: 2, ..head }),
                EntryFault::PositionBack {
                    position: 0,
                    before: 2,
                },
            ),
            (
                author.write(Some(&first), |seal| seal.epoch = 1),
                Some(head),
                NotAdmitted::NoSuchEpoch { epoch: 1 }.into(),
            ),
            (
                author.write(None, |seal| seal.opening = Some(stranger)),
                None,
                NotAdmitted::Stranger.into(),
            ),
        ];
        for (entry, head, expected) in cases {
            assert_eq!(check(&entry, head.as_ref(), &author.membership), Err(expected));
        }
    }

    #[test]
    fn nobody_is_accused_without_a_signature() {
        let mut author = Author::new();
        let first = author.write(None, |_| {});
        let head = LogHead::of(&first, author.device.id());
        let mut twin = author.write(None, |_| {});
        let mut split = author.write(Some(&first), |seal| seal.member_hash = MemberHash([9; 32]));
        for entry in [&mut twin, &mut split] {
            entry.signature[3] ^= 1;
            assert_eq!(
                check(entry, Some(&head), &author.membership),
                Err(EntryFault::Signature)
            );
        }
    }

    #[test]
    fn an_entry_sealed_under_another_key_is_not_admitted() {
        let mut author = Author::new();
        let other = EpochKey::generate(&mut author.dice);
        let (position, member_hash) = author.membership.head();
        let seal = Seal {
            space: author.membership.space(),
            log: LogId([1; 16]),
            seq: 0,
            prev: None,
            position,
            member_hash,
            epoch: 0,
            opening: Some(Opening {
                device: author.device.id(),
                previous: None,
            }),
        };
        let entry = Entry::seal(seal, b"x", &other, &author.device, &mut author.dice);
        let expected = EntryFault::NotAdmitted(NotAdmitted::OtherKey { epoch: 0 });
        assert_eq!(check(&entry, None, &author.membership), Err(expected));
    }
}
