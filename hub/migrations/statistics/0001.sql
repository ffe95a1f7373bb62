-- The store of statistics, version 1: who is asked, what was answered, what was opened. Keys, ids, hashes
-- and encodings are blobs; times are seconds by this hub's clock, days are ISO 8601.

-- `since` is the year whose roll it entered first; nothing while it waits for one.
CREATE TABLE seat (
  key      BLOB PRIMARY KEY,
  name     TEXT NOT NULL UNIQUE,
  milieu   TEXT,
  domain   INTEGER,
  asked    TEXT NOT NULL,
  since    INTEGER
) WITHOUT ROWID;
-- Who runs the programme is one.
CREATE UNIQUE INDEX seat_of_operator ON seat (asked) WHERE asked = 'operator';

CREATE TABLE roll (
  asked TEXT NOT NULL,
  year  INTEGER NOT NULL,
  bytes BLOB NOT NULL,
  PRIMARY KEY (asked, year)
) WITHOUT ROWID;

CREATE TABLE period (
  period TEXT PRIMARY KEY,
  first  TEXT NOT NULL,
  state  TEXT NOT NULL
) WITHOUT ROWID;

CREATE TABLE task (
  id        BLOB PRIMARY KEY,
  period    TEXT NOT NULL REFERENCES period(period),
  asked     TEXT NOT NULL,
  year      INTEGER NOT NULL,
  bytes     BLOB NOT NULL,
  manifest  BLOB,
  published BLOB,
  UNIQUE (period, asked),
  FOREIGN KEY (asked, year) REFERENCES roll(asked, year)
) WITHOUT ROWID;

-- All revisions, in the order in which they came.
CREATE TABLE report (
  id    INTEGER PRIMARY KEY,
  task  BLOB NOT NULL REFERENCES task(id),
  key   BLOB NOT NULL,
  hash  BLOB NOT NULL,
  bytes BLOB NOT NULL,
  at    INTEGER NOT NULL,
  UNIQUE (task, hash)
);

-- Of what was rejected nothing stays but that it was: its bytes may be anything.
CREATE TABLE rejected (
  id     INTEGER PRIMARY KEY,
  period TEXT NOT NULL REFERENCES period(period),
  key    BLOB,
  hash   BLOB NOT NULL,
  code   TEXT NOT NULL,
  at     INTEGER NOT NULL,
  UNIQUE (period, hash, code)
);

CREATE TABLE waiting (
  code   TEXT NOT NULL,
  key    BLOB NOT NULL,
  amount INTEGER NOT NULL,
  PRIMARY KEY (code, key)
) WITHOUT ROWID;

-- The ledger. A task is opened once.
CREATE TABLE opening (
  id    INTEGER PRIMARY KEY,
  task  BLOB NOT NULL UNIQUE REFERENCES task(id),
  bytes BLOB NOT NULL
);
