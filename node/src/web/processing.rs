//! The register of processing, begun by a press.

use tawro_core::schema::processing::KIND;

use crate::driver::Node;
use crate::web::ask::Ask;
use crate::web::login::tell;
use crate::web::reply::{Answer, Reply};

/// Adds the lines that are missing.
pub(super) fn begin(ask: &mut Ask<'_>, node: &mut Node) -> Answer {
    let speech = &ask.speech;
    let added = node.begin_processing(speech.words(), speech.lang())?;
    let said = match added {
        0 => speech.say("keeps-all-there"),
        added => speech.count("keeps-begun", added),
    };
    tell(ask, said, None);
    Reply::go(format!("/r/{KIND}"))
}
