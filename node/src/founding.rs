//! Founding as people mean it: an association with its name, and the person who founds it.

use std::sync::Arc;

use tawro_core::id::SpaceId;
use tawro_core::membership::recovery::RecoverySecret;
use tawro_core::schema::{Schema, key};

use crate::driver::{Founding, Node, dice};
use crate::fault::NodeError;
use crate::folder::Folder;
use crate::form::{self, Text};
use crate::import::Profile;

/// What is known of an association when it is founded here.
pub struct Newborn<'a> {
    /// What it is called.
    pub name: &'a str,
    /// Where it is at home: a code, or a name as people write it.
    pub commune: Option<&'a str>,
    /// What the person is called who founds it.
    pub login: &'a str,
    /// Codes of their functions.
    pub functions: &'a [String],
}

/// Founds an association and writes down what it and its founder are called. What cannot be read is
/// refused before anything is made.
pub fn found(
    folder: Folder,
    founding: &Founding<'_>,
    newborn: &Newborn<'_>,
    schema: Arc<Schema>,
) -> Result<(Node, RecoverySecret), NodeError> {
    let mut texts: Vec<Text> = vec![(key::NAME.to_owned(), newborn.name.to_owned())];
    texts.extend(
        newborn
            .commune
            .map(|commune| (key::COMMUNE.to_owned(), commune.to_owned())),
    );
    if let Some(profile) = Profile::of(&schema, key::ASSOCIATION) {
        form::add(&profile, &SpaceId([0; 32]), &texts, &mut dice())?;
    }
    let (mut node, recovery) = Node::found_in(folder, founding, schema)?;
    node.name_login(newborn.login, newborn.functions)?;
    node.add(key::ASSOCIATION, &texts)?;
    Ok((node, recovery))
}
