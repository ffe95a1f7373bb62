-- Version 3: who takes part no longer. It is on the roll of its year to the end, on no later one, and nobody waits
-- for it.
ALTER TABLE seat ADD COLUMN leaves INTEGER NOT NULL DEFAULT 0;
