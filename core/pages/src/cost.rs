//! What trying one passphrase costs, bounded in both directions.

use argon2::{Algorithm, Argon2, Params, Version};
use thiserror::Error;
use unicode_normalization::UnicodeNormalization;
use zeroize::Zeroizing;

/// Parameters of argon2id (RFC 9106), kept beside what was stretched so that later ones may cost more.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Cost {
    /// Memory in KiB.
    pub memory_kib: u32,
    /// Passes over it.
    pub passes: u32,
    /// Lanes.
    pub lanes: u32,
}

/// The computer has not the memory that stretching asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
#[error("not enough memory to check the passphrase")]
pub struct NoMemory {
    /// How much it asks for.
    pub memory_kib: u32,
}

impl Cost {
    /// The second choice of RFC 9106, section 4, but for the lanes, of which an old laptop has few.
    pub const DEFAULT: Self = Self {
        memory_kib: 64 * 1024,
        passes: 3,
        lanes: 1,
    };

    /// Whether it is neither so low that a passphrase is easily tried, nor so high that a changed
    /// file makes the computer hang.
    pub fn is_sane(self) -> bool {
        (64 * 1024..=1024 * 1024).contains(&self.memory_kib)
            && (3..=10).contains(&self.passes)
            && (1..=4).contains(&self.lanes)
    }

    /// A key of a passphrase. The cost must be sane. Composed first (NFC, as RFC 8265 section 4.2.2 asks), so
    /// that another keyboard writes the same one.
    ///
    /// # Errors
    /// The memory cannot be had.
    pub fn stretch(self, passphrase: &str, salt: &[u8; 16]) -> Result<Zeroizing<[u8; 32]>, NoMemory> {
        let composed: Zeroizing<String> = Zeroizing::new(passphrase.nfc().collect());
        let params = Params::new(self.memory_kib, self.passes, self.lanes, Some(32))
            .expect("a cost within our bounds is within argon2's");
        let argon2 = Argon2::new(Algorithm::Argon2id, Version::V0x13, params);
        let mut key = Zeroizing::new([0; 32]);
        // Lengths are right by their types: what remains is that the memory cannot be had.
        argon2
            .hash_password_into(composed.as_bytes(), salt, &mut *key)
            .map_err(|_| NoMemory {
                memory_kib: self.memory_kib,
            })?;
        Ok(key)
    }
}
