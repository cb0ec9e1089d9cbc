-- For which standing and date it was told that a version has to be certified again.
ALTER TABLE model_certification ADD COLUMN noticed text NOT NULL DEFAULT '';

-- Notices that notify-service has not been told of yet; written with the mark above, gone when told.
CREATE TABLE model_notice (
    id      uuid NOT NULL PRIMARY KEY,
    content text NOT NULL
);
