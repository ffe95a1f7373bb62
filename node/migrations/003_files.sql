-- The bytes of photos and scans, each once, under the hash that an attachment's record names.
CREATE TABLE files (
    n INTEGER PRIMARY KEY,
    hash BLOB NOT NULL UNIQUE,
    bytes BLOB NOT NULL
);
