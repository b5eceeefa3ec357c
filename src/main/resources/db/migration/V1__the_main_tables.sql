-- Times are milliseconds since 1970 (UTC). Records are stored whole as JSON; a column beside it is
-- there because a query needs it.

CREATE TABLE source (
  id             TEXT PRIMARY KEY,
  url            TEXT NOT NULL,              -- as in the config; a new one starts the source afresh
  settings       TEXT NOT NULL,              -- the rest of what the config says, as JSON
  title          TEXT NOT NULL DEFAULT '',
  moved_to       TEXT,
  etag           TEXT,
  last_modified  TEXT,
  failures       INTEGER NOT NULL DEFAULT 0,
  tried_at       BIGINT NOT NULL DEFAULT 0,  -- last poll, however it ended
  polled_at      BIGINT,                     -- last good answer; null until there was one
  entries_a_week DOUBLE PRECISION NOT NULL DEFAULT 0,
  not_before     BIGINT NOT NULL DEFAULT 0,  -- what the source allows
  next_poll      BIGINT NOT NULL DEFAULT 0,  -- what the schedule wants
  claimed        INTEGER NOT NULL DEFAULT 0,
  gone           INTEGER NOT NULL DEFAULT 0,
  note           TEXT NOT NULL DEFAULT ''    -- why the last poll failed
);
CREATE INDEX source_due ON source (next_poll) WHERE claimed = 0 AND gone = 0;

CREATE TABLE item (
  id         TEXT PRIMARY KEY,
  source_id  TEXT NOT NULL,
  link       TEXT NOT NULL,
  state      TEXT NOT NULL,                  -- new, done, skipped, failed
  claimed    INTEGER NOT NULL DEFAULT 0,
  attempts   INTEGER NOT NULL DEFAULT 0,
  due_at     BIGINT NOT NULL,
  seen_at    BIGINT NOT NULL,
  brief_id   TEXT,
  outcome    TEXT NOT NULL DEFAULT '',       -- why it was skipped, merged or failed
  document   TEXT                            -- the item as JSON; dropped when it is done
);
CREATE INDEX item_due ON item (due_at) WHERE state = 'new' AND claimed = 0;
CREATE INDEX item_link ON item (link);

CREATE TABLE brief (
  id          TEXT PRIMARY KEY,
  item_id     TEXT NOT NULL,
  story_id    TEXT NOT NULL,
  url         TEXT NOT NULL,
  text_hash   TEXT NOT NULL,
  made_at     BIGINT NOT NULL,
  fingerprint TEXT NOT NULL,
  document    TEXT NOT NULL,                 -- the canonical JSON document
  article     TEXT NOT NULL                  -- the text that its evidence points into
);
CREATE INDEX brief_story ON brief (story_id);
CREATE INDEX brief_url ON brief (url);
CREATE INDEX brief_text ON brief (text_hash, made_at);

CREATE TABLE story_band (
  band     TEXT NOT NULL,
  brief_id TEXT NOT NULL,
  made_at  BIGINT NOT NULL,
  PRIMARY KEY (band, brief_id)
);

CREATE TABLE delivery (
  id              TEXT PRIMARY KEY,
  destination_id  TEXT NOT NULL,
  subscription_id TEXT NOT NULL,
  brief_id        TEXT NOT NULL,
  state           TEXT NOT NULL,             -- pending, delivered, dead
  claimed         INTEGER NOT NULL DEFAULT 0,
  attempts        INTEGER NOT NULL DEFAULT 0,
  due_at          BIGINT NOT NULL,
  created_at      BIGINT NOT NULL,
  settled_at      BIGINT,
  reference       TEXT,                      -- what the receiver calls it: a ts, a key
  note            TEXT NOT NULL DEFAULT ''   -- the last attempt in words
);
CREATE INDEX delivery_due ON delivery (destination_id, due_at) WHERE state = 'pending' AND claimed = 0;
CREATE INDEX delivery_brief ON delivery (brief_id);

CREATE TABLE attempt (
  id          INTEGER PRIMARY KEY,
  delivery_id TEXT NOT NULL,
  at          BIGINT NOT NULL,
  took_ms     BIGINT NOT NULL,
  verdict     TEXT NOT NULL,
  status      INTEGER NOT NULL,
  reason      TEXT NOT NULL,
  answer      TEXT NOT NULL
);
CREATE INDEX attempt_delivery ON attempt (delivery_id);
CREATE INDEX attempt_at ON attempt (at);

-- One row a destination: when it next has something to do, and whether it is fit to get it.
CREATE TABLE lane (
  destination_id TEXT PRIMARY KEY,
  settings_hash  TEXT NOT NULL DEFAULT '',   -- a changed config switches it on again
  next_due       BIGINT NOT NULL,
  paused_until   BIGINT NOT NULL DEFAULT 0,  -- asked for by the receiver, or backing off
  failing_since  BIGINT,                     -- null while attempts succeed
  off_reason     TEXT                        -- not null: nothing is sent until a person acts
);
CREATE INDEX lane_due ON lane (next_due) WHERE off_reason IS NULL;
