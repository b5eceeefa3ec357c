-- What is sent besides single briefs: round-ups, notices to the operators, updates of a story.

-- A round-up or a notice. delivery.brief_id names a row of brief, or one of these.
CREATE TABLE parcel (
  id       TEXT PRIMARY KEY,
  kind     TEXT NOT NULL,                    -- round-up, notice
  title    TEXT NOT NULL,
  made_at  BIGINT NOT NULL,
  document TEXT NOT NULL                     -- a round-up names its briefs, a notice is told whole
);
CREATE INDEX parcel_made ON parcel (made_at);

-- The first delivery of the story that this one updates. While that one is on its way, this one
-- waits: its due_at is the last moment of the year 9999.
ALTER TABLE delivery ADD COLUMN answers TEXT;
CREATE INDEX delivery_answers ON delivery (answers) WHERE answers IS NOT NULL;

-- One row a subscription with round-ups. It tells all that the next one needs, so that what waits
-- goes out even when the subscription is taken out of the config.
CREATE TABLE round_up (
  subscription_id TEXT PRIMARY KEY,
  destination_id  TEXT NOT NULL,
  at              TEXT NOT NULL,             -- cron
  zone            TEXT NOT NULL,
  most            INTEGER NOT NULL,
  last_at         BIGINT NOT NULL,           -- of the one before; what came since then goes in
  next_at         BIGINT NOT NULL,
  closing         INTEGER NOT NULL DEFAULT 0 -- 1: not in the config any more, sent once more
);
CREATE INDEX round_up_next ON round_up (next_at);

-- A brief that waits for a round-up, or is in one.
CREATE TABLE round_up_entry (
  subscription_id TEXT NOT NULL,
  brief_id        TEXT NOT NULL,
  added_at        BIGINT NOT NULL,
  parcel_id       TEXT,                      -- null while it waits
  PRIMARY KEY (subscription_id, brief_id)
);
CREATE INDEX round_up_entry_waiting ON round_up_entry (subscription_id) WHERE parcel_id IS NULL;
CREATE INDEX round_up_entry_brief ON round_up_entry (brief_id);

ALTER TABLE lane ADD COLUMN warned INTEGER NOT NULL DEFAULT 0;  -- percent of the time it may fail
ALTER TABLE lane ADD COLUMN notices INTEGER NOT NULL DEFAULT 0; -- 1: notices go there

-- From here on brief.published is 2 for one that was sent as an update of its story, or only to
-- those who had not been told the story.
