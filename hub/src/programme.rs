//! What the operator tells every association: taken from its desk, checked, numbered, signed, the newest kept.

use tawro_core::programme::{EDITION_BYTES_MAX, Edition, EditionFault, Programme};
use tawro_core::schema::Schema;
use tawro_core::share::Day;
use tawro_core::time::Timestamp;

use crate::error::HubError;
use crate::store::StoreFault;
use crate::{Hub, calendar};

impl Hub {
    /// The newest edition, if there is one. Its bytes are what associations take.
    ///
    /// # Errors
    /// The folder, or a file in it that is no edition of this hub.
    pub fn edition(&self) -> Result<Option<Edition>, HubError> {
        let Some(bytes) = self.folder.read(EDITION, EDITION_BYTES_MAX)? else {
            return Ok(None);
        };
        let kept = Edition::from_bytes(&bytes).ok();
        let kept = kept.filter(|edition| edition.verify(&self.key).is_ok());
        let path = || self.folder.path().join(EDITION);
        kept.map(Some)
            .ok_or_else(|| StoreFault::NotOurs { path: path() }.into())
    }

    /// Makes the next edition of what an operator's desk wrote, and keeps it instead of the one before.
    ///
    /// # Errors
    /// [`HubError::Edition`]: what is in it that is not public, or that it says nothing new.
    pub fn publish_programme(&self, bytes: &[u8]) -> Result<Edition, HubError> {
        let programme = Programme::from_bytes(bytes).map_err(EditionFault::from)?;
        // Two at the same moment would make two editions of one number.
        let _lock = self.folder.wait_for(LOCK)?;
        let held = self.edition()?;
        let (secret, schema) = (self.folder.secret()?, Schema::builtin());
        let edition = Edition::next(programme, held.as_ref(), &schema, &secret, day(calendar()))?;
        self.folder.replace(EDITION, &edition.to_bytes())?;
        tracing::info!(
            number = edition.number(),
            "an edition of the programme was signed"
        );
        Ok(edition)
    }
}

fn day(now: Timestamp) -> Day {
    let (year, month, day) = now.date();
    let text = format!("{year:04}-{month:02}-{day:02}");
    text.parse().expect("a day of the calendar clock is a day")
}

const EDITION: &str = "programme.edition";
const LOCK: &str = "programme.lock";

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use tawro_core::id::RecordId;
    use tawro_core::programme::Taken;
    use tawro_core::schema::Scalar;

    use super::*;

    fn announced(text: &str) -> Vec<u8> {
        let cells = BTreeMap::from([("title/ar".to_owned(), Scalar::from(text))]);
        let records = [(RecordId([1; RecordId::LEN]), "announcement", &cells)];
        let drawn = Programme::of(&Schema::builtin(), records).unwrap();
        drawn.programme.to_bytes()
    }

    #[test]
    fn each_edition_follows_the_one_before_and_is_the_one_that_is_kept() {
        let place = tempfile::tempdir().unwrap();
        let hub = Hub::init(&place.path().join("hub"), "YES", None).unwrap();
        assert_eq!(hub.edition().unwrap(), None);
        let first = hub.publish_programme(&announced("افتتاح")).unwrap();
        let second = hub.publish_programme(&announced("تأجيل")).unwrap();
        assert_eq!((first.number(), second.number()), (1, 2));
        assert_eq!(hub.edition().unwrap().as_ref(), Some(&second));
        let taken = Edition::take(&second.to_bytes(), Some(&first), &Schema::builtin(), &hub.key());
        assert_eq!(taken, Ok(Taken::New(second)));
    }

    #[test]
    fn what_is_refused_leaves_the_last_edition_where_it_is() {
        let place = tempfile::tempdir().unwrap();
        let hub = Hub::init(&place.path().join("hub"), "YES", None).unwrap();
        let first = hub.publish_programme(&announced("افتتاح")).unwrap();
        let refused = |bytes: &[u8], code: &str| {
            assert_eq!(hub.publish_programme(bytes).unwrap_err().code(), code);
            assert_eq!(hub.edition().unwrap().as_ref(), Some(&first));
        };
        refused(&announced("افتتاح"), "edition_unchanged");
        refused(b"x", "edition_malformed");
        refused(&first.to_bytes(), "edition_malformed");
        refused(&Programme::default().to_bytes(), "edition_empty");
        std::fs::write(hub.folder.path().join(EDITION), b"x").unwrap();
        assert!(hub.edition().is_err());
    }
}
