-- How late observations reached the models, counted by all nodes: by day of counting, kind, feed and bucket of a histogram.
CREATE TABLE lateness (
    day          date   NOT NULL,
    kind         text   NOT NULL,
    feed         text   NOT NULL,
    up_to_ms     bigint NOT NULL, -- the bucket's upper end, inclusive; the greatest bigint: it has none
    observations bigint NOT NULL,
    PRIMARY KEY (day, kind, feed, up_to_ms)
);
