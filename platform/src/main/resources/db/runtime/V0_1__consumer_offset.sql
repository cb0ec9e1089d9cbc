-- How far a consumer has come, written in the transaction of its effect: what makes consuming exactly-once in effect.
CREATE TABLE consumer_offset (
    consumer    text    NOT NULL,
    topic       text    NOT NULL,
    partition   integer NOT NULL,
    next_offset bigint  NOT NULL,
    PRIMARY KEY (consumer, topic, partition)
);
