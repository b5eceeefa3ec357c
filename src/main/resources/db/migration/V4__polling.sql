-- What polling has to know besides: whether the same bytes came again, what the feed asks for
-- itself, and whom a Retry-After holds.

ALTER TABLE source ADD COLUMN body_hash   TEXT;                        -- of the last body that was read
ALTER TABLE source ADD COLUMN same_bodies INTEGER NOT NULL DEFAULT 0;  -- answers in a row with that body
ALTER TABLE source ADD COLUMN ttl_minutes INTEGER;                     -- as the feed says
ALTER TABLE source ADD COLUMN site        TEXT;                        -- those who share it share a Retry-After
ALTER TABLE source ADD COLUMN wait_until  BIGINT NOT NULL DEFAULT 0;   -- its place in its host's queue

DROP INDEX source_due;
CREATE INDEX source_due ON source (next_poll, wait_until) WHERE claimed = 0 AND gone = 0;
CREATE INDEX source_site ON source (site);
