//! Holding a node: alone, or together with others who each have it for a moment.

use std::sync::Arc;

use tokio::sync::Notify;

use crate::driver::Node;
use crate::fault::NodeError;

/// Whoever can reach a node for a moment. Between two moments others may change it.
pub trait Hold {
    /// Does something with the node.
    ///
    /// # Errors
    /// Those of `act`, and [`NodeError`] where the node cannot be had any more.
    fn with<T>(&mut self, act: impl FnOnce(&mut Node) -> Result<T, NodeError>) -> Result<T, NodeError>;

    /// Is notified when another holder changed something that others should get.
    fn changes(&self) -> Arc<Notify>;
}

/// Whoever has it alone: nobody else changes anything.
impl Hold for Node {
    fn with<T>(&mut self, act: impl FnOnce(&mut Node) -> Result<T, NodeError>) -> Result<T, NodeError> {
        act(self)
    }

    fn changes(&self) -> Arc<Notify> {
        Arc::default()
    }
}
