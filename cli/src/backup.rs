//! `tawro backup`: copies of an association, made, read through, brought back.

use serde_json::json;
use tawro_node::backup::{bring_back, verify};

use crate::args::Backup;
use crate::failure::Failure;
use crate::node::number;
use crate::session::Session;

/// Carries out one of the commands.
pub(crate) fn run(session: &Session, command: Backup) -> Result<(), Failure> {
    let output = &session.output;
    match command {
        Backup::Create { file } => {
            let path = file.display().to_string();
            if file.exists() {
                return Err(Failure::new("file_exists", vec![("path", path.into())]));
            }
            let copied = session.open()?.copy_to(&file)?;
            if output.json() {
                output.data(&json!({ "file": path, "bytes": copied.bytes, "records": copied.records }));
            }
            let facts = [
                ("file", path.into()),
                ("bytes", number(copied.bytes)),
                ("records", number(copied.records)),
            ];
            output.say("backup-made", &facts);
        }
        Backup::Verify { file } => {
            let bytes = verify(&file)?;
            if output.json() {
                output.data(&json!({ "bytes": bytes }));
            }
            output.say("backup-sound", &[("bytes", number(bytes))]);
        }
        Backup::Restore { file } => {
            bring_back(&file, &session.vacant_home()?)?;
            output.say("backup-back", &[]);
        }
    }
    Ok(())
}
