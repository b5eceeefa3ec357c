-- A delivery's id is a hash, so an index of attempts by that id wrote one page somewhere in the
-- middle for each attempt, and the more old ones there were, the more different pages. A number that
-- only grows keeps what is written together at the end, however much lies before it.

CREATE TABLE numbered_delivery (
  number          INTEGER PRIMARY KEY,
  id              TEXT NOT NULL,
  destination_id  TEXT NOT NULL,
  subscription_id TEXT NOT NULL,
  brief_id        TEXT NOT NULL,
  state           TEXT NOT NULL,             -- pending, delivered, dead
  claimed         BIGINT NOT NULL DEFAULT 0, -- the time of the claim; 0 when it is not claimed
  attempts        INTEGER NOT NULL DEFAULT 0,
  due_at          BIGINT NOT NULL,
  created_at      BIGINT NOT NULL,
  settled_at      BIGINT,
  reference       TEXT,                      -- what the receiver calls it: a ts, a key
  note            TEXT NOT NULL DEFAULT '',  -- the last attempt in words
  answers         TEXT,                      -- as in V9
  interrupted     INTEGER NOT NULL DEFAULT 0 -- 1: a process died over an attempt that may have arrived
);
INSERT INTO numbered_delivery (id, destination_id, subscription_id, brief_id, state, claimed,
  attempts, due_at, created_at, settled_at, reference, note, answers)
SELECT id, destination_id, subscription_id, brief_id, state, claimed, attempts, due_at, created_at,
  settled_at, reference, note, answers FROM delivery ORDER BY created_at, id;
DROP TABLE delivery;
ALTER TABLE numbered_delivery RENAME TO delivery;
CREATE UNIQUE INDEX delivery_id ON delivery (id);
-- Whatever asks for what waits, or is in hand, finds it here and looks at nothing else.
CREATE INDEX delivery_due ON delivery (destination_id, claimed, due_at) WHERE state = 'pending';
-- Its entries end with the number, so the newest of a destination stand last.
CREATE INDEX delivery_destination ON delivery (destination_id);
CREATE INDEX delivery_brief ON delivery (brief_id);
CREATE INDEX delivery_settled ON delivery (settled_at) WHERE settled_at IS NOT NULL;
CREATE INDEX delivery_answers ON delivery (answers) WHERE answers IS NOT NULL;

CREATE TABLE numbered_attempt (
  id       INTEGER PRIMARY KEY,
  delivery BIGINT NOT NULL,                  -- its number
  at       BIGINT NOT NULL,
  took_ms  BIGINT NOT NULL,
  verdict  TEXT NOT NULL,
  status   INTEGER NOT NULL,
  reason   TEXT NOT NULL,
  answer   TEXT NOT NULL
);
INSERT INTO numbered_attempt (id, delivery, at, took_ms, verdict, status, reason, answer)
SELECT a.id, d.number, a.at, a.took_ms, a.verdict, a.status, a.reason, a.answer
FROM attempt a JOIN delivery d ON d.id = a.delivery_id ORDER BY a.id;
DROP TABLE attempt;
ALTER TABLE numbered_attempt RENAME TO attempt;
CREATE INDEX attempt_delivery ON attempt (delivery);
CREATE INDEX attempt_at ON attempt (at);
