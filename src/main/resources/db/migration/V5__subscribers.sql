-- Subscriptions made by the API; those of the config are not kept here.

CREATE TABLE subscriber (
  id         TEXT PRIMARY KEY,
  url        TEXT NOT NULL,
  wish       TEXT NOT NULL,                  -- the filter as JSON
  format     TEXT NOT NULL,                  -- brief, cloudevents
  secret     TEXT NOT NULL,
  status     TEXT NOT NULL,                  -- pending, active, paused; off is told by its lane
  note       TEXT NOT NULL DEFAULT '',
  created_at BIGINT NOT NULL
);
