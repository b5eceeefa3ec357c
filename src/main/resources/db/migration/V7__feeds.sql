-- The hub's own feeds: which briefs each shows, and what the WebSub hub knows of them.

CREATE TABLE feed (
  name       TEXT PRIMARY KEY,               -- all, tags/NAME, subscriptions/ID
  content    TEXT NOT NULL DEFAULT '',       -- the subscription's filter; another one fills it anew
  version    BIGINT NOT NULL DEFAULT 1,      -- counts its changes
  changed_at BIGINT NOT NULL
);

CREATE TABLE feed_entry (
  feed     TEXT NOT NULL,
  made_at  BIGINT NOT NULL,
  brief_id TEXT NOT NULL,
  PRIMARY KEY (feed, made_at, brief_id)
);
INSERT INTO feed_entry SELECT 'all', made_at, id FROM brief WHERE published = 1;

-- A feed that was read while there was a WebSub hub: nobody subscribes to one that they have not read.
CREATE TABLE topic (
  path     TEXT PRIMARY KEY,                 -- such as tags/tech.atom
  feed     TEXT NOT NULL,
  told     BIGINT NOT NULL,                  -- the version that the hub was told of
  failures INTEGER NOT NULL DEFAULT 0,       -- in a row
  due_at   BIGINT NOT NULL DEFAULT 0,        -- not before
  note     TEXT NOT NULL DEFAULT ''          -- why it could not be told
);
