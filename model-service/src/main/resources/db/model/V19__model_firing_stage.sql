-- Firings by the moment since which the version was at its stage, so that a canary's are not charged to the live version that it becomes; and how many of them were of
-- episodes that lasted already at that moment.
ALTER TABLE model_firing
    ADD COLUMN since   timestamptz NOT NULL DEFAULT 'epoch',
    ADD COLUMN lasting bigint      NOT NULL DEFAULT 0;
UPDATE model_firing AS firing SET since = (version.content::jsonb ->> 'effectiveAt')::timestamptz
FROM model_version AS version
WHERE firing.model = version.model AND firing.version = version.version AND NOT firing.shadow AND version.stage IN ('canary', 'live')
  AND firing.hour >= (version.content::jsonb ->> 'effectiveAt')::timestamptz;
ALTER TABLE model_firing DROP CONSTRAINT model_firing_pkey;
ALTER TABLE model_firing ADD PRIMARY KEY (model, version, shadow, hour, district, since);
