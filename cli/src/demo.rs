//! `tawro demo`: a hub and several associations on this machine, doing all that the program is for.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Instant;

use serde_json::json;
use tawro_core::schema::key;
use tawro_hub::{Hub, Running};
use tawro_node::check::Digest;
use tawro_node::driver::{Founding, Node};
use tawro_node::import::{Part, Profile, Request};
use tawro_node::net::Goal;
use tawro_node::store::ListQuery;

use crate::args::Demo;
use crate::failure::Failure;
use crate::node::stopped;
use crate::pages;
use crate::session::Session;

mod dice;
mod people;
mod period;
mod places;
mod records;
mod together;
mod yes;

use places::Place;

/// Opens every folder of the demo; said to the person, and worth nothing.
const PASSPHRASE: &str = "demo";
/// The register that the sheets are of.
const REGISTER: &str = "member";
/// So many take in a sheet, work on several computers and live through a week.
const SHOWN: usize = 5;
const SHEETS: [&[u8]; 2] = [
    include_bytes!("../../tests/fixtures/sheets/members-ar.xlsx"),
    include_bytes!("../../tests/fixtures/sheets/adherents-fr.xlsx"),
];

/// One association of the demo.
struct Association {
    name: String,
    /// The computers that belong to it.
    devices: Vec<Node>,
    place: Place,
    /// One that was lost and put out.
    lost: Option<Node>,
    /// Records that were put in, by the demo's own count.
    records: u64,
    home: PathBuf,
}

/// Where the demo lives, and for how long.
struct Stage<'a> {
    session: &'a Session,
    root: PathBuf,
    runtime: tokio::runtime::Runtime,
}

/// Plays the demo.
pub(crate) fn run(session: &Session, asked: &Demo) -> Result<(), Failure> {
    let started = Instant::now();
    let output = &session.output;
    let kept = match &asked.dir {
        Some(dir) => Some(vacant(dir)?),
        None => None,
    };
    let passing =
        tempfile::tempdir().map_err(|error| Failure::new("disk_full", Vec::new()).because(&error))?;
    let root = kept.clone().unwrap_or_else(|| passing.path().to_owned());
    let stage = Stage {
        session,
        root,
        runtime: runtime()?,
    };
    let (hub, running, mut associations) = stage.play(asked.associations)?;
    let figures = stage.period(&hub, &mut associations)?;
    let mut equal = true;
    let mut lines = Vec::new();
    let mut rows = Vec::new();
    for association in &mut associations {
        let agrees = association.agrees()?;
        equal &= agrees;
        lines.push(json!({
            "name": association.name, "devices": association.devices.len(),
            "revoked": usize::from(association.lost.is_some()), "records": association.records, "equal": agrees,
        }));
        let said = output.sentence(if agrees { "yes" } else { "no" }, &[]);
        let numbers =
            [association.devices.len() as u64, association.records].map(|number| number.to_string());
        let [devices, records] = numbers;
        rows.push(vec![association.name.clone(), devices, records, said]);
    }
    let status = hub.status()?;
    let elapsed_ms = u64::try_from(started.elapsed().as_millis()).unwrap_or(u64::MAX);
    let value = json!({
        "associations": lines, "hub": { "entries": status.entries, "bytes": status.bytes },
        "elapsed_ms": elapsed_ms, "indicators": figures,
    });
    let heads = ["head-association", "head-devices", "head-records", "head-equal"];
    output.table(&value, &heads.map(|head| output.sentence(head, &[])), &rows);
    period::show(output, &figures);
    let facts = [("entries", whole(status.entries)), ("bytes", whole(status.bytes))];
    output.say(if equal { "demo-equal" } else { "demo-not-equal" }, &facts);
    if let Some(dir) = &kept {
        output.say("demo-dir", &[("dir", dir.display().to_string().into())]);
    }
    let first = associations.first().map(|association| association.home.join("A"));
    drop(associations);
    stage.end(running, asked.no_serve, first)?;
    if equal {
        Ok(())
    } else {
        Err(Failure::new("demo_unequal", Vec::new()))
    }
}

