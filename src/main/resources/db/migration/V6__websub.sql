-- What hubs (WebSub) were asked to push, and since when a source fails.

CREATE TABLE hub_lease (
  id        INTEGER PRIMARY KEY,
  source_id TEXT NOT NULL,
  hub       TEXT NOT NULL,                  -- as the source offers it
  topic     TEXT NOT NULL,                  -- likewise
  token     TEXT UNIQUE,                    -- last part of the callback's path; null: never asked
  callback  TEXT,                           -- the whole address that the hub was given
  secret    TEXT,
  state     TEXT NOT NULL,                  -- wanted, asked, active, leaving
  trust     TEXT NOT NULL DEFAULT 'good',   -- good, awaiting, missed
  claimed   INTEGER NOT NULL DEFAULT 0,
  failures  INTEGER NOT NULL DEFAULT 0,     -- requests in a row that came to nothing
  due_at    BIGINT NOT NULL,                -- next request to the hub, or end of the lease
  since     BIGINT,                         -- the hub's first yes; null when there was none
  ends_at   BIGINT,                         -- end of the lease; null when there was none
  pushed_at BIGINT,                         -- last push with a good signature
  note      TEXT NOT NULL DEFAULT ''        -- why the last request came to nothing
);
CREATE INDEX hub_lease_due ON hub_lease (due_at) WHERE claimed = 0;
CREATE INDEX hub_lease_source ON hub_lease (source_id);

ALTER TABLE source ADD COLUMN failing_since BIGINT;                 -- null while polls succeed
