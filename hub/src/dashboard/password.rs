//! The dashboard's password as it is kept: stretched, with its salt and its cost; itself it is nowhere.

use std::fmt;
use std::str::FromStr;

use rand_core::CryptoRng;
use tawro_core::crypto;
use tawro_pages::cost::{Cost, NoMemory};
use thiserror::Error;

/// A shorter one is guessed.
pub const PASSWORD_LETTERS_MIN: usize = 10;

/// What is kept of a password.
#[derive(Clone, PartialEq, Eq)]
pub struct Password {
    cost: Cost,
    salt: [u8; 16],
    /// The hash of what stretching gives: a copy of the store opens nothing by itself.
    hash: [u8; 32],
}

/// A password that is too short.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
#[error("fewer than {PASSWORD_LETTERS_MIN} letters")]
pub struct TooShort;

/// What is kept is no password.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
#[error("not a kept password")]
pub struct Unread;

impl Password {
    /// Whether a text is long enough to be one.
    ///
    /// # Errors
    /// It is not.
    pub fn check(text: &str) -> Result<(), TooShort> {
        match text.chars().count() < PASSWORD_LETTERS_MIN {
            true => Err(TooShort),
            false => Ok(()),
        }
    }

    /// What is kept of a text.
    ///
    /// # Errors
    /// The machine has not the memory that stretching takes.
    pub fn keep(text: &str, dice: &mut dyn CryptoRng) -> Result<Self, NoMemory> {
        let (cost, mut salt) = (Cost::DEFAULT, [0; 16]);
        dice.fill_bytes(&mut salt);
        let hash = hash(text, cost, &salt)?;
        Ok(Self { cost, salt, hash })
    }

    /// Whether it is this text.
    ///
    /// # Errors
    /// The machine has not the memory that stretching takes.
    pub fn is(&self, text: &str) -> Result<bool, NoMemory> {
        // What is compared are hashes of secrets: how far they agree tells nothing of a password.
        Ok(hash(text, self.cost, &self.salt)? == self.hash)
    }
}

fn hash(text: &str, cost: Cost, salt: &[u8; 16]) -> Result<[u8; 32], NoMemory> {
    let key = cost.stretch(text, salt)?;
    Ok(crypto::derive("dashboard-password", &*key))
}

impl fmt::Debug for Password {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Password")
    }
}

/// As it is kept: memory, passes, lanes, salt, hash.
impl fmt::Display for Password {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Cost {
            memory_kib,
            passes,
            lanes,
        } = self.cost;
        let hex = |bytes: &[u8]| data_encoding::HEXLOWER.encode(bytes);
        let (salt, hash) = (hex(&self.salt), hex(&self.hash));
        write!(f, "{memory_kib} {passes} {lanes} {salt} {hash}")
    }
}

/// Reads what `Display` wrote.
impl FromStr for Password {
    type Err = Unread;

    fn from_str(text: &str) -> Result<Self, Unread> {
        let mut parts = text.split(' ');
        let mut next = || parts.next().ok_or(Unread);
        let mut number = || next()?.parse().map_err(|_| Unread);
        let cost = Cost {
            memory_kib: number()?,
            passes: number()?,
            lanes: number()?,
        };
        let bytes = |text: &str| data_encoding::HEXLOWER.decode(text.as_bytes()).ok();
        let (salt, hash) = (bytes(next()?), bytes(next()?));
        let salt = salt.and_then(|bytes| bytes.try_into().ok());
        let hash = hash.and_then(|bytes| bytes.try_into().ok());
        match (salt, hash) {
            (Some(salt), Some(hash)) if cost.is_sane() => Ok(Self { cost, salt, hash }),
            _ => Err(Unread),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_kept_knows_its_text_and_no_other() {
        let kept = Password::keep("ثلاثة قوارب بيضاء", &mut crate::dice()).unwrap();
        let read: Password = kept.to_string().parse().unwrap();
        assert_eq!(read, kept);
        assert!(read.is("ثلاثة قوارب بيضاء").unwrap());
        assert!(!read.is("ثلاثة قوارب").unwrap());
        assert!(!kept.to_string().contains("قوارب"));
    }

    #[test]
    fn what_was_changed_is_no_password() {
        let kept = Password::keep("three white boats", &mut crate::dice()).unwrap();
        let kept = kept.to_string();
        let free = kept.replacen("65536", "8", 1);
        for text in ["", "65536 3 1", &kept[..kept.len() - 1], &free] {
            assert_eq!(text.parse::<Password>(), Err(Unread), "{text}");
        }
        assert_eq!(Password::check("123456789"), Err(TooShort));
        assert_eq!(Password::check("نخلة و ريح"), Ok(()));
    }
}
