//! The recovery paper: a code made when somebody asks for it, and known to be on paper once it was typed.

use tawro_core::code::Code;
use tawro_core::membership::recovery::{RecoverySecret, space_hint};
use tawro_core::replica::Intent;
use zeroize::Zeroizing;

use crate::driver::{Node, dice};
use crate::fault::NodeError;

/// Under this key stands which code was typed from its paper.
const TYPED: &str = "recovery/typed";

impl Node {
    /// Makes a recovery code in place of the one in force, for its paper. Whoever has an older paper has
    /// nothing any more.
    pub fn new_recovery_code(&mut self) -> Result<Zeroizing<String>, NodeError> {
        self.may_manage()?;
        let recovery = RecoverySecret::generate(&mut dice());
        self.decide_members(&Intent::ChangeRecovery(recovery.keys()))?;
        self.recovery_code(&recovery)
    }

    /// A recovery secret as it is printed, with where the association is found.
    pub fn recovery_code(&mut self, recovery: &RecoverySecret) -> Result<Zeroizing<String>, NodeError> {
        let code = Code::Recovery {
            secret: (*recovery.to_bytes()).into(),
            hub: self.hub()?,
            space: space_hint(&self.space()),
        };
        Ok(Zeroizing::new(code.to_string()))
    }

    /// Whether a code that was typed is the one in force; if so, it is on paper.
    pub fn type_recovery_code(&mut self, text: &str) -> Result<bool, NodeError> {
        let Code::Recovery { secret, .. } = text.parse::<Code>()? else {
            return Err(NodeError::OtherCode);
        };
        let keys = RecoverySecret::from_bytes(&secret).keys();
        let is_it = keys == *self.membership().recovery();
        if is_it {
            let name = keys.device.0;
            self.in_transaction(|_, tx| Ok(tx.put(TYPED, Some(&name))?))?;
        }
        Ok(is_it)
    }

    /// Whether the code in force was typed from its paper at this computer.
    pub fn recovery_is_on_paper(&mut self) -> Result<bool, NodeError> {
        let typed = self.read(|_, tx| Ok(tx.get(TYPED)?))?;
        Ok(typed.as_deref() == Some(&self.membership().recovery().device.0[..]))
    }
}
