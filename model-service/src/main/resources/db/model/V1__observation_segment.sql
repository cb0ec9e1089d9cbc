-- Observations of one subject and one hour of event time, as they came in one batch of one partition; packed by ObservationFrames.
-- One index only: it finds a subject's hours, and makes a batch that is written twice the same as written once.
CREATE TABLE observation_segment (
    subject      text        COLLATE "C" NOT NULL,
    hour         integer     NOT NULL,
    partition    integer     NOT NULL,
    first_offset bigint      NOT NULL,
    part         integer     NOT NULL,
    from_time    timestamptz NOT NULL,
    to_time      timestamptz NOT NULL,
    count        integer     NOT NULL,
    packed       bytea       NOT NULL,
    stored_at    timestamptz NOT NULL,
    PRIMARY KEY (subject, hour, partition, first_offset, part)
);
-- Packed bytes gain little from being compressed once more.
ALTER TABLE observation_segment ALTER COLUMN packed SET STORAGE EXTERNAL;

-- Rows are added in the order of time: a block-range index finds the old ones and costs next to nothing to keep.
CREATE INDEX observation_segment_age ON observation_segment USING brin (stored_at);
