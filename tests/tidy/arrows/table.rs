//! Who may name whom, and who may not.

/// Packages, each with those of ours it may name in `src/`.
pub(super) const PACKAGES: &[(&str, &[&str])] = &[
    ("core", &[]),
    ("core/quic", &["tawro_core"]),
    ("core/pages", &["tawro_core"]),
    ("core/papers", &["tawro_core"]),
    (
        "node",
        &["tawro_core", "tawro_quic", "tawro_pages", "tawro_papers"],
    ),
    (
        "hub",
        &["tawro_core", "tawro_quic", "tawro_pages", "tawro_papers"],
    ),
    ("cli", &["tawro_core", "tawro_node", "tawro_hub"]),
];

/// Our packages as Rust code names them.
pub(super) const OURS: &[&str] = &[
    "tawro_core",
    "tawro_quic",
    "tawro_pages",
    "tawro_papers",
    "tawro_node",
    "tawro_hub",
    "tawro",
    "tawro_tests",
];

/// Rooms of core, each with the rooms it may name. A room without a row may not exist.
///
/// `sync` and `log` never see `record`: a log carries opaque bytes, and only `replica` joins the two.
pub(super) const CORE: &[(&str, &[&str])] = &[
    ("id", &[]),
    ("time", &[]),
    // What the simulation plants; compiled to nothing in what ships.
    ("faults", &[]),
    ("crypto", &["id"]),
    ("code", &["id", "crypto", "text"]),
    ("text", &[]),
    ("schema", &["id", "time", "crypto", "text"]),
    ("record", &["id", "time", "faults", "crypto", "text", "schema"]),
    ("command", &["id", "time", "crypto", "text", "schema", "record"]),
    ("membership", &["id", "time", "faults", "crypto", "code"]),
    ("log", &["id", "time", "faults", "crypto", "membership"]),
    ("wire", &["id", "time", "crypto", "membership", "log"]),
    ("sync", &["id", "time", "crypto", "membership", "log", "wire"]),
    (
        "replica",
        &[
            "id",
            "time",
            "faults",
            "crypto",
            "code",
            "text",
            "schema",
            "record",
            "command",
            "membership",
            "log",
            "wire",
            "sync",
        ],
    ),
    ("indicator", &["id", "time", "text", "schema"]),
    // Numbers leave, records never: it sees neither `record` nor `replica` nor `log`.
    ("share", &["id", "time", "crypto", "indicator"]),
    // Public fields leave, by what the schema declares; it sees rows of cells, and no document or log.
    (
        "programme",
        &["id", "time", "crypto", "text", "schema", "indicator", "share"],
    ),
];

