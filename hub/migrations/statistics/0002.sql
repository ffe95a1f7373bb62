-- Version 2: what associations show of themselves by name. The newest sheet of each; one that shows nothing
-- stays, so that an older one cannot come back.
CREATE TABLE sheet (
  key   BLOB PRIMARY KEY,
  bytes BLOB NOT NULL,
  at    INTEGER NOT NULL
) WITHOUT ROWID;
