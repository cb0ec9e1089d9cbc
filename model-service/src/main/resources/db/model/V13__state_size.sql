-- How much the models hold of subjects, by partition, as the node measured that had it last.
CREATE TABLE state_size (
    partition     integer     NOT NULL,
    kind          text        NOT NULL,
    subjects      bigint      NOT NULL,
    bytes         bigint      NOT NULL,
    largest       text,
    largest_bytes bigint      NOT NULL,
    measured_at   timestamptz NOT NULL,
    PRIMARY KEY (partition, kind)
);