/// In the other packages: a room, and what it never sees.
pub(super) const NEVER: &[(&str, &str, &[&str])] = &[
    (
        "node",
        "store",
        &[
            "driver",
            "net",
            "syncing",
            "joining",
            "import",
            "export",
            "sheets",
            "view",
            "check",
            "projection",
        ],
    ),
    (
        "node",
        "import",
        &["driver", "net", "store", "sheets", "view", "form"],
    ),
    (
        "node",
        "export",
        &["driver", "net", "store", "sheets", "view", "form"],
    ),
    ("node", "form", &["driver", "net", "store", "sheets", "view"]),
    (
        "node",
        "net",
        &[
            "store",
            "import",
            "export",
            "projection",
            "sheets",
            "view",
            "form",
        ],
    ),
    ("node", "web", &["net"]),
    ("node", "paper", &["driver", "store", "web", "net", "view"]),
    ("node", "projection", &["driver", "net", "sheets", "view"]),
    ("node", "keys", &["driver", "net", "store", "import", "export"]),
    ("node", "folder", &["driver", "net", "store", "keys"]),
    (
        "hub",
        "store",
        &[
            "accept",
            "peer",
            "turns",
            "relay",
            "membership",
            "ticket",
            "period",
        ],
    ),
    ("hub", "relay", &["accept", "peer", "turns", "folder", "period"]),
    (
        "hub",
        "period",
        &[
            "accept",
            "peer",
            "turns",
            "relay",
            "membership",
            "ticket",
            "folder",
            "statistics",
        ],
    ),
    // Numbers are asked for and come in apart from records.
    (
        "hub",
        "statistics",
        &[
            "accept",
            "peer",
            "turns",
            "relay",
            "membership",
            "ticket",
            "store",
        ],
    ),
    // What is published, and names and states: never a report, and nothing that a relay keeps.
    (
        "hub",
        "published",
        &[
            "accept",
            "peer",
            "turns",
            "relay",
            "membership",
            "ticket",
            "folder",
            "store",
            "status",
            "period",
            "export",
            "dashboard",
        ],
    ),
    (
        "hub",
        "export",
        &["store", "status", "period", "folder", "relay", "dashboard"],
    ),
    // It says what is published, and never an association's report.
    (
        "hub",
        "report",
        &[
            "accept",
            "peer",
            "turns",
            "relay",
            "membership",
            "ticket",
            "folder",
            "store",
            "status",
            "period",
            "export",
            "dashboard",
        ],
    ),
    // It shows what is published, and never a report.
    (
        "hub",
        "dashboard",
        &[
            "accept",
            "peer",
            "turns",
            "relay",
            "membership",
            "ticket",
            "folder",
            "store",
            "status",
            "period",
        ],
    ),
    ("hub", "quota", &["store", "relay", "peer", "accept"]),
];

/// Foreign crates that only some places may name, with the reason.
pub(super) const FOREIGN: &[(&str, &[&str], &str)] = &[
    (
        "automerge",
        &["core/src/record/"],
        "documents are changed in one room",
    ),
    (
        "chacha20poly1305",
        &["core/src/crypto.rs"],
        "one file names the ciphers",
    ),
    (
        "ed25519_dalek",
        &["core/src/crypto.rs"],
        "one file names the ciphers",
    ),
    ("hpke", &["core/src/crypto.rs"], "one file names the ciphers"),
    (
        "x25519_dalek",
        &["core/src/crypto.rs"],
        "one file names the ciphers",
    ),
    ("blake3", &["core/src/crypto.rs"], "one file names the ciphers"),
    (
        "sha2",
        &["core/src/crypto.rs", "core/src/record/pack.rs"],
        "Automerge's checksum, and nothing else",
    ),
    (
        "argon2",
        &["core/pages/src/cost.rs"],
        "passphrases are stretched in one place",
    ),
    (
        "fluent_bundle",
        &["core/src/text/"],
        "words are loaded in one place",
    ),
    (
        "toml",
        &["core/src/indicator/text.rs"],
        "definitions are read in one place",
    ),
    (
        "rusqlite",
        &["node/src/store/", "hub/src/store/", "hub/src/period/store/"],
        "SQL in the stores only",
    ),
    ("calamine", &["node/src/import/"], "sheets are read in one place"),
    (
        "rust_xlsxwriter",
        &["node/src/export/", "node/src/export.rs", "hub/src/export/"],
        "sheets are written in one place",
    ),
    (
        "quinn",
        &["core/quic/src/", "node/src/net/", "node/src/net.rs", "hub/src/"],
        "sockets stay at the edge",
    ),
    (
        "prio",
        &["core/src/share/prio3.rs"],
        "one file shares numbers between two operators",
    ),
    ("clap", &["cli/src/"], "words of the command line"),
    (
        "plotters",
        &["hub/src/dashboard/chart.rs"],
        "one file draws charts",
    ),
    ("typst", &["core/papers/src/"], "papers are set in one package"),
    (
        "axum",
        &["core/pages/src/", "node/src/web/", "hub/src/dashboard/"],
        "requests are answered in one room of a package",
    ),
    (
        "askama",
        &[
            "core/pages/src/",
            "node/src/web/",
            "hub/src/dashboard/",
            "hub/src/report/",
        ],
        "HTML stands in templates, which pages fill, and so do the parts of a DOCX",
    ),
];
