//! Privacy is a test: what the hub writes to its log and to its disk names nobody.

use std::io::Write;
use std::sync::{Arc, Mutex};

use tawro_core::replica::Intent;
use tracing_subscriber::fmt::MakeWriter;

use crate::client::Client;
use crate::hub;

const NAMES: [&str; 4] = [
    "Association Al Amal",
    "Khadija-canary",
    "حاسوب خديجة",
    "label-canary",
];

#[derive(Clone, Default)]
struct Kept(Arc<Mutex<Vec<u8>>>);

impl Write for Kept {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        self.0.lock().unwrap().extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

impl<'a> MakeWriter<'a> for Kept {
    type Writer = Self;

    fn make_writer(&'a self) -> Self {
        self.clone()
    }
}

#[tokio::test]
async fn neither_log_nor_disk_names_anybody() {
    let kept = Kept::default();
    let subscriber = tracing_subscriber::fmt()
        .with_max_level(tracing_subscriber::filter::LevelFilter::TRACE)
        .with_ansi(false)
        .with_writer(kept.clone())
        .finish();
    // For the whole process: the relay has a thread of its own.
    tracing::subscriber::set_global_default(subscriber).unwrap();
    let (folder, hub, running) = hub();
    let at = running.local_addr();
    let mut one = Client::founder(9, NAMES[2]);
    let mut two = one.second(NAMES[3]);
    let key = one.enrol(&hub.ticket(NAMES[0]).unwrap(), at).await;
    one.add(NAMES[1]);
    for device in [&mut one, &mut two] {
        device.meet(key, at).await;
        device.until_rows(1).await;
    }
    one.decide(&Intent::Remove([two.id()].into()));
    two.add(NAMES[1]);
    let (_ended, ()) = tokio::join!(two.until_ended(), one.until_rows(1));
    running.shutdown().await;

    let log = String::from_utf8(kept.0.lock().unwrap().clone()).unwrap();
    assert!(
        log.contains("a space enrolled") && log.contains("tawro_hub"),
        "the log was kept:\n{log}"
    );
    for name in NAMES {
        assert!(!log.contains(name), "{name} is in the log");
    }
    let mut files = 0;
    for file in std::fs::read_dir(folder.path().join("hub")).unwrap() {
        let path = file.unwrap().path();
        let bytes = std::fs::read(&path).unwrap();
        files += 1;
        #[cfg(unix)]
        {
            use std::os::unix::fs::PermissionsExt;
            let mode = std::fs::metadata(&path).unwrap().permissions().mode() & 0o777;
            assert_eq!(mode, 0o600, "{}", path.display());
        }
        // The ticket's name is the operator's own label, and stands in the store on purpose.
        for name in &NAMES[1..] {
            let found = bytes.windows(name.len()).any(|window| window == name.as_bytes());
            assert!(!found, "{name} is in {}", path.display());
        }
    }
    assert!(files >= 2);
}
