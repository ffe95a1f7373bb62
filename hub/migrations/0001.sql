-- The store of a hub, version 1. All ids and hashes are blobs; all times are seconds, by this hub's clock.

CREATE TABLE setting (
  name  TEXT PRIMARY KEY,
  value TEXT NOT NULL
) WITHOUT ROWID;

CREATE TABLE space (
  id      INTEGER PRIMARY KEY,
  space   BLOB NOT NULL UNIQUE,
  entries INTEGER NOT NULL DEFAULT 0,
  bytes   INTEGER NOT NULL DEFAULT 0
);

CREATE TABLE member (
  space    INTEGER NOT NULL REFERENCES space(id),
  position INTEGER NOT NULL,
  hash     BLOB NOT NULL,
  record   BLOB NOT NULL,
  PRIMARY KEY (space, position)
) WITHOUT ROWID;

CREATE TABLE log (
  id     INTEGER PRIMARY KEY,
  space  INTEGER NOT NULL REFERENCES space(id),
  log    BLOB NOT NULL,
  device BLOB NOT NULL,
  seq    INTEGER NOT NULL,
  hash   BLOB NOT NULL,
  epoch  INTEGER NOT NULL,
  UNIQUE (space, log)
);

-- The key is log.id * 2^32 + seq: one tree holds the entries of a log side by side, and no second
-- index has to be written with each of them.
CREATE TABLE entry (
  id    INTEGER PRIMARY KEY,
  hash  BLOB NOT NULL,
  bytes BLOB NOT NULL
);

CREATE TABLE fork (
  space INTEGER NOT NULL REFERENCES space(id),
  log   BLOB NOT NULL,
  seq   INTEGER NOT NULL,
  proof BLOB NOT NULL,
  PRIMARY KEY (space, log)
) WITHOUT ROWID;

CREATE TABLE ack (
  space   INTEGER NOT NULL REFERENCES space(id),
  device  BLOB NOT NULL,
  log     BLOB NOT NULL,
  stored  INTEGER,
  applied INTEGER,
  PRIMARY KEY (space, device, log)
) WITHOUT ROWID;

CREATE TABLE visit (
  space       INTEGER NOT NULL REFERENCES space(id),
  device      BLOB NOT NULL,
  incarnation BLOB NOT NULL,
  at          INTEGER NOT NULL,
  PRIMARY KEY (space, device)
) WITHOUT ROWID;

-- The name is the operator's own label; it is the one thing here that may name an association.
CREATE TABLE ticket (
  id      BLOB PRIMARY KEY,
  secret  BLOB NOT NULL,
  name    TEXT NOT NULL,
  made    INTEGER NOT NULL,
  expires INTEGER NOT NULL,
  used_by BLOB
);

CREATE TABLE invite (
  invite  BLOB PRIMARY KEY,
  space   BLOB NOT NULL,
  expires INTEGER NOT NULL,
  open    INTEGER NOT NULL
) WITHOUT ROWID;
CREATE INDEX invite_by_space ON invite (space);

CREATE TABLE recovery (
  space BLOB PRIMARY KEY,
  key   BLOB NOT NULL
) WITHOUT ROWID;
CREATE INDEX recovery_by_key ON recovery (key);

CREATE TABLE letter (
  invite BLOB NOT NULL REFERENCES invite(invite) ON DELETE CASCADE,
  slot   INTEGER NOT NULL,
  bytes  BLOB NOT NULL,
  PRIMARY KEY (invite, slot)
) WITHOUT ROWID;
