-- Migration of the account database, written by hand.
-- One transaction. Never edit it once a database has it: the ledger keeps its checksum.

-- Ids of contacts who look like an erased client and stay.
ALTER TABLE erasures ADD COLUMN similar_contacts TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(similar_contacts));
