//! The hub as its dashboard sees it: what may be read, and what is set of who may read it.

use std::net::SocketAddr;
use std::sync::Arc;

use tawro_core::indicator::catalogue;
use tawro_core::programme::Edition;
use tawro_core::text::Words;

use crate::dashboard::{Dashboard, Password, Setting, Settings};
use crate::published::{Seen, Shown, Source, Unreadable, goals};
use crate::store::SpaceLog;
use crate::{Hub, HubError, dice};

/// Who may see what is published.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum View {
    /// Whoever knows the password.
    Closed,
    /// Whoever comes. Who has not reported and how sync goes stay with those who know the password.
    Public,
}

impl Hub {
    /// Sets the password of the dashboard, in place of the one before. Who is in stays in until they leave.
    ///
    /// # Errors
    /// [`HubError::PasswordShort`], [`HubError::Memory`], or the store.
    pub fn set_password(&self, text: &str) -> Result<(), HubError> {
        Password::check(text)?;
        let kept = Password::keep(text, &mut dice())?;
        let mut store = self.store()?;
        store.setting_put(PASSWORD, &kept.to_string())?;
        Ok(store.commit()?)
    }

    /// Sets who may see what is published.
    ///
    /// # Errors
    /// The store.
    pub fn set_view(&self, view: View) -> Result<(), HubError> {
        let mut store = self.store()?;
        let text = match view {
            View::Closed => "closed",
            View::Public => PUBLIC,
        };
        store.setting_put(VIEW, text)?;
        Ok(store.commit()?)
    }

    /// The dashboard, listening on an address.
    ///
    /// # Errors
    /// [`HubError::Listen`] when the address cannot be had, or the store.
    pub async fn dashboard(&self, address: SocketAddr, words: Arc<Words>) -> Result<Dashboard, HubError> {
        let setting = Setting {
            source: Box::new(self.clone()),
            words,
            owner: self.name()?,
        };
        let listening = Dashboard::listen(address, setting).await;
        listening.map_err(|source| HubError::Listen { address, source })
    }
}

impl Source for Hub {
    fn shown(&self) -> Result<Shown, Unreadable> {
        let mut periods = self.periods().map_err(|error| unreadable(error.code()))?;
        let shown = periods.shown().map_err(|fault| unreadable(fault.code()))?;
        let edition = self.edition().map_err(|error| unreadable(error.code()))?;
        let told = edition.as_ref().map(Edition::programme);
        Ok(Shown {
            goals: goals(catalogue(), told),
            ..shown
        })
    }

    fn seen(&self) -> Result<Vec<Seen>, Unreadable> {
        let status = self.status().map_err(|error| unreadable(error.code()))?;
        Ok(status.list.into_iter().map(Seen::from).collect())
    }
}

impl Settings for Hub {
    fn password(&self) -> Result<Option<Password>, Unreadable> {
        let kept = self.setting(PASSWORD)?;
        // What does not read opens nothing, and a new one may be set.
        Ok(kept.and_then(|kept| kept.parse().ok()))
    }

    fn is_public(&self) -> Result<bool, Unreadable> {
        Ok(self.setting(VIEW)?.as_deref() == Some(PUBLIC))
    }
}

impl Hub {
    fn setting(&self, name: &str) -> Result<Option<String>, Unreadable> {
        let read = self.store().and_then(|store| Ok(store.setting(name)?));
        read.map_err(|error| unreadable(error.code()))
    }
}

fn unreadable(code: &'static str) -> Unreadable {
    Unreadable { code }
}

const PASSWORD: &str = "dashboard-password";
const VIEW: &str = "dashboard-view";
const PUBLIC: &str = "public";
