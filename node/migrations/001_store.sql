-- What a node keeps. Rows of records and what is searched are not here: their tables are made from
-- the schema when the database is opened, and made again whenever the schema is another.

-- About this database itself: its random name, the schema its rows were made by.
CREATE TABLE meta (
    key TEXT PRIMARY KEY,
    value BLOB NOT NULL
) WITHOUT ROWID;

-- One document per record. New ones are appended: with random ids as the key of the table itself,
-- an import would touch every page of it.
CREATE TABLE documents (
    n INTEGER PRIMARY KEY,
    id BLOB NOT NULL UNIQUE,
    -- One byte that says how the rest is packed; empty if there is no saved state yet.
    snapshot BLOB NOT NULL,
    -- Changes since: each its length (four bytes, little-endian) and its bytes.
    tail BLOB NOT NULL,
    tail_changes INTEGER NOT NULL,
    -- The kind of the record, once it has been projected.
    kind TEXT
);

-- Changes that no entry holds yet, in the order in which they were made. Numbers are never reused.
CREATE TABLE journal (
    n INTEGER PRIMARY KEY AUTOINCREMENT,
    line BLOB NOT NULL
);

-- Every log of the space, with its head: contiguous from entry 0.
CREATE TABLE logs (
    n INTEGER PRIMARY KEY,
    log BLOB NOT NULL UNIQUE,
    device BLOB NOT NULL,
    seq INTEGER NOT NULL,
    hash BLOB NOT NULL,
    epoch INTEGER NOT NULL
);

CREATE TABLE entries (
    log INTEGER NOT NULL REFERENCES logs (n),
    seq INTEGER NOT NULL,
    bytes BLOB NOT NULL,
    UNIQUE (log, seq)
);

CREATE TABLE membership (
    position INTEGER PRIMARY KEY,
    bytes BLOB NOT NULL
);

-- Small values that the replica names.
CREATE TABLE state (
    key TEXT PRIMARY KEY,
    value BLOB NOT NULL
) WITHOUT ROWID;

-- Records that a title names and that were not here when it was made: when one comes, the title is
-- made again.
CREATE TABLE awaited (
    id BLOB PRIMARY KEY
) WITHOUT ROWID;
