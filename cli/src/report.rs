//! `tawro hub report`: what is published of a period, as a document for the ministry.

use std::path::Path;

use serde_json::json;
use tawro_core::indicator::{Period, catalogue};
use tawro_core::text::Fact;
use tawro_hub::Hub as Relay;
use tawro_hub::published::Source;
use tawro_hub::report::{Asked, report};
use tawro_node::driver::now;
use tawro_node::fault::NodeError;
use tawro_node::folder::write_atomically;

use crate::failure::Failure;
use crate::period::vacant;
use crate::session::Session;

/// Writes the report of a period, or of all published periods of a longer one, by the file's ending.
pub(crate) fn write(session: &Session, period: Period, file: &Path, force: bool) -> Result<(), Failure> {
    let output = &session.output;
    let name = file.display().to_string();
    let ending = file.extension().and_then(|ending| ending.to_str());
    let ending = ending.unwrap_or_default().to_lowercase();
    if !["pdf", "docx"].contains(&ending.as_str()) {
        let facts = vec![("file", Fact::from(name))];
        return Err(Failure::usage("report_file_type", facts));
    }
    vacant(file, force)?;
    let shown = Relay::open(&session.hub_home()?)?.shown();
    let shown = shown.map_err(|unreadable| Failure::new(unreadable.code, Vec::new()))?;
    let today: String = now().to_string().chars().take(10).collect();
    let asked = Asked {
        shown: &shown,
        period,
        indicators: catalogue(),
        goals: &shown.goals,
        today: &today,
    };
    let report = report(&asked, output.shared_words(), output.lang())?;
    let bytes = match ending.as_str() {
        "pdf" => report.pdf()?,
        _ => report.docx()?,
    };
    write_atomically(file, &bytes).map_err(NodeError::from)?;
    if output.json() {
        output.data(&json!({ "file": name, "period": period.to_string(), "lang": output.lang().tag() }));
    }
    output.say("report-written", &[("file", name.into())]);
    Ok(())
}
