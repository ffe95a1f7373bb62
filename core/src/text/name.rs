//! Names across scripts: a key that is equal for a name in Arabic and in Latin letters.

/// Returns the key under which a name is found in either script.
pub fn name_key(name: &str) -> String {
    crate::text::fold(name)
}