impl Stage<'_> {
    fn play(&self, count: u16) -> Result<(Hub, Running, Vec<Association>), Failure> {
        let output = &self.session.output;
        let mut places = places::places(&self.session.declared, output.words());
        places.truncate(usize::from(count));
        let mut places = places.into_iter();
        // One association is there before there is any hub.
        let first = places
            .next()
            .ok_or_else(|| Failure::new("internal", Vec::new()))?;
        let first = self.found(first)?;
        output.say("demo-founded-early", &first.facts());
        let hub = Hub::init(&self.root.join("hub"), "YES", None)?;
        let running = self
            .runtime
            .block_on(async { hub.serve(([127, 0, 0, 1], 0).into()) })?;
        output.say(
            "demo-hub",
            &[("address", running.local_addr().to_string().into())],
        );
        let mut associations = vec![first];
        for place in places {
            let association = self.found(place)?;
            if association.is_shown() {
                output.say("demo-founded", &association.facts());
            }
            associations.push(association);
        }
        let others = associations.iter().skip(SHOWN);
        let records: u64 = others.clone().map(|association| association.records).sum();
        if others.len() > 0 {
            let facts = [("count", others.len().into()), ("records", whole(records))];
            output.say("demo-others", &facts);
        }
        for (number, association) in associations.iter_mut().enumerate() {
            let ticket = hub.ticket(&association.name)?.to_string();
            let devices = match association.is_shown() {
                true => 2 + usize::from(number % 2 == 0),
                false => 1,
            };
            self.enrol(association, &ticket, devices)?;
            if association.is_shown() {
                let devices = ("devices", association.devices.len().into());
                output.say(
                    "demo-enrolled",
                    &[("name", association.name.as_str().into()), devices],
                );
                self.week(association)?;
            }
        }
        Ok((hub, running, associations))
    }

    /// Founds an association on one computer, with its records; some take in a sheet before.
    fn found(&self, place: Place) -> Result<Association, Failure> {
        let name = place.name.1.clone();
        let home = self.root.join(format!("association-{}", place.number + 1));
        let founding = Founding {
            device: "A",
            passphrase: PASSPHRASE,
        };
        let schema = Arc::clone(&self.session.declared);
        let (mut node, _recovery) = Node::found(&home.join("A"), &founding, schema)?;
        node.name_login("A", &[])?;
        let association = [
            (key::NAME.to_owned(), name.clone()),
            (key::COMMUNE.to_owned(), place.commune.clone()),
        ];
        node.add(key::ASSOCIATION, &association)?;
        if place.number < SHOWN {
            let request = Request {
                space: node.space(),
                kind: REGISTER,
                file: SHEETS[place.number % SHEETS.len()],
                mapping: None,
            };
            node.import(&request, self.session.output.words(), &mut |_, _| {})?;
        }
        node.execute(&records::records(&place, &node.space()))?;
        let records = node.digest()?.records;
        Ok(Association {
            name,
            devices: vec![node],
            place,
            lost: None,
            records,
            home,
        })
    }

    /// A week of an association: work without a network, then agreement, a decision, and a theft.
    fn week(&self, association: &mut Association) -> Result<(), Failure> {
        let output = &self.session.output;
        let name = association.name.clone();
        let facts = [("name", name.as_str().into())];
        output.say("demo-offline", &facts);
        let (id, phone) = association.apart(self.session)?;
        self.sync_all(association)?;
        // Both numbers are there, on every computer, until somebody decides.
        let disputed = association.devices[0].show(id)?.conflicts;
        if disputed.iter().any(|dispute| dispute.cell == phone) {
            output.say("demo-conflict", &facts);
            association.devices[0].resolve(id, &(phone.clone(), "0661000001".to_owned()))?;
            self.sync_all(association)?;
        }
        if association.devices.len() > 2 {
            self.revoke_last(association, id, &phone)?;
            output.say("demo-revoked", &facts);
        }
        Ok(())
    }

    /// Twice around: the second time brings to the first what the last had.
    fn sync_all(&self, association: &mut Association) -> Result<(), Failure> {
        for _ in 0..2 {
            for node in &mut association.devices {
                self.runtime.block_on(node.sync(Goal::InSync))?;
            }
        }
        Ok(())
    }

    /// Goes on serving, with the pages of one computer to look around in, until somebody ends it.
    fn end(self, running: Running, no_serve: bool, computer: Option<PathBuf>) -> Result<(), Failure> {
        let output = &self.session.output;
        self.runtime.block_on(async {
            if !no_serve {
                output.say(
                    "demo-serving",
                    &[("address", running.local_addr().to_string().into())],
                );
                match computer {
                    Some(home) => pages::show_demo(self.session, home, PASSPHRASE).await?,
                    None => stopped().await,
                }
            }
            running.shutdown().await;
            Ok(())
        })
    }
}

