-- What the outbox needs to know of its lanes and of its past.

ALTER TABLE lane ADD COLUMN failures INTEGER NOT NULL DEFAULT 0;   -- in a row, over all deliveries

-- From here on delivery.claimed is the time of the claim; 0 when it is not claimed.
ALTER TABLE brief ADD COLUMN published INTEGER NOT NULL DEFAULT 1; -- 0: its story was told before

CREATE INDEX delivery_settled ON delivery (settled_at) WHERE settled_at IS NOT NULL;

-- Since when a subscription has wanted what it wants: no earlier brief is owed to it.
CREATE TABLE wish (
  subscription_id TEXT PRIMARY KEY,
  content         TEXT NOT NULL,
  since           BIGINT NOT NULL
);
