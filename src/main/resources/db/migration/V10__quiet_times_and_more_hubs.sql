-- When a feed says that it need not be asked (RSS skipHours and skipDays, UTC).
ALTER TABLE source ADD COLUMN skip_hours INTEGER NOT NULL DEFAULT 0;  -- bit 0: the hour after midnight
ALTER TABLE source ADD COLUMN skip_days  INTEGER NOT NULL DEFAULT 0;  -- bit 0: Monday

-- The other hubs that the source names, to be asked when this one fails; by spaces, next one first.
ALTER TABLE hub_lease ADD COLUMN others TEXT NOT NULL DEFAULT '';
