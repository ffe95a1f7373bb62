//! Codes that people read, say and type: digits only, in groups of six with a check digit.
//!
//! A group is five digits for two bytes and one check digit. The check digit is Damm's (H. M. Damm,
//! "Total anti-symmetrische Quasigruppen", Marburg 2004), begun with the group's place: it catches
//! every wrong digit, every swap of two neighbours, and groups that changed places or were left
//! out, and so the error names the group to look at. Digits may be Arabic-Indic, Persian or ASCII,
//! with anything between them that is no letter; no letter is ever part of a code, as an Arabic
//! keyboard has no Latin ones.
//!
//! The first two digits' byte tells the kind, so that no code passes for another. What was typed
//! correctly may still be unknown to the hub: 1 in 10 of entirely different groups has a fitting digit.

mod address;
mod card;
mod groups;

pub use address::{AddressFault, HOST_MAX, HUB_PORT, HubAddress};
pub use card::{Card, CardDay, NotACardDay};

use std::fmt;
use std::ops::Deref;
use std::str::FromStr;

use thiserror::Error;
use zeroize::{Zeroize, ZeroizeOnDrop, Zeroizing};

use crate::crypto::{self, Hash};

/// Why a text is not a code. `group` counts from 1.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum CodeFault {
    /// No digit at all.
    #[error("empty")]
    Empty,
    /// A letter, where only digits and separators can be.
    #[error("{found:?} in group {group} is not a digit")]
    NotADigit {
        /// The group it stands in.
        group: usize,
        /// The letter.
        found: char,
    },
    /// A digit of this group is wrong, or a group before it is missing or in the wrong place.
    #[error("group {group} is wrong")]
    Group {
        /// The group.
        group: usize,
    },
    /// The last group has fewer than six digits.
    #[error("group {group} has {digits} of six digits")]
    Incomplete {
        /// The group.
        group: usize,
        /// Digits it has.
        digits: usize,
    },
    /// Every group is right, but there are fewer than the code has.
    #[error("groups are missing after group {group}")]
    Missing {
        /// The last group there is.
        group: usize,
    },
    /// There are more groups than the code has.
    #[error("more than {groups} groups")]
    TooLong {
        /// How many it has at most.
        groups: usize,
    },
    /// A kind of code that this release does not know.
    #[error("code kind {kind} is not known")]
    UnknownKind {
        /// The kind.
        kind: u8,
    },
    /// The hub's address in it is none.
    #[error("the address in it is not one")]
    Address,
}

/// Secret bytes of a code. Wiped when dropped, never printed; equal in constant time is not needed,
/// as both sides are on one screen.
#[derive(Clone, PartialEq, Eq, Zeroize, ZeroizeOnDrop)]
pub struct CodeSecret<const N: usize>([u8; N]);

impl<const N: usize> From<[u8; N]> for CodeSecret<N> {
    fn from(bytes: [u8; N]) -> Self {
        Self(bytes)
    }
}

impl<const N: usize> Deref for CodeSecret<N> {
    type Target = [u8; N];

    fn deref(&self) -> &[u8; N] {
        &self.0
    }
}

impl<const N: usize> fmt::Debug for CodeSecret<N> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("CodeSecret")
    }
}

/// What a code says. `Display` writes it (the secret too: for paper and screens only), `FromStr` reads it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Code {
    /// From a hub to an association: enrol here. See [`membership::ticket`](crate::membership::ticket).
    Ticket {
        /// What both sides prove they know.
        secret: CodeSecret<16>,
        /// Where.
        hub: HubAddress,
    },
    /// From one device to another: join us. See [`membership::invite`](crate::membership::invite).
    Invite {
        /// What opens the mailbox.
        secret: CodeSecret<16>,
        /// Where the mailbox is.
        hub: HubAddress,
    },
    /// On paper: when all devices are lost. See [`membership::recovery`](crate::membership::recovery).
    Recovery {
        /// What the keys follow from.
        secret: CodeSecret<20>,
        /// Where the association's data lie, if it is enrolled.
        hub: Option<HubAddress>,
        /// The beginning of the space's id.
        space: [u8; 5],
    },
}

