//! The hub's process.

use std::path::Path;

use serde_json::json;
use tawro_hub::Hub;

use crate::child::{answer, commands, runtime};
use tawro_tests::gauge::Gauge;

/// Serves at `listen`; tickets name the address `told`, where a slow line may stand between.
pub(crate) fn run(dir: &Path, listen: &str, told: &str) {
    runtime().block_on(async {
        let hub = Hub::init(dir, "YES", Some(&told.parse().unwrap())).unwrap();
        let running = hub.serve(listen.parse().unwrap()).unwrap();
        let mut commands = commands();
        answer(&json!({ "ready": true }));
        while let Some(command) = commands.recv().await {
            match command.as_str() {
                "ticket" => {
                    let ticket = hub.ticket("Association").unwrap().to_string();
                    answer(&json!({ "ticket": ticket }));
                }
                "gauge" => answer(&Gauge::read().json()),
                "stored" => {
                    let status = hub.status().unwrap();
                    answer(&json!({ "entries": status.entries, "bytes": status.bytes }));
                }
                _ => break,
            }
        }
        running.shutdown().await;
    });
}
