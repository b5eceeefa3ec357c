-- Files of a folder or bucket that hold many briefs: those of days, and the index.

CREATE TABLE volume (
  destination_id TEXT NOT NULL,
  key            TEXT NOT NULL,               -- its name below the destination's url
  form           TEXT NOT NULL,               -- jsonl, parquet, index
  day            TEXT NOT NULL,               -- such as 2026-01-31, UTC; empty for the index
  briefs         INTEGER NOT NULL DEFAULT 0,  -- in it when it was last stored from here
  due_at         BIGINT,                      -- when it is written again; null: it lacks nothing
  failures       INTEGER NOT NULL DEFAULT 0,  -- in a row
  note           TEXT NOT NULL DEFAULT '',    -- the last failure in words
  PRIMARY KEY (destination_id, key)
);
CREATE INDEX volume_due ON volume (destination_id, due_at) WHERE due_at IS NOT NULL;

-- A brief that was delivered and is not in the file yet.
CREATE TABLE volume_brief (
  destination_id TEXT NOT NULL,
  key            TEXT NOT NULL,
  brief_id       TEXT NOT NULL,
  PRIMARY KEY (destination_id, key, brief_id)
);

-- What folders and buckets can't do, as far as they were asked.
CREATE TABLE probe (
  destination_id TEXT PRIMARY KEY,
  settings_hash  TEXT NOT NULL,               -- a changed config is asked afresh
  at             BIGINT NOT NULL,
  lacks          TEXT NOT NULL                -- a line each; empty when it can do all
);
