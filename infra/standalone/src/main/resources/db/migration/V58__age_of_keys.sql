-- When a person's key was made, in UTC; that of those from before is when this was added.
-- Strangers' keys are dropped by it.
ALTER TABLE person_key
  ADD COLUMN made_at DATETIME(6) NOT NULL DEFAULT (UTC_TIMESTAMP(6));
