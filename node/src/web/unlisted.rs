//! Somebody who came and is not in the list: added and ticked at once, after whom they may be already.

use std::collections::BTreeMap;

use tawro_core::schema::{Field, presence};

use crate::driver::Node;
use crate::form::Text;
use crate::import::{Part, Profile};
use crate::web::ask::Ask;
use crate::web::login::tell;
use crate::web::present::{Line, phone_of};
use crate::web::shown::{Choice, choices, label};
use crate::web::trouble::{Trouble, said};

/// Somebody who is not in the list: what was typed of them, and what is wrong with it.
#[derive(Default)]
pub(super) struct Fresh {
    pub(super) boxes: Vec<(String, String, String)>,
    pub(super) sexes: Vec<Choice>,
    pub(super) sex_label: String,
    pub(super) alike: Vec<Line>,
    pub(super) fault: Option<(String, String)>,
}

/// Whether whoever adds somebody saw that they may be there already.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum IsSure {
    Yes,
    No,
}

/// The fields by which people call a person.
fn named<'p>(profile: &'p Profile<'_>) -> impl Iterator<Item = &'p Field> {
    let kind = profile.kind(Part::Role);
    kind.title.iter().filter_map(|key| kind.field(key))
}

impl Fresh {
    pub(super) fn empty(ask: &Ask<'_>, node: &Node) -> Self {
        Self::of(ask, node, &BTreeMap::new())
    }

    fn of(ask: &Ask<'_>, node: &Node, typed: &BTreeMap<String, String>) -> Self {
        let schema = node.schema().clone();
        let (Some(profile), speech) = (Profile::of(&schema, presence::PERSON), &ask.speech) else {
            return Self::default();
        };
        let text = |key: &str| typed.get(key).cloned().unwrap_or_default();
        let boxes = named(&profile).map(|field| {
            let label = label(profile.role, field, speech);
            (format!("new.{}", field.key), label, text(field.key))
        });
        let sex = profile.role.field(presence::GROUPED_BY[0]);
        let vocabulary = sex.and_then(|field| schema.vocabulary(field.ty.vocabulary()?));
        let chosen = text(presence::GROUPED_BY[0]);
        Self {
            boxes: boxes.collect(),
            sexes: vocabulary.map_or(Vec::new(), |known| {
                let mut all = choices(known, speech, &[&chosen]);
                all.retain(|choice| presence::SEXES.contains(&choice.code.as_str()));
                all
            }),
            sex_label: sex
                .map(|field| label(profile.role, field, speech))
                .unwrap_or_default(),
            ..Self::default()
        }
    }
}

/// Adds somebody who is not in the list and ticks them; whom they may be already is asked first. Gives back
/// what was typed, if nobody was added.
pub(super) fn add(ask: &mut Ask<'_>, node: &mut Node, sure: IsSure) -> Result<Option<Fresh>, Trouble> {
    let id = ask.id()?;
    let schema = node.schema().clone();
    let profile = Profile::of(&schema, presence::PERSON).ok_or(Trouble::Nowhere)?;
    let keys = named(&profile)
        .map(|field| field.key)
        .chain([presence::GROUPED_BY[0]]);
    let texts: Vec<Text> = keys
        .map(|key| {
            (
                key.to_owned(),
                ask.form.text(&format!("new.{key}")).trim().to_owned(),
            )
        })
        .filter(|(_, text)| !text.is_empty())
        .collect();
    let mut fresh = Fresh::of(ask, node, &texts.iter().cloned().collect());
    let is_named = named(&profile).any(|field| texts.iter().any(|(key, _)| key == field.key));
    if !is_named {
        fresh.fault = Some(said("needed", &[], &ask.speech));
        return Ok(Some(fresh));
    }
    let alike = match sure {
        IsSure::Yes => Vec::new(),
        IsSure::No => node.alike(presence::PERSON, &by_script(&texts))?,
    };
    if !alike.is_empty() {
        let lines = alike.into_iter().map(|row| Line {
            id: row.id.to_string(),
            phone: phone_of(&schema, &row, &ask.speech),
            title: row.title,
        });
        fresh.alike = lines.collect();
        fresh.fault = Some((ask.speech.say("edit-alike"), String::new()));
        return Ok(Some(fresh));
    }
    match node.tick_new(id, &texts) {
        Ok(_) => {
            tell(ask, ask.speech.say("present-did-add"), None);
            Ok(None)
        }
        Err(error) => {
            fresh.fault = Some(Trouble::Node(error).said(&ask.speech));
            Ok(Some(fresh))
        }
    }
}

/// The names under one language, as the search for those alike takes them: any does, it compares across
/// scripts.
fn by_script(texts: &[Text]) -> Vec<Text> {
    let named = texts.iter().filter(|(key, _)| key != presence::GROUPED_BY[0]);
    named
        .map(|(key, text)| (format!("{key}/ar"), text.clone()))
        .collect()
}