const TICKET: u8 = 1;
const INVITE: u8 = 2;
const RECOVERY: u8 = 3;

impl Code {
    /// Header byte (kind, form of the address), secret, space, address; a zero byte if odd.
    fn to_bytes(&self) -> Zeroizing<Vec<u8>> {
        let (kind, secret, space, hub): (u8, &[u8], &[u8], Option<&HubAddress>) = match self {
            Self::Ticket { secret, hub } => (TICKET, &secret[..], &[], Some(hub)),
            Self::Invite { secret, hub } => (INVITE, &secret[..], &[], Some(hub)),
            Self::Recovery { secret, hub, space } => (RECOVERY, &secret[..], space, hub.as_ref()),
        };
        // Room for all, so that no growth leaves a copy of the secret behind.
        let mut bytes = Zeroizing::new(Vec::with_capacity(groups::BYTES_MAX));
        bytes.push(kind << 4 | hub.map_or(address::NONE, HubAddress::form));
        bytes.extend_from_slice(secret);
        bytes.extend_from_slice(space);
        if let Some(hub) = hub {
            hub.write(&mut bytes);
        }
        if bytes.len() % 2 == 1 {
            bytes.push(0);
        }
        bytes
    }

    fn from_bytes(bytes: &[u8]) -> Result<Self, CodeFault> {
        let groups = bytes.len() / 2;
        let missing = CodeFault::Missing { group: groups };
        let (header, rest) = bytes.split_first().ok_or(CodeFault::Empty)?;
        let (kind, form) = (header >> 4, header & 0x0f);
        let (code, rest) = match kind {
            TICKET | INVITE => {
                let (secret, rest) = rest.split_first_chunk::<16>().ok_or(missing)?;
                let (hub, rest) = HubAddress::read(form, rest)?.ok_or(missing)?;
                let (secret, hub) = (CodeSecret(*secret), hub.ok_or(CodeFault::Address)?);
                let code = if kind == TICKET {
                    Self::Ticket { secret, hub }
                } else {
                    Self::Invite { secret, hub }
                };
                (code, rest)
            }
            RECOVERY => {
                let (secret, rest) = rest.split_first_chunk::<20>().ok_or(missing)?;
                let (space, rest) = rest.split_first_chunk::<5>().ok_or(missing)?;
                let (hub, rest) = HubAddress::read(form, rest)?.ok_or(missing)?;
                (
                    Self::Recovery {
                        secret: CodeSecret(*secret),
                        hub,
                        space: *space,
                    },
                    rest,
                )
            }
            _ => return Err(CodeFault::UnknownKind { kind }),
        };
        match rest {
            [] | [0] => Ok(code),
            _ => Err(CodeFault::TooLong {
                groups: groups - rest.len() / 2,
            }),
        }
    }
}

/// Groups of six joined by `-`, which keeps them in order inside right-to-left text too as long as
/// no Arabic letter stands directly before; isolate the code there.
impl fmt::Display for Code {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (index, pair) in self.to_bytes().chunks_exact(2).enumerate() {
            if index > 0 {
                f.write_str("-")?;
            }
            let (value, check) = groups::write(index, [pair[0], pair[1]]);
            write!(f, "{value:05}{check}")?;
        }
        Ok(())
    }
}

impl FromStr for Code {
    type Err = CodeFault;

    fn from_str(text: &str) -> Result<Self, CodeFault> {
        Self::from_bytes(&groups::read(text)?)
    }
}

/// The six digits that both screens show, from what both sides have seen.
pub fn comparison(transcript: &Hash) -> String {
    let digits = crypto::derive("comparison", transcript);
    let mut number = [0; 8];
    number.copy_from_slice(&digits[..8]);
    format!("{:06}", u64::from_le_bytes(number) % 1_000_000)
}

#[cfg(test)]
mod tests;