impl Association {
    /// Whether what it lives through is told.
    fn is_shown(&self) -> bool {
        self.place.number < SHOWN
    }

    fn facts(&self) -> [(&'static str, tawro_core::text::Fact); 2] {
        [
            ("name", self.name.as_str().into()),
            ("records", whole(self.records)),
        ]
    }

    /// Each computer works by itself; the first two change one person's telephone number. Returns
    /// that row and field.
    fn apart(&mut self, session: &Session) -> Result<(tawro_core::id::RecordId, String), Failure> {
        let profile = Profile::of(session.schema(), REGISTER)
            .ok_or_else(|| Failure::new("unknown_kind", vec![("kind", REGISTER.into())]))?;
        let phone = profile.first_of(Part::Party, &tawro_core::schema::FieldType::Phone);
        let phone = phone.map(|field| field.key.to_owned()).unwrap_or_default();
        let rows = self.devices[0].list(
            REGISTER,
            &ListQuery {
                limit: 1,
                ..ListQuery::default()
            },
        )?;
        let id = rows
            .first()
            .map(|row| row.id)
            .ok_or_else(|| Failure::new("demo_unequal", Vec::new()))?;
        let names = profile.name_fields();
        for (number, node) in self.devices.iter_mut().enumerate() {
            if number < 2 {
                node.set(id, &[(phone.clone(), format!("066100000{}", number + 1))])?;
            }
            if let Some(names) = names {
                let texts = [
                    (names.given, format!("Nadia {number}")),
                    (names.family, "Alaoui".to_owned()),
                ];
                node.add(REGISTER, &texts.map(|(field, text)| (field.to_owned(), text)))?;
                self.records += 2;
            }
        }
        Ok((id, phone))
    }

    /// Every computer knows the same, knows it whole, and knows as much as was put in.
    fn agrees(&mut self) -> Result<bool, Failure> {
        let digests: Vec<Digest> = self
            .devices
            .iter_mut()
            .map(Node::digest)
            .collect::<Result<_, _>>()?;
        let whole = digests
            .iter()
            .all(|digest| digest.unapplied == 0 && digest.records == self.records);
        Ok(whole && digests.iter().all(|digest| *digest == digests[0]))
    }
}

fn vacant(dir: &Path) -> Result<PathBuf, Failure> {
    let taken = std::fs::read_dir(dir).is_ok_and(|mut entries| entries.next().is_some());
    if taken {
        return Err(Failure::new(
            "folder_occupied",
            vec![("path", dir.display().to_string().into())],
        ));
    }
    Ok(dir.to_owned())
}

fn runtime() -> Result<tokio::runtime::Runtime, Failure> {
    tokio::runtime::Builder::new_multi_thread()
        .worker_threads(2)
        .enable_all()
        .build()
        .map_err(|error| Failure::new("internal", Vec::new()).because(&error))
}

fn whole(count: u64) -> tawro_core::text::Fact {
    i64::try_from(count).unwrap_or(i64::MAX).into()
}
