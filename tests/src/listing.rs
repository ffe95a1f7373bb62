//! Everything a data folder says, as JSON: what a fixture's folder said on the day it was made.

use std::collections::BTreeMap;

use data_encoding::HEXLOWER;
use serde_json::{Map, Value, json};
use tawro_core::id::{ActorId, DeviceId};
use tawro_core::record::Record;
use tawro_core::schema::Scalar;
use tawro_node::driver::Node;

use crate::place::sight;

/// All records with their histories and open conflicts, the devices, and what waits for the hub.
pub fn listing(node: &mut Node) -> Value {
    let status = node.status().unwrap();
    let letters: BTreeMap<DeviceId, String> = status
        .devices
        .iter()
        .map(|device| (device.device, device.letter.clone()))
        .collect();
    let devices: Vec<Value> = status
        .devices
        .iter()
        .map(|device| {
            json!({
                "letter": device.letter,
                "label": device.label,
                "role": format!("{:?}", device.role),
                "removed": device.removed,
            })
        })
        .collect();
    let members = node.membership();
    json!({
        "space": members.space().to_string(),
        "position": members.head().0,
        "epoch": members.epoch(),
        "devices": devices,
        "unsynced": status.unsynced,
        "unapplied": status.unapplied.len(),
        "records": records(node, &letters),
    })
}

fn records(node: &mut Node, letters: &BTreeMap<DeviceId, String>) -> Map<String, Value> {
    let ids: Vec<_> = sight(node).into_iter().map(|row| row.id).collect();
    ids.into_iter()
        .map(|id| {
            let record = node.record(id).unwrap().unwrap();
            (id.to_string(), told(node, &record, letters))
        })
        .collect()
}

fn told(node: &mut Node, record: &Record, letters: &BTreeMap<DeviceId, String>) -> Value {
    let row = record.row(node.schema());
    let mut author = |actor: ActorId| {
        let by = node.author(actor).unwrap();
        by.and_then(|by| letters.get(&by.device).cloned())
    };
    let conflicts: Map<String, Value> = record
        .conflicts()
        .into_iter()
        .map(|conflict| {
            let values = conflict.values.iter();
            let values = values.map(|one| json!([plain(&one.value), author(one.actor)]));
            (conflict.cell, values.collect())
        })
        .collect();
    let history: Vec<Value> = record
        .history()
        .iter()
        .map(|line| {
            let cells: Map<String, Value> = line
                .cells
                .iter()
                .map(|(cell, _, after)| (cell.clone(), plain(after)))
                .collect();
            json!({ "by": author(line.actor), "at": line.at.0, "cells": cells })
        })
        .collect();
    let cells: Map<String, Value> = row
        .cells
        .iter()
        .map(|(cell, value)| (cell.clone(), plain(value)))
        .collect();
    json!({
        "kind": row.kind,
        "cells": cells,
        "conflicts": conflicts,
        "deleted": row.deleted,
        "merged_into": row.merged_into.map(|id| id.to_string()),
        "import": row.import.map(|id| id.to_string()),
        "heads": row.heads.iter().map(|head| HEXLOWER.encode(head)).collect::<Vec<_>>(),
        "history": history,
    })
}

fn plain(value: &Scalar) -> Value {
    match value {
        Scalar::Null => Value::Null,
        Scalar::Text(text) => json!(text),
        Scalar::Integer(number) => json!(number),
        Scalar::Flag(flag) => json!(flag),
    }
}
