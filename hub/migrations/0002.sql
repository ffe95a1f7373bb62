-- The membership position on which the last entry of a log stands. For logs from before it was kept, 0
-- refuses nothing; their next entry says it.
ALTER TABLE log ADD COLUMN position INTEGER NOT NULL DEFAULT 0;
